package dev.touchstone.app.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.desk.ApiTokenDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real program, with neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class TokensViewModelTest {

  @TempDir Path data;
  private Wiring wiring;
  private TokensViewModel model;

  @BeforeEach
  void open() throws Exception {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    for (String name : new String[] {"ada", "grace"}) {
      wiring.accounts().create(new AccountText(name, "", ProfileText.NOTHING), Role.USER);
    }
    model = new TokensViewModel(wiring, Background.inline(), "ada");
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void theTokensOfOneUserAreShownAndNobodyElses() throws Exception {
    make("ada", "report");
    make("grace", "other");
    model.refresh();
    assertThat(model.tokens()).extracting(it -> it.it().name()).containsExactly("report");
    assertThat(model.tokens().getFirst().active()).isTrue();
    assertThat(model.sessions()).isEmpty();
  }

  @Test
  void aTokenIsTakenBackWhenThePersonConfirmsAndNotBefore() throws Exception {
    ApiToken token = make("ada", "report");
    model.refresh();
    model.askToRevoke(token);
    assertThat(model.questionProperty().get().orElseThrow().title()).contains("report");
    model.keep();
    model.confirm();
    assertThat(wiring.tokens().token(token.id()).active()).isTrue();
    model.askToRevoke(token);
    model.confirm();
    assertThat(model.tokens().getFirst().active()).isFalse();
    assertThat(model.tokens().getFirst().it().revoked()).isPresent();
    assertThat(model.questionProperty().get()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSaid() {
    TokensViewModel nobody = new TokensViewModel(wiring, Background.inline(), "nobody");
    nobody.refresh();
    assertThat(nobody.failureProperty().get()).isPresent();
    nobody.askToEndAll();
    nobody.confirm();
    assertThat(nobody.failureProperty().get()).isPresent();
  }

  private ApiToken make(String user, String name) throws Exception {
    ApiTokenDesk.Wish wish =
        new ApiTokenDesk.Wish(name, Set.of(Scope.DATA_READ), Optional.empty(), Duration.ofDays(30));
    return wiring.tokens().create(user, wish).token();
  }
}
