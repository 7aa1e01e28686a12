package dev.touchstone.key.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.webauthn.failure.WebAuthnException.OriginRefused;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpIdTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com, example.com",
    "https://login.example.com, example.com",
    "https://login.example.com, login.example.com",
    "https://a.b.example.com, b.example.com",
    "https://login.example.com:8443, example.com",
    "https://LOGIN.Example.COM, example.com",
    "https://shop.example.co.uk, example.co.uk",
    "https://ada.github.io, ada.github.io",
    "https://blog.ada.github.io, ada.github.io",
    // equal to the domain is allowed, also for a public suffix itself
    "https://github.io, github.io",
    "https://localhost, localhost",
    "http://localhost:8080, localhost",
    "http://app.localhost, app.localhost",
    "https://intranet, intranet",
    "https://host.corp.test, corp.test",
    "https://xn--bcher-kva.example, xn--bcher-kva.example",
  })
  void mayBeUsed(String origin, String rpId) throws Exception {
    assertThat(RpId.forOrigin(Optional.of(rpId), Origin.parse(origin))).isEqualTo(rpId);
  }

  @ParameterizedTest
  @CsvSource({
    // another domain
    "https://example.com, example.org",
    "https://example.com, login.example.com",
    "https://notexample.com, example.com",
    "https://example.com, ample.com",
    // nothing, or only the dot
    "https://example.com, ''",
    "https://example.com, .com",
    // public suffixes
    "https://example.com, com",
    "https://shop.example.co.uk, co.uk",
    "https://shop.example.co.uk, uk",
    "https://ada.github.io, github.io",
    "https://ada.github.io, io",
    // the end of a public suffix, although it is none itself
    "https://bucket.s3.amazonaws.com, amazonaws.com",
    // a top-level domain that the list does not know
    "https://host.corp.test, test",
    "http://app.localhost, localhost",
    // an RP ID has neither scheme nor port
    "https://example.com, https://example.com",
    "https://example.com:8443, example.com:8443",
    "https://example.com, EXAMPLE.COM",
  })
  void mayNotBeUsed(String origin, String rpId) throws Exception {
    Origin from = Origin.parse(origin);
    assertThatThrownBy(() -> RpId.forOrigin(Optional.of(rpId), from))
        .isInstanceOf(OriginRefused.class)
        .hasMessageContaining(rpId)
        .extracting(e -> ((OriginRefused) e).domExceptionName())
        .isEqualTo("SecurityError");
  }

  @Test
  void isTheDomainOfTheOriginWhereNoneIsAsked() throws Exception {
    assertThat(RpId.forOrigin(Optional.empty(), Origin.parse("https://login.example.com:8443")))
        .isEqualTo("login.example.com");
  }
}
