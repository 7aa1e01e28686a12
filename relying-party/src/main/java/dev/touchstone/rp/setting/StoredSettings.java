package dev.touchstone.rp.setting;

import java.time.Instant;
import java.util.Optional;

/** Settings by name, such as {@code mail.smtp}; they hold no secret. */
public interface StoredSettings {

  /** The JSON text of that name. */
  Optional<String> find(String name);

  /** Stores it in the place of what was there. */
  void put(String name, String json, Instant now);

  /** False if there was none of that name. */
  boolean delete(String name);
}
