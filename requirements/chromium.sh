#!/bin/sh
# See that a Chromium is there for the browser tests; as root on Debian, install it.
set -eu
for name in "${CHROMIUM:-chromium}" chromium chromium-browser google-chrome; do
	if command -v "$name" >/dev/null 2>&1; then
		exit 0
	fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "Installing chromium through apt for the browser tests"
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
	exit 0
fi
cat >&2 <<'END'
The browser tests need Chromium, and none was found.
On Debian or Ubuntu: sudo apt install chromium
Elsewhere, name one: make test CHROMIUM=/path/to/chromium
END
exit 1
