"""Where the packaged program begins."""

import os
import sys

NEEDED = (
    "Academy cannot start: a library that draws windows is not on this computer ({library}).\n"
    "Install it and start Academy again. On Debian and Ubuntu, as an administrator:\n"
    "    apt install libegl1 libgl1 libxcb1 libgssapi-krb5-2 libcups2 fontconfig-config"
)


def start() -> None:
    """Run Academy; where the system lacks a library that Qt needs, say what to do."""
    _let_others_find_their_own()
    from academy.__main__ import main

    try:
        main()
    except ImportError as missing:
        library = str(missing).partition(":")[0]
        if ".so" not in library and "DLL" not in str(missing):
            raise  # a mistake of ours
        _tell(NEEDED.format(library=library))
        sys.exit(1)


def _let_others_find_their_own() -> None:
    """Let the programs that Academy starts, as a browser, load the system's libraries, not ours.

    The package has loaded its own by then; they were found by this setting.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        os.environ.pop("LD_LIBRARY_PATH", None)


def _tell(words: str) -> None:
    from academy.cli import notice

    if sys.stderr is not None:  # on Windows a program with windows has none
        print(words, file=sys.stderr)
    notice.show(words)


if __name__ == "__main__":
    start()
