package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.trust.CompareWithStatement;
import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.app.usecase.trust.TrustOverview;
import dev.touchstone.rp.attestation.comparison.ComparedMember;
import dev.touchstone.rp.attestation.mds.BlobCheck;
import dev.touchstone.rp.attestation.mds.Fetched;
import dev.touchstone.rp.attestation.mds.KnownBlob;
import dev.touchstone.rp.attestation.metadata.CertificationLevel;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import dev.touchstone.rp.attestation.metadata.MetadataEntry;
import dev.touchstone.rp.attestation.metadata.MetadataStatement;
import dev.touchstone.rp.attestation.metadata.StatusReport;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.examination.ExaminationResult;
import dev.touchstone.rp.examination.Examined;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The documents of {@code trust … --json}. */
final class TrustDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private TrustDocuments() {}

  static ObjectNode overview(TrustOverview overview) {
    ObjectNode document = MAKE.objectNode();
    document.set("metadata", array(overview.metadata().blobs(), it -> blob(it, overview)));
    document.set("complaints", array(overview.metadata().complaints(), MAKE::textNode));
    ObjectNode sources = document.putObject("anchors");
    overview.sources().forEach(sources::put);
    document.set("policy", rules(overview.policy()));
    return document;
  }

  static ObjectNode fetched(boolean kept, FetchMetadata.Result result) {
    Fetched fetched = result.fetched();
    ObjectNode document =
        MAKE.objectNode()
            .put("done", kept)
            .put("source", fetched.source().name())
            .put("result", word(fetched.result()))
            .put("because", fetched.because());
    document.set(
        "number",
        fetched.candidate().map(it -> (JsonNode) MAKE.numberNode(it.number())).orElse(null));
    document.set(
        "checks",
        array(fetched.judged().map(it -> it.checks()).orElse(List.of()), TrustDocuments::check));
    document.set("added", array(fetched.changes().added(), TrustDocuments::named));
    document.set("removed", array(fetched.changes().removed(), TrustDocuments::named));
    document.set(
        "changed",
        array(
            fetched.changes().changed(),
            it -> {
              ObjectNode json = named(it.entry());
              json.set("before", array(it.before(), MAKE::textNode));
              json.set("after", array(it.after(), MAKE::textNode));
              return json;
            }));
    document.set("examination", result.examination().map(TrustDocuments::examination).orElse(null));
    return document;
  }

  static ObjectNode models(Collection<Listed> models, LocalDate today) {
    ObjectNode document = MAKE.objectNode();
    document.set("models", array(models, it -> model(it, today)));
    return document;
  }

  static ObjectNode examined(boolean done, ExaminationResult result) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("examination", examination(result));
    return document;
  }

  static ObjectNode policy(TrustPolicy policy) {
    ObjectNode document = MAKE.objectNode();
    document.set("policy", rules(policy));
    return document;
  }

  static ObjectNode policySet(boolean done, TrustPolicy policy, ExaminationResult result) {
    ObjectNode document = examined(done, result);
    document.set("policy", rules(policy));
    return document;
  }

  static ObjectNode compared(CompareWithStatement.Result result) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", KeyDocuments.key(result.key()));
    document.set("model", named(result.listed().entry()));
    document.put("contradictions", result.comparison().contradictions().size());
    document.set("members", array(result.comparison().members(), TrustDocuments::member));
    return document;
  }

  /** What a BLOB says of the model of an attestation, in short. */
  static ObjectNode listed(Listed listed) {
    ObjectNode json =
        named(listed.entry()).put("publisher", listed.publisher()).put("number", listed.number());
    json.set("statusReports", array(listed.entry().statusReports(), TrustDocuments::report));
    return json;
  }

  private static ObjectNode blob(KnownBlob it, TrustOverview overview) {
    return MAKE.objectNode()
        .put("publisher", it.publisher())
        .put("source", it.kept().source())
        .put("number", it.kept().number())
        .put("nextUpdate", it.kept().nextUpdate().toString())
        .put(
            "overdue",
            it.judged().content().filter(blob -> blob.isOverdueAt(overview.now())).isPresent())
        .put("fetched", JsonTime.of(it.kept().fetched()))
        .put("used", it.judged().believed())
        .put("models", it.judged().content().map(blob -> blob.entries().size()).orElse(0));
  }

  private static ObjectNode check(BlobCheck it) {
    return MAKE.objectNode()
        .put("title", it.title())
        .put("outcome", word(it.outcome()))
        .put("explanation", it.explanation());
  }

  private static ObjectNode named(MetadataEntry entry) {
    return MAKE.objectNode().put("id", entry.id()).put("description", entry.description());
  }

  private static ObjectNode model(Listed listed, LocalDate today) {
    MetadataEntry entry = listed.entry();
    ObjectNode json =
        named(entry)
            .put("publisher", listed.publisher())
            .put("number", listed.number())
            .put(
                "certification",
                entry.certificationOn(today).map(CertificationLevel::word).orElse(null));
    json.set("statusReports", array(entry.statusReports(), TrustDocuments::report));
    json.set("statement", entry.statement().map(TrustDocuments::statement).orElse(null));
    return json;
  }

  private static ObjectNode report(StatusReport it) {
    return MAKE.objectNode()
        .put("status", it.word())
        .put("effectiveDate", it.effectiveDate().map(LocalDate::toString).orElse(null))
        .put("danger", it.isDanger())
        .put("meaning", it.meaning())
        .put("url", it.url().orElse(null));
  }

  private static ObjectNode statement(MetadataStatement it) {
    ObjectNode json = MAKE.objectNode().put("protocolFamily", it.protocolFamily());
    json.set("protocolVersions", array(it.protocolVersions(), MAKE::textNode));
    json.set("attestationTypes", array(it.attestationTypes(), MAKE::textNode));
    json.set("algorithms", array(it.algorithms(), MAKE::textNode));
    json.set("userVerification", array(it.userVerification(), MAKE::textNode));
    json.set("keyProtection", array(it.keyProtection(), MAKE::textNode));
    json.put("icon", it.icon().orElse(null));
    json.set(
        "roots",
        array(it.roots(), root -> MAKE.textNode(root.getSubjectX500Principal().toString())));
    json.set("getInfo", it.getInfo().orElse(null));
    return json;
  }

  private static ObjectNode examination(ExaminationResult it) {
    ObjectNode json = MAKE.objectNode().put("examined", it.examined()).put("trusted", it.trusted());
    json.set("lost", array(it.lost(), TrustDocuments::credential));
    json.set("gained", array(it.gained(), TrustDocuments::credential));
    json.set("refused", array(it.refused(), TrustDocuments::credential));
    return json;
  }

  private static ObjectNode credential(Examined it) {
    return MAKE.objectNode()
        .put("id", it.credential().id())
        .put("user", it.credential().userName())
        .put("aaguid", it.credential().aaguid())
        .put("model", it.credential().model().orElse(null))
        .put("trusted", it.trusted())
        .put("because", it.because());
  }

  private static ObjectNode rules(TrustPolicy policy) {
    ObjectNode json = MAKE.objectNode().put("trustRequired", policy.trustRequired());
    json.set("allowed", array(policy.allowed(), it -> MAKE.textNode(it.toString())));
    json.set("denied", array(policy.denied(), it -> MAKE.textNode(it.toString())));
    json.put(
        "minimumCertification",
        policy.minimumCertification().map(CertificationLevel::word).orElse(null));
    json.set("refusedStatuses", array(policy.refusedStatuses(), MAKE::textNode));
    return json.put("enterprise", policy.enterprise().word());
  }

  private static ObjectNode member(ComparedMember it) {
    return MAKE.objectNode()
        .put("name", it.name())
        .put("verdict", word(it.verdict()))
        .put("stated", it.stated())
        .put("told", it.told())
        .put("why", it.why());
  }

  private static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> toJson) {
    ArrayNode array = MAKE.arrayNode();
    items.forEach(item -> array.add(toJson.apply(item)));
    return array;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
