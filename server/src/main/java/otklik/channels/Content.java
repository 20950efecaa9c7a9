package otklik.channels;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message carries, free of any messenger's shape. Stored as tagged JSON: the tags are a format, never rename one.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "content")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Content.Media.class, name = "media"),
  @JsonSubTypes.Type(value = Content.Location.class, name = "location"),
  @JsonSubTypes.Type(value = Content.Venue.class, name = "venue"),
  @JsonSubTypes.Type(value = Content.Contact.class, name = "contact"),
  @JsonSubTypes.Type(value = Content.Poll.class, name = "poll"),
  @JsonSubTypes.Type(value = Content.Dice.class, name = "dice"),
  @JsonSubTypes.Type(value = Content.Unsupported.class, name = "unsupported"),
})
public sealed interface Content {
  /// One word for tables and people: text, photo, voice, location …
  String type();

  record Text(String text, List<Span> spans) implements Content {
    public static Text of(String text) {
      return new Text(text, List.of());
    }

    /// Several texts as one, each on lines of its own.
    public static Text joined(List<Text> texts) {
      StringBuilder all = new StringBuilder();
      List<Span> spans = new ArrayList<>();
      for (Text text : texts) {
        if (!all.isEmpty()) {
          all.append('\n');
        }
        int shift = all.length();
        text.spans().forEach(span ->
            spans.add(new Span(span.type(), span.offset() + shift, span.length(), span.detail())));
        all.append(text.text());
      }
      return new Text(all.toString(), spans);
    }

    @Override
    public String type() {
      return "text";
    }
  }

  /// A file with an optional caption (empty where there is none).
  ///
  /// @param spoiler covered until whoever sees it touches it
  record Media(MediaKind kind, FileRef file, String caption, List<Span> spans,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean spoiler) implements Content {
    public Media(MediaKind kind, FileRef file, String caption, List<Span> spans) {
      this(kind, file, caption, spans, false);
    }

    /// With another caption.
    public Media saying(Text words) {
      return new Media(kind, file, words.text(), words.spans(), spoiler);
    }

    @Override
    public String type() {
      return kind.type();
    }
  }

  /// @param accuracy radius of uncertainty in metres
  /// @param live     true while the sender's position goes on changing
  /// @param seconds  how long it was to go on when it began; null where it isn't live, or goes on until it is stopped
  record Location(double latitude, double longitude, @Nullable Double accuracy, boolean live,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer seconds) implements Content {
    public Location(double latitude, double longitude, @Nullable Double accuracy, boolean live) {
      this(latitude, longitude, accuracy, live, null);
    }

    /// Where it is now, and stays.
    public Location ended() {
      return new Location(latitude, longitude, accuracy, false);
    }

    @Override
    public String type() {
      return "location";
    }
  }

  record Venue(double latitude, double longitude, String title, String address) implements Content {
    @Override
    public String type() {
      return "venue";
    }
  }

  /// @param own true only when the messenger vouches that the sender shared their own number
  record Contact(String phone, String firstName, @Nullable String lastName, boolean own) implements Content {
    @Override
    public String type() {
      return "contact";
    }
  }

  record Poll(String question, List<String> options) implements Content {
    @Override
    public String type() {
      return "poll";
    }
  }

  /// A die, dart or slot machine with the value that fell.
  record Dice(String emoji, int value) implements Content {
    @Override
    public String type() {
      return "dice";
    }
  }

  /// Something that can't be passed on.
  ///
  /// @param kind the messenger's own word for it
  record Unsupported(String kind) implements Content {
    @Override
    public String type() {
      return "unsupported";
    }
  }
}
