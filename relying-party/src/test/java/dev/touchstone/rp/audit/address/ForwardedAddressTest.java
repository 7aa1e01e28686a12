package dev.touchstone.rp.audit.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.audit.address.ForwardedAddress.Header;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedAddressTest {

  private static final List<AddressRange> OURS =
      Stream.of("10.0.0.0/8", "2001:db8:1::/48").map(AddressRange::parse).toList();

  private final ForwardedAddress list = new ForwardedAddress(OURS, Header.X_FORWARDED_FOR);
  private final ForwardedAddress rfc7239 = new ForwardedAddress(OURS, Header.FORWARDED);

  @Test
  void headerOfAStrangerCountsForNothing() {
    assertThat(list.of("198.51.100.7", List.of("203.0.113.1"))).isEqualTo("198.51.100.7");
  }

  @Test
  void withoutProxiesNoHeaderIsRead() {
    ForwardedAddress nobody = new ForwardedAddress(List.of(), Header.X_FORWARDED_FOR);
    assertThat(nobody.of("10.0.0.1", List.of("203.0.113.1"))).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.1                          | 203.0.113.1", // as the proxy saw it
        "192.0.2.66, 203.0.113.1              | 203.0.113.1", // what the client wrote stands left
        "10.9.9.9, 203.0.113.1                | 203.0.113.1", // and may look like ours
        "203.0.113.1, 10.0.0.2                | 203.0.113.1", // two of our proxies
        "192.0.2.66,203.0.113.1,10.0.0.2      | 203.0.113.1",
        "10.1.1.1, 10.0.0.2                   | 10.1.1.1", // a client inside
        "203.0.113.1:54321                    | 203.0.113.1",
        "[2001:db8:ffff::1]:443               | 2001:db8:ffff::1",
        "2001:DB8:FFFF:0:0:0:0:1              | 2001:db8:ffff::1",
        "203.0.113.1, 2001:db8:1::5           | 203.0.113.1", // a proxy of ours by IPv6
        "::ffff:203.0.113.1                   | 203.0.113.1",
        "203.0.113.1, unknown                 | 10.0.0.1", // our proxy does not know
        "203.0.113.1, not an address          | 10.0.0.1",
        "203.0.113.1,                         | 10.0.0.1",
        "203.0.113.1, 010.0.0.2               | 10.0.0.1", // is that 10 or 8?
        "203.0.113.1, 1.2                     | 10.0.0.1",
        "203.0.113.1, example.com             | 10.0.0.1", // no name is looked up
        "203.0.113.1, fe80::1%eth0            | 10.0.0.1",
        "203.0.113.1:999999                   | 10.0.0.1",
      })
  void lastAddressThatIsNotOfAProxyOfOursIsTheClients(String header, String client) {
    assertThat(list.of("10.0.0.1", List.of(header))).isEqualTo(client);
  }

  @Test
  void severalLinesOfAHeaderAreOneList() {
    assertThat(list.of("10.0.0.1", List.of("192.0.2.66", "203.0.113.1, 10.0.0.2")))
        .isEqualTo("203.0.113.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "for=203.0.113.1                                  | 203.0.113.1",
        "For=\"[2001:db8:ffff::1]:4711\"                  | 2001:db8:ffff::1",
        "for=192.0.2.66, for=203.0.113.1;proto=https;by=10.0.0.1 | 203.0.113.1",
        "proto=https;for=203.0.113.1;host=\"a,b;c\"       | 203.0.113.1",
        "for=203.0.113.1, for=10.0.0.2                    | 203.0.113.1",
        "for=_hidden                                      | 10.0.0.1",
        "for=unknown                                      | 10.0.0.1",
        "for=203.0.113.1, by=10.0.0.3                     | 10.0.0.1",
        "for=\"203.0.113.1                                | 10.0.0.1",
        "for=\"2\\03.0.113.1\"                            | 203.0.113.1",
        "=;,;=                                            | 10.0.0.1",
      })
  void forwardedIsReadLikeRfc7239(String header, String client) {
    assertThat(rfc7239.of("10.0.0.1", List.of(header))).isEqualTo(client);
  }

  /** A proxy that writes one header passes the other one on as the client wrote it. */
  @Test
  void onlyTheHeaderThatOurProxiesWriteHasAName() {
    assertThat(list.header().field()).isEqualTo("X-Forwarded-For");
    assertThat(rfc7239.header().field()).isEqualTo("Forwarded");
  }

  @Test
  void endlessHeadersAreReadFromTheRight() {
    String endless = "192.0.2.66, ".repeat(100_000) + "203.0.113.1";
    assertThat(list.of("10.0.0.1", List.of(endless))).isEqualTo("203.0.113.1");
  }

  @Test
  void peerOfIpv6MayHaveAZone() {
    assertThat(list.of("fe80::1%eth0", List.of())).isEqualTo("fe80::1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0/8", "2001:db8::/129", "10.0.0.0/-1", "10.0.0.0/x", "", "a"})
  void rangeThatIsNoneIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".");
  }
}
