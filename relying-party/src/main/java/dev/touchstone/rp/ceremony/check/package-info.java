/**
 * The single checks of WebAuthn Level 3 §7.1 and §7.2, each made a second time beside the library,
 * with its inputs. What both ceremonies check stands here once; the order and the numbers stand in
 * {@code registration} and {@code authentication} above. Below: {@code response}. Start at {@link
 * dev.touchstone.rp.ceremony.check.Finding}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.check;

import org.jspecify.annotations.NullMarked;
