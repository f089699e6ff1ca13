"""Asks for somebody who signs certificates: name, role, and a picture of the signature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from academy.ui.kit import paint, pickers
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import Painted, button, column, holder, row
from academy.ui.kit.theme import px
from academy.usecases.academy import SignatoryDraft

LARGEST = 1600
"""Pictures of signatures are made smaller than this, in pixels."""


class SignatoryDialog(FormDialog):
    """A signatory as a draft."""

    def __init__(self, parent: QWidget | None, draft: SignatoryDraft) -> None:
        form = Form()
        fresh = not draft.id
        title = self.tr("New signatory") if fresh else self.tr("Edit signatory")
        save = self.tr("Add signatory") if fresh else self.tr("Save signatory")
        super().__init__(parent, title, save, form)
        self.draft, self.picture, self._problem = draft, draft.picture, ""
        missing = self.tr("Enter the name of the signatory")
        form.text("name", self.tr("&Name"), draft.name, missing=missing)
        hint = self.tr("As it stands under the name, like Chief Executive")
        form.text("role", self.tr("&Role (optional)"), draft.role, hint=hint)
        self._seen = Painted(self._draw, height=72, width=240)
        choose, remove = button(self.tr("Choose &picture…")), button(self.tr("R&emove picture"))
        choose.clicked.connect(self._choose)
        remove.clicked.connect(lambda: self._show(None))
        part = holder(column(self._seen, row(choose, remove, None), gap=8))
        part.setFocusProxy(choose)
        hint = self.tr("A PNG or JPEG of the signature on white or clear ground")
        words = self.tr("Signature (optional)")
        form.add("picture", PartEntry(words, part, self._read, hint=hint))
        words = self.tr("No longer s&igns: keep in the list, offer no more")
        form.tick("retired", words, on=draft.retired)

    def _choose(self) -> None:
        kinds = [pickers.FileKind(self.tr("Pictures"), ("png", "jpg", "jpeg"))]
        path = pickers.open_file(self, self.tr("Choose the signature"), kinds, "signatures")
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Take a picture; one that cannot be read becomes the field's problem."""
        image = QImage(str(path))
        if image.isNull():
            self._problem = self.tr("Choose a picture (.png, .jpg)")
            self.form.show_problems({"picture": self._problem})
            return
        if max(image.width(), image.height()) > LARGEST:
            fit = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(LARGEST, LARGEST, fit, smooth)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        self._show(bytes(data.data()))

    def _show(self, picture: bytes | None) -> None:
        self.picture, self._problem = picture, ""
        self.form.show_problems({})
        self._seen.update()

    def _read(self) -> bytes | None:
        if self._problem:
            raise Problem(self._problem)
        return self.picture

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        paper = "#ffffff" if self.picture else ""
        ground = QColor(paper) if paper else "alternate"
        paint.box(painter, rect, px(6), ground, "hairline-strong")
        if self.picture is None:
            paint.text(painter, rect, self.tr("No picture"), "caption", "muted", paint.CENTRE)
            return
        image = QImage.fromData(self.picture)
        room = rect.adjusted(px(8), px(8), -px(8), -px(8))
        size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.center().x() - size.width() / 2
        top = room.center().y() - size.height() / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), image)

    def drafted(self, values: Mapping[str, Any]) -> SignatoryDraft:
        """Return what was filled in as a draft."""
        return replace(
            self.draft,
            name=values["name"],
            role=values["role"],
            picture=values["picture"],
            retired=values["retired"],
        )
