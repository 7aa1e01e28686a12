#!/usr/bin/python3
"""Kills a server under load with SIGKILL, over and over, and looks whether anything that it answered is lost.

usage: kill.py [KILLS] [CLIENTS]

Each time 16 clients (or CLIENTS) sign in as fast as they can; at an arbitrary moment the server gets SIGKILL. Then the
database is asked: is it whole; has the counter of each credential reached what the last answered sign-in said; is there
a row in the audit trail for every answered sign-in; does the hash chain verify. Ends with 1 at the first loss.
Needs ./touchstone, python3-cryptography, and a JDK for the clients.
"""
import collections
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
touchstone = os.path.join(root, "touchstone")
kills = int(sys.argv[1]) if len(sys.argv) > 1 else 50
clients = sys.argv[2] if len(sys.argv) > 2 else "16"
USERS = 500
SHORTEST, LONGEST = 1.5, 5.0


def main():
    with tempfile.TemporaryDirectory() as data:
        subprocess.run([touchstone, "users", "--data", data], check=True, stdout=subprocess.DEVNULL)
        java = os.path.join(open(os.path.join(root, "target/launcher/current/java-home")).read().strip(), "bin/java")
        key = os.path.join(data, "load.key")
        database = os.path.join(data, "touchstone.db")
        subprocess.run([sys.executable, os.path.join(here, "seed.py"), database, key, str(USERS)], check=True)
        answered = collections.Counter()
        for turn in range(kills):
            told = sign_in_and_kill(java, data, key)
            for user, _ in told:
                answered[user] += 1
            loss = lost(data, database, told, answered)
            print("kill %d: %d sign-ins answered, %s" % (turn + 1, len(told), loss or "nothing lost"), flush=True)
            if loss:
                sys.exit(1)
        print("%d kills, %d sign-ins answered, nothing lost" % (kills, sum(answered.values())))


def sign_in_and_kill(java, data, key):
    """The (user, counter) of the sign-ins that were answered before the server was killed."""
    answers = os.path.join(data, "answered")
    server = subprocess.Popen(
        [touchstone, "serve", "--port", "0", "--json", "--limit-per-address", "none", "--limit-per-account", "none",
         "--data", data], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True)
    port = json.loads(server.stdout.readline())["url"].rsplit(":", 1)[1].strip("/")
    load = subprocess.Popen(
        [java, "-cp", os.path.join(root, "target/launcher/current/lib/*"), os.path.join(here, "SignIns.java"), port,
         str(USERS), clients, "60", key, answers], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (os.path.exists(answers) and os.path.getsize(answers)):
        time.sleep(0.05)
    time.sleep(random.uniform(SHORTEST, LONGEST))
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()
    load.wait()
    with open(answers) as file:
        told = [tuple(map(int, line.split())) for line in file]
    os.remove(answers)
    return told


def lost(data, database, told, answered):
    """What is missing, in words; empty if nothing is."""
    connection = sqlite3.connect(database)
    whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if whole != "ok":
        return "the database is damaged: " + whole
    counters = dict(connection.execute(
        "SELECT a.email, s.sign_count FROM account a JOIN credential c ON c.user_handle = a.handle"
        " JOIN credential_state s ON s.credential_id = c.id"))
    rows = dict(connection.execute(
        "SELECT subject, count(*) FROM audit WHERE event = 'sign-in.complete' AND outcome = 'succeeded'"
        " GROUP BY subject"))
    connection.close()
    for user, counter in told:
        if counters["load%d@example.org" % user] < counter:
            return "the counter of user %d is behind %d" % (user, counter)
    for user, count in answered.items():
        if rows.get("load%d@example.org" % user, 0) < count:
            return "audit rows of user %d are missing" % user
    verified = subprocess.run([touchstone, "audit", "verify", "--data", data], stdout=subprocess.PIPE, text=True)
    return "" if verified.returncode == 0 else "the audit trail does not verify: " + verified.stdout


main()
