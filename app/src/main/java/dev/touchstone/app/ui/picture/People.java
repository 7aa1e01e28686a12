package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.NobodyWatches;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Users with credentials, so that lists are lists. */
final class People {

  private People() {}

  /** Some, on different days, with names and labels as people have them. */
  static void some(PictureWorld world) throws Failure {
    world.touchAutomatically(true);
    List<List<String>> people =
        List.of(
            List.of("grace", "Grace Hopper", "desk drawer"),
            List.of("dorothy", "Dorothy Vaughan", ""),
            List.of("alan", "Alan Turing", "travel key"),
            List.of(
                "maximiliane.theodora.von.hohenstein-rothenburg@department.example",
                "Maximiliane Theodora von Hohenstein-Rothenburg",
                "the green one with the long lanyard that hangs beside the door of the laboratory"),
            List.of("katherine", "Katherine Johnson", "spare, in the safe"));
    for (List<String> person : people) {
      register(world.useCases(), person.get(0), person.get(1), person.get(2));
      world.passTime(Duration.ofHours(31));
    }
    world.touchAutomatically(false);
  }

  /** Gives somebody a credential on the virtual key. */
  static void register(UseCases useCases, String user, String displayName, String label)
      throws Failure {
    RegistrationRequest usual = RegistrationRequest.forUser(user);
    RegistrationRequest request =
        new RegistrationRequest(
            user,
            displayName,
            label,
            "discouraged",
            usual.residentKey(),
            usual.attestation(),
            usual.hints(),
            usual.algorithms(),
            usual.extensionsJson());
    var _ =
        useCases
            .registerCredential()
            .run(
                new RegisterCredential.Request(Optional.of("virtual"), request),
                new NobodyWatches(),
                new Cancellation());
  }
}
