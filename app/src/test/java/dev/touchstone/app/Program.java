package dev.touchstone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a process. */
final class Program {

  private Program() {}

  /**
   * A process on that data folder.
   *
   * @param terminals which of its streams are terminals: in, out, err, with commas between
   */
  static ProcessBuilder builder(Path data, String terminals, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(heedingCtrlC());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Dtouchstone.terminal=" + terminals,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TOUCHSTONE_DATA", data.toString());
    return builder;
  }

  /** A shell's background job ignores SIGINT, and so does all that it starts unless told not to. */
  private static List<String> heedingCtrlC() throws IOException {
    Path status = Path.of("/proc/self/status");
    boolean ignored =
        Files.exists(status)
            && Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    return ignored ? List.of("env", "--default-signal=INT") : List.of();
  }
}
