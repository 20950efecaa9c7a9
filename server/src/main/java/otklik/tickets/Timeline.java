package otklik.tickets;

import static otklik.storage.MicrosConverter.micros;

import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What happened to tickets, who did it and when. Only grows.
@Component
public final class Timeline {
  private static final Statement ADD = Statement.of("""
      insert into timeline (id, workspace_id, ticket_id, event, actor_id, data, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """);

  private final Ids ids;
  private final InstantSource clock;

  Timeline(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /// @param event a past participle: opened, taken, answered, closed …
  /// @param actor null when nobody in particular did it
  public void note(Tx tx, Channel channel, TicketId ticket, String event, @Nullable PersonId actor,
      @Nullable String data) throws SQLException {
    tx.defer(ADD, ids.next(), channel.workspace().value(), ticket.value(), event,
        actor == null ? null : actor.value(), data, micros(clock.instant()));
  }
}
