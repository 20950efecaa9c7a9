package otklik.helpdesk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.PrivateTopics;
import otklik.dialogs.Visitor;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Kinds;
import otklik.relay.Relay;
import otklik.rooms.Rooms;
import otklik.talk.PersonTalk;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The person's side: commands first, then the open ticket, then the form.
@Component
final class FrontDesk {
  private final People people;
  private final Tickets tickets;
  private final Relay relay;
  private final ReopenPrompt reopenPrompt;
  private final SlaEvents slaEvents;
  private final TicketForm ticketForm;
  private final Postponed postponed;
  private final CloseOwnCommand closeOwnCommand;
  private final StrangerAdmission strangerAdmission;
  private final Entrance entrance;
  private final Rooms rooms;
  private final Deliveries deliveries;
  private final PrivateTopics privateTopics;
  private final PersonTalk talk;

  FrontDesk(People people, Tickets tickets, Relay relay, ReopenPrompt reopenPrompt, SlaEvents slaEvents,
      TicketForm ticketForm, Postponed postponed, CloseOwnCommand closeOwnCommand, StrangerAdmission strangerAdmission,
      Entrance entrance, Rooms rooms, Deliveries deliveries, PrivateTopics privateTopics, PersonTalk talk) {
    this.people = people;
    this.tickets = tickets;
    this.relay = relay;
    this.reopenPrompt = reopenPrompt;
    this.slaEvents = slaEvents;
    this.ticketForm = ticketForm;
    this.postponed = postponed;
    this.closeOwnCommand = closeOwnCommand;
    this.strangerAdmission = strangerAdmission;
    this.entrance = entrance;
    this.rooms = rooms;
    this.deliveries = deliveries;
    this.privateTopics = privateTopics;
    this.talk = talk;
  }

  void said(Turn turn, Incoming.Said said) throws Exception {
    privateTopics.wrote(turn, said.place());
    People.Sight sight = people.sight(turn, said.by());
    Person person = sight.person();
    Visitor visitor = Visitor.of(turn, person, said.place().chat());
    Optional<Ticket> open = tickets.openOf(turn, person.id());
    if (sight.renamed() && open.isPresent()) {
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
    if (isCancel(visitor, said.content()) && open.isEmpty()) {
      ticketForm.cancel(visitor);
      return;
    }
    Content shown = shown(turn.channel(), said.content());
    if (shown != said.content()) {
      deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("unsupported"))));
    }
    if (open.isPresent()) {
      relay.pass(turn, open.get(), Direction.IN, said, shown);
      slaEvents.personWrote(turn, open.get());
      postponed.personWrote(turn, open.get());
      closeOwnCommand.offer(visitor, open.get(), said.content());
    } else if (!reopenPrompt.asks(visitor, said, shown)) {
      ticketForm.said(visitor, said, shown);
    }
  }

  /// Whether this very message, of a person or of an operator, was taken in before.
  boolean knows(Turn turn, Incoming.Said said) throws Exception {
    return relay.knows(turn, said.ref());
  }

  /// What can't be carried over is at least announced.
  private static Content shown(Channel channel, Content content) {
    return content instanceof Content.Unsupported unsupported
        ? Content.Text.of(channel.text("note.unsupported",
            "kind", Kinds.of(channel, unsupported)))
        : content;
  }

  private static boolean isCancel(Visitor visitor, Content content) {
    return content instanceof Content.Text text && text.text().strip().equalsIgnoreCase(visitor.text("button.cancel"));
  }

  void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    if (pressed.on() != null) {
      privateTopics.wrote(turn, pressed.place());
    }
    Person person = people.seen(turn, pressed.by());
    Visitor visitor = Visitor.of(turn, person, pressed.place().chat());
    if (!strangerAdmission.admits(visitor, tickets.openOf(turn, person.id()), null)) {
      talk.ignore(visitor, pressed);
    } else {
      talk.pressed(visitor, pressed);
    }
  }
}
