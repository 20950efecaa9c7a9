package otklik.delivery;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.DELIVERY;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.kernel.ChannelId;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;
import otklik.storage.Json;
import otklik.storage.StaleRow;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of deliveries.
@Component
final class Outbox {
  private static final Statement ADD = Statement.of("""
      insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, subject, coalesce_key, joins,
                            ticket_id, state, attempts, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?)
      """);
  private static final Statement DONE = Statement.changingOneRow("""
      update delivery set state = ?, call = ?, result = ?, error = ?, joined_into = ?, account = ?, done_at = ?
      where workspace_id = ? and id = ? and state = 'pending'
      """);
  /// Also of what was dropped while it was in the air.
  private static final Statement DONE_ALL_THE_SAME = Statement.changingOneRow("""
      update delivery set state = ?, call = ?, result = ?, error = ?, joined_into = ?, account = ?, done_at = ?
      where workspace_id = ? and id = ? and state in ('pending', 'dropped')
      """);

  /// What newer words replace isn't worth sending later.
  private static final Statement GIVEN_UP = Statement.changingOneRow("""
      update delivery set state = case when coalesce_key is null then 'aside' else 'refused' end,
                          call = case when coalesce_key is null then call else '{}' end,
                          error = ?, attempts = ?, unconfirmed = ?, failed_alone = ?, failed_at = ?, failure = ?,
                          account = ?, done_at = ?
      where workspace_id = ? and id = ? and state = 'pending'
      """);
  private static final Statement FAILED = Statement.of("""
      update delivery set attempts = ?, unconfirmed = ?, failed_alone = ?, failed_at = ?, failure = ?
      where workspace_id = ? and id = ? and state = 'pending'
      """);

  private static final Statement ARRIVED_IN_VAIN = Statement.of("""
      update delivery set started_at = ?, done_at = ?, account = ? where workspace_id = ? and id = ? and state = 'dropped'
      """);
  private static final Statement DROP_REPLACED = Statement.of("""
      update delivery set state = 'dropped', done_at = ?
      where workspace_id = ? and channel_id = ? and coalesce_key = ? and state = 'pending'
      returning id, lane, subject, call
      """);
  /// What the net below takes up at once.
  static final int MOST_SUSPECTED = 1_000;

  private final Database database;
  private final Listeners listeners;

  Outbox(Database database, Listeners listeners) {
    this.database = database;
    this.listeners = listeners;
  }

  /// Whether a commit failed because the outcome was known already, or nobody waits for it any more.
  static boolean isDone(StaleRow failure) {
    return failure.isBecauseOf(DONE) || failure.isBecauseOf(DONE_ALL_THE_SAME)
        || failure.isBecauseOf(GIVEN_UP);
  }

  void add(Tx tx, Delivery delivery, @Nullable String replaces, @Nullable TicketId ticket) throws SQLException {
    Channel channel = delivery.channel();
    Subject subject = delivery.subject();
    tx.defer(ADD, delivery.id().value(), channel.workspace().value(), channel.id().value(), delivery.chat(),
        delivery.lane(), delivery.priority().ordinal(), Json.write(delivery.call()),
        subject == null ? null : subject.stored(), replaces, delivery.joins(), ticket == null ? null : ticket.value(),
        micros(tx.now()));
  }

