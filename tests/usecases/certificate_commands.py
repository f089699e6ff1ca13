"""Each command of certificates and their templates as a person would give it, for undo."""

from academy.documents.look import Look
from academy.store.journal import Gesture
from academy.usecases import academy, certificate_files, certificates, issue, issue_plan, templates
from builders import NOW, TODAY, certified


def change_template(w):
    certified(w.store, w.cohort, w.places[:2])
    draft = w.draft(templates.template, 1, name="Ours", look=Look(border=False))
    yield
    w.do("change_template", templates.save_template, draft, TODAY)


def offer_template(w):
    w.do("retire_template", templates.retire_template, 2)
    yield
    w.store.write(Gesture("offer_template"), templates.retire_template, 2, retired=False)


def revoke(w):
    choice = issue_plan.IssueChoice(
        w.cohort.id, (w.places[0].id,), TODAY, w.signatory,
        reasons=((w.places[0].id, "A trial"),),
    )  # fmt: skip
    plan = w.store.read(issue_plan.certificate_plan, choice, NOW)
    made = certificate_files.make_files(plan)
    [certificate] = w.store.write(issue.issue_gesture(plan), issue.issue, plan, made)
    yield
    w.do("revoke_certificate", certificates.revoke, certificate, TODAY, "A trial")


def revoke_several(w):
    issued = certified(w.store, w.cohort, w.places[:2])
    yield
    w.do("revoke_certificates", certificates.revoke_several, issued, TODAY, "A trial")


CERTIFICATE_COMMANDS = {
    "save_signatory": lambda w: w.do(
        "save_signatory", academy.save_signatory, academy.SignatoryDraft(name="Sam Reed")
    ),
    "add_template": lambda w: w.do(
        "add_template", templates.copy_template, 1, "Summer school", TODAY
    ),
    "import_template": lambda w: w.do(
        "import_template", templates.import_template, w.store.read(templates.template_file, 3),
        TODAY,
    ),
    "change_template": change_template,
    "retire_template": lambda w: w.do("retire_template", templates.retire_template, 2),
    "offer_template": offer_template,
    "revoke_certificate": revoke,
    "revoke_certificates": revoke_several,
}  # fmt: skip
