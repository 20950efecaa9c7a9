package otklik.delivery;

import static org.jooq.impl.DSL.inline;
import static otklik.delivery.Outbox.in;
import static otklik.storage.schema.Tables.DELIVERY;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.storage.Statement;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What rows of settled deliveries tell still: what stands in chats because of them, and words that are to be erased.
/// Words have only rows of earlier versions and those that [Outbox] keeps them in; each condition here is served by an
/// index that holds such rows alone, so what was erased before costs nothing.
final class SettledRows {
  /// A call of which nothing is said any more.
  static final String EMPTY = "{}";
  /// With a few others besides, as many as SQLite takes at most (999).
  static final int VALUES_AT_ONCE = 900;
  /// What was given up and says nothing any more can't be sent again.
  private static final Field<String> ERASED =
      DSL.when(DELIVERY.STATE.eq(inline("aside")), inline("dropped")).otherwise(DELIVERY.STATE);
  private static final Condition SETTLED = DELIVERY.STATE.ne(inline("pending"));
  private static final Condition HAS_WORDS = SETTLED.and(DELIVERY.CALL.ne(inline(EMPTY)));

  /// Answers are found by their messages: an index of these, by the person's chat, would cost each of them a page.
  private static final String ANSWER = "relay.answer:";
  private static final Condition FOUND_BY_SUBJECT = beginsNot(DELIVERY.SUBJECT, ANSWER);
  /// Groups aren't, see the index `delivery_chat`.
  private static final String NO_PERSON = "-";
  private static final Condition FOUND_BY_CHAT = SETTLED.and(beginsNot(DELIVERY.CHAT, NO_PERSON))
      .and(DELIVERY.STATE.ne(inline("sent")).or(DELIVERY.SUBJECT.isNull()).or(beginsNot(DELIVERY.SUBJECT, ANSWER)));

  private static final Statement EMPTIED =
      Statement.of("update delivery set call = '" + EMPTY + "' where workspace_id = ? and id = ?");

  private SettledRows() {}

  /// For deliveries in any state.
  static Condition about(List<Subject> subjects, String chat) {
    return about(subjects).and(DELIVERY.CHAT.eq(chat));
  }

  static Condition about(List<Subject> subjects) {
    List<String> stored = stored(subjects);
    if (stored.stream().anyMatch(subject -> subject.startsWith(ANSWER))) {
      throw new IllegalArgumentException("these are found by their ids: " + stored);
    }
    return DELIVERY.SUBJECT.in(stored).and(FOUND_BY_SUBJECT);
  }

  static Condition among(Collection<DeliveryId> ids) {
    return DELIVERY.ID.in(ids.stream().map(DeliveryId::value).toList());
  }

  private static List<String> stored(List<Subject> subjects) {
    return subjects.stream().map(Subject::stored).toList();
  }

  private static Condition beginsNot(Field<String> field, String with) {
    return DSL.function("substr", String.class, field, inline(1), inline(with.length())).ne(inline(with));
  }

  /// What stands there because of us. A call that made several messages is found by each.
  static Optional<Deliveries.SaidThere> said(Turn turn, MessageRef message) throws SQLException {
    turn.flush();
    return turn.sql().select(DELIVERY.TICKET_ID, DELIVERY.SUBJECT).from(DELIVERY)
        .where(in(turn.channel()))
        .and(DELIVERY.CHAT.eq(message.chat()))
        .and(FOUND_BY_CHAT)
        .and(DSL.position(DSL.concat(inline(","), DELIVERY.RESULT, inline(",")), "," + message.id() + ",").gt(0))
        .limit(1)
        .fetch(row -> new Deliveries.SaidThere(row.value1() == null ? null : new TicketId(row.value1()),
            row.value2() == null ? null : Subject.read(row.value2()).kind())).stream()
        .findFirst();
  }

  /// Where something was said, or is to be, and as what it stands there; as nothing as long as that isn't known. What was
  /// dropped may be in the air.
  record Told(String chat, List<String> messages) {}

  static Optional<Told> told(Turn turn, DeliveryId id) throws SQLException {
    turn.flush();
    return turn.sql().select(DELIVERY.CHAT, DELIVERY.RESULT).from(DELIVERY)
        .where(in(turn.channel()))
        .and(DELIVERY.ID.eq(id.value()))
        .and(DELIVERY.STATE.in(inline("pending"), inline("sent"), inline("dropped")))
        .fetchOptional(row -> new Told(row.value1(), row.value2() == null ? List.of()
            : refs(row.value1(), row.value2()).stream().map(MessageRef::id).toList()));
  }

  /// What such deliveries left in chats.
  static List<MessageRef> made(Turn turn, Condition which) throws SQLException {
    turn.flush();
    List<MessageRef> made = new ArrayList<>();
    turn.sql().select(DELIVERY.CHAT, DELIVERY.RESULT).from(DELIVERY)
        .where(in(turn.channel()))
        .and(which)
        .and(DELIVERY.STATE.eq(inline("sent")))
        .forEach(row -> made.addAll(refs(row.value1(), row.value2())));
    return made;
  }

