package otklik.helpdesk.tickets;

import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MediaKind;

/// Tells a comment from a new matter, where a comment is awaited. A comment is a short statement, or something spoken;
/// whoever asks, tells at length or sends files has come with something new. What is taken for a comment by mistake
/// becomes a new matter with one press.
public final class Remark {
  private static final int LONGEST = 300;

  private Remark() {}

  public static boolean isOne(Incoming.Said said) {
    return switch (said.content()) {
      case Content.Text text -> text.text().length() <= LONGEST && !text.text().contains("?")
          && !text.text().startsWith("/");
      case Content.Media media -> media.kind() == MediaKind.VOICE || media.kind() == MediaKind.VIDEO_NOTE
          || media.kind() == MediaKind.STICKER;
      case Content.Dice _, Content.Unsupported _ -> true;
      case Content.Location _, Content.Venue _, Content.Contact _, Content.Poll _ -> false;
    };
  }
}
