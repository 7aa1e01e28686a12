package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.watch.ListWatches;
import dev.touchstone.key.transport.watch.ShortNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * Finds keys in card readers: cards that have the FIDO applet. A card is asked once, when it comes;
 * other cards are then left alone. Listing starts no thread; watching starts one, which looks twice
 * a second.
 */
public final class CardDiscovery implements KeyDiscovery {

  private final Supplier<Readers> source;
  private final ShortNames names = new ShortNames("card-");
  private final ListWatches watches = new ListWatches();
  private Map<CardTerminal, Inserted> slots = Map.of();
  private List<Hint> hints = List.of();

  /** Looks at the readers of this machine. */
  public CardDiscovery() {
    this(PcscService.ofThisSystem()::readers);
  }

  CardDiscovery(Supplier<Readers> source) {
    this.source = source;
  }

  @Override
  public synchronized List<KeyDevice> list() {
    Readers readers = source.get();
    Map<CardTerminal, Inserted> now = new LinkedHashMap<>();
    readers.terminals().forEach(terminal -> now.put(terminal, inserted(terminal)));
    slots = now;
    hints = hints(readers);
    List<CardTerminal> withKey =
        now.entrySet().stream()
            .filter(entry -> entry.getValue().slot() == Slot.KEY)
            .map(Map.Entry::getKey)
            .toList();
    names.keepOnly(withKey.stream().map(CardTerminal::getName).toList());
    return withKey.stream()
        .<KeyDevice>map(terminal ->
            new CardKey(
                names.of(terminal.getName()),
                terminal,
                now.getOrDefault(terminal, Inserted.NOTHING)))
        .toList();
  }

  @Override
  public synchronized List<Hint> hints() {
    return hints;
  }

  @Override
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    return watches.begin(this::list, listener);
  }

  private Inserted inserted(CardTerminal terminal) {
    try {
      if (!terminal.isCardPresent()) {
        return Inserted.NOTHING;
      }
    } catch (CardException e) {
      // The reader was unplugged since it was listed.
      return Inserted.NOTHING;
    }
    Inserted before = slots.getOrDefault(terminal, Inserted.NOTHING);
    return before.slot().mayChange() ? Slot.lookInto(terminal) : before;
  }

  private List<Hint> hints(Readers readers) {
    List<Hint> all = new ArrayList<>();
    readers.obstacle().ifPresent(all::add);
    slots.forEach(
        (terminal, inserted) -> inserted.slot().hint(terminal.getName()).ifPresent(all::add));
    return List.copyOf(all);
  }

  @Override
  public void close() {
    watches.close();
  }
}
