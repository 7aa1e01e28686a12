@NullMarked
package dev.touchstone.app.ui.factors;

import org.jspecify.annotations.NullMarked;
