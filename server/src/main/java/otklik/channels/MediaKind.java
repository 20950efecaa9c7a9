package otklik.channels;

import com.fasterxml.jackson.annotation.JsonValue;

/// The kinds of files that messengers tell apart.
public enum MediaKind {
  PHOTO("photo"),
  VIDEO("video"),
  ANIMATION("animation"),
  DOCUMENT("document"),
  AUDIO("audio"),
  VOICE("voice"),
  VIDEO_NOTE("video_note"),
  STICKER("sticker");

  private final String type;

  MediaKind(String type) {
    this.type = type;
  }

  @JsonValue
  public String type() {
    return type;
  }
}
