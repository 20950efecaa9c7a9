package otklik.emergency.coordinators;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.commands.Phrases;
import otklik.delivery.NewDelivery;
import otklik.emergency.cards.CardRows;
import otklik.emergency.settings.EmergencyPart;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.rooms.RoomTag;
import otklik.talk.Inquiry;
import otklik.talk.RoomQuery;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.ReadTurn;

/// `/history 12`, or `/history` in a request's topic: what happened to it and when. Of the person who asked nothing is
/// told; volunteers and coordinators are named.
@Component
final class EmergencyHistoryCommand implements EmergencyPart, RoomQuery {
  private static final int MOST = 60;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM, HH:mm");

  private final Tickets tickets;
  private final Timeline timeline;
  private final CardRows cards;
  private final People people;
  private final Phrases phrases;

  EmergencyHistoryCommand(Tickets tickets, Timeline timeline, CardRows cards, People people, Phrases phrases) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.cards = cards;
    this.people = people;
    this.phrases = phrases;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    Optional<Ticket> named = inquiry.rest().isEmpty() ? Optional.ofNullable(inquiry.ticket())
        : inquiry.number().isEmpty() ? Optional.empty() : tickets.numbered(turn, inquiry.number().get());
    if (named.isEmpty()) {
      return List.of(NewDelivery.words(inquiry.answer(
          inquiry.text(inquiry.rest().isEmpty() ? "emergency.history.usage" : "emergency.no-such-request"))));
    }
    // What is said of a request is found again when its person's data are erased.
    return List.of(NewDelivery.words(inquiry.answer(told(turn, inquiry, named.get())))
        .about(RoomTag.LINE.of(inquiry.channel()), named.get().id().value()));
  }

  private String told(ReadTurn turn, Inquiry inquiry, Ticket ticket) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Timeline.Entry entry : timeline.of(turn, ticket.id())) {
      String key = "emergency.history." + entry.event();
      if (inquiry.channel().texts().has(inquiry.channel().language(), key)) {
        lines.add(MOMENT.format(entry.at().atZone(inquiry.channel().zone())) + " "
            + inquiry.text(key, "name", name(turn, ticket, entry)));
      }
    }
    List<String> newest = lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    return cards.read(turn, ticket).brief() + "\n" + String.join("\n", newest);
  }

  private String name(ReadTurn turn, Ticket ticket, Timeline.Entry entry) {
    PersonId who = entry.by().person();
    if (ticket.person().equals(who)) {
      return turn.text("emergency.history.by-asker");
    }
    if (who == null || entry.by() instanceof Actor.ConsoleUser) {
      return entry.by() instanceof Actor.Clock ? turn.text("emergency.history.by-itself")
          : phrases.named(turn, entry.by());
    }
    return people.find(turn, who).filter(person -> !person.isErased()).map(Person::shownName)
            .orElseGet(() -> turn.text("emergency.somebody"));
  }
}
