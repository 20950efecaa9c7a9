package otklik.console.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import otklik.console.accounts.ConsoleSessions;
import otklik.console.accounts.SecretToken;

/// Carries a session's token. Scripts can't read it, other sites can't send it with what changes something, and it goes
/// nowhere but to the console.
public final class SessionCookie {
  private static final String NAME = "otklik-session";

  private SessionCookie() {}

  static @Nullable String read(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(NAME)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  public static void set(HttpServletRequest request, HttpServletResponse response, SecretToken token) {
    add(request, response, token.value(), ConsoleSessions.LONGEST);
  }

  public static void clear(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, "", Duration.ZERO);
  }

  private static void add(HttpServletRequest request, HttpServletResponse response, String value, Duration lasts) {
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, value)
        .path("/console").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(lasts).build().toString());
  }
}
