package otklik.console.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Language;

/// Somebody who uses the console.
///
/// @param login      what they type, folded
/// @param name       what others see
/// @param isOwner    whether the installation is theirs: every workspace is open to them, as to an administrator
/// @param hasChosen  whether they have a password
/// @param disabledAt since when they are let in no more; null for the others
public record UserAccount(UserId id, String login, String name, Language language, boolean isOwner, boolean hasChosen,
    @Nullable Instant disabledAt) {
  public boolean isDisabled() {
    return disabledAt != null;
  }
}
