package dev.touchstone.app.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.touchstone.key.ctap.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is in a large blob, as far as its looks tell. Prints nothing of it.
 *
 * @param bytes a secret of its owner
 * @param kind a guess
 * @param text as a person can read it: text as it is, JSON indented; empty for what is no text
 */
public record BlobContent(Bytes bytes, Kind kind, Optional<String> text) {

  /** What a blob may be. */
  public enum Kind {
    EMPTY("nothing"),
    SSH_CERTIFICATE("an SSH certificate"),
    SSH_KEY("an SSH public key"),
    PEM("a PEM file"),
    JSON("JSON"),
    TEXT("text"),
    CERTIFICATE("an X.509 certificate, or something like it, in DER"),
    BINARY("binary data");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Such as {@code an SSH certificate}. */
    public String words() {
      return words;
    }
  }

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /** Guesses. */
  public static BlobContent of(byte[] blob) {
    Bytes bytes = Bytes.of(blob);
    if (blob.length == 0) {
      return new BlobContent(bytes, Kind.EMPTY, Optional.of(""));
    }
    Optional<String> text = text(blob);
    if (text.isEmpty()) {
      return new BlobContent(bytes, binary(blob), Optional.empty());
    }
    Kind kind = written(text.get());
    return new BlobContent(
        bytes, kind, kind == Kind.JSON ? Optional.of(indented(text.get())) : text);
  }

  /** Sixteen bytes a line, as people read them. */
  public String hex() {
    byte[] content = bytes.toArray();
    StringBuilder hex = new StringBuilder();
    for (int at = 0; at < content.length; at += 16) {
      hex.append("%04x  ".formatted(at))
          .append(
              HexFormat.ofDelimiter(" ").formatHex(content, at, Math.min(at + 16, content.length)))
          .append('\n');
    }
    return hex.toString();
  }

  @Override
  public String toString() {
    return "BlobContent[" + bytes + "]";
  }

  private static Optional<String> text(byte[] blob) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(blob)).toString();
      boolean readable =
          text.chars().noneMatch(it -> Character.isISOControl(it) && "\n\r\t".indexOf(it) < 0);
      return readable ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Kind written(String text) {
    String begin = text.strip();
    if (begin.matches("(?s)[a-z0-9@.-]*-cert-v01@openssh\\.com [A-Za-z0-9+/].*")) {
      return Kind.SSH_CERTIFICATE;
    }
    if (begin.matches("(?s)(ssh-|ecdsa-sha2-|sk-)[a-z0-9@.-]+ AAAA[A-Za-z0-9+/].*")) {
      return Kind.SSH_KEY;
    }
    if (begin.startsWith("-----BEGIN ")) {
      return Kind.PEM;
    }
    boolean structured = begin.startsWith("{") || begin.startsWith("[");
    return structured && !indented(begin).isEmpty() ? Kind.JSON : Kind.TEXT;
  }

  private static String indented(String text) {
    try {
      return JSON.writeValueAsString(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static Kind binary(byte[] blob) {
    String begin = new String(blob, 0, Math.min(blob.length, 64), StandardCharsets.ISO_8859_1);
    if (begin.contains("-cert-v01@openssh.com")) {
      return Kind.SSH_CERTIFICATE;
    }
    boolean longSequence = blob.length > 4 && blob[0] == 0x30 && blob[1] == (byte) 0x82;
    return longSequence ? Kind.CERTIFICATE : Kind.BINARY;
  }
}
