package otklik.delivery;

import org.jspecify.annotations.Nullable;
import otklik.channels.Call;

/// A call to be made.
///
/// @param subject null when nobody wants to know what became of it
/// @param replaces a newer delivery with the same key makes an older one that still waits unnecessary
public record Owed(Call call, Priority priority, @Nullable Subject subject, @Nullable String replaces) {
  public static Owed words(Call call) {
    return new Owed(call, Priority.WORDS, null, null);
  }

  public static Owed of(Priority priority, Call call) {
    return new Owed(call, priority, null, null);
  }

  public Owed about(String kind, long id) {
    return new Owed(call, priority, new Subject(kind, id), replaces);
  }

  public Owed replacing(String key) {
    return new Owed(call, priority, subject, key);
  }
}
