#!/bin/sh
# Sets Academy up in this folder: system libraries, .venv, the pinned packages, Academy itself.
# With --tests also what the tests need. Does nothing, quickly, when all is there.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
for_tests=no
[ "${1-}" = --tests ] && for_tests=yes

say() { printf '%s\n' "$@" >&2; }

stop() {
    say "$@"
    exit 1
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in python3 python3.11 python3.12 python3.13 python3.14 python; do
        if command -v "$name" >/dev/null 2>&1 && is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

need_python() { stop "Academy needs Python 3.11 or newer. Install it, then run this again."; }

# Prints the packages whose library or program is missing. Libraries are tried by loading them,
# since their packages have other names on other systems.
missing_packages() {
    [ "$(uname)" = Linux ] || return 0
    "$python" - "$for_tests" <<'PYTHON'
import ctypes
import importlib.util
import shutil
import sys

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def is_there(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


packages = [package for library, package in LIBRARIES.items() if not is_there(library)]
if importlib.util.find_spec("ensurepip") is None:
    own = sys.executable in ("/usr/bin/python3", "/bin/python3")
    packages.append("python3-venv" if own else f"python3.{sys.version_info.minor}-venv")
if sys.argv[1] == "yes":
    packages += [name.lower() for name in ("Xvfb", "xauth") if shutil.which(name) is None]
print(" ".join(packages))
PYTHON
}

install_packages() {
    install="apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "Academy needs these libraries (Debian’s names): $*" \
            "Install them, then run this again."
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=env
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        as_root=sudo
    else
        stop "Academy needs some system libraries. Have an administrator run" \
            "    apt-get update && $install" "and then run this again."
    fi
    say "Installing system libraries: $*"
    { $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
            --no-install-recommends "$@" >&2; } ||
        stop "The system libraries were not installed. Run" "    apt-get update && $install" \
            "as an administrator, then run this again."
}

# What a finished set-up was made from: when this changes, it is made again.
made_from() {
    printf '%s\n' "$here" "$("$python" -V 2>&1)"
    cat "$here/requirements.txt" "$here/pyproject.toml" | cksum
}

set_up() {
    say "Setting up Academy in $here/.venv (a minute or two, the first time)"
    rm -f "$stamp"
    is_new_enough "$venv/bin/python" || "$python" -m venv --clear "$venv"
    (
        cd "$here"
        venv_pip install -q --require-hashes -r requirements.txt
        venv_pip install -q --no-deps --no-build-isolation -e .
    ) || stop "The packages were not installed; the lines above say why. Then run this again."
    made_from >"$stamp"
}

venv_pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@"; }

# The program can be looked at from outside, as a screen reader does, where these are there. That
# test says what it lacks and is left out elsewhere, so nothing stops here.
add_screen_reader_tools() {
    command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 0
    if command -v openbox >/dev/null 2>&1 && command -v xdotool >/dev/null 2>&1 &&
        /usr/bin/python3 -c "import gi; gi.require_version('Atspi', '2.0')" 2>/dev/null; then
        return 0
    fi
    say "Installing what the test with a screen reader’s view needs"
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        openbox xdotool gir1.2-atspi-2.0 at-spi2-core dbus python3-gi >&2 ||
        say "It was not installed; that test is left out."
}

# The page on which certificates are checked is tried in a real browser, where there is one.
add_browser() {
    command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 0
    if command -v chromium >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then
        return 0
    fi
    say "Installing a browser and Node for the tests of the check page"
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        chromium nodejs npm >&2 || say "They were not installed; those tests are left out."
}

# What Academy signs is checked by a library of other people, where Node and npm are there.
add_node_tests() {
    command -v npm >/dev/null 2>&1 || return 0
    theirs=$here/tests/verification
    [ ! -f "$theirs/node_modules/.package-lock.json" ] ||
        [ "$theirs/package-lock.json" -nt "$theirs/node_modules/.package-lock.json" ] || return 0
    say "Installing what checks signatures from outside"
    npm ci --prefix "$theirs" --omit-lockfile-registry-resolved --ignore-scripts --no-audit \
        --no-fund --fetch-retries 1 --fetch-timeout 30000 --silent >&2 ||
        say "It was not installed; those tests are left out."
}

if ! python=$(find_python); then # a bare system has none
    command -v apt-get >/dev/null 2>&1 || need_python
    install_packages python3 python3-venv
    python=$(find_python) || need_python
fi
venv=$here/.venv
stamp=$venv/.set-up
packages=$(missing_packages)
# shellcheck disable=SC2086 # one word for each package
[ -z "$packages" ] || install_packages $packages
[ "$for_tests" = no ] || add_screen_reader_tools
[ "$for_tests" = no ] || add_browser
[ "$for_tests" = no ] || add_node_tests
if ! { [ -x "$venv/bin/academy" ] && [ -f "$stamp" ] && [ "$(made_from)" = "$(cat "$stamp")" ]; }; then
    set_up
fi
