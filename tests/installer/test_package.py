"""What the package for Debian, Windows and macOS is made of, judged by each system's own tools."""

import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "installer/package"
LINUX = PACKAGE / "linux"
NAME = "uk.academy.Academy"


def judged(*command):
    """Let a tool of the system judge; without it the test is left out and says so."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed: nobody here can judge this")
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def icons(tmp_path_factory):
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, PACKAGE / "icons.py", folder], check=True)
    return folder


def test_the_menu_entry_is_valid_and_runs_what_the_command_line_knows():
    file = LINUX / f"{NAME}.desktop"
    lines = re.findall(r"^Exec=(.+)$", file.read_text("utf-8"), re.MULTILINE)
    assert lines == ["academy %f", "academy --register today", "academy --sample"]
    found = judged("desktop-file-validate", file)
    assert (found.returncode, found.stdout) == (0, "")


def test_the_software_centre_takes_the_description():
    found = judged("appstreamcli", "validate", "--no-net", LINUX / f"{NAME}.metainfo.xml")
    assert found.returncode == 0, found.stdout


def test_both_kinds_of_file_are_known_by_name_and_the_academy_by_content(tmp_path):
    (tmp_path / "mime/packages").mkdir(parents=True)
    shutil.copy(LINUX / f"{NAME}.xml", tmp_path / "mime/packages")
    found = judged("update-mime-database", "-V", tmp_path / "mime")
    assert found.returncode == 0, found.stderr
    globs = (tmp_path / "mime/globs").read_text("utf-8")
    assert "application/vnd.uk.academy+sqlite3:*.academy" in globs
    assert "application/vnd.uk.academy.register+json:*.register" in globs
    from academy.store.engine import APPLICATION_ID

    mark = APPLICATION_ID.to_bytes(4, "big").decode()
    assert f'offset="68" value="{mark}"' in (LINUX / f"{NAME}.xml").read_text("utf-8")


def test_every_icon_is_drawn_in_every_size(icons):
    from PIL import Image

    for kind, name in (
        ("apps", NAME),
        ("mimetypes", "application-vnd.uk.academy+sqlite3"),
        ("mimetypes", "application-vnd.uk.academy.register+json"),
    ):
        assert (icons / f"hicolor/scalable/{kind}/{name}.svg").exists()
        for size in (16, 32, 48, 128, 256, 512):
            with Image.open(icons / f"hicolor/{size}x{size}/{kind}/{name}.png") as image:
                assert image.size == (size, size)
                assert image.getextrema()[3] == (0, 255)  # drawn, on nothing
    with Image.open(icons / "academy.ico") as image:
        assert (16, 16) in image.info["sizes"]
        assert (256, 256) in image.info["sizes"]


def test_the_window_has_the_same_icon(icons):
    drawn = icons / f"hicolor/64x64/apps/{NAME}.png"
    assert (ROOT / "resources/program.png").read_bytes() == drawn.read_bytes()


def test_the_installer_for_windows_compiles_in_both_languages(icons, tmp_path):
    (tmp_path / "program/_internal").mkdir(parents=True)
    (tmp_path / "program/academy.exe").write_bytes(b"stands in")
    (tmp_path / "program/_internal/part").write_bytes(b"stands in")
    told = {"VERSION": "0.1.0", "FROM": tmp_path / "program", "ICONS": icons, "TO": tmp_path}
    words = [f"-D{key}={value}" for key, value in told.items()]
    found = judged("makensis", "-V2", "-WX", *words, PACKAGE / "academy.nsi")
    assert found.returncode == 0, found.stdout
    assert (tmp_path / "academy-0.1.0-setup.exe").read_bytes().startswith(b"MZ")


def test_every_text_of_the_windows_installer_is_there_in_welsh():
    script = (PACKAGE / "academy.nsi").read_text("utf-8")
    texts = {
        language: re.findall(rf"^LangString (\w+) \${{LANG_{language}}}", script, re.MULTILINE)
        for language in ("ENGLISH", "WELSH")
    }
    assert texts["ENGLISH"] == texts["WELSH"] != []


def test_macos_opens_both_kinds_of_file():
    told = plistlib.loads((PACKAGE / "Info.plist").read_bytes())
    declared = {
        kind["UTTypeIdentifier"]: kind["UTTypeTagSpecification"]["public.filename-extension"]
        for kind in told["UTExportedTypeDeclarations"]
    }
    opened = [kind["LSItemContentTypes"][0] for kind in told["CFBundleDocumentTypes"]]
    assert declared == {"uk.academy.file": ["academy"], "uk.academy.register": ["register"]}
    assert opened == list(declared)


def test_the_debian_package_is_laid_out_and_the_same_twice(tmp_path):
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not installed: no package can be made here")
    frozen = tmp_path / "academy"
    (frozen / "_internal").mkdir(parents=True)
    shutil.copy("/bin/true", frozen / "academy")
    (frozen / "_internal/part").write_bytes(b"stands in")
    made = []
    for turn in ("one", "two"):
        goal = tmp_path / turn
        goal.mkdir()
        words = [PACKAGE / "deb.py", "--from", frozen, "--to", goal, "--version", "9.9"]
        words += ["--root", tmp_path / "root"]
        subprocess.run([sys.executable, *map(str, words)], check=True, capture_output=True)
        made.append(next(goal.iterdir()))
    assert made[0].read_bytes() == made[1].read_bytes()
    listed = judged("dpkg-deb", "-c", made[0]).stdout
    assert "./usr/bin/academy -> ../lib/academy/academy" in listed
    assert f"./usr/share/mime/packages/{NAME}.xml" in listed
    assert "./usr/share/doc/academy/copyright" in listed
    assert "preinst" not in judged("dpkg-deb", "-I", made[0]).stdout
    assert not re.search(r" (?!root/root)\w+/\w+ +\d+ \d{4}-", listed)
