package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The main job in one go: a key, a registration, two sign-ins, every step explained. It happens in
 * a world of its own that is gone afterwards.
 */
public final class TryIt {

  private static final String USER = "ada";

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final Optional<KeyDevice> scratchKey;
  private final ScratchWorld.Maker worlds;

  /**
   * Does nothing yet.
   *
   * @param scratchKey the virtual key of this world, where virtual keys are offered
   */
  public TryIt(
      KeyRing ring,
      ChooseKey chooseKey,
      Optional<KeyDevice> scratchKey,
      ScratchWorld.Maker worlds) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.scratchKey = scratchKey;
    this.worlds = worlds;
  }

  /** Names the key; empty for the virtual one. */
  public record Request(Optional<String> keyId) {}

  /** Also told each ceremony when it is over, so that a front end can show it at once. */
  public interface Watcher extends CeremonyWatcher {

    /** The key was read. */
    void keyDescribed(KeyDescription key);

    /** A ceremony came to its verdict. */
    void finished(CeremonyResult result);
  }

  /**
   * Everything that happened.
   *
   * @param key what the key told about itself
   * @param registration the registration
   * @param signIns the two sign-ins; fewer when something before them was refused
   */
  public record Result(
      KeyDescription key, CeremonyResult registration, List<CeremonyResult> signIns) {

    public Result {
      signIns = List.copyOf(signIns);
    }

    /** Whether everything was accepted. */
    public boolean accepted() {
      return registration.verdict().accepted()
          && signIns.size() == 2
          && signIns.stream().allMatch(result -> result.verdict().accepted());
    }
  }

  /**
   * Does it all; ends early when a ceremony is refused.
   *
   * @throws Failure if a ceremony did not come to a verdict
   */
  public Result run(Request request, Watcher watcher, Cancellation cancellation) throws Failure {
    watcher.stage(Stage.FINDING_KEY);
    KeyDevice key = key(request.keyId());
    watcher.keyChosen(key);
    watcher.stage(Stage.OPENING_KEY);
    try (KeySession session = ring.open(key);
        ScratchWorld world = worlds.make()) {
      KeyDescription description = KeyWords.describe(key, session);
      watcher.keyDescribed(description);
      CeremonyResult registration =
          world.ceremony().register(registration(), key, session, watcher, cancellation);
      watcher.finished(registration);
      List<CeremonyResult> signIns = new ArrayList<>();
      boolean accepted = registration.verdict().accepted();
      while (accepted && signIns.size() < 2) {
        CeremonyResult signIn =
            world.ceremony().signIn(signIn(), key, session, watcher, cancellation);
        watcher.finished(signIn);
        signIns.add(signIn);
        accepted = signIn.verdict().accepted();
      }
      return new Result(description, registration, signIns);
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.REGISTER, e), e);
    }
  }

  private KeyDevice key(Optional<String> id) throws Failure {
    boolean scratch = scratchKey.isPresent() && id.map(scratchKey.get().id()::equals).orElse(true);
    return scratch ? scratchKey.get() : chooseKey.run(id);
  }

  /** Takes no slot of a hardware key and asks for no PIN that the key does not insist on. */
  private static RegistrationRequest registration() {
    return new RegistrationRequest(
        USER,
        "Ada",
        "",
        "discouraged",
        "discouraged",
        "direct",
        List.of(),
        List.of(),
        "{\"credProps\":true}");
  }

  private static AuthenticationRequest signIn() {
    return new AuthenticationRequest(Optional.of(USER), "discouraged", List.of(), "{}");
  }
}
