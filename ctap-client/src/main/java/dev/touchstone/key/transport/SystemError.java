package dev.touchstone.key.transport;

import java.net.BindException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error of the operating system, by its POSIX name: the numbers differ between systems. Java and
 * hidapi tell it in the system's own words, which {@link #in} reads.
 */
public enum SystemError implements WireError {
  EPERM("Operation not permitted"),
  ENOENT("No such file or directory"),
  EIO("Input/output error"),
  ENXIO("No such device or address"),
  ENOMEM("Cannot allocate memory"),
  EACCES("Permission denied"),
  EBUSY("Device or resource busy"),
  ENODEV("No such device"),
  EINVAL("Invalid argument"),
  EMFILE("Too many open files"),
  ENOSPC("No space left on device"),
  EROFS("Read-only file system"),
  EPIPE("Broken pipe"),
  EPROTO("Protocol error"),
  EADDRINUSE("Address already in use"),
  EADDRNOTAVAIL("Cannot assign requested address"),
  ENETUNREACH("Network is unreachable"),
  ECONNRESET("Connection reset"),
  ESHUTDOWN("Cannot send after transport endpoint shutdown"),
  ETIMEDOUT("Connection timed out"),
  ECONNREFUSED("Connection refused"),
  EHOSTUNREACH("No route to host");

  private final String wording;

  SystemError(String wording) {
    this.wording = wording;
  }

  @Override
  public String code() {
    return name();
  }

  /** The error that this exception, or a cause of it, tells of. */
  public static Optional<SystemError> in(Throwable thrown) {
    for (@Nullable Throwable e = thrown; e != null; e = e.getCause()) {
      String message = e.getMessage();
      Optional<SystemError> told = byClass(e).or(() -> in(message));
      if (told.isPresent()) {
        return told;
      }
    }
    return Optional.empty();
  }

  /** The error whose words stand in the message; the longest, for one may hold another. */
  public static Optional<SystemError> in(@Nullable String message) {
    return message == null
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(error -> message.contains(error.wording))
            .max(Comparator.comparingInt(error -> error.wording.length()));
  }

  private static Optional<SystemError> byClass(Throwable e) {
    return switch (e) {
      case AccessDeniedException _ -> Optional.of(EACCES);
      case NoSuchFileException _ -> Optional.of(ENOENT);
      case PortUnreachableException _ -> Optional.of(ECONNREFUSED);
      case NoRouteToHostException _ -> Optional.of(EHOSTUNREACH);
      case BindException _ -> Optional.of(EADDRINUSE);
      default -> Optional.empty();
    };
  }
}
