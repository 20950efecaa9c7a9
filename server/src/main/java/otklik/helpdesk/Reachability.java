package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Undelivered;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// Whether words arrive, and what the operators are told when they don't.
@Component
final class Reachability implements Undelivered {
  private final People people;
  private final Tickets tickets;
  private final Rooms rooms;
  private final Deliveries deliveries;

  Reachability(People people, Tickets tickets, Rooms rooms, Deliveries deliveries) {
    this.people = people;
    this.tickets = tickets;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  @Override
  public String scenario() {
    return Helpdesk.NAME;
  }

  /// A person blocked the bot, or came back.
  void changed(Tx tx, Channel channel, Incoming.Reachability news) throws Exception {
    Person person = people.seen(tx, channel, news.person());
    becomes(tx, channel, person.id(), news.reachable());
  }

  private void becomes(Tx tx, Channel channel, PersonId person, boolean reachable) throws Exception {
    if (people.becomes(tx, channel, person, reachable)) {
      Ticket open = tickets.openOf(tx, channel, person).orElse(null);
      if (open != null && open.room() != null) {
        say(tx, channel, open.room(), channel.texts().text(channel.language(), reachable ? "note.back" : "note.blocked"));
      }
    }
  }

  @Override
  public void roomGone(Tx tx, Channel channel, TicketId id, Place room) throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    rooms.gone(tx, channel, ticket, room);
  }

  @Override
  public void refused(Tx tx, Channel channel, TicketId id, Direction direction, Outcome.Refused why) throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    if (direction == Direction.OUT && why.why() == Refusal.PERSON_UNREACHABLE) {
      people.becomes(tx, channel, ticket.person(), false);
    }
    if (ticket.room() != null && why.why() != Refusal.CHAT_GONE) {
      say(tx, channel, ticket.room(), channel.texts().text(channel.language(), "undelivered", "reason",
          reason(channel, why)));
    }
  }

  private static String reason(Channel channel, Outcome.Refused refused) {
    String key = switch (refused.why()) {
      case PERSON_UNREACHABLE -> "undelivered.unreachable";
      case BAD_FILE -> "undelivered.bad-file";
      case CHANNEL_REVOKED -> "undelivered.revoked";
      case CHAT_GONE, CHAT_MOVED, TOPIC_GONE, TOPIC_CLOSED, MESSAGE_GONE, NO_RIGHTS, TOO_LATE, NOT_ACCEPTED ->
          "undelivered.not-accepted";
    };
    return channel.texts().text(channel.language(), key, "detail", refused.detail());
  }

  private void say(Tx tx, Channel channel, Place room, String text) throws Exception {
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(room, text)));
  }
}
