"""Photograph a new user's way from the .deb to the sample academy, in a clean Debian.

    debootstrap --variant=minbase bookworm ROOT; mount --bind /proc ROOT/proc; the same for /dev
    python docs/make_install_pictures.py ROOT dist/academy_0.1.0_amd64.deb [FOLDER]

Needs root, Xvfb, openbox and xdotool. The package is installed by apt in ROOT, the program starts
there as an ordinary user, the button of its start page is clicked, and each picture is what stands
on the screen. Without a folder they go into docs/pictures.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageGrab

HERE = Path(__file__).resolve().parent
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"
DISPLAY = ":87"
SIZE = (1280, 800)
SAMPLE_BUTTON = (440, 374)
#: What stands in the picture of the terminal: the beginnings of the lines of apt that matter.
TOLD = (
    "Note",
    "The following NEW",
    "  academy",
    "Need to get",
    "After this",
    "Setting up academy",
    "Processing",
)


def in_root(root: Path, *command: str, user: str = "0:0") -> list[str]:
    """Return a command that runs in the clean system."""
    settings = ["LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", f"DISPLAY={DISPLAY}"]
    home = "/root" if user == "0:0" else "/home/ann"
    return ["chroot", f"--userspec={user}", str(root), "env", f"HOME={home}", *settings, *command]


def install(root: Path, package: Path) -> list[str]:
    """Install the package with apt and return the lines that matter."""
    shutil.copyfile(package, root / "tmp" / package.name)
    words = ["apt", "install", "-y", "--no-install-recommends", f"/tmp/{package.name}"]
    ran = subprocess.run(in_root(root, *words), check=True, capture_output=True, text=True)
    shown = [line for line in ran.stdout.splitlines() if line.startswith(TOLD)]
    typed = ["$ sudo apt install ./" + package.name, *shown, ""]
    checked = subprocess.run(
        in_root(root, "academy", "--self-check"), check=True, capture_output=True, text=True
    )
    return [*typed, "$ academy --self-check", *checked.stdout.splitlines(), "", "$ academy"]


def terminal(lines: list[str], goal: Path) -> None:
    """Draw what was typed and answered."""
    face = ImageFont.truetype(FONT, 17)
    image = Image.new("RGB", (1000, 40 + 26 * len(lines)), "#14181f")
    pen = ImageDraw.Draw(image)
    for at, line in enumerate(lines):
        colour = "#ffffff" if line.startswith("$") else "#a9b3bf"
        pen.text((20, 18 + 26 * at), line[:96], fill=colour, font=face)
    keep(image, goal)


def keep(image: Image.Image, goal: Path) -> None:
    """Save a picture with few colours: small, and plain enough for a manual."""
    image.quantize(128, dither=Image.Dither.NONE).save(goal, optimize=True)


def photograph(goal: Path) -> None:
    """Save what stands on the screen."""
    keep(ImageGrab.grab(xdisplay=DISPLAY), goal)


def click(place: tuple[int, int]) -> None:
    """Click there as a user does."""
    words = ["xdotool", "mousemove", str(place[0]), str(place[1]), "click", "1"]
    subprocess.run(words, check=True, env=os.environ | {"DISPLAY": DISPLAY})


def press(*keys: str) -> None:
    """Press keys one after another."""
    words = ["xdotool", "key", *keys]
    subprocess.run(words, check=True, env=os.environ | {"DISPLAY": DISPLAY})


def walk(root: Path, folder: Path) -> None:
    """Start the program as an ordinary user and go to the sample academy."""
    command = in_root(root, "academy", user="1000:1000")
    program = subprocess.Popen(command)
    try:
        time.sleep(8)
        subprocess.run(
            ["xdotool", "search", "--name", "Academy", "windowsize", "%@", *map(str, SIZE)],
            check=False,
            env=os.environ | {"DISPLAY": DISPLAY},
        )
        time.sleep(2)
        photograph(folder / "install-2-start.png")
        click(SAMPLE_BUTTON)
        time.sleep(10)
        photograph(folder / "install-3-sample.png")
        press("ctrl+2")
        time.sleep(3)
        photograph(folder / "install-4-cohorts.png")
    finally:
        program.terminate()
        program.wait(10)


def main(root: Path, package: Path, folder: Path) -> None:
    """Install, start, look."""
    home = root / "home/ann"
    home.mkdir(exist_ok=True)
    os.chown(home, 1000, 1000)
    terminal(install(root, package), folder / "install-1-package.png")
    sized = f"{SIZE[0]}x{SIZE[1]}x24"
    screen = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", sized])
    time.sleep(2)
    desk = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": DISPLAY})
    try:
        walk(root, folder)
    finally:
        desk.terminate()
        screen.terminate()


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:]]
    main(given[0], given[1], given[2] if len(given) > 2 else HERE / "pictures")
