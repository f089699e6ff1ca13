"""Every shipped look: three designs on both sheets, in one language and in two."""

from itertools import product

from academy.documents.look import DesignName, Language, Look, OwnWords, Paper, Signer
from documents.certificates import signature_picture

WELSH_NAMES = OwnWords(academy="Academi Arweinyddiaeth", strapline="ar gyfer llywodraeth leol")
LOOKS = {
    f"{design}, {paper}, {language}": Look(design, paper, language, welsh=WELSH_NAMES)
    for design, paper, language in product(DesignName, Paper, Language)
}
SECOND = Signer("Siân Hughes", "Chair", "Cadeirydd", signature_picture())
#: The names of the specification for every template, but the one that no face can show.
NAMES = (
    "Siân Ŵyn-Hughes", "Łukasz Żółć", "Ğülşen Çelik", "Nguyễn Thị Ánh", "Zoë O’Brien", "Sukarno",
    "Wilhelmina-Konstantina Featherstonehaugh-Cholmondeley-Winterbottom",
)  # fmt: skip
