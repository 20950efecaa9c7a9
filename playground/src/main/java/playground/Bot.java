package playground;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// A bot that the playground knows. Its state is guarded by the world's lock.
public final class Bot {
  private static final long SOON = TimeUnit.SECONDS.toNanos(2);

  private final Account account;
  private final String token;
  final Mailbox mailbox;
  /// Commands by scope and language, as setMyCommands left them.
  final Map<String, JsonNode> commands = new LinkedHashMap<>();
  /// The long poll that waits now; a newer one takes its place.
  long poll;
  long lastConflict = Long.MIN_VALUE;
  /// Its token is answered 401; whatever is written to the bot waits meanwhile.
  volatile boolean revoked;
  /// When the bot last asked for updates, in milliseconds; 0 when never.
  long lastPoll;
  /// Polls that wait now.
  int polls;
  /// When updates were last handed out, in the machine's nanoseconds: they are confirmed by the next poll.
  long handedOut;
  /// How many updates its webhook is being told.
  int pushes;

  Bot(Account account, String token, Mailbox mailbox) {
    this.account = account;
    this.token = token;
    this.mailbox = mailbox;
  }

  public long id() {
    return account.id();
  }

  public String token() {
    return token;
  }

  public String username() {
    return account.username();
  }

  /// Whether none of its updates is on the way. What was handed out long ago and isn't confirmed isn't on the way: the
  /// bot pauses.
  boolean isIdle() {
    boolean soon = polls > 0 || System.nanoTime() - handedOut < SOON;
    return pushes == 0 && (mailbox.size() == 0 || revoked || !soon);
  }

  Account account() {
    return account;
  }
}
