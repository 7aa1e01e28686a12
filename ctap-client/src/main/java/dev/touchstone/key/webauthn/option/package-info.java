/**
 * The options of a ceremony, read from the JSON of WebAuthn Level 3 §5.1.9 and §5.1.10. What is
 * unknown is ignored; what is malformed is refused with the name of the member. Start at {@link
 * CreationOptions}.
 */
@NullMarked
package dev.touchstone.key.webauthn.option;

import org.jspecify.annotations.NullMarked;
