package otklik.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import otklik.console.accounts.ConsoleSession;
import otklik.console.accounts.ConsoleSessions;
import otklik.console.accounts.Passwords;
import otklik.console.accounts.SignIn;
import otklik.console.accounts.UserAccounts;
import otklik.console.web.Pages;
import otklik.console.web.SeeOther;
import otklik.console.web.SignedIn;
import otklik.kernel.Language;
import otklik.storage.Database;

/// Whoever is signed in: their name and language, their password, where they are signed in.
@Controller
public final class AccountPage {
  private static final String ADDRESS = "/console/account";

  private final Pages pages;
  private final Database database;
  private final UserAccounts accounts;
  private final ConsoleSessions sessions;
  private final SignIn signIn;
  private final Passwords passwords;

  AccountPage(Pages pages, Database database, UserAccounts accounts, ConsoleSessions sessions, SignIn signIn,
      Passwords passwords) {
    this.pages = pages;
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.signIn = signIn;
    this.passwords = passwords;
  }

  /// @param current  the session of this browser
  /// @param problem  what is wrong with what was sent; null for nothing
  /// @param said     what was done; null for nothing
  public record Content(String name, Language language, List<ConsoleSession> sessions, long current,
      @Nullable String problem, @Nullable String said) {}

  @GetMapping(ADDRESS)
  View shown(SignedIn by, @RequestParam(required = false) @Nullable String said, HttpServletRequest request) {
    boolean known = "profile".equals(said) || "password".equals(said) || "ended".equals(said);
    return page(by, null, known ? said : null, request);
  }

  @PostMapping(ADDRESS + "/profile")
  View profile(SignedIn by, @RequestParam String name, @RequestParam Language language, HttpServletRequest request) {
    if (name.isBlank() || name.strip().length() > UserAccounts.LONGEST_NAME) {
      return page(by, "name-wrong", null, request);
    }
    database.writeNow(tx -> {
      accounts.setProfile(tx, by.account().id(), name, language);
      return null;
    });
    return new SeeOther(ADDRESS + "?said=profile");
  }

  @PostMapping(ADDRESS + "/password")
  View password(SignedIn by, @RequestParam String current, @RequestParam String password,
      HttpServletRequest request) {
    String problem = PasswordProblem.of(passwords, by.account().login(), password);
    if (problem == null && !signIn.isPassword(by.account(), current, request.getRemoteAddr())) {
      problem = "password-wrong";
    }
    if (problem != null) {
      return page(by, problem, null, request);
    }
    signIn.changePassword(by.account().id(), password, by.session().id());
    return new SeeOther(ADDRESS + "?said=password");
  }

  @PostMapping(ADDRESS + "/sessions/end")
  View end(SignedIn by, @RequestParam long session) {
    database.writeNow(tx -> {
      sessions.end(tx, by.account().id(), session);
      return null;
    });
    return new SeeOther(ADDRESS + "?said=ended");
  }

  @PostMapping(ADDRESS + "/sessions/end-others")
  View endOthers(SignedIn by) {
    database.writeNow(tx -> {
      sessions.endOthers(tx, by.account().id(), by.session().id());
      return null;
    });
    return new SeeOther(ADDRESS + "?said=ended");
  }

  private View page(SignedIn by, @Nullable String problem, @Nullable String said, HttpServletRequest request) {
    List<ConsoleSession> theirs = database.read(sql -> sessions.of(sql, by.account().id()));
    return pages.page(request, problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, "account",
        new Content(by.account().name(), by.account().language(), theirs, by.session().id(), problem, said));
  }
}
