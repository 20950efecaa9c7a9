package otklik.console.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import otklik.console.accounts.ConsoleSessions;
import otklik.console.accounts.UserAccounts;
import otklik.storage.Database;

/// Knows again who is signed in. Asks the rows each time, so that whoever is put out is out at once.
final class SessionFilter extends OncePerRequestFilter {
  private final Database database;
  private final ConsoleSessions sessions;
  private final UserAccounts accounts;

  SessionFilter(Database database, ConsoleSessions sessions, UserAccounts accounts) {
    this.database = database;
    this.sessions = sessions;
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = SessionCookie.read(request);
    if (token != null) {
      find(token).ifPresent(known -> {
        sessions.seen(known.session());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(known, null, List.of()));
        SecurityContextHolder.setContext(context);
      });
    }
    chain.doFilter(request, response);
  }

  private Optional<SignedIn> find(String token) {
    return database.read(sql -> sessions.find(sql, token).flatMap(session ->
        accounts.find(sql, session.user()).filter(account -> !account.isDisabled())
            .map(account -> new SignedIn(account, session))));
  }
}
