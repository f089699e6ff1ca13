"""An academy whose certificates are signed, for the tests of keys and checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from academy.exchange import key_wrapping
from academy.exchange.signing import UnlockedKey, new_key
from academy.store.journal import Gesture
from academy.usecases import academy, certificate_files, issue, issue_plan, keys
from builders import NOW, TODAY, a_cohort, a_signatory, an_academy, enrolled, marks

PHRASE = "four words that fit nowhere"


@cache
def a_new_key(number: int = 0, made_on: date = TODAY) -> keys.NewKey:
    """Return a key under PHRASE; scrypt takes a third of a second, so each is made once."""
    key = new_key("Kent & Medway Leadership", made_on)
    return keys.NewKey(key, key_wrapping.wrapped(key.secret(), PHRASE, key.kid), in_keyring=False)


def with_key(store, new):
    store.write(Gesture("make_key", undoable=False), keys.add_key, new)
    return new.unlocked


class SignedAcademy:
    """Two people hold signed certificates; codes lead to an address."""

    def __init__(self, key: keys.NewKey | None = None, names=("Siân Hughes", "Tola Adeyemi")):
        self.store = an_academy()
        settings = replace(
            self.store.read(academy.academy), check_address="https://example.org/check/"
        )
        self.store.write(Gesture("change_settings"), academy.save_academy, settings)
        self.key: UnlockedKey = with_key(self.store, key or a_new_key())
        self.cohort = a_cohort(self.store, sessions=2, name="Top Talent 5")
        self.places = enrolled(self.store, self.cohort, names)
        marks(self.store, self.cohort, *["PP"] * len(names))
        self.signatory = a_signatory(self.store)
        self.made = self.issue(self.key, [place.id for place in self.places])

    def issue(self, key, places, *, kid=None):
        kid = key.kid if key and kid is None else kid or ""
        choice = issue_plan.IssueChoice(
            self.cohort.id, tuple(places), TODAY, self.signatory, kid=kid
        )
        plan = self.store.read(issue_plan.certificate_plan, choice, NOW)
        made = certificate_files.make_files(plan, key=key)
        self.ids = self.store.write(issue.issue_gesture(plan), issue.issue, plan, made)
        self.plan = plan
        return made

    @property
    def public(self):
        from academy.exchange.public_keys import by_kid

        return by_kid(self.store.read(keys.public_keys))
