import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Signs in as fast as a server lets it: POST /login/begin, an ES256 signature, POST
 * /login/complete, over connections that stay open, by as many clients at a time as asked for. Each
 * client takes its users from a range of its own, so that the signature counters of a credential go
 * up.
 *
 * <p>usage: java SignIns.java PORT[,PORT…] USERS CLIENTS SECONDS KEY [ANSWERED]
 *
 * <p>The users (load0@example.org, load1@…) and their credentials are made by seed.py, which also
 * writes KEY, the private key that they all share. Prints sign-ins a second, the quantiles of a
 * whole sign-in and of each half, and how many were refused; ends with 1 if any was. Into the file
 * ANSWERED goes a line "USER COUNTER" for each sign-in that the server said was done, as soon as it
 * said so.
 */
final class SignIns {

  private static final int WARM_UP_SECONDS = 8;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private SignIns() {}

  public static void main(String[] arguments) throws Exception {
    List<Integer> ports = Stream.of(arguments[0].split(",")).map(Integer::valueOf).toList();
    int users = Integer.parseInt(arguments[1]);
    int clients = Integer.parseInt(arguments[2]);
    int seconds = Integer.parseInt(arguments[3]);
    useFastProvider();
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(arguments[4]))));
    Path counted = Path.of(arguments[4] + ".counter");
    if (Files.exists(counted)) {
      COUNTER.set(Integer.parseInt(Files.readString(counted).strip()));
    }
    AtomicLong refused = new AtomicLong();
    Writer answered =
        arguments.length > 5 ? Files.newBufferedWriter(Path.of(arguments[5])) : Writer.nullWriter();
    List<Thread> threads = new ArrayList<>();
    List<Client> all = new ArrayList<>();
    long begin = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    long end = begin + seconds * 1_000_000_000L;
    int share = Math.max(1, users / clients);
    for (int i = 0; i < clients; i++) {
      int port = ports.get(i % ports.size());
      Client client =
          new Client(port, i * share % users, share, key, begin, end, refused, answered);
      all.add(client);
      threads.add(Thread.ofPlatform().start(client));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    answered.close();
    Files.writeString(counted, COUNTER + "\n");
    report(all, seconds, refused.get());
    System.exit(refused.get() > 0 ? 1 : 0);
  }

  private static void useFastProvider() {
    try {
      Class<?> provider =
          Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
      Security.insertProviderAt((Provider) provider.getDeclaredConstructor().newInstance(), 1);
    } catch (ReflectiveOperationException | LinkageError e) {
      System.err.println("without the Corretto provider: the clients' own signatures take longer");
    }
  }

  private static void report(List<Client> clients, int seconds, long refused) {
    long[] whole = times(clients, 0);
    System.out.printf(
        "%d clients: %.0f sign-ins a second, %d refused%n",
        clients.size(), whole.length / (double) seconds, refused);
    line("sign-in", whole);
    line("begin", times(clients, 1));
    line("complete", times(clients, 2));
  }

  private static long[] times(List<Client> clients, int which) {
    long[] all = clients.stream().flatMapToLong(it -> Arrays.stream(it.times(which))).toArray();
    Arrays.sort(all);
    return all;
  }

  private static void line(String name, long[] sorted) {
    if (sorted.length == 0) {
      return;
    }
    System.out.printf(
        "%-9s p50 %6.2f ms   p95 %6.2f ms   p99 %6.2f ms   max %7.2f ms%n",
        name, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(long[] sorted, double quantile) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * quantile)] / 1e6;
  }

  private static final class Client implements Runnable {
    private final int port;
    private final int first;
    private final int count;
    private final PrivateKey key;
    private final long begin;
    private final long end;
    private final AtomicLong refused;
    private final Writer answered;
    private final long[][] times = {new long[1 << 16], new long[1 << 16], new long[1 << 16]};
    private int measured;
    private int counter;

    Client(
        int port,
        int first,
        int count,
        PrivateKey key,
        long begin,
        long end,
        AtomicLong refused,
        Writer answered) {
      this.port = port;
      this.first = first;
      this.count = count;
      this.key = key;
      this.begin = begin;
      this.end = end;
      this.refused = refused;
      this.answered = answered;
    }

    long[] times(int which) {
      return Arrays.copyOf(times[which], measured);
    }

    @Override
    public void run() {
      try (Connection connection = new Connection(port)) {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] rpIdHash = sha256.digest("localhost".getBytes(StandardCharsets.UTF_8));
        while (true) {
          long start = System.nanoTime();
          if (start >= end) {
            return;
          }
          int user = first + ThreadLocalRandom.current().nextInt(count);
          String email = "load" + user + "@example.org";
          String options = connection.post("/login/begin", "{\"email\":\"" + email + "\"}");
          long asked = System.nanoTime();
          String body = answer(user, email, options, signature, sha256, rpIdHash);
          long signed = System.nanoTime();
          String token = connection.post("/login/complete", body);
          long done = System.nanoTime();
          if (connection.status != 200 || !token.contains("\"access_token\"")) {
            if (refused.incrementAndGet() <= 3) {
              System.err.println(connection.status + " " + token);
            }
            continue;
          }
          answered.write(user + " " + counter + "\n");
          if (start >= begin && done <= end && measured < times[0].length) {
            times[0][measured] = done - start;
            times[1][measured] = asked - start;
            times[2][measured] = done - signed;
            measured++;
          }
        }
      } catch (Exception e) {
        refused.incrementAndGet();
        System.err.println(e);
      }
    }

    private String answer(
        int user,
        String email,
        String options,
        Signature signature,
        MessageDigest sha256,
        byte[] rpIdHash)
        throws Exception {
      byte[] clientData =
          ("{\"type\":\"webauthn.get\",\"challenge\":\""
                  + member(options, "challenge")
                  + "\",\"origin\":\"http://localhost:"
                  + port
                  + "\",\"crossOrigin\":false}")
              .getBytes(StandardCharsets.UTF_8);
      counter = COUNTER.incrementAndGet();
      byte[] data = ByteBuffer.allocate(37).put(rpIdHash).put((byte) 0x05).putInt(counter).array();
      signature.initSign(key);
      signature.update(data);
      signature.update(sha256.digest(clientData));
      String id = credentialId(user);
      return "{\"email\":\""
          + email
          + "\",\"challenge_token\":\""
          + member(options, "challenge_token")
          + "\",\"assertion\":{\"id\":\""
          + id
          + "\",\"rawId\":\""
          + id
          + "\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\""
          + BASE64URL.encodeToString(clientData)
          + "\",\"authenticatorData\":\""
          + BASE64URL.encodeToString(data)
          + "\",\"signature\":\""
          + BASE64URL.encodeToString(signature.sign())
          + "\"}}}";
    }
  }

  /** As seed.py makes it. */
  private static String credentialId(int user) {
    return BASE64URL.encodeToString(
        ("load credential %08d".formatted(user)).getBytes(StandardCharsets.UTF_8));
  }

  private static String member(String json, String name) {
    int at = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return json.substring(at, json.indexOf('"', at));
  }

  /** HTTP/1.1 with as little ado as possible: the machine is the server's. */
  private static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int status;

    Connection(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
      out = socket.getOutputStream();
    }

    String post(String path, String body) throws IOException {
      out.write(
          ("POST "
                  + path
                  + " HTTP/1.1\r\n"
                  + "Host: localhost\r\n"
                  + "Content-Type: application/json\r\n"
                  + "Content-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body)
              .getBytes(StandardCharsets.ISO_8859_1));
      status = 0;
      int length = -1;
      boolean chunked = false;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (status == 0) {
          status = Integer.parseInt(line.substring(9, 12));
        } else if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(line.substring(15).strip());
        } else if (line.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
          chunked = true;
        }
      }
      if (!chunked) {
        return new String(in.readNBytes(Math.max(0, length)), StandardCharsets.UTF_8);
      }
      StringBuilder text = new StringBuilder();
      for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
        text.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
        line();
      }
      line();
      return text.toString();
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder(64);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the server hung up");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
