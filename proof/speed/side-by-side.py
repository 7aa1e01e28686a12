#!/usr/bin/python3
"""What each client adds to the key's own time: ours, libfido2's, python-fido2's, over one UDP wire in one run.

usage: side-by-side.py [ROUNDS]

Starts one virtual key (model ctap21, touching itself), then lets the clients take turns, five times round in a changing
order, each with the same warm-up (2,000 operations; 20,000 for getInfo, which is over before a JVM has learnt it) and
ROUNDS (usually 1000) operations of a kind. "raw" sends prepared reports and reads the answer without looking at it: the
wire and the key alone. Needs ./touchstone, gcc, libfido2-dev and python3-fido2.
"""
import os
import signal
import statistics
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
rounds = sys.argv[1] if len(sys.argv) > 1 else "1000"
WARM_UP = "2000"
TURNS = 5
PORT, REPLY_PORT = "18111", "17112"


def main():
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        clients = os.path.join(folder, "clients")
        touchstone = [os.path.join(root, "touchstone")]
        subprocess.run([*touchstone, "lab", "new", "timed", "--model", "ctap21", "--data", data], check=True,
                       stdout=subprocess.DEVNULL)
        subprocess.run(["gcc", "-O2", "-Wall", "-o", clients, os.path.join(here, "clients.c"), "-lfido2"], check=True)
        java = os.path.join(open(os.path.join(root, "target/launcher/current/java-home")).read().strip(), "bin/java")
        libraries = os.path.join(root, "target/launcher/current/lib/*")
        wire = [PORT, REPLY_PORT, WARM_UP, rounds]
        commands = {
            "raw": [clients, "raw", *wire],
            "touchstone": [java, "-cp", libraries, os.path.join(here, "Ours.java"), *wire],
            "libfido2": [clients, "libfido2", *wire],
            "python-fido2": ["/usr/bin/python3", os.path.join(here, "python_client.py"), *wire],
        }
        server = subprocess.Popen(
            [*touchstone, "lab", "serve", "timed", "--udp", "--port", PORT, "--reply-port", REPLY_PORT, "--touch",
             "--data", data], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
        try:
            print(server.stdout.readline().strip() or server.stderr.readline().strip(), file=sys.stderr)
            report(measure(commands))
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def measure(commands):
    medians = {}
    names = list(commands)
    run(commands["raw"])  # the key's own code has to be warm as well
    for turn in range(TURNS):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            for operation, nanos in run(commands[name]):
                medians.setdefault(operation, {}).setdefault(name, []).append(statistics.median(nanos))
    return medians


def run(command):
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return [(line.split()[0], [int(number) for number in line.split()[1:]]) for line in lines]


def report(medians):
    print("| operation | client | median | adds to raw | of raw |")
    print("| --- | --- | --- | --- | --- |")
    for operation, by_client in medians.items():
        raw = statistics.median(by_client["raw"])
        for name, values in by_client.items():
            median = statistics.median(values)
            print("| %s | %s | %.1f us | %.1f us | %+.1f %% |" % (
                operation, name, median / 1000, (median - raw) / 1000, 100 * (median - raw) / raw))


if __name__ == "__main__":
    main()
