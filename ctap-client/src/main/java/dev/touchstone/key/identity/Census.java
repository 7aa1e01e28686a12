package dev.touchstone.key.identity;

import dev.touchstone.key.ctap.yubikit.SerialQuestion;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts keys where there are devices: what has a mark in common is one key, and nothing else is.
 * Two keys of the same model that tell no numbers stay two. Thread-safe.
 */
public final class Census {

  private final Serials serials;
  private final KeyLabels labels;
  private List<Hint> hints = List.of();

  /** Asks keys for their numbers in the ways of the makers that we know. */
  public Census(KeyLabels labels) {
    this(
        labels,
        new Serials.Question() {
          @Override
          public boolean isFor(KeyDevice device) {
            return SerialQuestion.isFor(device);
          }

          @Override
          public Optional<Mark.Serial> ask(KeyDevice device)
              throws dev.touchstone.key.ctap.KeyException {
            return SerialQuestion.ask(device);
          }
        });
  }

  Census(KeyLabels labels, Serials.Question question) {
    this.labels = labels;
    this.serials = new Serials(question);
  }

  /** The keys that these devices are, each in the place of its first. */
  public synchronized List<KeyDevice> of(List<KeyDevice> devices) {
    serials.keepOnly(devices);
    List<Person> persons = new ArrayList<>();
    for (KeyDevice device : devices) {
      meet(persons, new Person(device, marks(device)));
    }
    Map<String, Long> alike =
        persons.stream()
            .filter(person -> person.serials().isEmpty())
            .collect(
                Collectors.groupingBy(Person::likeness, LinkedHashMap::new, Collectors.counting()));
    hints = ambiguous(alike);
    return persons.stream().map(person -> listed(person, alike)).toList();
  }

  /** Names that are not shown, because they would fit more than one key; as of the last count. */
  public synchronized List<Hint> hints() {
    return Stream.concat(hints.stream(), labels.hints().stream()).toList();
  }

  private Set<Mark> marks(KeyDevice device) {
    Set<Mark> marks = new HashSet<>(device.marks());
    if (device.serial().isEmpty()) {
      serials.of(device).ifPresent(marks::add);
    }
    return marks;
  }

  /** One more device: of a key that is known already, or of a new one. */
  private static void meet(List<Person> persons, Person newcomer) {
    List<Person> same = persons.stream().filter(newcomer::shares).toList();
    if (same.isEmpty()) {
      persons.add(newcomer);
      return;
    }
    Person first = same.getFirst();
    for (Person other : same.subList(1, same.size())) {
      first.join(other);
      persons.remove(other);
    }
    first.join(newcomer);
  }

  private KeyDevice listed(Person person, Map<String, Long> alike) {
    Optional<KeyLabel> label = label(person, alike);
    KeyDevice first = person.wires().getFirst();
    boolean nothingMore =
        person.wires().size() == 1 && label.isEmpty() && first.marks().equals(person.marks);
    return nothingMore ? first : new ListedKey(person.wires(), person.marks, label);
  }

  private Optional<KeyLabel> label(Person person, Map<String, Long> alike) {
    if (!person.serials().isEmpty()) {
      return person.serials().stream().flatMap(it -> labels.ofNumber(it).stream()).findFirst();
    }
    return alike.getOrDefault(person.likeness(), 0L) > 1
        ? Optional.empty()
        : labels.ofLikeness(person.likeness());
  }

  private List<Hint> ambiguous(Map<String, Long> alike) {
    return alike.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .flatMap(entry ->
            labels.ofLikeness(entry.getKey()).stream()
                .map(label ->
                    new Hint(
                        "%d keys look like the one that was named \"%s\", and tell no serial number; so that name is not shown."
                            .formatted(entry.getValue(), label.name()),
                        "Leave one of them plugged in to see it.",
                        true)))
        .toList();
  }

  /** A key in the making. */
  private static final class Person {
    private final List<KeyDevice> devices = new ArrayList<>();
    private final Set<Mark> marks;

    Person(KeyDevice device, Set<Mark> marks) {
      devices.add(device);
      this.marks = marks;
    }

    boolean shares(Person other) {
      return !Collections.disjoint(marks, other.marks);
    }

    void join(Person other) {
      devices.addAll(other.devices);
      marks.addAll(other.marks);
    }

    /** The quickest way first. */
    List<KeyDevice> wires() {
      return devices.stream().sorted(Comparator.comparingInt(Person::rank)).toList();
    }

    Collection<Mark.Serial> serials() {
      return marks.stream()
          .map(mark ->
              mark instanceof Mark.Serial it ? Optional.of(it) : Optional.<Mark.Serial>empty())
          .flatMap(Optional::stream)
          .collect(Collectors.toMap(Function.identity(), Function.identity()))
          .keySet();
    }

    String likeness() {
      return wires().getFirst().likeness();
    }

    private static int rank(KeyDevice device) {
      return switch (device.transport()) {
        case VIRTUAL -> 0;
        case USB_HID -> 1;
        case SMART_CARD -> 2;
        case UDP -> 3;
      };
    }
  }
}
