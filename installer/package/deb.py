"""Make the package for Debian and Ubuntu: ``python installer/package/deb.py [--from FOLDER]``.

Takes the folder that freeze.py made and writes dist/academy_VERSION_ARCHITECTURE.deb: the program
below /usr/lib/academy, `academy` in /usr/bin, menu entry, file types, icons, licences. No scripts
of ours run: the triggers of shared-mime-info, desktop-file-utils and hicolor-icon-theme see the
files. The same folder gives the same bytes. What the libraries ask of the system is looked up by
ldd and compared with DEPENDS, so that a new library cannot be forgotten.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from freeze import version

HERE = Path(__file__).resolve().parent
HOME = HERE.parents[1]
EPOCH = "1767225600"  # 2026-01-01: the time of every file
DEPENDS = (
    "libc6 (>= 2.34)", "libegl1", "libgl1", "libglx0", "libxcb1", "libwayland-client0",
    "libwayland-cursor0", "libwayland-egl1", "libcups2", "libgssapi-krb5-2", "fontconfig-config",
)  # fmt: skip
#: Found by ldd, and brought along by one of DEPENDS.
ALONG = ("libglvnd0", "libkrb5-3", "libkrb5support0", "libk5crypto3", "libcom-err2",
         "libkeyutils1", "libgnutls30", "libavahi-client3", "libavahi-common3", "libhogweed6",
         "libnettle8", "libgmp10", "libidn2-0", "libtasn1-6", "libp11-kit0",
         "libunistring2")  # fmt: skip
CONTROL = """\
Package: academy
Version: {version}
Architecture: {architecture}
Maintainer: Academy contributors <academy@academy.example>
Installed-Size: {size}
Depends: {depends}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme, xdg-utils
Suggests: gnome-keyring
Section: education
Priority: optional
Description: run a leadership academy
 Academy keeps a leadership academy in one file on your computer: people,
 cohorts, sessions, attendance, mentoring, completion and certificates.
 It needs no server and no account, and sends nothing anywhere.
 .
 “academy --sample” opens an academy of invented people to look around in.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Academy
Comment: What others made is named in CREDITS.md.gz beside this file. The licence of each
 library lies in /usr/lib/academy/_internal/licences, by its name. Qt and PySide6 are used under
 the LGPL 3: their files lie in /usr/lib/academy/_internal and may be replaced.

Files: *
Copyright: Academy contributors
License: Apache-2.0
 On Debian systems the full text is in /usr/share/common-licenses/Apache-2.0.

Files: usr/lib/academy/_internal/PySide6/*
Copyright: The Qt Company Ltd. and other contributors
License: LGPL-3
 On Debian systems the full text is in /usr/share/common-licenses/LGPL-3.
"""


def stage(frozen: Path, root: Path, number: str) -> None:
    """Lay out the files as they will be on the computer."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(frozen, root / "usr/lib/academy", symlinks=True)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/academy").symlink_to("../lib/academy/academy")
    for name, place in (
        ("desktop", "applications"), ("metainfo.xml", "metainfo"), ("xml", "mime/packages"),
    ):  # fmt: skip
        goal = root / "usr/share" / place / f"uk.academy.Academy.{name}"
        goal.parent.mkdir(parents=True)
        shutil.copyfile(HERE / "linux" / goal.name, goal)
    subprocess.run([sys.executable, str(HERE / "icons.py"), str(root / "icons")], check=True)
    shutil.move(root / "icons/hicolor", root / "usr/share/icons/hicolor")
    shutil.rmtree(root / "icons")
    document(root / "usr/share/doc/academy", number)
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path == root / "usr/lib/academy/academy"
            path.chmod(0o755 if runs else 0o644)


def document(folder: Path, number: str) -> None:
    """Write copyright, credits and changes, as Debian wants them."""
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(COPYRIGHT, "utf-8")
    changes = (HOME / "CHANGELOG.md").read_bytes()
    debian = (
        f"academy ({number}) stable; urgency=medium\n\n  * See changelog.gz.\n\n"
        " -- Academy contributors <academy@academy.example>  Thu, 01 Jan 2026 00:00:00 +0000\n"
    )
    texts = {
        "changelog.gz": changes,
        "changelog.Debian.gz": debian.encode(),
        "CREDITS.md.gz": (HOME / "CREDITS.md").read_bytes(),
    }
    for name, content in texts.items():
        (folder / name).write_bytes(gzip.compress(content, 9, mtime=0))


def asked_of_the_system(folder: Path) -> set[str]:
    """Return the packages whose libraries the program's own libraries load, by ldd and dpkg."""
    inside = str(folder / "_internal")
    environment = os.environ | {"LD_LIBRARY_PATH": inside}
    files = [folder / "academy", *folder.rglob("*.so*")]
    found: set[str] = set()
    for file in files:
        command = ["ldd", str(file)]
        said = subprocess.run(
            command, env=environment, check=False, capture_output=True, text=True
        ).stdout
        found |= {path for path in re.findall(r"=> (/\S+)", said) if not path.startswith(inside)}
    owners = set()
    for path in found:
        for name in (path, f"/usr{path}"):  # /lib is a link to /usr/lib
            asked = ["dpkg", "-S", name]
            said = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
            owners |= {line.partition(":")[0] for line in said.splitlines()}
    return owners


def forgotten(folder: Path) -> set[str]:
    """Return the packages that are needed and that DEPENDS does not bring."""
    return asked_of_the_system(folder) - {name.split()[0] for name in DEPENDS} - set(ALONG)


def control(root: Path, number: str) -> None:
    """Write what dpkg reads: the description and the sums of the files."""
    files = sorted(p for p in root.rglob("*") if p.is_file() and not p.is_symlink())
    sums = [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {file.relative_to(root)}\n"
        for file in files
    ]
    size = sum(-(-file.stat().st_size // 1024) for file in files)
    command = ["dpkg", "--print-architecture"]
    architecture = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    words = CONTROL.format(version=number, architecture=architecture.strip(), size=size,
                           depends=", ".join(DEPENDS))  # fmt: skip
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(words, "utf-8")
    (root / "DEBIAN/md5sums").write_text("".join(sums), "utf-8")


def main() -> int:
    """Make the package and say where it is and how large."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--from", dest="frozen", type=Path, default=HOME / "dist/academy")
    asked.add_argument("--to", type=Path, default=HOME / "dist")
    asked.add_argument("--version", default=version(), help="for trying an upgrade")
    asked.add_argument("--root", type=Path, default=HOME / "build/package/deb")
    given = asked.parse_args()
    if missing := forgotten(given.frozen.absolute()):
        print("These packages are needed and not in DEPENDS:", ", ".join(sorted(missing)))
        return 1
    root = given.root
    stage(given.frozen, root, given.version)
    control(root, given.version)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(given.to)]
    subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH})
    for file in given.to.glob(f"academy_{given.version}_*.deb"):
        print(f"{file}: {file.stat().st_size / 2**20:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
