package dev.touchstone.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The PC/SC service of pcsc-lite with the virtual reader of vsmartcard (Debian packages pcscd and
 * vsmartcard-vpcd), started for a test and ended with it.
 */
public final class Pcscd implements AutoCloseable {

  private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Path RUN = Path.of("/run/pcscd");
  private static final Path SOCKET = RUN.resolve("pcscd.comm");

  private final Process process;
  private final int port;

  private Pcscd(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Why it cannot be started here; empty: it can. */
  public static Optional<String> obstacle() {
    if (!Files.isExecutable(DAEMON)) {
      return Optional.of("pcscd is not installed");
    }
    if (!Files.exists(DRIVER)) {
      return Optional.of("vsmartcard-vpcd is not installed");
    }
    if (Files.exists(SOCKET)) {
      return Optional.of("a pcscd runs already; there can be one on a machine");
    }
    try {
      Files.createDirectories(RUN);
    } catch (IOException e) {
      return Optional.of(RUN + " cannot be made");
    }
    return Files.isWritable(RUN)
        ? Optional.empty()
        : Optional.of(RUN + " cannot be written by this user");
  }

  /**
   * Starts it with one virtual reader, and waits until that listens.
   *
   * @param folder for its configuration and log
   */
  public static Pcscd start(Path folder) throws Exception {
    int port = twoFreePorts();
    Path configuration = Files.createDirectories(folder.resolve("reader.conf.d"));
    Files.write(
        configuration.resolve("vpcd"),
        List.of(
            "FRIENDLYNAME \"Virtual PCD\"",
            "DEVICENAME   /dev/null:" + port,
            "LIBPATH      " + DRIVER,
            "CHANNELID    " + port));
    Process process =
        new ProcessBuilder(
                DAEMON.toString(),
                "--foreground",
                "--critical",
                "--config",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pcscd.log").toFile())
            .start();
    Pcscd pcscd = new Pcscd(process, port);
    try {
      pcscd.awaitReader();
      return pcscd;
    } catch (Exception | Error e) {
      pcscd.close();
      throw e;
    }
  }

  /** Where the virtual reader waits for its card. */
  public InetSocketAddress reader() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void awaitReader() throws InterruptedException {
    while (!Files.exists(SOCKET) || !listens(port + 1)) {
      assertThat(process.isAlive()).as("pcscd").isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** The second slot, which stays empty, is asked: a call to the first would be a card. */
  private static boolean listens(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The driver listens on a port and on the next. */
  private static int twoFreePorts() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0)) {
        int port = one.getLocalPort();
        try (ServerSocket _ = new ServerSocket(port + 1)) {
          return port;
        } catch (IOException | IllegalArgumentException e) {
          // The next port is taken: another pair.
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    Files.deleteIfExists(SOCKET);
    Files.deleteIfExists(RUN.resolve("pcscd.pid"));
  }
}
