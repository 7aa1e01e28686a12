#!/usr/bin/python3
"""Fills a database with people that have names, to measure how fast the help desk finds one of them.

usage: people.py DATABASE USERS

DATABASE is a file that touchstone made (touchstone users --data DIR makes DIR/touchstone.db). First and last names are
taken from 300 and 6,000 made-up ones, a few of them far more often than most, as people's are. What is there is kept.
"""
import base64
import random
import sqlite3
import sys

database, users = sys.argv[1], int(sys.argv[2])
chance = random.Random(1)
syllables = [a + b for a in "b d f g h k l m n p r s t v w".split() for b in "a e i o u an en in or is".split()]
firsts = sorted({"".join(chance.choices(syllables, k=2)) for _ in range(400)})[:300]
lasts = sorted({"".join(chance.choices(syllables, k=3)) for _ in range(8000)})[:6000]
weights = lambda names: [1 / (1 + it) ** 0.8 for it in range(len(names))]
handle = lambda it: base64.urlsafe_b64encode(b"person handle %020d" % it).decode().rstrip("=")
first = chance.choices(firsts, weights(firsts), k=users)
last = chance.choices(lasts, weights(lasts), k=users)
mail = lambda it: "%s.%s%d@example.org" % (first[it], last[it], it)
words = lambda it: (first[it], last[it], "%s%d" % (last[it], it), "example", "org")

connection = sqlite3.connect(database)
connection.execute("PRAGMA synchronous = OFF")
connection.execute("PRAGMA cache_size = -400000")
with connection:
    connection.executemany(
        """INSERT OR IGNORE INTO account (handle, name, display_name, first_name, last_name, created, email, email_key)
           VALUES (?, ?, ?, ?, ?, 0, ?, ?)""",
        ((handle(it), mail(it), "%s %s" % (first[it].title(), last[it].title()), first[it].title(), last[it].title(),
          mail(it), mail(it)) for it in range(users)))
    connection.executemany("INSERT OR IGNORE INTO search_text (user_handle, words) VALUES (?, ?)",
                           ((handle(it), " %s " % " ".join(words(it))) for it in range(users)))
    connection.executemany("INSERT OR IGNORE INTO search_word (word, user_handle) VALUES (?, ?)",
                           sorted((word, handle(it)) for it in range(users) for word in words(it)))
print("%d users; the most frequent are %s and %s" % (users, firsts[0], lasts[0]))
