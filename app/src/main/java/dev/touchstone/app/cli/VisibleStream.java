package dev.touchstone.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last thing that text passes on its way to a terminal: whatever was forgotten to be made
 * {@link Visible} before, a key's name or a word on the command line, is made so here. Only the
 * colours that we paint with pass, and only where we paint.
 */
final class VisibleStream extends OutputStream {

  /** Select Graphic Rendition (ECMA-48 §8.3.117), without "concealed" and its like. */
  private static final Pattern PAINT =
      Pattern.compile("\u001b\\[(?:[0-4]|2[1-4]|3[0-79])(?:;(?:[0-4]|2[1-4]|3[0-79]))*m");

  /** A colour that was cut in two by the end of a buffer. */
  private static final Pattern BEGUN = Pattern.compile("\u001b(?:\\[[0-9;]{0,8})?\\z");

  private final PrintStream terminal;
  private final boolean colour;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer undecoded = ByteBuffer.allocate(0);
  private String held = "";

  private VisibleStream(PrintStream terminal, boolean colour) {
    this.terminal = terminal;
    this.colour = colour;
  }

  /**
   * A stream of the same kind.
   *
   * @param colour whether we paint
   * @param atOnce whether each line is passed on when it is printed
   */
  static PrintStream over(PrintStream terminal, boolean colour, boolean atOnce) {
    return new PrintStream(new VisibleStream(terminal, colour), atOnce, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(undecoded.remaining() + length);
    in.put(undecoded).put(bytes, offset, length).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    var _ = decoder.decode(in, out, false);
    undecoded = in;
    String text = held + out.flip();
    Matcher begun = BEGUN.matcher(text);
    int end = colour && begun.find() ? begun.start() : text.length();
    held = text.substring(end);
    pass(text.substring(0, end).replace("\r\n", "\n"));
  }

  private void pass(String text) throws IOException {
    StringBuilder visible = new StringBuilder(text.length());
    int from = 0;
    for (Matcher paint = PAINT.matcher(text); colour && paint.find(); from = paint.end()) {
      visible.append(Visible.of(text.substring(from, paint.start()))).append(paint.group());
    }
    visible.append(Visible.of(text.substring(from)));
    terminal.write(visible.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A {@link PrintStream} keeps its failures to itself unless it is asked. */
  @Override
  public synchronized void flush() throws IOException {
    if (terminal.checkError()) {
      throw new IOException("standard output or error was closed, or is full");
    }
  }
}
