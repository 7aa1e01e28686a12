package dev.touchstone.rp.inspect;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.cose.CoseAlgorithm;
import dev.touchstone.rp.cose.CoseKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A COSE key spelled out (RFC 9052 §7, RFC 9053 §7). Private parts are never shown. */
final class CoseKeyDecoder {

  private static final Map<Integer, String> COMMON =
      Map.of(1, "kty", 2, "kid", 3, "alg", 4, "key_ops", 5, "Base IV");
  private static final Map<Integer, Map<Integer, String>> BY_TYPE =
      Map.of(
          1, Map.of(-1, "crv", -2, "x", -4, "d"),
          2, Map.of(-1, "crv", -2, "x", -3, "y", -4, "d"),
          3, Map.of(-1, "n", -2, "e", -3, "d", -4, "p", -5, "q"),
          4, Map.of(-1, "k"),
          7, Map.of(-1, "pub", -2, "priv"));

  private CoseKeyDecoder() {}

  static Node decode(String name, CBORObject map) {
    CoseKey key = new CoseKey(map);
    int type = key.keyType().orElse(0);
    Set<Integer> secret = key.privateLabels();
    List<Node> lines = new ArrayList<>();
    for (CBORObject label : map.getKeys()) {
      int number =
          label.getType() == CBORType.Integer && label.CanValueFitInInt32()
              ? label.AsInt32Value()
              : 0;
      String title = title(type, number, label);
      lines.add(
          secret.contains(number)
              ? Bytes.secret(title, "private part of the key; treat the key as disclosed")
              : line(title, number, type, map.get(label)));
    }
    if (key.isPrivate()) {
      lines.addFirst(
          Node.warning(
              "private key",
              "",
              "This key has its private part with it. Whoever has seen it can sign; replace the key."));
    }
    String summary = CoseKey.keyTypeName(type);
    boolean usable = key.isPrivate() || type == 0 || key.publicKey().isPresent();
    if (!usable) {
      lines.add(
          Node.warning(
              "use", "", "This program cannot verify signatures with a key of this kind."));
    }
    return Node.parent(name, summary, lines);
  }

  private static Node line(String title, int label, int type, CBORObject value) {
    if (value.getType() == CBORType.ByteString) {
      return Bytes.node(title, value.GetByteString());
    }
    if (value.getType() == CBORType.Integer && value.CanValueFitInInt32()) {
      int number = value.AsInt32Value();
      return switch (label) {
        case 1 -> Node.of(title, String.valueOf(number), CoseKey.keyTypeName(number));
        case 3 -> Node.of(title, String.valueOf(number), algorithm(number));
        case -1 ->
            type == 1 || type == 2
                ? Node.of(title, String.valueOf(number), CoseKey.curveName(number))
                : Node.of(title, String.valueOf(number));
        default -> Node.of(title, String.valueOf(number));
      };
    }
    return CborDecoder.decode(title, value);
  }

  private static String algorithm(int number) {
    return CoseAlgorithm.of(number).map(CoseAlgorithm::label).orElse("unknown algorithm");
  }

  private static String title(int type, int label, CBORObject original) {
    String name =
        COMMON.getOrDefault(label, BY_TYPE.getOrDefault(type, Map.of()).getOrDefault(label, ""));
    return name.isEmpty() ? "label " + original : name + " (" + label + ")";
  }
}
