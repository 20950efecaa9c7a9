package otklik.helpdesk.clients;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.forms.CancelCommand;
import otklik.rooms.Rooms;
import otklik.talk.PersonTalk;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// The person's side: commands first, then whoever takes what was said.
@Component
public final class FrontDesk {
  private final Tickets tickets;
  private final Rooms rooms;
  private final PersonTalk talk;
  private final StrangerAdmission strangerAdmission;
  private final CancelCommand cancelCommand;
  private final List<WordsHandler> handlers;

  FrontDesk(Tickets tickets, Rooms rooms, PersonTalk talk, StrangerAdmission strangerAdmission,
      CancelCommand cancelCommand, List<WordsHandler> handlers) {
    this.tickets = tickets;
    this.rooms = rooms;
    this.talk = talk;
    this.strangerAdmission = strangerAdmission;
    this.cancelCommand = cancelCommand;
    this.handlers = handlers.stream().sorted(Comparator.comparing(WordsHandler::order)).toList();
  }

  public void said(Turn turn, Incoming.Said said) throws Exception {
    PersonTalk.Seen seen = talk.sees(turn, said);
    Visitor visitor = seen.visitor();
    Optional<Ticket> open = tickets.openOf(turn, visitor.person().id());
    if (seen.renamed() && open.isPresent()) {
      rooms.refresh(turn, open.get().id());
    }
    if (!strangerAdmission.admits(visitor, open, said.content()) || talk.obeys(visitor, said)) {
      return;
    }
    if (open.isEmpty() && CancelCommand.isTyped(visitor, said.content())) {
      cancelCommand.obey(visitor, "");
      return;
    }
    WordsHandler.PersonWords words =
        new WordsHandler.PersonWords(visitor, open.orElse(null), said, talk.shown(visitor, said.content()));
    for (WordsHandler handler : handlers) {
      if (handler.takes(words)) {
        return;
      }
    }
  }

  public void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    Visitor visitor = talk.sees(turn, pressed).visitor();
    if (!strangerAdmission.admits(visitor, tickets.openOf(turn, visitor.person().id()), null)) {
      talk.ignore(visitor, pressed);
    } else {
      talk.pressed(visitor, pressed);
    }
  }
}
