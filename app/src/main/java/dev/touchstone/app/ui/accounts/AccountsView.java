package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.ceremony.CeremonyView;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * Users on the left; on the right the chosen one with the credentials as a table, and the chosen of
 * those below it. A credential that is being replaced takes the place of both.
 */
public final class AccountsView extends StackPane implements Landing {

  private final AccountsViewModel model;
  private final ImportViewModel imports;
  private final ReplaceViewModel replace;
  private final ObservableList<KeyDevice> keys;
  private final FileChoice files;
  private final Moments moments;
  private final Page page;
  private final UserList users;
  private final HBox both;
  private final CeremonyView ceremony;
  private final Veil veil = new Veil();

  public AccountsView(
      AccountsViewModel model,
      ImportViewModel imports,
      ReplaceViewModel replace,
      ObservableList<KeyDevice> keys,
      Moments moments,
      FileChoice files) {
    this.model = model;
    this.imports = imports;
    this.replace = replace;
    this.keys = keys;
    this.files = files;
    this.moments = moments;
    users = new UserList(model);
    ceremony = new CeremonyView(replace.ceremony(), moments, replace::start);
    page =
        new Page(
            "Users and credentials",
            "What the relying party inside has stored.",
            add(),
            bring(),
            export(),
            refresh());
    UserPane chosen = new UserPane(model, replace, moments, this::edit, this::tokens);
    HBox.setHgrow(chosen, Priority.ALWAYS);
    both = new HBox(users, chosen);
    both.getStyleClass().add("side-by-side");
    getChildren().addAll(page, veil);
    model.users().addListener((ListChangeListener<User>) change -> showAll());
    model.loadedProperty().subscribe(loaded -> showAll());
    model.failureProperty().subscribe(failure -> showAll());
    model.deeds().proposalProperty().subscribe(this::ask);
    replace.oldProperty().subscribe(old -> showAll());
    replace.ceremony().phaseProperty().subscribe(this::showPhase);
  }

  @Override
  public void land() {
    model.refresh();
    users.land();
  }

  private void showPhase(Phase phase) {
    if (phase instanceof Phase.Idle && replace.oldProperty().get().isPresent()) {
      replace.finish();
    }
    showAll();
  }

  private void showAll() {
    if (!(replace.ceremony().phaseProperty().get() instanceof Phase.Idle)) {
      page.show(ceremony);
    } else if (replace.oldProperty().get().isPresent()) {
      page.show(new ReplaceForm(replace, replace.oldProperty().get().get(), keys));
    } else if (model.failureProperty().get().isPresent()) {
      page.show(new VBox(new AdvicePanel(model.failureProperty().get().get())));
    } else if (!model.loadedProperty().get()) {
      page.show(new Waiting("Reading the database"));
    } else if (model.isEmpty()) {
      page.show(
          new EmptyState(
              MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE,
              "Nobody is registered yet",
              "Register a credential (Ctrl+2), and its user appears here; or make users"
                  + " beforehand, one by one or from a file."));
    } else {
      page.show(both);
    }
  }

  private void ask(Optional<AccountDeeds.Proposal> proposal) {
    if (proposal.isEmpty()) {
      veil.hide();
    } else {
      ProposalQuestion.of(proposal.get(), model.deeds()).ask(veil);
    }
  }

  private void edit(User user) {
    PersonDraft draft = PersonDraft.of(user);
    open(
        "person",
        "What is known of " + user.name(),
        new PersonDialog(
            draft,
            model.deeds(),
            false,
            "See what would change",
            () -> model.deeds().askToEdit(user, draft.edit())));
  }

  private void tokens(User user) {
    TokensViewModel tokens = model.tokensOf(user);
    tokens.refresh();
    open("tokens", "Tokens of " + user.name(), new TokensDialog(tokens, moments));
  }

  private Button add() {
    Button add = button("add-user", "Add user", MaterialDesignA.ACCOUNT_PLUS_OUTLINE);
    add.setOnAction(event -> {
      PersonDraft draft = new PersonDraft();
      open(
          "person",
          "A user without a credential",
          new PersonDialog(
              draft,
              model.deeds(),
              true,
              "Make this user",
              () -> model.deeds().create(draft.account(), this::close)));
    });
    return add;
  }

  private Button bring() {
    Button bring = button("import-users", "Import", MaterialDesignF.FILE_IMPORT_OUTLINE);
    bring.setTooltip(new Tooltip("Users from CSV or JSON"));
    bring.setOnAction(event ->
        files
            .choose(getScene().getWindow())
            .ifPresent(file -> {
              imports.read(file);
              open(
                  "import",
                  "Users from " + file.getFileName(),
                  new ImportDialog(imports, veil::hide));
            }));
    return bring;
  }

  private Button export() {
    Button export = button("export-users", "Export", MaterialDesignF.FILE_EXPORT_OUTLINE);
    export.setTooltip(new Tooltip("The users that are found, as CSV or JSON by the file's name"));
    export.setOnAction(event ->
        files
            .chooseToSave(getScene().getWindow(), "users.csv")
            .ifPresent(file ->
                model
                    .deeds()
                    .export(
                        file,
                        new UserQuery(
                            model.searchProperty().get(),
                            model.roleProperty().get(),
                            model.statusProperty().get(),
                            "",
                            AccountsViewModel.PAGE))));
    return export;
  }

  private Button refresh() {
    Button refresh = button("refresh-users", "", MaterialDesignR.REFRESH);
    refresh.setAccessibleText("Read again");
    refresh.setTooltip(new Tooltip("Read again"));
    refresh.setOnAction(event -> model.refresh());
    return refresh;
  }

  private void open(String id, String title, VBox content) {
    model.deeds().dismiss();
    new Dialog(id + "-dialog", title, this::close, content).open(veil);
  }

  /** What was told in a dialog is over with it. */
  private void close() {
    veil.hide();
    model.deeds().dismiss();
  }

  private static Button button(String id, String text, Ikon icon) {
    Button button = new Button(text, Icons.of(icon));
    button.setId(id);
    return button;
  }
}
