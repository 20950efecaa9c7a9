package playground;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A trouble to be made: what kind, in which calls, and for how long. Without `forMethods` it hits
/// every method but getUpdates; `withUpdates` includes that too. Without `times` and `lasting` it
/// goes on until it is ended.
public record Fault(
    Kind kind, int retryAfter, Set<String> methods, boolean updatesToo, Long chatId, int calls, Duration duration,
    String description) {

  public enum Kind {
    /// 429 with `retry_after` in body and header.
    TOO_MANY_REQUESTS,
    /// 500 with a JSON body.
    SERVER_ERROR,
    /// 502 with an HTML body, as a front proxy answers.
    BAD_GATEWAY,
    /// Takes the request, never processes it, and closes the connection when the fault ends.
    SILENCE,
    /// Processes the request, never answers, and closes the connection when the fault ends.
    SILENCE_AFTER,
    /// Processes the request, and answers when the fault ends.
    LATE,
    /// Closes the connection at once without processing.
    CLOSE,
    /// 400 with a description, without processing.
    REFUSED
  }

  public static Fault of(Kind kind) {
    return new Fault(kind, 1, Set.of(), false, null, 0, null, null);
  }

  public static Fault tooManyRequests(int retryAfter) {
    return new Fault(Kind.TOO_MANY_REQUESTS, retryAfter, Set.of(), false, null, 0, null, null);
  }

  /// @param description as Telegram says it, without `Bad Request: `
  public static Fault refusal(String description) {
    return new Fault(Kind.REFUSED, 1, Set.of(), false, null, 0, null, description);
  }

  public Fault forMethods(String... names) {
    var lower = Stream.of(names).map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    return new Fault(kind, retryAfter, lower, updatesToo, chatId, calls, duration, description);
  }

  public Fault withUpdates() {
    return new Fault(kind, retryAfter, methods, true, chatId, calls, duration, description);
  }

  public Fault inChat(long id) {
    return new Fault(kind, retryAfter, methods, updatesToo, id, calls, duration, description);
  }

  public Fault times(int count) {
    return new Fault(kind, retryAfter, methods, updatesToo, chatId, count, duration, description);
  }

  public Fault lasting(Duration time) {
    return new Fault(kind, retryAfter, methods, updatesToo, chatId, calls, time, description);
  }

  boolean hits(String method, long chat) {
    if (chatId != null && chatId != chat) return false;
    if (method.equals("getupdates") && updatesToo) return true;
    return methods.isEmpty() ? !method.equals("getupdates") : methods.contains(method);
  }
}
