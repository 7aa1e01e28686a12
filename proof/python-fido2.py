#!/usr/bin/python3
"""Proves a virtual key, or any simulator, with python-fido2 0.9 over UDP.

usage: python-fido2.py PORT REPLY_PORT

PORT is where the key listens on 127.0.0.1, REPLY_PORT where it answers; 0 if it answers to whoever sent. The key has to
be new, without a PIN, and has to touch itself. Needs Debian's package python3-fido2 (0.9.1). Prints PASS, FAIL or
SKIP (getInfo does not offer it) for each step; exit code 0 if none failed.

PythonFido2Test runs it against the virtual key. By hand: `touchstone lab serve --udp`, then `proof/python-fido2.py 8111 7112`.
"""
import os
import socket
import sys
import threading
import traceback
from hashlib import sha256

from fido2.attestation import Attestation
from fido2.cose import CoseKey
from fido2.ctap import CtapError
from fido2.ctap1 import Ctap1
from fido2.ctap2 import Ctap2, ClientPin, CredentialManagement, LargeBlobs
from fido2.ctap2.config import Config
from fido2.ctap2.extensions import HmacSecretExtension
from fido2.ctap2.pin import PinProtocolV1, PinProtocolV2
from fido2.hid import CAPABILITY, CtapHidDevice
from fido2.hid.base import CtapHidConnection, HidDescriptor

REPORT = 64
RP = {"id": "example.org", "name": "Example"}
RP_HASH = sha256(RP["id"].encode()).digest()
CLIENT_DATA = sha256(b"client data").digest()
FIRST_PIN, PIN = "1234", "24680-ä"
PERMISSION = ClientPin.PERMISSION


class NotOffered(Exception):
    """The key does not say in getInfo that it can do this."""


class UdpConnection(CtapHidConnection):
    """Reports in datagrams. What is for another channel is passed over: the library would give up on it."""

    def __init__(self, port, reply_port):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", reply_port))
        self.socket.settimeout(60)
        self.key = ("127.0.0.1", port)
        self.channel = b""

    def write_packet(self, data):
        self.channel = data[:4]
        self.socket.sendto(data, self.key)

    def read_packet(self):
        while True:
            report = self.socket.recv(REPORT + 1)
            if len(report) != REPORT:
                raise OSError("the key sent %d bytes" % len(report))
            if report[:4] == self.channel:
                return report

    def close(self):
        self.socket.close()


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def refused(code, action):
    """The action has to fail with this status."""
    try:
        action()
    except CtapError as e:
        expect(e.code == code, "the key refused with %r instead of %r" % (e.code, code))
    else:
        raise AssertionError("the key did not refuse with %r" % code)


def user(name):
    return {"id": name.encode(), "name": name, "displayName": name.title()}


