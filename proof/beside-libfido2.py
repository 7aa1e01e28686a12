#!/usr/bin/python3
"""Does the same things to one key with Touchstone and with libfido2's tools, and compares what each says.

usage: beside-libfido2.py SERVER... -- TOUCHSTONE...

SERVER serves a virtual key that forgets everything as a HID device of the kernel: it is given `uhid`, the key's name and
its model as further arguments, and on its standard input the order `replug`. TOUCHSTONE runs a command of ours. Both go
through /dev/hidraw*. Needs the packages fido2-tools and python3-fido2 (for its CBOR). `beside-libfido2.sh` calls it.
"""
import base64
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from fido2 import cbor

RP = "example.org"
IDS = "vendor=0x1209, product=0x0004"
PATIENCE = 180
FIRST_PIN, PIN = "2468-ä", "1357-ö"
MODELS = os.environ.get("MODELS", "touchstone biometric").split()


class Differs(Exception):
    """The two do not say the same, or one of them failed."""


def same(what, ours, theirs):
    if ours != theirs:
        raise Differs("%s: Touchstone says %r, libfido2 %r" % (what, ours, theirs))


def run(*command, lines=()):
    ended = subprocess.run(command, input="".join(line + "\n" for line in lines).encode(), capture_output=True,
                           start_new_session=True, timeout=PATIENCE)
    out, err = ended.stdout.decode(errors="replace"), ended.stderr.decode(errors="replace")
    if ended.returncode != 0:
        raise Differs("%s ended with %d: %s" % (" ".join(command[-4:]), ended.returncode, (err or out).strip()))
    return out


class Bench:
    def __init__(self, touchstone, folder):
        self.touchstone, self.folder, self.device, self.failed, self.steps = touchstone, folder, None, 0, 0

    def ours(self, *arguments, lines=()):
        stdin = ("--pin-stdin",) if lines else ()
        return json.loads(run(*self.touchstone, *arguments, *stdin, "--json", "--no-virtual-key", "--data",
                              os.path.join(self.folder, "data"), lines=lines))

    def theirs(self, *arguments, lines=()):
        return run("fido2-token", *arguments, self.device, lines=lines)

    def find(self, key):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for line in run("fido2-token", "-L").splitlines():
                if IDS in line:
                    self.device = line.split(": ")[0]
                    return
            if key.poll() is not None:
                raise Differs("the program that serves the key has ended")
            time.sleep(0.3)
        raise Differs("the key never appeared")

    def step(self, title, action):
        start = time.monotonic()
        self.steps += 1
        try:
            verdict, detail = "PASS", action() or ""
        except (Differs, subprocess.TimeoutExpired, OSError, KeyError, IndexError, ValueError) as e:
            verdict, detail = "FAIL", "%s: %s" % (type(e).__name__, e)
            self.failed += 1
        print("%s  %s (%.1f s) %s" % (verdict, title, time.monotonic() - start, " ".join(detail.split())), flush=True)


# ---- what is compared

def fields(text):
    return dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)


def option_words(options):
    return sorted(name if value else "no" + name for name, value in options.items())


ALGORITHMS = {-7: "es256", -8: "eddsa", -35: "es384", -257: "rs256"}


def info(bench):
    ours = bench.ours("info")
    raw = cbor.decode(bytes.fromhex(ours["raw"]))
    theirs = fields(bench.theirs("-I"))
    compared = []

    def member(label, value):
        if label in theirs:
            same(label, value, theirs[label])
            compared.append(label)

    member("version strings", ", ".join(raw[1]))
    member("extension strings", ", ".join(raw.get(2, [])))
    member("transport strings", ", ".join(raw.get(9, [])))
    member("aaguid", raw[3].hex())
    same("options", option_words(raw[4]), sorted(theirs["options"].split(", ")))
    member("fwversion", "0x%x" % raw.get(0x0E, 0))
    member("maxmsgsiz", str(raw[5]))
    member("maxcredcntlst", str(raw.get(7, 0)))
    member("maxcredlen", str(raw.get(8, 0)))
    member("maxlargeblob", str(raw.get(0x0B, 0)))
    member("minpinlen", str(raw.get(0x0D, 0)))
    member("remaining rk(s)", str(raw.get(0x14, "undefined")))
    member("platform uv attempt(s)", str(raw.get(0x11, 0)))
    member("pin protocols", ", ".join(map(str, raw[6])))
    names = [ALGORITHMS.get(it["alg"], "unknown") for it in raw[0x0A]]
    same("algorithms", names, [it.split(" ")[0] for it in theirs["algorithms"].split(", ")])
    shown = {fact["name"]: fact["value"] for section in ours["sections"] for fact in section["facts"]}
    same("maxMsgSize in words", shown["maxMsgSize"], theirs["maxmsgsiz"])
    same("aaguid in words", shown["aaguid"].replace("-", ""), theirs["aaguid"])
    return "%d members: %s" % (len(compared) + 2, ", ".join(compared))


