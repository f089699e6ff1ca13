"""Opening a file: what is not an academy is refused unchanged, what cannot be written is read."""

import os
import stat
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from academy.domain.academy import Academy
from academy.domain.people import Person
from academy.domain.words import Who
from academy.store import history
from academy.store.check import check
from academy.store.engine import connect, pragma_of
from academy.store.file import (
    FileTooNew,
    StoreUnavailable,
    create,
    open_academy,
)
from academy.store.place import file_system, require_local
from academy.store.reading import beside
from academy.store.store import Gesture

ANN = Who("Ann")
G = Gesture("add_person")


def add_person(db, name):
    person = Person(full_name=name)
    db.add(person)
    db.flush()
    return person.id


def people(store):
    return store.read(lambda db: [p.full_name for p in db.query(Person).order_by(Person.id)])


@pytest.fixture
def path(tmp_path):
    """Return an academy file with one person in it, closed."""
    path = tmp_path / "Anytown Academy.academy"
    store = create(path, ANN, name="Anytown")
    store.write(G, add_person, "Aoife")
    store.close()
    return path


def refused(path, key, **options):
    before = {f: f.read_bytes() for f in path.parent.iterdir() if f.is_file()}
    with pytest.raises(StoreUnavailable) as caught:
        open_academy(path, ANN, **options)
    assert caught.value.key == key
    assert caught.value.facts["path"] == path
    assert {f: f.read_bytes() for f in path.parent.iterdir() if f.is_file()} == before
    return caught.value


def test_a_new_academy_has_its_name_and_keeps_it(path):
    store = open_academy(path, ANN)
    assert store.read(lambda db: db.query(Academy).one().name) == "Anytown"
    assert people(store) == ["Aoife"]
    assert not store.read_only
    store.close()
    with pytest.raises(StoreUnavailable) as caught:
        create(path, ANN, name="Other")
    assert caught.value.key == "store_exists"


def test_undo_works_after_closing_and_opening(path):
    store = open_academy(path, ANN)
    store.undo()
    assert people(store) == []
    store.close()


def test_what_is_not_an_academy_is_refused_as_it_is(tmp_path):
    refused(tmp_path / "none.academy", "store_missing")
    assert not list(tmp_path.iterdir())
    folder = tmp_path / "folder.academy"
    folder.mkdir()
    refused(folder, "store_folder")
    empty = tmp_path / "empty.academy"
    empty.touch()
    refused(empty, "store_empty")
    text = tmp_path / "text.academy"
    text.write_text("Name;E-mail\n" * 500)
    refused(text, "store_not_academy")
    foreign = tmp_path / "foreign.academy"
    other = sqlite.connect(str(foreign))
    other.execute("CREATE TABLE people (id INTEGER)")
    other.close()
    refused(foreign, "store_foreign")


def test_an_academy_of_a_newer_program_is_refused_with_its_version(path):
    connection = connect(path)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.execute("UPDATE file_notes SET value='2.1' WHERE name='saved_by'")
    connection.close()
    for read_only in (False, True):
        problem = refused(path, "store_too_new", read_only=read_only)
        assert isinstance(problem, FileTooNew)
        assert (problem.facts["saved_by"], problem.exit_code) == ("2.1", 4)


def test_a_program_stops_when_a_newer_one_has_changed_the_file_meanwhile(path):
    store = open_academy(path, ANN)
    other = connect(path)
    other.execute("UPDATE alembic_version SET version_num='9999'")
    other.close()
    for use in (lambda: store.write(G, add_person, "x"), store.poll):
        with pytest.raises(FileTooNew):
            use()
    store.close()


def as_nobody(function):
    """Run a function as a user without rights, in a process of its own; return what it says."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os.write(writer, str(function()).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as said:
        text = said.read()
    os.waitpid(child, 0)
    return text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="rights are those of POSIX")
def test_a_read_only_file_or_folder_opens_for_reading(path):
    def look():
        store = open_academy(path, ANN)
        try:
            store.write(G, add_person, "x")
        except StoreUnavailable as problem:
            return people(store), store.why_read_only, problem.key
        finally:
            store.close()

    for folder in path.parents:
        about = folder.stat()
        if about.st_uid == os.getuid() and not about.st_mode & stat.S_ISVTX:  # all may use /tmp
            folder.chmod(0o755)
    expected = "(['Aoife'], 'file', 'store_read_only')"
    path.chmod(0o444)
    path.parent.chmod(0o555)
    assert as_nobody(look) == expected
    beside(path, "-journal").touch()
    assert as_nobody(look) == expected
    path.chmod(0o000)

    def key():
        try:
            open_academy(path, ANN)
        except StoreUnavailable as problem:
            return problem.key

    assert as_nobody(key) == "store_no_permission"
    path.parent.chmod(0o755)
    path.chmod(0o644)


def test_folders_that_others_synchronise_are_no_place_to_write(path, tmp_path):
    shared = tmp_path / "OneDrive - Anytown Council" / "Work"
    shared.mkdir(parents=True)
    moved = path.rename(shared / path.name)
    problem = refused(moved, "store_synchronised")
    assert problem.facts["folder"] == "OneDrive - Anytown Council"
    reader = open_academy(moved, ANN, read_only=True)
    assert people(reader) == ["Aoife"]
    reader.close()
    with pytest.raises(StoreUnavailable):
        create(shared / "new.academy", ANN, name="x")


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/ann/a", "ext4"),
        ("/mnt/share/a", "cifs"),
        ("/mnt/shared/a", "ext4"),
        ("/a b/c", "nfs4"),
    ],
)
def test_the_file_system_of_a_path_is_that_of_the_nearest_mount(place, kind):
    mounts = "/dev/sda / ext4 rw\n//s/x /mnt/share cifs rw\ns:/x /a\\040b nfs4 rw\n"
    assert file_system(Path(place), mounts) == kind


def test_an_ordinary_folder_is_a_good_place(tmp_path):
    require_local(tmp_path / "a.academy")
    require_local(tmp_path / "My Dropbox notes" / "a.academy")


def test_a_name_with_odd_characters_is_a_name(tmp_path):
    odd = tmp_path / "50 % ? # ü" / "a%20b?c#d.academy"
    odd.parent.mkdir()
    store = create(odd, ANN, name="x")
    store.write(G, add_person, "A")
    store.close()
    assert odd.exists()
    assert check(odd) == []


def test_the_file_says_what_it_is_and_who_saved_it(path):
    connection = connect(path, "ro")
    notes = dict(connection.execute("SELECT name, value FROM file_notes").fetchall())
    assert pragma_of(connection, "application_id") == 0x41434459
    connection.close()
    assert notes.keys() == {"saved_by", "checked_at"}


def test_a_full_history_is_there_for_the_next_who_opens(path):
    store = open_academy(path, ANN)
    lines = store.read(history.entries, 10)
    assert [line.entry.key for line in lines] == ["add_person", "name_academy"]
    store.close()
