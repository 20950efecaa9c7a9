package otklik.erasure;

import java.util.List;
import otklik.dialogs.Visitor;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Likewise of a scenario whose people help each other: what others are shown of a ticket in their own chats, and what
/// a person leaves in tickets of others. To which of these they have done anything, the timeline tells.
public interface HelperData {
  String scenario();

  /// What is said about a ticket to whoever helps: it leaves their chats when its person is forgotten, and the chat of
  /// a helper when that one is.
  List<TicketSubjects> told();

  /// What of a ticket is shown to whoever looks: it leaves their chats when its person is forgotten.
  default List<TicketSubjects> shown() {
    return List.of();
  }

  /// The others who have a copy of the ticket.
  List<TicketReader> readers(Turn turn, Ticket ticket) throws Exception;

  /// What the person is in the middle of ends, and their copies of tickets of others say so. Their own rows are still
  /// there.
  void begin(Visitor visitor) throws Exception;

  /// The person has that ticket of somebody else's, or had it last. Their own rows are gone.
  void release(Turn turn, Ticket ticket) throws Exception;

  /// Shows a ticket of somebody else's anew: a helper who was named there is nobody any more.
  void refresh(Turn turn, Ticket ticket) throws Exception;
}
