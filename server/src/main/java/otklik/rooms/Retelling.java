package otklik.rooms;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.relay.RoomChanges;
import otklik.relay.Told;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What was said in a topic that is gone, as one message for the topic in its place. Where it grows too long, the
/// oldest is left out.
@Component
final class Retelling {
  private static final int MOST = 20;
  /// Leaves room below a message's 4,096 characters.
  private static final int LONGEST = 3800;

  private final Furnishers furnishers;
  private final RoomChanges roomChanges;

  Retelling(Furnishers furnishers, RoomChanges roomChanges) {
    this.furnishers = furnishers;
    this.roomChanges = roomChanges;
  }

  /// Empty where nothing was said, or not everything belongs there.
  Optional<String> of(Turn turn, Ticket ticket) throws SQLException {
    Furnisher furnisher = furnishers.of(turn.channel());
    if (!furnisher.hearsEverything()) {
      return Optional.empty();
    }
    String head = furnisher.retellingBegins(turn.channel());
    List<String> lines = new ArrayList<>();
    int length = head.length();
    for (Told told : roomChanges.told(turn, ticket, MOST).reversed()) {
      String line = furnisher.retold(turn.channel(), told);
      length += line.length() + 1;
      if (length > LONGEST) {
        break;
      }
      lines.addFirst(line);
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(head + "\n" + String.join("\n", lines));
  }
}
