package otklik.emergency;

import static otklik.storage.schema.Tables.ASKING;
import static otklik.storage.schema.Tables.EMERGENCY_MESSAGE;
import static otklik.storage.schema.Tables.EMERGENCY_REQUEST;
import static otklik.storage.schema.Tables.REQUEST_REMARK;
import static otklik.storage.schema.Tables.RESIDENT;
import static otklik.storage.schema.Tables.VOLUNTEER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.commands.Commands;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.CardRows;
import otklik.emergency.requests.PositionKey;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.Requests;
import otklik.emergency.search.VolunteerCopies;
import otklik.emergency.settings.EmergencySettings;
import otklik.erasure.PersonalData;
import otklik.erasure.PersonalRows;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What is known of a person here: where they are at home, what they asked for, that they help, and what they were
/// asked.
@Component
final class EmergencyData implements PersonalData {
  /// So long after the end of a request its copies may still wait to be told of it.
  private static final Duration COPIES_CHANGE = Duration.ofDays(1);

  private final Requests requests;
  private final Commands commands;
  private final VolunteerCopies volunteerCopies;
  private final CardRows cardRows;

  EmergencyData(Requests requests, Commands commands, VolunteerCopies volunteerCopies, CardRows cardRows) {
    this.requests = requests;
    this.commands = commands;
    this.volunteerCopies = volunteerCopies;
    this.cardRows = cardRows;
  }

  @Override
  public String scenario() {
    return EmergencySettings.SCENARIO;
  }

  @Override
  public boolean isOnTeam(Channel channel, Person person) {
    return EmergencySettings.of(channel).isCoordinator(person.account());
  }

  @Override
  public List<String> groups(Channel channel) {
    return List.of(EmergencySettings.of(channel).coordinatorsChat());
  }

  /// Chats are found by where somebody is at home until the last moment.
  @Override
  public List<PersonalRows> rows() {
    return List.of(
        PersonalRows.ofPerson(VOLUNTEER.PERSON_ID),
        PersonalRows.ofPerson(ASKING.PERSON_ID),
        PersonalRows.ofPerson(REQUEST_REMARK.AUTHOR_ID),
        PersonalRows.ofPerson(RESIDENT.PERSON_ID).atLast(),
        PersonalRows.ofTicket(EMERGENCY_REQUEST.TICKET_ID).emptied(EMERGENCY_REQUEST.DESCRIPTION,
            EMERGENCY_REQUEST.AREA_LATITUDE, EMERGENCY_REQUEST.AREA_LONGITUDE, EMERGENCY_REQUEST.AREA_RADIUS),
        PersonalRows.ofTicket(REQUEST_REMARK.TICKET_ID),
        PersonalRows.ofTicket(EMERGENCY_MESSAGE.TICKET_ID));
  }

  /// The exact place is gone with whatever closes a request; should anything of it have come later, it goes now.
  @Override
  public void close(Turn turn, Ticket ticket) throws Exception {
    requests.forgetPlace(turn, ticket.id());
    if (!ticket.state().equals(Ticket.CLOSED)) {
      commands.give(turn, Actor.CLOCK, ticket, new RequestCommand.End(Request.Ending.ERASED, ticket.person()));
    } else if (ticket.closedAt() != null && ticket.closedAt().plus(COPIES_CHANGE).isAfter(turn.now())) {
      volunteerCopies.refresh(turn, ticket.id());
    }
  }

  @Override
  public Optional<ErasedCard> erasedCard() {
    return Optional.of((turn, ticket) -> cardRows.read(turn, ticket).erased());
  }

  @Override
  public Call told(Visitor visitor, boolean done) {
    return done ? PositionKey.goneFrom(visitor, visitor.text("emergency.forget.done"))
        : PersonalData.super.told(visitor, false);
  }
}
