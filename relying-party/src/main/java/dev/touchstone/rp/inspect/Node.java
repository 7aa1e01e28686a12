package dev.touchstone.rp.inspect;

import java.util.List;

/**
 * One line of an inspection, with the lines below it.
 *
 * @param name such as {@code flags}
 * @param value the value as a person reads it; empty for a mere heading
 * @param note what it means or what is wrong with it; may be empty
 * @param severity how to show it
 * @param children the lines below
 */
public record Node(String name, String value, String note, Severity severity, List<Node> children) {

  /** How a line is meant. */
  public enum Severity {
    PLAIN,
    GOOD,
    WARNING,
    BAD
  }

  public Node {
    children = List.copyOf(children);
  }
}
