package otklik.relay;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.kernel.Language;

/// How a copy looks where it arrives.
///
/// @param language  of whoever reads it
/// @param signature what it ends with; null for nothing
/// @param head      what stands above it; null for nothing
public record Dress(Language language, @Nullable String signature, Content.@Nullable Text head) {
  public static Dress in(Language language) {
    return new Dress(language, null, null);
  }

  public Dress signed(@Nullable String words) {
    return new Dress(language, words, head);
  }

  public Dress under(Content.@Nullable Text lines) {
    return new Dress(language, signature, lines);
  }
}
