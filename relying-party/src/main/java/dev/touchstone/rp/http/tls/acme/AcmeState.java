package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.PemFolder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * What is remembered between attempts, in a file: a service that is started again and again by the
 * system must not ask the authority again and again.
 *
 * @param directory of the authority that issued the pair beside this file; empty if none did
 * @param failures in a row since then
 * @param notBefore the next attempt
 */
record AcmeState(String directory, int failures, Instant notBefore) {

  private static final AcmeState NEW = new AcmeState("", 0, Instant.EPOCH);

  static Path file(PemFolder pems) {
    return pems.folder().resolve("acme.properties");
  }

  /** What is in the file; whatever cannot be read counts as never tried. */
  static AcmeState read(PemFolder pems) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file(pems))) {
      properties.load(reader);
      return new AcmeState(
          properties.getProperty("directory", ""),
          Integer.parseInt(properties.getProperty("failures", "0")),
          Instant.parse(properties.getProperty("not-before", Instant.EPOCH.toString())));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return NEW;
    }
  }

  AcmeState issued(String by) {
    return new AcmeState(by, 0, Instant.EPOCH);
  }

  /** One more failure; the authority may have said how long it wants to be left alone. */
  AcmeState failed(Instant now, Instant retryAfter) {
    Instant next = now.plus(RenewalPlan.pause(failures + 1));
    return new AcmeState(directory, failures + 1, next.isAfter(retryAfter) ? next : retryAfter);
  }

  void write(PemFolder pems) throws IOException {
    pems.writePrivate(
        file(pems),
        """
        # Delete this file to ask the authority again at once.
        directory=%s
        failures=%d
        not-before=%s
        """
            .formatted(directory, failures, notBefore));
  }
}
