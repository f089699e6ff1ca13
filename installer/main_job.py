"""The main job on a sample academy, by the terminal, where there is no screen.

People come in from a spreadsheet, a Teams report becomes marks, a mark is set by hand, whoever
waits for a mentor is paired, the certificates that are due are issued and one is checked, a backup
is made, the screens are drawn.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

SCREENS = (
    "home", "cohort/3/register", "cohort/3/people", "cohort/3/mentoring", "cohort/1/completion",
    "certificates", "template/3",
)  # fmt: skip


def academy(*words: object, typed: str = "") -> str:
    """Run a command of the terminal, show it and what it says; stop where it does not succeed."""
    said = [str(word) for word in words]
    print("\n$ academy", shlex.join(said), flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "academy", *said],
        input=typed, encoding="utf-8", stdout=subprocess.PIPE, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.debug=false"},
    )  # fmt: skip
    print("\n".join(done.stdout.splitlines()[:12]))
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


def asked(*words: object) -> list[dict[str, Any]]:
    """Return what `academy show` lists."""
    command = [sys.executable, "-m", "academy", "show", *map(str, words), "--json"]
    done = subprocess.run(command, encoding="utf-8", stdout=subprocess.PIPE, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)["result"]
    return found


def main(folder: Path) -> None:
    """Do the job in a fresh folder and say where everything is."""
    shutil.rmtree(folder, ignore_errors=True)
    pictures, certificates = folder / "pictures", folder / "certificates"
    pictures.mkdir(parents=True)
    file = folder / "Sample.academy"
    academy("sample", "--to", file)
    practice = folder / "Sample practice files"
    [people], [teams] = practice.glob("*.xlsx"), practice.glob("*Attendance*.csv")
    cohorts = {row["name"]: row["id"] for row in asked(file, "cohorts")}
    academy("import", file, "--people", people, "--cohort", cohorts["Empowering Women 5"])
    running = cohorts["Top Talent 7"]
    academy("import", file, "--teams", teams, "--cohort", running)
    session = asked(file, "sessions", "--cohort", running)[3]["id"]
    somebody = asked(file, "people", "--cohort", running)[0]["id"]
    academy("mark", file, "--session", session, "-", typed=f"{somebody},L\n")
    finished = cohorts["Top Talent 5"]
    academy("match", file, "--cohort", running)
    academy("certificates", file, "--cohort", finished, "--due", "--out", certificates)
    academy("verify", min(certificates.glob("*.pdf")), "--file", file)
    academy("backup", file)
    academy("check", file)
    for address in SCREENS:
        picture = pictures / f"{address.replace('/', '-')}.png"
        academy("--offscreen-screenshot", address, picture, file, "--temp")
    print(f"\nThe academy file:          {file}")
    print(f"Pictures of the screens:   {pictures}")
    print(f"Certificates:              {certificates}")


main(Path(sys.argv[1]))
