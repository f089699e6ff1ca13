"""The form of a template: design, colours, pictures, words, who signs beside, how long it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.documents.fields import FIELDS as CERTIFICATE_FIELDS
from academy.documents.fields import unknown_fields
from academy.documents.look import (
    Colours,
    DesignName,
    Language,
    Look,
    NameFace,
    OwnWords,
    Paper,
    Signer,
)
from academy.documents.look_data import LONGEST_TEXT, LONGEST_VALID, MOST_LINES
from academy.ui.kit import labels
from academy.ui.kit.entry import Problem, TextEntry
from academy.ui.kit.form import Form
from academy.ui.kit.parts import column, holder, label
from academy.ui.screens.template_entries import ColourEntry, PictureEntry, field_menu
from academy.usecases.template_preview import Inks
from academy.usecases.templates import TemplateDraft

FIELDS = {
    "template_name_missing": "name",
    "template_name_taken": "name",
}
"""Which field a broken rule belongs to."""

WELSH = ("academy", "strapline", "heading", "certifies", "did", "lines")
Values = Mapping[str, Any]


class TemplateForm(Form):
    """A template as a draft. `look_now` is what can be shown while somebody types."""

    def __init__(self, draft: TemplateDraft) -> None:
        super().__init__(width=320)
        self.draft = draft
        look = draft.look
        self._shown = look
        self._welsh: list[QWidget] = []
        missing = self.tr("Enter the name of the template")
        self.text("name", self.tr("&Name"), draft.name, missing=missing)
        self._ask_design(look)
        self._ask_colours(look)
        self._ask_pictures(look)
        self._ask_words("english", look.english, self.tr("Words"))
        self._ask_words("welsh", look.welsh, self.tr("Words in Welsh"))
        self._ask_signer(look)
        self._ask_validity(look)
        self._languages.currentIndexChanged.connect(self._fit_welsh)
        self._fit_welsh()
        self.first = self.typed()

    # ---- what it asks --------------------------------------------------------------------------

    def _ask_design(self, look: Look) -> None:
        self.section(self.tr("Design"))
        designs = [(labels.word(one), one) for one in DesignName]
        self.choose("design", self.tr("&Design"), designs, look.design)
        papers = [(labels.word(one), one) for one in Paper]
        self.choose("paper", self.tr("&Paper"), papers, look.paper)
        languages = [(labels.word(one), one) for one in Language]
        self._languages = self.choose("language", self.tr("&Language"), languages, look.language)
        faces = [(labels.word(one), one) for one in NameFace]
        self.choose("name_face", self.tr("&Type of the person’s name"), faces, look.name_face)
        self.tick("border", self.tr("Draw the &border of the design"), on=look.border)

    def _ask_colours(self, look: Look) -> None:
        self.section(self.tr("Colours"), self.tr("Left empty, they are those of the design."))
        said = look.colours
        self.colours = {
            "accent": ColourEntry(self.tr("&Accent"), said.accent, "#17305c"),
            "second": ColourEntry(self.tr("&Second colour, for decoration"), said.second, ""),
            "ink": ColourEntry(self.tr("Te&xt"), said.ink, "#1b2230"),
            "paper": ColourEntry(self.tr("Paper’s ground"), said.paper, "#ffffff"),
        }
        for key, entry in self.colours.items():
            self.add(f"colour_{key}", entry)

    def _ask_pictures(self, look: Look) -> None:
        self.section(self.tr("Pictures"))
        hint = self.tr("Stands in place of the emblem, as large as its room allows")
        self.add("logo", PictureEntry(self.tr("L&ogo (optional)"), look.logo, hint=hint))
        hint = self.tr("Covers the whole sheet, below all text. Choose a pale one.")
        words = self.tr("Bac&kground (optional)")
        self.add("background", PictureEntry(words, look.background, hint=hint))

    def _ask_words(self, tongue: str, said: OwnWords, heading: str) -> None:
        note = label(self.tr("Left empty, the usual words are printed."), "caption", wrap=True)
        head = holder(column(label(heading, "section"), note, gap=2, margins=(0, 10, 0, 0)))
        self.put(head)
        parts: list[QWidget] = [head]
        asked = (
            ("academy", self.tr("Academy’s name"), 1),
            ("strapline", self.tr("Line below it"), 1),
            ("heading", self.tr("Heading"), 1),
            ("certifies", self.tr("Before the person’s name"), 1),
            ("did", self.tr("After the person’s name"), 1),
            ("lines", self.tr("Lines of your own, up to {n}").format(n=MOST_LINES), 3),
        )
        for key, words, lines in asked:
            value = getattr(said, key)
            value = "\n".join(value) if isinstance(value, tuple) else value
            check = self._check_lines if key == "lines" else self._check_text
            entry = self.text(f"{tongue}_{key}", words, value, check=check, lines=lines)
            parts.append(entry)
            if key in ("heading", "lines"):
                parts.append(field_menu(entry, self._fields(), self, words))
                self.put(parts[-1])
        if tongue == "welsh":
            self._welsh = parts

    def _fields(self) -> list[tuple[str, str]]:
        words = {
            "name": self.tr("Person’s name"), "programme": self.tr("Programme"),
            "cohort": self.tr("Cohort"), "dates": self.tr("Dates of the programme"),
            "hours": self.tr("Hours attended"), "number": self.tr("Number"),
            "issued": self.tr("Date of issue"), "expires": self.tr("Valid until"),
            "issuer": self.tr("Issuer"),
        }  # fmt: skip
        return [(words.get(field, field), field) for field in CERTIFICATE_FIELDS]

    def _ask_signer(self, look: Look) -> None:
        note = self.tr("The first is chosen when certificates are issued.")
        self.section(self.tr("Second signatory"), note)
        signer = look.signers[0] if look.signers else Signer()
        self.text("signer", self.tr("Second signatory (optional)"), signer.name)
        self.text("role", self.tr("&Role (optional)"), signer.role)
        self.text("welsh_role", self.tr("Role in Welsh (optional)"), signer.welsh_role)
        words = self.tr("Signat&ure (optional)")
        hint = self.tr("A PNG or JPEG of the signature on white or clear ground")
        self.add("signature", PictureEntry(words, signer.picture, hint=hint))

    def _ask_validity(self, look: Look) -> None:
        self.section(self.tr("Validity"))
        self.text(
            "valid_months",
            self.tr("Valid for, in &months (optional)"),
            str(look.valid_months or ""),
            hint=self.tr("Left empty, certificates hold for good"),
            check=self._check_months,
            width=100,
        )

    # ---- checking ------------------------------------------------------------------------------

    def _check_text(self, text: str) -> str:
        if len(text) > LONGEST_TEXT:
            return self.tr("The text can have up to {n} characters").format(n=LONGEST_TEXT)
        odd = unknown_fields(text)
        words = self.tr("‘{field}’ is no field; choose one by Insert field")
        return words.format(field=f"{{{odd[0]}}}") if odd else ""

    def _check_lines(self, text: str) -> str:
        lines = text.splitlines()
        if len(lines) > MOST_LINES:
            return self.tr("There is room for up to {n} lines").format(n=MOST_LINES)
        return next(filter(None, map(self._check_text, lines)), "")

    def _check_months(self, text: str) -> str:
        if text.isdecimal() and 1 <= int(text) <= LONGEST_VALID:
            return ""
        return self.tr("Enter a number of months like 24")

    # ---- what it holds -------------------------------------------------------------------------

    def look_now(self) -> Look:
        """Return the look of what stands in the fields; what cannot be used stays as it was."""
        values = {}
        for key, entry in self.entries.items():
            try:
                values[key] = entry.read()
            except Problem:
                continue
        self._shown = look_from(values, self._shown)
        return self._shown

    def drafted(self, values: Values) -> TemplateDraft:
        """Return what was filled in as a draft."""
        return replace(self.draft, name=values["name"], look=look_from(values, self.draft.look))

    def typed(self) -> dict[str, object]:
        """Return what stands in the fields now, as it is typed or chosen."""
        found: dict[str, object] = {}
        for key, entry in self.entries.items():
            try:
                found[key] = entry.typed() if isinstance(entry, TextEntry) else entry.read()
            except Problem as problem:
                found[key] = problem.sentence
        return found

    def is_changed(self) -> bool:
        """Whether anything differs from what was first shown."""
        return self.typed() != self.first

    def show_inks(self, inks: Inks) -> None:
        """Say beside each colour how well it reads, and show what the design's own would be."""
        for key, entry in self.colours.items():
            entry.set_usual(getattr(inks.colours, key))
            if key != "paper":
                entry.contrast.setText(self._reads(getattr(inks, key), large=key == "second"))

    def _reads(self, ratio: float, *, large: bool) -> str:
        words = self.tr("{ratio}:1 on the paper").format(ratio=f"{ratio:.1f}")
        return words if large or ratio >= 4.5 else self.tr("{ratio}, too pale").format(ratio=words)

    def _fit_welsh(self) -> None:
        welsh = self._languages.currentData() is Language.WELSH_ENGLISH
        for entry in (*self._welsh, self.entries["welsh_role"]):
            entry.setVisible(welsh)


