/**
 * The options JSON that is given out (WebAuthn Level 3 §5.4 and §5.5), made from a request and read
 * again when the answer comes. Start at {@link dev.touchstone.rp.ceremony.option.CreationOptions}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.option;

import org.jspecify.annotations.NullMarked;
