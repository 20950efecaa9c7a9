package playground;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A bot that the playground knows. Its state is guarded by the world's lock.
public final class Bot {
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

  Account account() {
    return account;
  }
}
