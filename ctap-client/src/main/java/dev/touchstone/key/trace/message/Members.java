package dev.touchstone.key.trace.message;

import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.cbor.CborScan;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.message.Shape.Field;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The members of a message by their names, so that two messages can be compared. What is different
 * every time tells nothing and is left out: hashes of challenges, keys, signatures, ids, counters.
 */
public final class Members {

  private static final Set<String> VOLATILE =
      Set.of(
          "clientDataHash",
          "keyAgreement",
          "saltEnc",
          "saltAuth",
          "pinUvAuthParam",
          "pinUvAuthToken",
          "newPinEnc",
          "pinHashEnc",
          "signature",
          "sig",
          "x5c",
          "certInfo",
          "pubArea",
          "id",
          "publicKey",
          "templateId",
          "largeBlobKey",
          "encIdentifier",
          "encCredStoreState",
          "uvCountSinceLastPinEntry");

  private static final String COUNT = "(how many)";

  private final byte[] message;
  private final Map<String, String> members = new TreeMap<>();

  private Members(byte[] message) {
    this.message = message;
  }

  /**
   * Takes a message apart.
   *
   * @param code of the command; a reply belongs to one
   * @param message command or status byte, and CBOR
   * @return values by paths such as {@code options.rk}; empty where it cannot be read
   */
  public static Map<String, String> of(int code, boolean toKey, byte[] message) {
    Members members = new Members(message);
    CborItem content = Content.of(message);
    Command command = Command.of(code);
    if (content != null && command != null) {
      members.add("", content, new Field("", command.shape(toKey), false));
    }
    return members.members;
  }

  private void add(String path, CborItem item, Field field) {
    switch (item) {
      case CborItem.Bytes bytes when field.shape() instanceof Shape.AuthenticatorData ->
          addAuthData(path, bytes);
      case CborItem.Bytes bytes -> members.put(path, words(bytes));
      case CborItem.Whole number -> members.put(path, number.toString());
      case CborItem.Text text -> members.put(path, text.value());
      case CborItem.Simple simple -> members.put(path, Diagnostic.word(simple.value()));
      case CborItem.Real real -> members.put(path, Double.toString(real.value()));
      case CborItem.Tag tag -> add(path, tag.content(), field);
      case CborItem.Array array -> {
        members.put(path + COUNT, Integer.toString(array.items().size()));
        Field each =
            field.shape() instanceof Shape.Each list ? new Field("", list.item(), false) : field;
        for (int i = 0; i < array.items().size(); i++) {
          add(path + "[" + i + "]", array.items().get(i), each);
        }
      }
      case CborItem.Map map -> {
        for (CborItem.Pair pair : map.pairs()) {
          Field member = Secrets.member(field, pair.label());
          String name = name(pair.label(), member, field);
          if (!VOLATILE.contains(name)) {
            add(path.isEmpty() ? name : path + "." + name, pair.value(), member);
          }
        }
      }
    }
  }

  private static String name(CborItem label, Field member, Field of) {
    if (label instanceof CborItem.Text text) {
      return text.value();
    }
    boolean listed = of.shape() instanceof Shape.Fields && !member.name().isEmpty();
    return listed ? member.name() : label.toString();
  }

  private String words(CborItem.Bytes bytes) {
    boolean masked = bytes.length() > 0;
    for (int i = bytes.from(); i < bytes.end(); i++) {
      masked &= message[i] == Mask.COVER;
    }
    return masked
        ? bytes.length() + " bytes masked"
        : HexFormat.of().formatHex(message, bytes.from(), bytes.end());
  }

  private void addAuthData(String path, CborItem.Bytes bytes) {
    try {
      AuthData data = AuthData.read(message, bytes.from(), bytes.end());
      members.put(path + ".flags", FlagNames.of(data.flags()));
      HexFormat hex = HexFormat.of();
      int flags = data.start() + AuthData.RP_ID_HASH;
      members.put(path + ".rpIdHash", hex.formatHex(message, data.start(), flags));
      data.credentialId()
          .ifPresent(id -> {
            members.put(
                path + ".aaguid", hex.formatHex(message, flags + 5, flags + 5 + AuthData.AAGUID));
            members.put(path + ".credentialId length", Integer.toString(id.end() - id.start()));
          });
      data.extensions().ifPresent(it -> add(path + ".extensions", it, Field.UNKNOWN));
    } catch (CborScan.Unreadable e) {
      members.put(path, "cannot be read");
    }
  }
}
