package otklik.helpdesk;

import static otklik.storage.schema.Tables.BINDING;
import static otklik.storage.schema.Tables.CSAT;
import static otklik.storage.schema.Tables.DESK_TICKET;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.erasure.NamingAnswers;
import otklik.erasure.PersonalData;
import otklik.erasure.PersonalRows;
import otklik.helpdesk.answers.Postponed;
import otklik.helpdesk.operators.FindCommand;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.DeskTicket;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What a desk knows of a person: their projects, what their tickets say, how to reach them, and answers that wait.
@Component
final class DeskData implements PersonalData {
  private final Commands commands;
  private final Postponed postponed;
  private final DeskTickets deskTickets;

  DeskData(Commands commands, Postponed postponed, DeskTickets deskTickets) {
    this.commands = commands;
    this.postponed = postponed;
    this.deskTickets = deskTickets;
  }

  @Override
  public String scenario() {
    return HelpdeskSettings.SCENARIO;
  }

  @Override
  public boolean isOnTeam(Channel channel, Person person) {
    return HelpdeskSettings.of(channel).isOperator(person.account());
  }

  @Override
  public List<String> groups(Channel channel) {
    return HelpdeskSettings.of(channel).groups();
  }

  @Override
  public List<PersonalRows> rows() {
    return List.of(
        PersonalRows.ofPerson(BINDING.PERSON_ID),
        PersonalRows.ofTicket(DESK_TICKET.TICKET_ID)
            .emptied(DESK_TICKET.DESCRIPTION, DESK_TICKET.COMPANY, DESK_TICKET.CONTACT),
        PersonalRows.ofTicket(CSAT.TICKET_ID).emptied(CSAT.COMMENT));
  }

  @Override
  public void takeBack(Turn turn, Ticket ticket) throws Exception {
    postponed.erase(turn, ticket);
  }

  @Override
  public void close(Turn turn, Ticket ticket) throws Exception {
    if (!ticket.state().equals(Ticket.CLOSED)) {
      commands.give(turn, Actor.CLOCK, ticket, new DeskCommand.CloseForgotten());
    }
  }

  /// A ticket that moved to a project's own topic left its messages behind.
  @Override
  public boolean wasInSharedRoom(Turn turn, Ticket ticket) throws Exception {
    return deskTickets.of(turn, ticket.id()).category().equals(DeskTicket.TRIAGE);
  }

  @Override
  public List<NamingAnswers> answersThatName() {
    return List.of(new NamingAnswers(FindCommand.FOUND, FindCommand::names));
  }
}
