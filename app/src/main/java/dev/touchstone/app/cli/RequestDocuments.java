package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.PrettyJson;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.collection.CollectionFolder;
import dev.touchstone.app.request.collection.CollectionJson;
import dev.touchstone.app.request.send.Answer;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Hop;
import dev.touchstone.app.request.send.Timing;
import dev.touchstone.app.request.send.TlsFacts;
import dev.touchstone.app.usecase.InspectData;
import dev.touchstone.app.usecase.request.KeepRequests;
import dev.touchstone.app.usecase.request.SeenTokens;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The documents of {@code request}, described in {@code docs/json.md}. */
final class RequestDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private RequestDocuments() {}

  static ObjectNode exchange(Exchange exchange, Documents documents, InspectData inspector) {
    Answer answer = exchange.answer();
    ObjectNode document = MAKE.objectNode();
    document.put("status", answer.status()).put("reason", answer.reason());
    document.put("version", answer.version()).put("whole", answer.whole());
    document.set("headers", headers(answer.headers()));
    if (answer.isBinary()) {
      document.put("bodyBase64", Base64.getEncoder().encodeToString(answer.body()));
    } else {
      document.put("body", answer.text());
      PrettyJson.tree(answer.text()).ifPresent(it -> document.set("json", it));
    }
    document.set("tokens", tokens(answer, documents, inspector));
    document.put("milliseconds", millis(exchange.total()));
    ArrayNode hops = document.putArray("hops");
    exchange.hops().forEach(it -> hops.add(hop(it)));
    document.put("notFollowed", exchange.notFollowed());
    ArrayNode warnings = document.putArray("warnings");
    answer.warnings().forEach(warnings::add);
    return document;
  }

  static ObjectNode dryRun(Request request, String curl) {
    ObjectNode document = MAKE.objectNode().put("done", false);
    document.set("request", CollectionJson.request(request, ""));
    return document.put("curl", curl);
  }

  static ObjectNode listing(CollectionFolder.Listing listing) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode collections = document.putArray("collections");
    listing.collections().forEach(it -> collections.add(CollectionJson.tree(it)));
    ArrayNode damaged = document.putArray("damaged");
    listing.damaged().forEach(damaged::add);
    return document;
  }

  static ObjectNode kept(boolean done, KeepRequests.Preview preview, List<String> notes) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.put("collection", preview.collection());
    document.set("request", CollectionJson.request(preview.request(), preview.name()));
    ArrayNode taken = document.putArray("taken");
    preview.taken().keySet().forEach(taken::add);
    ArrayNode said = document.putArray("notes");
    notes.forEach(said::add);
    return document;
  }

  static ObjectNode imported(boolean done, Collection collection) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("collection", CollectionJson.tree(collection));
    return document;
  }

  static ObjectNode deleted(boolean done, RequestName name, List<String> secrets) {
    ObjectNode document = MAKE.objectNode().put("done", done).put("collection", name.collection());
    document.put("request", name.request().orElse(null));
    ArrayNode gone = document.putArray("secrets");
    secrets.forEach(gone::add);
    return document;
  }

  static ObjectNode secret(boolean done, String name, String origin) {
    return MAKE.objectNode().put("done", done).put("name", name).put("for", origin);
  }

  private static ArrayNode tokens(Answer answer, Documents documents, InspectData inspector) {
    ArrayNode tokens = MAKE.arrayNode();
    for (SeenTokens.Seen seen : SeenTokens.in(answer)) {
      SeenTokens.decoded(seen, inspector::run)
          .ifPresent(it -> tokens.add(documents.inspection(it).put("where", seen.where())));
    }
    return tokens;
  }

  private static ObjectNode hop(Hop hop) {
    ObjectNode json = MAKE.objectNode();
    json.put("method", hop.method()).put("url", hop.uri().toString());
    json.put("status", hop.answer().status()).put("peer", hop.peer());
    ArrayNode dropped = json.putArray("dropped");
    hop.dropped().forEach(dropped::add);
    json.put("received", hop.answer().received());
    json.set("milliseconds", timing(hop.timing()));
    json.set("tls", hop.tls().map(RequestDocuments::tls).orElse(null));
    return json;
  }

  private static ObjectNode timing(Timing timing) {
    return MAKE.objectNode()
        .put("name", millis(timing.name()))
        .put("connect", millis(timing.connect()))
        .put("tls", millis(timing.tls()))
        .put("sending", millis(timing.sending()))
        .put("waiting", millis(timing.waiting()))
        .put("receiving", millis(timing.receiving()))
        .put("total", millis(timing.total()));
  }

  private static ObjectNode tls(TlsFacts tls) {
    ObjectNode json = MAKE.objectNode();
    json.put("protocol", tls.protocol()).put("cipherSuite", tls.cipherSuite());
    json.put(
        "trust",
        switch (tls.trust()) {
          case SYSTEM -> "system";
          case PINNED -> "pinned";
          case UNCHECKED -> "unchecked";
        });
    ArrayNode chain = json.putArray("chain");
    for (TlsFacts.Link link : tls.chain()) {
      ObjectNode certificate = chain.addObject();
      certificate.put("subject", link.subject()).put("issuer", link.issuer());
      certificate.put("notBefore", link.notBefore().toString());
      certificate.put("notAfter", link.notAfter().toString());
      ArrayNode names = certificate.putArray("names");
      link.names().forEach(names::add);
      certificate.put("key", link.key()).put("sha256", link.sha256());
    }
    return json;
  }

  private static ArrayNode headers(List<Header> headers) {
    ArrayNode array = MAKE.arrayNode();
    headers.forEach(it -> array.addObject().put("name", it.name()).put("value", it.value()));
    return array;
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
