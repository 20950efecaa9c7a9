package otklik.relay;

import static otklik.storage.schema.Tables.ALBUM_WAITING;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Albums of which more items may come.
@Component
final class Albums {
  private static final Statement WAITING = Statement.of("""
      select album, ticket_id from album_waiting where workspace_id = ? and channel_id = ? and place = ?
      """);

  record Waiting(String album, TicketId ticket) {}

  void add(Tx tx, Channel channel, String place, String album, TicketId ticket) {
    tx.sql().insertInto(ALBUM_WAITING)
        .set(ALBUM_WAITING.WORKSPACE_ID, channel.workspace().value())
        .set(ALBUM_WAITING.CHANNEL_ID, channel.id().value())
        .set(ALBUM_WAITING.PLACE, place)
        .set(ALBUM_WAITING.ALBUM, album)
        .set(ALBUM_WAITING.TICKET_ID, ticket.value())
        .onConflictDoNothing()
        .execute();
  }

  Optional<Waiting> in(Tx tx, Channel channel, String place) throws SQLException {
    return tx.first(WAITING, row -> new Waiting(row.getString(1), new TicketId(row.getLong(2))),
        channel.workspace().value(), channel.id().value(), place);
  }

  /// False when it was already taken.
  boolean take(Tx tx, Channel channel, String place, String album) {
    return tx.sql().deleteFrom(ALBUM_WAITING)
        .where(ALBUM_WAITING.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(ALBUM_WAITING.CHANNEL_ID.eq(channel.id().value()))
        .and(ALBUM_WAITING.PLACE.eq(place))
        .and(ALBUM_WAITING.ALBUM.eq(album))
        .execute() == 1;
  }
}
