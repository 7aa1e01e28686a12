package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.rp.http.tls.certificate.DevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/deploy.md, read by the programs that they are for. */
final class DeploymentTest {

  private static final Path SAMPLES = DocumentationTest.PROJECT.resolve("docs/deploy");

  @TempDir Path folder;

  @Test
  void nginxTakesItsSample() throws Exception {
    Path nginx = Path.of("/usr/sbin/nginx");
    assumeTrue(Files.isExecutable(nginx), "needs nginx (Debian: apt install nginx-light)");
    PemFolder tls = new PemFolder(folder.resolve("tls"));
    tls.write(
        DevelopmentCertificate.make(
            List.of("login.example.com"), Duration.ofDays(2), Instant.now(), new SecureRandom()));
    Path site = folder.resolve("site.conf");
    Files.writeString(
        site,
        Files.readString(SAMPLES.resolve("nginx.conf"))
            .replaceAll("(?m)^ *listen \\[::].*\n", "")
            .replace("listen 80;", "listen 127.0.0.1:%d;".formatted(FreePort.any()))
            .replace("listen 443 ", "listen 127.0.0.1:%d ".formatted(FreePort.any()))
            .replaceAll("/etc/letsencrypt/.*/fullchain.pem", tls.certificate().toString())
            .replaceAll("/etc/letsencrypt/.*/privkey.pem", tls.key().toString()));
    Path whole = folder.resolve("nginx.conf");
    Files.writeString(
        whole,
        "pid %s/pid; error_log %s/error.log; events {} http { access_log off; include %s; }"
            .formatted(folder, folder, site));

    assertThat(answer(nginx.toString(), "-t", "-c", whole.toString()))
        .contains("test is successful")
        .doesNotContain("[warn]");
  }

  @Test
  void systemdTakesItsSampleAlsoWithTlsAndFindsLittleExposed() throws Exception {
    Path systemd = Path.of("/usr/bin/systemd-analyze");
    assumeTrue(Files.isExecutable(systemd), "needs systemd-analyze (Debian: package systemd)");
    Path unit = folder.resolve("touchstone.service");
    Files.writeString(unit, sample("touchstone.service"));
    assertThat(answer(systemd.toString(), "verify", "--man=no", unit.toString())).isEmpty();
    assertThat(exposure(answer(systemd.toString(), "security", "--offline=true", unit.toString())))
        .isLessThan(2);

    Path more = Files.createDirectory(folder.resolve("touchstone.service.d"));
    Files.writeString(more.resolve("tls.conf"), sample("touchstone-tls.conf"));
    assertThat(answer(systemd.toString(), "verify", "--man=no", unit.toString())).isEmpty();
  }

  /** Without the program, which is not installed here. */
  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name))
        .replace("ExecStart=/opt/touchstone/touchstone", "ExecStart=/bin/true");
  }

  private static double exposure(String analysis) {
    Matcher level = Pattern.compile("exposure level for .*: ([0-9.]+)").matcher(analysis);
    assertThat(level.find()).as(analysis).isTrue();
    return Double.parseDouble(level.group(1));
  }

  private static String answer(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
