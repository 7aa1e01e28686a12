package dev.touchstone.app.request.curl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CurlTest {

  @Test
  void whatChromiumCopiesIsUnderstood() throws Failure {
    CurlReader.Read read =
        CurlReader.read(
            """
            curl 'https://api.example.org/v1/items?filter[a]=b' \\
              -X 'PATCH' \\
              -H 'accept: application/json, text/plain, */*' \\
              -H 'accept-encoding: gzip, deflate, br, zstd' \\
              -H 'content-type: application/json' \\
              -b 'sid=abc; theme=dark' \\
              -H 'sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24"' \\
              --data-raw $'{"name":"it\\'s \\u00fc \\\\n"}' \\
              --compressed ;
            """);
    Request request = read.request();
    assertThat(request.method()).isEqualTo("PATCH");
    assertThat(request.url()).isEqualTo("https://api.example.org/v1/items?filter[a]=b");
    assertThat(request.body()).isEqualTo(Body.of("{\"name\":\"it's ü \\n\"}"));
    assertThat(request.header("cookie")).contains("sid=abc; theme=dark");
    assertThat(request.header("sec-ch-ua"))
        .contains("\"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"");
    assertThat(request.header("accept-encoding")).contains("gzip, deflate");
    assertThat(read.notes()).anyMatch(it -> it.contains("gzip, deflate"));
  }

  @Test
  void whatFirefoxCopiesIsUnderstood() throws Failure {
    Request request =
        CurlReader.read(
                "curl 'https://example.org/login' --compressed -X POST -H 'User-Agent: Mozilla/5.0'"
                    + " -H 'Content-Type: application/x-www-form-urlencoded' -H 'Origin:"
                    + " https://example.org' --data-raw 'user=ada&password=x%20y'")
            .request();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body().shown()).isEqualTo("user=ada&password=x%20y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '§',
      value = {
        "curl example.org => GET http://example.org",
        "$ curl https://a.test => GET https://a.test",
        "curl -sSfL https://a.test | jq . => GET https://a.test",
        "curl -XDELETE https://a.test/1 => DELETE https://a.test/1",
        "curl -I https://a.test => HEAD https://a.test",
        "curl -d a=1 -d b=2 https://a.test => POST https://a.test",
        "curl -G -d a=1 --data-urlencode 'q=x y' 'https://a.test?z=0' => GET"
            + " https://a.test?z=0&a=1&q=x%20y",
        "curl --url https://a.test -o file -w '%{http_code}' => GET https://a.test",
        "curl --json '{}' https://a.test => POST https://a.test",
        "curl https://a.test/$ID/x => GET https://a.test/{{ID}}/x",
        "curl -- https://a.test => GET https://a.test",
      })
  void shortLinesAreUnderstood(String line, String expected) throws Failure {
    Request request = CurlReader.read(line).request();
    assertThat(request.method() + " " + request.url()).isEqualTo(expected);
  }

  @Test
  void optionsBecomeHeaders() throws Failure {
    Request request =
        CurlReader.read(
                "curl -u ada:pw -A Tester/1 -e https://from.test -H 'X-Empty;' -H 'Host:' -H"
                    + " ':authority: x' https://a.test")
            .request();
    assertThat(request.headers())
        .containsExactly(
            new Header("Authorization", "Basic YWRhOnB3"),
            new Header("User-Agent", "Tester/1"),
            new Header("Referer", "https://from.test"),
            new Header("X-Empty", ""));
    assertThat(
            CurlReader.read("curl -H \"Authorization: Bearer $TOKEN\" https://a.test")
                .request()
                .headers())
        .containsExactly(new Header("Authorization", "Bearer {{TOKEN}}"));
  }

  @Test
  void aFormOfTextsIsMultipart() throws Failure {
    Request request =
        CurlReader.read("curl -F 'a=1' -F 'b=touchstone-form' https://a.test").request();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.mediaType()).isEqualTo("multipart/form-data");
    assertThat(request.header("Content-Type").orElseThrow()).endsWith("boundary=touchstone-form-x");
    assertThat(request.body().shown()).contains("name=\"a\"\r\n\r\n1\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '§',
      value = {
        "curl --frobnicate https://a.test => --frobnicate",
        "curl -Q x https://a.test => -Q",
        "curl 'https://a.test => cut off",
        "curl \"https://a.test => cut off",
        "curl $'https://a.test => cut off",
        "curl https://a.test -H => no value",
        "curl -X POST => no address",
        "curl https://a.test https://b.test => 2 addresses",
        "curl -d @/etc/passwd https://a.test => files are not read",
        "curl -F file=@/etc/passwd https://a.test => files are not read",
        "curl -T x https://a.test => files are not read",
        "curl -b cookies.txt https://a.test => files are not read",
        "curl \"https://a.test/$(id)\" => a shell would run first",
        "curl https://a.test/`id` => a shell would run first",
        "curl --digest -u a:b https://a.test => --digest",
        "curl https://a.test --next https://b.test => --next",
        "wget https://a.test => no line of curl",
        "Invoke-WebRequest -Uri \"https://a.test\" => no line of curl",
        "curl ^\"https://a.test^\" -H ^\"a: b^\" => Windows",
        "curl --cert me.pem https://a.test => --cert",
      })
  void whatIsNotUnderstoodIsNamed(String line, String named) {
    Failure failure = catchThrowableOfType(Failure.class, () -> CurlReader.read(line));
    assertThat(failure).as(line).isNotNull();
    assertThat(failure.advice().kind()).isEqualTo(Advice.Kind.USAGE);
    assertThat(failure.advice().happened()).contains(named);
  }

  @Test
  void whatDoesNotCountHereIsSaid() throws Failure {
    CurlReader.Read read = CurlReader.read("curl -k -m 5 -x proxy:1 --http2 https://a.test");
    assertThat(read.insecure()).isTrue();
    assertThat(String.join(" ", read.notes()))
        .contains("--pin", "--max-time", "--proxy", "HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "it's",
        "$(id) `id` $HOME !x \\",
        "a\nb\tc",
        "ü 😀",
        "",
        "'",
        "a'\\''b",
        "--data",
        "@file",
      })
  void aShellReadsBackWhatIsWritten(String value) throws Exception {
    Request request =
        new Request(
            "POST",
            "https://a.test/x?y=" + value.length(),
            List.of(new Header("X-Test", value.replaceAll("[\\n\\t]", " ").strip())),
            Body.of(value),
            true);
    String line = CurlWriter.write(request);
    Request read = CurlReader.read(line).request();
    assertThat(read.body()).isEqualTo(request.body());
    assertThat(read.url()).isEqualTo(request.url());
    assertThat(read.follow()).isTrue();
    assertThat(read.header("X-Test")).isEqualTo(request.header("X-Test"));
    assertThat(shell("printf %s " + CurlWriter.quoted(value))).isEqualTo(value);
  }

  @Test
  void variablesBecomeThoseOfTheShell() throws Exception {
    Request request = Request.of("GET", "{{base}}/x").with("Authorization", "Bearer {{api-token}}");
    String line = CurlWriter.write(request);
    assertThat(line).contains("'Authorization: Bearer '\"${api_token}\"", "--url \"${base}\"'/x'");
    assertThat(shell("base='a b'; printf %s " + CurlWriter.quoted(request.url())))
        .isEqualTo("a b/x");
  }

  private static String shell(String script) throws Exception {
    Assumptions.assumeTrue(new java.io.File("/bin/sh").canExecute());
    Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return out;
  }
}
