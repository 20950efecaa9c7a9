package otklik.rooms;

import static otklik.storage.schema.Tables.TRIAGE_ROOM;

import java.util.Optional;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of the topics that tickets share: one a channel, however many need it at once.
@Component
final class SharedTopicRows {
  Optional<Place> where(Turn turn) {
    return turn.sql().select(TRIAGE_ROOM.CHAT, TRIAGE_ROOM.TOPIC).from(TRIAGE_ROOM)
        .where(of(turn.channel())).and(TRIAGE_ROOM.TOPIC.isNotNull())
        .fetchOptional(row -> new Place(row.value1(), row.value2()));
  }

  Optional<DeliveryId> opening(Turn turn) {
    return turn.sql().select(TRIAGE_ROOM.OPENING).from(TRIAGE_ROOM).where(of(turn.channel()))
        .fetchOptional(TRIAGE_ROOM.OPENING).map(DeliveryId::new);
  }

  /// True for the one who is to open it.
  boolean claim(Turn turn) {
    return turn.sql().insertInto(TRIAGE_ROOM)
        .set(TRIAGE_ROOM.WORKSPACE_ID, turn.workspace().value())
        .set(TRIAGE_ROOM.CHANNEL_ID, turn.channel().id().value())
        .onConflictDoNothing()
        .execute() == 1;
  }

  void opensWith(Turn turn, DeliveryId delivery) {
    turn.sql().update(TRIAGE_ROOM)
        .set(TRIAGE_ROOM.OPENING, delivery.value())
        .where(of(turn.channel()))
        .execute();
  }

  /// False when there is one already.
  boolean opened(Turn turn, Place room) {
    return turn.sql().update(TRIAGE_ROOM)
        .set(TRIAGE_ROOM.CHAT, room.chat())
        .set(TRIAGE_ROOM.TOPIC, room.topic())
        .where(of(turn.channel())).and(TRIAGE_ROOM.TOPIC.isNull())
        .execute() == 1;
  }

  /// False when that was known, or when there is another one by now.
  boolean lost(Turn turn, Place room) {
    return turn.sql().deleteFrom(TRIAGE_ROOM)
        .where(of(turn.channel())).and(TRIAGE_ROOM.CHAT.eq(room.chat())).and(TRIAGE_ROOM.TOPIC.eq(room.topic()))
        .execute() == 1;
  }

  private static Condition of(Channel channel) {
    return TRIAGE_ROOM.WORKSPACE_ID.eq(channel.workspace().value())
        .and(TRIAGE_ROOM.CHANNEL_ID.eq(channel.id().value()));
  }
}
