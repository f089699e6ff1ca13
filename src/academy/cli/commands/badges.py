"""`academy badges`: the certificates of a cohort as Open Badges, a PNG each."""

from __future__ import annotations

from academy.cli.academies import academy, answering
from academy.cli.answers import Answer
from academy.cli.arguments import Asked
from academy.cli.commands.certificates import signing_key
from academy.domain.words import RuleBroken
from academy.ui.kit.labels.terminal import say
from academy.usecases import badges as making
from academy.usecases import certificates as log
from academy.usecases import keys
from academy.usecases.certificate_files import write_files


@answering
def badges(asked: Asked) -> Answer:
    """Write a badge for each certificate in force; the academy must have its key already."""
    with academy(asked.file, write=False) as store:
        locked = store.read(keys.locked_key)
        if locked is None:
            raise RuleBroken("badges_need_key")
        ids = [row.id for row in store.read(log.certificates, asked.cohort)]
        facts = store.read(making.badge_facts, ids)
        if not facts:
            raise RuleBroken("badges_of_none")
        key = signing_key(store, asked, locked.made_on)
        assert key is not None
    files = write_files(asked.out, making.make_badges(facts, key))
    listed = [{"number": one.number, "name": one.name} for one in facts]
    said = say("badges_written", count=len(files), folder=asked.out)
    return Answer({"badges": listed, "files": files}, [said])
