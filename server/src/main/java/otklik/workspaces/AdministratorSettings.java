package otklik.workspaces;

import java.util.Optional;
import java.util.regex.Pattern;
import otklik.settings.Section;

/// Who becomes the console's first administrator where there is none.
public record AdministratorSettings(String login, String password) {
  /// Characters of a password of the console.
  public static final int SHORTEST_PASSWORD = 10;
  public static final int LONGEST_PASSWORD = 200;

  private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,60}");
  private static final Pattern PASSWORD =
      Pattern.compile(".{" + SHORTEST_PASSWORD + "," + LONGEST_PASSWORD + "}", Pattern.DOTALL);

  static Optional<AdministratorSettings> read(Section environment) {
    boolean hasLogin = environment.has("ADMIN_LOGIN");
    boolean hasPassword = environment.has("ADMIN_PASSWORD");
    if (!hasLogin && !hasPassword) {
      return Optional.empty();
    }
    if (!hasLogin || !hasPassword) {
      environment.problem(hasLogin ? "ADMIN_PASSWORD" : "ADMIN_LOGIN", "is missing: both are needed, or neither");
      return Optional.empty();
    }
    return Optional.of(new AdministratorSettings(
        environment.text("ADMIN_LOGIN", LOGIN, "a login of at most 60 letters, digits, dots and the like"),
        environment.secret("ADMIN_PASSWORD", PASSWORD,
            "a password of " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters")));
  }

  public static boolean isLogin(String login) {
    return LOGIN.matcher(login).matches();
  }

  /// Never in a log or an error.
  @Override
  public String toString() {
    return "AdministratorSettings[login=" + login + "]";
  }
}
