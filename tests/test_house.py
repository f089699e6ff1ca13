"""The house keeps its rules: sizes, words, a sentence for every key, nothing heavy at the start."""

import ast
import enum
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from academy.domain import model, words
from academy.domain.base import Entity
from academy.domain.words import Who
from academy.store.file import create
from academy.store.problems import KEYS
from academy.ui.kit.labels import files, forecasts, gestures, outcomes, rules, tables, terminal
from academy.ui.kit.labels import words as label_words

ROOT = Path(__file__).parents[1]
SOURCE = sorted((ROOT / "src").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE}
SENTENCES = rules.RULES | files.FILES
LONGEST_FILE = {"src": 300, "benchmarks": 300, "installer": 300, "tests": 400}
NOT_AT_START = (
    "reportlab", "alembic", "python_calamine", "xlsxwriter", "rapidfuzz", "holidays",
    "email_validator", "pypdfium2", "scipy", "pikepdf", "PIL", "icalendar", "segno", "pyhanko",
)  # fmt: skip
BANNED = re.compile(
    r"\b(please|sorry|oops|invalid|illegal|failed|failure|fatal|error occurred|abort(ed)?"
    r"|success(fully)?|click here|simply|just)\b",
    re.IGNORECASE,
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ---- sizes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", LONGEST_FILE)
def test_no_file_is_too_long(folder):
    long = {
        name(path): lines
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE[folder]
        and path.parent.name != "versions"  # migrations say all tables at once
    }
    assert long == {}


def test_functions_are_short():
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    )
    assert lengths[int(len(lengths) * 0.95)] <= 30


# ---- keys and their sentences ------------------------------------------------------------------


def calls(*wanted: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls of these names in the program, with where each stands."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                own = (
                    called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                )
                if own in wanted:
                    yield f"{name(path)}:{node.lineno}", node


