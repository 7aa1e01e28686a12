#!/usr/bin/env python3
"""The steps of libfido2.sh: fido2-token, fido2-cred and fido2-assert against a virtual key.

usage: libfido2.py uhid|usbip COMMAND...

COMMAND serves the key: it is given the wire, the key's name and its model as further arguments, and on its standard input the
order `replug`. By USB/IP it serves on 127.0.0.1:3240.
"""
import base64
import hashlib
import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
import traceback

NAME = "Proof Key"
# fido2-token tells a product name only of a device below a USB port, so the ids tell the key.
IDS = "vendor=0x1209, product=0x0004"
RP = "example.org"
FIRST_PIN, PIN = "1234", "24680-ä"
PATIENCE = 120  # seconds; a virtual machine without KVM is some thirty times slower


class Failed(Exception):
    """A step did not end as it has to."""


def b64(data):
    return base64.b64encode(data).decode()


def expect(condition, what):
    if not condition:
        raise Failed(what)


class Tools:
    """Runs libfido2's tools. Without a terminal they read PINs from standard input, a line each."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, *lines):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        return self.path(name)

    def lines(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read().splitlines()

    def run(self, *command, pins=(), fails=False):
        ended = subprocess.run(
            command, input="".join(pin + "\n" for pin in pins).encode(), capture_output=True,
            start_new_session=True, timeout=PATIENCE)
        out, err = ended.stdout.decode(errors="replace"), ended.stderr.decode(errors="replace")
        if (ended.returncode != 0) != fails:
            raise Failed("%s: exit code %d: %s" % (" ".join(command[:2]), ended.returncode, (err or out).strip()))
        return err if fails else out


def import_by_usbip():
    """What `usbip attach` does: asks for the device and hands the connection to the kernel."""
    try:
        connection = socket.create_connection(("127.0.0.1", 3240), timeout=10)
    except ConnectionRefusedError:
        return False
    with connection:
        connection.sendall(struct.pack(">HHI32s", 0x0111, 0x8003, 0, b"1-1"))
        reply = connection.recv(8 + 312, socket.MSG_WAITALL)
        _, _, status = struct.unpack_from(">HHI", reply)
        if status != 0:
            return False
        bus, device, speed = struct.unpack_from(">III", reply, 8 + 256 + 32)
        try:
            with open("/sys/devices/platform/vhci_hcd.0/attach", "w", encoding="ascii") as attach:
                attach.write("0 %d %d %d" % (connection.fileno(), bus << 16 | device, speed))
        except OSError:
            return False  # the port of the bus may not be free yet
    return True


class Proof:
    def __init__(self, tools, key, wire, model, results):
        self.tools, self.key, self.wire, self.model = tools, key, wire, model
        self.device, self.results = None, results

    # ---- the key

    def find(self):
        """The key's node, as fido2-token lists it."""
        end = time.monotonic() + PATIENCE
        attached = self.wire != "usbip"
        while time.monotonic() < end:
            attached = attached or import_by_usbip()
            for line in self.tools.run("fido2-token", "-L").splitlines():
                if IDS in line:
                    self.device = line.split(": ")[0]
                    return line
            expect(self.key.poll() is None, "the program that serves the key has ended")
            time.sleep(0.2)
        raise Failed("the key never appeared")

    def replug(self):
        before = self.device
        self.key.stdin.write(b"replug\n")
        self.key.stdin.flush()
        end = time.monotonic() + PATIENCE
        # The old node goes first; the new one may have its number.
        while time.monotonic() < end and before in self.tools.run("fido2-token", "-L"):
            if self.wire == "uhid":
                # It may have been away and be back already.
                time.sleep(0.5)
                break
        return self.find()

    def token(self, *arguments, **options):
        return self.tools.run("fido2-token", *arguments, self.device, **options)

    def options(self):
        """The options of getInfo, such as clientPin or noclientPin."""
        line = re.search(r"^options: (.*)$", self.token("-I"), re.M)
        return line.group(1).split(", ") if line else []

    # ---- ceremonies

    def make(self, name, *flags, kind="es256", pins=(), user="ada"):
        request = self.tools.write(
            name + ".request", b64(hashlib.sha256(name.encode()).digest()), RP, user, b64(user.encode()))
        self.tools.run("fido2-cred", "-M", *flags, "-i", request, "-o", self.tools.path(name), self.device, kind, pins=pins)
        return self.tools.lines(name)[4]

    def verify(self, name, *flags, kind="es256"):
        self.tools.run(
            "fido2-cred", "-V", *flags, "-i", self.tools.path(name), "-o", self.tools.path(name + ".pem"), kind)

    def sign_in(self, name, credential, *flags, made=None, kind="es256", pins=(), salt=None, verify_flags=()):
        """Gets an assertion and verifies it; returns the lines of the assertion."""
        request = [b64(hashlib.sha256(name.encode()).digest()), RP]
        request += [] if credential is None else [credential]
        request += [] if salt is None else [salt]
        self.tools.write(name + ".request", *request)
        self.tools.run(
            "fido2-assert", "-G", *flags, "-i", self.tools.path(name + ".request"), "-o", self.tools.path(name), self.device,
            pins=pins)
        self.tools.run(
            "fido2-assert", "-V", *verify_flags, "-i", self.tools.path(name), self.tools.path((made or name) + ".pem"), kind)
        return self.tools.lines(name)

    def algorithm(self, kind, pins=(PIN,)):
        def run():
            credential = self.make("made-" + kind, kind=kind, pins=pins)
            self.verify("made-" + kind, kind=kind)
            self.sign_in("in-" + kind, credential, made="made-" + kind, kind=kind)
        return run

    # ---- bookkeeping

    def step(self, command, title, action):
        start = time.monotonic()
        try:
            detail, verdict = action() or "", "PASS"
        except (Failed, subprocess.TimeoutExpired, OSError, IndexError) as e:
            detail, verdict = str(e), "FAIL"
        except Exception:  # noqa: the table has to be printed whatever happens
            detail, verdict = traceback.format_exc().strip().splitlines()[-1], "FAIL"
        detail = " ".join(detail.split())
        self.results.append((verdict, self.model, command, title, detail))
        print("%s  %s: %s (%.1f s) %s" % (verdict, command, title, time.monotonic() - start, detail), flush=True)


