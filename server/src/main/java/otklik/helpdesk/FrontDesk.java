package otklik.helpdesk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.forms.CancelCommand;
import otklik.forms.Forms;
import otklik.rooms.Rooms;
import otklik.talk.PersonTalk;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// The person's side: commands first, then the open ticket, then the form.
@Component
final class FrontDesk {
  private final Tickets tickets;
  private final OpenTicketWords openTicketWords;
  private final ReopenPrompt reopenPrompt;
  private final Forms forms;
  private final CancelCommand cancelCommand;
  private final TicketForm ticketForm;
  private final StrangerAdmission strangerAdmission;
  private final Entrance entrance;
  private final Rooms rooms;
  private final PersonTalk talk;

  FrontDesk(Tickets tickets, OpenTicketWords openTicketWords, ReopenPrompt reopenPrompt, Forms forms,
      CancelCommand cancelCommand, TicketForm ticketForm, StrangerAdmission strangerAdmission, Entrance entrance,
      Rooms rooms, PersonTalk talk) {
    this.tickets = tickets;
    this.openTicketWords = openTicketWords;
    this.reopenPrompt = reopenPrompt;
    this.forms = forms;
    this.cancelCommand = cancelCommand;
    this.ticketForm = ticketForm;
    this.strangerAdmission = strangerAdmission;
    this.entrance = entrance;
    this.rooms = rooms;
    this.talk = talk;
  }

  void said(Turn turn, Incoming.Said said) throws Exception {
    PersonTalk.Seen seen = talk.sees(turn, said);
    Visitor visitor = seen.visitor();
    Optional<Ticket> open = tickets.openOf(turn, visitor.person().id());
    if (seen.renamed() && open.isPresent()) {
      rooms.refresh(turn, open.get().id());
    }
    if (!strangerAdmission.admits(visitor, open, said.content())) {
      return;
    }
    if (talk.obeys(visitor, said)) {
      return;
    }
    if (open.isPresent() && open.get().sharesRoom() && entrance.isSurelyCode(visitor, said.content())) {
      entrance.tryCode(visitor, ((Content.Text) said.content()).text());
      return;
    }
    if (open.isEmpty() && CancelCommand.isTyped(visitor, said.content())) {
      cancelCommand.obey(visitor, "");
      return;
    }
    Content shown = talk.shown(visitor, said.content());
    if (open.isPresent()) {
      openTicketWords.said(visitor, open.get(), said, shown);
    } else if (!reopenPrompt.asks(visitor, said, shown) && !forms.said(visitor, said, shown)) {
      ticketForm.firstWords(visitor, said, shown);
    }
  }

  void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    Visitor visitor = talk.sees(turn, pressed).visitor();
    if (!strangerAdmission.admits(visitor, tickets.openOf(turn, visitor.person().id()), null)) {
      talk.ignore(visitor, pressed);
    } else {
      talk.pressed(visitor, pressed);
    }
  }
}
