package otklik.relay;

import java.util.ArrayList;
import java.util.List;
import otklik.channels.Content;
import otklik.channels.MessageSizes;

/// Cuts what doesn't fit into one message.
public final class Pieces {
  /// No person writes so much in one message: whoever gets it past the messenger must not flood the group.
  private static final int MOST_PIECES = 10;

  private Pieces() {}

  /// The first is of the same kind as the whole.
  ///
  /// @param sizes of the messages that the pieces become
  public static List<Content> of(Content content, MessageSizes sizes) {
    return switch (content) {
      case Content.Text text when text.text().length() <= MOST_PIECES * sizes.text() ->
          List.copyOf(Split.of(text, sizes.text()));
      case Content.Media media when media.caption().length() > sizes.caption() -> {
        List<Content> pieces = new ArrayList<>(List.of(bare(media)));
        pieces.addAll(Split.of(new Content.Text(media.caption(), media.spans()), sizes.text()));
        yield pieces;
      }
      default -> List.of(content);
    };
  }

  private static Content.Media bare(Content.Media media) {
    return media.saying(Content.Text.of(""));
  }
}
