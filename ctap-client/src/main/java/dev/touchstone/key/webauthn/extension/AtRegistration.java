package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.MakeCredential;

/** What one extension does in one registration. */
interface AtRegistration {

  /** Adds what the key has to know. */
  MakeCredential.Extensions input(MakeCredential.Extensions input) throws KeyException;

  /**
   * Adds what the relying party is told.
   *
   * @param results the client extension results
   */
  void output(MakeCredential.Reply reply, ObjectNode results) throws KeyException;
}
