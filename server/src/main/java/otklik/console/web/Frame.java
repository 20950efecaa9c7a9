package otklik.console.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.console.accounts.ConsoleRole;
import otklik.kernel.Language;
import otklik.workspaces.Texts;

/// What every page has around it: its words, who looks, where they are and where else they may go.
///
/// @param here  where they are; null outside of workspaces
/// @param doors the workspaces that they may enter
public record Frame(Language language, Texts texts, Assets assets, ZoneId zone, @Nullable SignedIn by,
    @Nullable WorkspaceVisit here, List<String> doors) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  public String text(String key, @Nullable Object... values) {
    return texts.text(language, "console." + key, values);
  }

  public String asset(String name) {
    return assets.address(name);
  }

  /// On the workspace's clock.
  public String time(Instant moment) {
    return TIME.format(moment.atZone(zone));
  }

  /// For `datetime` attributes.
  public String exactTime(Instant moment) {
    return moment.toString();
  }

  public String role(ConsoleRole role) {
    return text("role." + role.word());
  }

  public boolean isAdministrator() {
    return here != null && here.role() == ConsoleRole.ADMINISTRATOR;
  }

  /// Of a page of the workspace.
  public String address(String page) {
    return here == null ? "/console/" : "/console/w/" + here.workspace().name() + "/" + page;
  }
}
