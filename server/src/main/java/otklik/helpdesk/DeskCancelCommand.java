package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.talk.PersonCommand;

/// `/cancel`: out of whatever was begun.
@Component
final class DeskCancelCommand implements DeskPart, PersonCommand {
  private final TicketForm ticketForm;

  DeskCancelCommand(TicketForm ticketForm) {
    this.ticketForm = ticketForm;
  }

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    ticketForm.cancel(visitor);
  }
}
