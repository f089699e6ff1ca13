"""Fields in an academy's own words: {name} becomes the name when a certificate is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from academy.documents.certificate import CertificateFacts
    from academy.documents.texts import Texts

#: The fields there are, in the order a menu shows them.
FIELDS: Final = (
    "name", "programme", "cohort", "dates", "hours", "number", "issued", "expires", "issuer",
)  # fmt: skip
_FIELD: Final = re.compile(r"\{([^{}]*)\}")


def filled(text: str, facts: CertificateFacts, texts: Texts) -> str:
    """Return a text with its fields filled in; a field that is not known stays as it stands."""
    values = {
        "name": facts.name,
        "programme": facts.programme,
        "cohort": facts.cohort,
        "dates": facts.dates_in(texts),
        "hours": facts.hours or "",
        "number": facts.number,
        "issued": texts.day(facts.issued_on),
        "expires": texts.day(facts.expires_on) if facts.expires_on else "",
        "issuer": facts.academy,
    }
    return _FIELD.sub(lambda found: values.get(found[1].strip(), found[0]), text)


def unknown_fields(text: str) -> list[str]:
    """Return what stands in braces and is no field."""
    return [name for name in _FIELD.findall(text) if name.strip() not in FIELDS]
