"""The words of the commands about mentoring."""

from __future__ import annotations

import argparse
from pathlib import Path

from academy.cli.argument_kinds import file, number, pin


def match(parser: argparse.ArgumentParser) -> None:
    """Ask which cohort is matched, and how."""
    file(parser)
    parser.add_argument("--cohort", type=number, required=True, metavar="ID")
    parser.add_argument(
        "--aim", choices=("most-people", "best-scores"), help="instead of that of the settings"
    )
    parser.add_argument(
        "--pin", type=pin, action="append", default=[], metavar="MENTEE,MENTOR",
        help="ids of two people to be paired; may be given several times",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="show the pairs, confirm nothing")


def sets(parser: argparse.ArgumentParser) -> None:
    """Ask which cohort is divided, into sets of which sizes."""
    file(parser)
    parser.add_argument("--cohort", type=number, required=True, metavar="ID")
    parser.add_argument("--smallest", type=number, default=5, metavar="N", help="5 unless said")
    parser.add_argument("--largest", type=number, default=8, metavar="N", help="8 unless said")
    parser.add_argument(
        "--facilitator", type=number, action="append", default=[], metavar="ID",
        help="id of a person who facilitates; may be given several times",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="show the sets, make none")


def agreement(parser: argparse.ArgumentParser) -> None:
    """Ask whose agreement is written, and what is agreed already."""
    file(parser)
    parser.add_argument("--pair", type=number, required=True, metavar="ID", help="of `show pairs`")
    parser.add_argument("--weeks", type=number, metavar="N", help="they meet every N weeks")
    parser.add_argument("--minutes", type=number, metavar="N", help="a meeting takes N minutes")
    parser.add_argument("--large", action="store_true", help="large type")
    parser.add_argument("--to", type=Path, required=True, metavar="X.pdf", help="the new file")
