/**
 * From which address a request came, when there are proxies before the server. Start at {@link
 * dev.touchstone.rp.audit.address.ForwardedAddress}.
 */
@NullMarked
package dev.touchstone.rp.audit.address;

import org.jspecify.annotations.NullMarked;
