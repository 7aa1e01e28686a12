package dev.touchstone.rp.http.page;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real server in Chromium, opened before each test. */
abstract class PageTest {

  @TempDir Path folder;
  OpenPage page;
  Chromium browser;

  @BeforeEach
  void openThePage() throws Exception {
    page = OpenPage.start(folder);
    browser = page.browser();
  }

  /** It was not opened where there is no Chromium. */
  @AfterEach
  void closeThePage() {
    if (page != null) {
      page.close();
    }
  }
}
