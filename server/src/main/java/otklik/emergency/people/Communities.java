package otklik.emergency.people;

import static otklik.storage.schema.Tables.COMMUNITY;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.geography.City;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.storage.Database;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of communities.
@Component
public final class Communities {
  private final Ids ids;
  private final Database database;

  Communities(Ids ids, Database database) {
    this.ids = ids;
    this.database = database;
  }

  public List<Community> active(ReadTurn turn) {
    return turn.sql().selectFrom(COMMUNITY)
        .where(in(turn.channel())).and(COMMUNITY.STATE.eq(Community.State.ACTIVE.stored()))
        .orderBy(COMMUNITY.ID)
        .fetch(Communities::community);
  }

  /// Also those that are gone.
  List<Community> all(Turn turn) {
    return turn.sql().selectFrom(COMMUNITY).where(in(turn.channel())).orderBy(COMMUNITY.ID)
        .fetch(Communities::community);
  }

  public Optional<Community> find(Turn turn, long id) {
    return turn.sql().selectFrom(COMMUNITY).where(in(turn.channel())).and(COMMUNITY.ID.eq(id))
        .fetchOptional(Communities::community);
  }

  public Optional<Community> inChat(Turn turn, String chat) {
    return turn.sql().selectFrom(COMMUNITY).where(in(turn.channel())).and(COMMUNITY.CHAT.eq(chat))
        .fetchOptional(Communities::community);
  }

  /// We are in that chat. What became of it before stays as it was.
  public Community arrived(Turn turn, Incoming.Standing standing) {
    turn.sql().insertInto(COMMUNITY)
        .set(COMMUNITY.ID, ids.next())
        .set(COMMUNITY.WORKSPACE_ID, turn.workspace().value())
        .set(COMMUNITY.CHANNEL_ID, turn.channel().id().value())
        .set(COMMUNITY.CHAT, standing.chat())
        .set(COMMUNITY.TITLE, Objects.requireNonNullElse(standing.title(), standing.chat()))
        .set(COMMUNITY.ADDRESS, standing.address())
        .set(COMMUNITY.IS_ADMINISTRATOR, standing.administrator())
        .set(COMMUNITY.IS_SILENT, false)
        .set(COMMUNITY.STATE, Community.State.ASKED.stored())
        .set(COMMUNITY.CREATED_AT, turn.now())
        .set(COMMUNITY.UPDATED_AT, turn.now())
        .onConflict(COMMUNITY.WORKSPACE_ID, COMMUNITY.CHANNEL_ID, COMMUNITY.CHAT)
        .doUpdate()
        .set(COMMUNITY.TITLE, Objects.requireNonNullElse(standing.title(), standing.chat()))
        .set(COMMUNITY.ADDRESS, standing.address())
        .set(COMMUNITY.IS_ADMINISTRATOR, standing.administrator())
        .set(COMMUNITY.UPDATED_AT, turn.now())
        .execute();
    return inChat(turn, standing.chat()).orElseThrow();
  }

  public void boundTo(Turn turn, Community community, City city, @Nullable PersonId by) {
    turn.sql().update(COMMUNITY)
        .set(COMMUNITY.CITY, city.id().value())
        .set(COMMUNITY.COUNTRY, city.country().code())
        .set(COMMUNITY.BOUND_BY, by == null ? null : by.value())
        .set(COMMUNITY.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(COMMUNITY.ID.eq(community.id()))
        .execute();
  }

  /// Its city has to be named anew.
  public void unbound(Turn turn, Community community) {
    turn.sql().update(COMMUNITY)
        .setNull(COMMUNITY.CITY)
        .setNull(COMMUNITY.COUNTRY)
        .setNull(COMMUNITY.BOUND_BY)
        .set(COMMUNITY.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(COMMUNITY.ID.eq(community.id()))
        .execute();
  }

  /// The message that asks for the city stands there.
  public void asked(Turn turn, long community, String message) {
    turn.sql().update(COMMUNITY)
        .set(COMMUNITY.QUESTION, message)
        .where(in(turn.channel())).and(COMMUNITY.ID.eq(community))
        .execute();
  }

  /// Whether that message asks for a city that nobody has named yet. Asked before anything is kept.
  public boolean isQuestion(Channel channel, MessageRef message) {
    return database.read(sql -> sql.fetchExists(COMMUNITY, in(channel)
        .and(COMMUNITY.CHAT.eq(message.chat()))
        .and(COMMUNITY.STATE.eq(Community.State.ASKED.stored()))
        .and(COMMUNITY.QUESTION.eq(message.id()))));
  }

  /// False when that is known.
  public boolean silent(Turn turn, long community, boolean silent) {
    return turn.sql().update(COMMUNITY)
        .set(COMMUNITY.IS_SILENT, silent)
        .set(COMMUNITY.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(COMMUNITY.ID.eq(community)).and(COMMUNITY.IS_SILENT.ne(silent))
        .execute() == 1;
  }

  /// It never was one.
  public void forget(Turn turn, Community community) {
    turn.sql().deleteFrom(COMMUNITY).where(in(turn.channel())).and(COMMUNITY.ID.eq(community.id())).execute();
  }

  /// False when it isn't in the state that the caller saw any more: then nothing changed.
  public boolean becomes(Turn turn, Community community, Community.State state) {
    return turn.sql().update(COMMUNITY)
        .set(COMMUNITY.STATE, state.stored())
        .set(COMMUNITY.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(COMMUNITY.ID.eq(community.id()))
        .and(COMMUNITY.STATE.eq(community.state().stored()))
        .execute() == 1;
  }

  /// The chat lives on under another id. What was begun there already, as in a chat of its own, is forgotten.
  public void moved(Turn turn, String from, String to) {
    if (inChat(turn, from).isEmpty()) {
      return;
    }
    turn.sql().deleteFrom(COMMUNITY).where(in(turn.channel())).and(COMMUNITY.CHAT.eq(to)).execute();
    turn.sql().update(COMMUNITY)
        .set(COMMUNITY.CHAT, to)
        .setNull(COMMUNITY.QUESTION)
        .set(COMMUNITY.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(COMMUNITY.CHAT.eq(from))
        .execute();
  }

  private static Condition in(Channel channel) {
    return COMMUNITY.WORKSPACE_ID.eq(channel.workspace().value()).and(COMMUNITY.CHANNEL_ID.eq(channel.id().value()));
  }

  private static Community community(Record row) {
    Long boundBy = row.get(COMMUNITY.BOUND_BY);
    return new Community(row.get(COMMUNITY.ID), row.get(COMMUNITY.CHAT), row.get(COMMUNITY.TITLE),
        row.get(COMMUNITY.ADDRESS), row.get(COMMUNITY.CITY), row.get(COMMUNITY.COUNTRY),
        Community.State.read(row.get(COMMUNITY.STATE)), boundBy == null ? null : new PersonId(boundBy),
        row.get(COMMUNITY.QUESTION), row.get(COMMUNITY.IS_ADMINISTRATOR), row.get(COMMUNITY.IS_SILENT));
  }
}
