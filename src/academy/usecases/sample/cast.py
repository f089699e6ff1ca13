"""The people of the sample academy: all invented, from real councils, reachable nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from academy.domain.councils import councils
from academy.domain.names import suggestive


@dataclass(frozen=True)
class Somebody:
    """An invented person: the name in full, the family name in it, their council by its code."""

    full_name: str
    family_name: str
    council: str
    job_title: str

    @property
    def email(self) -> str:
        """An address that reaches nobody: names and councils end in “.example”."""
        name = suggestive(self.full_name).replace(" ", ".")
        return f"{name}@{suggestive(councils()[self.council].name).replace(' ', '-')}.example"


COUNCILS: Final = (
    "KEN", "CMD", "POW", "LDS", "GLG", "MDW", "BFS", "NWM", "CRF", "BIR", "CON",
    "HCK", "GWN", "MAN", "FIF", "LCE", "SWA", "NFK", "WGN", "BNH", "CGN", "SHF",
    "HLD", "SLG", "DRS", "PLY", "WRX", "ESS", "SND", "OXO", "AGY", "BRD",
)  # fmt: skip
_JOBS: Final = (
    "Service delivery manager", "Business analyst", "Digital lead", "Infrastructure manager",
    "Policy officer", "Head of customer services", "Data protection officer", "Product manager",
    "Cyber security analyst", "Transformation lead", "Revenues manager", "GIS officer",
    "Library systems officer", "Social care practice lead", "Programme manager",
)  # fmt: skip
_MENTOR_JOBS: Final = (
    "Chief digital officer", "Assistant director", "Head of IT", "Director of resources",
    "Head of transformation", "Chief executive",
)  # fmt: skip

# A slash gives the family name where it is not the last word.
_TOP_TALENT_5: Final = """
Tola Adeyemi; Siân Hughes; Alexandrina Worthington-Featherstonehaugh; Petra Novak;
Callum MacAllister; Đặng Minh Tuấn/Đặng; Gwenllian Prŷs-Jones; Ewa Zając; Emre Yılmaz;
Sinéad Ní Dhomhnaill/Ní Dhomhnaill; Bartholomew Cunningham-Sinclair; Fatima Hassan; Joseph Adjei;
Lowri Vaughan; Neil Hargreaves; Anjali Deshmukh; Oliver Pemberton; Grace Mwangi;
Iwona Szczepańska; Leon Baptiste
"""
_TOP_TALENT_6: Final = """
Amara Nwosu; Ben Carruthers; Cerys Bowen; Dariusz Kowalczyk; Eleni Papadaki; Farah Siddiqui;
Gareth Llewelyn; Hoàng Văn Dũng/Hoàng; İpek Aydın; Jack Ridley; Kirsty Drummond;
Liam Ó Ceallaigh/Ó Ceallaigh; Mei Chen; Naomi Clarke; Osian Rowlands; Patience Asante;
Quentin Marlowe; Rukhsana Begum; Stephen Blackwood; Tamsin Penrose; Victoria Addo-Hamilton;
Wojciech Gąsior
"""
_TOP_TALENT_7: Final = """
Noor Ahmed; Aoife Byrne; Gülşen Çelik; Sam Oyelaran; Rhys ap Gwilym/ap Gwilym;
Zoë Fitzgerald-Cholmondeley; Łukasz Żółkiewski; Nguyễn Thị Hương/Nguyễn;
Siobhán Ní Bhriain/Ní Bhriain; Priya Rastogi; Kwame Boateng; Chloe Bennett; Owain Glŷn-Davies;
Şebnem Öztürk; Harpreet Kaur Gill; Marcus Whitfield; Wen Li; Małgorzata Dąbrowska;
Daniel Okonkwo; Ffion Ŵyn-Parry; Imogen Ashworth-Llewellyn; Yusuf Abdi; Rebecca Thornbury;
Tomasz Wiśniewski
"""
_TOP_TALENT_8: Final = """
Abigail Fenwick; Bilal Chaudhry; Catrin Môn-Williams; Dominic Achebe; Elżbieta Król;
Freya Sutherland; Gethin Powell; Hannah Osei; Isaac Morgenstern; Jaswinder Sandhu; Kemal Doğan;
Lê Thu Trang/Lê; Máire Ní Chonaill/Ní Chonaill; Nathan Prescott; Olwen Beynon;
Philippa Montague-Barrington; Rahul Menon; Sofia Lindqvist; Thandiwe Moyo
"""
_WOMEN_3: Final = """
Adaeze Obi; Bronwen Hywel; Charlotte Kingsley; Deepa Iyer; Eilidh McKenna; Funmilayo Bankole;
Grażyna Lewandowska; Heulwen Siôn; Ingrid Solberg; Jasmine Carter-Reid; Kübra Şahin;
Latoya Simmons; Mai Phương Anh/Mai; Nia Gruffydd; Órla Nic Giolla/Nic Giolla; Parveen Malik;
Rosalind Hetherington-Pryce; Shanice Wallace
"""
_WOMEN_4: Final = """
Alys Llŷr; Blessing Eze; Clodagh Ní Shúilleabháin/Ní Shúilleabháin; Dorota Błaszczyk;
Esther Kamau; Filiz Güneş; Georgina Holloway; Huda Al-Rashid; Ines Cardoso; Joanna Wrześniewska;
Kavita Patel; Lauren Ogilvie; Mared Ŵyn; Ngozi Udeh; Phạm Ngọc Lan/Phạm; Ruth Abernathy-Cole;
Swati Kulkarni; Teresa Donoghue
"""
_MENTORS: Final = """
Alan Brackenbury; Beverley Chambers; Charles Okoro; Delyth Probert; Elaine Fairweather;
François Delacroix; Geraldine Fitzpatrick; Hussein Jama; Irena Pawłowska; Jonathan Teale;
Katherine Osborne; Leyla Demirtaş; Mohan Krishnan; Nicola Standish; Olufemi Balogun;
Patricia Gallagher; Robert Ingleby; Sandra McIntosh; Trevor Hollis; Ursula Beaumont;
Vikram Chandra; Winifred Tudor; Yvonne Lacey; Zbigniew Górski
"""


def _people(names: str, first: int, jobs: tuple[str, ...]) -> tuple[Somebody, ...]:
    """Turn a list of names into people; `first` counts on, so that councils and jobs vary."""
    made = []
    for number, entry in enumerate(names.replace("\n", " ").split(";"), first):
        full, _, family = entry.strip().partition("/")
        council = COUNCILS[number * 7 % len(COUNCILS)]
        made.append(
            Somebody(full, family or full.split(" ")[-1], council, jobs[number % len(jobs)])
        )
    return tuple(made)


TOP_TALENT_5: Final = _people(_TOP_TALENT_5, 0, _JOBS)
TOP_TALENT_6: Final = _people(_TOP_TALENT_6, 20, _JOBS)
TOP_TALENT_7: Final = _people(_TOP_TALENT_7, 42, _JOBS)
TOP_TALENT_8: Final = _people(_TOP_TALENT_8, 66, _JOBS)
WOMEN_3: Final = _people(_WOMEN_3, 85, _JOBS)
WOMEN_4: Final = _people(_WOMEN_4, 103, _JOBS)
MENTORS: Final = _people(_MENTORS, 121, _MENTOR_JOBS)
