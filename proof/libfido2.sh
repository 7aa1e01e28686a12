#!/usr/bin/env bash
# Proves the virtual key with libfido2's own tools over a Linux kernel's HID stack.
#
#   GUEST=/path/to/program proof/libfido2.sh          boots a small virtual machine for it
#   GUEST=/path/to/program proof/libfido2.sh usbip    the same with the key behind USB/IP
#   sudo proof/libfido2.sh                          on a machine whose /dev/uhid may be written (modprobe uhid)
#   sudo proof/libfido2.sh usbip                    on a machine with the modules vhci-hcd and usbhid
#
# GUEST names a program that runs a command in a virtual machine in which this machine's files are to be seen, the module
# uhid is loaded, and others on demand: `$GUEST [-m MODULE]... COMMAND ARGUMENT...`. Needs a JDK 25, Maven, python3 and the
# package fido2-tools. Prints PASS or FAIL for each step and a table at the end; exit code 0 if all steps passed.
set -euo pipefail
cd "$(dirname "$0")/.."
wire=${1:-uhid}

java_home=$(./touchstone --java-home)
JAVA_HOME=$java_home mvn -B -q -o -pl src-test-fixtures test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
  -Dmdep.outputFile=target/class-path.txt -Dmdep.includeScope=test 2>/dev/null ||
  JAVA_HOME=$java_home mvn -B -q -pl src-test-fixtures test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.outputFile=target/class-path.txt -Dmdep.includeScope=test
module=src-test-fixtures/target
class_path=$module/classes:$module/test-classes:$(<"$module/class-path.txt")

# TieredStopAtLevel=1: a virtual machine without KVM is slow, and this is over before the best compiler pays.
command=(python3 proof/libfido2.py "$wire" "$java_home/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
  -cp "$class_path" dev.touchstone.fixture.key.ServedKey)
modules=()
if [[ $wire == usbip ]]; then modules=(-m usbhid -m vhci-hcd); fi
if [[ -n ${GUEST:-} ]]; then
  exec "$GUEST" "${modules[@]}" "${command[@]}"
fi
exec "${command[@]}"
