package otklik.emergency.requests;

import java.util.List;
import otklik.channels.Content;

/// How many files belong to a request.
///
/// @param open those that everybody may see who is asked
/// @param held those that only the volunteer sees who takes it: they may tell where they were made
public record Attachments(int open, int held) {
  public static final Attachments NONE = new Attachments(0, 0);

  static Attachments of(List<Content> told) {
    int open = 0;
    int held = 0;
    for (Content content : told) {
      if (content instanceof Content.Media media) {
        if (isHeld(media)) {
          held++;
        } else {
          open++;
        }
      }
    }
    return new Attachments(open, held);
  }

  int all() {
    return open + held;
  }

  Attachments plus(Attachments more) {
    return new Attachments(open + more.open, held + more.held);
  }

  /// Whether a file may tell where it was made. A photo is made anew on its way, without what the camera wrote into it,
  /// and recordings are made in the messenger itself. Everything else can go on byte by byte as it lay on the phone: a
  /// picture sent as a file, and a video too, because Telegram's program for desktops sends it as it is.
  public static boolean isHeld(Content.Media media) {
    return switch (media.kind()) {
      case PHOTO, VOICE, VIDEO_NOTE, STICKER -> false;
      case VIDEO, ANIMATION, DOCUMENT, AUDIO -> true;
    };
  }

  public static boolean isHeld(Content content) {
    return content instanceof Content.Media media && isHeld(media);
  }
}
