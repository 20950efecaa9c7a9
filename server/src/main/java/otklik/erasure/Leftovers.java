package otklik.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What the messenger did not let us delete among the team: they are told, where it stands. Of many messages of a
/// person they are told once.
@Component
final class Leftovers implements Listener {
  /// These are stored after the scenario's name.
  private static final String OF_TICKET = "erasing";
  private static final String LINE = "erasing-line";

  private final PersonalDataRegister register;
  private final Tickets tickets;
  private final Erasures erasures;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  Leftovers(PersonalDataRegister register, Tickets tickets, Erasures erasures, Deliveries deliveries,
      MovedChats movedChats) {
    this.register = register;
    this.tickets = tickets;
    this.erasures = erasures;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  /// What a deletion of something about a ticket is about, with the ticket's id.
  static String ticket(Channel channel) {
    return PersonalDataRegister.kind(channel.scenario(), OF_TICKET);
  }

  /// What a deletion of something about a person is about, with the person's id.
  static String line(Channel channel) {
    return PersonalDataRegister.kind(channel.scenario(), LINE);
  }

  @Override
  public Set<String> kinds() {
    Set<String> kinds = new HashSet<>(register.kinds(OF_TICKET));
    kinds.addAll(register.kinds(LINE));
    return kinds;
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() == Refusal.TOPIC_GONE
        || refused.why() == Refusal.MESSAGE_GONE) {
      return;
    }
    long id = done.subject().id();
    if (done.subject().kind().equals(line(turn.channel()))) {
      if (erasures.leftOver(turn, new PersonId(id))) {
        tell(turn, done, turn.text(turn.channel().ownKey("erasing.lines-left")));
      }
      return;
    }
    Ticket ticket = tickets.find(turn, new TicketId(id)).orElseThrow();
    boolean topic = done.call() instanceof Call.DeleteTopic;
    if (erasures.leftOver(turn, ticket.person()) || topic) {
      tell(turn, done, turn.text(turn.channel().ownKey(topic ? "erasing.topic-left" : "erasing.messages-left"),
          "number", "%04d".formatted(ticket.number())));
    }
  }

  /// In the General of the group, or of the main one where the chat is the team's no more.
  private void tell(Turn turn, SettledDelivery done, String text) throws Exception {
    List<Place> groups = register.groups(turn.channel());
    Place here = Place.chat(movedChats.current(turn.channel(), done.call().place().chat()));
    deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING,
        Call.Say.text(groups.contains(here) ? here : groups.getFirst(), text)));
  }
}
