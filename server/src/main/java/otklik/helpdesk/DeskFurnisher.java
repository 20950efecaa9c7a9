package otklik.helpdesk;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.kernel.DeliveryId;
import otklik.people.People;
import otklik.relay.Direction;
import otklik.relay.Told;
import otklik.rooms.CardFace;
import otklik.rooms.Furnisher;
import otklik.rooms.Lodging;
import otklik.rooms.SharedTopicPlan;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// The rooms of a desk: a topic for every ticket of a project, and one that all tickets share whose project nobody
/// knows.
@Component
final class DeskFurnisher implements Furnisher {
  private static final int LONGEST_LINE = 400;

  private final DeskTickets deskTickets;
  private final DeskCards cards;
  private final Groups groups;
  private final People people;

  DeskFurnisher(DeskTickets deskTickets, DeskCards cards, Groups groups, People people) {
    this.deskTickets = deskTickets;
    this.cards = cards;
    this.groups = groups;
    this.people = people;
  }

  @Override
  public String scenario() {
    return Helpdesk.NAME;
  }

  @Override
  public Lodging lodging(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    DeskTicket desk = deskTickets.of(tx, channel, ticket.id());
    return desk.project() == null
        ? new Lodging.InSharedTopic(TriageCard.mark(ticket, people.find(tx, channel, ticket.person()).orElseThrow()))
        : new Lodging.OwnTopic(groups.forNewTopic(channel), cards.inOwnTopic(tx, channel, ticket, desk).topicName());
  }

  @Override
  public CardFace card(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    DeskTicket desk = deskTickets.of(tx, channel, ticket.id());
    return desk.project() == null ? cards.inTriage(tx, channel, ticket, desk).face()
        : cards.inOwnTopic(tx, channel, ticket, desk).face();
  }

  @Override
  public CardFace cardGivenUp(Channel channel, Ticket ticket, DeliveryId lost) {
    return new CardFace(
        Content.Text.of(ticket.saidInRoom(channel.texts().text(channel.language(), "card.given-up"))),
        List.of(List.of(new Button(channel.texts().text(channel.language(), "button.retry"),
            Press.of(Press.Action.SHOW_CARD, ticket.id(), lost.value()).data()))), false);
  }

  @Override
  public String notOpened(Channel channel, Ticket ticket) {
    return channel.texts().text(channel.language(), "topic.not-opened", "ticket", ticket.shownNumber());
  }

  @Override
  public Optional<SharedTopicPlan> sharedTopic(Channel channel) {
    return Optional.of(new SharedTopicPlan(Helpdesk.settings(channel).supportChat(),
        channel.texts().text(channel.language(), "triage.topic"),
        channel.texts().text(channel.language(), "triage.not-opened")));
  }

  @Override
  public String retellingBegins(Channel channel) {
    return channel.texts().text(channel.language(), "retold");
  }

  @Override
  public String retold(Channel channel, Told told) {
    String words = told.words();
    if (!(told.content() instanceof Content.Text)) {
      words = "[" + channel.texts().text(channel.language(), "kind." + told.content().type()) + "] " + words;
    }
    return channel.texts().text(channel.language(), "retold." + key(told.direction()), "text",
        TopicName.cut(words.strip(), LONGEST_LINE));
  }

  private static String key(Direction direction) {
    return switch (direction) {
      case IN -> "in";
      case OUT -> "out";
      case NOTE -> "note";
    };
  }
}
