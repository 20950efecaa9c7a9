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
    if (line == null) {
      return List.of(content);
    }
    Content.Text said = Content.Text.of(line + ":");
    return switch (content) {
      case Content.Text text -> List.of(Content.Text.joined(List.of(said, text)));
      case Content.Media media when Message.takesCaption(media) -> List.of(captioned(said, media));
      default -> List.of(said, content);
    };
  }

  private static Content.Media captioned(Content.Text said, Content.Media media) {
    Content.Text caption = media.caption().isEmpty() ? said
        : Content.Text.joined(List.of(said, new Content.Text(media.caption(), media.spans())));
    return new Content.Media(media.kind(), media.file(), caption.text(), caption.spans());
  }
}
