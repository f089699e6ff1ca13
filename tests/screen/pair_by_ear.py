"""Confirm two suggested pairs from outside the program: one by keys, one through its tree.

Run by the system’s Python: pair_by_ear.py COHORT PROGRAM ARGUMENTS…; prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from outside import FOCUSED, Desk, Tree, children, has, has_keyboard, strike, until

WAITING = "Waiting for a mentor"


def open_board(tree: Tree, cohort: str) -> None:
    """Go to a cohort by its name, then on to its tab of mentoring."""
    today = tree.find("list", "Sessions today")
    until(lambda: any(has(line, FOCUSED) for line in children(today)), "the focus on today")
    until(lambda: has_keyboard("Home"), "the window with the keyboard")
    strike("ctrl+k")
    tree.find("list", "Found")
    strike(*("space" if letter == " " else letter for letter in cohort.lower()))
    until(lambda: any(cohort in line for line in lines(tree, "Found")[:2]), f"{cohort}, found")
    strike("Return")
    until(lambda: tree.titled(cohort), "the page of the cohort")
    for _ in range(5):
        if not tree.titled(f"Mentoring – {cohort}"):
            strike("ctrl+Tab")
            until(lambda: tree.titled(cohort), "the next tab")
    until(lambda: tree.titled(f"Mentoring – {cohort}"), "the board")


def button(tree: Tree, name: str) -> Any:
    """Return a button by what it is called; wait for it."""

    def look() -> Any:
        buttons = (node for node in tree.shown() if "button" in node.get_role_name())
        return next((node for node in buttons if node.get_name() == name), None)

    return until(look, f"the button ‘{name}’")


def lines(tree: Tree, name: str) -> list[str]:
    """Return how the lines of a list are said, from top to bottom."""
    return [line.get_name() for line in children(tree.find("list", name))]


def confirm_two(tree: Tree) -> dict[str, object]:
    """Ask for suggestions; confirm the first pair by keys, the next through the tree."""
    before = lines(tree, WAITING)
    strike("alt+s")
    button(tree, "Confirm this pair")
    suggested, names, unnamed = lines(tree, WAITING), tree.names(), tree.unnamed()
    strike("alt+t")
    until(lambda: len(lines(tree, WAITING)) == len(before) - 1, "one person less who waits")
    press = button(tree, "Confirm this pair")
    press.get_action_iface().do_action(0)
    until(lambda: len(lines(tree, WAITING)) == len(before) - 2, "two people less who wait")
    return {
        "before": before, "suggested": suggested, "names": names, "unnamed": unnamed,
        "after": lines(tree, WAITING),
    }  # fmt: skip


def main(cohort: str, command: list[str]) -> None:
    """Start the program, confirm two pairs, and tell."""
    with Desk(command) as tree:
        open_board(tree, cohort)
        print(json.dumps(confirm_two(tree)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
