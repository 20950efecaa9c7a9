package otklik.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.delivery.Subject;
import otklik.erasure.Erasures;
import otklik.kernel.PersonId;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What the desk itself said of a person where others read it, in any of its groups: lines about them, and answers to
/// `/find` that name their tickets. The operators are told what the messenger did not let us delete.
@Component
final class LineTraces implements Listener {
  private static final String DELETION = "helpdesk.erasing-line";

  private final Groups groups;
  private final Erasures erasures;
  private final Deliveries deliveries;

  LineTraces(Groups groups, Erasures erasures, Deliveries deliveries) {
    this.groups = groups;
    this.erasures = erasures;
    this.deliveries = deliveries;
  }

  void withdraw(Turn turn, PersonId person, List<Ticket> theirs) throws Exception {
    Set<Long> numbers = theirs.stream().map(Ticket::number).collect(Collectors.toSet());
    for (String group : groups.all(turn.channel())) {
      List<MessageRef> standing = new ArrayList<>(deliveries.withdraw(turn, group,
          List.of(new Subject(RoomTag.LINE.of(turn.channel()), person.value()))));
      if (!numbers.isEmpty()) {
        standing.addAll(deliveries.withdrawSaying(turn, group, FindCommand.FOUND,
            words -> FindCommand.names(words, numbers)));
      }
      for (MessageRef line : standing) {
        deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
            new Call.Delete(Place.chat(group), new Target.Known(line.id()))).about(DELETION, person.value()));
      }
    }
  }

  @Override
  public boolean looksForWords() {
    return true;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DELETION, FindCommand.FOUND.kind());
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (done.subject().kind().equals(DELETION) && done.outcome() instanceof Outcome.Refused refused
        && erasures.leftOver(turn, new PersonId(done.subject().id()))) {
      deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(done.call().place(),
          turn.text("erasing.lines-left"))));
    }
  }
}
