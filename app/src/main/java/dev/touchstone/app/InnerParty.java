package dev.touchstone.app;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remembered.DesktopKeychain;
import dev.touchstone.app.remembered.KeychainKeys;
import dev.touchstone.app.settings.DataFolder;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.settings.StoreSettings.SecretKey;
import dev.touchstone.app.usecase.trust.TrustDesk;
import dev.touchstone.app.usecase.trust.TrustFiles;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.store.DatabaseLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relying party inside: opened when it is first asked for, over the database of the settings.
 */
final class InnerParty implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InnerParty.class);

  private final Settings settings;
  private final TrustDesk trustDesk;
  private final InstantSource clock;
  private final SecureRandom random;
  private @Nullable RelyingParty opened;

  InnerParty(Settings settings, TrustDesk trustDesk, InstantSource clock, SecureRandom random) {
    this.settings = settings;
    this.trustDesk = trustDesk;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Always the same one.
   *
   * @throws Failure if its database cannot be opened
   */
  synchronized RelyingParty get() throws Failure {
    if (opened == null) {
      makeDataFolder(settings);
      opened = open(settings.origins());
    }
    return opened;
  }

  /** One of its own for a server at these origins, over the same database; the caller closes it. */
  RelyingParty serving(List<String> origins) throws Failure {
    makeDataFolder(settings);
    return open(origins);
  }

  /**
   * Whom to trust, for somebody who only looks at something: no database is made for it, and one
   * that cannot be used is no reason not to look.
   *
   * @throws Failure if the laboratory cannot be read
   */
  TrustAnchors anchorsToLook() throws Failure {
    if (trustDesk.looksAreFree() && isThere(settings.store().database())) {
      try {
        return get().trust().current().anchors();
      } catch (Failure e) {
        LOG.warn("The metadata in the database are not used: {}", e.advice().happened());
      } catch (RelyingPartyException e) {
        LOG.warn("The metadata in the database are not used: {}", e.getMessage());
      }
    }
    return trustDesk.toLook().anchors();
  }

  private static boolean isThere(DatabaseLocation database) {
    return switch (database) {
      case DatabaseLocation.SqliteFile it -> Files.exists(it.file());
      case DatabaseLocation.PostgresDatabase _ -> true;
    };
  }

  /** Another one, over a database that is made anew in this file; the caller closes it. */
  RelyingParty scratch(Path file) throws Failure {
    return open(
        dev.touchstone.rp.Settings.standard(file, trustDesk.current().anchors(), clock, random),
        settings.origins());
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private KeyPlace secretKeys() {
    return switch (settings.store().key()) {
      case SecretKey.InFile it -> new KeyPlace.Outside(new KeyFile(it.file()));
      case SecretKey.InKeychain _ ->
          new KeyPlace.Outside(new KeychainKeys(DesktopKeychain.ofSecrets(settings.data())));
      case SecretKey.UnderPassphrase it -> new KeyPlace.UnderPassphrase(new GivenPassphrase(it));
    };
  }

  private RelyingParty open(List<String> origins) throws Failure {
    RelyingParty party =
        open(
            dev.touchstone.rp.Settings.standard(
                    settings.store().database(),
                    secretKeys(),
                    trustDesk.current().anchors(),
                    clock,
                    random)
                .withOutbox(settings.data().resolve("outbox")),
            origins);
    try {
      new TrustFiles(settings, clock).takeOver(party);
      return party;
    } catch (Failure e) {
      party.close();
      throw e;
    }
  }

  private RelyingParty open(dev.touchstone.rp.Settings usual, List<String> origins) throws Failure {
    try {
      return RelyingParty.open(
          usual
              .withTrust(trustDesk::currentOrLast)
              .withRp(settings.rpId(), settings.rpName(), origins)
              .withCounterPolicy(settings.counterPolicy())
              .withTrustRequired(settings.trustRequired()));
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  static void makeDataFolder(Settings settings) throws Failure {
    try {
      DataFolder.make(settings.data());
    } catch (SettingsException e) {
      throw new Failure(
          new Advice(Advice.Kind.FAILED, String.valueOf(e.getMessage()), "", "", ""), e);
    }
  }
}
