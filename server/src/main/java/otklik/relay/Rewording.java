package otklik.relay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.FileRef;
import otklik.channels.MessageSizes;
import otklik.channels.Place;
import otklik.channels.Span;
import otklik.channels.Target;

/// How a copy that stands comes to say something else.
final class Rewording {
  private Rewording() {}

  /// Nothing that a copy shows has changed: messengers also tell of edits that nobody can see.
  static boolean isSame(Content before, Content now) {
    return before.equals(now) || before instanceof Content.Media was && now instanceof Content.Media is
        && was.kind() == is.kind() && isSameFile(was.file(), is.file()) && was.caption().equals(is.caption())
        && was.spans().equals(is.spans());
  }

  /// Whether the copy can be changed into it: words into words, and a caption under the same file.
  static boolean isPossible(Content before, Content now) {
    return before instanceof Content.Text && now instanceof Content.Text
        || before instanceof Content.Media was && now instanceof Content.Media is && was.kind() == is.kind()
            && isSameFile(was.file(), is.file());
  }

  /// A messenger may name a file differently from time to time.
  private static boolean isSameFile(FileRef one, FileRef other) {
    return one.id().equals(other.id())
        || one.size() != null && one.equals(new FileRef(one.id(), other.size(), other.name(), other.mime()));
  }

  /// What one copy says for several messages, each on lines of its own, with this one as given.
  ///
  /// @param mark  stands before what each of them says
  /// @param sizes of the messages that the pieces are
  static List<Content> pieces(List<Message> together, Message given, @Nullable String mark, MessageSizes sizes) {
    if (together.size() == 1) {
      return Pieces.of(Byline.above(Carrier.head(mark, given), given.shown()).getLast(), sizes);
    }
    List<Content.Text> texts = new ArrayList<>();
    for (Message message : together) {
      Message one = message.id().equals(given.id()) ? given : message;
      if (Byline.above(Carrier.head(mark, one), one.shown()).getLast() instanceof Content.Text text) {
        texts.add(text);
      }
    }
    return Pieces.of(Content.Text.joined(texts), sizes);
  }

  static Call call(Place place, Target copy, Content piece) {
    return switch (piece) {
      case Content.Text text -> new Call.EditText(place, copy, text, List.of());
      case Content.Media media ->
          new Call.EditCaption(place, copy, new Content.Text(media.caption(), media.spans()));
      default -> throw new IllegalStateException("can't be reworded: " + piece.type());
    };
  }

  /// With a word before it that says what this is.
  static Content after(String word, Content content) {
    return switch (content) {
      case Content.Text(String text, List<Span> spans) ->
          new Content.Text(word + " " + text, shifted(spans, word.length() + 1));
      case Content.Media media -> media.saying(new Content.Text(
          media.caption().isEmpty() ? word : word + " " + media.caption(), shifted(media.spans(), word.length() + 1)));
      default -> content;
    };
  }

  private static List<Span> shifted(List<Span> spans, int by) {
    return spans.stream().map(span -> new Span(span.type(), span.offset() + by, span.length(), span.detail())).toList();
  }
}
