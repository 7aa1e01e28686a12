/**
 * The help desk: a person is found, what is known of them is put together with what is wrong, and
 * whoever lost a key or everything gets a new one. Above: the facade. Below: accounts, factors and
 * the audit trail. Start at {@link dev.touchstone.rp.desk.PersonSearch}.
 */
@NullMarked
package dev.touchstone.rp.desk;

import org.jspecify.annotations.NullMarked;
