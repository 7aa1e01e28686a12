#!/usr/bin/python3
"""Serves a database of a given size and signs in as fast as it lets, then says how much memory the server took.

usage: load.py [USERS [CREDENTIALS [AUDIT-ROWS [CLIENTS [SECONDS]]]]]

Usually 1000 users with 1 credential each, no audit rows before, 64 clients, 20 seconds after warming up twice. Needs
./touchstone, python3-cryptography, and the JDK that touchstone uses. Client and server share the machine.
"""
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
given = [int(it) for it in sys.argv[1:]]
users, credentials, audit_rows, clients, seconds = given + [1000, 1, 0, 64, 20][len(given):]


def main():
    with tempfile.TemporaryDirectory() as data:
        subprocess.run([touchstone, "users", "--data", data], check=True, stdout=subprocess.DEVNULL)
        jdk = open(os.path.join(root, "target/launcher/current/java-home")).read().strip()
        key = os.path.join(data, "load.key")
        subprocess.run([sys.executable, os.path.join(here, "seed.py"), os.path.join(data, "touchstone.db"), key,
                        str(users), str(credentials), str(audit_rows)], check=True)
        server = subprocess.Popen(
            [touchstone, "serve", "--port", "0", "--json", "--limit-per-address", "none", "--limit-per-account",
             "none", "--data", data], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            port = json.loads(server.stdout.readline())["url"].rsplit(":", 1)[1].strip("/")
            client = [os.path.join(jdk, "bin/java"), "--enable-native-access=ALL-UNNAMED", "-cp",
                      os.path.join(root, "target/launcher/current/lib/*"), os.path.join(here, "SignIns.java"), port,
                      str(users), str(clients)]
            subprocess.run([*client, "15", key], stdout=subprocess.DEVNULL)
            subprocess.run([*client, str(seconds), key])
            memory(jdk, server.pid)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


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
