package dev.touchstone.rp.attestation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.key.model.KeyModels;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthenticatorModelsTest {

  private final AuthenticatorModels models = AuthenticatorModels.bundled();

  @Test
  void modelsOfManyMakersAreKnown() {
    assertThat(models.size()).isGreaterThan(100);
    assertThat(models.name(UUID.fromString("ee882879-721c-4913-9775-3dfcce97072a")))
        .hasValueSatisfying(name -> assertThat(name).contains("YubiKey 5"));
    assertThat(models.name(UUID.fromString("fbfc3007-154e-4ecc-8c0b-6e020557d7bd")))
        .contains("Apple Passwords");
  }

  @Test
  void everyVirtualKeyIsKnown() {
    assertThat(KeyModels.all())
        .filteredOn(model -> !model.aaguid().equals(new UUID(0, 0)))
        .allSatisfy(model -> assertThat(models.name(model.aaguid())).contains(model.name()));
  }

  @Test
  void zerosNameNoModel() {
    assertThat(models.name(new UUID(0, 0))).isEmpty();
    assertThat(models.describe(new UUID(0, 0))).contains("does not tell");
    assertThat(models.describe(new UUID(1, 1))).contains("not in the bundled table");
  }

  @Test
  void theTableIsSortedSoThatAdditionsAreEasyToPlace() throws Exception {
    try (InputStream in = AuthenticatorModels.class.getResourceAsStream("aaguids.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      assertThat(lines).isSorted();
      assertThat(lines).allMatch(line -> line.matches("[0-9a-f-]{36} \\S.*"));
    }
  }
}
