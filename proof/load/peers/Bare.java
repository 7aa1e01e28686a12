import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The least that a durable sign-in can be with what we are made of (Javalin, Jackson, the Corretto
 * provider, SQLite with grouped commits): no ceremony's explanation, no library, no hash chain, no
 * roles, no limits, no history, a counter and an audit row only. It tells what this machine gives.
 *
 * <p>usage: java -cp 'lib/*' Bare.java DATABASE SPKI-IN-HEX USERS; prints its port
 */
final class Bare {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Connection connection;
  private final PublicKey key;
  private final byte[] rpIdHash;
  private final SecretKeySpec secret = new SecretKeySpec(random(32), "HmacSHA256");

  private interface Work {
    Object apply() throws SQLException;
  }

  private record Job(Work work, CompletableFuture<Object> done) {}

  private Bare(String file, byte[] spki) throws Exception {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
    rpIdHash = sha256("localhost".getBytes(StandardCharsets.UTF_8));
  }

  public static void main(String[] arguments) throws Exception {
    Class<?> provider =
        Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
    Security.insertProviderAt((Provider) provider.getDeclaredConstructor().newInstance(), 1);
    Bare bare = new Bare(arguments[0], HexFormat.of().parseHex(arguments[1]));
    bare.prepare(Integer.parseInt(arguments[2]));
    Thread.ofPlatform().daemon().start(bare::writeForever);
    Javalin server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          config.routes.post("/login/begin", bare::begin);
          config.routes.post("/login/complete", bare::complete);
        });
    System.out.println(server.start("127.0.0.1", 0).port());
  }

  private void prepare(int users) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA cache_size = -32000");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS credential (id TEXT PRIMARY KEY, email TEXT NOT NULL, counter"
              + " INTEGER) WITHOUT ROWID");
      statement.execute("CREATE UNIQUE INDEX IF NOT EXISTS by_email ON credential (email)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS challenge (challenge TEXT PRIMARY KEY, email TEXT) WITHOUT"
              + " ROWID");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS audit (id INTEGER PRIMARY KEY, at INTEGER, event TEXT, email"
              + " TEXT)");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement add =
        connection.prepareStatement("INSERT OR IGNORE INTO credential VALUES (?, ?, 0)")) {
      for (int i = 0; i < users; i++) {
        byte[] id = "load credential %08d".formatted(i).getBytes(StandardCharsets.UTF_8);
        add.setString(1, BASE64URL.encodeToString(id));
        add.setString(2, "load" + i + "@example.org");
        add.addBatch();
      }
      add.executeBatch();
    }
    connection.commit();
  }

  /** All that waits is done and then made durable by one sync. */
  private void writeForever() {
    List<Job> batch = new ArrayList<>();
    List<Object> results = new ArrayList<>();
    try {
      while (true) {
        batch.clear();
        results.clear();
        batch.add(jobs.take());
        jobs.drainTo(batch);
        for (Job job : batch) {
          results.add(job.work.apply());
        }
        connection.commit();
        for (int i = 0; i < batch.size(); i++) {
          batch.get(i).done.complete(results.get(i));
        }
      }
    } catch (InterruptedException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object written(Work work) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    jobs.add(new Job(work, done));
    return done.join();
  }

  private void begin(Context context) throws Exception {
    String email = MAPPER.readTree(context.bodyAsBytes()).get("email").asText();
    String challenge = BASE64URL.encodeToString(random(32));
    Object id =
        written(() -> {
          run("INSERT INTO challenge VALUES (?, ?)", challenge, email);
          audit("begin", email);
          return value("SELECT id FROM credential WHERE email = ?", email);
        });
    context
        .contentType("application/json")
        .result(
            """
            {"publicKey":{"challenge":"%s","rpId":"localhost","userVerification":"required","allowCredentials":[{"type":"public-key","id":"%s","transports":["usb"]}]},"challenge_token":"-"}\
            """
                .formatted(challenge, id));
  }

  private void complete(Context context) throws Exception {
    JsonNode body = MAPPER.readTree(context.bodyAsBytes());
    JsonNode assertion = body.get("assertion");
    JsonNode response = assertion.get("response");
    byte[] clientDataJson = DECODER.decode(response.get("clientDataJSON").asText());
    byte[] data = DECODER.decode(response.get("authenticatorData").asText());
    JsonNode clientData = MAPPER.readTree(clientDataJson);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initVerify(key);
    signature.update(data);
    signature.update(sha256(clientDataJson));
    boolean valid =
        signature.verify(DECODER.decode(response.get("signature").asText()))
            && clientData.get("type").asText().equals("webauthn.get")
            && MessageDigest.isEqual(rpIdHash, java.util.Arrays.copyOf(data, 32));
    String email = body.get("email").asText();
    long counter = Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(data).getInt(33));
    Object done =
        written(() ->
            valid
                && run(
                        "DELETE FROM challenge WHERE challenge = ? AND email = ?",
                        clientData.get("challenge").asText(),
                        email)
                    == 1
                && run(
                        "UPDATE credential SET counter = ? WHERE id = ? AND email = ? AND counter <"
                            + " ?",
                        counter,
                        assertion.get("id").asText(),
                        email,
                        counter)
                    == 1
                && audit("complete", email));
    if (!(Boolean) done) {
      context.status(401);
      return;
    }
    String claims = encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"sub\":\"" + email + "\"}");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(secret);
    String signed = BASE64URL.encodeToString(mac.doFinal(claims.getBytes(StandardCharsets.UTF_8)));
    context
        .contentType("application/json")
        .result("{\"access_token\":\"" + claims + "." + signed + "\"}");
  }

  private final java.util.Map<String, PreparedStatement> statements = new java.util.HashMap<>();

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private int run(String sql, Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  private Object value(String sql, Object... values) throws SQLException {
    try (ResultSet row = bound(sql, values).executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private boolean audit(String event, String email) throws SQLException {
    return run(
            "INSERT INTO audit (at, event, email) VALUES (?, ?, ?)",
            System.currentTimeMillis(),
            event,
            email)
        == 1;
  }

  private static String encoded(String text) {
    return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
