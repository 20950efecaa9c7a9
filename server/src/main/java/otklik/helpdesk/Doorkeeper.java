package otklik.helpdesk;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.Person;
import otklik.rooms.SharedTopic;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// Lets in whom the desk knows, and of strangers only so much at a time. Whoever is blocked isn't even answered; but a
/// press, whoever makes it, ends: the messenger would show that it waits for us.
@Component
final class Doorkeeper {
  private static final int GUESSES = 10;
  private static final Duration GUESSING = Duration.ofHours(1);

  private final Doorstep doorstep;
  private final Blocklist blocklist;
  private final Projects projects;
  private final SharedTopic sharedTopic;
  private final Deliveries deliveries;

  Doorkeeper(Doorstep doorstep, Blocklist blocklist, Projects projects, SharedTopic sharedTopic,
      Deliveries deliveries) {
    this.doorstep = doorstep;
    this.blocklist = blocklist;
    this.projects = projects;
    this.sharedTopic = sharedTopic;
    this.deliveries = deliveries;
  }

  /// Whether what somebody does is heard. Whose ticket has a room of its own was let in long ago.
  ///
  /// @param content what was said; null for a press
  boolean admits(Tx tx, Visitor visitor, Optional<Ticket> open, @Nullable Content content) throws Exception {
    Channel channel = visitor.channel();
    PersonId person = visitor.person().id();
    if (open.isPresent() && !open.get().sharesRoom()) {
      return true;
    }
    if (blocklist.has(tx, channel, person)) {
      return false;
    }
    return projects.of(tx, channel, person).isPresent()
        || !tooMuch(tx, visitor, open) && !tooLarge(tx, visitor, content);
  }

  private boolean tooMuch(Tx tx, Visitor visitor, Optional<Ticket> open) throws Exception {
    Channel channel = visitor.channel();
    Person person = visitor.person();
    StrangersLimit limit = Helpdesk.settings(channel).strangers();
    if (doorstep.count(tx, channel, person, Doorstep.Kind.MESSAGE, limit.per()) < limit.messages()) {
      doorstep.note(tx, channel, person, Doorstep.Kind.MESSAGE);
      return false;
    }
    boolean goesOn = doorstep.count(tx, channel, person, Doorstep.Kind.FLOOD, limit.per()) > 0;
    if (goesOn || sharedTopic.say(tx, channel, channel.texts().text(channel.language(), "triage.flood", "who",
        open.map(Ticket::mark).orElse(person.shownName()), "id", person.account()), person.id().value())) {
      doorstep.renew(tx, channel, person, Doorstep.Kind.FLOOD);
    }
    tellOnce(tx, visitor, Doorstep.Kind.TOLD, "too-much");
    return true;
  }

  private boolean tooLarge(Tx tx, Visitor visitor, @Nullable Content content) throws Exception {
    StrangersLimit limit = Helpdesk.settings(visitor.channel()).strangers();
    if (content instanceof Content.Media media && media.file().size() != null
        && media.file().size() > limit.largestFile()) {
      tellOnce(tx, visitor, Doorstep.Kind.LARGE, "too-large");
      return true;
    }
    return false;
  }

  private void tellOnce(Tx tx, Visitor visitor, Doorstep.Kind kind, String text) throws Exception {
    StrangersLimit limit = Helpdesk.settings(visitor.channel()).strangers();
    if (doorstep.count(tx, visitor.channel(), visitor.person(), kind, limit.per()) == 0) {
      doorstep.note(tx, visitor.channel(), visitor.person(), kind);
      deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(
          visitor.text(text, "megabytes", limit.largestMegabytes()))));
    }
  }

  /// Whether the person may try a code, or has been wrong too often.
  boolean letsGuess(Tx tx, Visitor visitor) {
    return doorstep.count(tx, visitor.channel(), visitor.person(), Doorstep.Kind.GUESS, GUESSING) < GUESSES;
  }

  void wrongGuess(Tx tx, Visitor visitor) {
    doorstep.note(tx, visitor.channel(), visitor.person(), Doorstep.Kind.GUESS);
  }
}
