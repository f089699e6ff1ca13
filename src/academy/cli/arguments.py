"""The words of the command line: which command they name, and what they say to it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Final, NoReturn

from academy.cli import mentoring_arguments
from academy.cli.answers import Answer, UsageProblem
from academy.cli.argument_kinds import day as _day
from academy.cli.argument_kinds import file as _file
from academy.cli.argument_kinds import number as _number
from academy.cli.argument_kinds import which as _which

Asked = argparse.Namespace
WINDOW: Final = "window"
LEVELS: Final = ("debug", "info", "warning", "error")
_VALUES: Final = {
    "--data": 1, "--config": 1, "--log-level": 1, "--name": 1, "--new": 1,
    "--register": 1,
    "--offscreen-screenshot": 2,
}  # fmt: skip

COMMANDS: Final = {  # command: what it does, and where
    "sample": ("write a sample academy and its practice files", "sample"),
    "check": ("look an academy over: is it whole, are its certificates as issued", "keeping"),
    "import": ("bring in people, sessions, or marks from a list or a meeting report", "importing"),
    "export": ("write people, sessions, marks or certificates to a spreadsheet", "exporting"),
    "pack": ("make a register pack of a session, or read one that came back", "pack"),
    "sheet": ("make a session’s sign-in sheet or a cohort’s filled register", "sheet"),
    "match": ("pair everybody who waits for a mentor in a cohort, and say why", "matching"),
    "sets": ("divide a cohort into action-learning sets, and say why they are so", "sets"),
    "agreement": ("make the mentoring agreement of a pair", "agreement"),
    "certificates": ("issue the certificates that are due", "certificates"),
    "verify": ("check a certificate: genuine, changed, unknown, revoked, replaced", "verify"),
    "publish-verification": ("write the page that checks certificates", "publishing"),
    "badges": ("write the certificates of a cohort as Open Badges", "badges"),
    "backup": ("make a backup and read it again", "keeping"),
    "restore": ("put a backup in the place of an academy", "keeping"),
    "show": ("list what is there, with ids", "showing"),
    "mark": ("mark a session from lines “person id,mark” on standard input", "marking"),
    "read-meeting": ("say what a Teams, Zoom, Meet or Webex report holds", "meetings"),
}
SHOWN: Final = (
    "programmes", "cohorts", "people", "sessions", "marks", "rates", "pairs", "certificates",
)  # fmt: skip
EXPORTED: Final = ("people", "sessions", "marks", "certificates")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Leave the telling to `main`, which knows whether it is to be JSON."""
        raise UsageProblem(message[:1].upper() + message[1:] + ".", self.format_usage())


def command_of(words: Sequence[str]) -> str:
    """Return the command that the first argument names; anything else is for the window."""
    skip = 0
    for word in words:
        if skip:
            skip -= 1
        elif word.startswith("-"):
            skip = _VALUES.get(word, 0)
        else:
            return word if word in COMMANDS else WINDOW
    return WINDOW


def parsed(command: str, words: Sequence[str]) -> Asked:
    """Read the words for a command; UsageProblem says what is wrong with them."""
    if command == WINDOW:
        return _window().parse_intermixed_args(words)
    parser = _Parser(prog=f"academy {command}", description=COMMANDS[command][0] + ".")
    _every_command(parser)
    name = command.replace("-", "_")
    asks = getattr(mentoring_arguments, name, None) or globals()["_" + name]
    asks(parser)
    rest = list(words)
    rest.remove(command)
    return parser.parse_intermixed_args(rest)


def name_of(command: str, asked: Asked) -> str:
    """Return what the answer is called: the command, or what else was asked for."""
    return command if command != WINDOW else _of_window(asked)[1].replace("_", "-")


def runner(command: str, asked: Asked) -> Callable[[Asked], Answer]:
    """Import what does a command, and return it."""
    if command == WINDOW:
        module, name = _of_window(asked)
    else:
        module, name = COMMANDS[command][1], command.replace("-", "_")
        name += "_" * iskeyword(name)
    found: Callable[[Asked], Answer] = getattr(
        import_module(f"academy.cli.commands.{module}"), name
    )
    return found


def _of_window(asked: Asked) -> tuple[str, str]:
    if asked.version or asked.versions:
        return "versions", "versions" if asked.versions else "version"
    if asked.self_check:
        return "self_check", "self_check"
    return "window", "offscreen_screenshot" if asked.offscreen_screenshot else "window"


def _every_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the program’s data here")
    parser.add_argument("--config", type=Path, metavar="FILE", help="keep the settings here")
    parser.add_argument("--temp", action="store_true", help="keep data and settings for this run")
    parser.add_argument("--log-level", choices=LEVELS, default="warning", metavar="LEVEL")
    parser.add_argument(
        "--no-crash-dialog", action="store_true", help="leave tracebacks to the terminal"
    )


