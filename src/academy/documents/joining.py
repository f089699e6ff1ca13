"""Several files in one, for the printer."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO


def joined(files: Sequence[bytes], title: str = "") -> bytes:
    """Return one file with the pages of all, in their order. Each stays as it was issued."""
    import pikepdf

    with pikepdf.Pdf.new() as whole:
        for content in files:
            with pikepdf.Pdf.open(BytesIO(content)) as part:
                whole.pages.extend(part.pages)
        if title:
            whole.docinfo["/Title"] = title
        written = BytesIO()
        whole.save(written, deterministic_id=True)
    return written.getvalue()
