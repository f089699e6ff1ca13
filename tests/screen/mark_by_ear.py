"""Mark everybody of today’s session from outside the program, with its tree and the keyboard.

Run by the system’s Python: mark_by_ear.py SESSION PROGRAM ARGUMENTS…; prints one JSON object.
"""

from __future__ import annotations

import json
import sys

from outside import FOCUSED, Desk, Tree, children, column, has, has_keyboard, headers, strike, until


def open_register(tree: Tree) -> None:
    """Open the register of the first session of today, from Home."""
    today = tree.find("list", "Sessions today")
    until(lambda: any(has(line, FOCUSED) for line in children(today)), "the focus on today")
    until(lambda: has_keyboard("Home"), "the window with the keyboard")
    strike("Return")
    until(lambda: tree.titled("Register –"), "the page of the register")


def mark_everybody(tree: Tree, session: str) -> dict[str, object]:
    """Strike P for each person in turn; return what was said before, on the way and after."""
    register = tree.find("table", "Register")
    where = headers(register).index(session)
    until(lambda: has(column(register, where)[0], FOCUSED), "the focus on the first person")
    names, unnamed = tree.names(), tree.unnamed()
    before = [cell.get_name() for cell in column(register, where)]
    tree.heard.clear()
    for row, cell in enumerate(column(register, where)):
        next_one = column(register, where)[min(row + 1, len(before) - 1)]
        strike("p")
        until(lambda c=cell: c.get_name() not in before, f"a mark where it said ‘{before[row]}’")
        until(lambda n=next_one: has(n, FOCUSED), f"the focus after ‘{before[row]}’")
    until(lambda: before[-1] in tree.heard, "the last person said as the focus came")
    after = [cell.get_name() for cell in column(register, where)]
    columns = {
        head: [cell.get_name() for cell in column(register, number)]
        for number, head in enumerate(headers(register))
    }
    return {
        "names": names, "unnamed": unnamed, "before": before, "heard": tree.heard,
        "after": after, "columns": columns,
    }  # fmt: skip


def main(session: str, command: list[str]) -> None:
    """Start the program, mark everybody, and tell."""
    with Desk(command) as tree:
        open_register(tree)
        print(json.dumps(mark_everybody(tree, session)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
