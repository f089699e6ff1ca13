"""Calendar files, invitations as drafts, and replies: what goes out to people's calendars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import Answer, FileProblem, RuleBroken
from academy.exchange.calendar import Method, write_calendar
from academy.exchange.calendar_reading import read_calendars
from academy.exchange.mail_drafts import MailDraft, write_draft
from academy.store.journal import Gesture
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import show_toast
from academy.usecases import answers, calendar, invitations, reminders
from academy.usecases.answers import AnswerRead, Fate
from academy.usecases.invitations import Letter, Letters, News


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("invitations", words, None, n)


class InvitationDoing:
    """Writes and reads calendar files for a page."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page

    # ---- the feed -------------------------------------------------------------------------------

    def save_calendar(self, cohort_id: int | None, name: str) -> None:
        """Write the sessions of a cohort, or of all, as an .ics file."""
        kinds = [pickers.FileKind(_tr("Calendar files"), ("ics",))]
        title = _tr("Save calendar file")
        path = pickers.save_file(self._page, title, f"{safe_name(name)}.ics", kinds, "calendar")
        if path is None:
            return
        events = self._desk.read(calendar.feed, cohort_id)
        data = write_calendar(events, Method.PUBLISH, name=name)
        if self._write({path: data}):
            words = _tr("Saved {name} with %n session(s)", len(events)).format(name=path.name)
            self._offer_folder(words, path.parent)

    # ---- invitations ----------------------------------------------------------------------------

    def draft(self, cohort_id: int, session_id: int | None = None) -> None:
        """Write what people's calendars must be told as files and mail drafts."""
        try:
            found = self._desk.read(invitations.letters, cohort_id, self._desk.today(), session_id)
        except RuleBroken as broken:
            self._desk.refused.emit(labels.rule(broken))
            return
        if not self._confirmed(found):
            return
        folder = pickers.choose_folder(self._page, _tr("Folder for the invitations"), "invitations")
        if folder is None or not self._write(_files(folder, found)):
            return
        gesture = Gesture("send_invitations", {"n": len(found.letters)}, undoable=False)
        if self._desk.do(gesture, invitations.note_sent, found.letters).done:
            words = _tr("%n invitation(s) ready to be sent", len(found.letters))
            self._offer_folder(words, folder)

    def remind(self, session_id: int) -> None:
        """Write the invitation anew for those who did not answer it, as a draft."""
        try:
            found = self._desk.read(reminders.reminder, session_id, self._desk.today())
        except RuleBroken as broken:
            self._desk.refused.emit(labels.rule(broken))
            return
        count = len(found.letters[0].to)
        question = _tr("Make a draft that reminds %n person(s)?", count)
        more = _tr("The draft is written into a folder; you send it.")
        if not pickers.confirm(self._page, question, more, _tr("Make draft…")):
            return
        folder = pickers.choose_folder(self._page, _tr("Folder for the reminder"), "invitations")
        if folder is None or not self._write(_files(folder, found)):
            return
        gesture = Gesture("remind", {"n": count}, undoable=False)
        if self._desk.do(gesture, reminders.note_reminded, session_id).done:
            self._offer_folder(_tr("A reminder for %n person(s) is ready", count), folder)

    def _confirmed(self, found: Letters) -> bool:
        counted = Counter(letter.news for letter in found.letters)
        told = [text for news, text in _news().items() if counted[news]]
        lines = [words.format(n=counted[news]) for news, words in zip(
            (n for n in _news() if counted[n]), told, strict=True)]  # fmt: skip
        if found.unreachable:
            names = ", ".join(found.unreachable[:5])
            more = len(found.unreachable) - 5
            names += _tr(" and %n more", more) if more > 0 else ""
            lines.append(_tr("Without an address, so not told: {names}").format(names=names))
        lines.append(_tr("The drafts are written into a folder; you send them."))
        count = len(found.letters)
        question = _tr("Make %n draft(s) for people’s calendars?", count)
        return pickers.confirm(
            self._page, question, "\n".join(lines), _tr("Make %n draft(s)…", count)
        )

    # ---- replies --------------------------------------------------------------------------------

    def read_replies(self) -> None:
        """Read a reply to an invitation, as a calendar file or a saved mail."""
        kinds = [pickers.FileKind(_tr("Replies"), ("ics", "eml"))]
        path = pickers.open_file(self._page, _tr("Read a reply"), kinds, "replies")
        if path is None:
            return
        try:
            messages = read_calendars(path.read_bytes(), path.name)
        except FileProblem as problem:
            self._desk.refused.emit(labels.rule(problem))
            return
        except OSError:
            words = _tr("{name} cannot be read. Choose another file.")
            self._desk.refused.emit(words.format(name=path.name))
            return
        count = sum(len(message.events) for message in messages)
        gesture = Gesture("read_answers", {"n": count})
        done = self._desk.do(gesture, answers.take_answers, messages)
        if done.done:
            self._tell(done.value or [])

    def _tell(self, read: Sequence[AnswerRead]) -> None:
        taken = any(one.fate is Fate.TAKEN for one in read)
        words = " ".join(answer_read_words(one) for one in read[:4])
        words = words or _tr("There is no answer in this file.")
        if taken:
            show_toast(self._page, words, _tr("Undo"), self._desk.undo)
        else:
            self._desk.refused.emit(words)

    # ---- files ----------------------------------------------------------------------------------

    def _write(self, files: dict[Path, bytes]) -> bool:
        try:
            for path, data in files.items():
                beside = path.with_name(f".{path.name}.part")
                beside.write_bytes(data)
                beside.replace(path)
        except OSError:
            folder = next(iter(files)).parent
            broken = RuleBroken("folder_unwritable", folder=folder)
            self._desk.refused.emit(labels.rule(broken))
            return False
        return True

    def _offer_folder(self, words: str, folder: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        show_toast(self._page, words, _tr("Open folder"), show)


def _news() -> dict[News, str]:
    return {
        News.INVITED: _tr("New: {n}"),
        News.CHANGED: _tr("Changed since people were told: {n}"),
        News.CANCELLED: _tr("Cancelled: {n}"),
        News.LEFT: _tr("For people who left: {n}"),
    }


def answer_read_words(one: AnswerRead) -> str:
    """Return what became of one answer, as a sentence."""
    accepted = {
        Answer.ACCEPTED: _tr("{who} accepted {session}."),
        Answer.DECLINED: _tr("{who} declined {session}."),
        Answer.TENTATIVE: _tr("{who} may come to {session}."),
        Answer.WAITING: _tr("{who} has not answered {session} yet."),
    }
    others = {
        Fate.KNOWN: _tr("The answer of {who} to {session} is known already."),
        Fate.NO_SESSION: _tr("{who} answers an invitation that did not come from here: {session}."),
        Fate.NOT_INVITED: _tr("{who} answers for {session} and was not invited to it."),
        Fate.NO_ANSWER: _tr("“{session}” is an invitation, not a reply."),
    }
    words = accepted[one.answer] if one.fate is Fate.TAKEN else others[one.fate]
    return words.format(who=one.who, session=one.session)


def _files(folder: Path, found: Letters) -> dict[Path, bytes]:
    """Return a calendar file and a mail draft for each letter, by names that sort by day."""
    files: dict[Path, bytes] = {}
    for number, letter in enumerate(found.letters, 1):
        data = write_calendar([letter.event], letter.method, organiser=found.organiser)
        subject = f"{_subject(letter.news)}: {letter.event.title}"
        to = tuple(a for a in letter.event.attendees if a.email in {p.email for p in letter.to})
        mail = MailDraft(subject, _body(letter, found), to, data, letter.method)
        name = safe_name(f"{letter.event.day.isoformat()} {number} {subject}")
        files[folder / f"{name}.ics"] = data
        files[folder / f"{name}.eml"] = write_draft(mail)
    return files


def _subject(news: News) -> str:
    return {
        News.INVITED: _tr("Invitation"),
        News.CHANGED: _tr("Changed"),
        News.CANCELLED: _tr("Cancelled"),
        News.LEFT: _tr("No longer expected"),
        News.REMINDED: _tr("Reminder"),
    }[news]


def _body(letter: Letter, found: Letters) -> str:
    event = letter.event
    days = event.hours or ((event.day, event.starts, event.ends),)
    asks = [_tr("Your answer to this invitation is still to come."), ""]
    lines = [
        *(asks if letter.news is News.REMINDED else ()),
        event.title,
        *(f"{dates.long_day(day)}, {dates.hours(starts, ends)}" for day, starts, ends in days),
        event.place,
        event.link,
        "",
        found.organiser.name,
    ]
    gaps = (1, len(lines) - 2) if letter.news is News.REMINDED else (len(lines) - 2,)
    return "\n".join(line for number, line in enumerate(lines) if line or number in gaps) + "\n"


def safe_name(words: str) -> str:
    """Return words as a file may be called on every system."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in words)
    return " ".join(kept.split()).strip(". ")[:100] or "Academy"
