/** Mail, against real servers on 127.0.0.1 and bad ones. */
@NullMarked
package dev.touchstone.rp.mail;

import org.jspecify.annotations.NullMarked;
