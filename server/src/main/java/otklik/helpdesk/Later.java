package otklik.helpdesk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.timers.Timers;

/// `/later 9:00 TEXT`: an answer that goes to the person at a time. Alone it lists what waits; each can be taken back.
@Component
final class Later implements RoomCommand, RoomButton {
  private static final int SHOWN = 200;

  private final LaterAnswers answers;
  private final Postponed postponed;
  private final Timers timers;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Later(LaterAnswers answers, Postponed postponed, Timers timers, Deliveries deliveries, InstantSource clock) {
    this.answers = answers;
    this.postponed = postponed;
    this.timers = timers;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "later";
  }

  @Override
  public boolean isAnswer() {
    return true;
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    Ticket ticket = order.ticket();
    if (ticket == null) {
      tell(tx, order, order.text("in-topic"), List.of());
    } else if (order.rest().isEmpty()) {
      list(tx, order, answers.of(tx, order.channel(), ticket));
    } else if (ticket.state().equals(Ticket.CLOSED)) {
      tell(tx, order, order.text("already-closed"), List.of());
    } else {
      postpone(tx, order, ticket);
    }
  }

  private void list(Tx tx, Order order, List<LaterAnswer> waiting) throws Exception {
    List<String> lines = new ArrayList<>(List.of(order.text(waiting.isEmpty() ? "later.none" : "later.waiting")));
    waiting.forEach(answer -> lines.add(Moment.shown(order.channel(), answer.dueAt()) + " — " + shown(answer)));
    tell(tx, order, String.join("\n", lines), waiting);
  }

  private void postpone(Tx tx, Order order, Ticket ticket) throws Exception {
    Content.Text whole = order.said().content() instanceof Content.Text text ? text : Content.Text.of("");
    int begin = whole.text().indexOf(order.rest());
    Optional<LaterTime> time = LaterTime.read(order.rest(), clock.instant(), order.channel().zone());
    if (begin < 0 || time.isEmpty() || time.get().end() >= order.rest().length()) {
      tell(tx, order, order.text("later.usage"), List.of());
    } else if (!time.get().at().isAfter(clock.instant())) {
      tell(tx, order, order.text("later.past"), List.of());
    } else {
      LaterAnswer answer = answers.add(tx, order.channel(), ticket, order.operator().id(),
          new LaterAnswer.Words(order.place(), order.said().ref(), order.said().replyTo(),
              tail(whole, begin + time.get().end())), time.get().at());
      timers.set(tx, order.channel(), Postponed.DUE, Long.toString(answer.id()), "", answer.dueAt());
      tell(tx, order, order.text("later.will", "when", Moment.shown(order.channel(), answer.dueAt())),
          List.of(answer));
    }
  }

  /// The words from there on, with their formatting.
  private static Content.Text tail(Content.Text whole, int from) {
    List<Span> spans = whole.spans().stream().filter(span -> span.offset() >= from)
        .map(span -> new Span(span.type(), span.offset() - from, span.length(), span.detail())).toList();
    return new Content.Text(whole.text().substring(from), spans);
  }

  static String shown(LaterAnswer answer) {
    return TopicName.cut(answer.words().text().text(), SHOWN);
  }

  private void tell(Tx tx, Order order, String text, List<LaterAnswer> cancellable) throws Exception {
    List<List<Button>> buttons = cancellable.stream().map(answer -> List.of(new Button(
        order.text("button.later-off", "when", Moment.shown(order.channel(), answer.dueAt())),
        Press.of(Press.Action.LATER_OFF, answer.ticket(), answer.id()).data()))).toList();
    deliveries.owe(tx, order.channel(), order.told(new Call.Say(order.place(), Content.Text.of(text),
        new Target.Known(order.said().ref().id()), buttons)));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.LATER_OFF);
  }

  @Override
  public String pressed(Tx tx, Pressing pressing) throws Exception {
    Ticket ticket = pressing.ticket();
    Optional<LaterAnswer> meant = pressing.press().more()
        .flatMap(id -> answers.find(tx, pressing.channel(), id))
        .filter(answer -> ticket != null && answer.ticket().equals(ticket.id()));
    if (meant.isEmpty() || !postponed.takeBack(tx, pressing.channel(), meant.get())) {
      return pressing.text("button-outdated");
    }
    timers.cancel(tx, pressing.channel(), Postponed.DUE, Long.toString(meant.get().id()));
    return pressing.text("later.off", "when", Moment.shown(pressing.channel(), meant.get().dueAt()));
  }
}
