package otklik.emergency.requests;

import java.util.Arrays;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.geography.WrittenPlace;
import otklik.kernel.Language;

/// What people write where others would send a position: coordinates, a link to a map, or the words on the key that
/// should send one, which some apps only type.
public final class WrittenPosition {
  private WrittenPosition() {}

  /// The position itself in place of the words that tell it.
  ///
  /// @param withWords whether it counts among other words too, which then describe it
  public static Incoming.Said in(Incoming.Said said, boolean withWords) {
    Content read = read(said.content(), withWords);
    return read == said.content() ? said : new Incoming.Said(said.place(), said.direct(), said.ref(), said.by(), read,
        said.replyTo(), said.album(), said.at(), said.context());
  }

  /// Likewise, of what is said alone.
  public static Content read(Content content, boolean withWords) {
    if (content instanceof Content.Text text
        && WrittenPlace.in(text.text()).orElse(null) instanceof WrittenPlace.At(var point, var rest)) {
      if (rest.isEmpty()) {
        return new Content.Location(point.latitude(), point.longitude(), null, false);
      }
      if (withWords) {
        return new Content.Venue(point.latitude(), point.longitude(), rest, "");
      }
    }
    return content;
  }

  /// Whether these are the words on [PositionKey], in any language.
  public static boolean isKey(Visitor visitor, Content content) {
    return content instanceof Content.Text text && Arrays.stream(Language.values())
        .anyMatch(language -> visitor.channel().texts().text(language, "emergency.button.position")
            .equalsIgnoreCase(text.text().strip()));
  }
}
