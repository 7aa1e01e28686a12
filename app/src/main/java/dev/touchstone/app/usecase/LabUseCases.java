package dev.touchstone.app.usecase;

import dev.touchstone.app.virtual.LabOffice;
import dev.touchstone.fixture.lab.LabDesk;
import java.util.function.Supplier;

/** What can be done in the laboratory of virtual keys. */
public final class LabUseCases {

  private final LabErrand errand;
  private final StartLab.Opener opener;
  private final LabOffice office;

  /**
   * Does nothing yet.
   *
   * @param desk where the laboratory is at the moment
   * @param opener runs it in this process
   * @param office its vendor
   */
  public LabUseCases(Supplier<LabDesk> desk, StartLab.Opener opener, LabOffice office) {
    this.errand = new LabErrand(desk);
    this.opener = opener;
    this.office = office;
  }

  public StartLab startLab() {
    return new StartLab(opener);
  }

  public ListLabKeys listLabKeys() {
    return new ListLabKeys(errand);
  }

  public ListLabModels listLabModels() {
    return new ListLabModels(errand);
  }

  public MakeLabKey makeLabKey() {
    return new MakeLabKey(errand);
  }

  public ShowLabKey showLabKey() {
    return new ShowLabKey(errand);
  }

  public PlugLabKey plugLabKey() {
    return new PlugLabKey(errand);
  }

  public UnplugLabKey unplugLabKey() {
    return new UnplugLabKey(errand);
  }

  public TouchLabKey touchLabKey() {
    return new TouchLabKey(errand);
  }

  public SetLabFaults setLabFaults() {
    return new SetLabFaults(errand);
  }

  public ServeLabKey serveLabKey() {
    return new ServeLabKey(errand, startLab());
  }

  public ExportLabRoot exportLabRoot() {
    return new ExportLabRoot(office);
  }

  public ExportLabMetadata exportLabMetadata() {
    return new ExportLabMetadata(office);
  }

  public CloneLabKey cloneLabKey() {
    return new CloneLabKey(errand);
  }

  public RemoveLabKey removeLabKey() {
    return new RemoveLabKey(errand);
  }

  public WatchLab watchLab() {
    return new WatchLab(errand);
  }
}
