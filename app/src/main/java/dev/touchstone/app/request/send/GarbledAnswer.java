package dev.touchstone.app.request.send;

import java.io.IOException;

/** What a server sent is not HTTP. */
final class GarbledAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  GarbledAnswer(String why) {
    super(why);
  }
}
