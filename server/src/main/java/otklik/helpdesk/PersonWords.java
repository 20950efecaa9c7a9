package otklik.helpdesk;

import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.tickets.Ticket;

/// What a person said in their own chat.
///
/// @param open  their open ticket; null when they have none
/// @param shown what of it is passed on: a sentence in place of what can't be
record PersonWords(Visitor visitor, @Nullable Ticket open, Incoming.Said said, Content shown) {}
