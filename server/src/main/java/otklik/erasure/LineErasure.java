package otklik.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.delivery.Subject;
import otklik.dialogs.Visitor;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What was said of a person in any of the team's groups besides their tickets: lines about them, and answers that name
/// their tickets.
@Component
final class LineErasure implements Listener {
  private final PersonalDataRegister register;
  private final Tickets tickets;
  private final Deliveries deliveries;

  LineErasure(PersonalDataRegister register, Tickets tickets, Deliveries deliveries) {
    this.register = register;
    this.tickets = tickets;
    this.deliveries = deliveries;
  }

  void withdraw(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    long person = visitor.person().id().value();
    Set<Long> numbers = tickets.of(turn, visitor.person().id()).stream().map(Ticket::number)
        .collect(Collectors.toSet());
    for (Place group : register.groups(turn.channel())) {
      List<MessageRef> standing = new ArrayList<>(deliveries.withdraw(turn, group.chat(),
          List.of(new Subject(RoomTag.LINE.of(turn.channel()), person))));
      if (!numbers.isEmpty()) {
        for (NamingAnswers answers : register.of(turn.channel()).answersThatName()) {
          standing.addAll(deliveries.withdrawSaying(turn, group.chat(), answers.subject(),
              words -> answers.names().test(words, numbers)));
        }
      }
      for (MessageRef line : standing) {
        deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.Delete(group, new Target.Known(line.id())))
            .about(Leftovers.line(turn.channel()), person));
      }
    }
  }

  @Override
  public Set<String> kinds() {
    return register.answersThatName().map(answers -> answers.subject().kind()).collect(Collectors.toSet());
  }

  @Override
  public boolean looksForWords() {
    return true;
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) {
    // Whoever asked for it asks again when it doesn't come.
  }
}
