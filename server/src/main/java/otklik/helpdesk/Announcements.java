package otklik.helpdesk;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.rooms.RoomTag;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
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
  void tell(Tx tx, Channel channel, List<ClockRows.Owned> told, Instant now) throws SQLException {
    Map<TicketId, List<SlaClock>> byTicket = told.stream().collect(Collectors.groupingBy(ClockRows.Owned::ticket,
        LinkedHashMap::new, Collectors.mapping(ClockRows.Owned::clock, Collectors.toList())));
    List<Ticket> breached = new ArrayList<>();
    List<Ticket> summed = new ArrayList<>();
    for (Map.Entry<TicketId, List<SlaClock>> news : byTicket.entrySet()) {
      Ticket ticket = tickets.find(tx, channel, news.getKey()).orElseThrow();
      if (isBreach(news.getValue())) {
        breached.add(ticket);
      }
      if (byTicket.size() > A_FEW || ticket.room() == null) {
        summed.add(ticket);
      } else {
        tellTopic(tx, channel, ticket, inTopic(tx, channel, ticket, news.getValue(), now));
      }
    }
    if (!summed.isEmpty()) {
      sumUp(tx, channel, summed, breached);
    }
    if (!breached.isEmpty()) {
      Content.Text text = list(channel, "clock.many.breached", breached);
      for (String admin : Helpdesk.settings(channel).admins()) {
        say(tx, channel, Place.chat(admin), text);
      }
    }
  }

  private static boolean isBreach(List<SlaClock> clocks) {
    return clocks.stream().anyMatch(clock -> clock.told() == SlaClock.Told.BREACH);
  }

  private Content.Text inTopic(Tx tx, Channel channel, Ticket ticket, List<SlaClock> clocks, Instant now) {
    Person owner = ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElse(null);
    List<Content.Text> lines = new ArrayList<>();
    if (ticket.sharesRoom()) {
      lines.add(Content.Text.of(ticket.mark() + ":"));
    }
    for (SlaClock clock : clocks) {
      Phrase phrase = new Phrase();
      String key = "clock." + clock.told().name().toLowerCase(Locale.ROOT)
          + (clock.kind() == SlaClock.Kind.RESOLUTION ? ".resolution" : ".answer");
      String when = ClockFace.moment(channel, clock.dueAt(), now);
      lines.add(phrase.finished(owner == null
          ? text(channel, key, "when", when)
          : text(channel, key + ".owner", "when", when, "owner", phrase.mention(owner))));
    }
    if (isBreach(clocks)) {
      admins(tx, channel).ifPresent(lines::add);
    }
    return Content.Text.joined(lines);
  }

  private void sumUp(Tx tx, Channel channel, List<Ticket> summed, List<Ticket> breached) throws SQLException {
    List<Ticket> overdue = summed.stream().filter(breached::contains).toList();
    List<Ticket> soon = summed.stream().filter(ticket -> !breached.contains(ticket)).toList();
    List<Content.Text> lines = new ArrayList<>();
    if (!overdue.isEmpty()) {
      lines.add(list(channel, "clock.many.breached", overdue));
    }
    if (!soon.isEmpty()) {
      lines.add(list(channel, "clock.many.reminded", soon));
    }
    if (!overdue.isEmpty()) {
      admins(tx, channel).ifPresent(lines::add);
    }
    say(tx, channel, Place.chat(groups.first(channel)), Content.Text.joined(lines));
  }

  private static Content.Text list(Channel channel, String key, List<Ticket> tickets) {
    Phrase phrase = new Phrase();
    String listed = tickets.stream().limit(LISTED)
        .map(ticket -> phrase.link(ticket.shownNumber(), TopicLink.of(ticket.room())))
        .collect(Collectors.joining(", "));
    int rest = tickets.size() - LISTED;
    String more = rest > 0 ? " " + text(channel, "clock.and-more", "count", rest) : "";
    return phrase.finished(text(channel, key, "count", tickets.size(), "tickets", listed + more));
  }

  /// Those whom the messenger would find: who was seen at least once.
  private Optional<Content.Text> admins(Tx tx, Channel channel) {
    Phrase phrase = new Phrase();
    String mentions = Helpdesk.settings(channel).admins().stream().limit(MENTIONED)
        .flatMap(admin -> people.find(tx, channel, admin).stream())
        .map(phrase::mention)
        .collect(Collectors.joining(" "));
    return mentions.isEmpty() ? Optional.empty() : Optional.of(phrase.finished(mentions));
  }

  /// Where others have their tickets too, the card is one tap away.
  private void tellTopic(Tx tx, Channel channel, Ticket ticket, Content.Text text) throws SQLException {
    Target card = ticket.sharesRoom() ? ticket.card() : null;
    deliveries.owe(tx, channel, Owed.of(Priority.CARDS, new Call.Say(ticket.room(), text, card, List.of()))
        .about(RoomTag.LINE.of(channel), ticket.id().value()));
  }

  private void say(Tx tx, Channel channel, Place place, Content.Text text) throws SQLException {
    deliveries.owe(tx, channel, Owed.of(Priority.CARDS, new Call.Say(place, text, null, List.of())));
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }
}
