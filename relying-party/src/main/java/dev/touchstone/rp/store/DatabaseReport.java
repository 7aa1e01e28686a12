package dev.touchstone.rp.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be told of a database without changing it.
 *
 * @param schema the number of its last migration; 0 if it has no tables yet
 * @param newest the number that this program knows
 * @param bytes how large it is on its disk
 * @param rows how many there are, by table
 * @param damage what is wrong with it; empty if nothing
 * @param facts what else a person may want to know, by name
 */
public record DatabaseReport(
    int schema,
    int newest,
    long bytes,
    Map<String, Long> rows,
    String damage,
    Map<String, String> facts) {

  public DatabaseReport {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
