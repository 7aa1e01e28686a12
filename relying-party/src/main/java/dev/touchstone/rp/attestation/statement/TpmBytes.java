package dev.touchstone.rp.attestation.statement;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Reads TPM 2.0 structures (TPM Library Part 2): big-endian numbers and sized buffers. */
final class TpmBytes {

  private final ByteBuffer buffer;
  private final String structure;

  TpmBytes(byte[] bytes, String structure) {
    this.buffer = ByteBuffer.wrap(bytes);
    this.structure = structure;
  }

  int uint16() throws Refusal {
    return Short.toUnsignedInt(read(2).getShort());
  }

  long uint32() throws Refusal {
    return Integer.toUnsignedLong(read(4).getInt());
  }

  /** TPM2B: two bytes of length, then as many bytes. */
  byte[] sized() throws Refusal {
    ByteBuffer content = read(uint16());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  void skip(int bytes) throws Refusal {
    read(bytes);
  }

  private ByteBuffer read(int length) throws Refusal {
    try {
      ByteBuffer slice = buffer.slice(buffer.position(), length);
      buffer.position(buffer.position() + length);
      return slice;
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw Refusal.malformed(
          "%s is cut off at its byte %d".formatted(structure, buffer.position()));
    }
  }
}
