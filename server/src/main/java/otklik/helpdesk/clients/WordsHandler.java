package otklik.helpdesk.clients;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.tickets.Ticket;

/// Hears what people say to the desk in their own chats, and takes what is for it.
interface WordsHandler {
  /// Who goes first, from top to bottom. Whoever takes what was said is the last who hears it. Before all of them
  /// [FrontDesk] sees to it that nobody is heard who isn't let in, and that commands are obeyed.
  enum Order {
    /// The code that somebody hadn't whose ticket is open: it takes their ticket to its project ([Entrance]).
    CODE,
    /// Whatever else is said while a ticket is open goes to the operators ([OpenTicketWords]).
    OPEN_TICKET,
    /// Soon after a ticket was closed: the same matter, or a new one ([ReopenPrompt])?
    REOPENING,
    /// The question that they are asked, or the first words of a new ticket ([TicketForm]). It takes everything.
    FORM
  }

  /// What a person said.
  ///
  /// @param open  their open ticket; null when they have none
  /// @param shown what of it is passed on: a sentence in place of what can't be
  record PersonWords(Visitor visitor, @Nullable Ticket open, Incoming.Said said, Content shown) {}

  Order order();

  /// False when it is for somebody after it.
  boolean takes(PersonWords words) throws Exception;
}
