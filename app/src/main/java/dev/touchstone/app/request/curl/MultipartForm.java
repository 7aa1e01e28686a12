package dev.touchstone.app.request.curl;

import dev.touchstone.app.request.Header;
import java.util.List;

/** A form of texts (RFC 7578). */
record MultipartForm(String text, String boundary) {

  /** The boundary is one that stands in none of the parts. */
  static MultipartForm of(List<Header> parts) {
    String boundary = "touchstone-form";
    while (holds(parts, boundary)) {
      boundary += "-x";
    }
    StringBuilder text = new StringBuilder();
    for (Header part : parts) {
      String name = part.name().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
      text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
      text.append(name).append("\"\r\n\r\n").append(part.value()).append("\r\n");
    }
    return new MultipartForm(text.append("--" + boundary + "--\r\n").toString(), boundary);
  }

  private static boolean holds(List<Header> parts, String boundary) {
    return parts.stream()
        .anyMatch(it -> it.value().contains(boundary) || it.name().contains(boundary));
  }

  String mediaType() {
    return "multipart/form-data; boundary=" + boundary;
  }
}
