package otklik.rooms;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.MessageSizes;
import otklik.relay.RoomChanges;
import otklik.relay.SaidMessage;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What was said in a topic that is gone, as one message for the topic in its place. Where it grows too long, the
/// oldest is left out.
@Component
final class TopicSummary {
  private static final int MOST = 20;
  /// Leaves room in a message of 4,096 characters.
  private static final int LONGEST = 3800;
  private static final int LONGEST_LINE = 400;

  private final RoomProviders roomProviders;
  private final RoomChanges roomChanges;

  TopicSummary(RoomProviders roomProviders, RoomChanges roomChanges) {
    this.roomProviders = roomProviders;
    this.roomChanges = roomChanges;
  }

  /// Empty where nothing was said, or not everything belongs there.
  Optional<String> of(Turn turn, Ticket ticket) throws SQLException {
    if (!roomProviders.of(turn.channel()).hearsEverything()) {
      return Optional.empty();
    }
    String head = turn.text(turn.channel().ownKey("retold"));
    List<String> lines = new ArrayList<>();
    int length = head.length();
    for (SaidMessage told : roomChanges.told(turn, ticket, MOST).reversed()) {
      String line = line(turn.channel(), told);
      length += line.length() + 1;
      if (length > turn.channel().sizes().share(LONGEST)) {
        break;
      }
      lines.addFirst(line);
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(head + "\n" + String.join("\n", lines));
  }

  /// Who said it, and what: short enough for many to fit into a message.
  private static String line(Channel channel, SaidMessage told) {
    String words = told.content() instanceof Content.Text ? told.words()
        : "[" + channel.text("kind." + told.content().type()) + "] " + told.words();
    return channel.text(channel.ownKey(switch (told.direction()) {
      case IN -> "retold.in";
      case OUT -> "retold.out";
      case NOTE -> "retold.note";
    }), "text", MessageSizes.cut(words.strip(), LONGEST_LINE));
  }
}
