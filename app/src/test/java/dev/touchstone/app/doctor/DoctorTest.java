package dev.touchstone.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.doctor.Finding.Verdict;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.card.CardService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a computer that is a folder. */
final class DoctorTest {

  private static final byte[] KEY = HexFormat.of().parseHex("06d0f10901a10109202500");
  private static final byte[] MOUSE = HexFormat.of().parseHex("05010902a1010901a100");

  @TempDir Path root;
  @TempDir Path data;

  @BeforeEach
  void makeTheComputer() throws IOException {
    Files.createDirectories(root.resolve("sys/class/hidraw"));
    Files.createDirectories(root.resolve("dev"));
    Files.createDirectories(root.resolve("usr/sbin"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
  }

  private void plug(String node, byte[] descriptor) throws IOException {
    Path device = Files.createDirectories(root.resolve("sys/class/hidraw/" + node + "/device"));
    Files.write(device.resolve("report_descriptor"), descriptor);
    Files.createFile(root.resolve("dev/" + node));
  }

  private Doctor doctor(CardService cards, InstantSource clock, KeyDevice... keys) {
    return Doctor.of(
        new Machine(Machine.Kind.LINUX, root),
        Settings.usual(data),
        new KeyRing(List.of(new VirtualKeys(keys))),
        () -> cards,
        () -> false,
        clock);
  }

  private Doctor doctor() {
    return doctor(new CardService(List.of(), Optional.empty()), InstantSource.system());
  }

  private static Finding of(List<Finding> findings, String area, String title) {
    return findings.stream()
        .filter(it -> it.area().equals(area) && it.title().startsWith(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + title + " in " + findings));
  }

  @Test
  void aKeyThatAnswersIsFineAndOneThatIsGoneIsBroken() throws Exception {
    try (VirtualKey one = Keys.touched(KeyModels.TOUCHSTONE);
        VirtualKey gone = Keys.touched(KeyModels.TOUCHSTONE)) {
      gone.unplug();
      List<Finding> findings =
          doctor(
                  new CardService(List.of(), Optional.empty()),
                  InstantSource.system(),
                  new PluggedKey("hid-1", one),
                  new PluggedKey("hid-2", gone))
              .examine();

      assertThat(of(findings, "Keys", "hid-1").verdict()).isEqualTo(Verdict.FINE);
      assertThat(of(findings, "Keys", "hid-1").found()).contains("FIDO_2_1");
      assertThat(of(findings, "Keys", "hid-2").verdict()).isEqualTo(Verdict.BROKEN);
    }
  }

  @Test
  void keysAreToldFromOtherDevicesWhichAreLeftAlone() throws Exception {
    plug("hidraw0", MOUSE);
    plug("hidraw1", KEY);

    Finding node = of(doctor().examine(), "USB", root.resolve("dev/hidraw1").toString());
    assertThat(node.verdict()).isEqualTo(Verdict.FINE);
    assertThat(node.found()).contains("1 other HID device is left alone");
  }

  @Test
  void aDeviceNodeThatVanishedMayNotBeOpened() throws Exception {
    plug("hidraw1", KEY);
    Files.delete(root.resolve("dev/hidraw1"));

    List<Finding> findings = doctor().examine();
    Finding node = of(findings, "USB", root.resolve("dev/hidraw1").toString());
    assertThat(node.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(node.next()).contains("doctor --fix");
    assertThat(of(findings, "USB", "udev rule").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void theRuleIsWrittenAsAWholeAndFoundAgain() throws Exception {
    Doctor doctor = doctor();
    UdevRule rule = doctor.udevRule().orElseThrow();
    assertThat(rule.isInstalled()).isFalse();

    rule.write();

    assertThat(root.resolve("etc/udev/rules.d/70-touchstone-fido.rules"))
        .content()
        .contains("uaccess")
        .contains("fido_id");
    assertThat(of(doctor.examine(), "USB", "udev rule").verdict()).isEqualTo(Verdict.FINE);
    try (var files = Files.list(root.resolve("etc/udev/rules.d"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aRuleOfTheSystemIsAsGood() throws Exception {
    Path rules = Files.createDirectories(root.resolve("usr/lib/udev/rules.d"));
    Files.writeString(
        rules.resolve("70-uaccess.rules"), "ENV{ID_SECURITY_TOKEN}==\"?*\", TAG+=\"uaccess\"");

    assertThat(of(doctor().examine(), "USB", "udev rule").found()).contains("70-uaccess.rules");
  }

  @Test
  void withoutTheServiceForCardsItSaysWhatToInstall() {
    CardService stopped =
        new CardService(List.of(), Optional.of(new Hint("No service.", "Start it.")));
    List<Finding> findings = doctor(stopped, InstantSource.system()).examine();

    assertThat(of(findings, "Cards", "pcscd").next()).contains("apt install pcscd");
    assertThat(of(findings, "Cards", "PC/SC service").verdict()).isEqualTo(Verdict.ATTENTION);
  }

  @Test
  void aClockBeforeTheBuildIsBrokenAndOneThatJumpsIsTold() {
    List<Finding> findings =
        doctor(new CardService(List.of(), Optional.empty()), new Jumping()).examine();

    assertThat(of(findings, "Clock", "date").verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(of(findings, "Clock", "steadiness").verdict()).isEqualTo(Verdict.ATTENTION);
  }

  /** An hour later each time, long ago. */
  private static final class Jumping implements InstantSource {
    private Instant now = Instant.parse("2001-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofHours(1));
      return now;
    }
  }

  @Test
  void aDatabaseThatIsNoneIsBrokenAndLeftAsItIs() throws Exception {
    Path database = data.resolve("touchstone.db");
    Files.writeString(database, "no database ".repeat(200));
    byte[] before = Files.readAllBytes(database);

    Finding found = of(doctor().examine(), "Data", "database");

    assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(database).hasBinaryContent(before);
  }

  @Test
  void aDataFolderThatOthersMayReadIsTold() throws Exception {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

    Finding found = of(doctor().examine(), "Data", "folder");
    assertThat(found.verdict()).isEqualTo(Verdict.ATTENTION);
    assertThat(found.next()).startsWith("chmod 700 ");
  }

  @Test
  void aSocketThatNobodyAnswersIsTold() throws Exception {
    Files.createDirectories(data.resolve("lab"));
    Files.createFile(data.resolve("lab/socket"));

    assertThat(of(doctor().examine(), "Laboratory", "socket").verdict())
        .isEqualTo(Verdict.ATTENTION);
  }

  @Test
  void windowsAndMacOsAreToldWhatAppliesThere() {
    for (Machine.Kind kind : Machine.Kind.values()) {
      assertThat(new UsbExamination(new Machine(kind, root)).run()).isNotEmpty();
    }
    assertThat(new UsbExamination(new Machine(Machine.Kind.WINDOWS, root)).run())
        .first()
        .extracting(Finding::next)
        .asString()
        .contains("card readers");
  }
}
