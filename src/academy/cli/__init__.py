"""The command line: the same use cases as the screens, for terminals and scripts.

Exit codes: 0 all is well, 1 a problem was found, 2 wrong usage, 3 the file is locked, 4 the file
is from a newer program. Nothing heavy is imported before it is known what is wanted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from academy.cli import arguments
from academy.cli.answers import Answer, Problem, UsageProblem, speak
from academy.paths import ResourceMissing


def main(words: Sequence[str]) -> int:
    """Do what the words of a command line ask for, and return the exit code."""
    _speak_utf8()
    as_json = "--json" in words
    command = arguments.command_of(words)
    try:
        asked = arguments.parsed(command, words)
        name = arguments.name_of(command, asked)
        return speak(name, _answer(command, asked), as_json=as_json)
    except UsageProblem as problem:
        return problem.tell(command, as_json=as_json)
    except ResourceMissing as missing:
        return _say_incomplete(command, str(missing), as_json=as_json)
    except BrokenPipeError:  # whoever read us has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _answer(command: str, asked: arguments.Asked) -> Answer:
    from academy.cli.settings import settled

    with settled(asked):
        return arguments.runner(command, asked)(asked)


def _say_incomplete(command: str, file: str, *, as_json: bool) -> int:
    from academy.cli import notice
    from academy.ui.kit.labels.terminal import say

    words = say("program_incomplete", file=file)
    answer = Answer(None, (), [Problem("program_incomplete", words, file)], 1)
    code = speak(command, answer, as_json=as_json)
    if command == arguments.WINDOW:
        notice.show(words)
    return code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
