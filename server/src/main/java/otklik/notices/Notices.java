package otklik.notices;

import static otklik.storage.schema.Tables.NOTICE;

import java.util.Map;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of what a channel has put up once for all to see.
@Component
final class Notices {
  private final Database database;

  Notices(Database database) {
    this.database = database;
  }

  /// @param delivery  what put it up
  /// @param messageId once that is known
  record Notice(String fingerprint, DeliveryId delivery, @Nullable String messageId) {
    Target message() {
      return messageId == null ? new Target.MadeBy(delivery, 0) : new Target.Known(messageId);
    }
  }

  /// By their kinds.
  Map<String, Notice> of(Channel channel) {
    return database.read(sql -> sql
        .select(NOTICE.KIND, NOTICE.FINGERPRINT, NOTICE.DELIVERY_ID, NOTICE.MESSAGE_ID).from(NOTICE)
        .where(in(channel))
        .fetchMap(NOTICE.KIND, row -> new Notice(row.value2(), new DeliveryId(row.value3()), row.value4())));
  }

  void putUp(Turn turn, String kind, String fingerprint, DeliveryId delivery) {
    turn.sql().insertInto(NOTICE)
        .set(NOTICE.WORKSPACE_ID, turn.workspace().value())
        .set(NOTICE.CHANNEL_ID, turn.channel().id().value())
        .set(NOTICE.KIND, kind)
        .set(NOTICE.FINGERPRINT, fingerprint)
        .set(NOTICE.DELIVERY_ID, delivery.value())
        .onConflict(NOTICE.WORKSPACE_ID, NOTICE.CHANNEL_ID, NOTICE.KIND)
        .doUpdate()
        .set(NOTICE.FINGERPRINT, fingerprint)
        .set(NOTICE.DELIVERY_ID, delivery.value())
        .execute();
  }

  void changed(Turn turn, String kind, String fingerprint) {
    turn.sql().update(NOTICE)
        .set(NOTICE.FINGERPRINT, fingerprint)
        .where(in(turn.channel())).and(NOTICE.KIND.eq(kind))
        .execute();
  }

  void shown(Turn turn, DeliveryId delivery, String messageId) {
    turn.sql().update(NOTICE)
        .set(NOTICE.MESSAGE_ID, messageId)
        .where(in(turn.channel())).and(NOTICE.DELIVERY_ID.eq(delivery.value()))
        .execute();
  }

  /// It could not be put up; the next start tries again.
  void failed(Turn turn, DeliveryId delivery) {
    turn.sql().deleteFrom(NOTICE).where(in(turn.channel())).and(NOTICE.DELIVERY_ID.eq(delivery.value())).execute();
  }

  private static Condition in(Channel channel) {
    return NOTICE.WORKSPACE_ID.eq(channel.workspace().value()).and(NOTICE.CHANNEL_ID.eq(channel.id().value()));
  }
}
