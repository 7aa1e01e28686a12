package dev.touchstone.app;

import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.DeleteUser;
import dev.touchstone.app.usecase.InspectData;
import dev.touchstone.app.usecase.LabelCredential;
import dev.touchstone.app.usecase.ListCredentials;
import dev.touchstone.app.usecase.ListKeys;
import dev.touchstone.app.usecase.ListUsers;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.TryIt;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.List;
import java.util.function.Consumer;

/** Puts the program together, each part when it is first asked for. */
public final class Wiring implements UseCases {

  private final Settings settings;
  private final VirtualTouch virtualTouch = new VirtualTouch();

  public Wiring(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public VirtualTouch virtualTouch() {
    return virtualTouch;
  }

  @Override
  public ListKeys listKeys() {
    return new ListKeys(new NoKeys());
  }

  @Override
  public ShowKey showKey() {
    return new ShowKey();
  }

  @Override
  public RegisterCredential registerCredential() {
    return new RegisterCredential();
  }

  @Override
  public SignIn signIn() {
    return new SignIn();
  }

  @Override
  public TryIt tryIt() {
    return new TryIt();
  }

  @Override
  public ListUsers listUsers() {
    return new ListUsers();
  }

  @Override
  public ListCredentials listCredentials() {
    return new ListCredentials();
  }

  @Override
  public LabelCredential labelCredential() {
    return new LabelCredential();
  }

  @Override
  public DeleteCredential deleteCredential() {
    return new DeleteCredential();
  }

  @Override
  public DeleteUser deleteUser() {
    return new DeleteUser();
  }

  @Override
  public InspectData inspectData() {
    return new InspectData();
  }

  @Override
  public void close() {}

  private static final class NoKeys implements KeyDiscovery {
    @Override
    public List<KeyDevice> list() {
      return List.of();
    }

    @Override
    public AutoCloseable watch(Consumer<KeyEvent> listener) {
      listener.accept(new KeyEvent.ListComplete());
      return () -> {};
    }

    @Override
    public void close() {}
  }
}
