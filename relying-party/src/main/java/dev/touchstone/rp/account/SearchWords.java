package dev.touchstone.rp.account;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts as people search them: the words alone, in lower case, without accents, ligatures taken
 * apart. Whatever is neither a letter nor a digit parts words, so that nothing that somebody types
 * means anything to a database.
 */
public final class SearchWords {

  /** Longer words are cut, as no one types that much to find somebody. */
  private static final int LONGEST = 40;

  /** Of one person: what they have more is not searched. */
  private static final int MOST = 200;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private SearchWords() {}

  /** The different words of a text, in its order. */
  public static List<String> of(String text) {
    return of(List.of(text));
  }

  /** The different words of several texts. */
  public static List<String> of(Iterable<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      BETWEEN
          .splitAsStream(folded(text))
          .filter(word -> !word.isEmpty() && words.size() < MOST)
          .forEach(word -> words.add(cut(word)));
    }
    return new ArrayList<>(words);
  }

  /** As two writings of one word come to be the same. */
  public static String folded(String text) {
    String apart =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    return MARKS
        .matcher(apart)
        .replaceAll("")
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ð", "d")
        .replace("þ", "th")
        .replace("ı", "i");
  }

  private static String cut(String word) {
    if (word.length() <= LONGEST) {
      return word;
    }
    int end = Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return word.substring(0, end);
  }
}
