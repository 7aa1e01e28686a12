/**
 * A person is found, and what is known of them is put together with what is wrong. Above: the
 * facade. Below: accounts, factors, and what the help desk keeps. Start at {@link
 * dev.touchstone.rp.desk.person.PersonSearch}.
 */
@NullMarked
package dev.touchstone.rp.desk.person;

import org.jspecify.annotations.NullMarked;
