package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ListKeys;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone keys} */
@Command(
    name = "keys",
    header = "List the keys that are plugged in",
    description = {
      "",
      "It finds keys of any vendor, on USB and in or on card readers, and the virtual one, which is"
          + " always there. Simulators are listed when the settings or --key name them, whether"
          + " they run or not.",
      "",
      "Card readers, NFC ones too, are reached through PC/SC. On Linux its service has to run; on"
          + " Debian: sudo apt install pcscd. Where something is in the way, this command says so.",
      ""
    })
final class KeysCommand extends TouchstoneCommand {

  @Option(
      names = "--key",
      paramLabel = KeyName.LABEL,
      converter = KeyName.Converter.class,
      description =
          "Only this key; for a simulator, its address, such as udp://127.0.0.1:8111?reply=7112.")
  private @Nullable KeyName key;

  @Option(names = "--no-virtual-key", description = "Leave the virtual key out.")
  private boolean noVirtualKey;

  KeysCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    Settings offered = noVirtualKey ? settings.withVirtualKey(false) : settings;
    return key == null ? offered : key.adjust(offered);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ListKeys list = useCases.keys().list();
    List<KeyDevice> keys = key == null ? list.run() : List.of(list.run(key.id()));
    List<Hint> hints = list.hints();
    answer(documents -> documents.keys(keys, hints), text(keys));
    boolean missed = keys.stream().allMatch(found -> found.transport() == Transport.VIRTUAL);
    if (key == null && !wantsJson()) {
      hints.stream().filter(hint -> missed || hint.urgent()).forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private List<String> text(List<KeyDevice> keys) {
    return keys.isEmpty() ? List.of("No key is plugged in.") : table(keys);
  }

  /** Not among the answer: a script shall find nothing but keys there. */
  private void print(Hint hint) {
    Paragraph.lines(Visible.of(hint.happened() + " " + hint.next()).strip(), terminal().columns())
        .forEach(terminal().err()::println);
  }

  private List<String> table(List<KeyDevice> keys) {
    boolean named = keys.stream().anyMatch(found -> found.label().isPresent());
    boolean numbered = keys.stream().anyMatch(found -> !serial(found).isEmpty());
    List<String> headings = new ArrayList<>(List.of("ID", "NAME", "WIRE", "USB ID", "WHERE"));
    if (numbered) {
      headings.add(2, "SERIAL");
    }
    if (named) {
      headings.add(1, "CALLED");
    }
    Table table =
        new Table(headings.toArray(String[]::new)).yielding("WHERE", "SERIAL").sparing("USB ID");
    for (KeyDevice key : keys) {
      List<String> cells = new ArrayList<>();
      cells.add(key.id());
      if (named) {
        cells.add(key.label().map(KeysCommand::called).orElse(""));
      }
      cells.add(key.name());
      if (numbered) {
        cells.add(serial(key));
      }
      cells.add(wires(key));
      cells.add(usbId(key));
      cells.add(key.path());
      table.row(cells.toArray(String[]::new));
    }
    return table.lines(terminal().sheet());
  }

  /** A question mark where a key of the same kind would be called so too. */
  private static String called(KeyLabel label) {
    String colour =
        label.colour() == KeyColour.NONE
            ? ""
            : " (" + label.colour().name().toLowerCase(Locale.ROOT) + ")";
    return label.name() + (label.certain() ? "" : "?") + colour;
  }

  /** Virtual keys are told apart by their ids, and their numbers are long. */
  private static String serial(KeyDevice key) {
    return key.transport() == Transport.VIRTUAL ? "" : key.serial().orElse("");
  }

  private static String wires(KeyDevice key) {
    return key.wires().stream()
        .map(wire -> wire(wire.transport()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String wire(Transport transport) {
    return switch (transport) {
      case USB_HID -> "USB";
      case UDP -> "UDP";
      case SMART_CARD -> "card";
      case VIRTUAL -> "virtual";
    };
  }

  private static String usbId(KeyDevice key) {
    return key.vendorId() == 0 ? "" : "%04x:%04x".formatted(key.vendorId(), key.productId());
  }
}
