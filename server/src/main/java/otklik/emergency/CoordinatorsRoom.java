package otklik.emergency;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Command;
import otklik.intake.Query;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Wording;
import otklik.rooms.AnonymousWords;
import otklik.rooms.RoomNews;
import otklik.rooms.RoomTickets;
import otklik.standing.ChannelInspector;
import otklik.talk.Order;
import otklik.talk.RoomCommands;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The coordinators' group: what they write under a request reaches the person, commands decide. Whoever isn't a
/// coordinator is not heard.
@Component
final class CoordinatorsRoom {
  private final People people;
  private final RoomTickets roomTickets;
  private final RoomCommands commands;
  private final CoordinatorsWords words;
  private final AnonymousWords anonymousWords;
  private final RoomNews roomNews;
  private final ChannelInspector channelInspector;

  CoordinatorsRoom(People people, RoomTickets roomTickets, RoomCommands commands, CoordinatorsWords words,
      AnonymousWords anonymousWords, RoomNews roomNews, ChannelInspector channelInspector) {
    this.people = people;
    this.roomTickets = roomTickets;
    this.commands = commands;
    this.words = words;
    this.anonymousWords = anonymousWords;
    this.roomNews = roomNews;
    this.channelInspector = channelInspector;
  }

  void said(Turn turn, Incoming.Said said) throws Exception {
    if (AnonymousWords.are(said)) {
      turn.afterCommit(() -> channelInspector.anonymous(turn.channel()));
      anonymousWords.heard(turn, said, Command.in(wording(said.content())).isPresent(),
          CoordinatorsWords.isNote(said.content()),
          turn.text("emergency.coordinators.anonymous"));
    }
    if (!isCoordinator(turn.channel(), said.by())) {
      return;
    }
    Person coordinator = people.seen(turn, said.by());
    Ticket ticket = roomTickets.meant(turn, said);
    Optional<Command> command = CoordinatorsWords.isNote(said.content()) ? Optional.empty()
        : Command.in(wording(said.content()));
    if (command.isPresent()) {
      commands.given(command.get(), new Order(turn, coordinator, command.get().rest(), ticket, said));
    } else if (ticket != null) {
      words.said(turn, ticket, coordinator, said);
    }
  }

  /// What a coordinator only wants to see.
  Optional<Query> query(Channel channel, Incoming.Said said) {
    return isCoordinator(channel, said.by())
        ? Command.in(wording(said.content())).flatMap(command -> commands.query(command, channel, said))
        : Optional.empty();
  }

  /// Whether a coordinator answers what isn't known yet.
  boolean isEarly(Turn turn, Incoming.Said said) throws Exception {
    return isCoordinator(turn.channel(), said.by()) && roomTickets.isEarly(turn, said);
  }

  private static Content.Text wording(Content content) {
    return Content.Text.of(Objects.requireNonNullElse(Wording.of(content), ""));
  }

  void edited(Turn turn, Incoming.Edited edited) throws Exception {
    if (isCoordinator(turn.channel(), edited.by())) {
      words.edited(turn, edited);
    }
  }

  void reacted(Turn turn, Incoming.Reacted reacted) throws Exception {
    if (isCoordinator(turn.channel(), reacted.by())) {
      words.reacted(turn, reacted);
    }
  }

  void changed(Turn turn, Incoming.TopicChanged changed) throws Exception {
    roomNews.changed(turn, changed);
  }

  /// Any of the channel's chats lives on under another id.
  void moved(Turn turn, Incoming.Moved moved) {
    roomNews.moved(turn, moved);
  }

  /// What stands in the way there is seen by the next round, which is now.
  void standing(Turn turn, Incoming.Standing standing) {
    turn.afterCommit(() -> channelInspector.soon(turn.channel()));
  }

  static boolean isCoordinator(Channel channel, Author author) {
    return author.human() && Emergency.settings(channel).isCoordinator(author.id());
  }
}
