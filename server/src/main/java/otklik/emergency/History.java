package otklik.emergency;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.people.People;
import otklik.people.Person;
import otklik.rooms.RoomTag;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// `/history 12`, or `/history` in a request's topic: what happened to it and when. Of the person who asked nothing is
/// told; volunteers and coordinators are named.
@Component
final class History implements RoomCommand {
  private static final int MOST = 60;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM, HH:mm");

  private final Tickets tickets;
  private final Timeline timeline;
  private final CardRows cards;
  private final People people;
  private final Deliveries deliveries;

  History(Tickets tickets, Timeline timeline, CardRows cards, People people, Deliveries deliveries) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.cards = cards;
    this.people = people;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    Optional<Ticket> named = order.rest().isEmpty() ? Optional.ofNullable(order.ticket())
        : order.number().isEmpty() ? Optional.empty() : tickets.numbered(tx, order.channel(), order.number().get());
    if (named.isEmpty()) {
      say(tx, order, order.text(order.rest().isEmpty() ? "emergency.history.usage" : "emergency.no-such-request"));
      return;
    }
    say(tx, order, told(tx, order, named.get()), named.get());
  }

  private String told(Tx tx, Order order, Ticket ticket) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Timeline.Entry entry : timeline.of(tx, order.channel(), ticket.id())) {
      String key = "emergency.history." + entry.event();
      if (order.channel().texts().has(order.channel().language(), key)) {
        lines.add(MOMENT.format(entry.at().atZone(order.channel().zone())) + " "
            + order.text(key, "name", name(tx, order.channel(), ticket, entry)));
      }
    }
    List<String> newest = lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    return cards.read(tx, order.channel(), ticket).brief() + "\n" + String.join("\n", newest);
  }

  private String name(Tx tx, Channel channel, Ticket ticket, Timeline.Entry entry) {
    if (entry.actor() == null) {
      return channel.texts().text(channel.language(), "emergency.history.by-itself");
    }
    return entry.actor().equals(ticket.person())
        ? channel.texts().text(channel.language(), "emergency.history.by-asker")
        : people.find(tx, channel, entry.actor()).filter(person -> !person.isErased()).map(Person::shownName)
            .orElseGet(() -> channel.texts().text(channel.language(), "emergency.somebody"));
  }

  private void say(Tx tx, Order order, String text) throws Exception {
    deliveries.owe(tx, order.channel(), Owed.words(order.answer(text)));
  }

  /// What is said of a request is found again when its person's data are erased.
  private void say(Tx tx, Order order, String text, Ticket ticket) throws Exception {
    deliveries.owe(tx, order.channel(), Owed.words(order.answer(text))
        .about(RoomTag.LINE.of(order.channel()), ticket.id().value()));
  }
}