def table(results):
    print("\n| | model | command | step |\n|---|---|---|---|")
    for verdict, model, command, title, _ in results:
        print("| %s | `%s` | `%s` | %s |" % (verdict, model, command, title))
    failed = sum(verdict == "FAIL" for verdict, *_ in results)
    print("\n%d of %d steps passed." % (len(results) - failed, len(results)))
    return failed


def prove(proof):
    tools, key = proof.tools, proof
    blob = os.urandom(700)
    with open(tools.path("blob"), "wb") as file:
        file.write(blob)

    def listed():
        return key.find()

    def info():
        out = key.token("-I")
        for needed in ("FIDO_2_1", "clientPin", "es256", "pin protocols: "):
            expect(needed in out, "no %s in: %s" % (needed, out))
        return re.search(r"^version strings: .*$", out, re.M).group(0)

    def set_pin():
        expect("noclientPin" in key.options(), "a new key has no PIN")
        key.token("-S", pins=(FIRST_PIN, FIRST_PIN))
        expect("clientPin" in key.options(), "the PIN is set afterwards")

    def wrong_pin():
        err = key.token("-C", pins=("9999", PIN, PIN), fails=True)
        expect("FIDO_ERR_PIN_INVALID" in err, err)

    def short_pin():
        err = key.token("-C", pins=(FIRST_PIN, "123", "123"), fails=True)
        expect("POLICY" in err or "too short" in err or "invalid" in err.lower(), err)
        return err

    def ordinary():
        credential = key.make("made", pins=(PIN,))
        key.verify("made")
        key.sign_in("signed", credential, "-p", made="made", verify_flags=("-p",))
        return tools.lines("made")[2]

    def forged():
        lines = tools.lines("made")
        lines[3] = b64(base64.b64decode(lines[3])[:-1] + b"\0")
        tools.write("forged", *lines)
        tools.run("fido2-cred", "-V", "-i", tools.path("forged"), "es256", fails=True)

    def verified():
        credential = key.make("verified", "-v", pins=(PIN,))
        key.verify("verified", "-v")
        key.sign_in("verified-in", credential, "-v", "-p", made="verified", pins=(PIN,), verify_flags=("-v", "-p"))

    def protected():
        key.make("protected", "-c", "3", "-r", "-v", pins=(PIN,), user="cai")
        key.verify("protected", "-c", "3", "-v")

    def hmac():
        credential = key.make("secret", "-h", pins=(PIN,))
        key.verify("secret", "-h")
        salts = [b64(hashlib.sha256(bytes([n])).digest()) for n in (1, 1, 2)]
        outputs = [
            key.sign_in("secret-%d" % n, credential, "-h", made="secret", salt=salt, verify_flags=("-h",))[-1]
            for n, salt in enumerate(salts)]
        expect(outputs[0] == outputs[1] != outputs[2], "the same salt gives the same secret, another another")

    def resident():
        key.make("resident", "-r", "-v", pins=(PIN,), user="ben")
        key.verify("resident", "-v")
        out = key.sign_in("resident-in", None, "-r", "-v", made="resident", pins=(PIN,), verify_flags=("-v",))
        return "%d lines" % len(out)

    def relying_parties():
        out = key.token("-L", "-r", pins=(PIN,))
        expect(RP in out, out)
        return out

    def credentials():
        out = key.token("-L", "-k", RP, pins=(PIN,))
        expect(tools.lines("resident")[4] in out, out)
        return "%d credentials" % len(out.splitlines())

    def count():
        out = key.token("-I", "-c", pins=(PIN,))
        expect("existing rk(s): 2" in out, out)
        return out

    def one():
        out = key.token("-I", "-k", RP, "-i", tools.lines("resident")[4], pins=(PIN,))
        expect("BEGIN PUBLIC KEY" in out, out)

    def rename():
        credential, user = tools.lines("resident")[4], b64(b"ben")
        key.token("-S", "-c", "-i", credential, "-k", user, "-n", "benedict", "-p", "Benedict B.", pins=(PIN,))
        out = key.token("-L", "-k", RP, pins=(PIN,))
        expect("Benedict" in out, out)

    def large_blob():
        credential = key.make("blobbed", "-b", "-r", "-v", pins=(PIN,), user="dot")
        tools.write("blob-key", tools.lines("blobbed")[-1])
        key.token("-S", "-b", "-k", tools.path("blob-key"), tools.path("blob"), pins=(PIN,))
        key.token("-G", "-b", "-k", tools.path("blob-key"), tools.path("blob-read"), pins=(PIN,))
        with open(tools.path("blob-read"), "rb") as file:
            expect(file.read() == blob, "what was stored comes back")
        return "%d bytes; credential %s…" % (len(blob), credential[:8])

    def large_blob_by_rp():
        key.token("-S", "-b", "-n", RP, "-i", tools.lines("blobbed")[4], tools.path("blob"), pins=(PIN, PIN))
        out = key.token("-L", "-b", pins=(PIN,))
        # fido2-token 1.12 expects a zlib header before what libfido2 1.12 compresses without one, as CTAP wants: it
        # lists every blob's sizes, and its credential as <unknown>.
        expect(re.search(r"^00: +721 +700 ", out, re.M), out)
        return out

    def large_blob_deleted():
        key.token("-D", "-b", "-k", tools.path("blob-key"), pins=(PIN,))
        key.token("-G", "-b", "-k", tools.path("blob-key"), tools.path("blob-gone"), pins=(PIN,), fails=True)

    def u2f():
        credential = key.make("second-factor", "-u")
        key.verify("second-factor")
        expect(tools.lines("second-factor")[2] == "fido-u2f", tools.lines("second-factor")[2])
        key.sign_in("second-factor-in", credential, "-u", "-p", made="second-factor", verify_flags=("-p",))

    def delete():
        credential = tools.lines("resident")[4]
        key.token("-D", "-i", credential, pins=(PIN,))
        expect(credential not in key.token("-L", "-k", RP, pins=(PIN,)), "it is gone")

    def always_uv():
        key.token("-S", "-u", pins=(PIN,))
        expect("alwaysUv" in key.options(), "user verification is always wanted")
        key.token("-D", "-u", pins=(PIN,))
        expect("noalwaysUv" in key.options(), "and no longer")

    def minimum():
        key.token("-S", "-l", "6", pins=(PIN,))
        expect("minpinlen: 6" in key.token("-I"), key.token("-I"))

    def minimum_seen():
        key.token("-S", "-m", RP, pins=(PIN,))

    def forced():
        key.token("-S", "-f", pins=(PIN,))
        expect("pin change required: true" in key.token("-I"), key.token("-I"))
        key.token("-C", pins=(PIN, PIN + "1", PIN + "1"))
        expect("pin change required: false" in key.token("-I"), key.token("-I"))
        key.token("-C", pins=(PIN + "1", PIN, PIN))

    def replugged():
        key.replug()
        expect("clientPin" in key.options(), "the PIN outlives it")

    def reset():
        key.replug()
        key.token("-R")
        expect("noclientPin" in key.options(), "the PIN is gone")
        key.sign_in("after-reset", tools.lines("made")[4], made="made")

    def reset_forgets():
        try:
            reset()
        except Failed as e:
            expect("FIDO_ERR_NO_CREDENTIALS" in str(e), str(e))
        else:
            raise Failed("a credential outlived the reset")

    step = proof.step
    step("fido2-token -L", "the key is listed", listed)
    if proof.device is None:
        return
    step("fido2-token -I", "getInfo", info)
    step("fido2-token -S", "a first PIN", set_pin)
    step("fido2-token -C", "a wrong current PIN is refused", wrong_pin)
    step("fido2-token -C", "a new PIN that is too short is refused", short_pin)
    step("fido2-token -C", "the PIN is changed", lambda: key.token("-C", pins=(FIRST_PIN, PIN, PIN)))
    step("fido2-cred -M, -V, fido2-assert -G, -V", "ES256, without verification of the person", ordinary)
    step("fido2-cred -V", "a forged authenticator data is refused", forged)
    step("fido2-cred -M -v, fido2-assert -G -v", "with the PIN", verified)
    for kind in ("eddsa", "es384"):
        step("fido2-cred -M … " + kind, "make, verify, sign in", proof.algorithm(kind))
    step("fido2-cred -M -u, fido2-assert -G -u", "U2F", u2f)
    step("fido2-cred -M -h, fido2-assert -G -h", "hmac-secret", hmac)
    step("fido2-cred -M -r, fido2-assert -G -r", "a discoverable credential", resident)
    step("fido2-cred -M -c 3", "credProtect", protected)
    step("fido2-token -I -c", "how many discoverable credentials", count)
    step("fido2-token -L -r", "relying parties of discoverable credentials", relying_parties)
    step("fido2-token -L -k", "credentials of a relying party", credentials)
    step("fido2-token -I -k -i", "one credential with its public key", one)
    step("fido2-token -S -c", "a user's names are changed", rename)
    step("fido2-token -S -b, -G -b", "a large blob by its key", large_blob)
    step("fido2-token -S -b -n, -L -b", "a large blob by its credential, listed", large_blob_by_rp)
    step("fido2-token -D -b", "a large blob is deleted", large_blob_deleted)
    step("fido2-token -D -i", "a credential is deleted", delete)
    step("fido2-token -S -u, -D -u", "always verify the person: on and off", always_uv)
    step("fido2-token -S -l", "minimum PIN length", minimum)
    step("fido2-token -S -m", "who may see the minimum PIN length", minimum_seen)
    step("fido2-token -S -f", "a PIN change is forced, and done", forced)
    step("", "unplugged and plugged in: the key keeps its memory", replugged)
    step("fido2-token -R", "reset, after plugging in", reset_forgets)


