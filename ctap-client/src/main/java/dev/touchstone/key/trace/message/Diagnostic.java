package dev.touchstone.key.trace.message;

import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.cbor.CborScan;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.message.Shape.Field;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes CBOR in diagnostic notation (RFC 8949 §8), members with their names in comments: {@code {1
 * /rpId/: "example.com"}}. What was covered is an empty byte string and a comment that says so.
 */
final class Diagnostic {

  private static final HexFormat HEX = HexFormat.of();
  private static final String INDENT = "  ";

  private final byte[] message;
  private final List<Mask> masks;
  private final Names names;
  private final StringBuilder out = new StringBuilder();

  private Diagnostic(byte[] message, List<Mask> masks, Names names) {
    this.message = message;
    this.masks = masks;
    this.names = names;
  }

  /**
   * Writes an item over several lines.
   *
   * @param masks what is covered in the message
   * @param shape what the item is made of
   */
  static String of(byte[] message, CborItem item, List<Mask> masks, Shape shape, Names names) {
    Diagnostic diagnostic = new Diagnostic(message, masks, names);
    diagnostic.write(item, new Field("", shape, false), "\n");
    return diagnostic.out.toString();
  }

  private void write(CborItem item, Field field, String newLine) {
    boolean hidden = field.personal() && names == Names.HIDDEN;
    switch (item) {
      case CborItem.Whole number -> out.append(number);
      case CborItem.Bytes bytes when hidden ->
          out.append("h'' /").append(bytes.length()).append(" bytes hidden/");
      case CborItem.Bytes bytes -> write(bytes, field, newLine);
      case CborItem.Text text when hidden ->
          out.append("\"\" /").append(text.value().length()).append(" characters hidden/");
      case CborItem.Text text -> quote(text.value());
      case CborItem.Array array -> write(array, field, newLine);
      case CborItem.Map map -> write(map, field, newLine);
      case CborItem.Tag tag -> {
        out.append(tag.number()).append('(');
        write(tag.content(), field, newLine);
        out.append(')');
      }
      case CborItem.Simple simple -> out.append(word(simple.value()));
      case CborItem.Real real -> out.append(real.value());
    }
  }

  private void write(CborItem.Bytes bytes, Field field, String newLine) {
    Mask mask = maskOver(bytes);
    if (mask != null) {
      out.append("h'' /").append(mask.length()).append(" bytes masked/");
      return;
    }
    if (field.shape() instanceof Shape.AuthenticatorData) {
      writeAuthData(bytes, newLine);
      return;
    }
    out.append("h'").append(HEX.formatHex(message, bytes.from(), bytes.end())).append('\'');
  }

  /** In pieces between chevrons, the notation for what a byte string holds. */
  private void writeAuthData(CborItem.Bytes bytes, String newLine) {
    try {
      AuthData data = AuthData.read(message, bytes.from(), bytes.end());
      String line = newLine + INDENT;
      int flags = data.start() + AuthData.RP_ID_HASH;
      out.append("<< /authenticator data/").append(line);
      piece("rpIdHash", data.start(), flags);
      out.append(line);
      piece("flags " + FlagNames.of(data.flags()), flags, flags + 1);
      out.append(line);
      piece("signCount " + data.counter(), flags + 1, flags + 5);
      data.credentialId()
          .ifPresent(id -> {
            int aaguid = flags + 5;
            out.append(line);
            piece("aaguid", aaguid, aaguid + AuthData.AAGUID);
            out.append(line);
            piece("credentialId", id.start(), id.end());
          });
      data.publicKey()
          .ifPresent(key -> {
            out.append(line).append("/credentialPublicKey/ ");
            write(key, new Field("", Shape.OPEN, false), line);
          });
      data.extensions()
          .ifPresent(outputs -> {
            out.append(line).append("/extensions/ ");
            write(outputs, Field.UNKNOWN, line);
          });
      out.append(" >>");
    } catch (CborScan.Unreadable e) {
      out.append("h'' /cannot be read: ").append(e.getMessage()).append('/');
    }
  }

  private void piece(String name, int start, int end) {
    out.append("h'")
        .append(HEX.formatHex(message, start, end))
        .append("' /")
        .append(name)
        .append("/,");
  }

  private void write(CborItem.Array array, Field field, String newLine) {
    Field each =
        field.shape() instanceof Shape.Each list
            ? new Field("", list.item(), field.personal())
            : field;
    boolean flat = array.items().stream().noneMatch(Diagnostic::isLarge);
    out.append('[');
    for (int i = 0; i < array.items().size(); i++) {
      out.append(i > 0 ? "," : "").append(flat ? (i > 0 ? " " : "") : newLine + INDENT);
      write(array.items().get(i), each, newLine + INDENT);
    }
    out.append(']');
  }

  private static boolean isLarge(CborItem item) {
    return item instanceof CborItem.Map
        || item instanceof CborItem.Array
        || item instanceof CborItem.Bytes;
  }

  private void write(CborItem.Map map, Field field, String newLine) {
    boolean flat =
        map.pairs().size() <= 2
            && map.pairs().stream().map(CborItem.Pair::value).noneMatch(Diagnostic::isLarge);
    out.append('{');
    for (int i = 0; i < map.pairs().size(); i++) {
      CborItem.Pair pair = map.pairs().get(i);
      Field member = Secrets.member(field, pair.label());
      out.append(i > 0 ? "," : "").append(flat ? (i > 0 ? " " : "") : newLine + INDENT);
      write(pair.label(), Field.UNKNOWN, newLine + INDENT);
      if (pair.label() instanceof CborItem.Whole && !member.name().isEmpty() && named(field)) {
        out.append(" /").append(member.name()).append('/');
      }
      out.append(": ");
      write(pair.value(), member, newLine + INDENT);
    }
    out.append('}');
  }

  private static boolean named(Field field) {
    return field.shape() instanceof Shape.Fields;
  }

  private @Nullable Mask maskOver(CborItem.Bytes bytes) {
    for (Mask mask : masks) {
      if (mask.start() <= bytes.from() && mask.end() >= bytes.end() && bytes.length() > 0) {
        return mask;
      }
    }
    return null;
  }

  static String word(int simple) {
    return switch (simple) {
      case 20 -> "false";
      case 21 -> "true";
      case 22 -> "null";
      case 23 -> "undefined";
      default -> "simple(" + simple + ")";
    };
  }

  /** As JSON does, and nothing that could drive a terminal. */
  private void quote(String text) {
    out.append('"');
    text.codePoints()
        .forEach(it -> {
          if (it == '"' || it == '\\') {
            out.append('\\').append((char) it);
          } else if (Character.isISOControl(it) || Character.getType(it) == Character.FORMAT) {
            out.append(String.format(Locale.ROOT, "\\u%04x", it));
          } else {
            out.appendCodePoint(it);
          }
        });
    out.append('"');
  }
}
