package dev.touchstone.app.advice;

import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.transport.PcscCode;
import dev.touchstone.key.transport.SystemError;
import dev.touchstone.key.transport.WireError;
import dev.touchstone.rp.http.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All codes that have a name, and how to find one by what another tool printed. */
public final class CodeBook {

  /** What tools put before a code. */
  private static final Pattern LEAD = Pattern.compile("^(SW|CTAP ERROR|ERROR)\\s*[:= ]\\s*");

  private static final Pattern STATUS_PREFIX =
      Pattern.compile("^(CTAP[12]_ERR_|FIDO_ERR_|FIDO_|ERR\\.|ERR_)");

  private static final Pattern HEX = Pattern.compile("(0X)?([0-9A-F]{1,8})H?");
  private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,10}");

  /** Names of earlier editions and of other tools. */
  private static final Map<String, CtapStatus> ALIASES =
      Map.of(
          "OK", CtapStatus.SUCCESS,
          "PIN_REQUIRED", CtapStatus.PUAT_REQUIRED,
          "PIN_UV_AUTH_TOKEN_REQUIRED", CtapStatus.PUAT_REQUIRED,
          "UNAUTHORIZED_PERM", CtapStatus.UNAUTHORIZED_PERMISSION,
          "LARGEBLOB_STORAGE_FULL", CtapStatus.LARGE_BLOB_STORAGE_FULL,
          "TOO_MANY_ELEMENTS", CtapStatus.LIMIT_EXCEEDED,
          "ERR_OTHER", CtapStatus.OTHER);

  private CodeBook() {}

  /** Every code that has a name, family by family. */
  public static List<Code> all() {
    return Stream.of(statuses(), hidErrors(), words(), pcsc(), system(), problems())
        .flatMap(codes -> codes)
        .toList();
  }

  /**
   * What a person may mean by this; the likeliest first, none if it is no code at all.
   *
   * @param text a name or a number, as any tool prints it
   */
  public static List<Code> find(String text) {
    String wanted = LEAD.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
    List<Code> named = named(wanted);
    if (!named.isEmpty()) {
      return named;
    }
    if (NEGATIVE.matcher(wanted).matches()) {
      return pcscOf((int) Long.parseLong(wanted));
    }
    var hex = HEX.matcher(wanted);
    return hex.matches() ? numbered(hex.group(1) != null, hex.group(2)) : List.of();
  }

  private static List<Code> named(String wanted) {
    String bare = STATUS_PREFIX.matcher(wanted).replaceFirst("");
    Stream<Code> byAlias = Stream.ofNullable(ALIASES.get(bare)).map(CodeBook::code);
    return Stream.concat(all().stream().filter(code -> isCalled(code, wanted, bare)), byAlias)
        .distinct()
        .toList();
  }

  private static boolean isCalled(Code code, String wanted, String bare) {
    return code.name().equalsIgnoreCase(wanted)
        || (code.family() == Code.Family.CTAP_STATUS
            && STATUS_PREFIX.matcher(code.name()).replaceFirst("").equals(bare));
  }

  private static List<Code> numbered(boolean marked, String digits) {
    int value = Integer.parseUnsignedInt(digits, 16);
    if (digits.length() > 4) {
      return pcscOf(value);
    }
    if (digits.length() > 2) {
      // no card answers with a word of three digits
      List<Code> byStatus =
          marked ? List.of() : problems().filter(it -> it.text().equals(digits)).toList();
      return byStatus.isEmpty()
          ? List.of(new Code.Wire(new WireError.StatusWord(value)))
          : byStatus;
    }
    boolean mayBeDecimal = !marked && digits.matches("[1-9][0-9]");
    IntStream values =
        mayBeDecimal ? IntStream.of(value, Integer.parseInt(digits)) : IntStream.of(value);
    return values.boxed().flatMap(CodeBook::ofByte).toList();
  }

  private static Stream<Code> ofByte(int value) {
    Code hid = new Code.Wire(new WireError.CtapHid(value));
    return hid.name().isEmpty()
        ? Stream.of(new Code.Status(value))
        : Stream.of(new Code.Status(value), hid);
  }

  private static List<Code> pcscOf(int value) {
    return List.of(new Code.Wire(new WireError.Pcsc(value)));
  }

  private static Stream<Code> statuses() {
    return Arrays.stream(CtapStatus.values())
        .filter(status -> status != CtapStatus.UNKNOWN)
        .map(CodeBook::code);
  }

  private static Code code(CtapStatus status) {
    return new Code.Status(status.code());
  }

  private static Stream<Code> hidErrors() {
    return withName(0x100, value -> new Code.Wire(new WireError.CtapHid(value)), _ -> true);
  }

  private static Stream<Code> words() {
    return withName(
        0x10000, value -> new Code.Wire(new WireError.StatusWord(value)), value -> value >= 0x6000);
  }

  private static Stream<Code> withName(int end, IntFunction<Code> code, IntPredicate worthATry) {
    return IntStream.range(0, end)
        .filter(worthATry)
        .mapToObj(code)
        .filter(it -> !it.name().isEmpty());
  }

  private static Stream<Code> pcsc() {
    return Arrays.stream(PcscCode.values())
        .map(code -> new Code.Wire(new WireError.Pcsc(code.value())));
  }

  private static Stream<Code> problems() {
    return Arrays.stream(ProblemCode.values()).map(Code.Problem::new);
  }

  private static Stream<Code> system() {
    return Arrays.stream(SystemError.values()).map(Code.Wire::new);
  }
}
