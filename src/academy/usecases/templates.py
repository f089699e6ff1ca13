"""Templates of certificates: made, changed, copied, retired. What was issued keeps its version."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from academy.documents.look import Look
from academy.documents.look_data import look_data, look_of
from academy.domain.certificates import Certificate
from academy.domain.templates import CertificateTemplate, TemplateVersion
from academy.domain.words import FileProblem, RuleBroken
from academy.exchange.template_files import LARGEST_PICTURE, TemplateFile
from academy.store.journal import Db
from academy.usecases import drafts
from academy.usecases.rights import ADMINISTRATORS, EVERYBODY, allowed


@dataclass(frozen=True)
class TemplateDraft:
    """A template as a form holds it; id 0 is a new one.

    `number` is its present version, `issued` how many certificates were issued with that one:
    saving then makes the next.
    """

    id: int = 0
    version: int = 0
    name: str = ""
    look: Look = field(default_factory=Look)
    number: int = 0
    issued: int = 0


@dataclass(frozen=True)
class TemplateRow:
    """A template in the list. `issued` counts certificates of all its versions."""

    id: int
    name: str
    retired: bool
    number: int
    look: Look
    issued: int
    last_issued: date | None


@allowed(*EVERYBODY)
def templates(db: Db) -> list[TemplateRow]:
    """Return all templates in their order, the retired ones last."""
    used: dict[int, tuple[int, date]] = {
        template_id: (count, last)
        for template_id, count, last in db.execute(
            select(
                TemplateVersion.template_id,
                func.count(Certificate.id),
                func.max(Certificate.issued_on),
            )
            .join(Certificate, Certificate.template_version_id == TemplateVersion.id)
            .group_by(TemplateVersion.template_id)
        )
    }
    order = (CertificateTemplate.retired, CertificateTemplate.id)
    found = db.scalars(select(CertificateTemplate).order_by(*order)).all()
    return [_row(one, *used.get(one.id, (0, None))) for one in found]


def _row(template: CertificateTemplate, issued: int, last: date | None) -> TemplateRow:
    version = template.present()
    return TemplateRow(
        id=template.id,
        name=template.name,
        retired=template.retired,
        number=version.version,
        look=version_look(version),
        issued=issued,
        last_issued=last,
    )


@allowed(*EVERYBODY)
def template(db: Db, template_id: int) -> TemplateDraft:
    """Return a template to be edited; RuleBroken template_unknown."""
    found = _template(db, template_id)
    version = found.present()
    return TemplateDraft(
        id=found.id,
        version=_draft_version(db, found),
        name=found.name,
        look=version_look(version),
        number=version.version,
        issued=_issued(db, version),
    )


def version_look(version: TemplateVersion) -> Look:
    """Return the look of a version, with its pictures."""
    return look_of(
        version.look,
        logo=version.logo,
        background=version.background,
        second_signature=version.second_signature,
    )


@allowed(*ADMINISTRATORS)
def save_template(db: Db, draft: TemplateDraft, today: date) -> int:
    """Add or change a template.

    A version that certificates were issued with stays as it is, and the next one is made; one that
    nobody holds is replaced. RuleBroken: template_name_missing, template_name_taken,
    template_changed, picture_unreadable, template_picture_large, look_unknown.
    """
    name = drafts.required(draft.name, "template_name_missing")
    _require_look(draft.look)
    _require_free_name(db, name, draft.id)
    if draft.id:
        found = _template(db, draft.id)
        if _draft_version(db, found) != draft.version:
            raise RuleBroken("template_changed", name=found.name)
    else:
        found = CertificateTemplate(retired=False, versions=[])
        db.add(found)
    found.name = name
    _keep(db, found, draft.look, today)
    db.flush()
    return found.id


def _require_look(look: Look) -> None:
    """Refuse a look that could not be read again, or with pictures that are none."""
    look_of(look_data(look))
    for picture in (look.logo, look.background, _second_signature(look)):
        if picture is not None:
            require_picture(picture)


def require_picture(picture: bytes) -> None:
    """Refuse what is no picture, and one that is too large to stand on every certificate.

    Raises FileProblem: picture_unreadable, template_picture_large.
    """
    from academy.documents.designs.pictures import bitmap

    if len(picture) > LARGEST_PICTURE:
        raise FileProblem("template_picture_large", mb=LARGEST_PICTURE // 1024**2)
    bitmap(picture, "#ffffff")


def _second_signature(look: Look) -> bytes | None:
    return look.signers[0].picture if look.signers else None


def _keep(db: Db, template: CertificateTemplate, look: Look, today: date) -> None:
    version = template.present() if template.versions else None
    if version is not None and version_look(version) == look:
        return
    if version is None or _issued(db, version):
        number = 1 + (version.version if version else 0)
        version = TemplateVersion(version=number)
        template.versions.append(version)
    version.look, version.made_on = look_data(look), today
    version.logo, version.background = look.logo, look.background
    version.second_signature = _second_signature(look)


@allowed(*ADMINISTRATORS)
def copy_template(db: Db, template_id: int, name: str, today: date) -> int:
    """Add a template that looks like another one, under a name of its own."""
    look = version_look(_template(db, template_id).present())
    return save_template(db, TemplateDraft(name=name, look=look), today)


@allowed(*ADMINISTRATORS)
def template_file(db: Db, template_id: int) -> TemplateFile:
    """Return a template as a file holds it, to be used in another academy."""
    found = _template(db, template_id)
    look = version_look(found.present())
    pictures = {
        "logo": look.logo,
        "background": look.background,
        "second_signature": _second_signature(look),
    }
    kept = {name: picture for name, picture in pictures.items() if picture is not None}
    return TemplateFile(found.name, look_data(look), kept)


@allowed(*ADMINISTRATORS)
def import_template(db: Db, file: TemplateFile, today: date) -> int:
    """Add the template of a file, under a name that is free.

    RuleBroken: look_unknown; FileProblem: picture_unreadable, template_picture_large.
    """
    look = look_of(file.look, **file.pictures)
    return save_template(db, TemplateDraft(name=free_name(db, file.name), look=look), today)


@allowed(*EVERYBODY)
def free_name(db: Db, wished: str) -> str:
    """Return a name that no template has yet: the one wished for, or it with the next number."""
    taken = {name.casefold() for name in db.scalars(select(CertificateTemplate.name))}
    name, number = wished, 2
    while name.casefold() in taken:
        name, number = f"{wished} {number}", number + 1
    return name


@allowed(*ADMINISTRATORS)
def retire_template(db: Db, template_id: int, *, retired: bool = True) -> None:
    """Offer a template no more, or again; one is always left to issue with."""
    found = _template(db, template_id)
    others = select(func.count()).where(
        ~CertificateTemplate.retired, CertificateTemplate.id != template_id
    )
    if retired and not db.scalar(others):
        raise RuleBroken("template_last", name=found.name)
    found.retired = retired


def _template(db: Db, template_id: int) -> CertificateTemplate:
    found = db.get(CertificateTemplate, template_id)
    if found is None:
        raise RuleBroken("template_unknown", template=template_id)
    return found


def _draft_version(db: Db, template: CertificateTemplate) -> int:
    """Return what changes whenever the template or one of its versions does."""
    versions = sum(drafts.version(db, "template_versions", one.id) for one in template.versions)
    return drafts.version(db, "certificate_templates", template.id) + versions


def _issued(db: Db, version: TemplateVersion) -> int:
    wanted = select(func.count()).where(Certificate.template_version_id == version.id)
    return db.scalar(wanted) or 0


def _require_free_name(db: Db, name: str, own_id: int) -> None:
    same: ColumnElement[Any] = func.lower(CertificateTemplate.name) == name.lower()
    if db.scalar(select(CertificateTemplate.id).where(same, CertificateTemplate.id != own_id)):
        raise RuleBroken("template_name_taken", name=name)
