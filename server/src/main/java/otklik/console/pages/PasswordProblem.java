package otklik.console.pages;

import org.jspecify.annotations.Nullable;
import otklik.console.accounts.Passwords;

/// What is said of a password that isn't good enough: the end of a text's key.
final class PasswordProblem {
  private PasswordProblem() {}

  static @Nullable String of(Passwords passwords, String login, String password) {
    return switch (passwords.weakness(login, password)) {
      case TOO_SHORT -> "password-short";
      case TOO_LONG -> "password-long";
      case IS_LOGIN -> "password-login";
      case null -> null;
    };
  }
}
