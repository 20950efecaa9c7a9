package otklik.helpdesk.operators;

import static otklik.storage.schema.Tables.PERSON;
import static otklik.storage.schema.Tables.TICKET;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.kernel.TicketId;
import otklik.search.SearchIndex;
import otklik.turns.ReadTurn;

/// Finds tickets, open and closed ones.
@Component
final class TicketSearch {
  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

  private final SearchIndex index;

  TicketSearch(SearchIndex index) {
    this.index = index;
  }

  /// @param room the ticket's topic; null while it has none
  record Found(long number, String state, String name, @Nullable String username, Instant createdAt,
      @Nullable Place room) {}

  /// @param isComplete see [SearchIndex.Found]
  record Result(List<Found> tickets, boolean isComplete) {}

  /// Those in which every word is found, newest first. A number alone finds its ticket at once, before it is indexed.
  Result find(ReadTurn turn, String text, int most) throws Exception {
    SearchIndex.Found found = index.find(turn, text, most);
    List<Found> tickets = new ArrayList<>(fetch(turn,
        TICKET.ID.in(found.tickets().stream().map(TicketId::value).toList()), most));
    Matcher number = NUMBER.matcher(text.strip());
    if (number.matches()) {
      for (Found named : fetch(turn, TICKET.NUMBER.eq(Long.parseLong(number.group(1))), 1)) {
        tickets.removeIf(one -> one.number() == named.number());
        tickets.add(named);
        tickets.sort((one, other) -> Long.compare(other.number(), one.number()));
      }
    }
    return new Result(tickets, found.isComplete());
  }

  private static List<Found> fetch(ReadTurn turn, Condition which, int most) {
    return turn.sql().select(TICKET.NUMBER, TICKET.STATE, PERSON.NAME, PERSON.USERNAME, TICKET.CREATED_AT,
            TICKET.ROOM_CHAT, TICKET.ROOM_TOPIC)
        .from(TICKET)
        .join(PERSON).on(PERSON.WORKSPACE_ID.eq(TICKET.WORKSPACE_ID)).and(PERSON.ID.eq(TICKET.PERSON_ID))
        .where(TICKET.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TICKET.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(which)
        .orderBy(TICKET.NUMBER.desc())
        .limit(most)
        .fetch(row -> new Found(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(),
            row.value7() == null ? null : new Place(row.value6(), row.value7())));
  }
}
