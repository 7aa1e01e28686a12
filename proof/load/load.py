#!/usr/bin/python3
"""Serves a database of a given size and signs in as fast as it lets, then says how much memory the server took.

usage: load.py [--data DIR] [USERS [CREDENTIALS [AUDIT-ROWS [CLIENTS [SECONDS]]]]]

Usually 1000 users with 1 credential each, no audit rows before, 64 clients, 20 seconds. Before that it signs in for 90
seconds: until then the compilers of the server's JVM take up to half of two cores. With --data the database stays in DIR
and is not filled again the next time. Needs ./touchstone, python3-cryptography, and the JDK that touchstone uses. Client
and server share the machine; the processor time is the server's alone.
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
options.add_argument("numbers", nargs="*", type=int)
given = options.parse_args()
users, credentials, audit_rows, clients, seconds = given.numbers + [1000, 1, 0, 64, 20][len(given.numbers):]
WARM_UP = 90
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
    server = subprocess.Popen(
        [touchstone, "serve", "--port", "0", "--json", "--limit-per-address", "none", "--limit-per-account", "none",
         "--data", data], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        port = json.loads(server.stdout.readline())["url"].rsplit(":", 1)[1].strip("/")
        client = [os.path.join(jdk, "bin/java"), "--enable-native-access=ALL-UNNAMED", "-cp",
                  os.path.join(root, "target/launcher/current/lib/*"), os.path.join(here, "SignIns.java"), port,
                  str(users), str(clients)]
        subprocess.run([*client, str(WARM_UP), key], stdout=subprocess.DEVNULL)
        before = processor(server.pid), counter(key)
        subprocess.run([*client, str(seconds), key])
        took, done = processor(server.pid) - before[0], counter(key) - before[1]
        print("processor time of the server: %.0f us for each sign-in" % (took * 1e6 / done))
        memory(jdk, server.pid)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def filled(data, key):
    told = os.path.join(data, "filled")
    wanted = "%d %d %d" % (users, credentials, audit_rows)
    if os.path.exists(told) and open(told).read() == wanted:
        return
    subprocess.run([touchstone, "users", "--data", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, os.path.join(here, "seed.py"), os.path.join(data, "touchstone.db"), key, str(users),
                    str(credentials), str(audit_rows)], check=True)
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
