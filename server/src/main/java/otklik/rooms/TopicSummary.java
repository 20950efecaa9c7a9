package otklik.rooms;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.relay.RoomChanges;
import otklik.relay.SaidMessage;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What was said in a topic that is gone, as one message for the topic in its place. Where it grows too long, the
/// oldest is left out.
@Component
final class TopicSummary {
  private static final int MOST = 20;
  /// Leaves room in a message of 4,096 characters.
  private static final int LONGEST = 3800;

  private final RoomProviders roomProviders;
  private final RoomChanges roomChanges;

  TopicSummary(RoomProviders roomProviders, RoomChanges roomChanges) {
    this.roomProviders = roomProviders;
    this.roomChanges = roomChanges;
  }

  /// Empty where nothing was said, or not everything belongs there.
  Optional<String> of(Turn turn, Ticket ticket) throws SQLException {
    RoomProvider provider = roomProviders.of(turn.channel());
    if (!provider.hearsEverything()) {
      return Optional.empty();
    }
    String head = provider.retellingBegins(turn.channel());
    List<String> lines = new ArrayList<>();
    int length = head.length();
    for (SaidMessage told : roomChanges.told(turn, ticket, MOST).reversed()) {
      String line = provider.retold(turn.channel(), told);
      length += line.length() + 1;
      if (length > turn.channel().sizes().share(LONGEST)) {
        break;
      }
      lines.addFirst(line);
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(head + "\n" + String.join("\n", lines));
  }
}
