package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.ServerLook;
import java.util.List;
import java.util.Locale;

/** The documents of {@code --json} about servers. */
final class ServerDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private ServerDocuments() {}

  static ObjectNode servers(List<RemoteServer> servers) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode array = document.putArray("servers");
    servers.forEach(it -> array.add(server(it)));
    return document;
  }

  static ObjectNode changed(boolean done, RemoteServer server) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("server", server(server));
    return document;
  }

  static ObjectNode look(ServerLook look) {
    ObjectNode document = MAKE.objectNode();
    document.set("server", server(look.server()));
    document.put("usable", look.complaint().isEmpty());
    document.put("touchstone", look.touchstone());
    document.put("complaint", look.complaint());
    look.certificate().ifPresent(it -> document.set("certificate", certificate(it)));
    return document;
  }

  private static ObjectNode server(RemoteServer server) {
    ObjectNode json =
        MAKE.objectNode()
            .put("name", server.name())
            .put("address", server.address().toString())
            .put("api", word(server.api()));
    server.pin().ifPresent(it -> json.put("pin", it));
    return json.put("origin", server.clientOrigin());
  }

  private static ObjectNode certificate(ServerLook.Presented certificate) {
    ObjectNode json =
        MAKE.objectNode()
            .put("subject", certificate.subject())
            .put("issuer", certificate.issuer())
            .put("notBefore", certificate.notBefore().toString())
            .put("notAfter", certificate.notAfter().toString())
            .put("sha256", certificate.sha256());
    ArrayNode names = json.putArray("names");
    certificate.names().forEach(names::add);
    return json;
  }

  static String word(RemoteServer.Api api) {
    return api.name().toLowerCase(Locale.ROOT);
  }
}
