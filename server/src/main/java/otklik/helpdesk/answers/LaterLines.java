package otklik.helpdesk.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.channels.MessageSizes;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.commands.Given;
import otklik.commands.Phrases;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.tickets.Moment;
import otklik.rooms.RoomTag;
import otklik.talk.Order;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What operators are told of answers that wait for their time, with the ways to take them back.
@Component
final class LaterLines {
  private static final int SHOWN = 200;

  private final Phrases phrases;
  private final Deliveries deliveries;

  LaterLines(Phrases phrases, Deliveries deliveries) {
    this.phrases = phrases;
    this.deliveries = deliveries;
  }

  static String shown(LaterAnswer answer) {
    return MessageSizes.cut(answer.words().text().text(), SHOWN);
  }

  /// As a reply to the command.
  void tell(Order order, String text, List<LaterAnswer> cancellable) throws Exception {
    tell(order.turn(), order.place(), order.said().ref(), order.ticket(), text, cancellable);
  }

  /// That an answer is planned: as a reply to the command, or by name in the ticket's room where another door has
  /// brought it.
  void planned(Given<?> given, LaterAnswer answer, Incoming.@Nullable Said ordered) throws Exception {
    Turn turn = given.turn();
    String when = Moment.shown(turn.channel(), answer.dueAt());
    if (ordered != null) {
      tell(turn, ordered.place(), ordered.ref(), given.ticket(), turn.text("later.will", "when", when),
          List.of(answer));
    } else if (given.ticket().room() != null) {
      tell(turn, given.ticket().room(), null, given.ticket(), given.ticket().saidInRoom(turn.text("later.planned",
          "name", phrases.named(turn, given.by()), "when", when, "text", shown(answer))), List.of(answer));
    }
  }

  private void tell(Turn turn, Place place, @Nullable MessageRef command, @Nullable Ticket ticket, String text,
      List<LaterAnswer> cancellable) throws Exception {
    List<List<Button>> buttons = cancellable.stream().map(answer -> List.of(new Button(
        turn.text("button.later-off", "when", Moment.shown(turn.channel(), answer.dueAt())),
        Press.of(DeskButton.LATER_OFF, answer.ticket(), answer.id()).data()))).toList();
    NewDelivery told = NewDelivery.words(new Call.Say(place, Content.Text.of(text),
        command == null ? null : new Target.Known(command.id()), buttons));
    deliveries.owe(turn, ticket == null ? told : told.about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
  }
}