def listed(bench):
    ours = {key["path"]: (key["vendorId"], key["productId"]) for key in bench.ours("keys")["keys"]}
    theirs = {}
    for line in run("fido2-token", "-L").splitlines():
        match = re.match(r"(\S+): vendor=0x(\w+), product=0x(\w+)", line)
        theirs[match.group(1)] = (int(match.group(2), 16), int(match.group(3), 16))
    same("the keys on USB", ours, theirs)
    return ", ".join(ours)


def tries(bench):
    ours = bench.ours("pin", "tries")
    same("PIN tries", str(ours["triesLeft"]), fields(bench.theirs("-I"))["pin retries"])
    return str(ours["triesLeft"])


def wrong_pin(bench):
    """A wrong PIN typed in one program is seen in the other; the right one sets the count back."""
    try:
        bench.ours("pin", "verify", lines=["999999"])
        raise ValueError("a wrong PIN was taken")
    except Differs:
        pass
    left = tries(bench)
    same("PIN tries after a wrong one", left, "7")
    bench.ours("pin", "verify", lines=[PIN])
    return "7, then " + tries(bench)


def their_credential(bench, user):
    request = os.path.join(bench.folder, user)
    with open(request, "w", encoding="utf-8") as file:
        for line in (base64.b64encode(hashlib.sha256(user.encode()).digest()).decode(), RP, user,
                     base64.b64encode(user.encode()).decode()):
            file.write(line + "\n")
    run("fido2-cred", "-M", "-r", "-i", request, "-o", request + ".made", bench.device, "es256", lines=[PIN])


def credentials(bench):
    ours = bench.ours("credentials", lines=[PIN])
    mine = sorted((it["rpId"], it["id"], it["user"]["name"]) for it in ours["credentials"])
    theirs = []
    for rp in bench.theirs("-L", "-r", lines=[PIN]).splitlines():
        rp_id = rp.split(" ")[2]
        same("the RP ID's hash", hashlib.sha256(rp_id.encode()).digest(), base64.b64decode(rp.split(" ")[1]))
        for line in bench.theirs("-L", "-k", rp_id, lines=[PIN]).splitlines():
            words = line.split(" ")
            credential_id = base64.urlsafe_b64encode(base64.b64decode(words[1])).decode().rstrip("=")
            theirs.append((rp_id, credential_id, words[2]))
    same("the credentials", [(rp, it) for rp, it, _ in mine], sorted((rp, it) for rp, it, _ in theirs))
    counts = fields(bench.theirs("-I", "-c", lines=[PIN]))
    same("slots in use", str(ours["slots"]["existing"]), counts["existing rk(s)"])
    same("slots left", str(ours["slots"]["remaining"]), counts["remaining rk(s)"])
    return "%d credentials, %s slots left" % (len(mine), counts["remaining rk(s)"])


def option(bench, name):
    return name in fields(bench.theirs("-I"))["options"].split(", ")


def setting(bench, name, set_ours, unset_theirs):
    bench.ours("config", *set_ours, "--yes", lines=[PIN])
    same(name + " as libfido2 sees it", True, option(bench, name))
    bench.theirs(*unset_theirs, lines=[PIN])
    raw = cbor.decode(bytes.fromhex(bench.ours("info")["raw"]))
    same(name + " as Touchstone sees it", raw[4][name], False)


def minimum_length(bench):
    bench.ours("config", "min-pin-length", "6", "--yes", lines=[PIN])
    same("the minimum length", fields(bench.theirs("-I"))["minpinlen"], "6")


