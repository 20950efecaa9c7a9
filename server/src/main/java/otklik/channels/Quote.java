package otklik.channels;

import java.util.ArrayList;
import java.util.List;

/// The part of an answered message that is meant.
///
/// @param position where it began in that message, in UTF-16 units
public record Quote(Content.Text words, int position) {
  /// The same said without being a reply: the words that are meant stand above what is said of them.
  ///
  /// @return the content as it is, where it doesn't take words
  public Content above(Content content) {
    return switch (content) {
      case Content.Text text -> Content.Text.joined(List.of(marked(), text));
      case Content.Media media when media.kind() != MediaKind.STICKER && media.kind() != MediaKind.VIDEO_NOTE -> {
        Content.Text caption = media.caption().isEmpty() ? marked()
            : Content.Text.joined(List.of(marked(), new Content.Text(media.caption(), media.spans())));
        yield media.saying(caption);
      }
      default -> content;
    };
  }

  /// As a quotation looks in a text.
  public Content.Text marked() {
    List<Span> spans = new ArrayList<>(List.of(new Span("blockquote", 0, words.text().length(), null)));
    words.spans().stream().filter(span -> !span.type().endsWith("blockquote")).forEach(spans::add);
    return new Content.Text(words.text(), List.copyOf(spans));
  }
}
