package otklik.search;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Where tickets are found by what was said in them. A new message costs nothing here: it comes in a moment later, with
/// others, and until then its ticket is read as it is. Whoever changes or erases what was said before says so, in the same transaction.
@Component
public final class SearchIndex {
  /// So much later at most new words are in the index while nothing is amiss.
  private static final Duration USUAL_DELAY = Duration.ofMinutes(1);
  /// So many of the newest tickets are looked through before the full-text index is asked: whatever is said in every
  /// ticket is found among them, and need not be gathered from all.
  private static final int NEWEST = 500;
  /// So many messages, and as many tickets that changed otherwise, are looked through that aren't in the index yet.
  private static final int MOST_WAITING = 100;

  private final Map<String, Searchable> searchables;
  private final Entries entries;
  private final NewMessages messages;

  SearchIndex(List<Searchable> searchables, Entries entries, NewMessages messages) {
    this.searchables = searchables.stream().collect(Collectors.toMap(Searchable::scenario, Function.identity()));
    this.entries = entries;
    this.messages = messages;
  }

  /// @param tickets    newest first
  /// @param isComplete whether everything that was said until a moment ago is looked through; after an update of the
  ///                   program it takes a while
  public record Found(List<TicketId> tickets, boolean isComplete) {}

  /// Tickets in which all the words are found, in any of their forms; of the last word its beginning is enough.
  public Found find(ReadTurn turn, String words, int most) throws Exception {
    SearchQuery query = SearchQuery.of(words);
    boolean isComplete = messages.waitingSince(turn.tx(), entries.progress(turn.tx()))
        .filter(since -> since.isBefore(turn.now().minus(USUAL_DELAY))).isEmpty();
    if (query.isEmpty()) {
      return new Found(List.of(), isComplete);
    }
    Map<TicketId, Boolean> waiting = waiting(turn, query);
    Stream<TicketId> found = Stream.concat(
        indexed(turn, query, most + waiting.size()).stream().filter(ticket -> !waiting.containsKey(ticket)),
        waiting.keySet().stream().filter(waiting::get));
    return new Found(found.sorted(Comparator.comparingLong(TicketId::value).reversed()).limit(most).toList(),
        isComplete);
  }

  private List<TicketId> indexed(ReadTurn turn, SearchQuery query, int most) throws Exception {
    List<TicketId> newest = entries.among(turn, NEWEST, query);
    return newest.size() >= most ? newest : entries.find(turn, query, most);
  }

  /// What was said a moment ago isn't in the index yet: those tickets are read as they are. Whether each is found.
  private Map<TicketId, Boolean> waiting(ReadTurn turn, SearchQuery query) throws Exception {
    Set<TicketId> tickets = new LinkedHashSet<>(entries.marked(turn, MOST_WAITING));
    for (NewMessages.Written message : messages.after(turn.tx(), entries.progress(turn.tx()), MOST_WAITING)) {
      if (message.ticket() != null && message.channel().equals(turn.channel().id())) {
        tickets.add(message.ticket());
      }
    }
    Map<TicketId, Boolean> waiting = new HashMap<>();
    for (TicketId ticket : tickets) {
      waiting.put(ticket, searchables.get(turn.channel().scenario()).findable(turn, ticket, 0)
          .filter(found -> query.matches(turn.channel().id(),
          Terms.of(found).stored(turn.channel().id()))).isPresent());
    }
    return waiting;
  }

  /// Whether what is said in a channel is searched.
  public boolean covers(Channel channel) {
    return searchables.containsKey(channel.scenario());
  }

  /// What is found by is not the same any more for another reason than a new message.
  public void changed(Turn turn, TicketId ticket) throws SQLException {
    if (covers(turn.channel())) {
      entries.mark(turn.tx(), turn.workspace(), turn.channel().id(), ticket);
    }
  }

  /// These are found by nothing from now on; what is left of them comes back in a moment.
  public void erase(Turn turn, Collection<TicketId> tickets) throws SQLException {
    if (covers(turn.channel())) {
      entries.remove(turn, tickets);
      for (TicketId ticket : tickets) {
        entries.mark(turn.tx(), turn.workspace(), turn.channel().id(), ticket);
      }
    }
  }
}
