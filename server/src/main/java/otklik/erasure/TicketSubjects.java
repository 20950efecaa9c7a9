package otklik.erasure;

import java.util.List;
import otklik.channels.MessageRef;
import otklik.delivery.Subject;
import otklik.kernel.TicketId;
import otklik.turns.Turn;

/// Kinds of subjects of deliveries about a ticket, and how what stands in a chat because of them leaves it.
public record TicketSubjects(List<String> kinds, TakeBack takeBack) {
  @FunctionalInterface
  public interface TakeBack {
    void take(Turn turn, TicketId ticket, MessageRef message) throws Exception;
  }

  List<Subject> of(TicketId ticket) {
    return kinds.stream().map(kind -> new Subject(kind, ticket.value())).toList();
  }

  void take(Turn turn, TicketId ticket, List<MessageRef> messages) throws Exception {
    for (MessageRef message : messages) {
      takeBack.take(turn, ticket, message);
    }
  }
}
