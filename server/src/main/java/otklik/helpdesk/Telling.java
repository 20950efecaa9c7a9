package otklik.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;

/// `/history`: what happened to a ticket, who did it and when.
@Component
final class Telling implements RoomCommand {
  /// Leaves room for the messenger's own way of counting below its 4,096 characters.
  private static final int LONGEST = 4000;

  private final Timeline timeline;
  private final People people;
  private final Deliveries deliveries;

  Telling(Timeline timeline, People people, Deliveries deliveries) {
    this.timeline = timeline;
    this.people = people;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    Ticket ticket = order.ticket();
    if (ticket == null) {
      deliveries.owe(tx, order.channel(), Owed.words(order.answer(order.text("in-topic"))));
      return;
    }
    String story = timeline.of(tx, order.channel(), ticket.id()).stream()
        .map(entry -> line(tx, order, entry)).collect(Collectors.joining("\n"));
    boolean first = true;
    for (String part : parts(story)) {
      deliveries.owe(tx, order.channel(), order.told(first ? order.answer(part) : Call.Say.text(order.place(), part)));
      first = false;
    }
  }

  private String line(Tx tx, Order order, Timeline.Entry entry) {
    String who = entry.actor() == null ? ""
        : people.find(tx, order.channel(), entry.actor()).map(Person::shownName).orElse("");
    return Moment.shown(order.channel(), entry.at()) + " · " + what(order, entry) + (who.isEmpty() ? "" : " · " + who);
  }

  private static String what(Order order, Timeline.Entry entry) {
    String key = "event." + entry.event();
    String data = entry.data() == null ? "" : entry.data();
    if (order.has(key + "." + data)) {
      return order.text(key + "." + data);
    }
    return order.has(key) ? order.text(key, "data", data) : entry.event();
  }

  /// Between lines, so that each part fits into a message.
  private static List<String> parts(String story) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : story.split("\n")) {
      if (!part.isEmpty() && part.length() + line.length() + 1 > LONGEST) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : "\n").append(TopicName.cut(line, LONGEST));
    }
    parts.add(part.toString());
    return parts;
  }
}
