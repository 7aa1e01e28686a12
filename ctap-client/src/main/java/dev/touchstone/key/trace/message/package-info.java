/**
 * What the messages of CTAP mean: their names, and which of their bytes are nobody's business.
 * Below the recorder and whatever reads recordings; above {@code key.trace.cbor}. Start at {@code
 * Command}, which lists the commands, and {@code Secrets}, which covers.
 */
@NullMarked
package dev.touchstone.key.trace.message;

import org.jspecify.annotations.NullMarked;
