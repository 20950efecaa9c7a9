package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// What was to be closed as not urgent stays open: whoever said so thinks otherwise, the person says that it is urgent, or a
/// coordinator decides so. The last two are final for volunteers.
@Component
final class StayingOpen {
  private final Closings closings;
  private final Votes votes;
  private final Requests requests;
  private final BackToPool backToPool;
  private final Timeline timeline;
  private final Helplines helplines;
  private final Letters letters;
  private final People people;
  private final Blocklist blocklist;
  private final Cards cards;

  StayingOpen(Closings closings, Votes votes, Requests requests, BackToPool backToPool, Timeline timeline,
      Helplines helplines, Letters letters, People people, Blocklist blocklist, Cards cards) {
    this.closings = closings;
    this.votes = votes;
    this.requests = requests;
    this.backToPool = backToPool;
    this.timeline = timeline;
    this.helplines = helplines;
    this.letters = letters;
    this.people = people;
    this.blocklist = blocklist;
    this.cards = cards;
  }

  /// A volunteer takes back what they said.
  ///
  /// @param ticket isn't closed
  /// @return what they are told
  String reconsidered(Tx tx, Visitor volunteer, Ticket ticket) throws Exception {
    Channel channel = volunteer.channel();
    PersonId who = volunteer.person().id();
    boolean voted = votes.takeBack(tx, channel, ticket.id(), who);
    Closings.Closing closing = closings.of(tx, channel, ticket.id()).orElse(null);
    if (!voted && (closing == null || !closing.by().equals(who))) {
      return volunteer.text("emergency.kept");
    }
    timeline.note(tx, channel, ticket.id(), "reconsidered", who, null);
    boolean others = voted
        && votes.of(tx, channel, ticket.id()).size() >= Emergency.settings(channel).notUrgentVotes();
    if (closing != null && others) {
      closings.isOf(tx, channel, ticket.id(), closing, votes.of(tx, channel, ticket.id()).getLast());
    } else if (closing != null) {
      closings.end(tx, channel, ticket.id());
      letters.toPerson(tx, channel, ticket, "emergency.not-urgent.stays-open", "number", ticket.shownNumber());
    }
    cards.refresh(tx, channel, ticket.id());
    return volunteer.text(closing != null && others ? "emergency.not-urgent.others" : "emergency.not-urgent.taken-back");
  }

  /// It is to be closed now, but whoever isn't heard any more decides nothing.
  ///
  /// @return false when enough others said so
  boolean lacksVotes(Tx tx, Channel channel, Ticket ticket) throws Exception {
    for (PersonId voter : votes.of(tx, channel, ticket.id())) {
      if (blocklist.has(tx, channel, voter)) {
        votes.takeBack(tx, channel, ticket.id(), voter);
      }
    }
    if (votes.of(tx, channel, ticket.id()).size() >= Emergency.settings(channel).notUrgentVotes()) {
      return false;
    }
    closings.end(tx, channel, ticket.id());
    letters.toPerson(tx, channel, ticket, "emergency.not-urgent.stays-open", "number", ticket.shownNumber());
    cards.refresh(tx, channel, ticket.id());
    return true;
  }

  /// The person says that it is urgent before it is closed. That is their appeal; coordinators hear of it.
  ///
  /// @return false when it isn't about to be closed, or they have said so before
  boolean insisted(Tx tx, Visitor asker, Ticket ticket) throws Exception {
    Channel channel = asker.channel();
    Closings.Closing closing = closings.of(tx, channel, ticket.id()).orElse(null);
    if (closing == null || !requests.appeal(tx, channel, ticket.id())) {
      return false;
    }
    closings.overrule(tx, channel, ticket.id());
    timeline.note(tx, channel, ticket.id(), "appealed", asker.person().id(), null);
    letters.toPerson(tx, channel, ticket, "emergency.appeal.goes-on", "number", ticket.shownNumber(),
        "numbers", helplines.in(asker, requests.of(tx, channel, ticket).country()));
    if (closing.by().equals(ticket.owner())) {
      backToPool.put(tx, channel, ticket, closing.by(), null, BackToPool.Why.BY_HAND);
      closings.loseHelper(tx, channel, ticket.id());
    } else {
      letters.toVolunteer(tx, channel, closing.by(), ticket, "emergency.not-urgent.insisted",
          "number", ticket.shownNumber());
    }
    cards.refresh(tx, channel, ticket.id());
    cards.alert(tx, channel, channel.texts().text(channel.language(), "emergency.appeal.note-open",
        "number", ticket.shownNumber(), "name", people.find(tx, channel, closing.by())
            .filter(person -> !person.isErased()).map(Person::shownName)
            .orElseGet(() -> channel.texts().text(channel.language(), "emergency.somebody"))));
    return true;
  }

  /// A coordinator decides so.
  ///
  /// @return false when it isn't about to be closed
  boolean decided(Tx tx, Channel channel, Ticket ticket, PersonId coordinator) throws Exception {
    Closings.Closing closing = closings.of(tx, channel, ticket.id()).orElse(null);
    if (closing == null) {
      return false;
    }
    requests.appeal(tx, channel, ticket.id());
    closings.overrule(tx, channel, ticket.id());
    timeline.note(tx, channel, ticket.id(), "left-open", coordinator, null);
    letters.toPerson(tx, channel, ticket, "emergency.not-urgent.stays-open", "number", ticket.shownNumber());
    letters.toVolunteer(tx, channel, closing.by(), ticket, "emergency.not-urgent.left-open",
        "number", ticket.shownNumber());
    cards.refresh(tx, channel, ticket.id());
    return true;
  }
}
