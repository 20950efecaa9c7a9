package otklik.relay;

import java.util.ArrayList;
import java.util.List;
import otklik.channels.Content;

/// Cuts what doesn't fit into one message of the messenger with the tightest limits.
final class Pieces {
  /// Telegram: 1,024 characters after entity parsing (Bot API, sendPhoto), though a paying person may write longer ones.
  private static final int LONGEST_CAPTION = 1024;

  private Pieces() {}

  static List<Content> of(Content content) {
    if (content instanceof Content.Media media && tooLong(media)) {
      return List.of(bare(media), new Content.Text(media.caption(), media.spans()));
    }
    return List.of(content);
  }

  static List<Content.Media> ofAlbum(List<Content.Media> items) {
    return items.stream().map(item -> tooLong(item) ? bare(item) : item).toList();
  }

  static List<Content> afterAlbum(List<Content.Media> items) {
    List<Content> texts = new ArrayList<>();
    items.stream().filter(Pieces::tooLong).forEach(item -> texts.add(new Content.Text(item.caption(), item.spans())));
    return texts;
  }

  private static boolean tooLong(Content.Media media) {
    return media.caption().length() > LONGEST_CAPTION;
  }

  private static Content.Media bare(Content.Media media) {
    return new Content.Media(media.kind(), media.file(), "", List.of());
  }
}
