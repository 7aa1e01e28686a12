package dev.touchstone.rp.mail.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.mail.Sender;
import dev.touchstone.rp.mail.smtp.OwnAuthority;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import dev.touchstone.rp.mail.smtp.SmtpServer.Security;
import dev.touchstone.rp.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Which mail server an operator chose, the same for all replicas. The password is a secret by
 * itself.
 */
public final class MailSetup {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVER = "mail.smtp";
  private static final String AUTHORITY = "mail.smtp.authority";
  private static final String PASSWORD = "mail/password";
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private final Store store;
  private final Secrets secrets;
  private final InstantSource clock;

  public MailSetup(Store store, Secrets secrets, InstantSource clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The server; empty where mail goes into the outbox folder. */
  public Optional<SmtpServer> server() throws RelyingPartyException {
    Optional<String> json = store.read(it -> it.settings().find(SERVER));
    return json.map(MailSetup::read);
  }

  /**
   * From now on mail goes to this server. The password is forgotten if it was another server's or
   * another user's, so that it reaches nobody but whom it was meant for.
   *
   * @return whether a password was forgotten
   */
  public boolean choose(SmtpServer server, Caller caller) throws RelyingPartyException {
    return store.write(records -> {
      boolean same =
          records
              .settings()
              .find(SERVER)
              .map(MailSetup::read)
              .filter(it -> isSameLogin(it, server))
              .isPresent();
      boolean forgotten = !same && records.secrets().delete(PASSWORD);
      records.settings().put(SERVER, write(server), clock.instant());
      records
          .audit()
          .append(
              AuditEvent.succeeded(clock.instant(), AuditEvents.MAIL_SETTINGS, caller, "")
                  .with("server", server.place())
                  .with("security", server.security().word()));
      return forgotten;
    });
  }

  /** Whether the password would be forgotten if that server were chosen. */
  public boolean wouldForget(SmtpServer server) throws RelyingPartyException {
    return hasPassword() && server().filter(it -> isSameLogin(it, server)).isEmpty();
  }

  private static boolean isSameLogin(SmtpServer one, SmtpServer other) {
    return one.host().equals(other.host()) && one.user().equals(other.user());
  }

  /** Whose certificates count for mail servers; empty for those of this Java. */
  public Optional<SSLContext> trust() throws RelyingPartyException {
    Optional<String> json = store.read(it -> it.settings().find(AUTHORITY));
    return json.map(MailSetup::pem).map(OwnAuthority::trust);
  }

  private static String pem(String text) {
    try {
      return JSON.readTree(text).path("pem").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it was written by this class", e);
    }
  }

  /**
   * From now on mail servers need a certificate of this authority, whichever server it is.
   *
   * @param pem its certificates; empty for the authorities of this Java again
   * @throws RequestInvalid with a sentence, if there are none in it
   */
  public void believe(Optional<String> pem, Caller caller) throws RelyingPartyException {
    try {
      var _ = pem.map(OwnAuthority::trust);
    } catch (IllegalArgumentException e) {
      throw new RequestInvalid(String.valueOf(e.getMessage()));
    }
    store.write(records -> {
      if (pem.isPresent()) {
        String json = JSON.createObjectNode().put("pem", pem.get()).toString();
        records.settings().put(AUTHORITY, json, clock.instant());
      } else {
        records.settings().delete(AUTHORITY);
      }
      records
          .audit()
          .append(
              AuditEvent.succeeded(clock.instant(), AuditEvents.MAIL_SETTINGS, caller, "")
                  .with("authority", pem.isPresent() ? "own" : "java"));
      return true;
    });
  }

  /**
   * From now on mail goes into the outbox folder; the password is forgotten.
   *
   * @return false if it did already
   */
  public boolean forget(Caller caller) throws RelyingPartyException {
    secrets.delete(PASSWORD);
    return store.write(records -> {
      boolean done = records.settings().delete(SERVER);
      records.settings().delete(AUTHORITY);
      if (done) {
        records
            .audit()
            .append(
                AuditEvent.succeeded(clock.instant(), AuditEvents.MAIL_SETTINGS, caller, "")
                    .with("server", "outbox"));
      }
      return done;
    });
  }

  /** Whether one is kept. */
  public boolean hasPassword() throws RelyingPartyException {
    return secrets.names().stream().anyMatch(it -> it.name().equals(PASSWORD));
  }

  /**
   * Keeps it, encrypted.
   *
   * @param password is not changed; the caller wipes it
   */
  public void choosePassword(char[] password, Caller caller) throws RelyingPartyException {
    byte[] room = new byte[MOST_BYTES_OF_A_CHAR * password.length];
    ByteBuffer written = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), written, true);
    byte[] bytes = Arrays.copyOf(room, written.position());
    try {
      secrets.put(PASSWORD, bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(room, (byte) 0);
    }
    store.write(records -> {
      records
          .audit()
          .append(
              AuditEvent.succeeded(clock.instant(), AuditEvents.MAIL_SETTINGS, caller, "")
                  .with("changed", "password"));
      return true;
    });
  }

  /** The password, which the caller wipes; empty if none is kept. */
  public char[] password() throws RelyingPartyException {
    byte[] bytes = secrets.get(PASSWORD).orElseGet(() -> new byte[0]);
    CharBuffer buffer = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    char[] password = new char[buffer.remaining()];
    buffer.get(password);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(buffer.array(), '\0');
    return password;
  }

  private static String write(SmtpServer server) {
    return JSON.createObjectNode()
        .put("host", server.host())
        .put("port", server.port())
        .put("security", server.security().word())
        .put("user", server.user())
        .put("sender", server.sender().toString())
        .toString();
  }

  private static SmtpServer read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new SmtpServer(
          json.path("host").asText(),
          json.path("port").asInt(),
          Security.of(json.path("security").asText()).orElse(Security.STARTTLS),
          json.path("user").asText(),
          Sender.parse(json.path("sender").asText()),
          SmtpServer.PATIENCE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it was written by this class", e);
    }
  }
}