def keys_of(node: ast.expr) -> list[str]:
    """Return the keys an expression can be: a literal, or either arm of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*keys_of(node.body), *keys_of(node.orelse)]
    return []


def fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field}


RAISED = ("RuleBroken", "FileProblem", "PermissionDenied", "StoreUnavailable")


def test_every_broken_rule_and_unusable_file_has_its_sentence():
    missing = [
        (place, key)
        for place, call in calls(*RAISED, "IssueProblem", "Problem")
        if call.args and (name_of(call) != "Problem" or len(call.args) == 1)
        for key in keys_of(call.args[0])
        if key not in SENTENCES
    ]
    assert missing == []
    assert [key for key in KEYS.values() if key not in files.FILES] == []


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_what_a_rule_is_broken_with_fills_its_sentence():
    unfilled = []
    for place, call in calls(*RAISED):
        given = {fact.arg for fact in call.keywords}
        if name_of(call) == "StoreUnavailable":
            given.add("path")  # the store adds it on the way out
        keys = keys_of(call.args[0]) if call.args and None not in given else []
        lacking = {key: fields(SENTENCES.get(key, "")) - given for key in keys}
        unfilled += [(place, key, facts) for key, facts in lacking.items() if facts]
    assert unfilled == []


def test_every_text_that_must_be_there_says_so_in_a_sentence():
    missing = [
        (place, key)
        for place, call in calls("required")
        if len(call.args) == 2
        for key in keys_of(call.args[1])
        if key not in rules.RULES
    ]
    assert missing == []


def test_every_gesture_has_its_words_and_they_can_be_filled():
    missing, unfilled = [], []
    for place, call in calls("Gesture"):
        for key in keys_of(call.args[0]) if call.args else []:
            if key not in gestures.GESTURES:
                missing.append((place, key))
            elif len(call.args) > 1 and isinstance(call.args[1], ast.Dict):
                given = {k.value for k in call.args[1].keys if isinstance(k, ast.Constant)}
                if not fields(gestures.GESTURES[key]) <= given:
                    unfilled.append((place, key))
    assert (missing, unfilled) == ([], [])


def test_every_word_of_the_domain_has_its_own():
    kinds = [kind for kind in vars(words).values() if isinstance(kind, enum.EnumType)]
    members = [
        f"{kind.__name__}.{m.name}" for kind in kinds for m in kind if kind is not enum.StrEnum
    ]
    assert [member for member in members if member not in label_words.WORDS] == []


def test_every_table_has_a_word_or_is_a_record():
    assert model.people
    assert set(tables.TABLES) <= {*Entity.metadata.tables, "other"}


def test_every_sentence_of_the_terminal_is_used_and_there():
    said = {key for _, call in calls("say") if call.args for key in keys_of(call.args[0])}
    own = {key for key in said if "_" in key}
    assert set(terminal.TERMINAL) <= said
    assert own - set(terminal.TERMINAL) == set()


# ---- wording -----------------------------------------------------------------------------------


def shown_texts() -> Iterator[tuple[str, str]]:
    for place, call in calls("tr", "_tr", "translate", "QT_TRANSLATE_NOOP"):
        for argument in call.args:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield place, argument.value


def test_sentences_say_what_to_do_instead_of_what_went_wrong():
    assert [(place, text) for place, text in shown_texts() if BANNED.search(text)] == []


def test_dots_and_quotes_are_typographic():
    wrong = [
        (place, text)
        for place, text in shown_texts()
        if "..." in text or re.search(r"\w'\w", text) or re.search(r'"\w', text)
    ]
    assert wrong == []


def test_every_sentence_can_be_formatted():
    every = SENTENCES | gestures.GESTURES | terminal.TERMINAL | terminal.FINDINGS
    every |= outcomes.OUTCOMES | forecasts.FORECASTS | tables.TABLES | label_words.WORDS
    assert all(fields(sentence) is not None for sentence in every.values())


# ---- the start ---------------------------------------------------------------------------------


NOT_BEFORE_THE_WINDOW = ("sqlalchemy", "sqlcipher3", "academy.store", "academy.usecases", "hashlib")
NOT_BEFORE_HOME = (
    "_strptime", "platformdirs",
    "PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtPrintSupport",
    "academy.documents", "academy.exchange", "academy.ui.dialogs", "academy.ui.kit.data_view",
    "academy.ui.screens.start", "academy.usecases.register", "academy.usecases.themes",
)  # fmt: skip
WINDOW = (
    "from academy.ui.main_window.application import prepared\n"
    "from academy.ui.main_window.window import MainWindow\n"
    "application = prepared(Path(sys.argv[1]) / 'settings')\n"
    "window = MainWindow()\n"
)


def loaded_by(program: str, *words: str) -> list[str]:
    """Return the modules that a program has imported."""
    look = f"import sys\nfrom pathlib import Path\n{program}\nprint('loaded:', *sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", look, *words], capture_output=True, encoding="utf-8", env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.partition("loaded: ")[2].split()


def among(unwanted: tuple[str, ...], loaded: list[str]) -> list[str]:
    """Return what of these, or in these, was loaded."""
    return [name for name in loaded if any(f"{name}.".startswith(f"{own}.") for own in unwanted)]


def test_the_window_comes_before_the_data(tmp_path):
    loaded = loaded_by(WINDOW, str(tmp_path))
    assert "PySide6.QtWidgets" in loaded
    assert among(NOT_AT_START + NOT_BEFORE_THE_WINDOW + NOT_BEFORE_HOME, loaded) == []


def test_home_brings_what_home_shows(tmp_path):
    create(tmp_path / "new.academy", Who("Anna"), name="Kent Leadership Academy").close()
    shown = (
        "import linecache\n"
        f"{WINDOW}"
        "window.show()\n"
        "assert window.open(Path(sys.argv[1]) / 'new.academy', address='home')\n"
        "application.processEvents()\n"
        "assert type(window.workspace.screen).__name__ == 'HomeScreen'\n"
        "read = [file for file in linecache.cache if Path(file).parent.name == 'orm']\n"
        "assert not read, 'Qt for Python reads the source of what is imported'"
    )
    loaded = loaded_by(shown, str(tmp_path))
    assert "academy.usecases.home" in loaded
    assert among(NOT_AT_START + NOT_BEFORE_HOME, loaded) == []


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("check", "--help")])
def test_a_word_about_the_program_needs_little_of_it(words):
    program = "from academy.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass"
    loaded = loaded_by(program, *words)
    assert among(("PySide6", "sqlalchemy", "academy.ui", "academy.store"), loaded) == []
    assert among(("importlib.metadata", "platform", "tempfile", "hashlib"), loaded) == []


def test_the_terminal_needs_no_windows(tmp_path):
    create(tmp_path / "new.academy", Who("Anna"), name="Kent Leadership Academy").close()
    program = "from academy.cli import main\nassert main(sys.argv[1:]) == 0"
    loaded = loaded_by(program, "check", str(tmp_path / "new.academy"))
    assert "academy.store.check" in loaded
    assert among(("PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtNetwork"), loaded) == []
    assert among(NOT_AT_START, loaded) == []


def test_the_domain_and_the_use_cases_load_nothing_heavy():
    modules = [
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
        for room in ("domain", "usecases", "store")
        for path in (ROOT / "src/academy" / room).rglob("*.py")
        if path.stem not in ("__init__", "env") and "versions" not in path.parts
    ]
    program = f"from importlib import import_module\nfor name in {modules!r}: import_module(name)"
    assert among(NOT_AT_START, loaded_by(program)) == []


# ---- set-up ------------------------------------------------------------------------------------


def test_every_requirement_is_pinned_with_its_hashes_and_no_index_is_named():
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert all("==" in pin and pin.endswith("\\") for pin in pins)
    sources = [ROOT / "requirements.txt", ROOT / "pyproject.toml", ROOT / "README.md"]
    kept = [p for p in (ROOT / "installer").rglob("*") if p.is_file() and p.suffix != ".pyc"]
    sources += [*kept, ROOT / ".ci/run"]
    named = [name(path) for path in sources if re.search(r"pypi|pythonhosted", path.read_text())]
    assert named == []


@pytest.mark.parametrize("script", ["setup", "try", "test"])
def test_the_scripts_of_the_readme_are_plain_sh(script):
    path = ROOT / f"installer/{script}.sh"
    assert subprocess.run(["sh", "-n", path]).returncode == 0
    text = path.read_text()
    assert not re.search(r"\[\[|\bfunction\b|\blocal\b|<<<", text)
