"""Where the packaged program begins."""

import sys

NEEDED = (
    "Academy cannot start: a library that draws windows is not on this computer ({library}).\n"
    "Install it and start Academy again. On Debian and Ubuntu, as an administrator:\n"
    "    apt install libegl1 libgl1 libxcb1 libgssapi-krb5-2 libcups2 fontconfig-config"
)


def start() -> None:
    """Run Academy; where the system lacks a library that Qt needs, say what to do."""
    from academy.__main__ import main

    try:
        main()
    except ImportError as missing:
        library = str(missing).partition(":")[0]
        if ".so" not in library and "DLL" not in str(missing):
            raise  # a mistake of ours
        print(NEEDED.format(library=library), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    start()
