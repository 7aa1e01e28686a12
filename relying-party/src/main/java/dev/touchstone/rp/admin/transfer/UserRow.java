package dev.touchstone.rp.admin.transfer;

import java.util.List;
import java.util.Map;

/**
 * A user in a file.
 *
 * @param line where it begins, from 1
 * @param fields by name, empty where nothing was said
 * @param mistakes what is wrong with the row itself
 */
public record UserRow(long line, Map<String, String> fields, List<String> mistakes) {
  public UserRow {
    fields = Map.copyOf(fields);
    mistakes = List.copyOf(mistakes);
  }
}
