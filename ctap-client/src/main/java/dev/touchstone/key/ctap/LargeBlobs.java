package dev.touchstone.key.ctap;

import java.util.Optional;
import java.util.OptionalInt;

/** CTAP 2.3 §6.10 authenticatorLargeBlobs: the serialized large-blob array, piece by piece. */
public sealed interface LargeBlobs<R> extends CtapCommand<R> {

  /**
   * Reads a piece.
   *
   * @param count how many bytes at most
   */
  record Read(int offset, int count) implements LargeBlobs<Read.Reply> {

    /**
     * The piece.
     *
     * @param fragment shorter than asked for at the end
     */
    public record Reply(Bytes fragment) {}
  }

  /**
   * Writes a piece.
   *
   * @param length of the whole array; present at offset 0 only
   */
  record Write(int offset, Bytes fragment, OptionalInt length, Optional<PinUvAuthParam> pinUvAuth)
      implements LargeBlobs<Write.Reply> {

    /** The piece was taken. */
    public record Reply() {}
  }
}
