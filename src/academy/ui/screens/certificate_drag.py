"""Rows of certificates that are dragged out of the window as their PDFs: to a mail, to a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QTemporaryDir, QUrl
from PySide6.QtWidgets import QAbstractItemView

from academy.domain.words import FileProblem
from academy.ui.kit.columns import Column
from academy.ui.kit.paged_model import PagedModel, Source
from academy.ui.kit.rows import Index
from academy.usecases.certificate_files import write_files
from academy.usecases.certificates import CertificateRow, IssuedFile

Files = Callable[[Sequence[int]], Sequence[IssuedFile]]
"""Gives the stored files of certificates by their ids."""


class CertificateTable(PagedModel[CertificateRow]):
    """The log. What is dragged are the stored bytes, under their safe names.

    They lie in a folder of their own until the program ends, for who takes them reads them later.
    """

    def __init__(
        self,
        columns: Sequence[Column[CertificateRow]],
        source: Source[CertificateRow],
        files: Files,
    ) -> None:
        super().__init__(columns, lambda certificate: certificate.id, source)
        self._files = files
        self._folder: QTemporaryDir | None = None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a drag carries."""
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the files of the dragged rows; nothing where they cannot be written."""
        carried = QMimeData()
        ids = dict.fromkeys(cast("int", self.id_at(index.row())) for index in indexes)
        if self._folder is None:
            self._folder = QTemporaryDir()
        try:
            paths = write_files(Path(self._folder.path()), self._files(list(ids)))
        except FileProblem:
            return carried
        carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return carried


def drag_out(view: QAbstractItemView) -> None:
    """Let rows be dragged out of a view; copies go, the rows stay."""
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)
