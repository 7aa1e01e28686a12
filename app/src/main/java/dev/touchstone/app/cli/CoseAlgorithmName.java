package dev.touchstone.app.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the IANA registry "COSE Algorithms" that keys use, or a number. */
final class CoseAlgorithmName implements ITypeConverter<Integer> {

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "ES256", -7,
          "EDDSA", -8,
          "ES384", -35,
          "ES512", -36,
          "ED448", -53,
          "ES256K", -47,
          "RS256", -257,
          "PS256", -37,
          "RS1", -65535);

  @Override
  public Integer convert(String text) {
    Integer number = NUMBERS.get(text.toUpperCase(Locale.ROOT));
    if (number != null) {
      return number;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'%s' is no COSE algorithm: use a name such as ES256, EdDSA or ES384, or a number such as -7"
              .formatted(text));
    }
  }
}