def look_from(values: Values, before: Look) -> Look:
    """Return a look with the values of the form; what is not among them stays as before."""
    plain = ("design", "paper", "language", "name_face", "border", "logo", "background")
    changes: dict[str, Any] = {key: values[key] for key in plain if key in values}
    colours = {key: values.get(f"colour_{key}") for key in ("accent", "second", "ink", "paper")}
    known = {key: value for key, value in colours.items() if value is not None}
    changes["colours"] = replace(before.colours, **known) if known else Colours()
    for tongue in ("english", "welsh"):
        changes[tongue] = _words(values, tongue, getattr(before, tongue))
    if "valid_months" in values:
        changes["valid_months"] = int(values["valid_months"] or 0)
    changes["signers"] = _signers(values, before)
    return replace(before, **changes)


def _words(values: Values, tongue: str, before: OwnWords) -> OwnWords:
    said: dict[str, Any] = {
        key: values[f"{tongue}_{key}"] for key in WELSH if f"{tongue}_{key}" in values
    }
    if "lines" in said:
        said["lines"] = tuple(line.strip() for line in said["lines"].splitlines() if line.strip())
    return replace(before, **said)


def _signers(values: Values, before: Look) -> tuple[Signer, ...]:
    signer = before.signers[0] if before.signers else Signer()
    signer = Signer(
        values.get("signer", signer.name),
        values.get("role", signer.role),
        values.get("welsh_role", signer.welsh_role),
        values.get("signature", signer.picture),
    )
    return (signer,) if signer.name or signer.picture else ()
