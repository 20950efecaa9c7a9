package otklik.helpdesk.answers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.channels.MessageSizes;
import otklik.commands.Result;
import otklik.delivery.Deliveries;
import otklik.helpdesk.settings.CannedAnswer;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.AnswerKind;
import otklik.helpdesk.tickets.AnswerWords;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.Placeholders;
import otklik.kernel.Folded;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.talk.RoomAction;
import otklik.tickets.Ticket;

/// `/m NAME`: a ready answer goes to the person as if the operator had written it, and the colleagues see its words.
@Component
final class CannedAnswers implements DeskPart, RoomAction {
  static final String NAME = "m";
  private static final int SHOWN = 80;
  /// In a message of 4,096 characters.
  private static final int LONGEST = 3900;

  private final CommandDoor door;
  private final Placeholders placeholders;
  private final Deliveries deliveries;

  CannedAnswers(CommandDoor door, Placeholders placeholders, Deliveries deliveries) {
    this.door = door;
    this.placeholders = placeholders;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isAnswer() {
    return true;
  }

  @Override
  public void obey(Order order) throws Exception {
    deliveries.owe(order.turn(), order.told(order.answer(send(order))));
  }

  /// @return what the operator is told
  private String send(Order order) throws Exception {
    List<CannedAnswer> answers = HelpdeskSettings.of(order.channel()).answers();
    if (answers.isEmpty()) {
      return order.text("answers.none");
    }
    Optional<CannedAnswer> meant = answers.stream()
        .filter(answer -> Folded.of(answer.name()).equals(Folded.of(order.rest()))).findFirst();
    if (meant.isEmpty()) {
      return order.text(order.rest().isEmpty() ? "answers" : "answers.no-such", "answers", list(answers));
    }
    Ticket ticket = order.ticket();
    if (ticket == null) {
      return order.text("in-topic");
    }
    String text = placeholders.filled(order.turn(), ticket, meant.get().text());
    Result result = door.ordered(order, ticket,
        new DeskCommand.Answer(new AnswerWords.Written(saying(order.said(), text)), AnswerKind.READY));
    return result.isDone()
        ? order.text("answers.sent", "text", order.channel().sizes().part(text, LONGEST))
        : door.shown(order.turn(), result);
  }

  private static String list(List<CannedAnswer> answers) {
    return answers.stream()
        .map(answer -> "\n/m " + answer.name() + " — "
            + MessageSizes.cut(answer.text().lines().findFirst().orElse(""), SHOWN))
        .collect(Collectors.joining());
  }

  /// The command stands for the answer: whatever becomes of it is shown there.
  private static Incoming.Said saying(Incoming.Said command, String text) {
    return new Incoming.Said(command.place(), command.direct(), command.ref(), command.by(), Content.Text.of(text),
        command.replyTo(), null, command.at(), new Context(null, command.context().quote(), null));
  }
}
