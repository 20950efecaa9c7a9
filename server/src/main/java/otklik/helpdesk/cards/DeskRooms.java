package otklik.helpdesk.cards;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.Groups;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskTicket;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.people.People;
import otklik.rooms.CardFace;
import otklik.rooms.RoomPlacement;
import otklik.rooms.RoomProvider;
import otklik.rooms.SharedTopicPlan;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rooms of a desk: a topic for every ticket of a project, and one that all tickets share whose project nobody
/// knows.
@Component
final class DeskRooms implements RoomProvider {
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
  public Optional<SharedTopicPlan> sharedTopic(Channel channel) {
    return Optional.of(new SharedTopicPlan(HelpdeskSettings.of(channel).supportChat(),
        channel.text("triage.topic"),
        channel.text("triage.not-opened")));
  }
}
