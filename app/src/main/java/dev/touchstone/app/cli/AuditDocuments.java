package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.admin.AuditRetention.Removal;
import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.chain.Checkpoint;
import dev.touchstone.rp.audit.verify.ChainReport;
import java.time.Instant;
import java.util.List;

/** What the commands of {@code audit} print with {@code --json}; see {@code docs/json.md}. */
final class AuditDocuments {

  private AuditDocuments() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode page(AuditPage page) {
    ObjectNode document = object();
    ArrayNode rows = document.putArray("rows");
    page.rows().forEach(row -> rows.add(row(row)));
    return document.put("next", page.next().map(Object::toString).orElse(null));
  }

  private static ObjectNode row(AuditRow row) {
    ObjectNode document =
        object()
            .put("writer", row.writer())
            .put("seq", row.seq())
            .put("at", JsonTime.of(row.when()))
            .put("event", row.event())
            .put("outcome", row.outcome())
            .put("actor", row.actor())
            .put("subject", row.subject())
            .put("credential", row.credential())
            .put("address", row.address())
            .put("agent", row.agent())
            .put("reason", row.reason());
    ObjectNode detail = document.putObject("detail");
    row.facts().forEach(detail::put);
    return document.put("hash", row.hash().hex());
  }

  static ObjectNode addresses(List<AddressSpread> users) {
    ObjectNode document = object();
    ArrayNode array = document.putArray("users");
    for (AddressSpread it : users) {
      array
          .addObject()
          .put("user", it.subject())
          .put("addresses", it.addresses())
          .put("signIns", it.signIns())
          .put("first", JsonTime.of(it.first()))
          .put("last", JsonTime.of(it.last()));
    }
    return document;
  }

  static ObjectNode verified(List<ChainReport> chains) {
    ObjectNode document = object();
    document.put("intact", chains.stream().allMatch(ChainReport::intact));
    ArrayNode array = document.putArray("chains");
    chains.forEach(it -> array.add(chain(it)));
    return document;
  }

  private static ObjectNode chain(ChainReport chain) {
    ObjectNode document =
        object()
            .put("writer", chain.writer())
            .put("intact", chain.intact())
            .put("rows", chain.rows())
            .put("first", chain.first())
            .put("last", chain.last())
            .put("retainedUpTo", chain.retainedUpTo())
            .put("checkpoints", chain.checkpoints())
            .put("signedUpTo", chain.signedUpTo())
            .put("signedAt", JsonTime.of(chain.signedAt()))
            .put("findingsInAll", chain.findingsInAll());
    ArrayNode findings = document.putArray("findings");
    chain
        .findings()
        .forEach(it ->
            findings
                .addObject()
                .put("kind", it.kind().word())
                .put("from", it.from())
                .put("to", it.to())
                .put("sentence", it.sentence()));
    return document;
  }

  static ObjectNode checkpoints(List<Checkpoint> checkpoints) {
    ObjectNode document = object();
    ArrayNode array = document.putArray("checkpoints");
    for (Checkpoint it : checkpoints) {
      array
          .addObject()
          .put("writer", it.writer())
          .put("seq", it.seq())
          .put("at", JsonTime.of(it.at()))
          .put("hash", it.hash().hex())
          .put("keyId", it.keyId());
    }
    return document;
  }

  static ObjectNode written(String file, long count) {
    return object().put("file", file).put("count", count);
  }

  static ObjectNode removed(boolean done, Instant before, List<Removal> removals) {
    ObjectNode document = object().put("done", done).put("olderThan", JsonTime.of(before));
    ArrayNode array = document.putArray("chains");
    removals.forEach(it ->
        array.addObject().put("writer", it.writer()).put("rows", it.rows()).put("upTo", it.upTo()));
    return document;
  }

  static ObjectNode sent(String receiver, long count) {
    return object().put("receiver", receiver).put("sent", count);
  }
}
