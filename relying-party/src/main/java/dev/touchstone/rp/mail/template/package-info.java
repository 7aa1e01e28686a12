/**
 * What mail says: templates with placeholders, escaped by where they stand. Start at {@link
 * dev.touchstone.rp.mail.template.Template}.
 */
@NullMarked
package dev.touchstone.rp.mail.template;

import org.jspecify.annotations.NullMarked;
