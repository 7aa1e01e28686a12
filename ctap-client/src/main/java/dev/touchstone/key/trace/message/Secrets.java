package dev.touchstone.key.trace.message;

import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.cbor.CborScan;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.message.Shape.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what has to be covered in a message: each byte string that nobody listed as harmless. */
public final class Secrets {

  private static final String ALL = "what cannot be read";

  private final byte[] message;
  private final List<Mask> masks = new ArrayList<>(4);

  private Secrets(byte[] message) {
    this.message = message;
  }

  /**
   * Looks through an authenticator command or its reply.
   *
   * @param code of the command; a reply belongs to one
   * @param message command or status byte, and CBOR
   * @param content the CBOR in it; null where it cannot be read, and all is covered then
   * @return parts in their order
   */
  public static List<Mask> in(int code, boolean toKey, byte[] message, @Nullable CborItem content) {
    if (message.length <= 1) {
      return List.of();
    }
    Command command = Command.of(code);
    if (command == null || content == null) {
      return all(message.length, 1, ALL);
    }
    Secrets secrets = new Secrets(message);
    secrets.look(content, new Field(command.title(), command.shape(toKey), false));
    return secrets.masks;
  }

  /** Covers a message from there to its end. */
  public static List<Mask> all(int length, int from, String name) {
    return length <= from ? List.of() : List.of(new Mask(from, length - from, name));
  }

  private void look(CborItem item, Field field) {
    if (field.shape() instanceof Shape.Open) {
      return;
    }
    switch (item) {
      case CborItem.Bytes bytes -> lookAt(bytes, field);
      case CborItem.Array array -> {
        Field each =
            field.shape() instanceof Shape.Each list ? named(field, list.item()) : covered(field);
        array.items().forEach(it -> look(it, each));
      }
      case CborItem.Map map -> {
        for (CborItem.Pair pair : map.pairs()) {
          look(pair.label(), covered(field));
          look(pair.value(), member(field, pair.label()));
        }
      }
      case CborItem.Tag tag -> look(tag.content(), covered(field));
      case CborItem.Whole _, CborItem.Text _, CborItem.Simple _, CborItem.Real _ -> {}
    }
  }

  private void lookAt(CborItem.Bytes bytes, Field field) {
    if (field.shape() instanceof Shape.AuthenticatorData) {
      lookAtExtensions(bytes);
    } else if (bytes.length() > 0) {
      cover(bytes.from(), bytes.end(), field.name().isEmpty() ? "bytes" : field.name());
    }
  }

  private void lookAtExtensions(CborItem.Bytes bytes) {
    try {
      AuthData data = AuthData.read(message, bytes.from(), bytes.end());
      data.extensions().ifPresent(it -> look(it, Field.UNKNOWN));
    } catch (CborScan.Unreadable e) {
      cover(bytes.from(), bytes.end(), "authData that cannot be read");
    }
  }

  private void cover(int start, int end, String name) {
    masks.add(new Mask(start, end - start, name));
  }

  /** A member of a map; one that is not listed is covered, under its own name if it has one. */
  static Field member(Field of, CborItem label) {
    Object key =
        switch (label) {
          case CborItem.Whole number ->
              Long.valueOf(number.negative() ? -1 - number.argument() : number.argument());
          case CborItem.Text text -> text.value();
          default -> "";
        };
    Field listed = of.shape() instanceof Shape.Fields shape ? shape.fields().get(key) : null;
    if (listed != null) {
      return listed;
    }
    return key instanceof String name && !name.isEmpty()
        ? new Field(name, Shape.COVERED, false)
        : covered(of);
  }

  private static Field covered(Field field) {
    return named(field, Shape.COVERED);
  }

  private static Field named(Field field, Shape shape) {
    return new Field(field.name(), shape, field.personal());
  }
}
