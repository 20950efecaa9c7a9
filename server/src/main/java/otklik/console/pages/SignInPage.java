package otklik.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import otklik.console.accounts.ConsoleSessions;
import otklik.console.accounts.SignIn;
import otklik.console.web.Pages;
import otklik.console.web.SeeOther;
import otklik.console.web.SessionCookie;
import otklik.console.web.SignedIn;
import otklik.storage.Database;

/// In and out.
@Controller
public final class SignInPage {
  private static final String INSIDE = "/console/";

  private final Pages pages;
  private final SignIn signIn;
  private final Database database;
  private final ConsoleSessions sessions;
  private final InstantSource clock;

  SignInPage(Pages pages, SignIn signIn, Database database, ConsoleSessions sessions, InstantSource clock) {
    this.pages = pages;
    this.signIn = signIn;
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// @param next    where they go on
  /// @param login   as they typed it
  /// @param problem why they aren't in; null at first
  /// @param minutes how long they must wait, for `too-often`
  public record Content(String next, String login, @Nullable String problem, long minutes) {}

  @GetMapping("/console/sign-in")
  View asked(@RequestParam(defaultValue = INSIDE) String next, @Nullable SignedIn by, HttpServletRequest request) {
    return by != null ? new SeeOther(inside(next))
        : pages.page(request, "sign-in", new Content(inside(next), "", null, 0));
  }

  @PostMapping("/console/sign-in")
  View tried(@RequestParam String login, @RequestParam String password,
      @RequestParam(defaultValue = INSIDE) String next,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
      HttpServletRequest request, HttpServletResponse response) {
    return switch (signIn.with(login, password, request.getRemoteAddr(), agent)) {
      case SignIn.Attempt.SignedIn(var token) -> {
        SessionCookie.set(request, response, token);
        yield new SeeOther(inside(next));
      }
      case SignIn.Attempt.Wrong _ -> pages.page(request, HttpStatus.UNPROCESSABLE_CONTENT, "sign-in",
          new Content(inside(next), login, "wrong", 0));
      case SignIn.Attempt.TooOften(var until) -> pages.page(request, HttpStatus.TOO_MANY_REQUESTS, "sign-in",
          new Content(inside(next), login, "too-often",
              Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes())));
    };
  }

  @PostMapping("/console/sign-out")
  View out(SignedIn by, HttpServletRequest request, HttpServletResponse response) {
    database.writeNow(tx -> {
      sessions.end(tx, by.account().id(), by.session().id());
      return null;
    });
    SessionCookie.clear(request, response);
    return new SeeOther("/console/sign-in");
  }

  /// Nobody is led elsewhere by a link to the sign-in.
  private static String inside(String next) {
    return next.startsWith(INSIDE) && !next.contains("//") && !next.contains("\\") && !next.contains("..")
        && next.chars().allMatch(sign -> sign > ' ' && sign < 127) ? next : INSIDE;
  }
}
