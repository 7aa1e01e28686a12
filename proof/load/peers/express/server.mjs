// The same sign-ins by Express, SimpleWebAuthn and SQLite, written as their documentation shows, as durable as ours: the
// challenge, the counter and an audit row of each half are on the disk before it is answered.
//
// usage: node server.mjs DATABASE PUBLIC-KEY USERS      (PUBLIC-KEY: a COSE key in hex); prints its port
import { randomUUID, randomBytes } from "node:crypto";
import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import Database from "better-sqlite3";
import express from "express";
import jwt from "jsonwebtoken";

const [file, publicKey, users] = process.argv.slice(2);
const database = new Database(file);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(`
  CREATE TABLE IF NOT EXISTS user (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, last_sign_in INTEGER);
  CREATE TABLE IF NOT EXISTS credential (id TEXT PRIMARY KEY, user INTEGER NOT NULL REFERENCES user, public_key BLOB NOT NULL,
    counter INTEGER NOT NULL, last_used INTEGER);
  CREATE INDEX IF NOT EXISTS credential_user ON credential (user);
  CREATE TABLE IF NOT EXISTS challenge (id TEXT PRIMARY KEY, challenge TEXT NOT NULL, user INTEGER NOT NULL,
    expires INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS audit (id INTEGER PRIMARY KEY, at INTEGER, event TEXT, user TEXT, address TEXT, outcome TEXT);`);
const addUser = database.prepare("INSERT OR IGNORE INTO user (id, email) VALUES (?, ?)");
const addCredential = database.prepare("INSERT OR IGNORE INTO credential (id, user, public_key, counter) VALUES (?, ?, ?, 0)");
database.transaction(() => {
  for (let i = 0; i < Number(users); i++) {
    addUser.run(i + 1, `load${i}@example.org`);
    const id = Buffer.from(`load credential ${String(i).padStart(8, "0")}`).toString("base64url");
    addCredential.run(id, i + 1, Buffer.from(publicKey, "hex"));
  }
})();

const findUser = database.prepare("SELECT * FROM user WHERE email = ?");
const findCredentials = database.prepare("SELECT * FROM credential WHERE user = ?");
const findCredential = database.prepare("SELECT * FROM credential WHERE id = ?");
const addChallenge = database.prepare("INSERT INTO challenge (id, challenge, user, expires) VALUES (?, ?, ?, ?)");
const takeChallenge = database.prepare("DELETE FROM challenge WHERE id = ? RETURNING *");
const setCounter = database.prepare("UPDATE credential SET counter = ?, last_used = ? WHERE id = ?");
const setLastSignIn = database.prepare("UPDATE user SET last_sign_in = ? WHERE id = ?");
const audit = database.prepare("INSERT INTO audit (at, event, user, address, outcome) VALUES (?, ?, ?, ?, ?)");

const secret = randomBytes(32);
const app = express();
app.use(express.json());
let origin = "";

app.post("/login/begin", async (request, response) => {
  const user = findUser.get(request.body.email);
  if (!user) return response.status(404).json({ error: "unknown user" });
  const options = await generateAuthenticationOptions({
    rpID: "localhost",
    userVerification: "required",
    allowCredentials: findCredentials.all(user.id).map(it => ({ id: it.id, transports: ["usb"] })),
  });
  const id = randomUUID();
  database.transaction(() => {
    addChallenge.run(id, options.challenge, user.id, Date.now() + 300_000);
    audit.run(Date.now(), "begin", user.email, request.ip, "succeeded");
  })();
  response.json({ publicKey: options, challenge_token: id });
});

app.post("/login/complete", async (request, response) => {
  const { email, challenge_token, assertion } = request.body;
  const pending = takeChallenge.get(challenge_token);
  const credential = findCredential.get(assertion.id);
  if (!pending || pending.expires < Date.now() || credential?.user !== pending.user) {
    return response.status(400).json({ error: "unknown challenge" });
  }
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: assertion,
    expectedChallenge: pending.challenge,
    expectedOrigin: origin,
    expectedRPID: "localhost",
    credential: { id: credential.id, publicKey: credential.public_key, counter: credential.counter },
  });
  if (!verified) return response.status(401).json({ error: "not verified" });
  database.transaction(() => {
    setCounter.run(authenticationInfo.newCounter, Date.now(), credential.id);
    setLastSignIn.run(Date.now(), pending.user);
    audit.run(Date.now(), "complete", email, request.ip, "succeeded");
  })();
  response.json({ access_token: jwt.sign({ sub: email }, secret, { expiresIn: 3600 }) });
});

const server = app.listen(0, "127.0.0.1", () => {
  origin = `http://localhost:${server.address().port}`;
  console.log(server.address().port);
});
