package dev.touchstone.app.doctor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this program is made of. For a bug report. */
record VersionsExamination(String classPath) implements Examination {

  private static final String AREA = "Versions";

  @Override
  public List<Finding> run() {
    String own = VersionsExamination.class.getPackage().getImplementationVersion();
    return List.of(
        Finding.fine(AREA, "Touchstone", own == null ? "from classes, unversioned" : own),
        Finding.fine(
            AREA,
            "Java",
            "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor", ""))),
        Finding.fine(
            AREA,
            "system",
            "%s %s, %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("os.arch"))),
        library("hid4java", "hid4java"),
        library("yubikit", "fido"),
        library("SQLite JDBC", "sqlite-jdbc"));
  }

  private Finding library(String title, String jar) {
    Matcher name =
        Pattern.compile("(?:^|[/\\\\])" + Pattern.quote(jar) + "-(\\d[^/\\\\]*?)\\.jar")
            .matcher(classPath);
    return name.find()
        ? Finding.fine(AREA, title, name.group(1))
        : Finding.unknown(AREA, title, "Its version cannot be told here.");
  }
}
