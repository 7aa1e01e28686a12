package dev.touchstone.rp.inspect;

import java.util.List;
import java.util.Optional;

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

  /** A line with a value. */
  public static Node of(String name, String value) {
    return of(name, value, "");
  }

  /** A line with a value and what it means. */
  public static Node of(String name, String value, String note) {
    return new Node(name, value, note, Severity.PLAIN, List.of());
  }

  /** A heading with lines below it. */
  public static Node parent(String name, String value, List<Node> children) {
    return new Node(name, value, "", Severity.PLAIN, children);
  }

  /** Something as it should be. */
  public static Node good(String name, String value, String note) {
    return new Node(name, value, note, Severity.GOOD, List.of());
  }

  /** Something that deserves attention. */
  public static Node warning(String name, String value, String note) {
    return new Node(name, value, note, Severity.WARNING, List.of());
  }

  /** Something damaged or false. */
  public static Node bad(String name, String value, String note) {
    return new Node(name, value, note, Severity.BAD, List.of());
  }

  /** The same line under another name. */
  public Node named(String other) {
    return new Node(other, value, note, severity, children);
  }

  /** The same line with a note. */
  public Node noted(String other) {
    return new Node(name, value, other, severity, children);
  }

  /** The first line with this name, here or below. */
  public Optional<Node> find(String wanted) {
    if (name.equals(wanted)) {
      return Optional.of(this);
    }
    return children.stream().flatMap(child -> child.find(wanted).stream()).findFirst();
  }
}
