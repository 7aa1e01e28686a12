package dev.touchstone.rp.inspect;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.cose.CoseKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Any CBOR as a tree (RFC 8949), and in diagnostic notation (§8). */
final class CborDecoder {

  private static final int LONGEST_NOTATION = 4096;

  /** More elements than this on one level help nobody. */
  static final int MOST_CHILDREN = 500;

  private CborDecoder() {}

  /** The whole of an input, with its diagnostic notation. */
  static Node decodeWhole(CBORObject value) {
    Node tree = decode("CBOR", value);
    List<Node> lines = new ArrayList<>();
    lines.add(
        holdsPrivateKey(value)
            ? Bytes.secret("diagnostic notation", "it would show the private part of a key")
            : Node.of("diagnostic notation", shortened(value.toString())));
    lines.addAll(tree.children());
    return new Node(tree.name(), tree.value(), tree.note(), tree.severity(), lines);
  }

  static Node decode(String name, CBORObject value) {
    if (value.isTagged()) {
      return Node.parent(
          name, "tag " + value.getMostOuterTag(), List.of(decode("content", value.UntagOne())));
    }
    return switch (value.getType()) {
      case Map -> CoseKey.looksLike(value) ? CoseKeyDecoder.decode(name, value) : map(name, value);
      case Array -> array(name, value.getValues());
      case ByteString -> Bytes.node(name, value.GetByteString());
      case TextString -> Node.of(name, value.AsString(), "text");
      default -> Node.of(name, value.toString());
    };
  }

  private static Node map(String name, CBORObject map) {
    List<Node> children = new ArrayList<>();
    for (CBORObject key : map.getKeys()) {
      if (children.size() == MOST_CHILDREN) {
        children.add(left(map.size()));
        break;
      }
      String title =
          key.getType() == CBORType.TextString ? key.AsString() : shortened(key.toString());
      children.add(decode(title, map.get(key)));
    }
    return new Node(name, "", "map of " + map.size(), Node.Severity.PLAIN, children);
  }

  private static Node array(String name, Collection<CBORObject> values) {
    List<Node> children = new ArrayList<>();
    for (CBORObject value : values) {
      if (children.size() == MOST_CHILDREN) {
        children.add(left(values.size()));
        break;
      }
      children.add(decode("[" + children.size() + "]", value));
    }
    return new Node(name, "", "array of " + values.size(), Node.Severity.PLAIN, children);
  }

  private static Node left(int size) {
    return Node.of("…", (size - MOST_CHILDREN) + " more are not shown");
  }

  private static boolean holdsPrivateKey(CBORObject value) {
    CBORObject content = value.Untag();
    return switch (content.getType()) {
      case Map ->
          (CoseKey.looksLike(content) && new CoseKey(content).isPrivate())
              || content.getValues().stream().anyMatch(CborDecoder::holdsPrivateKey);
      case Array -> content.getValues().stream().anyMatch(CborDecoder::holdsPrivateKey);
      default -> false;
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_NOTATION ? text : text.substring(0, LONGEST_NOTATION) + "…";
  }
}
