package otklik.relay;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;

/// Something that was said in a ticket's conversation.
///
/// @param head what stands above it, because it changes what the words mean
public record SaidMessage(Direction direction, Content content, Content.@Nullable Text head) {
  /// Empty where nothing was said in words.
  public String words() {
    String words = Wording.of(content);
    String said = words == null ? "" : words;
    return head == null ? said : (head.text() + "\n" + said).strip();
  }
}
