package dev.touchstone.rp.ceremony.response;

import dev.touchstone.rp.account.Bytes;
import java.util.Optional;

/**
 * The client data of a response as both ceremonies take it apart (WebAuthn Level 3 §7.1 steps 5, 6
 * and 13, §7.2 steps 8, 9 and 20).
 *
 * @param text {@code JSONtext}
 * @param data {@code C}
 * @param hash {@code hash}
 */
public record ReceivedClientData(Piece<String> text, Piece<ClientData> data, Bytes hash) {

  /** Takes it apart. */
  public static ReceivedClientData of(Bytes clientDataJson) {
    Piece<String> text = Piece.read(() -> ClientData.text(clientDataJson));
    return new ReceivedClientData(
        text, text.flatMap(it -> Piece.read(() -> ClientData.parse(it))), clientDataJson.sha256());
  }

  /** The challenge that it was made for; empty if it cannot be read. */
  public Optional<Bytes> challenge() {
    return data.present().flatMap(ClientData::challenge).flatMap(ReceivedClientData::bytes);
  }

  private static Optional<Bytes> bytes(String base64Url) {
    try {
      return Optional.of(Bytes.ofBase64Url(base64Url));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
