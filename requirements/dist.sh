#!/bin/sh
# Make in dist/ what is released: wheel, source, bill of materials (CycloneDX) and SHA256SUMS.
# $1 is the folder of uv and Python, $2 that of cyclonedx-py. One commit always makes the same bytes.
set -eu
bin=$1
audit=$2
installed=build/installed

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
rm -rf dist "$installed"
"$bin/uv" build --quiet --no-build-isolation --python "$bin/python" --out-dir dist
rm -f dist/.gitignore

# The bill is of what somebody has who installs the wheel as `make site` does: found by its name, so
# that it does not say in which folder it was.
version=$("$bin/python" -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
"$bin/uv" venv --quiet --python "$bin/python" "$installed"
"$bin/uv" pip sync --quiet --python "$installed/bin/python" --require-hashes requirements/site.txt
"$bin/uv" pip install --quiet --python "$installed/bin/python" --no-deps --no-index --find-links dist "claimbook==$version"
"$audit/cyclonedx-py" environment --pyproject pyproject.toml --output-reproducible \
	--output-format JSON --output-file "dist/claimbook-$version.cdx.json" "$installed/bin/python"
rm -rf "$installed"
(cd dist && sha256sum -- * > SHA256SUMS)
cat dist/SHA256SUMS
