import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a server as fast as it lets whether one token is good: POST /token/introspect over
 * connections that stay open, by as many clients at a time as asked for.
 *
 * <p>usage: java Introspections.java PORT CLIENTS SECONDS
 *
 * <p>Standard input has two lines: the API token of the service that asks, and the access token
 * that it asks about; introspect.py makes both. Prints introspections a second and the quantiles of
 * one, and ends with 1 if any answer was not "active".
 */
final class Introspections {

  private static final int WARM_UP_SECONDS = 8;

  private Introspections() {}

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    int clients = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    byte[] request = request(in.readLine(), in.readLine());
    long begin = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    long end = begin + seconds * 1_000_000_000L;
    AtomicLong refused = new AtomicLong();
    List<Client> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Client client = new Client(port, request, begin, end, refused);
      all.add(client);
      threads.add(Thread.ofPlatform().start(client));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long[] times =
        all.stream().flatMapToLong(it -> Arrays.stream(it.times, 0, it.measured)).toArray();
    Arrays.sort(times);
    System.out.printf(
        "%d clients: %.0f introspections a second, %d refused%n",
        clients, times.length / (double) seconds, refused.get());
    if (times.length > 0) {
      System.out.printf(
          "p50 %.2f ms   p95 %.2f ms   p99 %.2f ms%n",
          at(times, 0.50), at(times, 0.95), at(times, 0.99));
    }
    System.exit(refused.get() > 0 ? 1 : 0);
  }

  private static double at(long[] sorted, double quantile) {
    return sorted[(int) (sorted.length * quantile)] / 1e6;
  }

  private static byte[] request(String service, String token) {
    String body = "token=" + token;
    return ("POST /token/introspect HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + service
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final class Client implements Runnable {
    private final int port;
    private final byte[] request;
    private final long begin;
    private final long end;
    private final AtomicLong refused;
    private final long[] times = new long[1 << 20];
    private int measured;

    Client(int port, byte[] request, long begin, long end, AtomicLong refused) {
      this.port = port;
      this.request = request;
      this.begin = begin;
      this.end = end;
      this.refused = refused;
    }

    @Override
    public void run() {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        while (true) {
          long start = System.nanoTime();
          if (start >= end) {
            return;
          }
          socket.getOutputStream().write(request);
          String answer = answer(in);
          long done = System.nanoTime();
          if (!answer.startsWith("{\"active\":true")) {
            if (refused.incrementAndGet() <= 3) {
              System.err.println(answer);
            }
          } else if (start >= begin && done <= end && measured < times.length) {
            times[measured++] = done - start;
          }
        }
      } catch (IOException e) {
        refused.incrementAndGet();
        System.err.println(e);
      }
    }

    private static String answer(InputStream in) throws IOException {
      int length = 0;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
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
  }
}
