package otklik.erasure;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.tickets.Ticket;

/// Everything that one channel knows of a person. Tickets stay without words, so that they can be counted, and so does
/// a record that it was done.
@Component
final class ChannelErasure {
  private final PersonalDataRegister register;
  private final LineErasure lineErasure;
  private final ChatErasure chatErasure;
  private final HelperErasure helperErasure;
  private final TicketErasure ticketErasure;
  private final RoomErasure roomErasure;

  ChannelErasure(PersonalDataRegister register, LineErasure lineErasure, ChatErasure chatErasure,
      HelperErasure helperErasure, TicketErasure ticketErasure, RoomErasure roomErasure) {
    this.register = register;
    this.lineErasure = lineErasure;
    this.chatErasure = chatErasure;
    this.helperErasure = helperErasure;
    this.ticketErasure = ticketErasure;
    this.roomErasure = roomErasure;
  }

  /// What can't wait: from now on nobody goes on with the person, and nothing of what they began goes on.
  void begin(Visitor visitor) throws Exception {
    lineErasure.withdraw(visitor);
    chatErasure.begin(visitor);
    List<Ticket> held = helperErasure.begin(visitor);
    PersonalRows.eraseAtOnce(visitor, rows(visitor));
    helperErasure.release(visitor, held);
  }

  /// Goes on where the portion before ended.
  ///
  /// @return false when the portion was used up before all was erased
  boolean erase(Visitor visitor, Portion portion) throws Exception {
    if (!helperErasure.erase(visitor, portion)
        || !ticketErasure.erase(visitor, register.of(visitor.channel()), portion)
        || !roomErasure.eraseShared(visitor.turn(), portion)
        || !chatErasure.erase(visitor, portion)) {
      return false;
    }
    PersonalRows.eraseAtLast(visitor, rows(visitor));
    return true;
  }

  private List<PersonalRows> rows(Visitor visitor) {
    return register.of(visitor.channel()).rows();
  }
}
