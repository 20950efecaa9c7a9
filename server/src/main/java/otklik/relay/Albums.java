package otklik.relay;

import static otklik.storage.schema.Tables.ALBUM_WAITING;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.TicketId;
import otklik.storage.Database;
import otklik.storage.Statement;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Albums of which more items may come. There are few at any moment, so where any wait is remembered: a message costs no
/// look into the table where none does.
@Component
final class Albums {
  private static final Statement WAITING = Statement.of("""
      select album, ticket_id from album_waiting where workspace_id = ? and channel_id = ? and place = ?
      """);

  private final Database database;
  private final Map<ChannelId, Set<String>> places = new ConcurrentHashMap<>();

  Albums(Database database) {
    this.database = database;
  }

  record Waiting(String album, TicketId ticket) {}

  void add(Turn turn, String place, String album, TicketId ticket) {
    turn.sql().insertInto(ALBUM_WAITING)
        .set(ALBUM_WAITING.WORKSPACE_ID, turn.workspace().value())
        .set(ALBUM_WAITING.CHANNEL_ID, turn.channel().id().value())
        .set(ALBUM_WAITING.PLACE, place)
        .set(ALBUM_WAITING.ALBUM, album)
        .set(ALBUM_WAITING.TICKET_ID, ticket.value())
        .onConflictDoNothing()
        .execute();
    Set<String> known = places(turn.channel());
    known.add(place); // whoever shares the commit sees it before it is made
    turn.afterCommit(() -> known.add(place));
  }

  Optional<Waiting> in(Turn turn, String place) throws SQLException {
    if (!places(turn.channel()).contains(place)) {
      return Optional.empty();
    }
    return turn.first(WAITING, row -> new Waiting(row.getString(1), new TicketId(row.getLong(2))),
        turn.workspace().value(), turn.channel().id().value(), place);
  }

  /// The albums of a ticket of which more items may come.
  Set<String> of(Turn turn, TicketId ticket) {
    return places(turn.channel()).isEmpty() ? Set.of() : turn.sql().select(ALBUM_WAITING.ALBUM).from(ALBUM_WAITING)
        .where(ALBUM_WAITING.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(ALBUM_WAITING.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(ALBUM_WAITING.TICKET_ID.eq(ticket.value()))
        .fetchSet(ALBUM_WAITING.ALBUM);
  }

  /// False when it was already taken.
  boolean take(Turn turn, String place, String album) {
    boolean taken = turn.sql().deleteFrom(ALBUM_WAITING)
        .where(ALBUM_WAITING.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(ALBUM_WAITING.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(ALBUM_WAITING.PLACE.eq(place))
        .and(ALBUM_WAITING.ALBUM.eq(album))
        .execute() == 1;
    turn.afterCommit(() -> forget(turn.channel(), place));
    return taken;
  }

  void erase(Turn turn, Collection<TicketId> tickets) {
    turn.sql().deleteFrom(ALBUM_WAITING)
        .where(ALBUM_WAITING.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(ALBUM_WAITING.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(ALBUM_WAITING.TICKET_ID.in(tickets.stream().map(TicketId::value).toList()))
        .execute();
  }

  /// Only when nothing waits there any more: another album may have come since. To remember one too many is harmless.
  private void forget(Channel channel, String place) {
    if (!stored(channel).contains(place)) {
      places(channel).remove(place);
    }
  }

  private Set<String> places(Channel channel) {
    return places.computeIfAbsent(channel.id(), id -> {
      Set<String> known = ConcurrentHashMap.newKeySet();
      known.addAll(stored(channel));
      return known;
    });
  }

  private List<String> stored(Channel channel) {
    return database.read(sql -> sql.select(ALBUM_WAITING.PLACE).from(ALBUM_WAITING)
        .where(ALBUM_WAITING.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(ALBUM_WAITING.CHANNEL_ID.eq(channel.id().value()))
        .fetch(ALBUM_WAITING.PLACE));
  }
}
