"""The words people head their columns with, and what such a column holds."""

from __future__ import annotations

import re

from academy.domain.names import suggestive

_FIELDS = {
    "full_name": """name|full name|fullname|student name|student|delegate|delegate name|participant
        |participant name|attendee|attendee name|learner|learner name|employee name|employee
        |candidate|candidate name|applicant|applicant name|member|member name|person|mentee
        |mentee name|mentor|mentor name|display name|displayname|your name|your full name
        |contact name|staff name|officer|officer name|canonical name|name of delegate
        |name of participant|name of attendee|enw|enw llawn|colleague|colleague name|nominee
        |nominee name|user name full|names|what is your name|what is your full name""",
    "given_name": """first name|firstname|forename|forename s|forenames|first names|given name
        |given names|givenname|christian name|vorname|prenom|enw cyntaf|your first name|fname
        |delegate first name|attendee first name|participant first name|first name s""",
    "family_name": """last name|lastname|surname|family name|familyname|second name|nachname
        |familienname|nom|nom de famille|cyfenw|your last name|your surname|lname|sn
        |delegate surname|attendee surname|participant last name|last names""",
    "known_as": """known as|preferred name|preferred first name|nickname|name known by|knownas
        |likes to be called|prefers to be called|what do you like to be called""",
    "name_on_certificate": """name on certificate|certificate name|name for certificate
        |name for the certificate|name as it should appear on the certificate
        |name to appear on certificate|name on the certificate""",
    "email": """email|e mail|email address|e mail address|mail|business email|work email|ebost
        |e bost|cyfeiriad ebost|work email address|your email|your email address|emailaddress
        |contact email|delegate email|attendee email|participant email|e mail adresse|courriel
        |email id|student email|mentee email|mentor email|what is your email address""",
    "phone": """phone|telephone|tel|tel no|mobile|mobile number|mobile phone|phone number
        |telephone number|contact number|contact no|work phone|ffon|rhif ffon|phone no|cell
        |business phone|work telephone|mobile no""",
    "organisation": """organisation|organization|org|council|council or organisation
        |local authority|authority|la|employer|company|company name|institution
        |organisation name|organization name|your organisation|your council|sefydliad|cyngor
        |employing organisation|council organisation|organisation council|council name
        |which council do you work for|home organisation|local authority name""",
    "job_title": """job title|jobtitle|role title|position|job|post|post title|job role
        |your job title|teitl swydd|current job title|current role|designation|what is your job
        |what is your job title|occupation|job position""",
    "external_id": """student id|id number|idnumber|employee id|employee number|employee no
        |staff id|staff number|staff no|payroll number|payroll no|learner id|person id|member id
        |membership number|participant id|external id|candidate number|personnel number
        |delegate id|studentid|employeeid""",
    "role": "role|role type|role1|type of person",
    "team": "team|department|directorate|service|service area|division|section|dept|adran",
    "cohort": "cohort|cohort1|klasse|class|group|group1|course group|cohort name|carfan",
}
_BY_WORDS = {
    " ".join(words.split()): field for field, lines in _FIELDS.items() for words in lines.split("|")
}
_OTHER_HEADS = frozenset(
    {
        "#", "no", "nr", "id", "start time", "completion time", "order id", "order date", "status",
        "date", "grade", "profession", "biography", "username", "last login", "registered at",
        "country", "notes", "comments", "session 1", "ticket type", "event name", "user",
        "allergies", "dietary requirements", "age", "gender", "ethnicity", "start date", "region",
        "line manager", "title", "location", "phone level", "diet", "disability",
    }
)  # fmt: skip
_SOMEBODY_ELSE = re.compile(
    r"\b(?:buyer|manager|managers|supervisor|emergency|next of kin|referee|sponsor|head of"
    r"|approver|booker|booked by|contact in|nominated by|invoice|billing|parent|guardian)\b"
)


def header_key(header: str) -> str:
    """Return the form in which two writings of one header are equal: “E-mail Address:” too."""
    words = re.sub(r"[^\w#]+|_", " ", suggestive(header)).split()
    return " ".join(words)


def field_of_header(header: str) -> str:
    """Return the field a header names, such as `email`; empty when it names none of ours."""
    key = header_key(header)
    if field := _BY_WORDS.get(key):
        return field
    if speaks_of_somebody_else(header):
        return ""
    shorter = re.sub(r"\b(?:optional|required|as on certificate|please|if known)\b", "", key)
    if field := _BY_WORDS.get(" ".join(shorter.split())):
        return field
    if re.search(r"\be ?mail\b", key) and len(key.split()) <= 6:
        return "email"
    if "certificate" in key and "name" in key:
        return "name_on_certificate"
    return ""


def speaks_of_somebody_else(header: str) -> bool:
    """Whether a column holds another person's name or address: a line manager, a buyer."""
    return bool(_SOMEBODY_ELSE.search(header_key(header)))


def is_known_header(text: str) -> bool:
    """Whether a cell reads like the head of a column rather than like somebody's data."""
    return bool(field_of_header(text)) or header_key(text) in _OTHER_HEADS