  private static List<MessageRef> refs(String chat, String result) {
    return Arrays.stream(result.split(",")).filter(id -> !id.isEmpty()).map(id -> new MessageRef(chat, id)).toList();
  }

  /// What stands in a chat of what was said about a subject with such words; they are erased.
  static List<MessageRef> eraseSaying(Turn turn, String chat, Subject subject, Predicate<String> words)
      throws SQLException {
    turn.flush();
    List<MessageRef> made = new ArrayList<>();
    List<Long> saying = new ArrayList<>();
    turn.sql().select(DELIVERY.ID, DELIVERY.CALL, DELIVERY.RESULT).from(DELIVERY)
        .where(in(turn.channel()))
        .and(DELIVERY.SUBJECT.eq(subject.stored()))
        .and(HAS_WORDS)
        .and(DELIVERY.CHAT.eq(chat))
        .stream().filter(row -> words.test(row.value2())).forEach(row -> {
          saying.add(row.value1());
          if (row.value3() != null) {
            made.addAll(refs(chat, row.value3()));
          }
        });
    for (int from = 0; from < saying.size(); from += VALUES_AT_ONCE) {
      erase(turn, DELIVERY.ID.in(saying.subList(from, Math.min(from + VALUES_AT_ONCE, saying.size()))));
    }
    return made;
  }

  static void empty(Turn turn, List<Long> ids) throws SQLException {
    for (Long id : ids) {
      turn.defer(EMPTIED, turn.workspace().value(), id);
    }
  }

  static void eraseWords(Turn turn, String chat, List<Subject> subjects) throws SQLException {
    turn.flush();
    erase(turn, about(subjects, chat).and(HAS_WORDS));
  }

  static void eraseWords(Turn turn, List<Subject> subjects) throws SQLException {
    turn.flush();
    erase(turn, DELIVERY.SUBJECT.in(stored(subjects)).and(HAS_WORDS));
  }

  /// Whether they have words isn't asked: SQLite would walk through all that have.
  static void eraseWords(Turn turn, Collection<DeliveryId> ids) throws SQLException {
    turn.flush();
    erase(turn, among(ids).and(SETTLED));
  }

  static void eraseReplaced(Turn turn, String key) throws SQLException {
    turn.flush();
    erase(turn, DELIVERY.COALESCE_KEY.eq(key).and(HAS_WORDS));
  }

  /// The account is named by its number alone, so it is looked for among all that was asked.
  static void eraseQuestionsAbout(Turn turn, String account) throws SQLException {
    turn.flush();
    erase(turn, LaneName.isAsking(DELIVERY.LANE).and(HAS_WORDS).and(DELIVERY.CALL.contains('"' + account + '"')));
  }

  /// What was said or changed there, and answers to presses in that chat.
  ///
  /// @return how many rows
  static int eraseWords(Turn turn, Place place, int most) throws SQLException {
    turn.flush();
    int erased = 0;
    for (Condition there : List.of(DELIVERY.LANE.eq(place.key()),
        LaneName.isBeside(DELIVERY.LANE).and(DELIVERY.LANE.startsWith(LaneName.changesAt(place))),
        LaneName.isAnswering(DELIVERY.LANE))) {
      erased += erase(turn, DELIVERY.ID.in(
          some(turn.channel(), HAS_WORDS.and(DELIVERY.CHAT.eq(place.chat())).and(there), most - erased)));
    }
    return erased;
  }

  /// Nothing tells any more that anything was said in a person's chat, but for words of the other side that arrived.
  ///
  /// @param before ids below this
  /// @return how many rows
  static int delete(Turn turn, String chat, long before, int most) throws SQLException {
    if (chat.startsWith(NO_PERSON)) {
      throw new IllegalArgumentException("nobody is forgotten by a group: " + chat);
    }
    turn.flush();
    return delete(turn, DELIVERY.ID.in(some(turn.channel(),
        FOUND_BY_CHAT.and(DELIVERY.CHAT.eq(chat)).and(DELIVERY.ID.lt(before)), most)));
  }

  static void delete(Turn turn, String chat, Collection<DeliveryId> ids) throws SQLException {
    turn.flush();
    delete(turn, among(ids).and(SETTLED).and(DELIVERY.CHAT.eq(chat)));
  }

  private static int delete(Turn turn, Condition which) {
    return turn.sql().deleteFrom(DELIVERY).where(in(turn.channel())).and(which).execute();
  }

  private static int erase(Turn turn, Condition which) {
    return turn.sql().update(DELIVERY)
        .set(DELIVERY.CALL, EMPTY)
        .set(DELIVERY.STATE, ERASED)
        .where(in(turn.channel())).and(which).execute();
  }

  private static Select<Record1<Long>> some(Channel channel, Condition which, int most) {
    return DSL.select(DELIVERY.ID).from(DELIVERY).where(in(channel)).and(which).limit(most);
  }
}
