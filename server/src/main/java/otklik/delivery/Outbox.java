package otklik.delivery;

import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.DELIVERY;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.kernel.ChannelId;
import otklik.kernel.DeliveryId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;
import otklik.storage.Json;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of deliveries.
@Component
final class Outbox {
  private static final Statement ADD = Statement.of("""
      insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, subject, coalesce_key, state,
                            attempts, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?)
      """);
  static final Statement DONE = Statement.changingOneRow("""
      update delivery set state = ?, result = ?, error = ?, done_at = ?
      where workspace_id = ? and id = ? and state = 'pending'
      """);

  private final Database database;

  Outbox(Database database) {
    this.database = database;
  }

  void add(Tx tx, Delivery delivery, @Nullable String replaces, Instant now) throws SQLException {
    Channel channel = delivery.channel();
    Subject subject = delivery.subject();
    tx.defer(ADD, delivery.id().value(), channel.workspace().value(), channel.id().value(), delivery.chat(),
        delivery.lane(), delivery.priority().ordinal(), Json.write(delivery.call()),
        subject == null ? null : subject.stored(), replaces, micros(now));
  }

  record Dropped(String lane, long id) {}

  /// Drops what waits under that key; returns what was dropped.
  List<Dropped> drop(Tx tx, Channel channel, String key, Instant now) throws SQLException {
    return drop(tx, channel, DELIVERY.COALESCE_KEY.eq(key), now);
  }

  /// Drops everything that waits in a lane; returns what was dropped.
  List<Dropped> dropLane(Tx tx, Channel channel, String lane, Instant now) throws SQLException {
    return drop(tx, channel, DELIVERY.LANE.eq(lane), now);
  }

  /// Takes back a delivery that turned out to be unnecessary; returns nothing when it is no longer pending.
  List<Dropped> drop(Tx tx, Channel channel, DeliveryId id, Instant now) throws SQLException {
    return drop(tx, channel, DELIVERY.ID.eq(id.value()), now);
  }

  private static List<Dropped> drop(Tx tx, Channel channel, Condition which, Instant now) throws SQLException {
    tx.flush();
    return tx.sql().update(DELIVERY)
        .set(DELIVERY.STATE, "dropped")
        .set(DELIVERY.DONE_AT, now)
        .where(DELIVERY.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(DELIVERY.CHANNEL_ID.eq(channel.id().value()))
        .and(which)
        .and(DELIVERY.STATE.eq("pending"))
        .returning(DELIVERY.LANE, DELIVERY.ID)
        .fetch(row -> new Dropped(row.get(DELIVERY.LANE), row.get(DELIVERY.ID)));
  }

  void settled(Tx tx, Delivery delivery, Outcome.Settled outcome, Instant now) throws SQLException {
    long workspace = delivery.channel().workspace().value();
    switch (outcome) {
      case Outcome.Sent sent -> tx.defer(DONE, "sent", String.join(",", sent.ids()), null, micros(now), workspace,
          delivery.id().value());
      case Outcome.Refused refused -> tx.defer(DONE, "refused", null, refused.why() + ": " + refused.detail(),
          micros(now), workspace, delivery.id().value());
    }
  }

  /// The outcome is known, but the module that waited for it could not take it in.
  void unheard(Tx tx, Delivery delivery) throws SQLException {
    tx.flush();
    tx.sql().update(DELIVERY)
        .set(DELIVERY.STATE, "unheard")
        .where(DELIVERY.WORKSPACE_ID.eq(delivery.channel().workspace().value()))
        .and(DELIVERY.ID.eq(delivery.id().value()))
        .execute();
  }

  void started(Tx tx, Delivery delivery, Instant now) throws SQLException {
    tx.flush();
    tx.sql().update(DELIVERY)
        .set(DELIVERY.STARTED_AT, now)
        .where(DELIVERY.WORKSPACE_ID.eq(delivery.channel().workspace().value()))
        .and(DELIVERY.ID.eq(delivery.id().value()))
        .execute();
  }

  boolean isPending(Delivery delivery) {
    return database.read(sql -> sql.fetchExists(DELIVERY,
        DELIVERY.WORKSPACE_ID.eq(delivery.channel().workspace().value())
            .and(DELIVERY.ID.eq(delivery.id().value()))
            .and(DELIVERY.STATE.eq("pending"))));
  }

  /// The ids of what a delivery made; empty when it made nothing.
  List<String> made(Channel channel, DeliveryId id) {
    Optional<String> result = database.read(sql -> sql.select(DELIVERY.RESULT).from(DELIVERY)
        .where(DELIVERY.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(DELIVERY.ID.eq(id.value()))
        .fetchOptional(DELIVERY.RESULT));
    return result.filter(ids -> !ids.isEmpty()).map(ids -> Arrays.asList(ids.split(","))).orElse(List.of());
  }

  List<Delivery> pending(Channel channel, String lane, int most) {
    return database.read(sql -> sql
        .select(DELIVERY.ID, DELIVERY.CHAT, DELIVERY.LANE, DELIVERY.PRIORITY, DELIVERY.CALL, DELIVERY.SUBJECT,
            DELIVERY.STARTED_AT)
        .from(DELIVERY)
        .where(DELIVERY.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(DELIVERY.CHANNEL_ID.eq(channel.id().value()))
        .and(DELIVERY.LANE.eq(lane))
        .and(DELIVERY.STATE.eq("pending"))
        .orderBy(DELIVERY.ID)
        .limit(most)
        .fetch(row -> delivery(channel, row)));
  }

  private static Delivery delivery(Channel channel,
      Record7<Long, String, String, Integer, String, String, Instant> row) {
    return new Delivery(new DeliveryId(row.value1()), channel, row.value2(), row.value3(),
        Priority.values()[row.value4()], Json.read(row.value5(), Call.class),
        row.value6() == null ? null : Subject.read(row.value6()), row.value7() != null);
  }

  /// Lanes of all channels in which something has waited since before that moment.
  List<WaitingLane> waiting(Instant before) {
    return database.read(sql -> sql.selectDistinct(DELIVERY.CHANNEL_ID, DELIVERY.LANE, DELIVERY.CHAT)
        .hint(AcrossWorkspaces.WAITING_DELIVERIES.mark())
        .from(DELIVERY)
        .where(DELIVERY.STATE.eq("pending"))
        .and(DELIVERY.CREATED_AT.le(before))
        .fetch(row -> new WaitingLane(new ChannelId(row.value1()), row.value2(), row.value3())));
  }

  record WaitingLane(ChannelId channel, String lane, String chat) {}

  /// Forgets what was done long ago.
  void forget(Tx tx, Channel channel, Instant before) {
    tx.sql().deleteFrom(DELIVERY)
        .where(DELIVERY.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(DELIVERY.CHANNEL_ID.eq(channel.id().value()))
        .and(DELIVERY.STATE.ne("pending"))
        .and(DELIVERY.DONE_AT.lt(before))
        .execute();
  }
}
