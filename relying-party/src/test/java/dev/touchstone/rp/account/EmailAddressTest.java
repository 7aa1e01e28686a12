package dev.touchstone.rp.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ada@example.com",
    "' Ada.Lovelace+key@EXAMPLE.Com ', Ada.Lovelace+key@example.com",
    "ada@bücher.example, ada@xn--bcher-kva.example",
    "ADA@BÜCHER.example, ADA@xn--bcher-kva.example",
    "ada@xn--bcher-kva.example, ada@xn--bcher-kva.example",
    "ädä@example.com, ädä@example.com",
    "o'brien!#$%&*/=?^_`{|}~-@example.com, o'brien!#$%&*/=?^_`{|}~-@example.com",
    "ada@a.b.c.example, ada@a.b.c.example",
    "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah",
  })
  void addressIsKeptInOneForm(String text, String kept) {
    assertThat(EmailAddress.parse(text).value()).isEqualTo(kept);
  }

  @Test
  void lettersAreComposed() {
    assertThat(EmailAddress.parse("a\u0308@example.com").value()).isEqualTo("ä@example.com");
  }

  @Test
  void caseDoesNotTellTwoAddressesApart() {
    assertThat(EmailAddress.parse("ADA@example.com").key())
        .isEqualTo(EmailAddress.parse("ada@EXAMPLE.COM").key());
  }

  static Stream<String> strangeAddresses() {
    return Stream.of(
        "ada@example.com\r\nBcc: everybody@example.com",
        "ada\u0000@example.com",
        "ada@example.com\u2028x",
        "\u202eada@example.com",
        "a".repeat(65) + "@example.com",
        "ada@" + "a".repeat(64) + ".example",
        "a".repeat(64) + "@" + ("b".repeat(60) + ".").repeat(4) + "example",
        "ada\ud800@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "ada@",
        "@example.com",
        "ada@example",
        "ada@localhost",
        "ada@@example.com",
        "ada@b@example.com",
        ".ada@example.com",
        "ada.@example.com",
        "a..da@example.com",
        "a da@example.com",
        "\"a da\"@example.com",
        "ada@[192.0.2.1]",
        "ada@192.0.2.1",
        "ada@-example.com",
        "ada@example-.com",
        "ada@example..com",
        "ada@.example.com",
        "ada@example.com.",
        "ada@exam_ple.com",
        "<ada@example.com>",
        "Ada <ada@example.com>",
        "ada@example.com,bob@example.com",
        "ada;bob@example.com",
        "ada(x)@example.com"
      })
  @MethodSource("strangeAddresses")
  void whatIsNoAddressIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> EmailAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s)[A-Z'].*\\.");
  }

  @ParameterizedTest
  @CsvSource({
    "1899-12-31, before 1900",
    "2026-11-21, in the future",
    "31.12.1990, is no date",
    "1990-02-30, is no date",
    "soon, is no date",
  })
  void dateOfBirthHasToBePlausible(String date, String sentence) {
    List<Mistake> mistakes =
        new ProfileText("", "", "", date, "").mistakes(LocalDate.parse("2026-11-20"));
    assertThat(mistakes)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.field()).isEqualTo("date_of_birth");
          assertThat(it.sentence()).contains(sentence);
        });
  }

  @Test
  void nobodyIsTooYoungOrOldToHaveAnAccount() {
    LocalDate today = LocalDate.parse("2026-11-20");
    for (String date : List.of("2026-11-20", "1900-01-01", "2024-02-29")) {
      assertThat(new ProfileText("", "", "", date, "").mistakes(today)).isEmpty();
    }
  }
}
