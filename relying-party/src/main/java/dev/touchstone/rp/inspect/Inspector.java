package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.rp.attestation.TrustAnchors;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds out by itself what it was given, and spells it out. Stateless; safe for many threads. */
public final class Inspector {

  /** Bytes or characters. An attestation object of ten kilobytes is a large one. */
  static final int LARGEST = 1 << 20;

  private final TrustAnchors anchors;
  private final InstantSource clock;

  /**
   * @param anchors whom to trust when an attestation is explained
   * @param clock at which certificates must be valid
   */
  public Inspector(TrustAnchors anchors, InstantSource clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  /**
   * Inspects the content of a file or of standard input: raw bytes, or text in UTF-8.
   *
   * @throws InspectionException if it cannot be recognised, or is too large
   */
  public Inspection inspect(byte[] input) throws InspectionException {
    checkSize(input.length);
    Optional<String> text = printable(input);
    if (text.isPresent()) {
      return inspect(text.get());
    }
    return inspectReadings(List.of(new Reading("raw bytes", input)));
  }

  /**
   * Inspects pasted text.
   *
   * @throws InspectionException if it cannot be recognised, or is too large
   */
  public Inspection inspect(String input) throws InspectionException {
    checkSize(input.length());
    String text = input.startsWith("\ufeff") ? input.substring(1).strip() : input.strip();
    if (text.isEmpty()) {
      throw new InspectionException(
          "There is nothing to inspect.",
          OptionalInt.empty(),
          "Paste or name something, such as a registration response or a certificate.");
    }
    if (X509Recogniser.isPem(text)) {
      return inspection(X509Recogniser.pem(text), "PEM", text.length());
    }
    List<Reading> readings = Readings.of(text);
    if (readings.isEmpty() && (text.startsWith("{") || text.startsWith("["))) {
      JsonNode json = JsonText.parse(text);
      return inspection(Recogniser.json(json), "JSON text", text.length());
    }
    if (JwtDecoder.isJwt(text)) {
      return inspection(new Recognised.Jwt(text), "compact serialization", text.length());
    }
    if (readings.isEmpty()) {
      throw Unrecognised.text(text);
    }
    return inspectReadings(readings);
  }

  private Inspection inspectReadings(List<Reading> readings) throws InspectionException {
    for (Reading reading : readings) {
      Optional<Recognised> found = Recogniser.specific(reading);
      if (found.isPresent()) {
        return inspection(found.get(), reading.encoding(), reading.bytes().length);
      }
    }
    for (Reading reading : readings) {
      Optional<Recognised> found = Recogniser.cbor(reading.bytes());
      if (found.isPresent()) {
        return inspection(found.get(), reading.encoding(), reading.bytes().length);
      }
    }
    throw Unrecognised.bytes(readings);
  }

  private Inspection inspection(Recognised found, String encoding, int size) {
    Decoded decoded = decode(found, new Context(anchors, clock.instant()));
    return new Inspection(found.kind(), encoding, size, decoded.tree(), decoded.attestation());
  }

  private static Decoded decode(Recognised found, Context context) {
    return switch (found) {
      case Recognised.RegistrationResponse it ->
          RegistrationResponseDecoder.decode(it.json(), context);
      case Recognised.AuthenticationResponse it ->
          Decoded.of(AuthenticationResponseDecoder.decode(it.json()));
      case Recognised.CreationOptions it -> Decoded.of(OptionsDecoder.decode(it.kind(), it.json()));
      case Recognised.RequestOptions it -> Decoded.of(OptionsDecoder.decode(it.kind(), it.json()));
      case Recognised.ClientData it -> Decoded.of(ClientDataDecoder.decode(it.json()));
      case Recognised.AttestationObject it ->
          AttestationObjectDecoder.decode(
              it.reading().bytes(), it.map(), Optional.empty(), RpIdNames.wellKnown(), context);
      case Recognised.AuthenticatorData it ->
          Decoded.of(AuthenticatorDataDecoder.decode(it.reading().bytes(), RpIdNames.wellKnown()));
      case Recognised.CoseKey it -> Decoded.of(CoseKeyDecoder.decode("COSE key", it.map()));
      case Recognised.Cbor it -> Decoded.of(CborDecoder.decodeWhole(it.value()));
      case Recognised.Certificates it -> Decoded.of(CertificateDecoder.decodeAll(it, context));
      case Recognised.SubjectPublicKey it -> Decoded.of(CertificateDecoder.key(it.key()));
      case Recognised.PrivateKey it ->
          Decoded.of(
              Bytes.secret(
                  "private key",
                  "%s; whoever has seen it can use it, so do not paste it anywhere, and replace it if you did"
                      .formatted(it.form())));
      case Recognised.JsonWebKey it -> Decoded.of(JsonDecoder.decode("JSON Web Key", it.json()));
      case Recognised.Jwt it -> Decoded.of(JwtDecoder.decode("JWT", it.compact()));
      case Recognised.Json it -> Decoded.of(JsonDecoder.decode("JSON", it.json()));
    };
  }

  private static void checkSize(int size) throws InspectionException {
    if (size > LARGEST) {
      throw new InspectionException(
          "The input is too large: %,d bytes, where at most %,d are inspected."
              .formatted(size, LARGEST),
          OptionalInt.empty(),
          "Cut out the part that matters.");
    }
  }

  /** Text, if every character of it is one that text has. */
  private static Optional<String> printable(byte[] input) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
      boolean clean = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
      return clean ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
