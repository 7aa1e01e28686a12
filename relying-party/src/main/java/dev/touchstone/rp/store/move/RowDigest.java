package dev.touchstone.rp.store.move;

import dev.touchstone.rp.store.move.TableShape.Column;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the values of rows; each with its kind and length, so that none runs into another.
 */
final class RowDigest {

  private final MessageDigest digest;
  private long rows;

  RowDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(List<Column> columns, @Nullable Object[] row) {
    rows++;
    for (int i = 0; i < row.length; i++) {
      add(columns.get(i), row[i]);
    }
  }

  private void add(Column column, @Nullable Object value) {
    byte[] bytes =
        switch (value) {
          case null -> null;
          case String text -> text.getBytes(StandardCharsets.UTF_8);
          case byte[] some -> some;
          case Boolean flag -> new byte[] {(byte) (flag ? 1 : 0)};
          case Long number -> ByteBuffer.allocate(Long.BYTES).putLong(number).array();
          default -> throw new IllegalArgumentException("not a value of " + column);
        };
    digest.update(column.kind().mark());
    digest.update(
        ByteBuffer.allocate(Integer.BYTES).putInt(bytes == null ? -1 : bytes.length).array());
    if (bytes != null) {
      digest.update(bytes);
    }
  }

  /** What went through, by now. */
  TableContent content(String table) {
    return new TableContent(table, rows, HexFormat.of().formatHex(digest.digest()));
  }
}
