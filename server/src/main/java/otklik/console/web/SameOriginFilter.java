package otklik.console.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what another site's page makes a browser send (CSRF). Each browser of today says with whatever may change
/// something where it comes from: `Sec-Fetch-Site` over HTTPS and on this machine, `Origin` everywhere. So forms need no
/// tokens, and what was typed before a session ended can be sent as it is after signing in anew.
final class SameOriginFilter extends OncePerRequestFilter {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (HARMLESS.contains(request.getMethod()) || isOurs(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && isHere(origin, request);
  }

  private static boolean isHere(String origin, HttpServletRequest request) {
    try {
      URI from = URI.create(origin);
      return request.getScheme().equals(from.getScheme()) && request.getServerName().equalsIgnoreCase(from.getHost())
          && port(from.getPort(), from.getScheme()) == port(request.getServerPort(), request.getScheme());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static int port(int named, @Nullable String scheme) {
    return named > 0 ? named : "https".equals(scheme) ? 443 : 80;
  }
}
