package dev.touchstone.app.request.curl;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a line of curl. Nothing is run, no file is read, nothing is sent. */
public final class CurlReader {

  private static final int LONGEST = 4 << 20;
  private static final Pattern WINDOWS = Pattern.compile("\\^\"|\\^\\r?\\n|\\^\\s*$");

  private CurlReader() {}

  /**
   * What a line asks for.
   *
   * @param request as it would be sent
   * @param insecure whether certificates would not be checked; never kept
   * @param notes what was left out or changed, one sentence each
   */
  public record Read(Request request, boolean insecure, List<String> notes) {}

  /** Whether a text looks like a line of curl. */
  public static boolean isCurl(String text) {
    return text.strip().replaceFirst("^\\$\\s+", "").matches("(?s)curl(\\.exe)?\\s.*");
  }

  /**
   * Reads it.
   *
   * @throws Failure if it is none, or asks for something that is not understood; then names it
   */
  public static Read read(String text) throws Failure {
    String line = text.strip().replaceFirst("^\\$\\s+", "");
    if (line.length() > LONGEST) {
      throw CurlAdvice.unsupported("--data", "the line is too long");
    }
    if (WINDOWS.matcher(line).find()) {
      throw CurlAdvice.windows();
    }
    ShellWords.Split split = ShellWords.split(line);
    List<String> words = split.words();
    if (words.isEmpty() || !words.getFirst().matches("(.*/)?curl(\\.exe)?")) {
      throw CurlAdvice.notCurl(words.isEmpty() ? "" : words.getFirst());
    }
    CurlRequest request = new CurlRequest();
    if (!split.rest().isEmpty()) {
      request.note("What follows the command of curl was left out.");
    }
    new CurlReader().options(words.subList(1, words.size()), request);
    return request.read();
  }

  private void options(List<String> words, CurlRequest request) throws Failure {
    List<String> left = new ArrayList<>(words);
    boolean options = true;
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      if (options && word.equals("--")) {
        options = false;
      } else if (options && word.startsWith("--")) {
        longOption(word, left, request);
      } else if (options && word.startsWith("-") && word.length() > 1) {
        letters(word, left, request);
      } else {
        request.address(word);
      }
    }
  }

  private static void longOption(String word, List<String> left, CurlRequest request)
      throws Failure {
    Optional<CurlOption> option = CurlOption.ofWord(word);
    if (option.isEmpty() && word.startsWith("--no-")) {
      option = CurlOption.ofWord("--" + word.substring(5)).filter(it -> !it.valued());
      if (option.isPresent()) {
        return; // it switches off what is off here
      }
    }
    if (option.isEmpty()) {
      throw CurlAdvice.unknown(word);
    }
    request.take(option.get(), option.get().valued() ? value(word, left) : "");
  }

  private static void letters(String word, List<String> left, CurlRequest request) throws Failure {
    for (int i = 1; i < word.length(); i++) {
      CurlOption option = CurlOption.ofLetter(word.charAt(i)).orElse(null);
      if (option == null) {
        throw CurlAdvice.unknown("-" + word.charAt(i));
      }
      if (option.valued()) {
        String rest = word.substring(i + 1);
        request.take(option, rest.isEmpty() ? value("-" + word.charAt(i), left) : rest);
        return;
      }
      request.take(option, "");
    }
  }

  private static String value(String option, List<String> left) throws Failure {
    if (left.isEmpty()) {
      throw CurlAdvice.withoutValue(option);
    }
    return left.removeFirst();
  }
}
