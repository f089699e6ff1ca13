"""The command line, as a script uses it: what it prints, what it writes, how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from academy.domain.words import Who
from academy.store.file import open_academy
from academy.store.history import entries
from terminal import ROOT, academy, answer, cohort_id, program


@pytest.mark.parametrize(
    ("what", "count", "fields"),
    [
        ("programmes", 2, {"id", "name", "rules_version"}),
        ("cohorts", 7, {"id", "programme", "name", "state"}),
        ("people", 145, {"id", "name", "email", "organisation"}),
        ("pairs", 76, {"id", "cohort_id", "mentee_id", "mentor_id", "state", "meetings"}),
        ("certificates", 18,
         {"id", "number", "person_id", "cohort_id", "issued_on", "state", "sha256"}),
    ],
)  # fmt: skip
def test_show_lists_what_is_there(sample, what, count, fields):
    found = answer("show", sample, what).result
    assert len(found) >= count if what in ("certificates", "people") else len(found) == count
    assert all(set(row) == fields for row in found)


def test_show_of_a_cohort_has_its_people_sessions_and_marks(sample):
    cohort = cohort_id(sample, "Top Talent 7")
    people = {row["id"] for row in answer("show", sample, "people", "--cohort", cohort).result}
    held = {row["id"]: row for row in answer("show", sample, "sessions", "--cohort", cohort).result}
    marks = answer("show", sample, "marks", "--cohort", cohort).result
    assert (len(people), len(held), len(marks)) == (24, 10, 73)
    assert {row["person_id"] for row in marks} <= people
    assert {row["session_id"] for row in marks} <= set(held)
    assert set(marks[0]) == {"session_id", "person_id", "mark"}
    assert "T09:30:00" in next(iter(held.values()))["starts"]


def test_a_sound_academy_passes_the_check(sample):
    assert answer("check", sample).result["findings"] == 0


def test_marks_from_standard_input_are_acknowledged_one_by_one(sample):
    cohort = cohort_id(sample, "Top Talent 7")
    people = [row["id"] for row in answer("show", sample, "people", "--cohort", cohort).result]
    session = answer("show", sample, "sessions", "--cohort", cohort).result[3]["id"]
    typed = f"{people[0]},P\n{people[1]}, l \nnonsense\n{people[2]},Q\n99999,P\n\n{people[3]},A\n"
    done = academy("mark", sample, "--session", session, "-", typed=typed)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [line.split(" ")[:2] for line in lines] == [
        ["ACK", "1"], ["ACK", "2"], ["REFUSED", "3"], ["REFUSED", "4"], ["REFUSED", "5"],
        ["REFUSED", "6"], ["ACK", "7"],
    ]  # fmt: skip
    kept = answer("show", sample, "marks", "--cohort", cohort).result
    here = {row["person_id"]: row["mark"] for row in kept if row["session_id"] == session}
    assert here == {people[0]: "P", people[1]: "L", people[3]: "A"}
    store = open_academy(sample, Who("Ann"), read_only=True)
    newest = store.read(entries, 3)
    store.close()
    assert all(line.entry.by.endswith(" (command line)") for line in newest)
    assert academy("mark", sample, "--session", session, "-", typed=f"{people[4]},P\n").stdout == (
        "ACK 1\n"
    )


def test_certificates_take_a_template_by_its_name_or_id(sample, folder):
    cohort = cohort_id(sample, "Top Talent 5")
    due = ("certificates", sample, "--cohort", cohort, "--due", "--dry-run", "--out")
    sizes = set()
    for said in ("heritage", "5", "Civic"):
        looked = answer(*due, folder / said, "--template", said).result
        assert len(looked["certificates"]) == 18
        sizes.add((folder / said / Path(looked["files"][0]).name).stat().st_size)
    assert len(sizes) == 2
    unknown = answer(*due, folder, "--template", "Baroque", code=1)
    assert unknown.problems[0]["text"].startswith("There is no template “Baroque”. Choose one of")


def test_certificates_are_looked_at_first_then_issued_once(sample, folder):
    cohort = cohort_id(sample, "Top Talent 5")
    due = ("certificates", sample, "--cohort", cohort, "--due", "--out")
    before = answer("show", sample, "certificates").result
    looked = answer(*due, folder / "previews", "--dry-run")
    assert len(looked.result["certificates"]) == 18
    assert len(list((folder / "previews").glob("Preview*.pdf"))) == 18
    assert answer("show", sample, "certificates").result == before
    issued = answer(*due, folder / "issued")
    assert issued.result["certificates"] == looked.result["certificates"]
    files = sorted((folder / "issued").iterdir())
    assert len(files) == 18
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert answer(*due, folder / "again").result["certificates"] == []
    assert not (folder / "again").exists()
    assert answer("check", sample).ok


@pytest.mark.parametrize("what", ["people", "marks", "certificates"])
def test_exports_hold_every_row(sample, folder, what):
    from academy.exchange.tables import read_table

    for ending in "xlsx", "csv":
        goal = folder / f"{what}.{ending}"
        said = answer("export", sample, "--what", what, "--to", goal).result
        table = read_table(goal)
        assert (len(table.rows), list(table.headers)) == (said["rows"], said["columns"])


def test_a_backup_can_take_the_place_of_the_academy(sample, folder):
    made = answer("backup", sample, "--to", folder / "backups").result
    before = answer("show", sample, "marks").result
    copy = folder / "restored.academy"
    restored = answer("restore", made["backup"], "--to", copy).result
    assert (restored["file"], restored["aside"]) == (str(copy), None)
    assert answer("show", copy, "marks").result == before
    again = answer("restore", made["backup"], "--to", copy).result
    assert Path(again["aside"]).exists()


def test_a_locked_academy_can_be_read_but_not_written(sample):
    store = open_academy(sample, Who("Ann"))
    try:
        for run in program, academy:
            assert answer("backup", sample, code=3, run=run).problems[0]["code"] == "store_locked"
            assert answer("show", sample, "programmes", run=run).ok
    finally:
        store.close()


def test_an_academy_of_a_newer_program_ends_with_code_4(sample, folder):
    import shutil

    import sqlcipher3.dbapi2

    newer = folder / "newer.academy"
    shutil.copyfile(sample, newer)
    connection = sqlcipher3.dbapi2.connect(str(newer), isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    before = newer.read_bytes()
    for words in (["show", newer, "people"], ["check", newer], ["backup", newer]):
        assert answer(*words, code=4).problems[0]["code"] == "store_too_new"
    assert newer.read_bytes() == before


def test_a_report_is_read_without_an_academy():
    meetings = ROOT / "tests/data/meetings"
    report = next(meetings.glob("T10a*"))
    found = answer("read-meeting", report, "--date", "2022-11-14").result
    assert (found["date_order"], len(found["people"])) == ("DMY", 7)
    assert found["people"][1] | {"kind": "person"} == {
        "name": "Gwen Bamgbose", "email": "gwen.bamgbose@example.gov.uk", "kind": "person",
        "first_join": "2022-11-14T09:30:52", "last_leave": "2022-11-14T09:50:12",
        "seconds": 1160, "open": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (["show", "{sample}", "nonsense"], 2, "usage"),
        (["show"], 2, "usage"),
        (["certificates", "{sample}", "--cohort", "0", "--due", "--out", "x"], 2, "usage"),
        (["--new", "x.academy"], 2, "usage"),
        (["show", "{folder}/none.academy", "people"], 1, "store_missing"),
        (["show", "{folder}/notes.txt", "people"], 1, "store_not_academy"),
        (["check", "{folder}/empty.academy"], 1, "store_empty"),
        (["sample", "--to", "{sample}"], 1, "store_exists"),
        (
            ["certificates", "{sample}", "--cohort", "99", "--due", "--out", "x"],
            1,
            "cohort_unknown",
        ),
        (["export", "{sample}", "--what", "people", "--to", "x.pdf"], 1, "ending_unknown"),
        (["read-meeting", "{folder}/notes.txt"], 1, "not_a_meeting_report"),
        (["read-meeting", "{folder}/none.csv"], 1, "file_unreadable"),
        (["restore", "{folder}/notes.txt", "--to", "{sample}"], 1, "store_not_academy"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(sample, folder, words, code, problem):
    (folder / "notes.txt").write_text("Buy biscuits for session 4\nand coffee\n" * 20)
    (folder / "empty.academy").write_bytes(b"")
    filled = [word.format(sample=sample, folder=folder) for word in words]
    before = sample.read_bytes()
    [said] = answer(*filled, code=code).problems
    assert said["code"] == problem
    assert said["text"].endswith((".", "”"))
    assert sample.read_bytes() == before


def test_a_command_word_is_the_command_and_anything_else_a_file():
    assert "usage: academy check" in academy("check", "--help").stdout
    shot = ("--offscreen-screenshot", "home", "x.png")
    assert answer(*shot, "./check", "--temp", code=1, run=program).problems
    shot = answer(*shot, "no.academy", code=1)
    assert shot.command == "offscreen-screenshot"


def test_the_version_is_said_without_loading_the_window_or_the_database():
    assert program("--version").stdout.startswith("Academy ")
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "academy", "--version"],
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    ).stderr  # fmt: skip
    assert not [name for name in ("PySide6", "sqlalchemy", "reportlab") if name in loaded]
    versions = program("-V").stdout
    assert all(name in versions for name in ("Qt ", "PySide6 ", "SQLite ", "ReportLab "))


def test_every_part_of_the_program_works_here():
    parts = "academy", "spreadsheets", "certificates", "signing", "matching", "calendar", "window"
    assert answer("--self-check", run=program).result == dict.fromkeys(parts, True)
