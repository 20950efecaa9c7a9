package otklik.console.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import otklik.console.accounts.ConsoleSessions;
import otklik.console.accounts.UserAccounts;
import otklik.storage.Database;

/// Who may ask for a page at all. What of a workspace somebody may open is decided by [WorkspaceGate].
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ConsoleSecurity {
  static final String SIGN_IN = "/console/sign-in";

  private static final String[] OPEN = {SIGN_IN, "/console/welcome", "/console/assets/**"};
  /// Nothing but what is served here, no script in a page, and no page in another one.
  private static final String CONTENT = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
      + "form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain consoleDoor(HttpSecurity http, Database database, ConsoleSessions sessions,
      UserAccounts accounts) {
    return http.securityMatcher("/console", "/console/**")
        .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .addFilterBefore(new SameOriginFilter(), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new SessionFilter(database, sessions, accounts), AnonymousAuthenticationFilter.class)
        .exceptionHandling(refused -> refused.authenticationEntryPoint(ConsoleSecurity::signsInFirst))
        .headers(headers -> headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
            // `no-referrer` would make browsers send `Origin: null` with our own forms.
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable) // see SameOriginFilter
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  /// Only the console pays for it: messengers' hooks and health don't pass.
  @Bean
  DelegatingFilterProxyRegistrationBean consoleDoorInFront() {
    var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    registration.addUrlPatterns("/console", "/console/*");
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    return registration;
  }

  /// Whoever opened a page comes back to it; what was sent is told so, and the page that sent it keeps it.
  private static void signsInFirst(HttpServletRequest request, HttpServletResponse response,
      AuthenticationException refused) throws IOException {
    if (!request.getMethod().equals(HttpMethod.GET.name()) || request.getHeader("HX-Request") != null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String query = request.getQueryString();
    String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION,
        SIGN_IN + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
  }
}
