package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import java.io.PrintStream;

/** A failure on standard error: what happened, what it cost, what to do. */
final class Complaint {

  private final Terminal terminal;

  Complaint(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Advice advice) {
    PrintStream err = terminal.err();
    Style style = new Style(terminal.colour() && terminal.errIsTerminal());
    String lead = "touchstone: ";
    String indent = " ".repeat(lead.length());
    int room = terminal.columns() - lead.length();
    String before = lead;
    for (String line : Paragraph.lines(Visible.of(advice.happened()), room)) {
      err.println(before + style.bad(line));
      before = indent;
    }
    for (String sentence : new String[] {advice.cost(), advice.next()}) {
      if (!sentence.isEmpty()) {
        Paragraph.lines(Visible.of(sentence), room).forEach(line -> err.println(indent + line));
      }
    }
    if (!advice.clause().isEmpty()) {
      err.println(indent + style.dim("(" + advice.clause() + ")"));
    }
  }
}
