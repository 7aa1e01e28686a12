package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JwtCommandsTest {

  @TempDir Path data;

  @Test
  void aTokenIsMadeVerifiedByAServersKeysAndForged() throws Exception {
    Path key = data.resolve("key.pem");
    Shell.Ended made =
        run(
            "jwt",
            "sign",
            "--new",
            "--claim",
            "sub=ada",
            "--claim",
            "n=3",
            "--expires-in",
            "300",
            "--key-out",
            key.toString(),
            "--json");
    assertThat(made.exitCode()).as(made.err()).isEqualTo(ExitCode.DONE);
    assertThat(made.out()).doesNotContain("PRIVATE", "\"d\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String token = made.json().get("token").asText();
    String keys = "{\"keys\":[%s]}".formatted(made.json().get("publicKey"));

    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/jwks.json",
        exchange -> {
          byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:%d/jwks.json".formatted(server.getAddress().getPort());
    try {
      Shell.Ended good = run("jwt", "verify", token, "--keys", url, "--json");
      assertThat(good.exitCode()).as(good.out() + good.err()).isEqualTo(ExitCode.DONE);
      assertThat(good.json().at("/claims/n").asInt()).isEqualTo(3);
      assertThat(run("jwt", "verify", token, "--keys", url, "--audience", "x").exitCode())
          .isEqualTo(ExitCode.FAILED);
      for (String how : List.of("none", "hmac-public-key", "embedded-key", "old-signature")) {
        Shell.Ended forged =
            run("jwt", "sign", token, "--claim", "sub=eve", "--forge", how, "--key", url);
        assertThat(forged.exitCode()).as(forged.err()).isEqualTo(ExitCode.DONE);
        Shell.Ended bad =
            Shell.on(data).typing(forged.out()).run("jwt", "verify", "-", "--keys", url);
        assertThat(bad.exitCode()).as(how).isEqualTo(ExitCode.FAILED);
        assertThat(bad.out()).contains("not to be accepted");
      }
      String again = run("jwt", "sign", token, "--claim", "sub=bob", "--key", key.toString()).out();
      assertThat(run("jwt", "verify", again.strip(), "--keys", url).exitCode())
          .isEqualTo(ExitCode.DONE);
      assertThat(run("jwt", "decode", "Bearer " + again.strip()).out()).contains("sub", "bob");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatMakesNoSenseIsToldByName() {
    assertThat(run("jwt").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("jwt", "verify", "eyJ").err()).contains("With which key");
    assertThat(run("jwt", "sign", "--new", "--alg", "FOO").err()).contains("no algorithm");
    assertThat(run("jwt", "sign", "--new", "--forge", "magic").err()).contains("--forge list");
    assertThat(run("jwt", "sign", "--forge", "list").out()).contains("CVE-2022-21449");
    assertThat(run("jwt", "sign", "--new", "--alg", "HS256").err()).contains("needs a secret");
    assertThat(run("jwt", "sign", "--new", "--key", "/nowhere").err()).contains("cannot be read");
    Shell.Ended secret =
        Shell.on(data)
            .typing("a secret of more than 32 bytes, honestly\n")
            .run("jwt", "sign", "--new", "--alg", "HS256", "--secret-prompt");
    assertThat(secret.exitCode()).as(secret.err()).isEqualTo(ExitCode.DONE);
    assertThat(secret.out()).startsWith("eyJ");
  }

  private Shell.Ended run(String... arguments) {
    return Shell.on(data).run(arguments);
  }
}
