package otklik.helpdesk.clients;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.settings.StrangerLimitSettings;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.Person;
import otklik.people.RateLimitLog;
import otklik.rooms.SharedTopic;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Lets in whom the desk knows, and of strangers only so much at a time. Whoever is blocked isn't even answered; but a
/// press, whoever makes it, ends: the messenger would show that it waits for us.
@Component
final class StrangerAdmission {
  private static final int GUESSES = 10;
  private static final Duration GUESSING = Duration.ofHours(1);

  private enum Noted implements RateLimitLog.Kind {
    /// Something that was let in.
    MESSAGE,
    /// A code that was wrong.
    GUESS,
    /// They were told that a file is too large.
    LARGE,
    /// They were told that it is too much.
    TOLD,
    /// The latest of a flood that was dropped.
    FLOOD
  }

  private final RateLimitLog rateLimitLog;
  private final Blocklist blocklist;
  private final Projects projects;
  private final SharedTopic sharedTopic;
  private final Deliveries deliveries;

  StrangerAdmission(RateLimitLog rateLimitLog, Blocklist blocklist, Projects projects, SharedTopic sharedTopic,
      Deliveries deliveries) {
    this.rateLimitLog = rateLimitLog;
    this.blocklist = blocklist;
    this.projects = projects;
    this.sharedTopic = sharedTopic;
    this.deliveries = deliveries;
  }

  /// Whether what somebody does is heard. Whose ticket has a room of its own was let in long ago.
  ///
  /// @param content what was said; null for a press
  boolean admits(Visitor visitor, Optional<Ticket> open, @Nullable Content content) throws Exception {
    Turn turn = visitor.turn();
    PersonId person = visitor.person().id();
    if (open.isPresent() && !open.get().sharesRoom()) {
      return true;
    }
    if (blocklist.has(turn, person)) {
      return false;
    }
    return projects.of(turn, person).isPresent()
        || !tooMuch(visitor, open) && !tooLarge(visitor, content);
  }

  private boolean tooMuch(Visitor visitor, Optional<Ticket> open) throws Exception {
    Turn turn = visitor.turn();
    Person person = visitor.person();
    StrangerLimitSettings limit = HelpdeskSettings.of(turn.channel()).strangers();
    if (rateLimitLog.count(turn, person, Noted.MESSAGE, limit.per()) < limit.messages()) {
      rateLimitLog.note(turn, person, Noted.MESSAGE, limit.per());
      return false;
    }
    boolean goesOn = rateLimitLog.count(turn, person, Noted.FLOOD, limit.per()) > 0;
    if (goesOn || sharedTopic.say(turn, turn.text("triage.flood", "who",
        open.map(Ticket::mark).orElse(person.shownName()), "id", person.account()), person.id().value())) {
      rateLimitLog.renew(turn, person, Noted.FLOOD);
    }
    tellOnce(visitor, Noted.TOLD, "too-much");
    return true;
  }

  private boolean tooLarge(Visitor visitor, @Nullable Content content) throws Exception {
    StrangerLimitSettings limit = HelpdeskSettings.of(visitor.channel()).strangers();
    if (content instanceof Content.Media media && media.file().size() != null
        && media.file().size() > limit.largestFile()) {
      tellOnce(visitor, Noted.LARGE, "too-large");
      return true;
    }
    return false;
  }

  private void tellOnce(Visitor visitor, Noted kind, String text) throws Exception {
    StrangerLimitSettings limit = HelpdeskSettings.of(visitor.channel()).strangers();
    if (rateLimitLog.count(visitor.turn(), visitor.person(), kind, limit.per()) == 0) {
      rateLimitLog.note(visitor.turn(), visitor.person(), kind, limit.per());
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(
          visitor.text(text, "megabytes", limit.largestMegabytes()))));
    }
  }

  /// Whether the person may try a code, or has been wrong too often.
  boolean letsGuess(Visitor visitor) {
    return rateLimitLog.count(visitor.turn(), visitor.person(), Noted.GUESS, GUESSING) < GUESSES;
  }

  void wrongGuess(Visitor visitor) {
    rateLimitLog.note(visitor.turn(), visitor.person(), Noted.GUESS, GUESSING);
  }
}
