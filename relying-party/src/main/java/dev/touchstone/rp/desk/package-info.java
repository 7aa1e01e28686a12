/**
 * What the help desk keeps: requests for new keys, and who is signed in to the console. Above: its
 * services in the packages below this one. Below: accounts. Start at {@link
 * dev.touchstone.rp.desk.Enrolment}.
 */
@NullMarked
package dev.touchstone.rp.desk;

import org.jspecify.annotations.NullMarked;
