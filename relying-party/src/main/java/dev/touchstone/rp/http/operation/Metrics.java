package dev.touchstone.rp.http.operation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests, and writes what was counted in the Prometheus text format 0.0.4. Routes are told
 * by their patterns: there are few of them, and they name nobody.
 */
public final class Metrics {

  /** Upper ends in seconds. */
  private static final List<Double> BUCKETS =
      List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0);

  /** Whoever makes up methods makes up no labels. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS", "PUT");

  private record Request(String method, String route, int status) {

    String labels() {
      return "method=\"%s\",route=\"%s\",status=\"%d\"".formatted(method, route, status);
    }
  }

  /** Durations of one route. */
  private static final class Histogram {
    private final LongAdder[] counts = new LongAdder[BUCKETS.size() + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = new LongAdder();
      }
    }

    void add(Duration took) {
      double seconds = took.toNanos() / 1e9;
      int bucket = 0;
      while (bucket < BUCKETS.size() && seconds > BUCKETS.get(bucket)) {
        bucket++;
      }
      counts[bucket].increment();
      nanos.add(took.toNanos());
    }
  }

  private final Map<Request, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, Histogram> durations = new ConcurrentHashMap<>();

  /** Counts a request. */
  public void count(SeenRequest seen) {
    String method = METHODS.contains(seen.method()) ? seen.method() : "OTHER";
    Request request = new Request(method, seen.route(), seen.status());
    requests.computeIfAbsent(request, _ -> new LongAdder()).increment();
    durations.computeIfAbsent(seen.route(), _ -> new Histogram()).add(seen.took());
  }

  /** The whole text. */
  public String text() {
    StringBuilder out = new StringBuilder();
    head(out, "touchstone_http_requests_total", "counter", "Requests that were answered.");
    requests.entrySet().stream()
        .sorted(Comparator.comparing(it -> it.getKey().labels()))
        .forEach(it ->
            line(out, "touchstone_http_requests_total", it.getKey().labels(), it.getValue().sum()));
    head(out, "touchstone_http_request_duration_seconds", "histogram", "How long they took.");
    durations.forEach((route, histogram) -> write(out, route, histogram));
    Runtime runtime = Runtime.getRuntime();
    head(out, "touchstone_heap_bytes", "gauge", "Memory in use, collectable or not.");
    line(out, "touchstone_heap_bytes", "", runtime.totalMemory() - runtime.freeMemory());
    return out.toString();
  }

  private static void write(StringBuilder out, String route, Histogram histogram) {
    String name = "touchstone_http_request_duration_seconds";
    long sum = 0;
    for (int i = 0; i < histogram.counts.length; i++) {
      sum += histogram.counts[i].sum();
      String end = i < BUCKETS.size() ? BUCKETS.get(i).toString() : "+Inf";
      line(out, name + "_bucket", "route=\"%s\",le=\"%s\"".formatted(route, end), sum);
    }
    out.append("%s_sum{route=\"%s\"} ".formatted(name, route))
        .append(String.format(Locale.ROOT, "%.6f", histogram.nanos.sum() / 1e9))
        .append('\n');
    line(out, name + "_count", "route=\"%s\"".formatted(route), sum);
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
  }

  private static void line(StringBuilder out, String name, String labels, long value) {
    out.append(name);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ').append(value).append('\n');
  }
}
