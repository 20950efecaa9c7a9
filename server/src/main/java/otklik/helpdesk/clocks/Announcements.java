package otklik.helpdesk.clocks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.helpdesk.settings.Groups;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.settings.SlaClock;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Tells operators and admins of deadlines: a few in their tickets' topics, in whichever group those are; many at once in
/// one message to the first group, which links to every topic: there is one place to look at. Admins hear of breaches
/// in their own chats too; who hasn't started the bot isn't reached there, which is no fault.
@Component
final class Announcements {
  private static final int A_FEW = 3;
  private static final int LISTED = 30;
  private static final int MENTIONED = 10;

  private final Tickets tickets;
  private final People people;
  private final Deliveries deliveries;
  private final Groups groups;

  Announcements(Tickets tickets, People people, Deliveries deliveries, Groups groups) {
    this.tickets = tickets;
    this.people = people;
    this.deliveries = deliveries;
    this.groups = groups;
  }

  /// @param told clocks as they are now that this is told of them
  void tell(Turn turn, List<ClockRows.Owned> told) throws SQLException {
    Map<TicketId, List<SlaClock>> byTicket = told.stream().collect(Collectors.groupingBy(ClockRows.Owned::ticket,
        LinkedHashMap::new, Collectors.mapping(ClockRows.Owned::clock, Collectors.toList())));
    List<Ticket> breached = new ArrayList<>();
    List<Ticket> summed = new ArrayList<>();
    for (Map.Entry<TicketId, List<SlaClock>> news : byTicket.entrySet()) {
      Ticket ticket = tickets.find(turn, news.getKey()).orElseThrow();
      if (isBreach(news.getValue())) {
        breached.add(ticket);
      }
      if (byTicket.size() > A_FEW || ticket.room() == null) {
        summed.add(ticket);
      } else {
        tellTopic(turn, ticket, inTopic(turn, ticket, news.getValue()));
      }
    }
    if (!summed.isEmpty()) {
      sumUp(turn, summed, breached);
    }
    if (!breached.isEmpty()) {
      Content.Text text = list(turn.channel(), "clock.many.breached", breached);
      for (String admin : HelpdeskSettings.of(turn.channel()).admins()) {
        say(turn, Place.chat(admin), text);
      }
    }
  }

  private static boolean isBreach(List<SlaClock> clocks) {
    return clocks.stream().anyMatch(clock -> clock.told() == SlaClock.Told.BREACH);
  }

  private Content.Text inTopic(Turn turn, Ticket ticket, List<SlaClock> clocks) {
    Person owner = ticket.owner() == null ? null : people.find(turn, ticket.owner()).orElse(null);
    List<Content.Text> lines = new ArrayList<>();
    if (ticket.sharesRoom()) {
      lines.add(Content.Text.of(ticket.mark() + ":"));
    }
    for (SlaClock clock : clocks) {
      LinkedText linkedText = new LinkedText();
      String key = "clock." + clock.told().name().toLowerCase(Locale.ROOT)
          + (clock.kind() == SlaClock.Kind.RESOLUTION ? ".resolution" : ".answer");
      String when = ClockFace.moment(turn.channel(), clock.dueAt(), turn.now());
      lines.add(linkedText.finished(owner == null
          ? turn.text(key, "when", when)
          : turn.text(key + ".owner", "when", when, "owner", linkedText.mention(owner))));
    }
    if (isBreach(clocks)) {
      admins(turn).ifPresent(lines::add);
    }
    return Content.Text.joined(lines);
  }

  private void sumUp(Turn turn, List<Ticket> summed, List<Ticket> breached) throws SQLException {
    List<Ticket> overdue = summed.stream().filter(breached::contains).toList();
    List<Ticket> soon = summed.stream().filter(ticket -> !breached.contains(ticket)).toList();
    List<Content.Text> lines = new ArrayList<>();
    if (!overdue.isEmpty()) {
      lines.add(list(turn.channel(), "clock.many.breached", overdue));
    }
    if (!soon.isEmpty()) {
      lines.add(list(turn.channel(), "clock.many.reminded", soon));
    }
    if (!overdue.isEmpty()) {
      admins(turn).ifPresent(lines::add);
    }
    say(turn, Place.chat(groups.first(turn.channel())), Content.Text.joined(lines));
  }

  private static Content.Text list(Channel channel, String key, List<Ticket> tickets) {
    LinkedText linkedText = new LinkedText();
    String listed = tickets.stream().limit(LISTED)
        .map(ticket -> linkedText.link(ticket.shownNumber(), channel.messenger().links().toTopic(ticket.room())))
        .collect(Collectors.joining(", "));
    int rest = tickets.size() - LISTED;
    String more = rest > 0 ? " " + channel.text("clock.and-more", "count", rest) : "";
    return linkedText.finished(channel.text(key, "count", tickets.size(), "tickets", listed + more));
  }

  /// Those whom the messenger would find: who was seen at least once.
  private Optional<Content.Text> admins(Turn turn) {
    LinkedText linkedText = new LinkedText();
    String mentions = HelpdeskSettings.of(turn.channel()).admins().stream().limit(MENTIONED)
        .flatMap(admin -> people.find(turn, admin).stream())
        .map(linkedText::mention)
        .collect(Collectors.joining(" "));
    return mentions.isEmpty() ? Optional.empty() : Optional.of(linkedText.finished(mentions));
  }

  /// Where others have their tickets too, the card is one tap away.
  private void tellTopic(Turn turn, Ticket ticket, Content.Text text) throws SQLException {
    Target card = ticket.sharesRoom() ? ticket.card() : null;
    deliveries.owe(turn, NewDelivery.of(Priority.CARDS, new Call.Say(ticket.room(), text, card, List.of()))
        .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
  }

  private void say(Turn turn, Place place, Content.Text text) throws SQLException {
    deliveries.owe(turn, NewDelivery.of(Priority.CARDS, new Call.Say(place, text, null, List.of())));
  }
}
