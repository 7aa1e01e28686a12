#!/usr/bin/python3
"""Signs in at our server and at others in turn, by the same client on the same machine, and tells how they compare.

usage: beside.py [SECONDS [ROUNDS [CLIENTS]]]        usually 15 seconds, 3 rounds, 64 clients

Beside ours: Express with SimpleWebAuthn and better-sqlite3, FastAPI with SQLAlchemy and python-fido2, and the least that
can be done with our own parts (peers/Bare.java). All keep challenge, counter and an audit row of each half in SQLite with
synchronous = FULL, for 5,000 users with a credential each; one process each; one of them works at a time.

Needs ./touchstone, python3-cryptography, node and npm (which fetch and build the packages once, into
~/.cache/touchstone-load-peers), and Debian's python3-fastapi, python3-uvicorn, python3-sqlalchemy, python3-fido2 and
python3-jwt. Who is missing is left out, and said.
"""
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

from cryptography.hazmat.primitives import serialization

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
peers = os.path.join(here, "peers")
touchstone = os.path.join(root, "touchstone")
seconds, rounds, clients = [int(it) for it in sys.argv[1:]] + [15, 3, 64][len(sys.argv) - 1:]
USERS = 5000
JVM_WARM_UP = int(os.environ.get("WARM_UP", 75))
WARM_UP = 8
TICKS = os.sysconf("SC_CLK_TCK")


def main():
    with tempfile.TemporaryDirectory() as data:
        measured(data)


def measured(data):
    key = os.path.join(data, "load.key")
    subprocess.run([touchstone, "users", "--data", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, os.path.join(here, "seed.py"), os.path.join(data, "touchstone.db"), key, str(USERS)],
                   check=True, stdout=subprocess.DEVNULL)
    servers, results = {}, {}
    try:
        for name, start in (("touchstone", ours), ("bare", bare), ("express", express), ("fastapi", fastapi)):
            started = start(data, key)
            if started:
                servers[name] = (started, port_of(name, started))
                warm_up = JVM_WARM_UP if name in ("touchstone", "bare") else WARM_UP
                signed_in(servers[name][1], warm_up, key)
                pause(started)
            else:
                print("left out, since something is missing: " + name)
        for _ in range(rounds):
            for name, (process, port) in servers.items():
                process.send_signal(signal.SIGCONT)
                results.setdefault(name, []).append(run(process, port, key))
                pause(process)
    finally:
        for process, _ in servers.values():
            process.send_signal(signal.SIGCONT)
            process.send_signal(signal.SIGTERM)
            process.wait()
    told(results)


def pause(process):
    process.send_signal(signal.SIGSTOP)


def ours(data, key):
    return started([touchstone, "serve", "--port", "0", "--json", "--limit-per-address", "none", "--limit-per-account", "none",
                    "--data", data])


def bare(data, key):
    return started([os.path.join(jdk(), "bin/java"), "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp", libraries(),
                    os.path.join(peers, "Bare.java"), os.path.join(data, "bare.db"), public(key, "spki"), str(USERS)])


def express(data, key):
    folder = os.path.join(os.path.expanduser("~"), ".cache", "touchstone-load-peers", "express")
    if not shutil.which("npm"):
        return None
    os.makedirs(folder, exist_ok=True)
    for file in ("package.json", "server.mjs"):
        shutil.copy(os.path.join(peers, "express", file), folder)
    if not os.path.exists(os.path.join(folder, "node_modules", "express")):
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    return started(["node", os.path.join(folder, "server.mjs"), os.path.join(data, "express.db"), public(key, "cose"),
                    str(USERS)])


def fastapi(data, key):
    if subprocess.run(["/usr/bin/python3", "-c", "import fastapi, uvicorn, sqlalchemy, fido2, jwt"],
                      stderr=subprocess.DEVNULL).returncode:
        return None
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return started(["/usr/bin/python3", os.path.join(peers, "fastapi", "server.py"), os.path.join(data, "fastapi.db"),
                    public(key, "cose"), str(USERS), str(port)])


def started(command):
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def port_of(name, process):
    line = process.stdout.readline()
    return json.loads(line)["url"].rsplit(":", 1)[1].strip("/") if name == "touchstone" else line.strip()


def jdk():
    return open(os.path.join(root, "target/launcher/current/java-home")).read().strip()


def libraries():
    return os.path.join(root, "target/launcher/current/lib/*")


def public(key, form):
    with open(key, "rb") as file:
        key = serialization.load_der_private_key(file.read(), None).public_key()
    if form == "spki":
        return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo).hex()
    numbers = key.public_numbers()
    return "a5010203262001215820%064x225820%064x" % (numbers.x, numbers.y)


def signed_in(port, for_seconds, key):
    return subprocess.run(
        [os.path.join(jdk(), "bin/java"), "--enable-native-access=ALL-UNNAMED", "-cp", libraries(),
         os.path.join(here, "SignIns.java"), port, str(USERS), str(clients), str(for_seconds), key],
        stdout=subprocess.PIPE, text=True).stdout


def run(process, port, key):
    before = processor(process.pid), counter(key)
    told = signed_in(port, seconds, key)
    spent = (processor(process.pid) - before[0]) * 1e6 / (counter(key) - before[1])
    rate, refused = re.search(r"(\d+) sign-ins a second, (\d+) refused", told).groups()
    p50, p99 = re.search(r"sign-in +p50 +([\d.]+) ms .*p99 +([\d.]+) ms", told).groups()
    return int(rate), float(p50), float(p99), spent, int(refused)


def processor(pid):
    """Seconds of processor time since it was started."""
    fields = open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def counter(key):
    """The clients count all their signatures."""
    return int(open(key + ".counter").read())


def told(results):
    ours_best = max(it[0] for it in results["touchstone"])
    for name, runs in results.items():
        best = max(runs)
        print("%-10s %6d sign-ins a second (%s)   p50 %6.2f ms   p99 %7.2f ms   server %5.0f us   ours is %.2f of it%s" % (
            name, best[0], " ".join(str(it[0]) for it in runs), best[1], best[2], best[3], ours_best / best[0],
            "" if not sum(it[4] for it in runs) else "   REFUSED %d" % sum(it[4] for it in runs)))


main()
