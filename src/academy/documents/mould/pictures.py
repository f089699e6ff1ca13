"""Pictures as objects of a file: drawings taken out of a specimen, stencils and bitmaps."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from threading import Lock
from typing import Any, Final

import pikepdf
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from academy.documents.blocks import Bitmap, Shape
from academy.documents.faces import Face
from academy.documents.mould.parts import Body, Part, Slot, packed_stream
from academy.documents.signature import Stencil

rl_config.useA85 = 0  # binary streams: a quarter smaller

Picture = Shape | Bitmap | Stencil
#: Written anew: streams are packed again, and nothing else of theirs is kept.
_UNPACKED: Final = frozenset({"/Length", "/Filter", "/DecodeParms"})
_one_at_a_time = Lock()


class Pictures:
    """The pictures of one design, each made once and known by its name."""

    def __init__(self, first_face: Face) -> None:
        self._first_face = first_face
        self._made: dict[str, Part] = {}

    def part(self, picture: Picture) -> Part:
        """Return a picture as an object that is shown by its name."""
        if picture.name not in self._made:
            self._made[picture.name] = self._part(picture)
        return self._made[picture.name]

    def _part(self, picture: Picture) -> Part:
        if isinstance(picture, Shape):
            with _one_at_a_time:
                return _drawn(picture, self._first_face)
        return _dots(picture)


def scale(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Return what the picture is stretched by to fill a place: pictures of dots fill 1 by 1."""
    if isinstance(picture, Shape):
        return width / picture.width, height / picture.height
    return width, height


def _dots(picture: Bitmap | Stencil) -> Part:
    kind = b"/ImageMask true/BitsPerComponent 1"
    if isinstance(picture, Bitmap):
        kind = b"/ColorSpace/DeviceRGB/BitsPerComponent 8"
    return Part(((_image(picture, kind),),))


def _image(picture: Bitmap | Stencil, kind: bytes) -> bytes:
    size = b"/Width %d/Height %d" % (picture.width, picture.height)
    head = b"<</Type/XObject/Subtype/Image%b%b/Filter/FlateDecode/Length %d>>" % (
        size,
        kind,
        len(picture.bits),
    )
    return b"%bstream\n%b\nendstream" % (head, picture.bits)


def _drawn(shape: Shape, first_face: Face) -> Part:
    """Let ReportLab draw a specimen, and take the drawing out of it."""
    written = BytesIO()
    canvas = Canvas(
        written,
        pagesize=(shape.width, shape.height),
        invariant=1,
        initialFontName=first_face.name,  # else a Helvetica that is not embedded
    )
    canvas.beginForm("specimen", 0, 0, shape.width, shape.height)
    shape.draw(canvas)
    canvas.endForm()
    canvas.doForm("specimen")
    canvas.save()
    with pikepdf.open(BytesIO(written.getvalue())) as pdf:
        (form,) = pdf.pages[0].Resources.XObject.values()
        return _Taken().part(form)


class _Taken:
    """Objects reached from one, in an order of their own."""

    def __init__(self) -> None:
        self._bodies: list[Body] = []
        self._places: dict[tuple[int, int], Slot] = {}

    def part(self, form: Any) -> Part:
        """Return a stream and everything it needs; the stream comes last."""
        body = self._body(form)
        return Part((*self._bodies, body))

    def _piece(self, value: Any) -> Body:
        """Return a value as it stands in another object: large ones are referred to."""
        if not isinstance(value, pikepdf.Object) or not value.is_indirect:
            return self._body(value)
        if value.objgen not in self._places:
            body = self._body(value)
            self._bodies.append(body)
            self._places[value.objgen] = Slot(len(self._bodies) - 1)
        return (self._places[value.objgen],)

    def _body(self, value: Any) -> Body:
        if isinstance(value, pikepdf.Stream):
            return self._stream(value)
        if isinstance(value, pikepdf.Dictionary):
            return (b"<<", *self._pairs(dict(value.items())), b">>")
        if isinstance(value, pikepdf.Array):
            return (b"[", *(p for each in value for p in (*self._piece(each), b" ")), b"]")
        if isinstance(value, pikepdf.Object):
            return (value.unparse(),)
        return (str(value).lower().encode() if isinstance(value, bool) else str(value).encode(),)

    def _stream(self, stream: Any) -> Body:
        data = stream.read_bytes()
        entries = {k: v for k, v in stream.stream_dict.items() if k not in _UNPACKED}
        if entries.get("/Subtype") == "/Form":
            entries["/Resources"] = _used(entries.get("/Resources", {}), data)
        packed = packed_stream(b"", data)
        return (b"<<", *self._pairs(entries), packed.removeprefix(b"<<"))

    def _pairs(self, entries: Mapping[str, Any]) -> Body:
        return tuple(
            piece
            for key, value in sorted(entries.items())
            for piece in (key.encode() + b" ", *self._piece(value))
        )


def _used(resources: Any, data: bytes) -> pikepdf.Dictionary:
    """Return the resources that a drawing names; ReportLab lists more than it uses."""
    kept: dict[str, Any] = {}
    for kind in ("/XObject", "/Font", "/ExtGState", "/Shading", "/Pattern", "/ColorSpace"):
        named = {
            key: value
            for key, value in resources.get(kind, {}).items()
            if key.encode() + b" " in data
        }
        if named:
            kept[kind] = pikepdf.Dictionary(named)
    return pikepdf.Dictionary(kept)
