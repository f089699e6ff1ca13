#!/bin/sh
# Sets Academy up and opens its sample academy. Where there is no screen, does the main job on a
# sample file instead and prints where the file, the pictures and the certificates are.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
sh "$here/installer/setup.sh"
if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || [ "$(uname)" = Darwin ]; then
    exec "$here/.venv/bin/academy" --sample "$@"
fi
echo "There is no screen here, so the main job runs without the window."
exec "$here/.venv/bin/python" "$here/installer/main_job.py" "$here/out"
