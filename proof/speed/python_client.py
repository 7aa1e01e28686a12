#!/usr/bin/python3
"""Times getInfo, makeCredential and getAssertion of python-fido2 over UDP; what it prints is as in clients.c.

usage: python_client.py PORT REPLY_PORT WARM_UP ROUNDS
"""
import socket
import sys
import time

from fido2.ctap2 import Ctap2
from fido2.hid import CtapHidDevice
from fido2.hid.base import CtapHidConnection, HidDescriptor

REPORT = 64
HASH = bytes([1, 2, 3]) + bytes(29)


class Udp(CtapHidConnection):
    def __init__(self, port, reply_port):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", reply_port))
        self.key = ("127.0.0.1", port)

    def write_packet(self, data):
        self.socket.sendto(data, self.key)

    def read_packet(self):
        return self.socket.recv(REPORT)

    def close(self):
        self.socket.close()


def timed(name, action, warm_up, rounds):
    nanos, result = [], None
    for i in range(warm_up + rounds):
        before = time.perf_counter_ns()
        result = action()
        if i >= warm_up:
            nanos.append(time.perf_counter_ns() - before)
    print(name, *nanos)
    return result


def main(port, reply_port, warm_up, rounds):
    device = CtapHidDevice(HidDescriptor("udp", 0, 0, REPORT, REPORT), Udp(port, reply_port))
    ctap = Ctap2(device)
    timed("getInfo", ctap.get_info, 10 * warm_up, rounds)
    made = timed(
        "makeCredential",
        lambda: ctap.make_credential(
            HASH, {"id": "example.org", "name": "Example"}, {"id": b"\1", "name": "ada"},
            [{"type": "public-key", "alg": -7}]),
        warm_up, rounds)
    allowed = [{"type": "public-key", "id": made.auth_data.credential_data.credential_id}]
    timed("getAssertion", lambda: ctap.get_assertion("example.org", HASH, allowed), warm_up, rounds)
    device.close()


if __name__ == "__main__":
    main(*[int(argument) for argument in sys.argv[1:]])
