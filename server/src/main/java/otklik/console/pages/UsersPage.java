package otklik.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import otklik.console.accounts.ConsoleRole;
import otklik.console.accounts.WorkspaceMembers;
import otklik.console.accounts.SecretToken;
import otklik.console.accounts.UserAccounts;
import otklik.console.accounts.UserId;
import otklik.console.web.AllowedTo;
import otklik.console.web.Pages;
import otklik.console.web.WorkspaceVisit;
import otklik.storage.Database;
import otklik.workspaces.AdministratorSettings;

/// Who uses the console of a workspace, as what.
@Controller
public final class UsersPage {
  private static final String ADDRESS = "/console/w/{workspace}/users";

  private final Pages pages;
  private final Database database;
  private final WorkspaceMembers members;

  UsersPage(Pages pages, Database database, WorkspaceMembers members) {
    this.pages = pages;
    this.database = database;
    this.members = members;
  }

  /// @param link   to be given to that user, shown this once; null for none
  /// @param login  as it was typed, for a form that wasn't taken
  public record Content(List<WorkspaceMembers.Member> members, long own, String login, String name,
      @Nullable String problem, @Nullable String said, @Nullable String link, @Nullable String about) {}

  @AllowedTo(ConsoleRole.ADMINISTRATOR)
  @GetMapping(ADDRESS)
  View shown(WorkspaceVisit visit, HttpServletRequest request) {
    return page(visit, request, "", "", null, null, null, null);
  }

  @AllowedTo(ConsoleRole.ADMINISTRATOR)
  @PostMapping(ADDRESS)
  View add(WorkspaceVisit visit, @RequestParam String login, @RequestParam String name, @RequestParam String role,
      HttpServletRequest request) {
    ConsoleRole as = role(role);
    String problem = !AdministratorSettings.isLogin(login.strip()) ? "login-wrong"
        : name.isBlank() || name.strip().length() > UserAccounts.LONGEST_NAME ? "name-wrong" : null;
    if (problem != null) {
      return page(visit, request, login, name, problem, null, null, null);
    }
    Optional<WorkspaceMembers.Added> added = database.writeNow(tx -> members.add(tx, visit.workspace().id(), login,
        name, visit.workspace().settings().language(), as));
    return added.map(one -> page(visit, request, "", "", null, one.link() == null ? "added" : "added-link",
            link(request, one.link()), name.strip()))
        .orElseGet(() -> page(visit, request, login, name, "belongs-already", null, null, null));
  }

  @AllowedTo(ConsoleRole.ADMINISTRATOR)
  @PostMapping(ADDRESS + "/role")
  View change(WorkspaceVisit visit, @RequestParam long user, @RequestParam String role, HttpServletRequest request) {
    ConsoleRole as = role(role);
    boolean done = !isOwn(visit, user)
        && database.writeNow(tx -> members.change(tx, visit.workspace().id(), new UserId(user), as));
    return done(visit, request, done);
  }

  @AllowedTo(ConsoleRole.ADMINISTRATOR)
  @PostMapping(ADDRESS + "/remove")
  View remove(WorkspaceVisit visit, @RequestParam long user, HttpServletRequest request) {
    boolean done = !isOwn(visit, user)
        && database.writeNow(tx -> members.remove(tx, visit.workspace().id(), new UserId(user)));
    return done(visit, request, done);
  }

  @AllowedTo(ConsoleRole.ADMINISTRATOR)
  @PostMapping(ADDRESS + "/link")
  View newLink(WorkspaceVisit visit, @RequestParam long user, HttpServletRequest request) {
    Optional<SecretToken> link =
        database.writeNow(tx -> members.newLink(tx, visit.workspace().id(), new UserId(user)));
    return link.map(token -> page(visit, request, "", "", null, "new-link", link(request, token), null))
        .orElseGet(() -> page(visit, request, "", "", "link-not-yours", null, null, null));
  }

  /// Nobody locks themself out.
  private static boolean isOwn(WorkspaceVisit visit, long user) {
    return visit.by().account().id().value() == user;
  }

  private View done(WorkspaceVisit visit, HttpServletRequest request, boolean done) {
    return page(visit, request, "", "", done ? null : "no-such-user", done ? "done" : null, null, null);
  }

  private View page(WorkspaceVisit visit, HttpServletRequest request, String login, String name,
      @Nullable String problem, @Nullable String said, @Nullable String link, @Nullable String about) {
    List<WorkspaceMembers.Member> all = database.read(sql -> members.all(sql, visit.workspace().id()));
    return pages.page(request, problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, "users",
        new Content(all, visit.by().account().id().value(), login, name, problem, said, link, about));
  }

  private static ConsoleRole role(String word) {
    return ConsoleRole.of(word).orElse(ConsoleRole.READER);
  }

  private static @Nullable String link(HttpServletRequest request, @Nullable SecretToken token) {
    return token == null ? null : ServletUriComponentsBuilder.fromContextPath(request).path("/console/welcome").build()
        + "#" + token.value();
  }
}
