#!/usr/bin/env python3
# Fills a state folder that `guichet run --once` has made with invented tickets, one to three mails
# each, for search.sh. The words follow a steep frequency: some are in a third of all mails, some in
# a hundred. The same count gives the same database.
import random
import sqlite3
import sys

folder, count = sys.argv[1], int(sys.argv[2])
random.seed(7)
FREQUENT = "caméra alarme portail badge site panne écran lecteur centrale bonjour merci".split()
RARE = [f"{a}{b}{c}" for a in ("bor", "cla", "dru", "fle", "gri", "hal", "jor", "kel", "lom", "mur")
        for b in ("a", "e", "i", "o", "u") for c in ("n", "r", "s", "t", "l", "m", "d", "v", "ck", "x")
        for d in ("", "in", "on", "et", "ou", "ar", "el", "is", "us", "om")]
DAMM = [[0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0]]
STATES = ["new", "open", "waiting-client", "resolved", "closed", "closed", "closed", "closed"]
CLASSES = ["critical", "standard", "standard", "informational"]
START = 1_700_000_000_000_000


def number(sequence):
    digits = [int(d) for letter in "SAV" for d in f"{ord(letter) - 55:02d}"]
    check = 0
    for digit in digits + [int(d) for d in f"2026{sequence:05d}"]:
        check = DAMM[check][digit]
    return f"SAV-2026-{sequence:05d}{check}"


def words(amount):
    return " ".join(random.choice(FREQUENT) if random.random() < 0.06
                    else RARE[int(len(RARE) ** random.random()) - 1] for _ in range(amount))


base = sqlite3.connect(f"{folder}/guichet.db")
base.execute("PRAGMA synchronous = OFF")
base.execute("PRAGMA wal_autocheckpoint = 0")
mail = 0
for ticket in range(1, count + 1):
    client = int(2_000 * random.random() ** 2)
    address, name = f"p{client % 7}@client{client}.example", f"Claire {RARE[client % 500].title()}"
    company, at = f"Client {client}", START + ticket * 300_000_000
    subject = words(4)
    first = mail + 1
    for _ in range(random.choice((1, 1, 2, 3))):
        mail += 1
        base.execute(
            "INSERT INTO mail (id, mailbox, validity, uid, digest, length, received_at, attempts,"
            " disposition, filed_at, ticket, message_id, sender, sender_name, subject, nature, findings)"
            " VALUES (?, 'sav', 1, ?, ?, 900, ?, 0, 'file', ?, ?, ?, ?, ?, ?, 'request', ?)",
            (mail, mail, mail.to_bytes(32, "big"), at, at, ticket, f"m{mail}@client.example", address,
             name, subject, "request\x1fnature\x1frequest\x1fnothing else fits\x1e" * 4))
        base.execute("INSERT INTO search (rowid, subject, body, sender) VALUES (?, ?, ?, ?)",
                     (mail, subject, words(60), f"{name} {address} plan{client}.pdf {company} {number(ticket)}"))
    base.execute(
        "INSERT INTO ticket (id, prefix, year, sequence, procedure, mailbox, mail, requester,"
        " requester_name, subject, language, quiet, opened_at, changed_at, state, criticality, urgent,"
        " handler, letters_sent, letters_failed, impossible_events, events, client, client_key)"
        " VALUES (?, 'SAV', 2026, ?, 'sav', 'sav', ?, ?, ?, ?, 'fr', 0, ?, ?, ?, ?, 0, ?, 1, 0, 0, 1,"
        " ?, ?)",
        (ticket, ticket, first, address, name, subject, at, at, random.choice(STATES),
         random.choice(CLASSES), f"t{ticket % 9}@mileo.example", company, company.lower()))
base.execute("INSERT INTO numbering VALUES ('SAV', 2026, ?)", (count,))
base.commit()
base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print(f"{count} tickets, {mail} mails; ticket 77 is {number(77)}")
