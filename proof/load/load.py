#!/usr/bin/python3
"""Serves a database of a given size and signs in as fast as it lets, then says how much memory the server took.

usage: load.py [--data DIR] [--warm-up SECONDS] [USERS [CREDENTIALS [AUDIT-ROWS [CLIENTS [SECONDS]]]]]
       load.py --replicas N --postgres URL [--data DIR] [USERS [CREDENTIALS [AUDIT-ROWS [CLIENTS [SECONDS]]]]]

Usually 1000 users with 1 credential each, no audit rows before, 64 clients, 20 seconds. Before that it signs in for 90
seconds: until then the compilers of the server's JVM take up to half of two cores. With --data the database stays in DIR
and is not filled again the next time. Needs ./touchstone, python3-cryptography, and the JDK that touchstone uses. Client
and server share the machine; the processor time is the server's alone.

With --postgres the filled file is moved to that empty database first, and N servers share it; the clients take turns at
them. Postgres.java runs such a database. The processor time is that of the replicas without the database server.
"""
import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
touchstone = os.path.join(root, "touchstone")
options = argparse.ArgumentParser()
options.add_argument("--data")
options.add_argument("--postgres", help="the URL of an empty PostgreSQL database")
options.add_argument("--replicas", type=int, default=1)
options.add_argument("--warm-up", type=int, default=90, help="seconds")
options.add_argument("numbers", nargs="*", type=int)
given = options.parse_args()
users, credentials, audit_rows, clients, seconds = given.numbers + [1000, 1, 0, 64, 20][len(given.numbers):]
TICKS = os.sysconf("SC_CLK_TCK")


def main():
    if given.data:
        measured(given.data)
    else:
        with tempfile.TemporaryDirectory() as data:
            measured(data)


def measured(data):
    key = os.path.join(data, "load.key")
    filled(data, key)
    jdk = open(os.path.join(root, "target/launcher/current/java-home")).read().strip()
    servers, ports = [], []
    try:
        for number in range(given.replicas):  # one after the other: the first makes the key of the secrets
            servers.append(served(data, number))
            ports.append(json.loads(servers[-1].stdout.readline())["url"].rsplit(":", 1)[1].strip("/"))
        client = [os.path.join(jdk, "bin/java"), "--enable-native-access=ALL-UNNAMED", "-cp",
                  os.path.join(root, "target/launcher/current/lib/*"), os.path.join(here, "SignIns.java"),
                  ",".join(ports), str(users), str(clients)]
        subprocess.run([*client, str(given.warm_up), key], stdout=subprocess.DEVNULL)
        before = sum(processor(it.pid) for it in servers), counter(key)
        subprocess.run([*client, str(seconds), key])
        took, done = sum(processor(it.pid) for it in servers) - before[0], counter(key) - before[1]
        print("processor time of the server: %.0f us for each sign-in" % (took * 1e6 / done))
        for server in servers:
            memory(jdk, server.pid)
    finally:
        for server in servers:
            server.send_signal(signal.SIGINT)
        for server in servers:
            server.wait()


def served(data, number):
    """Each replica has a folder of its own, and the same key of the secrets."""
    folder = data
    if given.postgres:
        folder = os.path.join(data, "replica-%d" % number)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(os.path.join(folder, "settings.properties"), "w") as file:
            file.write("database = %s\nreplica = replica-%d\nsecrets.key-file = %s\n"
                       % (given.postgres, number, os.path.join(data, "secret.key")))
    return subprocess.Popen(
        [touchstone, "serve", "--port", "0", "--json", "--limit-per-address", "none", "--limit-per-account", "none",
         "--data", folder], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def filled(data, key):
    told = os.path.join(data, "filled")
    wanted = "%d %d %d" % (users, credentials, audit_rows)
    if os.path.exists(told) and open(told).read() == wanted:
        return
    subprocess.run([touchstone, "users", "--data", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, os.path.join(here, "seed.py"), os.path.join(data, "touchstone.db"), key, str(users),
                    str(credentials), str(audit_rows)], check=True)
    if given.postgres:
        subprocess.run([touchstone, "database", "move", "--to", given.postgres, "--yes", "--data", data], check=True,
                       stdout=subprocess.DEVNULL)
    with open(told, "w") as file:
        file.write(wanted)


def processor(pid):
    """Seconds of processor time since it was started."""
    fields = open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def counter(key):
    """The clients count all their signatures."""
    return int(open(key + ".counter").read())


def memory(jdk, pid):
    """The launcher has become the JVM, so its process id is the server's."""
    jcmd = [os.path.join(jdk, "bin/jcmd"), str(pid)]
    before = subprocess.run([*jcmd, "GC.heap_info"], stdout=subprocess.PIPE, text=True).stdout
    subprocess.run([*jcmd, "GC.run"], stdout=subprocess.DEVNULL)
    after = subprocess.run([*jcmd, "GC.heap_info"], stdout=subprocess.PIPE, text=True).stdout
    total = sum(int(it) for it in re.findall(r"total (\d+)K", before) [:2])
    used = sum(int(it) for it in re.findall(r"total \d+K, used (\d+)K", after)[:2])
    resident = next(line for line in open("/proc/%d/status" % pid) if line.startswith("VmHWM")).split()[1]
    print("heap: %d MB taken, %d MB of it still in use after a collection; process: %d MB at most" %
          (total // 1024, used // 1024, int(resident) // 1024))


main()
