package otklik.rooms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.delivery.MovedChats;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What a messenger tells of rooms by itself: of topics that we opened, so that one is found again whose opening was
/// never answered; and of groups that live on under another id.
@Component
public final class RoomNews {
  private static final Pattern NUMBER = Pattern.compile("#(\\d{4,18})(?: \\|.*)?", Pattern.DOTALL);

  private final Tickets tickets;
  private final OwnTopics ownTopics;
  private final SharedTopic sharedTopic;
  private final Lines lines;
  private final MovedChats movedChats;

  RoomNews(Tickets tickets, OwnTopics ownTopics, SharedTopic sharedTopic, Lines lines, MovedChats movedChats) {
    this.tickets = tickets;
    this.ownTopics = ownTopics;
    this.sharedTopic = sharedTopic;
    this.lines = lines;
    this.movedChats = movedChats;
  }

  /// @param changed in one of the channel's own groups
  public void changed(Turn turn, Incoming.TopicChanged changed) throws Exception {
    if (!changed.byUs() && !lines.isOurs(turn.channel().id(), changed.by().id())) {
      return;
    }
    if (changed.change() == Incoming.TopicChange.REOPENED) {
      closeAgain(turn, changed);
    } else if (changed.change() == Incoming.TopicChange.OPENED && changed.name() != null) {
      opened(turn, changed, changed.name());
    }
  }

  /// Topics don't move with their group: whoever speaks there finds out.
  public void moved(Turn turn, Incoming.Moved moved) {
    movedChats.moved(turn, moved.fromChat(), moved.toChat());
    tickets.chatMoved(turn, moved.fromChat(), moved.toChat());
  }

  /// It was reopened so that something could be said there.
  private void closeAgain(Turn turn, Incoming.TopicChanged changed) throws Exception {
    Optional<Ticket> ticket = tickets.inRoom(turn, changed.place());
    if (ticket.isPresent() && ticket.get().state().equals(Ticket.CLOSED)) {
      ownTopics.close(turn, ticket.get());
    }
  }

  private void opened(Turn turn, Incoming.TopicChanged changed, String name) throws Exception {
    sharedTopic.found(turn, name, changed.place());
    Matcher number = NUMBER.matcher(name);
    Optional<Ticket> ticket = number.matches()
        ? tickets.numbered(turn, Long.parseLong(number.group(1))) : Optional.empty();
    if (ticket.isPresent()) {
      ownTopics.found(turn, ticket.get(), changed.place());
    }
  }
}
