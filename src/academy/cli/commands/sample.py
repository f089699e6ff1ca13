"""`academy sample`: a sample academy with its practice files."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from academy.cli.academies import answering, who
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.ui.kit.labels.terminal import say
from academy.usecases.cohorts import cohorts
from academy.usecases.sample import make_sample, practice_files


@answering
def sample(asked: Asked) -> Answer:
    """Write a sample academy to a new file, and its practice files into a folder beside it."""
    today = date.today()  # noqa: DTZ011 - the day on the wall
    store = make_sample(asked.to, who(), today, scale=asked.scale or 0)
    try:
        made = store.read(cohorts)
    finally:
        store.close()
    result: dict[str, object] = {"file": asked.to, "day": today, "cohorts": len(made)}
    result["people"] = sum(row.people for row in made)
    said = [say("sample_made", file=asked.to, cohorts=len(made))]
    if not asked.scale:
        folder = asked.to.with_name(f"{asked.to.stem} practice files")
        files = practice_files(folder, today)
        result["practice_files"] = asdict(files)
        said.append(say("practice_made", folder=folder))
    return Answer(result, said)
