package dev.touchstone.app.advice;

import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.SystemError;
import dev.touchstone.key.transport.WireError;

/**
 * What a raw code of the wire means.
 *
 * @param happened one sentence
 * @param name what its specification calls it; empty where it has no name
 * @param clause where it is written; may be empty
 */
record WireDiagnosis(String happened, Cause cause, String name, String clause) {

  static WireDiagnosis of(WireError error) {
    return switch (error) {
      case WireError.CtapHid hid -> HidDiagnosis.of(hid);
      case WireError.StatusWord word -> WordDiagnosis.of(word);
      case WireError.Pcsc pcsc -> PcscDiagnosis.of(pcsc);
      case SystemError system -> of(system);
      case Symptom symptom -> of(symptom);
    };
  }

  private static WireDiagnosis of(SystemError error) {
    return switch (error) {
      case EPERM, EACCES -> system(error, "This user may not do this.", Cause.NOT_PERMITTED);
      case ENOENT, ENODEV, ENXIO, ESHUTDOWN ->
          system(error, "The device is not there any more.", Cause.UNPLUGGED);
      case EIO, EPIPE, EPROTO ->
          system(error, "The device does not move the data any more.", Cause.BAD_LINE);
      case EBUSY -> system(error, "The device is in use.", Cause.IN_USE);
      case EADDRINUSE -> system(error, "The port is taken by another program.", Cause.IN_USE);
      case ENOMEM -> system(error, "There is no memory left.", Cause.OUT_OF_RESOURCES);
      case EMFILE -> system(error, "Too many files are open.", Cause.OUT_OF_RESOURCES);
      case EINVAL -> system(error, "The device does not accept this.", Cause.NOT_THE_PROTOCOL);
      case ENOSPC -> system(error, "There is no space left on the disk.", Cause.DISK);
      case EROFS -> system(error, "The disk cannot be written.", Cause.DISK);
      case ETIMEDOUT -> system(error, "No answer came in time.", Cause.SILENT);
      case EADDRNOTAVAIL, ENETUNREACH, EHOSTUNREACH ->
          system(error, "There is no way to this address.", Cause.NETWORK);
      case ECONNREFUSED, ECONNRESET ->
          system(error, "Nobody answers at this address.", Cause.NETWORK);
    };
  }

  private static WireDiagnosis system(SystemError error, String happened, Cause cause) {
    return new WireDiagnosis(happened, cause, error.name(), "POSIX.1-2024 errno " + error.name());
  }

  private static WireDiagnosis of(Symptom symptom) {
    return switch (symptom) {
      case UNPLUGGED -> seen("The key was unplugged.", Cause.UNPLUGGED, "");
      case CLOSED -> seen("The connection to the key was closed.", Cause.CLOSED, "");
      case NO_ANSWER ->
          seen("The key does not answer.", Cause.SILENT, "CTAP 2.3 §11.2.9.1.7 CTAPHID_KEEPALIVE");
      case IN_USE -> seen("Somebody else is using the key.", Cause.IN_USE, "");
      case NOT_PERMITTED -> seen("This user may not open the key.", Cause.NOT_PERMITTED, "");
      case NOT_THE_PROTOCOL ->
          seen(
              "What the key sent is not what the specification says.",
              Cause.NOT_THE_PROTOCOL,
              "CTAP 2.3 §8");
    };
  }

  private static WireDiagnosis seen(String happened, Cause cause, String clause) {
    return new WireDiagnosis(happened, cause, "", clause);
  }
}
