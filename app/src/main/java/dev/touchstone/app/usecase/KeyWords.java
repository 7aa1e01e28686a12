package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.KeyDescription.Fact;
import dev.touchstone.app.usecase.KeyDescription.Section;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.attestation.certificate.AuthenticatorModels;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Puts {@code authenticatorGetInfo} (CTAP 2.3 §6.4) into words. */
final class KeyWords {

  /** The last member that CTAP 2.3 §6.4 knows. */
  private static final int LAST_MEMBER = 0x1F;

  private KeyWords() {}

  static KeyDescription describe(KeyDevice key, KeySession session) throws KeyException {
    GetInfo.Reply info = session.info();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Key", identity(key, info)));
    if (!info.isU2fOnly()) {
      sections.add(new Section("PIN and user verification", PinWords.facts(session)));
      sections.add(new Section("Credentials", credentials(info)));
      sections.add(new Section("Administration", AdministrationWords.facts(info)));
      sections.add(new Section("Options", OptionWords.facts(info.options())));
      sections.add(new Section("Limits", limits(info)));
      sections.add(new Section("Sealed", sealed(info)));
      sections.add(new Section("Not known to this program", unknown(info.raw())));
    }
    return new KeyDescription(
        key,
        summary(info),
        info.options().clientPin(),
        sections.stream().filter(section -> !section.facts().isEmpty()).toList(),
        info);
  }

  private static String summary(GetInfo.Reply info) {
    if (info.isU2fOnly()) {
      return "A U2F key: a second factor, without PIN and without discoverable credentials. It tells"
          + " nothing of itself: authenticatorGetInfo came with FIDO2. It has no settings and no"
          + " reset.";
    }
    String pin =
        switch (info.options().clientPin()) {
          case ABSENT -> "that has no PIN";
          case NOT_SET_UP -> "whose PIN is not set yet";
          case READY -> "with a PIN";
        };
    String finger =
        info.options().builtInUserVerification() == KeyOptions.Feature.READY
            ? ", verifying the person itself"
            : "";
    String room =
        info.remainingDiscoverableCredentials().isPresent()
            ? ", room for %d more discoverable credentials"
                .formatted(info.remainingDiscoverableCredentials().getAsInt())
            : "";
    return "A FIDO2 key %s%s%s.".formatted(pin, finger, room);
  }

  private static List<Fact> identity(KeyDevice key, GetInfo.Reply info) {
    MemberFacts facts = new MemberFacts(info.raw());
    facts.add("name", key.name(), "").add("id", key.id(), "for --key").add("path", key.path(), "");
    key.serial().ifPresent(serial -> facts.add("serial", serial, "as the key itself tells it"));
    if (key.vendorId() != 0) {
      facts.add("usb", "%04x:%04x".formatted(key.vendorId(), key.productId()), "");
    }
    facts.add(0x01, "versions", String.join(", ", info.versions()), "");
    if (info.isU2fOnly()) {
      return facts.all();
    }
    Optional<String> model = AuthenticatorModels.bundled().name(info.aaguid());
    model.ifPresent(name -> facts.add("model", name, "by its AAGUID"));
    facts.add(
        0x03,
        "aaguid",
        info.aaguid(),
        model.isPresent() ? "names the model" : "names the model, which is not in our table");
    info.product()
        .firmwareVersion()
        .ifPresent(version ->
            facts.add(0x0E, "firmwareVersion", firmware(version), "as the vendor counts"));
    facts.addList(0x09, "transports", info.transports(), "");
    facts.addList(
        0x13,
        "certifications",
        new TreeMap<>(info.product().certifications())
            .entrySet().stream().map(it -> it.getKey() + " level " + it.getValue()).toList(),
        "as the key claims");
    return facts.all();
  }

  /** Most vendors put three numbers into one. */
  private static String firmware(long version) {
    return version > 0xffff && version <= 0xffffff
        ? "%d (%d.%d.%d, if its bytes are meant so)"
            .formatted(version, version >> 16, (version >> 8) & 0xff, version & 0xff)
        : String.valueOf(version);
  }

  private static List<Fact> credentials(GetInfo.Reply info) {
    MemberFacts facts = new MemberFacts(info.raw());
    info.remainingDiscoverableCredentials()
        .ifPresent(
            left -> facts.add(0x14, "remainingDiscoverableCredentials", left, "an estimate"));
    return facts
        .addList(
            0x0A,
            "algorithms",
            info.algorithms().stream().map(AlgorithmName::of).toList(),
            "best first")
        .addList(0x02, "extensions", info.extensions(), "")
        .addList(0x16, "attestationFormats", info.product().attestationFormats(), "best first")
        .all();
  }

  private static List<Fact> limits(GetInfo.Reply info) {
    GetInfo.Limits limits = info.limits();
    MemberFacts facts = new MemberFacts(info.raw());
    facts.add(0x05, "maxMsgSize", limits.maxMsgSize(), "bytes of a message");
    limits
        .maxCredentialCountInList()
        .ifPresent(most ->
            facts.add(
                0x07, "maxCredentialCountInList", most, "credentials in an allow or exclude list"));
    limits
        .maxCredentialIdLength()
        .ifPresent(
            most -> facts.add(0x08, "maxCredentialIdLength", most, "bytes of a credential id"));
    return facts
        .addIfTold(
            0x0B,
            "maxSerializedLargeBlobArray",
            limits.maxSerializedLargeBlobArray(),
            "bytes for all large blobs together")
        .addIfTold(0x0F, "maxCredBlobLength", limits.maxCredBlobLength(), "bytes of a credBlob")
        .all();
  }

  /** What only holders of a persistent token can read. */
  private static List<Fact> sealed(GetInfo.Reply info) {
    return new MemberFacts(info.raw())
        .addIfTold(
            0x19,
            "encIdentifier",
            hex(info.product().encIdentifier()),
            "which key this is, for holders of a persistent token alone")
        .addIfTold(
            0x1E,
            "encCredStoreState",
            hex(info.limits().encCredStoreState()),
            "whether its credentials changed, for holders of a persistent token alone")
        .all();
  }

  private static String hex(Optional<Bytes> bytes) {
    return bytes.map(it -> HexFormat.of().formatHex(it.toArray())).orElse("");
  }

  private static List<Fact> unknown(GetInfo.Raw raw) {
    List<Fact> facts = new ArrayList<>();
    for (GetInfo.Raw.Member member : raw.members()) {
      if (!isKnown(member.key())) {
        facts.add(
            new Fact(
                member.key(),
                member.value(),
                "a member that CTAP 2.3 does not list",
                member.key() + ": " + member.value()));
      }
    }
    return facts;
  }

  private static boolean isKnown(String key) {
    return key.matches("0x[01][0-9A-F]")
        && Integer.decode(key) >= 1
        && Integer.decode(key) <= LAST_MEMBER;
  }
}
