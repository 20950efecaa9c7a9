package otklik.emergency.requests;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.delivery.Subject;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// A request that was called not urgent is closed when a while has passed since the person was told. Until then nothing
/// changes: it is searched for, or stays with whoever has it, and keeps its place.
@Component
public final class PendingClosings implements Listener, EffectHandler<RequestEffect.Closing> {
  public static final String TIMER = "emergency.closing";
  public static final Duration WHILE = Duration.ofMinutes(2);
  /// Waits while what the person writes may still be meant for whoever had the request a moment ago; about the ticket.
  public static final String BETWEEN = "emergency.between-helpers";
  static final Duration MOMENT = Duration.ofMinutes(1);
  private static final String UNWARNED = "unwarned";
  /// Whether it is to be closed; about the ticket.
  private static final String QUESTION = "emergency.closing-question";
  /// What the person is told, with a key to prevent it; about the ticket.
  private static final String WARNING = "emergency.closing-warning";
  /// What volunteers are told, with a key to leave it open; about the ticket.
  private static final String KEYS = "emergency.closing-keys";

  private final Timers timers;
  private final Votes votes;
  private final Tickets tickets;
  private final Deliveries deliveries;
  private final Instant startedAt;

  PendingClosings(Timers timers, Votes votes, Tickets tickets, Deliveries deliveries, InstantSource clock) {
    this.timers = timers;
    this.votes = votes;
    this.tickets = tickets;
    this.deliveries = deliveries;
    this.startedAt = clock.instant();
  }

  /// @param by     who said so, the last of several
  /// @param warned whether it is known what became of the message to the person
  public record Closing(PersonId by, Instant at, boolean warned) {}

  /// @param warning null where nobody is there to be told
  public void begin(Turn turn, TicketId ticket, PersonId by, @Nullable Call warning) throws SQLException {
    set(turn, ticket, new Closing(by, turn.now().plus(WHILE), warning == null));
    if (warning != null) {
      owe(turn, ticket, WARNING, warning);
    }
  }

  private void set(Turn turn, TicketId ticket, Closing closing) {
    timers.set(turn, TIMER, Long.toString(ticket.value()),
        closing.by().value() + (closing.warned() ? "" : " " + UNWARNED), closing.at());
  }

  public Optional<Closing> of(ReadTurn turn, TicketId ticket) {
    return timers.waiting(turn, TIMER, Long.toString(ticket.value())).map(PendingClosings::closing);
  }

  /// Who thinks that it isn't for this service: whose votes count, and whoever said so last.
  public Set<PersonId> doubters(ReadTurn turn, TicketId ticket) {
    Set<PersonId> all = new LinkedHashSet<>(votes.of(turn, ticket));
    of(turn, ticket).ifPresent(closing -> all.add(closing.by()));
    return all;
  }

  public static Closing closing(Timer timer) {
    String[] data = timer.data().split(" ");
    return new Closing(new PersonId(Long.parseLong(data[0])), timer.dueAt(), data.length == 1);
  }

  /// Whoever said so last thinks otherwise, and somebody else doesn't.
  public void isOf(Turn turn, TicketId ticket, Closing closing, PersonId other) {
    set(turn, ticket, new Closing(other, closing.at(), closing.warned()));
  }

  /// Whether the person couldn't object yet: they haven't got the message, or objected while the program wasn't there and
  /// are heard in a moment. Then it is closed later.
  public boolean isTooSoon(Turn turn, Timer rung) {
    Closing closing = closing(rung);
    Instant now = turn.now();
    Instant heard = startedAt.plus(WHILE);
    Instant later = closing.warned() ? closing.at().isBefore(heard) ? heard : now : now.plus(WHILE);
    if (!later.isAfter(now)) {
      return false;
    }
    set(turn, new TicketId(Long.parseLong(rung.subject())),
        new Closing(closing.by(), later, closing.warned()));
    return true;
  }

  @Override
  public void apply(Transition transition, RequestEffect.Closing effect) throws Exception {
    Turn turn = transition.turn();
    TicketId ticket = transition.before().id();
    switch (effect) {
      case RequestEffect.ClosingSettled _ -> settle(turn, ticket);
      case RequestEffect.ClosingOverruled _ -> {
        end(turn, ticket);
        votes.clear(turn, ticket);
      }
    }
  }

  public boolean hasLostHelper(ReadTurn turn, TicketId ticket) {
    return timers.waiting(turn, BETWEEN, Long.toString(ticket.value())).isPresent();
  }

  /// Asks a volunteer whether it is to be closed.
  public void ask(Turn turn, TicketId ticket, Call question) throws SQLException {
    owe(turn, ticket, QUESTION, question);
  }

  /// Says something about it, with keys that go when nothing is left to decide.
  public void say(Turn turn, TicketId ticket, Call words) throws SQLException {
    owe(turn, ticket, KEYS, words);
  }

  private void owe(Turn turn, TicketId ticket, String kind, Call words) throws SQLException {
    deliveries.owe(turn, NewDelivery.words(words).about(kind, ticket.value()).of(ticket));
  }

  /// It stays open; what volunteers think is remembered.
  public void end(Turn turn, TicketId ticket) throws SQLException {
    timers.cancel(turn, TIMER, Long.toString(ticket.value()));
    takeKeys(turn, ticket, List.of(KEYS, WARNING));
  }

  /// Nobody is to be asked about it any more: it is closed, or somebody has it, or has it no more.
  public void settle(Turn turn, TicketId ticket) throws SQLException {
    end(turn, ticket);
    takeKeys(turn, ticket, List.of(QUESTION));
  }

  private void takeKeys(Turn turn, TicketId ticket, List<String> kinds) throws SQLException {
    for (MessageRef message : deliveries.withdraw(turn,
        kinds.stream().map(kind -> new Subject(kind, ticket.value())).toList())) {
      deliveries.owe(turn, NewDelivery.keysGone(Place.chat(message.chat()), message.id()));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(QUESTION, WARNING, KEYS);
  }

  @Override
  public boolean isRevocable() {
    return true;
  }

  /// The person has their while from the moment on when they were told. What was in the air when it was decided arrives
  /// all the same.
  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    TicketId ticket = new TicketId(done.subject().id());
    Closing closing = of(turn, ticket).orElse(null);
    if (done.subject().kind().equals(WARNING) && closing != null && !closing.warned()) {
      Instant then = turn.now().plus(WHILE);
      set(turn, ticket, new Closing(closing.by(),
          done.outcome() instanceof Outcome.Sent && then.isAfter(closing.at()) ? then : closing.at(), true));
    }
    boolean decided = done.subject().kind().equals(QUESTION)
        ? tickets.find(turn, ticket).orElseThrow().state().equals(Ticket.CLOSED) : closing == null;
    if (decided && done.outcome() instanceof Outcome.Sent sent) {
      for (String id : sent.ids()) {
        deliveries.owe(turn, NewDelivery.keysGone(done.call().place(), id));
      }
    }
  }
}
