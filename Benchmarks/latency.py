#!/usr/bin/env python3
# Measures how soon a client is answered, with IDLE: a mail is appended to a mailbox that `guichet
# run` watches; how long after the server's own notice, as another watching client sees it, has the
# SMTP server accepted the acknowledgement?
#
#     latency.py BINARY IMAP_PORT WORK MAILS
#
# The mails come one by one, each after the one before is answered, and each from a domain of its own,
# for letters to one domain are bounded. Everything is on 127.0.0.1.
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time

binary, port, work, mails = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
accepted, arrived = [], threading.Event()


def sink(server):
    """Accepts every letter, and notes when."""
    while True:
        client, _ = server.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()


def serve(client):
    lines = client.makefile("rb")
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.sendall(b"220 sink ESMTP\r\n")
    in_data = False
    recipient = b""
    for line in lines:
        if in_data:
            if line == b".\r\n":
                in_data = False
                client.sendall(b"250 2.0.0 taken\r\n")
                if b"@client" in recipient:
                    accepted.append(time.monotonic())
                    arrived.set()
            continue
        word = line[:4].upper()
        if word == b"EHLO":
            client.sendall(b"250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n")
        elif word == b"DATA":
            in_data = True
            client.sendall(b"354 go on\r\n")
        elif word == b"QUIT":
            client.sendall(b"221 2.0.0 bye\r\n")
            return
        else:
            if word == b"RCPT":
                recipient = line
            client.sendall(b"250 2.0.0 well\r\n")


class IMAP:
    """Just enough of a client: a command and its answer, and IDLE."""

    def __init__(self, user):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.lines = self.socket.makefile("rb")
        self.lines.readline()
        self.ask(b"LOGIN %s pw" % user)
        self.ask(b"SELECT INBOX")

    def ask(self, command, literal=None):
        self.socket.sendall(b"a " + command + b"\r\n")
        if literal is not None:
            self.lines.readline()
            self.socket.sendall(literal + b"\r\n")
        while True:
            line = self.lines.readline()
            if line.startswith(b"a "):
                assert line.startswith(b"a OK"), line
                return
            assert line, "the server hung up"

    def idle(self):
        self.socket.sendall(b"i IDLE\r\n")
        self.lines.readline()

    def notice(self):
        while not re.match(rb"\* \d+ EXISTS", self.lines.readline()):
            pass
        return time.monotonic()


server = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=sink, args=(server,), daemon=True).start()
config, state = work + "/config", work + "/state"
os.makedirs(config)
os.makedirs(state, mode=0o700)
os.makedirs(state + "/mail/reclamations/new")
for folder in ("tmp", "cur"):
    os.makedirs(state + "/mail/reclamations/" + folder)
with open("Mailboxes/company.yaml") as file:
    company = file.read()
with open(config + "/company.yaml", "w") as file:
    file.write(company)
smtp = "{host: 127.0.0.1, port: %d, security: none}" % server.getsockname()[1]
with open(config + "/reclamations.yaml", "w") as file:
    file.write("procedure: complaint\nprefix: REC\naddress: reclamations@mileo.example\n"
               "source: {maildir: $STATE/mail/reclamations}\nletters:\n  smtp: %s\n" % smtp)
with open(config + "/sav.yaml", "w") as file:
    file.write("procedure: sav\nprefix: SAV\naddress: sav@mileo.example\nsource:\n  imap: {host: 127.0.0.1, "
               "port: %d, security: none, user: latency, password: {environment: BENCH_PW}}\n"
               "letters:\n  smtp: %s\n" % (port, smtp))
service = subprocess.Popen([binary, "run", "--config", config, "--state", state, "--templates", "Templates"],
                           env=dict(os.environ, BENCH_PW="pw"), stderr=open(work + "/log", "wb"))
try:
    watcher, writer = IMAP(b"latency"), IMAP(b"latency")
    watcher.idle()
    times = []
    for number in range(mails):
        arrived.clear()
        mail = ("From: Alice Roy <a@client%d.example>\r\nTo: sav@mileo.example\r\nSubject: Lecteur %d\r\n"
                "Message-ID: <latency@client%d.example>\r\n\r\nBonjour,\r\nle lecteur de la porte %d ne lit "
                "plus aucun badge.\r\n" % (number, number, number, number)).encode()
        writer.ask(b"APPEND INBOX {%d}" % len(mail), mail)
        noticed = watcher.notice()
        if not arrived.wait(60):
            sys.exit("no acknowledgement within a minute; %s/log says why" % work)
        times.append(accepted[-1] - noticed)
    # The first finds the service still starting.
    times = sorted(times[1:])
    print("from the server's notice to the acknowledgement accepted: median %.0f ms, 9 of 10 within %.0f ms, "
          "worst %.0f ms (%d mails)" % (1000 * times[len(times) // 2], 1000 * times[len(times) * 9 // 10 - 1],
                                         1000 * times[-1], len(times)))
finally:
    service.send_signal(signal.SIGTERM)
    service.wait(20)
