#!/usr/bin/env bash
# Does the same things to a key with Touchstone and with libfido2's tools over a Linux kernel's HID stack, and compares.
#
#   GUEST=/path/to/program proof/beside-libfido2.sh     boots a small virtual machine for it
#   sudo proof/beside-libfido2.sh                     on a machine whose /dev/uhid may be written (modprobe uhid)
#
# MODELS="biometric" takes only that model. GUEST is as in libfido2.sh; in its machine a USB tablet and a keyboard may be plugged in, which have to be left alone.
# Needs a JDK 25, Maven, python3-fido2 and fido2-tools. Prints PASS or FAIL for each step; exit code 0 if all agree.
set -euo pipefail
cd "$(dirname "$0")/.."

./touchstone --version >/dev/null # builds it
java_home=$(./touchstone --java-home)
JAVA_HOME=$java_home mvn -B -q -o -pl src-test-fixtures test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
  -Dmdep.outputFile=target/class-path.txt -Dmdep.includeScope=test 2>/dev/null ||
  JAVA_HOME=$java_home mvn -B -q -pl src-test-fixtures test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.outputFile=target/class-path.txt -Dmdep.includeScope=test
module=src-test-fixtures/target
# TieredStopAtLevel=1: a virtual machine without KVM is slow, and this is over before the best compiler pays.
java=("$java_home/bin/java" --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
command=(/usr/bin/python3 proof/beside-libfido2.py
  "${java[@]}" -cp "$module/classes:$module/test-classes:$(<"$module/class-path.txt")" dev.touchstone.fixture.key.ServedKey
  -- "${java[@]}" -cp "$PWD/target/launcher/current/lib/*" dev.touchstone.app.Main)
if [[ -n ${GUEST:-} ]]; then
  exec $GUEST "${command[@]}"
fi
exec "${command[@]}"