def _window() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:13} {does[0]}" for name, does in COMMANDS.items())
    parser = _Parser(
        prog="academy",
        description="Run a leadership academy: people, sessions, mentoring, certificates.",
        epilog=f"commands (academy COMMAND --help tells more):\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _every_command(parser)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the academy to open")
    parser.add_argument("--sample", action="store_true", help="open the sample academy")
    parser.add_argument("--new", type=Path, metavar="FILE", help="make an empty academy, open it")
    parser.add_argument("--name", metavar="TEXT", help="the name of the new academy")
    parser.add_argument(
        "--register", type=_which, metavar="today|SESSION",
        help="mark a session full screen (facilitator mode)",
    )  # fmt: skip
    parser.add_argument(
        "--offscreen-screenshot", nargs=2, metavar=("ADDRESS", "OUT.png"),
        help="save a picture of a page, such as “home” or “cohort/3/register”",
    )  # fmt: skip
    parser.add_argument("--self-check", action="store_true", help="try every part of the program")
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("-V", dest="versions", action="store_true", help="print all versions")
    return parser


def _sample(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="the new file")
    parser.add_argument("--scale", type=_number, metavar="N", help="N cohorts, for benchmarks")


def _check(parser: argparse.ArgumentParser) -> None:
    _file(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--people", type=Path, metavar="X", help="a spreadsheet of people")
    what.add_argument("--mentors", type=Path, metavar="X", help="a spreadsheet of mentors")
    what.add_argument("--mentees", type=Path, metavar="X", help="a spreadsheet of mentees")
    what.add_argument("--teams", type=Path, metavar="X", help="a Teams attendance report")
    what.add_argument("--zoom", type=Path, metavar="X", help="a Zoom participants report")
    what.add_argument("--meet", type=Path, metavar="X", help="a Google Meet attendance report")
    what.add_argument("--webex", type=Path, metavar="X", help="a Webex attendee report")
    what.add_argument("--marks", type=Path, metavar="X", help="a spreadsheet of marks")
    what.add_argument("--sessions", type=Path, metavar="X", help="a spreadsheet of sessions")
    parser.add_argument("--cohort", type=_number, metavar="ID", help="all but mentors need it")
    parser.add_argument(
        "--session", type=_number, metavar="ID", help="where day and title decide not"
    )
    parser.add_argument(
        "--dates", choices=("dmy", "mdy"), help="sessions: day or month first, where both can be"
    )
    parser.add_argument("--dry-run", action="store_true", help="show the plan, write nothing")


def _export(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--what", choices=EXPORTED, required=True, metavar="|".join(EXPORTED))
    parser.add_argument("--long", action="store_true", help="marks: one row per mark, no grid")
    parser.add_argument(
        "--for", dest="form", choices=("moodle",), help="sessions, marks: as mod_attendance imports"
    )
    parser.add_argument("--session", type=_number, metavar="ID", help="marks for moodle: of which")
    parser.add_argument("--to", type=Path, required=True, metavar="X.xlsx|X.csv")
    parser.add_argument("--cohort", type=_number, metavar="ID", help="of one cohort only")


def _pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("make", "read"), metavar="make|read")
    _file(parser)
    parser.add_argument("pack", type=Path, nargs="?", metavar="X.register", help="read: the pack")
    parser.add_argument("--session", type=_number, metavar="ID", help="make: whose names")
    parser.add_argument("--to", type=Path, metavar="X.register", help="make: the new file")
    parser.add_argument("--dry-run", action="store_true", help="read: show the plan only")


def _sheet(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--session", type=_number, metavar="ID", help="its sign-in sheet")
    whose.add_argument("--cohort", type=_number, metavar="ID", help="with --filled: its register")
    parser.add_argument("--filled", action="store_true", help="the register with its marks")
    parser.add_argument("--large", action="store_true", help="large type on the sign-in sheet")
    parser.add_argument("--to", type=Path, required=True, metavar="X.pdf", help="the new file")


def _certificates(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--cohort", type=_number, required=True, metavar="ID")
    parser.add_argument("--due", action="store_true", required=True, help="all that are due")
    parser.add_argument("--dry-run", action="store_true", help="previews only, issue nothing")
    parser.add_argument("--template", metavar="NAME|ID", help="how they look and what they say")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="for the PDFs")
    key = parser.add_mutually_exclusive_group()
    key.add_argument(
        "--passphrase-file", type=Path, metavar="F", help="one line: the passphrase of the key"
    )
    key.add_argument("--unsigned", action="store_true", help="issue without signing")


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="FILE|TOKEN", help="a PDF, a token, or a number")
    by = parser.add_mutually_exclusive_group()
    by.add_argument("--file", type=Path, metavar="ACADEMY", help="ask this academy’s register")
    by.add_argument("--keys", type=Path, metavar="KEYS.json", help="ask these public keys alone")


def _publish_verification(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="for the web site")
    parser.add_argument("--passphrase-file", type=Path, metavar="X", help="of the signing key")
    parser.set_defaults(unsigned=False)


def _badges(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--cohort", type=_number, required=True, metavar="ID")
    parser.add_argument("--passphrase-file", type=Path, metavar="X", help="of the signing key")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="for the pictures")
    parser.set_defaults(unsigned=False)


def _backup(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--to", type=Path, metavar="DIR", help="beside the academy unless told")


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", type=Path, metavar="BACKUP")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="the academy")


def _show(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("what", choices=SHOWN, metavar="WHAT", help=", ".join(SHOWN))
    parser.add_argument("--cohort", type=_number, metavar="ID", help="of one cohort only")


def _mark(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--session", type=_number, required=True, metavar="ID")
    parser.add_argument("lines", choices=("-",), metavar="-", help="read standard input")


def _read_meeting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", type=Path, metavar="X", help="the report")
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day of the session")
