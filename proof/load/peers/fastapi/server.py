#!/usr/bin/python3
"""The same sign-ins by FastAPI, SQLAlchemy, SQLite and python-fido2, as durable as ours: the challenge, the counter and an
audit row of each half are on the disk before it is answered.

usage: server.py DATABASE PUBLIC-KEY USERS PORT      (PUBLIC-KEY: a COSE key in hex)

Needs Debian's python3-fastapi, python3-uvicorn, python3-sqlalchemy, python3-fido2 and python3-jwt.
"""
import base64
import datetime
import logging
import secrets
import sys
import time
import uuid

import jwt
import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fido2 import cbor
from fido2.client import ClientData
from fido2.cose import CoseKey
from fido2.ctap2 import AuthenticatorData
from fido2.utils import sha256
from pydantic import BaseModel
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, create_engine, event
from sqlalchemy.orm import Session, declarative_base, sessionmaker
from sqlalchemy.pool import QueuePool

file, public_key, users, port = sys.argv[1], bytes.fromhex(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
engine = create_engine("sqlite:///" + file, connect_args={"check_same_thread": False, "timeout": 30}, poolclass=QueuePool,
                       pool_size=20)
Base = declarative_base()


@event.listens_for(engine, "connect")
def durable(connection, _):
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    email = Column(String, unique=True, nullable=False)
    last_sign_in = Column(Integer)


class Credential(Base):
    __tablename__ = "credential"
    id = Column(String, primary_key=True)
    user = Column(Integer, ForeignKey("user.id"), index=True, nullable=False)
    public_key = Column(LargeBinary, nullable=False)
    counter = Column(Integer, nullable=False)
    last_used = Column(Integer)


class Challenge(Base):
    __tablename__ = "challenge"
    id = Column(String, primary_key=True)
    challenge = Column(String, nullable=False)
    user = Column(Integer, nullable=False)
    expires = Column(Integer, nullable=False)


class Audit(Base):
    __tablename__ = "audit"
    id = Column(Integer, primary_key=True)
    at = Column(Integer)
    event = Column(String)
    user = Column(String)
    address = Column(String)
    outcome = Column(String)


class Begin(BaseModel):
    email: str


class Complete(BaseModel):
    email: str
    challenge_token: str
    assertion: dict


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def now():
    return int(time.time() * 1000)


Base.metadata.create_all(engine)
sessions = sessionmaker(bind=engine)
with sessions() as database:
    if database.query(User).count() == 0:
        database.bulk_save_objects(User(id=it + 1, email="load%d@example.org" % it) for it in range(users))
        database.bulk_save_objects(
            Credential(id=base64url(b"load credential %08d" % it), user=it + 1, public_key=public_key, counter=0)
            for it in range(users))
        database.commit()

app = FastAPI()
secret = secrets.token_hex(32)


def session():
    with sessions() as database:
        yield database


@app.post("/login/begin")
def begin(body: Begin, request: Request, database: Session = Depends(session)):
    user = database.query(User).filter_by(email=body.email).first()
    if not user:
        raise HTTPException(404)
    credentials = database.query(Credential).filter_by(user=user.id).all()
    challenge = base64url(secrets.token_bytes(32))
    token = str(uuid.uuid4())
    allowed = [{"type": "public-key", "id": it.id, "transports": ["usb"]} for it in credentials]
    database.add(Challenge(id=token, challenge=challenge, user=user.id, expires=now() + 300_000))
    database.add(Audit(at=now(), event="begin", user=body.email, address=request.client.host, outcome="succeeded"))
    database.commit()
    return {"publicKey": {"challenge": challenge, "rpId": "localhost", "userVerification": "required",
                          "allowCredentials": allowed}, "challenge_token": token}


@app.post("/login/complete")
def complete(body: Complete, request: Request, database: Session = Depends(session)):
    pending = database.query(Challenge).filter_by(id=body.challenge_token).first()
    credential = database.query(Credential).filter_by(id=body.assertion["id"]).first()
    if not pending or pending.expires < now() or not credential or credential.user != pending.user:
        raise HTTPException(400)
    response = body.assertion["response"]
    client_data = ClientData(decoded(response["clientDataJSON"]))
    data = AuthenticatorData(decoded(response["authenticatorData"]))
    if (client_data.get("type") != "webauthn.get" or client_data.get("challenge") != pending.challenge
            or client_data.get("origin") != "http://localhost:%d" % port or data.rp_id_hash != sha256(b"localhost")
            or not data.is_user_present() or not data.is_user_verified() or data.counter <= credential.counter):
        raise HTTPException(401)
    CoseKey.parse(cbor.decode(credential.public_key)).verify(data + client_data.hash, decoded(response["signature"]))
    credential.counter = data.counter
    credential.last_used = now()
    database.query(User).filter_by(id=pending.user).update({"last_sign_in": now()})
    database.delete(pending)
    database.add(Audit(at=now(), event="complete", user=body.email, address=request.client.host, outcome="succeeded"))
    database.commit()
    until = datetime.datetime.utcnow() + datetime.timedelta(hours=1)
    return {"access_token": jwt.encode({"sub": body.email, "exp": until}, secret, algorithm="HS256")}


logging.disable(logging.INFO)
print(port, flush=True)
uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)
