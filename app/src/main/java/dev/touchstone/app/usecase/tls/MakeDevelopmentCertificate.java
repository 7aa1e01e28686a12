package dev.touchstone.app.usecase.tls;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.DevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a certificate with which a server can be tried on this machine and its neighbours. */
public final class MakeDevelopmentCertificate {

  /** Who is asked without being told the host: this machine, as its own browsers call it. */
  public static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

  private final Path usual;
  private final InstantSource clock;
  private final SecureRandom random;

  MakeDevelopmentCertificate(Path usual, InstantSource clock, SecureRandom random) {
    this.usual = usual;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What is wished for.
   *
   * @param hosts DNS names and addresses; none for {@link #THIS_MACHINE}
   * @param days for which it is to be good
   * @param folder for the files; empty for the usual one
   */
  public record Request(List<String> hosts, int days, Optional<Path> folder) {

    public Request {
      hosts = hosts.isEmpty() ? THIS_MACHINE : List.copyOf(hosts);
    }
  }

  /**
   * A certificate that is not kept yet.
   *
   * @param certificate what it would be
   * @param pems where it would be
   * @param replaced files that are there already, and would be lost
   */
  public record Preview(DevelopmentCertificate certificate, PemFolder pems, List<Path> replaced) {

    public Preview {
      replaced = List.copyOf(replaced);
    }
  }

  /**
   * Makes one and keeps it nowhere.
   *
   * @throws Failure if there can be no such certificate
   */
  public Preview preview(Request request) throws Failure {
    PemFolder pems = new PemFolder(request.folder().orElse(usual).toAbsolutePath().normalize());
    try {
      DevelopmentCertificate made =
          DevelopmentCertificate.make(
              request.hosts(), Duration.ofDays(request.days()), clock.instant(), random);
      return new Preview(
          made,
          pems,
          Stream.of(pems.certificate(), pems.key(), pems.root()).filter(Files::exists).toList());
    } catch (CertificateRefused e) {
      throw new Failure(new Advice(Advice.Kind.USAGE, e.happened(), "", e.next(), ""), e);
    }
  }

  /**
   * Writes it.
   *
   * @throws Failure if that is not possible
   */
  public void apply(Preview preview) throws Failure {
    try {
      preview.pems().write(preview.certificate());
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "Nothing can be written to %s.".formatted(preview.pems().folder()),
              "",
              "Check that you may write there and that there is space left, or name another"
                  + " folder with --out.",
              ""),
          e);
    }
  }
}
