"""Where the packaged program begins."""

from academy.__main__ import main

main()
