"""Each command once in a process of its own: what it imports is there, and its ends are right.

The other tests call the commands in their own process, which is quicker.
"""

import pytest

from academy.cli.arguments import COMMANDS
from academy.exchange.packs import read_pack
from terminal import academy, answer, cohort_id, program

PHRASE = "four words that fit nowhere"


@pytest.fixture(scope="module")
def known(sample, folder):
    """What the words below name: files, and ids of the sample."""
    (folder / "phrase").write_text(PHRASE + "\n", "utf-8")
    seven, five = cohort_id(sample, "Top Talent 7"), cohort_id(sample, "Top Talent 5")
    session = answer("show", sample, "sessions", "--cohort", seven).result[0]["id"]
    signed = ("certificates", sample, "--cohort", five, "--due", "--out", folder / "signed")
    answer(*signed, "--passphrase-file", folder / "phrase")
    lists = sample.with_name("sample practice files")
    return {
        "file": sample, "folder": folder, "seven": seven, "five": five, "session": session,
        "waiting": cohort_id(sample, "Empowering Women 4"),
        "people": next(path for path in lists.glob("*.xlsx") if path.name.startswith("Top")),
        "teams": next(lists.glob("*.csv")), "pdf": min((folder / "signed").glob("*.pdf")),
        "phrase": folder / "phrase", "backup": answer("backup", sample).result["backup"],
    }  # fmt: skip


# what is said to each command; “|” stands between the words
SAID = {
    "sample": "--to|{folder}/another.academy",
    "check": "{file}",
    "import": "{file}|--people|{people}|--cohort|{seven}|--dry-run",
    "export": "{file}|--what|people|--to|{folder}/people.xlsx",
    "pack": "make|{file}|--session|{session}|--to|{folder}/one.register",
    "sheet": "{file}|--session|{session}|--to|{folder}/sheet.pdf",
    "match": "{file}|--cohort|{waiting}|--dry-run",
    "sets": "{file}|--cohort|{waiting}|--dry-run",
    "agreement": "{file}|--pair|1|--to|{folder}/agreement.pdf",
    "certificates": "{file}|--cohort|{five}|--due|--dry-run|--out|{folder}/previews",
    "verify": "{pdf}|--file|{file}",
    "publish-verification": "{file}|--to|{folder}/check|--passphrase-file|{phrase}",
    "badges": "{file}|--cohort|{five}|--passphrase-file|{phrase}|--out|{folder}/badges",
    "backup": "{file}|--to|{folder}/backups",
    "restore": "{backup}|--to|{folder}/restored.academy",
    "show": "{file}|people",
    "mark": "{file}|--session|{session}|-",
    "read-meeting": "{teams}",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_runs_as_a_program(known, command):
    words = [word.format(**known) for word in SAID[command].split("|")]
    if command == "mark":  # answers line by line, as it reads
        people = answer("show", known["file"], "people", "--cohort", known["seven"]).result
        done = program(command, *words, typed=f"{people[0]['id']},P\nnonsense\n")
        assert [line[:5] for line in done.stdout.splitlines()] == ["ACK 1", "REFUS"]
        assert done.returncode == 1
        return
    told = answer(command, *words, run=program)
    assert told.command == command
    if command == "pack":
        assert read_pack(known["folder"] / "one.register").people


def test_wrong_words_end_a_program_with_2_and_a_missing_file_with_1(folder):
    for words, code in ((["show"], 2), (["show", folder / "none.academy", "people"], 1)):
        there, here = program(*words), academy(*words)
        assert (there.returncode, here.returncode) == (code, code)
        assert (there.stdout, there.stderr) == (here.stdout, here.stderr)
        assert there.stderr
