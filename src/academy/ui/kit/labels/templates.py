"""The sentences on templates of certificates, and on what bodies outside grant to programmes."""

from __future__ import annotations

from typing import Final

from academy.ui.kit.labels.marking import QT_TRANSLATE_NOOP

TEMPLATES: Final[dict[str, str]] = {
    "template_name_taken": QT_TRANSLATE_NOOP(
        "labels", "There is a template named “{name}” already. Choose another name."
    ),
    "template_unknown": QT_TRANSLATE_NOOP(
        "labels", "This template is not there any more. Choose another one."
    ),
    "template_not_offered": QT_TRANSLATE_NOOP(
        "labels", "There is no template “{name}”. Choose one of these: {known}."
    ),
    "template_missing": QT_TRANSLATE_NOOP(
        "labels", "There is no template to issue with. Make one under Certificates › Templates."
    ),
    "template_retired": QT_TRANSLATE_NOOP(
        "labels", "The template “{name}” is retired. Choose another one, or offer it again."
    ),
    "template_last": QT_TRANSLATE_NOOP(
        "labels", "“{name}” is the last template in use. Make another one first."
    ),
    "template_changed": QT_TRANSLATE_NOOP(
        "labels", "“{name}” was changed meanwhile. Open it again to see the change."
    ),
    "look_unknown": QT_TRANSLATE_NOOP(
        "labels",
        "This template says something that this Academy does not know. "
        "Update Academy, then import it.",
    ),
    "accreditation_days": QT_TRANSLATE_NOOP(
        "labels", "The accreditation by {body} must end after it begins."
    ),
    # files
    "not_a_template": QT_TRANSLATE_NOOP(
        "labels", "{name} is no certificate template. Choose a file that ends in .academy-template."
    ),
    "template_damaged": QT_TRANSLATE_NOOP(
        "labels", "{name} did not arrive whole. Ask for the template to be sent again."
    ),
    "template_too_new": QT_TRANSLATE_NOOP(
        "labels", "{name} was made by a newer Academy. Update Academy, then import it."
    ),
    "template_picture_large": QT_TRANSLATE_NOOP(
        "labels", "A picture in a template can have up to {mb} MB. Make it smaller first."
    ),
}
