package otklik.emergency.membership;

import static otklik.storage.schema.Tables.MEMBERSHIP_QUESTION;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of questions to the messenger whether somebody is a member.
@Component
final class MembershipQuestions {
  private final Ids ids;

  /// The names are stored.
  enum Reply {
    NONE,
    YES,
    NO,
    UNKNOWN
  }

  /// @param wish     all questions about one wish have the same
  /// @param wishName what is wished
  record Question(long id, PersonId person, long community, long wish, String wishName, String data, Reply reply) {}

  MembershipQuestions(Ids ids) {
    this.ids = ids;
  }

  long newWish() {
    return ids.next();
  }

  long add(Turn turn, PersonId person, long community, long wish, String wishName, String data) {
    long id = ids.next();
    turn.sql().insertInto(MEMBERSHIP_QUESTION)
        .set(MEMBERSHIP_QUESTION.ID, id)
        .set(MEMBERSHIP_QUESTION.WORKSPACE_ID, turn.workspace().value())
        .set(MEMBERSHIP_QUESTION.CHANNEL_ID, turn.channel().id().value())
        .set(MEMBERSHIP_QUESTION.PERSON_ID, person.value())
        .set(MEMBERSHIP_QUESTION.COMMUNITY_ID, community)
        .set(MEMBERSHIP_QUESTION.WISH_ID, wish)
        .set(MEMBERSHIP_QUESTION.WISH, wishName)
        .set(MEMBERSHIP_QUESTION.DATA, data)
        .set(MEMBERSHIP_QUESTION.ANSWER, Reply.NONE.name())
        .set(MEMBERSHIP_QUESTION.CREATED_AT, turn.now())
        .execute();
    return id;
  }

  /// Whether the person waits for that very wish already.
  boolean isOpen(Turn turn, PersonId person, String wishName, String data) {
    return turn.sql().fetchExists(MEMBERSHIP_QUESTION, in(turn.channel())
        .and(MEMBERSHIP_QUESTION.PERSON_ID.eq(person.value()))
        .and(MEMBERSHIP_QUESTION.WISH.eq(wishName))
        .and(MEMBERSHIP_QUESTION.DATA.eq(data)));
  }

  /// Nothing when the wish was decided meanwhile.
  Optional<Question> find(Turn turn, long id) {
    return turn.sql().selectFrom(MEMBERSHIP_QUESTION)
        .where(in(turn.channel())).and(MEMBERSHIP_QUESTION.ID.eq(id))
        .fetchOptional(MembershipQuestions::question);
  }

  void answered(Turn turn, Question question, Reply reply) {
    turn.sql().update(MEMBERSHIP_QUESTION)
        .set(MEMBERSHIP_QUESTION.ANSWER, reply.name())
        .where(in(turn.channel())).and(MEMBERSHIP_QUESTION.ID.eq(question.id()))
        .execute();
  }

  /// As they were asked: the nearest community first.
  List<Question> ofWish(Turn turn, long wish) {
    return turn.sql().selectFrom(MEMBERSHIP_QUESTION)
        .where(in(turn.channel())).and(MEMBERSHIP_QUESTION.WISH_ID.eq(wish))
        .orderBy(MEMBERSHIP_QUESTION.ID)
        .fetch(MembershipQuestions::question);
  }

  List<Question> of(Turn turn, PersonId person) {
    return turn.sql().selectFrom(MEMBERSHIP_QUESTION)
        .where(in(turn.channel())).and(MEMBERSHIP_QUESTION.PERSON_ID.eq(person.value()))
        .fetch(MembershipQuestions::question);
  }

  /// The wish is decided: what is still answered is of no interest.
  void decided(Turn turn, long wish) {
    turn.sql().deleteFrom(MEMBERSHIP_QUESTION).where(in(turn.channel())).and(MEMBERSHIP_QUESTION.WISH_ID.eq(wish))
        .execute();
  }

  private static Condition in(Channel channel) {
    return MEMBERSHIP_QUESTION.WORKSPACE_ID.eq(channel.workspace().value())
        .and(MEMBERSHIP_QUESTION.CHANNEL_ID.eq(channel.id().value()));
  }

  private static Question question(Record row) {
    return new Question(row.get(MEMBERSHIP_QUESTION.ID), new PersonId(row.get(MEMBERSHIP_QUESTION.PERSON_ID)),
        row.get(MEMBERSHIP_QUESTION.COMMUNITY_ID), row.get(MEMBERSHIP_QUESTION.WISH_ID),
        row.get(MEMBERSHIP_QUESTION.WISH), row.get(MEMBERSHIP_QUESTION.DATA),
        Reply.valueOf(row.get(MEMBERSHIP_QUESTION.ANSWER)));
  }
}
