#!/usr/bin/env bash
# Proves the card wire against software that nobody here wrote: the virtual key sits in a PC/SC reader of pcscd, held
# there by the driver of vsmartcard, and is used through libpcsclite and javax.smartcardio, by themselves and by our client.
#
#   sudo apt install --no-install-recommends pcscd vsmartcard-vpcd
#   sudo systemctl stop pcscd.socket pcscd.service      # there can be one pcscd on a machine
#   sudo proof/pcsc.sh
#
# Starts a pcscd of its own on free ports and ends it. Needs a JDK 25 and Maven. Exit code 0 if every step passed.
set -euo pipefail
cd "$(dirname "$0")/.."

need() { [[ -e $1 ]] || { echo "proof/pcsc.sh: $2 is missing; on Debian: sudo apt install $2" >&2; exit 2; }; }
need /usr/sbin/pcscd pcscd
need /usr/lib/pcsc/drivers/serial/libifdvpcd.so vsmartcard-vpcd
if [[ -e /run/pcscd/pcscd.comm ]]; then
  echo "proof/pcsc.sh: a pcscd runs already; stop it: sudo systemctl stop pcscd.socket pcscd.service" >&2
  exit 2
fi
if ! mkdir -p /run/pcscd 2>/dev/null || [[ ! -w /run/pcscd ]]; then
  echo "proof/pcsc.sh: /run/pcscd cannot be written; run it as root" >&2
  exit 2
fi

export JAVA_HOME
JAVA_HOME=$(./touchstone --java-home)
mvn -B -q -pl ctap-client -am test -Dtest=PcscTest -Dsurefire.failIfNoSpecifiedTests=false
report=$(echo ctap-client/target/surefire-reports/TEST-*PcscTest.xml)
grep -o '<testcase name="[^"]*"' "$report" | sed 's/<testcase name="/PASS  /; s/"$//'
if grep -q '<skipped' "$report"; then
  echo "proof/pcsc.sh: something was skipped; see $report" >&2
  exit 1
fi
