"""What a command answers: sentences for people, or one JSON object for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """Something that stands in the way: a code for programs, a sentence, and where it is."""

    code: str
    text: str
    where: str = ""


@dataclass(frozen=True)
class Answer:
    """The outcome of a command. `quiet`: it has said everything itself already."""

    result: object = None
    said: Sequence[str] = ()
    problems: Sequence[Problem] = ()
    code: int = 0
    quiet: bool = field(default=False, kw_only=True)


class UsageProblem(Exception):  # noqa: N818 - as RuleBroken
    """The words of the command line make no sense; `usage` shows how they would."""

    def __init__(self, text: str, usage: str) -> None:
        super().__init__(text)
        self.usage = usage

    def tell(self, command: str, *, as_json: bool) -> int:
        """Say what is wrong and return the exit code of wrong usage."""
        if not as_json:
            print(self.usage.rstrip(), file=sys.stderr)
        return speak(command, Answer(None, (), [Problem("usage", str(self))], 2), as_json=as_json)


def speak(command: str, answer: Answer, *, as_json: bool) -> int:
    """Print an answer and return its exit code: with `as_json`, exactly one object."""
    if answer.quiet:
        return answer.code
    if as_json:
        print(json.dumps(_whole(command, answer), ensure_ascii=False, default=_plain))
        return answer.code
    for line in answer.said:
        print(line)
    for problem in answer.problems:
        where = f" ({problem.where})" if problem.where not in problem.text else ""
        print(f"{problem.text}{where}", file=sys.stderr)
    return answer.code


def _whole(command: str, answer: Answer) -> dict[str, object]:
    return {
        "command": command,
        "ok": answer.code == 0,
        "result": answer.result,
        "problems": [vars(problem) for problem in answer.problems],
    }


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"An answer holds plain values, not {type(value).__name__}")