def delete_each_others(bench):
    first, second = bench.ours("credentials", lines=[PIN])["credentials"][:2]
    bench.ours("credentials", "delete", first["id"], "--yes", lines=[PIN])
    other = base64.b64encode(base64.urlsafe_b64decode(second["id"] + "==")).decode()
    bench.theirs("-D", "-i", other, lines=[PIN])
    return credentials(bench)


def blobs(bench):
    credential = bench.ours("credentials", lines=[PIN])["credentials"]
    credential = next(it for it in credential if it["largeBlobKey"])
    path, got = os.path.join(bench.folder, "blob"), os.path.join(bench.folder, "blob.read")
    content = os.urandom(500)
    with open(path, "wb") as file:
        file.write(content)
    bench.ours("blobs", "write", credential["id"], path, "--yes", lines=[PIN])
    other = base64.b64encode(base64.urlsafe_b64decode(credential["id"] + "==")).decode()
    run("fido2-token", "-G", "-b", "-n", credential["rpId"], "-i", other, got, bench.device, lines=[PIN])
    with open(got, "rb") as file:
        same("the large blob", hashlib.sha256(content).hexdigest(), hashlib.sha256(file.read()).hexdigest())
    return "500 bytes written by Touchstone, read by libfido2"


def fingerprints(bench):
    ours = bench.ours("fingerprints", lines=[PIN])
    try:
        theirs = bench.theirs("-L", "-e", lines=[PIN]).splitlines()
    except Differs as why:
        # CTAP 2.1 §6.7.6: a key without fingerprints answers with this, which the tool passes on as it is.
        if "FIDO_ERR_INVALID_OPTION" not in str(why):
            raise
        theirs = []
    same("how many fingerprints", len(ours["fingerprints"]), len(theirs))
    return "%d fingerprints" % len(theirs)


def prove(bench, model):
    step = lambda title, action: bench.step("%s: %s" % (model, title), action)
    step("the same keys are listed", lambda: listed(bench))
    step("getInfo, member by member", lambda: info(bench))
    step("a PIN set by Touchstone is changed by libfido2", lambda: (
        bench.ours("pin", "set", "--yes", lines=[FIRST_PIN]),
        bench.theirs("-C", lines=[FIRST_PIN, PIN, PIN]))[0:0] and "")
    step("PIN tries", lambda: tries(bench))
    step("a wrong PIN costs one try, and no more", lambda: wrong_pin(bench))
    step("getInfo with a PIN, member by member", lambda: info(bench))
    step("Touchstone registers and signs in", lambda: (
        bench.ours("register", "--user", "ada", "--resident-key", "required", "--extension",
                   '{"largeBlob":{"support":"preferred"}}', lines=[PIN]),
        bench.ours("sign-in", "--user", "ada", lines=[PIN]))[0:0] and "")
    step("libfido2 registers", lambda: [their_credential(bench, user) for user in ("bob", "cyd", "dan")] and "")
    step("the credentials on the key", lambda: credentials(bench))
    if model == "touchstone":  # the other one has no largeBlobKey
        step("a large blob", lambda: blobs(bench))
    step("each deletes one of the other's", lambda: delete_each_others(bench))
    step("always-UV on by Touchstone, off by libfido2",
         lambda: setting(bench, "alwaysUv", ["always-uv", "on"], ["-D", "-u"]))
    if model == "touchstone":  # the other one has no such setting
        step("minimum PIN length", lambda: minimum_length(bench))
    if model == "biometric":
        step("fingerprints", lambda: fingerprints(bench))
    step("getInfo at the end, member by member", lambda: info(bench))


def main(arguments):
    at = arguments.index("--")
    server, touchstone = arguments[:at], arguments[at + 1:]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(touchstone, folder)
        bench.step("HID devices that are no keys are left alone", lambda: same(
            "keys without a key", [it["path"] for it in bench.ours("keys")["keys"]], []))
        for model in MODELS:
            key = subprocess.Popen([*server, "uhid", "Proof Key", model], stdin=subprocess.PIPE)
            try:
                bench.find(key)
                prove(bench, model)
            finally:
                key.stdin.close()
                try:
                    key.wait(30)
                except subprocess.TimeoutExpired:
                    key.send_signal(signal.SIGTERM)
    print("\n%d of %d steps agree." % (bench.steps - bench.failed, bench.steps))
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
