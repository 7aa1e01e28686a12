/**
 * The vocabulary of the two ceremonies: what is asked for, what is remembered, the steps and the
 * verdict, how a verdict is stored ({@link dev.touchstone.rp.ceremony.Draft}), and the ports to the
 * store. The work is done in the sub-packages, from the bytes upwards: {@code response} takes an
 * answer apart, {@code option} makes what is given out, {@code library} asks the judge, {@code
 * check} makes the single checks, {@code token} lets a ceremony travel with its client, {@code
 * registration} and {@code authentication} put them into the specification's order. Start at {@link
 * dev.touchstone.rp.ceremony.Verdict}.
 */
@NullMarked
package dev.touchstone.rp.ceremony;

import org.jspecify.annotations.NullMarked;
