package dev.touchstone.rp.admin.transfer;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** A text without the byte order mark that some programs begin UTF-8 with. */
final class WithoutMark extends FilterReader {

  WithoutMark(Reader text) throws IOException {
    super(new PushbackReader(text, 1));
    int first = in.read();
    if (first != -1 && first != '\ufeff') {
      ((PushbackReader) in).unread(first);
    }
  }
}
