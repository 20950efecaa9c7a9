package otklik.helpdesk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.talk.Order;
import otklik.talk.Press;

/// What operators are told of answers that wait for their time, with the ways to take them back.
@Component
final class LaterLines {
  private static final int SHOWN = 200;

  private final Deliveries deliveries;

  LaterLines(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  static String shown(LaterAnswer answer) {
    return TopicName.cut(answer.words().text().text(), SHOWN);
  }

  /// As a reply to the command.
  void tell(Order order, String text, List<LaterAnswer> cancellable) throws Exception {
    List<List<Button>> buttons = cancellable.stream().map(answer -> List.of(new Button(
        order.text("button.later-off", "when", Moment.shown(order.channel(), answer.dueAt())),
        Press.of(DeskButton.LATER_OFF, answer.ticket(), answer.id()).data()))).toList();
    deliveries.owe(order.turn(), order.told(new Call.Say(order.place(), Content.Text.of(text),
        new Target.Known(order.said().ref().id()), buttons)));
  }
}
