package otklik.delivery;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;

/// A call to be made.
///
/// @param subject null when nobody wants to know what became of it
/// @param replaces a newer delivery with the same key makes an older one that still waits unnecessary
/// @param joins    plain texts with the same key may be told in one message when they have to wait
public record Owed(
    Call call, Priority priority, @Nullable Subject subject, @Nullable String replaces, @Nullable String joins) {
  public static Owed words(Call call) {
    return of(Priority.WORDS, call);
  }

  public static Owed of(Priority priority, Call call) {
    return new Owed(call, priority, null, null, null);
  }

  public Owed about(String kind, long id) {
    return new Owed(call, priority, new Subject(kind, id), replaces, joins);
  }

  public Owed replacing(String key) {
    return new Owed(call, priority, subject, key, joins);
  }

  /// Everybody who listens to one of the texts hears of the message that tells them all.
  public Owed joining(String key) {
    return new Owed(call, priority, subject, replaces, key);
  }
}
