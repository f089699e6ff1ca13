"""The kinds of words that commands take: ids, days, pairs of ids, the academy's file."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path


def which(text: str) -> str:
    """Take “today”, or the id of a session."""
    if text.casefold() != "today" and not (text.isdecimal() and len(text) < 19):
        raise argparse.ArgumentTypeError(f"{text} is neither “today” nor the id of a session")
    return text.casefold()


def file(parser: argparse.ArgumentParser) -> None:
    """Ask for the academy."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the academy")


def number(text: str) -> int:
    """Take a whole number of 1 or more, such as an id."""
    found = int(text)
    if found < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return found


def day(text: str) -> date:
    """Take a day in ISO form."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-11-26") from None


def pin(text: str) -> tuple[int, int]:
    """Take “mentee,mentor”: the ids of two people to be paired whatever their score."""
    mentee, _, mentor = text.partition(",")
    if not (mentee.strip().isdecimal() and mentor.strip().isdecimal()):
        raise argparse.ArgumentTypeError(f"{text} is not two ids like 12,34")
    return int(mentee), int(mentor)
