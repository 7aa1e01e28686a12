#!/usr/bin/python3
"""Fills a database with users for a load test: load0@example.org, load1@…, each with as many credentials as asked for.

usage: seed.py DATABASE KEY USERS [CREDENTIALS] [AUDIT-ROWS]

DATABASE is a file that touchstone made (touchstone users --data DIR makes DIR/touchstone.db). All credentials share one
ES256 key, whose private half is written to KEY (PKCS#8, DER) unless it is there. What was seeded before is kept.
Needs python3-cryptography.
"""
import base64
import os
import sqlite3
import sys
import time

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

database, key_file, users = sys.argv[1], sys.argv[2], int(sys.argv[3])
per_user = int(sys.argv[4]) if len(sys.argv) > 4 else 1
audit_rows = int(sys.argv[5]) if len(sys.argv) > 5 else 0

if os.path.exists(key_file):
    with open(key_file, "rb") as file:
        key = serialization.load_der_private_key(file.read(), None)
else:
    key = ec.generate_private_key(ec.SECP256R1())
    with open(key_file, "wb") as file:
        file.write(key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8,
                                     serialization.NoEncryption()))
numbers = key.public_key().public_numbers()
cose = (bytes.fromhex("a5010203262001215820") + numbers.x.to_bytes(32, "big") + bytes.fromhex("225820")
        + numbers.y.to_bytes(32, "big"))


def base64url(text):
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def credential(user, number):
    """The first one of each user is what SignIns.java signs with."""
    return base64url("load credential %08d" % user + (" %d" % number if number else ""))


now = int(time.time() * 1000)
connection = sqlite3.connect(database)
connection.execute("PRAGMA synchronous = OFF")
with connection:
    connection.executemany(
        "INSERT OR IGNORE INTO account (handle, name, display_name, created, email) VALUES (?, ?, ?, ?, ?)",
        ((base64url("load handle %08d" % it), "load%d@example.org" % it, "Load %d" % it, now, "load%d@example.org" % it)
         for it in range(users)))
    # by which words each is found, as the program itself keeps them
    connection.executemany(
        "INSERT OR IGNORE INTO search_text (user_handle, words) VALUES (?, ?)",
        ((base64url("load handle %08d" % it), " load%d example org load %d " % (it, it)) for it in range(users)))
    connection.executemany(
        "INSERT OR IGNORE INTO search_word (word, user_handle) VALUES (?, ?)",
        ((word, base64url("load handle %08d" % it)) for it in range(users)
         for word in ("load%d" % it, "example", "org", "load", str(it))))
    pairs = lambda: ((user, number) for user in range(users) for number in range(per_user))
    connection.executemany(
        """INSERT OR IGNORE INTO credential (id, user_handle, label, aaguid, algorithm, transports, backup_eligible,
             attestation_format, trusted, created, rp_id, public_key, attestation_object, attestation_client_data)
           VALUES (?, ?, '', '00000000-0000-0000-0000-000000000000', 'ES256', 'usb', 0, 'none', 0, ?, 'localhost', ?,
             ?, ?)""",
        ((credential(user, number), base64url("load handle %08d" % user), now, cose, bytes(200), bytes(120))
         for user, number in pairs()))
    connection.executemany(
        """INSERT OR IGNORE INTO credential_state (credential_id, user_verified, backed_up, sign_count, possible_clone)
           VALUES (?, 1, 0, 0, 0)""",
        ((credential(user, number),) for user, number in pairs()))
    if audit_rows:
        connection.executemany(
            """INSERT OR IGNORE INTO audit (writer, seq, at, event, outcome, actor, subject, credential, address, agent,
                 reason, detail, hash) VALUES ('seed', ?, ?, 'sign-in.complete', 'succeeded', '', ?, '', '', '', '',
                 '', ?)""",
            ((it + 1, now - audit_rows + it, "load%d@example.org" % (it % users), bytes(32))
             for it in range(audit_rows)))
print("%d users, %d credentials, %d audit rows" % tuple(
    connection.execute("SELECT count(*) FROM " + table).fetchone()[0] for table in ("account", "credential", "audit")))
