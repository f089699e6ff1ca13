"""Write the British English plurals (``academy_en_GB.ts``) from the sources, and compile them.

Sentences with a count are written once, as “mark %n person(s)”; Qt chooses the form. Run it after
a sentence with ``%n`` was added or changed: ``python installer/translations.py``.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parents[1]
GOAL = HERE / "resources" / "i18n" / "academy_en_GB.ts"
NAMED = {"translate", "QT_TRANSLATE_NOOP"}  # their first argument is the context
IRREGULAR = {"person(s)": ("person", "people"), "entry(s)": ("entry", "entries")}
Messages = dict[str, set[str]]  # context -> sentences with a count


class Finder(ast.NodeVisitor):
    """Collects the sentences with a count and the context Qt will look them up in."""

    def __init__(self, shorthands: dict[str, str]) -> None:
        self.found: Messages = {}
        self._classes: list[str] = []
        self._shorthands = shorthands

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember the class: it is the context of its ``self.tr``."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Note the sentence of a call that translates."""
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        words = [a.value for a in node.args if isinstance(a, ast.Constant)]
        texts = [word for word in words if isinstance(word, str)]
        if name in NAMED and len(texts) > 1:
            self._note(texts[0], texts[1])
        elif name == "tr" and texts:
            self._note(self._classes[-1] if self._classes else "", texts[0])
        elif name in self._shorthands and texts:
            self._note(self._shorthands[name], texts[0])
        self.generic_visit(node)

    def _note(self, context: str, sentence: str) -> None:
        if "%n" in sentence:
            self.found.setdefault(context, set()).add(sentence)


def shorthands_of(tree: ast.Module, known: dict[str, str]) -> dict[str, str]:
    """Return the functions of a module that translate their first argument, with the context.

    `known` are those of all modules by name, for modules that import them.
    """
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.args.args:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "translate":
                    first, second = (*call.args, None, None)[:2]
                    if isinstance(first, ast.Constant) and isinstance(second, ast.Name):
                        found[node.name] = str(first.value)
    imported = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    return {name: known[name] for name in imported & known.keys()} | found


def forms(sentence: str) -> tuple[str, str]:
    """Return the sentence for one and for many: “%n person”, “%n people”."""
    one = many = sentence
    for word, stem, ending in re.findall(r"((\w+)\((s|es)\))", sentence):
        single, plural = IRREGULAR.get(word, (stem, stem + ending))
        one, many = one.replace(word, single), many.replace(word, plural)
    return one, many


def messages() -> Messages:
    """Return all sentences with a count in the program's sources."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted((HERE / "src").rglob("*.py"))]
    known = {name: context for tree in trees for name, context in shorthands_of(tree, {}).items()}
    found: Messages = {}
    for tree in trees:
        finder = Finder(shorthands_of(tree, known))
        finder.visit(tree)
        for context, sentences in finder.found.items():
            found.setdefault(context, set()).update(sentences)
    return found


def written(found: Messages) -> str:
    """Return the sentences as Qt's translation file."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="en_GB" sourcelanguage="en_GB">')
    for context in sorted(found):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for sentence in sorted(found[context]):
            one, many = (f"<numerusform>{escape(form)}</numerusform>" for form in forms(sentence))
            lines += [
                '    <message numerus="yes">',
                f"        <source>{escape(sentence)}</source>",
                f"        <translation>{one}{many}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def main() -> None:
    """Write the file and compile it beside itself."""
    GOAL.parent.mkdir(parents=True, exist_ok=True)
    GOAL.write_text(written(messages()), "utf-8")
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    compiler = str(beside) if beside.exists() else shutil.which("pyside6-lrelease")
    if compiler is None:
        raise SystemExit("pyside6-lrelease is missing: set up the environment first.")
    subprocess.run([compiler, "-silent", str(GOAL)], check=True)


if __name__ == "__main__":
    main()
