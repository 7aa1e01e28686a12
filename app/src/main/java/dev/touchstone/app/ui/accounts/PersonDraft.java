package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.usecase.account.ManageAccounts.Edit;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.User;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What was typed of a person so far. */
final class PersonDraft {

  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty displayName = new SimpleStringProperty("");
  private final StringProperty firstName = new SimpleStringProperty("");
  private final StringProperty lastName = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty dateOfBirth = new SimpleStringProperty("");
  private final StringProperty jobTitle = new SimpleStringProperty("");

  /** What is known of this user. */
  static PersonDraft of(User user) {
    PersonDraft draft = new PersonDraft();
    ProfileText known = ProfileText.of(user.profile());
    draft.name.set(user.name());
    draft.displayName.set(user.displayName());
    draft.firstName.set(known.firstName());
    draft.lastName.set(known.lastName());
    draft.email.set(known.email());
    draft.dateOfBirth.set(known.dateOfBirth());
    draft.jobTitle.set(known.jobTitle());
    return draft;
  }

  StringProperty nameProperty() {
    return name;
  }

  StringProperty displayNameProperty() {
    return displayName;
  }

  StringProperty firstNameProperty() {
    return firstName;
  }

  StringProperty lastNameProperty() {
    return lastName;
  }

  StringProperty emailProperty() {
    return email;
  }

  StringProperty dateOfBirthProperty() {
    return dateOfBirth;
  }

  StringProperty jobTitleProperty() {
    return jobTitle;
  }

  /** An account that is yet to be made. */
  AccountText account() {
    return new AccountText(
        name.get(),
        displayName.get(),
        new ProfileText(
            firstName.get(), lastName.get(), email.get(), dateOfBirth.get(), jobTitle.get()));
  }

  /** Everything as it stands here. */
  Edit edit() {
    return new Edit(
        Optional.of(displayName.get()),
        Optional.of(firstName.get()),
        Optional.of(lastName.get()),
        Optional.of(email.get()),
        Optional.of(dateOfBirth.get()),
        Optional.of(jobTitle.get()));
  }
}