  /// Drops what waits under that key; returns what was dropped.
  List<CancelledDelivery> drop(Turn turn, String key) throws SQLException {
    turn.flush();
    List<CancelledDelivery> dropped = turn.all(DROP_REPLACED,
        row -> dropped(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)), micros(turn.now()),
        turn.workspace().value(), turn.channel().id().value(), key);
    SettledRows.empty(turn, dropped.stream().map(one -> one.id().value()).toList());
    return dropped;
  }

  private static CancelledDelivery dropped(long id, String lane, @Nullable String subject, String call) {
    return new CancelledDelivery(new DeliveryId(id), lane, subject == null ? null : Subject.read(subject), call);
  }

  /// Drops everything that waits to be said or changed in a place; returns what was dropped.
  List<CancelledDelivery> dropAt(Turn turn, Place place) throws SQLException {
    List<CancelledDelivery> dropped = new ArrayList<>(drop(turn, DELIVERY.LANE.eq(place.key())));
    dropped.addAll(drop(turn, LaneName.isBeside(DELIVERY.LANE).and(DELIVERY.CHAT.eq(place.chat()))
        .and(DELIVERY.LANE.startsWith(LaneName.changesAt(place)))));
    return dropped;
  }

  List<CancelledDelivery> dropAbout(Turn turn, String chat, List<Subject> subjects) throws SQLException {
    return drop(turn, SettledRows.about(subjects, chat));
  }

  List<CancelledDelivery> dropAbout(Turn turn, List<Subject> subjects) throws SQLException {
    return drop(turn, SettledRows.about(subjects));
  }

  /// Takes back a delivery that turned out to be unnecessary; returns nothing when it is no longer pending.
  List<CancelledDelivery> drop(Turn turn, DeliveryId id) throws SQLException {
    return drop(turn, DELIVERY.ID.eq(id.value()));
  }

  List<CancelledDelivery> drop(Turn turn, List<DeliveryId> ids) throws SQLException {
    return drop(turn, DELIVERY.ID.in(ids.stream().map(DeliveryId::value).toList()));
  }

  /// What was dropped is told to whoever dropped it; the row keeps no words.
  private static List<CancelledDelivery> drop(Turn turn, Condition which) throws SQLException {
    turn.flush();
    List<CancelledDelivery> dropped = turn.sql().update(DELIVERY)
        .set(DELIVERY.STATE, "dropped")
        .set(DELIVERY.DONE_AT, turn.now())
        .where(in(turn.channel()))
        .and(which)
        .and(DELIVERY.STATE.eq(inline("pending")))
        .returning(DELIVERY.LANE, DELIVERY.ID, DELIVERY.SUBJECT, DELIVERY.CALL)
        .fetch(row -> dropped(row.get(DELIVERY.ID), row.get(DELIVERY.LANE), row.get(DELIVERY.SUBJECT),
            row.get(DELIVERY.CALL)));
    SettledRows.empty(turn, dropped.stream().map(one -> one.id().value()).toList());
    return dropped;
  }

  /// One that was dropped while it was in the air fails the [transaction][StaleRow]; where that is usual, because newer
  /// ones take its place, it costs the others of a commit nothing.
  ///
  /// @param joined  the first of those that were told together, if it was told with others
  /// @param account the helper that made it
  /// @return false when it was dropped: then nobody waits for its outcome
  boolean settled(Tx tx, Delivery delivery, Outcome.Settled outcome, @Nullable DeliveryId joined,
      @Nullable String account) throws SQLException {
    long workspace = delivery.channel().workspace().value();
    Long first = joined == null ? null : joined.value();
    Statement done = listeners.isRevocable(delivery.subject()) ? DONE_ALL_THE_SAME : DONE;
    String kept = kept(delivery);
    return switch (outcome) {
      case Outcome.Sent sent -> end(tx, delivery, done, "sent", kept, String.join(",", sent.ids()), null, first, account,
          micros(tx.now()), workspace, delivery.id().value());
      case Outcome.Answered(var answer) -> end(tx, delivery, done, "answered", kept, answer.brief(), null, first,
          account, micros(tx.now()), workspace, delivery.id().value());
      case Outcome.Refused refused when refused.why().isGivenUp() && isWorthKeeping(delivery.call()) -> {
        Failures failures = delivery.failures();
        yield end(tx, delivery, GIVEN_UP, refused.why() + ": " + refused.detail(), failures.attempts(),
            failures.unconfirmed(), failures.alone(), since(failures), failures.why(), account, micros(tx.now()),
            workspace,
            delivery.id().value());
      }
      case Outcome.Refused refused -> end(tx, delivery, done, "refused", kept, null,
          refused.why() + ": " + refused.detail(), first, account, micros(tx.now()), workspace, delivery.id().value());
    };
  }

  private static boolean end(Tx tx, Delivery delivery, Statement ending, @Nullable Object... binds)
      throws SQLException {
    if (delivery.replaceable()) {
      return tx.execute(ending, binds) == 1;
    }
    tx.defer(ending, binds);
    return true;
  }

  /// What is done says nothing any more, so that there is nothing to erase when somebody is to be forgotten. Calls
  /// without words stay, because the next run must know what they cost; so do words by which they are looked for.
  private String kept(Delivery delivery) {
    return switch (delivery.call()) {
      case Call.Delete _, Call.OfferCommands _ -> Json.write(delivery.call());
      case Call.Say _, Call.SayAlbum _, Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.Pin _,
          Call.React _, Call.AnswerPress _, Call.OpenTopic _, Call.CloseTopic _, Call.ReopenTopic _,
          Call.RenameTopic _, Call.DeleteTopic _, Call.Question _ ->
          listeners.lookForWords(delivery.subject()) ? Json.write(delivery.call()) : SettledRows.EMPTY;
    };
  }

  /// Whether it can be sent later, when it was given up. Topics are opened again by whoever wants them; presses and
  /// questions are about a moment.
  private static boolean isWorthKeeping(Call call) {
    return switch (call) {
      case Call.Say _, Call.SayAlbum _, Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.Pin _,
          Call.React _, Call.Delete _, Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _, Call.DeleteTopic _,
          Call.OfferCommands _ -> true;
      case Call.OpenTopic _, Call.AnswerPress _, Call.Question _ -> false;
    };
  }

  /// Its call failed: how often it did stays in the row.
  void failed(Tx tx, Delivery delivery) throws SQLException {
    Failures failures = delivery.failures();
    tx.defer(FAILED, failures.attempts(), failures.unconfirmed(), failures.alone(), since(failures), failures.why(),
        delivery.channel().workspace().value(), delivery.id().value());
  }

  private static @Nullable Long since(Failures failures) {
    return failures.since() == null ? null : micros(failures.since());
  }

  /// Somebody sends it anew: it waits for nobody any more.
  void sentAnew(Turn turn, List<DeliveryId> ids) throws SQLException {
    turn.flush();
    turn.sql().update(DELIVERY)
        .set(DELIVERY.STATE, "dropped")
        .set(DELIVERY.CALL, "{}")
        .set(DELIVERY.DONE_AT, turn.now())
        .where(DELIVERY.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DELIVERY.ID.in(ids.stream().map(DeliveryId::value).toList()))
        .and(DELIVERY.STATE.eq("aside"))
        .execute();
  }

  /// The outcome is known, but the module that waited for it could not take it in: whoever looks into it needs the
  /// call.
  void unheard(Tx tx, Delivery delivery) throws SQLException {
    tx.flush();
    tx.sql().update(DELIVERY)
        .set(DELIVERY.STATE, "unheard")
        .set(DELIVERY.CALL, Json.write(delivery.call()))
        .where(DELIVERY.WORKSPACE_ID.eq(delivery.channel().workspace().value()))
        .and(DELIVERY.ID.eq(delivery.id().value()))
        .execute();
  }

  /// It was dropped while it was in the air and arrived all the same: nobody hears of that, but it was granted.
  void arrivedInVain(Tx tx, Delivery delivery, @Nullable String account) {
    tx.execute(ARRIVED_IN_VAIN, micros(tx.now()), micros(tx.now()), account, delivery.channel().workspace().value(),
        delivery.id().value());
  }

  void started(Tx tx, Delivery delivery) throws SQLException {
    tx.flush();
    tx.sql().update(DELIVERY)
        .set(DELIVERY.STARTED_AT, tx.now())
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

  /// Whether it was told in one message with others.
  boolean isJoined(Channel channel, DeliveryId id) {
    return database.read(sql -> sql.fetchExists(DELIVERY,
        DELIVERY.WORKSPACE_ID.eq(channel.workspace().value())
            .and(DELIVERY.ID.eq(id.value()))
            .and(DELIVERY.JOINED_INTO.isNotNull())));
  }

  /// The helper that wrote a message of ours; null when it wasn't one.
  @Nullable String makerOf(Channel channel, String chat, Target message) {
    Condition which = switch (message) {
      case Target.MadeBy(var delivery, _) -> DELIVERY.ID.eq(delivery.value());
      case Target.Known(var id) -> DELIVERY.CHANNEL_ID.eq(channel.id().value())
          .and(DELIVERY.CHAT.eq(chat)).and(DELIVERY.RESULT.eq(id));
    };
    return database.read(sql -> sql.select(DELIVERY.ACCOUNT).from(DELIVERY)
        .where(DELIVERY.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(which)
        .and(DELIVERY.ACCOUNT.isNotNull())
        .limit(1)
        .fetchOne(DELIVERY.ACCOUNT));
  }

  List<Delivery> pending(Channel channel, String lane, int most) {
    return database.read(sql -> sql
        .select(DELIVERY.ID, DELIVERY.CHAT, DELIVERY.LANE, DELIVERY.PRIORITY, DELIVERY.CALL, DELIVERY.SUBJECT,
            DELIVERY.COALESCE_KEY, DELIVERY.STARTED_AT, DELIVERY.JOINS, DELIVERY.CREATED_AT, DELIVERY.ATTEMPTS,
            DELIVERY.UNCONFIRMED, DELIVERY.FAILED_ALONE, DELIVERY.FAILED_AT, DELIVERY.FAILURE)
        .from(DELIVERY)
        .where(in(channel))
        .and(DELIVERY.LANE.eq(lane))
        .and(DELIVERY.STATE.eq("pending"))
        .orderBy(DELIVERY.ID)
        .limit(most)
        .fetch(row -> delivery(channel, row)));
  }

  private static Delivery delivery(Channel channel, Record row) {
    String subject = row.get(DELIVERY.SUBJECT);
    return new Delivery(new DeliveryId(row.get(DELIVERY.ID)), channel, row.get(DELIVERY.CHAT), row.get(DELIVERY.LANE),
        Priority.values()[row.get(DELIVERY.PRIORITY)], Json.read(row.get(DELIVERY.CALL), Call.class),
        subject == null ? null : Subject.read(subject), row.get(DELIVERY.COALESCE_KEY) != null,
        row.get(DELIVERY.JOINS), row.get(DELIVERY.CREATED_AT),
        row.get(DELIVERY.STARTED_AT) != null, failures(row), null);
  }

  private static Failures failures(Record row) {
    return row.get(DELIVERY.ATTEMPTS) == 0 ? Failures.NONE
        : new Failures(row.get(DELIVERY.ATTEMPTS), row.get(DELIVERY.UNCONFIRMED), row.get(DELIVERY.FAILED_ALONE),
            row.get(DELIVERY.FAILED_AT), row.get(DELIVERY.FAILURE));
  }

  /// Lanes in which something has waited since before that moment, of all channels but these, [#MOST_SUSPECTED] at most.
  ///
  /// @param behind only those behind this one; null for the first ones
  List<WaitingLane> waiting(Instant before, Collection<ChannelId> but, @Nullable WaitingLane behind) {
    return database.read(sql -> sql.select(DELIVERY.CHANNEL_ID, DELIVERY.LANE, DELIVERY.CHAT, DSL.count(),
            DSL.max(DELIVERY.ID), DSL.min(DELIVERY.PRIORITY))
        .hint(AcrossWorkspaces.WAITING_DELIVERIES.mark())
        .from(DELIVERY)
        .where(DELIVERY.STATE.eq("pending"))
        .and(DELIVERY.CREATED_AT.le(before))
        .and(but.isEmpty() ? DSL.noCondition() : DELIVERY.CHANNEL_ID.notIn(but.stream().map(ChannelId::value).toList()))
        .and(behind == null ? DSL.noCondition()
            : DSL.row(DELIVERY.CHANNEL_ID, DELIVERY.LANE).gt(behind.channel().value(), behind.lane()))
        .groupBy(DELIVERY.CHANNEL_ID, DELIVERY.LANE, DELIVERY.CHAT)
        .orderBy(DELIVERY.CHANNEL_ID, DELIVERY.LANE)
        .limit(MOST_SUSPECTED)
        .fetch(row -> new WaitingLane(new ChannelId(row.value1()), row.value2(), row.value3(), row.value4(),
            row.value5(), Priority.values()[row.value6()])));
  }

  /// The lanes of a channel in which something waits, the most urgent first, then those that have waited longest.
  ///
  /// @param butIn not those of these chats
  List<WaitingLane> waiting(Channel channel, Collection<String> butIn, int most) {
    return database.read(sql -> sql.select(DELIVERY.LANE, DELIVERY.CHAT, DSL.count(), DSL.max(DELIVERY.ID),
            DSL.min(DELIVERY.PRIORITY))
        .from(DELIVERY)
        .where(in(channel))
        .and(DELIVERY.STATE.eq(inline("pending")))
        .and(butIn.isEmpty() ? DSL.noCondition() : DELIVERY.CHAT.notIn(butIn))
        .groupBy(DELIVERY.LANE, DELIVERY.CHAT)
        .orderBy(DSL.min(DELIVERY.PRIORITY), DSL.min(DELIVERY.ID))
        .limit(most)
        .fetch(row -> new WaitingLane(channel.id(), row.value1(), row.value2(), row.value3(), row.value4(),
            Priority.values()[row.value5()])));
  }

  /// @param rows     how many wait in it
  /// @param last     the last of them
  /// @param priority of the most urgent of them
  record WaitingLane(ChannelId channel, String lane, String chat, int rows, long last, Priority priority) {}

  /// Drops what waits about a subject and says such words; returns what was dropped.
  List<CancelledDelivery> dropSaying(Turn turn, Subject subject, Predicate<String> words) throws SQLException {
    turn.flush();
    List<DeliveryId> saying = turn.sql().select(DELIVERY.ID, DELIVERY.CALL).from(DELIVERY)
        .where(in(turn.channel()))
        .and(SettledRows.about(List.of(subject)))
        .and(DELIVERY.STATE.eq(inline("pending")))
        .stream().filter(row -> words.test(row.value2())).map(row -> new DeliveryId(row.value1())).toList();
    return saying.isEmpty() ? List.of() : drop(turn, saying);
  }

  static Condition in(Channel channel) {
    return DELIVERY.WORKSPACE_ID.eq(channel.workspace().value()).and(DELIVERY.CHANNEL_ID.eq(channel.id().value()));
  }
}
