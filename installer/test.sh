#!/bin/sh
# Sets Academy up and passes all checks: style, types, layers, tests without and with a screen.
# Every step runs, whatever came before; at the end it says which did not pass.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
sh "$here/installer/setup.sh" --tests
cd "$here"
PATH=$here/.venv/bin:$PATH
export PATH
# Bytecode is kept: without it each worker and each program started compiles everything anew.
unset DISPLAY WAYLAND_DISPLAY PYTHONPATH ACADEMY_DATA PYTHONDONTWRITEBYTECODE || true
failed=

# Hundreds of tests write academies, and each write waits for the disk. Where there is room in
# memory they write there; what they prove is the same, and they take half as long.
room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ "${room:-0}" -gt 2000000 ] && [ -w /dev/shm ]; then
    PYTEST_DEBUG_TEMPROOT=$(mktemp -d /dev/shm/academy-tests.XXXXXX)
    export PYTEST_DEBUG_TEMPROOT
    trap 'rm -rf "$PYTEST_DEBUG_TEMPROOT"' EXIT
fi

step() {
    name=$1
    shift
    printf '\n==== %s\n' "$name"
    if ! "$@"; then
        failed="$failed
    $name"
    fi
}

told_by() {
    ended=0
    wait "$1" || ended=$?
    cat "$2"
    rm -f "$2"
    return "$ended"
}

offscreen() { QT_QPA_PLATFORM=offscreen "$@"; }

on_a_screen() {
    QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1600x1000x24' "$@"
}

step 'style' ruff check .
step 'layout of the code' ruff format --check .
step 'layers' lint-imports
# Each file as a whole, so that what its tests share is made once, and those first that take long.
step 'tests' offscreen pytest -q -n auto --dist loadfile --no-loadscope-reorder \
    -m 'not screen and not slow' --cov --cov-report=
step 'coverage' python tests/coverage_ratchet.py

# On a screen one waits for windows more than one computes: the types are checked meanwhile.
types=$(mktemp)
mypy >"$types" 2>&1 &
checking=$!
step 'tests on a screen' on_a_screen pytest -q -m screen
step 'types' told_by "$checking" "$types"

if [ -n "$failed" ]; then
    printf '\nThese did not pass:%s\n' "$failed"
    exit 1
fi
printf '\nEverything passed.\n'
