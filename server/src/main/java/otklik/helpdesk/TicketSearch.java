package otklik.helpdesk;

import static otklik.storage.schema.Tables.MESSAGE;
import static otklik.storage.schema.Tables.PERSON;
import static otklik.storage.schema.Tables.TICKET;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.kernel.Folded;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Finds tickets, open and closed ones, by their number, by who wrote them, and by what was said in them; the
/// description is part of that.
@Component
final class TicketSearch {
  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

  /// @param room the ticket's topic; null while it has none
  record Found(long number, String state, String name, @Nullable String username, Instant createdAt,
      @Nullable Place room) {}

  /// Those in which every word is found, newest first. Commands to search aren't searched.
  List<Found> find(Tx tx, Channel channel, String text, int most) throws Exception {
    tx.flush();
    Condition all = DSL.noCondition();
    for (String word : Folded.of(text).strip().split("\\s+")) {
      all = all.and(isIn(channel, word));
    }
    return tx.sql().select(TICKET.NUMBER, TICKET.STATE, PERSON.NAME, PERSON.USERNAME, TICKET.CREATED_AT,
            TICKET.ROOM_CHAT, TICKET.ROOM_TOPIC)
        .from(TICKET)
        .join(PERSON).on(PERSON.WORKSPACE_ID.eq(TICKET.WORKSPACE_ID)).and(PERSON.ID.eq(TICKET.PERSON_ID))
        .where(TICKET.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TICKET.CHANNEL_ID.eq(channel.id().value()))
        .and(all)
        .orderBy(TICKET.NUMBER.desc())
        .limit(most)
        .fetch(row -> new Found(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(),
            row.value7() == null ? null : new Place(row.value6(), row.value7())));
  }

  private static Condition isIn(Channel channel, String word) {
    Condition somewhere = PERSON.NAME_FOLDED.contains(word).or(DSL.exists(DSL.selectOne().from(MESSAGE)
        .where(MESSAGE.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(MESSAGE.WORKSPACE_ID.eq(TICKET.WORKSPACE_ID))
        .and(MESSAGE.TICKET_ID.eq(TICKET.ID))
        .and(MESSAGE.TEXT_FOLDED.contains(word))
        .and(DSL.not(MESSAGE.TEXT_FOLDED.startsWith("/find")))));
    var number = NUMBER.matcher(word);
    return number.matches() ? somewhere.or(TICKET.NUMBER.eq(Long.parseLong(number.group(1)))) : somewhere;
  }
}
