/**
 * What the API tells of itself: a description for programs ({@code /openapi.json}) and a page for
 * people ({@code /docs}). Start at {@link dev.touchstone.rp.http.docs.ApiDocs}.
 */
@NullMarked
package dev.touchstone.rp.http.docs;

import org.jspecify.annotations.NullMarked;
