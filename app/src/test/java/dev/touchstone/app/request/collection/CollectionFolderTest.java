package dev.touchstone.app.request.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectionFolderTest {

  @TempDir Path data;
  private CollectionFolder folder;

  @BeforeEach
  void open() {
    folder = new CollectionFolder(data);
  }

  @Test
  void whatIsKeptIsThereAgainAsItWas() throws Exception {
    Request request =
        new Request(
            "POST",
            "{{base}}/x",
            List.of(new Header("A", "b"), new Header("A", "c")),
            Body.of("grüß\n"),
            true);
    folder.change(
        "my api",
        it -> it.withVariables(Map.of("base", "https://a.test")).with(new Saved("one", request)));
    Collection again = new CollectionFolder(data).named("my api").orElseThrow();
    assertThat(again.variables()).containsEntry("base", "https://a.test");
    assertThat(again.requests()).containsExactly(new Saved("one", request));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("requests/my api.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void noTokenIsWrittenWhoeverHandsItIn() throws Exception {
    Request request =
        Request.of("GET", "https://a.test/?key=geheim")
            .with("Authorization", "Bearer geheim")
            .with("Cookie", "x=geheim");
    folder.change("a", it -> it.with(new Saved("one", request)));
    assertThat(Files.readString(data.resolve("requests/a.json"))).doesNotContain("geheim");
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> folder.change("a", it -> it.withVariables(Map.of("token", "geheim"))));
    assertThat(failure.advice().happened()).contains("looks like a secret");
    assertThat(Files.readString(data.resolve("requests/a.json"))).doesNotContain("geheim");
  }

  @Test
  void aDamagedFileHidesNoOtherAndIsNotOverwritten() throws Exception {
    folder.change("good", it -> it.with(new Saved("one", Request.of("GET", "https://a.test"))));
    Path bad = data.resolve("requests/bad.json");
    Files.writeString(bad, "{\"format\":");
    CollectionFolder.Listing listing = folder.all();
    assertThat(listing.collections()).extracting(Collection::name).containsExactly("good");
    assertThat(listing.damaged()).singleElement().asString().contains("bad.json", "cut off");
    assertThat(
            catchThrowableOfType(
                Failure.class,
                () ->
                    folder.change(
                        "bad", it -> it.with(new Saved("x", Request.of("GET", "https://a.test"))))))
        .isNotNull();
    assertThat(Files.readString(bad)).isEqualTo("{\"format\":");
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    for (String name : List.of("../x", "a/b", "", ".x", "x".repeat(65), "a\nb", "c:\\d")) {
      Failure failure = catchThrowableOfType(Failure.class, () -> folder.change(name, it -> it));
      assertThat(failure).as(name).isNotNull();
    }
    assertThat(data.resolve("requests")).doesNotExist();
  }
}
