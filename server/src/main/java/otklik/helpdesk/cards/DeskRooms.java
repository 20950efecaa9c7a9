package otklik.helpdesk.cards;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.MessageSizes;
import otklik.helpdesk.settings.Groups;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskTicket;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.kernel.DeliveryId;
import otklik.people.People;
import otklik.relay.Direction;
import otklik.relay.SaidMessage;
import otklik.rooms.CardFace;
import otklik.rooms.RoomPlacement;
import otklik.rooms.RoomProvider;
import otklik.rooms.SharedTopicPlan;
import otklik.talk.RetryButton;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rooms of a desk: a topic for every ticket of a project, and one that all tickets share whose project nobody
/// knows.
@Component
final class DeskRooms implements RoomProvider {
  private static final int LONGEST_LINE = 400;

  private final DeskTickets deskTickets;
  private final DeskCards cards;
  private final Groups groups;
  private final People people;

  DeskRooms(DeskTickets deskTickets, DeskCards cards, Groups groups, People people) {
    this.deskTickets = deskTickets;
    this.cards = cards;
    this.groups = groups;
    this.people = people;
  }

  @Override
  public String scenario() {
    return HelpdeskSettings.SCENARIO;
  }

  @Override
  public RoomPlacement placement(Turn turn, Ticket ticket) throws SQLException {
    DeskTicket desk = deskTickets.of(turn, ticket.id());
    return desk.project() == null
        ? new RoomPlacement.InSharedTopic(TriageCard.mark(ticket, people.find(turn, ticket.person()).orElseThrow()))
        : new RoomPlacement.OwnTopic(groups.forNewTopic(turn.channel()),
        cards.inOwnTopic(turn, ticket, desk).topicName());
  }

  @Override
  public CardFace card(Turn turn, Ticket ticket) throws SQLException {
    DeskTicket desk = deskTickets.of(turn, ticket.id());
    return desk.project() == null ? cards.inTriage(turn, ticket, desk).face()
        : cards.inOwnTopic(turn, ticket, desk).face();
  }

  @Override
  public CardFace cardGivenUp(Channel channel, Ticket ticket, DeliveryId lost) {
    return new CardFace(
        Content.Text.of(ticket.saidInRoom(channel.text("card.given-up"))),
        RetryButton.under(channel, ticket, lost), false);
  }

  @Override
  public String notOpened(Channel channel, Ticket ticket) {
    return channel.text("topic.not-opened", "ticket", ticket.shownNumber());
  }

  @Override
  public Optional<SharedTopicPlan> sharedTopic(Channel channel) {
    return Optional.of(new SharedTopicPlan(HelpdeskSettings.of(channel).supportChat(),
        channel.text("triage.topic"),
        channel.text("triage.not-opened")));
  }

  @Override
  public String retellingBegins(Channel channel) {
    return channel.text("retold");
  }

  @Override
  public String retold(Channel channel, SaidMessage told) {
    String words = told.words();
    if (!(told.content() instanceof Content.Text)) {
      words = "[" + channel.text("kind." + told.content().type()) + "] " + words;
    }
    return channel.text("retold." + key(told.direction()), "text",
        MessageSizes.cut(words.strip(), LONGEST_LINE));
  }

  private static String key(Direction direction) {
    return switch (direction) {
      case IN -> "in";
      case OUT -> "out";
      case NOTE -> "note";
    };
  }
}
