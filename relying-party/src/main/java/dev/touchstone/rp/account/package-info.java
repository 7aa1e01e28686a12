/** Users and their credentials, as people see them. */
@NullMarked
package dev.touchstone.rp.account;

import org.jspecify.annotations.NullMarked;