def prove_enterprise(proof):
    def enable():
        proof.token("-S", "-a", pins=("",))
        expect("ep" in proof.options(), "enterprise attestation is on")

    proof.step("fido2-token -L", "the key is listed", proof.find)
    if proof.device is not None:
        proof.step("fido2-token -S -a", "enterprise attestation is switched on", enable)


def prove_rsa(proof):
    proof.step("fido2-token -L", "the key is listed", proof.find)
    if proof.device is not None:
        proof.step("fido2-cred -M … rs256", "make, verify, sign in", proof.algorithm("rs256", pins=()))


def main(wire, serve):
    results = []
    for model, steps in (("touchstone", prove), ("enterprise", prove_enterprise), ("every-algorithm", prove_rsa)):
        with tempfile.TemporaryDirectory() as folder:
            key = subprocess.Popen([*serve, wire, NAME, model], stdin=subprocess.PIPE)
            try:
                proof = Proof(Tools(folder), key, wire, model, results)
                steps(proof)
            finally:
                key.stdin.close()
                try:
                    key.wait(30)
                except subprocess.TimeoutExpired:
                    key.kill()
    return table(results)


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("uhid", "usbip"):
        sys.exit(__doc__)
    sys.exit(1 if main(sys.argv[1], sys.argv[2:]) else 0)
