package dev.touchstone.rp.admin.transfer;

/**
 * Cells that no spreadsheet takes for a formula: one that begins like a formula is written behind
 * an apostrophe, which is taken away again when it is read.
 */
final class CsvCell {

  private static final String FORMULA = "=+-@\t\r";

  private CsvCell() {}

  static String write(String text) {
    String safe = beginsLikeAFormula(text) ? "'" + text : text;
    return safe.matches("(?s).*[\",;\r\n].*") || !safe.equals(safe.strip())
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  static String read(String cell) {
    return cell.startsWith("'") && beginsLikeAFormula(cell) ? cell.substring(1) : cell;
  }

  /** Also behind apostrophes, so that one that was there before is still there afterwards. */
  private static boolean beginsLikeAFormula(String text) {
    String behind = text.replaceFirst("^'+", "");
    return !behind.isEmpty() && FORMULA.indexOf(behind.charAt(0)) >= 0;
  }
}
