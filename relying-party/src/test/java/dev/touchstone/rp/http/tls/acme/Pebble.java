package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.DevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Let's Encrypt's own ACME server for tests (Debian: {@code apt install pebble}). It fetches the
 * challenges by real HTTP requests, refuses a nonce now and then as a real authority does, and
 * forgets everything at its end.
 */
final class Pebble implements AutoCloseable {

  private final Process process;
  private final int port;
  private final int challengePort;
  private final Path root;

  private Pebble(Process process, int port, int challengePort, Path root) {
    this.process = process;
    this.port = port;
    this.challengePort = challengePort;
    this.root = root;
  }

  /** The program, if it is installed. */
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(it -> Path.of(it, "pebble"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one.
   *
   * @param challengePort that it asks instead of port 80
   * @param customersOnly whether an account has to be bound to an external one
   */
  static Pebble start(Path folder, int challengePort, boolean customersOnly) throws Exception {
    return start(folder, freePort(), challengePort, customersOnly);
  }

  private static Pebble start(Path folder, int port, int challengePort, boolean customersOnly)
      throws Exception {
    PemFolder own = new PemFolder(folder.resolve("pebble-tls"));
    own.write(
        DevelopmentCertificate.make(
            List.of("localhost"), Duration.ofDays(30), Instant.now(), new SecureRandom()));
    Path config = folder.resolve("pebble.json");
    Files.writeString(
        config,
        """
        {"pebble": {
          "listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
          "certificate": "%s", "privateKey": "%s",
          "httpPort": %d, "tlsPort": %d, "ocspResponderURL": "",
          "externalAccountBindingRequired": %b,
          "externalAccountMACKeys": {"customer-7": "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W"}
        }}
        """
            .formatted(
                port,
                freePort(),
                own.certificate(),
                own.key(),
                challengePort,
                freePort(),
                customersOnly));
    ProcessBuilder builder =
        new ProcessBuilder(program().orElseThrow().toString(), "-config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pebble.log").toFile());
    builder.environment().put("PEBBLE_VA_NOSLEEP", "1");
    builder.environment().put("PEBBLE_WFE_NONCEREJECT", "20");
    Pebble pebble = new Pebble(builder.start(), port, challengePort, own.root());
    pebble.awaitListening();
    return pebble;
  }

  URI directory() {
    return URI.create("https://localhost:%d/dir".formatted(port));
  }

  /** Under which its own server's certificate is. */
  Path root() {
    return root;
  }

  int challengePort() {
    return challengePort;
  }

  /** Below those that the system gives to connections: it would soon be taken otherwise. */
  static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException e) {
        // somebody has it: another one
      }
    }
  }

  private void awaitListening() throws Exception {
    while (process.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    throw new IllegalStateException("pebble ended at once with " + process.exitValue());
  }

  @Override
  public void close() {
    process.destroyForcibly(); // it keeps nothing
    Process _ = process.onExit().join();
  }
}
