#!/bin/sh
# Make the virtual environment $1 afresh, with uv in it and nothing else.
# Uses a uv that is already there, else Python's own venv and pip.
set -eu
folder=$1
here=$(dirname "$0")

stop() {
	printf '%s\n' "$@" >&2
	exit 1
}

is_recent() {
	"$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
	if is_recent "$candidate"; then
		python=$(command -v "$candidate")
		break
	fi
done
[ -n "$python" ] || stop "Claimbook needs Python 3.11 or newer; looked for: ${PYTHON:-python3}." \
	"On Debian or Ubuntu: apt install python3 python3-venv" \
	"Elsewhere, name one: make PYTHON=/path/to/python3.12"

rm -rf "$folder"
if command -v uv >/dev/null 2>&1; then
	uv venv --quiet --python "$python" "$folder"
	uv pip install --quiet --python "$folder" --require-hashes -r "$here/uv.txt"
	exit
fi

# Debian ships Python without the part that puts pip into a new environment.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
	package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
		echo "Installing $package through apt"
		apt-get update -qq
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
	else
		stop "$python cannot make virtual environments: its venv module is not installed." \
			"On Debian or Ubuntu: sudo apt install $package"
	fi
fi
"$python" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/uv.txt"
