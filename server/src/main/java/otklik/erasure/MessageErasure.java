package otklik.erasure;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.relay.RelayTraces;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What was said, as the relay keeps it. Whatever is erased is counted.
@Component
final class MessageErasure {
  /// Of a long ticket so many messages are erased at a time.
  static final int AT_ONCE = 250;

  private final RelayTraces relayTraces;
  private final Erasures erasures;

  MessageErasure(RelayTraces relayTraces, Erasures erasures) {
    this.relayTraces = relayTraces;
    this.erasures = erasures;
  }

  boolean isLong(Turn turn, Ticket ticket) throws SQLException {
    return relayTraces.isLonger(turn, ticket.id(), AT_ONCE);
  }

  /// The oldest of a long ticket were erased.
  void partErased(Turn turn, Ticket ticket, Portion portion) {
    erasures.count(turn, ticket.person(), 0, AT_ONCE);
    portion.spend(AT_ONCE);
  }

  /// The rest of a ticket.
  void erase(Turn turn, Ticket ticket, Portion portion) throws SQLException {
    int messages = relayTraces.erase(turn, ticket.id());
    erasures.count(turn, ticket.person(), 1, messages);
    portion.spend(messages);
  }

  /// What the person wrote besides.
  ///
  /// @return whether nothing is left
  boolean eraseOwn(Visitor visitor, Portion portion) throws SQLException {
    int most = portion.left();
    int messages = relayTraces.erase(visitor.turn(), visitor.person().account(), visitor.chat().chat(),
        portion.until(), most);
    erasures.count(visitor.turn(), visitor.person().id(), 0, messages);
    portion.spend(messages);
    return messages < most;
  }
}
