@NullMarked
package dev.touchstone.app.ui.mail;

import org.jspecify.annotations.NullMarked;
