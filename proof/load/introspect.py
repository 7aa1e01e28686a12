#!/usr/bin/python3
"""Serves a new database and asks as fast as it lets whether a token is good (RFC 7662).

usage: introspect.py [CLIENTS [SECONDS]]

Usually 32 clients, 20 seconds after warming up twice. Needs ./touchstone and the JDK that it uses. Client and server
share the machine. The access token is that of somebody who proved an address by the code in the outbox.
"""
import glob
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
touchstone = os.environ.get("TOUCHSTONE", os.path.join(root, "touchstone"))
given = [int(it) for it in sys.argv[1:]]
clients, seconds = given + [32, 20][len(given):]


def run(data, *command):
    return subprocess.run([touchstone, *command, "--data", data], check=True, stdout=subprocess.PIPE, text=True).stdout


def post(url, document):
    request = urllib.request.Request(url, json.dumps(document).encode(), {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))


def access_token(url, data):
    post(url + "api/auth/register", {"email": "ada@example.org"})
    for _ in range(100):
        for mail in glob.glob(os.path.join(data, "outbox", "*.eml")):
            code = re.search(r"^    (\d{4} \d{4})", open(mail).read(), re.M)
            if code:
                return post(url + "api/auth/verify-otp", {"email": "ada@example.org", "otp": code.group(1)})["access_token"]
        time.sleep(0.1)
    raise SystemExit("no code came")


def main():
    with tempfile.TemporaryDirectory() as data:
        run(data, "users", "add", "service", "--role", "auditor")
        service = json.loads(run(data, "tokens", "create", "--user", "service", "--name", "load", "--scope",
                                 "tokens:introspect", "--json"))["secret"]
        server = subprocess.Popen([touchstone, "serve", "--port", "0", "--json", "--data", data],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            url = json.loads(server.stdout.readline())["url"].rstrip("/") + "/"
            tokens = service + "\n" + access_token(url, data) + "\n"
            java = os.path.join(os.environ.get("JAVA_HOME") or
                                open(os.path.join(root, "target/launcher/current/java-home")).read().strip(), "bin/java")
            client = [java, os.path.join(here, "Introspections.java"), url.rsplit(":", 1)[1].strip("/"), str(clients)]
            subprocess.run([*client, "15"], input=tokens, text=True, stdout=subprocess.DEVNULL)
            subprocess.run([*client, str(seconds)], input=tokens, text=True)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


main()
