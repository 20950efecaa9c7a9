package otklik.rooms;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import otklik.kernel.MessageId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What only a scenario knows of its tickets' rooms. One bean for each scenario that has rooms, found by its name.
/// Asked inside transactions, about open and closed tickets alike; it doesn't ask the rooms in its turn.
public interface RoomProvider {
  String scenario();

  /// Where the ticket's room is to be if it were opened now.
  RoomPlacement placement(Turn turn, Ticket ticket) throws SQLException;

  /// The ticket's card as it is now.
  CardFace card(Turn turn, Ticket ticket) throws SQLException;

  /// Whether all that the person says belongs into the room, and is brought there whenever one is opened. Where it
  /// doesn't, only what the scenario passes itself gets there.
  default boolean hearsEverything() {
    return true;
  }

  /// Where it doesn't: what of it the scenario had passed, which follows into a room in place of one that is gone, should
  /// it not have arrived.
  default Set<MessageId> passed(Turn turn, Ticket ticket) throws SQLException {
    return Set.of();
  }

  /// The one topic that tickets of this channel share; empty where none do.
  default Optional<SharedTopicPlan> sharedTopic(Channel channel) {
    return Optional.empty();
  }
}
