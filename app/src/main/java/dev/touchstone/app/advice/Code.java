package dev.touchstone.app.advice;

import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.SystemError;
import dev.touchstone.key.transport.WireError;
import dev.touchstone.rp.http.problem.ProblemCode;
import java.util.Locale;

/** A code by which keys, readers, systems and our own server tell that something failed. */
public sealed interface Code {

  /** Who gives out a code. */
  enum Family {
    CTAP_STATUS("CTAP status"),
    CTAPHID_ERROR("CTAPHID error"),
    STATUS_WORD("status word of a card or a U2F key"),
    PCSC("PC/SC error"),
    SYSTEM("error of the operating system"),
    SYMPTOM("seen by Touchstone itself"),
    PROBLEM("problem of Touchstone's HTTP API");

    private final String words;

    Family(String words) {
      this.words = words;
    }

    /** For a person. */
    public String words() {
      return words;
    }

    /** For a script. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Family family();

  /**
   * As other tools write it, such as {@code 0x36}, {@code 6985} or {@code EACCES}; the status of an
   * answer over HTTP.
   */
  String text();

  /** What its specification calls it; empty where it has no name. */
  String name();

  /** What it says, one sentence. */
  String happened();

  /** Where it is written; may be empty. */
  String clause();

  /**
   * A status byte, CTAP 2.3 §8.2.
   *
   * @param value 0 to 255
   */
  record Status(int value) implements Code {
    @Override
    public Family family() {
      return Family.CTAP_STATUS;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "0x%02x", value);
    }

    @Override
    public String name() {
      CtapStatus status = CtapStatus.of(value);
      return status == CtapStatus.UNKNOWN ? "" : status.specificationName();
    }

    @Override
    public String happened() {
      return StatusAdvice.happened(value);
    }

    @Override
    public String clause() {
      return ("CTAP 2.3 §8.2, " + text() + " " + name()).stripTrailing();
    }
  }

  /** The {@code code} of a problem document (RFC 9457) that a server of ours answers with. */
  record Problem(ProblemCode code) implements Code {
    @Override
    public Family family() {
      return Family.PROBLEM;
    }

    @Override
    public String text() {
      return Integer.toString(code.status());
    }

    @Override
    public String name() {
      return code.word();
    }

    @Override
    public String happened() {
      return code.title();
    }

    @Override
    public String clause() {
      return "RFC 9457, HTTP status " + code.status();
    }
  }

  /** Any code of a wire. */
  record Wire(WireError error) implements Code {
    @Override
    public Family family() {
      return switch (error) {
        case WireError.CtapHid _ -> Family.CTAPHID_ERROR;
        case WireError.StatusWord _ -> Family.STATUS_WORD;
        case WireError.Pcsc _ -> Family.PCSC;
        case SystemError _ -> Family.SYSTEM;
        case Symptom _ -> Family.SYMPTOM;
      };
    }

    @Override
    public String text() {
      return error.code();
    }

    @Override
    public String name() {
      return WireDiagnosis.of(error).name();
    }

    @Override
    public String happened() {
      return WireDiagnosis.of(error).happened();
    }

    @Override
    public String clause() {
      return WireDiagnosis.of(error).clause();
    }
  }
}
