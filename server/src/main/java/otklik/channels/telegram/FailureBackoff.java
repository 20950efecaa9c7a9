package otklik.channels.telegram;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How one bot bears failures in a row: waits longer and longer, and says each new trouble once.
final class FailureBackoff {
  private static final Logger log = LoggerFactory.getLogger(FailureBackoff.class);
  private static final int MOST_DOUBLINGS = 20;

  private final String name;
  private final Pauses pauses;
  private int failures;
  private String trouble = "";

  FailureBackoff(String name, Pauses pauses) {
    this.name = name;
    this.pauses = pauses;
  }

  void calm() {
    if (!trouble.isEmpty()) {
      log.info("{}: works again", name);
    }
    failures = 0;
    trouble = "";
  }

  /// Waits for memory: no failure, so nothing is said of it.
  void restWhileScarce() throws InterruptedException {
    pauses.time().sleep(pauses.pace().scarce());
  }

  /// Waits as long as is due after an answer that was no success.
  void rest(BotApiAnswer answer) throws InterruptedException {
    pauses.time().sleep(after(answer));
  }

  void rest(String trouble) throws InterruptedException {
    pauses.time().sleep(afterTrouble(trouble));
  }

  /// How long to wait after an answer that was no success.
  Duration after(BotApiAnswer answer) {
    return switch (answer) {
      case BotApiAnswer.Done _ -> afterTrouble("Telegram's answer can't be read");
      case BotApiAnswer.Silent(String why) -> afterTrouble(why);
      case BotApiAnswer.Away(String why) -> afterTrouble(why);
      case BotApiAnswer.Failed failed -> after(failed);
    };
  }

  Duration afterTrouble(String what) {
    say(what);
    long doubled = pauses.pace().first().toMillis() << Math.min(failures++, MOST_DOUBLINGS);
    long most = Math.min(doubled, pauses.pace().most().toMillis());
    return Duration.ofMillis(most / 2 + pauses.random().nextLong(most / 2 + 1));
  }

  private Duration after(BotApiAnswer.Failed failed) {
    String said = failed.code() + " " + failed.description();
    return switch (failed.code()) {
      case 401, 404 -> {
        say("Telegram doesn't know this bot's token (any more): " + said);
        yield pauses.pace().revoked();
      }
      case 409 -> {
        say("another program receives this bot's updates: " + said);
        yield pauses.pace().conflict();
      }
      case 429 -> {
        Duration usual = afterTrouble("Telegram asks to wait");
        yield failed.pause() == null ? usual : failed.pause();
      }
      default -> afterTrouble(said);
    };
  }

  private void say(String what) {
    if (!what.equals(trouble)) {
      log.warn("{}: {}", name, what);
      trouble = what;
    }
  }
}