class Proof:
    def __init__(self, port, reply_port):
        self.device = CtapHidDevice(
            HidDescriptor("udp", 0, 0, REPORT, REPORT), UdpConnection(port, reply_port))
        self.ctap = Ctap2(self.device)
        self.made = {}

    # ---- what the steps have in common

    def pin(self, protocol=None):
        return ClientPin(Ctap2(self.device), protocol)

    def token(self, permissions, rp_id=None, protocol=None):
        pin = self.pin(protocol)
        return pin.protocol, pin.get_pin_token(PIN, permissions, rp_id)

    def register(self, name, algorithm=-7, resident=False, extensions=None):
        protocol, token = self.token(PERMISSION.MAKE_CREDENTIAL, RP["id"])
        made = self.ctap.make_credential(
            CLIENT_DATA, RP, user(name), [{"type": "public-key", "alg": algorithm}],
            extensions=extensions, options={"rk": True} if resident else None,
            pin_uv_param=protocol.authenticate(token, CLIENT_DATA), pin_uv_protocol=protocol.VERSION)
        Attestation.for_type(made.fmt)().verify(made.att_statement, made.auth_data, CLIENT_DATA)
        expect(made.auth_data.rp_id_hash == RP_HASH, "RP ID hash")
        expect(made.auth_data.is_user_present() and made.auth_data.is_user_verified(), "UP and UV")
        self.made[name] = made
        return made

    def allow(self, name):
        return [{"type": "public-key", "id": self.made[name].auth_data.credential_data.credential_id}]

    def sign_in(self, name, allow_list, extensions=None, verified=True):
        protocol, token = self.token(PERMISSION.GET_ASSERTION, RP["id"]) if verified else (None, None)
        assertions = self.ctap.get_assertions(
            RP["id"], CLIENT_DATA, allow_list=allow_list, extensions=extensions,
            pin_uv_param=protocol.authenticate(token, CLIENT_DATA) if verified else None,
            pin_uv_protocol=protocol.VERSION if verified else None)
        key = CoseKey.parse(self.made[name].auth_data.credential_data.public_key)
        mine = [it for it in assertions
                if it.credential["id"] == self.made[name].auth_data.credential_data.credential_id]
        expect(len(mine) == 1, "one assertion by the credential of " + name)
        mine[0].verify(CLIENT_DATA, key)
        expect(mine[0].auth_data.is_user_verified() == verified, "UV")
        return mine[0]

    def offers(self, option):
        if option not in self.ctap.get_info().options:
            raise NotOffered(option)

    def management(self):
        self.offers("credMgmt")
        protocol, token = self.token(PERMISSION.CREDENTIAL_MGMT)
        return CredentialManagement(Ctap2(self.device), protocol, token)

    def blobs(self):
        protocol, token = self.token(PERMISSION.LARGE_BLOB_WRITE)
        return LargeBlobs(Ctap2(self.device), protocol, token)

    # ---- the steps

    def channel(self):
        """CTAPHID_INIT, PING of 1000 bytes, WINK"""
        expect(CAPABILITY.CBOR.supported(self.device.capabilities), "the key speaks CTAP2")
        data = os.urandom(1000)
        expect(self.device.ping(data) == data, "PING comes back")
        self.device.wink()

    def get_info(self):
        """getInfo"""
        info = self.ctap.get_info()
        expect("FIDO_2_1" in info.versions, "versions: %s" % info.versions)
        expect(info.options["clientPin"] is False, "a new key has no PIN")
        expect({1, 2} <= set(info.pin_uv_protocols), "both PIN protocols")

    def set_pin(self):
        """clientPIN: set"""
        self.pin().set_pin(FIRST_PIN)
        expect(self.ctap.get_info().options["clientPin"] is True, "there is a PIN now")

    def wrong_pin(self):
        """clientPIN: a wrong PIN costs a try"""
        before = self.pin().get_pin_retries()[0]
        refused(CtapError.ERR.PIN_INVALID, lambda: self.pin().get_pin_token("0000", PERMISSION.MAKE_CREDENTIAL, RP["id"]))
        expect(self.pin().get_pin_retries()[0] == before - 1, "one try less")

    def change_pin(self):
        """clientPIN: change, with protocol one"""
        self.pin(PinProtocolV1()).change_pin(FIRST_PIN, PIN)
        self.token(PERMISSION.GET_ASSERTION, RP["id"], PinProtocolV1())
        self.token(PERMISSION.GET_ASSERTION, RP["id"], PinProtocolV2())

    def ceremonies(self):
        """makeCredential and getAssertion, ES256, attestation and signature verified"""
        self.register("ada")
        self.sign_in("ada", self.allow("ada"))
        self.sign_in("ada", self.allow("ada"), verified=False)

    def eddsa(self):
        """makeCredential and getAssertion, Ed25519"""
        self.register("eda", algorithm=-8)
        self.sign_in("eda", self.allow("eda"))

    def excluded(self):
        """makeCredential: a credential of the exclude list is refused"""
        protocol, token = self.token(PERMISSION.MAKE_CREDENTIAL, RP["id"])
        refused(CtapError.ERR.CREDENTIAL_EXCLUDED, lambda: self.ctap.make_credential(
            CLIENT_DATA, RP, user("ada"), [{"type": "public-key", "alg": -7}], exclude_list=self.allow("ada"),
            pin_uv_param=protocol.authenticate(token, CLIENT_DATA), pin_uv_protocol=protocol.VERSION))

    def resident(self):
        """discoverable credentials, getNextAssertion"""
        self.register("ben", resident=True)
        self.register("cai", resident=True)
        for name in ("ben", "cai"):
            expect(self.sign_in(name, None).user["id"] == name.encode(), "the user comes back")

    def hmac_secret(self):
        """hmac-secret, one salt and two"""
        self.register("dot", extensions={"hmac-secret": True})
        for protocol in (PinProtocolV1(), PinProtocolV2()):
            secrets = []
            for salts in ({"salt1": b"1" * 32}, {"salt1": b"1" * 32, "salt2": b"2" * 32}):
                extension = HmacSecretExtension(Ctap2(self.device), protocol)
                asked = extension.process_get_input({"hmacGetSecret": salts})
                answer = self.sign_in("dot", self.allow("dot"), {"hmac-secret": asked})
                secrets.append(extension.process_get_output(answer.auth_data)["hmacGetSecret"])
            expect(secrets[0]["output1"] == secrets[1]["output1"], "the same salt gives the same secret")
            expect(secrets[1]["output1"] != secrets[1]["output2"], "another salt another")

    def cred_protect(self):
        """credProtect: without verification the credential does not exist"""
        made = self.register("eve", resident=True, extensions={"credProtect": 3})
        expect(made.auth_data.extensions["credProtect"] == 3, "the level is confirmed")
        refused(CtapError.ERR.NO_CREDENTIALS, lambda: self.sign_in("eve", self.allow("eve"), verified=False))

    def cred_blob(self):
        """credBlob"""
        made = self.register("fay", resident=True, extensions={"credBlob": b"a blob"})
        expect(made.auth_data.extensions["credBlob"] is True, "stored")
        answer = self.sign_in("fay", self.allow("fay"), {"credBlob": True})
        expect(answer.auth_data.extensions["credBlob"] == b"a blob", "comes back")

    def large_blobs(self):
        """largeBlobKey and largeBlobs: write, read, delete"""
        made = self.register("gus", resident=True, extensions={"largeBlobKey": True})
        blob = os.urandom(700)
        blobs = self.blobs()
        blobs.put_blob(made.large_blob_key, blob)
        expect(blobs.get_blob(made.large_blob_key) == blob, "comes back")
        answer = self.sign_in("gus", self.allow("gus"), {"largeBlobKey": True})
        expect(answer.large_blob_key == made.large_blob_key, "the key comes back with an assertion")
        # Whoever signs in gets a new token, which ends the one before.
        self.blobs().delete_blob(made.large_blob_key)
        expect(blobs.get_blob(made.large_blob_key) is None, "deleted")

    def counts(self):
        """credentialManagement: metadata"""
        metadata = self.management().get_metadata()
        expect(metadata[CredentialManagement.RESULT.EXISTING_CRED_COUNT] == 5, str(metadata))

    def enumerated(self):
        """credentialManagement: relying parties and credentials"""
        parties = self.management().enumerate_rps()
        expect([it[CredentialManagement.RESULT.RP]["id"] for it in parties] == [RP["id"]], str(parties))
        found = self.management().enumerate_creds(RP_HASH)
        names = {it[CredentialManagement.RESULT.USER]["name"] for it in found}
        expect(names == {"ben", "cai", "eve", "fay", "gus"}, str(names))

    def renamed(self):
        """credentialManagement: update the user"""
        self.management().update_user_info(
            self.allow("ben")[0], {"id": b"ben", "name": "benedict", "displayName": "Benedict"})
        found = self.management().enumerate_creds(RP_HASH)
        names = {it[CredentialManagement.RESULT.USER]["name"] for it in found}
        expect("benedict" in names and "ben" not in names, str(names))

    def deleted(self):
        """credentialManagement: delete"""
        self.management().delete_cred(self.allow("cai")[0])
        refused(CtapError.ERR.NO_CREDENTIALS, lambda: self.sign_in("cai", self.allow("cai")))

    def configured(self):
        """authenticatorConfig: alwaysUv on and off, minimum PIN length"""
        self.offers("authnrCfg")
        def config():
            protocol, token = self.token(PERMISSION.AUTHENTICATOR_CFG)
            return Config(Ctap2(self.device), protocol, token)
        config().toggle_always_uv()
        expect(self.ctap.get_info().options["alwaysUv"] is True, "on")
        config().toggle_always_uv()
        expect(self.ctap.get_info().options["alwaysUv"] is False, "off")
        config().set_min_pin_length(min_pin_length=6)
        expect(self.ctap.get_info().min_pin_length == 6, "minimum PIN length")

    def u2f(self):
        """CTAP1/U2F: version, register, authenticate"""
        ctap1 = Ctap1(self.device)
        expect(ctap1.get_version() == "U2F_V2", "version")
        registered = ctap1.register(CLIENT_DATA, RP_HASH)
        registered.verify(RP_HASH, CLIENT_DATA)
        ctap1.authenticate(CLIENT_DATA, RP_HASH, registered.key_handle).verify(
            RP_HASH, CLIENT_DATA, registered.public_key)

    def selection(self):
        """selection"""
        self.ctap.selection(threading.Event())

    def reset(self):
        """reset, within its time after power-up"""
        self.ctap.reset()
        expect(self.ctap.get_info().options["clientPin"] is False, "the PIN is gone")
        refused(CtapError.ERR.NO_CREDENTIALS, lambda: self.ctap.get_assertion(RP["id"], CLIENT_DATA, self.allow("ada")))

    STEPS = (channel, get_info, set_pin, wrong_pin, change_pin, ceremonies, eddsa, excluded, resident, hmac_secret,
             cred_protect, cred_blob, large_blobs, counts, enumerated, renamed, deleted, u2f, selection, configured, reset)


def main(port, reply_port):
    proof = Proof(port, reply_port)
    failed = skipped = 0
    for step in Proof.STEPS:
        try:
            step(proof)
            print("PASS  " + step.__doc__, flush=True)
        except NotOffered as e:
            skipped += 1
            print("SKIP  %s: the key does not offer %s" % (step.__doc__, e), flush=True)
        except Exception as e:  # a step may end in any way; the next one is tried all the same
            failed += 1
            where = traceback.extract_tb(e.__traceback__)[-1]
            print("FAIL  %s: %s: %s (line %d of %s)" % (
                step.__doc__, type(e).__name__, e, where.lineno, os.path.basename(where.filename)), flush=True)
    print("%d of %d steps passed." % (len(Proof.STEPS) - failed - skipped, len(Proof.STEPS)))
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
