package otklik.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;

/// Says whose words these are, where that can't be seen from the room.
public final class Byline {
  private Byline() {}

  /// The line and the content: in one message where it takes words, else the line before it.
  ///
  /// @param line null for none
  public static List<Content> on(@Nullable String line, Content content) {
    return above(line == null ? null : Content.Text.of(line + ":"), content);
  }

  /// The same with lines as they are.
  ///
  /// @param said null for none
  public static List<Content> above(Content.@Nullable Text said, Content content) {
    if (said == null) {
      return List.of(content);
    }
    return switch (content) {
      case Content.Text text -> List.of(Content.Text.joined(List.of(said, text)));
      case Content.Media media when Message.takesCaption(media) -> List.of(captioned(said, media));
      default -> List.of(said, content);
    };
  }

  private static Content.Media captioned(Content.Text said, Content.Media media) {
    Content.Text caption = media.caption().isEmpty() ? said
        : Content.Text.joined(List.of(said, new Content.Text(media.caption(), media.spans())));
    return media.saying(caption);
  }
}
