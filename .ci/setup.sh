#!/bin/sh
# Set up a checkout: system libraries and fonts by apt-get where they are missing, then a virtual environment.
#
#   sh .ci/setup.sh [FOLDER]      FOLDER of the virtual environment, default .venv
#
# Environment: PYTHON names the interpreter to use (3.11 or newer); pip's own settings (index, proxy, certificates) hold.
set -eu
cd "$(dirname "$0")/.."
venv=${1:-.venv}

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# Prints the first interpreter that really runs and is new enough; a name on the path may be a stub that does neither.
find_python() {
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

missing=""
reasons=""
want() { # want PACKAGE REASON: notes a Debian package that is not installed
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" != installed ]; then
        missing="$missing $1"
        reasons="$reasons
  $1: $2"
    fi
}

install_missing() {
    [ -n "$missing" ] || return 0
    command="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1; then
        as_root="sudo"
    else
        fail "these system packages are missing:$reasons
setup: neither root nor sudo is at hand. Have an administrator run
    apt-get update && $command
and then start again."
    fi
    say "these system packages are missing and will be installed${as_root:+ with sudo}:$reasons"
    say "running: ${as_root:+$as_root }apt-get update && ${as_root:+$as_root }$command"
    set -- $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120
    # An update that fails may still leave good lists behind: the installation decides.
    "$@" update || say "apt-get update failed; trying with the package lists at hand"
    # shellcheck disable=SC2086  # a list of package names
    "$@" install -y --no-install-recommends $missing || fail "apt-get could not install the packages. Run
    ${as_root:+$as_root }apt-get update && ${as_root:+$as_root }$command
and then start again."
    missing=""
    reasons=""
}

if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    want libpango-1.0-0 "sets the text of the PDF"
    want libpangoft2-1.0-0 "finds fonts for Pango"
    want libharfbuzz-subset0 "cuts fonts down to the characters used (three times faster builds)"
    want fonts-noto-cjk "the Chinese fonts of the pages"
    want poppler-utils "reads PDFs back (tests)"
    want qpdf "checks the structure of PDFs (tests)"
    command -v git >/dev/null 2>&1 || want git "reads the history of plans"
    if ! python=$(find_python); then
        want python3 "runs the program"
        want python3-venv "makes the virtual environment"
    elif ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        # Debian keeps this part of the standard library in a package of its own, one per Python version.
        want "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" "makes the virtual environment"
    fi
    install_missing
else
    say "not a Debian or Ubuntu system: Pango, HarfBuzz and the Noto CJK fonts are yours to install;"
    say "when this is done, $venv/bin/acbp doctor names what is missing and the command for it"
fi

python=$(find_python) || fail "Python 3.11 or newer is needed and none was found (set PYTHON to name one)"
# A virtual environment copied from elsewhere or left by another Python does not run: then make a new one.
if ! "$venv/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    say "making the virtual environment $venv with $python ($("$python" -V 2>&1))"
    "$python" -m venv --clear "$venv"
fi
say "installing acbp and its Python packages into $venv"
"$venv/bin/python" -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[test]'
say "ready"
