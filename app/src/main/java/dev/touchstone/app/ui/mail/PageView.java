package dev.touchstone.app.ui.mail;

import javafx.scene.layout.StackPane;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/**
 * Draws a page of mail. The browser behind it takes a second or two and a hundred megabytes, so it
 * is made when the first page comes.
 */
final class PageView extends StackPane {

  private @Nullable WebView web;

  PageView() {
    getStyleClass().add("page-view");
    setMinSize(0, 0);
  }

  void show(String html) {
    WebView view = web;
    if (view == null) {
      view = make();
      web = view;
      getChildren().setAll(view);
    }
    view.getEngine().loadContent(StillPage.of(html));
  }

  /** Whether a browser was made. */
  boolean isMade() {
    return web != null;
  }

  private static WebView make() {
    WebView view = new WebView();
    view.setId("mail-page");
    view.setAccessibleText("The mail as a page");
    view.setContextMenuEnabled(false);
    view.setMinSize(0, 0);
    view.setPrefSize(400, 300);
    WebEngine engine = view.getEngine();
    engine.setJavaScriptEnabled(false);
    engine.setCreatePopupHandler(features -> null);
    return view;
  }
}
