package otklik.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import otklik.channels.Content;
import otklik.relay.Direction;
import otklik.relay.Told;
import otklik.relay.Wording;
import otklik.workspaces.Channel;

/// What was said in a topic that is gone, as one message for the topic in its place. Where it grows too long, the oldest
/// is left out.
final class Retelling {
  static final int MOST = 20;
  private static final int LONGEST_LINE = 400;
  /// Leaves room below a message's 4,096 characters.
  private static final int LONGEST = 3800;

  private Retelling() {}

  static Optional<String> of(Channel channel, List<Told> told) {
    List<String> lines = new ArrayList<>();
    String head = channel.texts().text(channel.language(), "retold");
    int length = head.length();
    for (Told one : told.reversed()) {
      String line = line(channel, one);
      length += line.length() + 1;
      if (length > LONGEST) {
        break;
      }
      lines.addFirst(line);
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(head + "\n" + String.join("\n", lines));
  }

  private static String line(Channel channel, Told told) {
    String words = Optional.ofNullable(Wording.of(told.content())).orElse("");
    if (!(told.content() instanceof Content.Text)) {
      words = "[" + channel.texts().text(channel.language(), "kind." + told.content().type()) + "] " + words;
    }
    return channel.texts().text(channel.language(), "retold." + key(told.direction()), "text",
        TopicName.cut(words.strip(), LONGEST_LINE));
  }

  private static String key(Direction direction) {
    return switch (direction) {
      case IN -> "in";
      case OUT -> "out";
      case NOTE -> "note";
    };
  }
}
