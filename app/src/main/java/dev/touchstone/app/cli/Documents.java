package dev.touchstone.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.DeleteUser;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.KeyPin;
import dev.touchstone.app.usecase.TryIt;
import dev.touchstone.key.manage.PinState;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.inspect.Inspection;
import dev.touchstone.rp.inspect.Node;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The documents of {@code --json}, written out name by name so that renaming a field of ours cannot
 * change what scripts read. Described in {@code docs/json.md}.
 */
final class Documents {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final ObjectMapper mapper = new ObjectMapper();

  /** As text that ends in a line feed. */
  String text(ObjectNode document) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes can always be written", e);
    }
  }

  ObjectNode keys(List<KeyDevice> keys, List<Hint> hints) {
    ObjectNode document = MAKE.objectNode();
    document.set("keys", array(keys, this::key));
    document.set("hints", array(hints, this::hint));
    return document;
  }

  ObjectNode keyDescription(KeyDescription description) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", key(description.key()));
    document.put("summary", description.summary());
    document.set("sections", array(description.sections(), this::section));
    document.put("raw", HexFormat.of().formatHex(description.info().raw().cbor().toArray()));
    return document;
  }

  ObjectNode keyPin(KeyPin pin) {
    PinState state = pin.state();
    ObjectNode document = MAKE.objectNode();
    document.set("key", key(pin.key()));
    document.put(
        "pin",
        switch (state.pin()) {
          case ABSENT -> "absent";
          case NOT_SET_UP -> "not-set";
          case READY -> "set";
        });
    document.set(
        "triesLeft",
        state.triesLeft().isPresent() ? MAKE.numberNode(state.triesLeft().getAsInt()) : null);
    return document
        .put("replugNeeded", state.replugNeeded())
        .put("changeRequired", state.changeRequired())
        .put("minimumLength", state.rules().minimumLength())
        .put("maximumLength", state.rules().maximumLength())
        .put("complexity", state.rules().complexity())
        .put("complexityUrl", state.rules().complexityUrl().orElse(null))
        .set(
            "uvTriesLeft",
            state.uvTriesLeft().isPresent()
                ? MAKE.numberNode(state.uvTriesLeft().getAsInt())
                : null);
  }

  ObjectNode pinTaken(KeyDevice key) {
    ObjectNode document = MAKE.objectNode();
    document.put("done", true);
    document.set("key", key(key));
    return document;
  }

  ObjectNode tryIt(TryIt.Result result) {
    ObjectNode document = MAKE.objectNode();
    document.put("accepted", result.accepted());
    document.set("key", keyDescription(result.key()));
    document.set("registration", ceremony(result.registration()));
    document.set("signIns", array(result.signIns(), this::ceremony));
    return document;
  }

  ObjectNode ceremony(CeremonyResult result) {
    Verdict verdict = result.verdict();
    ObjectNode document = MAKE.objectNode();
    document.put("kind", word(verdict.kind()));
    document.put("accepted", verdict.accepted());
    document.set("key", key(result.key()));
    document.set("steps", array(verdict.steps(), this::step));
    document
        .putObject("library")
        .put("accepted", verdict.library().accepted())
        .put("words", verdict.library().words());
    document.put("disagreement", verdict.disagrees());
    document.set("warnings", array(verdict.warnings(), MAKE::textNode));
    document.set("credential", verdict.credential().map(this::credential).orElse(null));
    document.set("attestation", verdict.attestation().map(this::attestation).orElse(null));
    document.set("options", parsed(result.optionsJson()));
    document.set("response", parsed(result.responseJson()));
    return document;
  }

  ObjectNode credentials(List<Credential> credentials) {
    ObjectNode document = MAKE.objectNode();
    document.set("credentials", array(credentials, this::credential));
    return document;
  }

  ObjectNode labelled(Credential credential) {
    ObjectNode document = MAKE.objectNode();
    document.set("credential", credential(credential));
    return document;
  }

  ObjectNode deleted(boolean done, DeleteCredential.Preview preview) {
    ObjectNode document = MAKE.objectNode();
    document.put("done", done);
    document.set("credential", credential(preview.credential()));
    document.put("lastOfUser", preview.lastOfUser());
    return document;
  }

  ObjectNode deleted(boolean done, DeleteUser.Preview preview) {
    ObjectNode document = MAKE.objectNode();
    document.put("done", done);
    document.set("user", UserDocuments.user(preview.user()));
    document.set("credentials", array(preview.credentials(), this::credential));
    return document;
  }

  ObjectNode inspection(Inspection inspection) {
    ObjectNode document = MAKE.objectNode();
    document.put("kind", inspection.kind());
    document.put("encoding", inspection.encoding());
    document.put("size", inspection.size());
    document.set("tree", node(inspection.tree()));
    document.set("attestation", inspection.attestation().map(this::attestation).orElse(null));
    return document;
  }

  ObjectNode error(Advice advice, int exitCode) {
    ObjectNode document = MAKE.objectNode();
    document
        .putObject("error")
        .put("kind", word(advice.kind()))
        .put("happened", advice.happened())
        .put("cost", advice.cost())
        .put("next", advice.next())
        .put("clause", advice.clause())
        .put("exitCode", exitCode);
    return document;
  }

  private ObjectNode key(KeyDevice key) {
    return KeyDocuments.key(key);
  }

  private ObjectNode hint(Hint hint) {
    return MAKE.objectNode().put("happened", hint.happened()).put("next", hint.next());
  }

  private ObjectNode section(KeyDescription.Section section) {
    ObjectNode json = MAKE.objectNode().put("title", section.title());
    json.set(
        "facts",
        array(
            section.facts(),
            fact ->
                MAKE.objectNode()
                    .put("name", fact.name())
                    .put("value", fact.value())
                    .put("meaning", fact.meaning())
                    .put("raw", fact.raw())));
    return json;
  }

  private ObjectNode step(Step step) {
    ObjectNode json =
        MAKE.objectNode()
            .put("number", step.number())
            .put("title", step.title())
            .put("outcome", word(step.outcome()))
            .put("explanation", step.explanation());
    json.set(
        "inputs",
        array(
            step.inputs(),
            input ->
                MAKE.objectNode()
                    .put("name", input.name())
                    .put("expected", input.expected())
                    .put("received", input.received())));
    return json;
  }

  ObjectNode credential(Credential it) {
    ObjectNode json =
        MAKE.objectNode()
            .put("id", it.id())
            .put("user", it.userName())
            .put("label", it.label())
            .put("aaguid", it.aaguid())
            .put("model", it.model().orElse(null))
            .put("algorithm", it.algorithm());
    json.set("transports", array(it.transports(), MAKE::textNode));
    return json.put("discoverable", it.discoverable().orElse(null))
        .put("userVerified", it.userVerified())
        .put("backupEligible", it.backupEligible())
        .put("backedUp", it.backedUp())
        .put("signCount", it.signCount())
        .put("attestationFormat", it.attestationFormat())
        .put("trusted", it.trusted())
        .put("possibleClone", it.possibleClone())
        .put("created", JsonTime.of(it.created()))
        .put("lastUsed", it.lastUsed().map(Object::toString).orElse(null));
  }

  private ObjectNode attestation(AttestationReport report) {
    ObjectNode json =
        MAKE.objectNode()
            .put("format", report.format())
            .put("type", report.type())
            .put("aaguid", report.aaguid())
            .put("model", report.model().orElse(null))
            .put("trusted", report.trusted())
            .put("sentence", report.sentence());
    json.set("path", array(report.path(), this::certificate));
    json.set("metadata", array(report.metadata(), TrustDocuments::listed));
    return json.put("enterprise", report.enterprise());
  }

  private ObjectNode certificate(AttestationReport.PathElement certificate) {
    ObjectNode json =
        MAKE.objectNode()
            .put("role", word(certificate.role()))
            .put("subject", certificate.subject())
            .put("issuer", certificate.issuer())
            .put("validFrom", certificate.validFrom())
            .put("validUntil", certificate.validUntil())
            .put("fingerprint", certificate.fingerprint());
    json.set("notes", array(certificate.notes(), MAKE::textNode));
    return json;
  }

  private ObjectNode node(Node node) {
    ObjectNode json =
        MAKE.objectNode()
            .put("name", node.name())
            .put("value", node.value())
            .put("note", node.note())
            .put("severity", word(node.severity()));
    json.set("children", array(node.children(), this::node));
    return json;
  }

  private JsonNode parsed(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      return MAKE.textNode(json);
    }
  }

  private static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> toJson) {
    ArrayNode array = MAKE.arrayNode();
    items.forEach(item -> array.add(toJson.apply(item)));
    return array;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
