package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.app.usecase.audit.AuditUseCases;
import dev.touchstone.app.usecase.audit.TrailWriter;
import dev.touchstone.app.usecase.factor.ManagePasswords;
import dev.touchstone.app.usecase.factor.ManageTotp;
import dev.touchstone.app.usecase.factor.ProveEmail;
import dev.touchstone.app.usecase.jwt.JwtWorkshop;
import dev.touchstone.app.usecase.mail.MailUseCases;
import dev.touchstone.app.usecase.request.RequestUseCases;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.store.ManageSecrets;
import dev.touchstone.app.usecase.store.StoreUseCases;
import dev.touchstone.app.usecase.tls.TlsUseCases;
import dev.touchstone.app.usecase.token.ManageTokens;
import dev.touchstone.app.usecase.trace.TraceUseCases;
import dev.touchstone.app.usecase.trust.TrustUseCases;
import dev.touchstone.app.virtual.VirtualTouch;
import java.time.InstantSource;

/**
 * Everything a front end can do, built when it is asked for. Made by {@code Wiring}; a front end
 * closes it at its end.
 */
public interface UseCases extends AutoCloseable {

  Settings settings();

  /** The time by which keys' and relying parties' deadlines are counted. */
  InstantSource clock();

  /** Writes to the audit trail what is done to keys, and tells what it cannot write. */
  TrailWriter trail();

  /** The finger of the virtual key: a button in the window, Enter in the terminal. */
  VirtualTouch virtualTouch();

  /** What can be done to keys. */
  KeyUseCases keys();

  SeeDoctor seeDoctor();

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  RegisterCredential registerCredential() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  SignIn signIn() throws Failure;

  TryIt tryIt();

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ManageAccounts accounts() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  AuditUseCases audit() throws Failure;

  /**
   * Codes by mail, for people at the desk.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ProveEmail proveEmail() throws Failure;

  /**
   * Passwords of users, where an operator still needs them.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ManagePasswords passwords() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ListUsers listUsers() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ListCredentials listCredentials() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  LabelCredential labelCredential() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  DeleteCredential deleteCredential() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  DeleteUser deleteUser() throws Failure;

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ReplaceCredential replaceCredential() throws Failure;

  /**
   * Needs the trust anchors.
   *
   * @throws Failure if the laboratory cannot be opened
   */
  InspectData inspectData() throws Failure;

  /** Relying parties on servers. */
  RemoteUseCases remote();

  /** The relying party's database as a whole; opens it only to look, copy or move. */
  StoreUseCases store();

  /**
   * Needs the database.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ManageSecrets manageSecrets() throws Failure;

  /**
   * Mail that is sent, and its server.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  MailUseCases mail() throws Failure;

  /** Who is at the console, and what they may do. */
  Operators operators();

  /**
   * People who lost keys, and those who help them.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  DeskUseCases desk() throws Failure;

  /**
   * One-time passwords that devices of users compute.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ManageTotp totp() throws Failure;

  /**
   * Tokens of users, and the keys that sign them.
   *
   * @throws Failure if the relying party's database cannot be opened
   */
  ManageTokens tokens() throws Failure;

  /** Requests to any server; opens the database only for their secrets. */
  RequestUseCases requests();

  /** Access tokens of servers, by a sign-in with a key. */
  MintToken mintToken();

  /** JWTs of any server. */
  JwtWorkshop jwt();

  /** What was recorded of this run and of others. */
  TraceUseCases traces();

  /** The server's certificate. */
  TlsUseCases tls();

  /** Whom is trusted, and which authenticators are taken. */
  TrustUseCases trust();

  /** The virtual keys on the shelf. */
  LabUseCases laboratory();

  /** Needs the database, when it runs. */
  ServeHttp serveHttp();

  @Override
  void close();
}
