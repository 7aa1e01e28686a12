package dev.touchstone.app.cli;

/** Paints text for a terminal, or leaves it alone where there are no colours. */
record Style(boolean colour) {

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("1;31", text);
  }

  String warning(String text) {
    return paint("33", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String strong(String text) {
    return paint("1", text);
  }

  String accent(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
