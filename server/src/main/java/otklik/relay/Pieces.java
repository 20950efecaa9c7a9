package otklik.relay;

import java.util.ArrayList;
import java.util.List;
import otklik.channels.Content;

/// Cuts what doesn't fit into one message of the messenger with the tightest limits.
public final class Pieces {
  /// Telegram: 4,096 characters after entity parsing (Bot API, sendMessage).
  private static final int LONGEST_TEXT = 4096;
  /// Telegram: 1,024 characters after entity parsing (Bot API, sendPhoto), though a paying person may write more.
  private static final int LONGEST_CAPTION = 1024;

  /// No person writes so much in one message: whoever gets it past the messenger must not flood the group.
  private static final int MOST_PIECES = 10;

  private Pieces() {}

  /// The first is of the same kind as the whole.
  public static List<Content> of(Content content) {
    return switch (content) {
      case Content.Text text when text.text().length() <= MOST_PIECES * LONGEST_TEXT ->
          List.copyOf(Split.of(text, LONGEST_TEXT));
      case Content.Media media when isTooLong(media) -> {
        List<Content> pieces = new ArrayList<>(List.of(bare(media)));
        pieces.addAll(Split.of(new Content.Text(media.caption(), media.spans()), LONGEST_TEXT));
        yield pieces;
      }
      default -> List.of(content);
    };
  }

  private static boolean isTooLong(Content.Media media) {
    return media.caption().length() > LONGEST_CAPTION;
  }

  private static Content.Media bare(Content.Media media) {
    return media.saying(Content.Text.of(""));
  }
}
