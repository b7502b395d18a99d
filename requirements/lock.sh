#!/bin/sh
# Write the hashed requirement files from pyproject.toml with the uv named by $1.
# Versions already locked stay as they are; `make lock UPGRADE=--upgrade` takes newer ones.
set -eu
uv=$1
here=requirements
draft=$(mktemp -d)
trap 'rm -rf "$draft"' EXIT

# A file that says the same keeps its time stamp, so that no environment is made anew for it.
compile() {
	name=$1
	shift
	[ ! -e "$here/$name.txt" ] || cp "$here/$name.txt" "$draft/$name.txt"
	"$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		${UPGRADE:-} "$@" --output-file "$draft/$name.txt"
	cmp -s "$draft/$name.txt" "$here/$name.txt" || cp "$draft/$name.txt" "$here/$name.txt"
}

compile uv --group pyproject.toml:installer
compile core pyproject.toml
compile site pyproject.toml --extra mkdocs --group site --constraint "$here/core.txt" \
	--constraint "$here/uv.txt"
compile dev pyproject.toml --extra mkdocs --group dev --constraint "$here/site.txt"
compile lowest pyproject.toml --extra mkdocs --group lowest --resolution lowest-direct
compile bench --group pyproject.toml:bench
compile fuzz --group pyproject.toml:fuzz
compile audit --group pyproject.toml:audit
