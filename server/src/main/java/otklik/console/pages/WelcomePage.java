package otklik.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import otklik.console.accounts.Passwords;
import otklik.console.accounts.SetupLinks;
import otklik.console.accounts.UserAccounts;
import otklik.console.web.Pages;
import otklik.console.web.SeeOther;
import otklik.console.web.SessionCookie;
import otklik.workspaces.AdministratorSettings;

/// Where a one-time link leads: whoever has it chooses a password. The link's secret stands behind its `#`; the page's
/// script puts it into the form, and without scripts it can be pasted there.
@Controller
public final class WelcomePage {
  private final Pages pages;
  private final SetupLinks links;
  private final Passwords passwords;

  WelcomePage(Pages pages, SetupLinks links, Passwords passwords) {
    this.pages = pages;
    this.links = links;
    this.passwords = passwords;
  }

  /// @param token   empty at first
  /// @param guest   null while the link isn't known
  /// @param problem null at first
  public record Content(String token, SetupLinks.@Nullable Guest guest, String login, String name,
      @Nullable String problem) {
    public boolean isFirst() {
      return guest instanceof SetupLinks.Guest.First;
    }
  }

  @GetMapping("/console/welcome")
  View asked(HttpServletRequest request) {
    return pages.page(request, "welcome", new Content("", null, "", "", null));
  }

  /// First the link alone, then what it asks for.
  @PostMapping("/console/welcome")
  View said(@RequestParam String token, @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String name, @RequestParam(required = false) @Nullable String password,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
      HttpServletRequest request, HttpServletResponse response) {
    String secret = token.strip().substring(token.strip().lastIndexOf('#') + 1);
    Optional<SetupLinks.Guest> guest = links.find(secret);
    if (guest.isEmpty()) {
      return refused(request, new Content("", null, "", "", "gone"));
    }
    String problem = password == null ? null : problem(guest.get(), login, name, password);
    if (password == null || problem != null) {
      Content content = new Content(secret, guest.get(), login, name, problem);
      return problem == null ? pages.page(request, "welcome", content) : refused(request, content);
    }
    SetupLinks.Use use = switch (guest.get()) {
      case SetupLinks.Guest.First _ -> links.useFirst(secret, new SetupLinks.Newcomer(login, name, password,
          pages.language(request, null)), request.getRemoteAddr(), agent);
      case SetupLinks.Guest.Known(var account) ->
          links.use(secret, account, password, request.getRemoteAddr(), agent);
    };
    return switch (use) {
      case SetupLinks.Use.In(var session) -> {
        SessionCookie.set(request, response, session);
        yield new SeeOther("/console/");
      }
      case SetupLinks.Use.Gone _ -> refused(request, new Content("", null, "", "", "gone"));
      case SetupLinks.Use.LoginTaken _ ->
          refused(request, new Content(secret, guest.get(), login, name, "login-taken"));
    };
  }

  private @Nullable String problem(SetupLinks.Guest guest, String login, String name, String password) {
    if (guest instanceof SetupLinks.Guest.Known(var account)) {
      return PasswordProblem.of(passwords, account.login(), password);
    }
    if (!AdministratorSettings.isLogin(login.strip())) {
      return "login-wrong";
    }
    if (name.isBlank() || name.strip().length() > UserAccounts.LONGEST_NAME) {
      return "name-wrong";
    }
    return PasswordProblem.of(passwords, UserAccounts.folded(login), password);
  }

  private View refused(HttpServletRequest request, Content content) {
    return pages.page(request, HttpStatus.UNPROCESSABLE_CONTENT, "welcome", content);
  }
}
