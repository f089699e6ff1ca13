"""The sentences on keys, tokens and what a check of a certificate finds."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

SIGNING: Final[dict[str, str]] = {
    # keys
    "passphrase_wrong": QT_TRANSLATE_NOOP(
        "labels", "This is not the passphrase of the key. Nothing was signed or issued."
    ),
    "passphrase_needed": QT_TRANSLATE_NOOP(
        "labels",
        "The signing key is locked. Name a file with its passphrase by --passphrase-file, "
        "or issue with --unsigned.",
    ),
    "passphrase_file": QT_TRANSLATE_NOOP(
        "labels", "{name} cannot be read as a passphrase: one line of text is expected."
    ),
    "keyring_refused": QT_TRANSLATE_NOOP(
        "labels", "The keyring of this computer did not take the passphrase. Choose one yourself."
    ),
    "key_there_already": QT_TRANSLATE_NOOP(
        "labels", "Another key signs here already. Retire it in Settings first."
    ),
    "key_retired_already": QT_TRANSLATE_NOOP(
        "labels", "The key {kid} is retired and signs no more."
    ),
    "key_missing": QT_TRANSLATE_NOOP("labels", "There is no signing key here."),
    "page_needs_key": QT_TRANSLATE_NOOP(
        "labels",
        "The check page tells what the academy’s key signed: make the key first, in Settings.",
    ),
    "key_gone": QT_TRANSLATE_NOOP(
        "labels", "The signing key changed meanwhile. Review the certificates again."
    ),
    "key_day_to_come": QT_TRANSLATE_NOOP("labels", "Enter a day up to {last}."),
    "check_address": QT_TRANSLATE_NOOP(
        "labels", "“{address}” is no web address. Enter one like https://example.org/check/."
    ),
    "not_a_key": QT_TRANSLATE_NOOP(
        "labels", "{name} is not a copy of a signing key. Choose a file that ends in .academy-key."
    ),
    "key_damaged": QT_TRANSLATE_NOOP(
        "labels", "The key is damaged and cannot sign. Take over another copy. {name}"
    ),
    "key_too_new": QT_TRANSLATE_NOOP(
        "labels", "{name} was saved by a newer Academy. Update Academy, then take it over."
    ),
    "key_of_other_academy": QT_TRANSLATE_NOOP(
        "labels", "This key belongs to another academy, {academy}. Choose a copy made here."
    ),
    # tokens
    "not_a_token": QT_TRANSLATE_NOOP(
        "labels", "This is no token of a certificate. Copy the whole of it, or drop the PDF."
    ),
    "token_damaged": QT_TRANSLATE_NOOP(
        "labels", "The token is not as any academy writes it: a part of it was changed."
    ),
    "token_too_new": QT_TRANSLATE_NOOP(
        "labels", "The token is of a newer Academy. Update Academy, then check again."
    ),
    "token_text": QT_TRANSLATE_NOOP(
        "labels",
        "A text on the certificate cannot be signed: it is missing, or has more than {limit} "
        "characters.",
    ),
    "key_unknown": QT_TRANSLATE_NOOP(
        "labels", "It is signed with a key that is not known here: that of another academy."
    ),
    "token_forged": QT_TRANSLATE_NOOP(
        "labels", "The signature does not hold: the facts were changed after signing."
    ),
    "token_after_key": QT_TRANSLATE_NOOP(
        "labels", "It is dated after {day}, when the academy stopped signing with this key."
    ),
    "keys_unreadable": QT_TRANSLATE_NOOP(
        "labels", "{name} is no list of public keys. Choose the keys.json of the academy."
    ),
    "withdrawn_unreadable": QT_TRANSLATE_NOOP(
        "labels", "The list of withdrawn numbers cannot be read."
    ),
    # certificates that are checked
    "pdf_encrypted": QT_TRANSLATE_NOOP(
        "labels", "{name} is protected by a password, so it cannot be checked. Save it without."
    ),
    "pdf_damaged": QT_TRANSLATE_NOOP(
        "labels", "{name} is cut off or damaged and cannot be read as a PDF."
    ),
    "not_a_pdf": QT_TRANSLATE_NOOP("labels", "{name} is not a PDF. Choose a certificate."),
    "pdf_too_large": QT_TRANSLATE_NOOP(
        "labels", "{name} has more than {limit} MB or {pages} pages: it is no certificate."
    ),
    "no_certificate": QT_TRANSLATE_NOOP(
        "labels", "There is no certificate of an academy in it: no signed facts were found."
    ),
    "tokens_differ": QT_TRANSLATE_NOOP(
        "labels", "It carries the signed facts of several certificates."
    ),
    "text_differs": QT_TRANSLATE_NOOP(
        "labels", "What is printed is not what was signed: {fields}."
    ),
    "seal_broken": QT_TRANSLATE_NOOP("labels", "The file was changed after it was sealed."),
    "seal_appended": QT_TRANSLATE_NOOP(
        "labels", "Something was added to the file after it was sealed."
    ),
    "seal_of_other": QT_TRANSLATE_NOOP("labels", "The file is sealed with another key."),
    "file_differs": QT_TRANSLATE_NOOP(
        "labels", "It is not byte for byte the file that was issued, as after saving it again."
    ),
    "same_file": QT_TRANSLATE_NOOP("labels", "It is byte for byte the file that was issued."),
    "facts_differ": QT_TRANSLATE_NOOP(
        "labels", "The register of the academy says something else about this number."
    ),
    "number_unknown": QT_TRANSLATE_NOOP(
        "labels", "The register of the academy does not have the number {number}."
    ),
    "key_seen": QT_TRANSLATE_NOOP(
        "labels",
        "Others may have had the key that signed it. Ask the academy whether it is theirs.",
    ),
    "expired_on": QT_TRANSLATE_NOOP("labels", "It was valid up to {day}."),
    "no_academy_to_ask": QT_TRANSLATE_NOOP(
        "labels", "Name the academy by --file, or its public keys by --keys."
    ),
}
