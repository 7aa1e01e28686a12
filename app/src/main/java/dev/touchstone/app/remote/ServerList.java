package dev.touchstone.app.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.settings.DataFolder;
import dev.touchstone.app.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The servers that the operator keeps, in {@code servers.json}, which a person can read. */
public final class ServerList {

  private final Path data;
  private final Path file;

  /**
   * @param data the folder for everything that is kept; made when something is written
   */
  public ServerList(Path data) {
    this.data = data;
    this.file = data.resolve("servers.json");
  }

  /**
   * All of them, in the order in which they were added.
   *
   * @throws IOException if the file cannot be read, or makes no sense
   */
  public synchronized List<RemoteServer> all() throws IOException {
    try {
      List<RemoteServer> servers = new ArrayList<>();
      for (JsonNode json : JsonLink.MAPPER.readTree(Files.readString(file)).path("servers")) {
        servers.add(server(json));
      }
      return servers;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException("the file %s is damaged".formatted(file), e);
    }
  }

  /** The server of this name. */
  public Optional<RemoteServer> named(String name) throws IOException {
    return all().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** Keeps one, instead of another of the same name. */
  public synchronized void add(RemoteServer server) throws IOException {
    List<RemoteServer> servers = new ArrayList<>(all());
    servers.removeIf(it -> it.name().equals(server.name()));
    servers.add(server);
    save(servers);
  }

  /** Keeps it no longer; false if it is not there. */
  public synchronized boolean remove(String name) throws IOException {
    List<RemoteServer> servers = new ArrayList<>(all());
    boolean removed = servers.removeIf(it -> it.name().equals(name));
    if (removed) {
      save(servers);
    }
    return removed;
  }

  private void save(List<RemoteServer> servers) throws IOException {
    try {
      DataFolder.make(data);
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
    ObjectNode json = JsonLink.MAPPER.createObjectNode();
    ArrayNode array = json.putArray("servers");
    servers.forEach(it -> array.add(json(it)));
    Path next = file.resolveSibling("servers.json.new");
    Files.writeString(next, json.toPrettyString() + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ObjectNode json(RemoteServer server) {
    ObjectNode json =
        JsonLink.MAPPER
            .createObjectNode()
            .put("name", server.name())
            .put("address", server.address().toString())
            .put("api", server.api().name().toLowerCase(Locale.ROOT));
    server.pin().ifPresent(it -> json.put("pin", it));
    server.origin().ifPresent(it -> json.put("origin", it));
    return json;
  }

  private static RemoteServer server(JsonNode json) {
    return new RemoteServer(
        json.required("name").asText(),
        URI.create(json.required("address").asText()),
        Api.valueOf(json.required("api").asText().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(json.path("pin").textValue()),
        Optional.ofNullable(json.path("origin").textValue()));
  }
}
