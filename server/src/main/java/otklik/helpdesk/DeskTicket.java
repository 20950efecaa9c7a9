package otklik.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.kernel.TicketId;

/// What the desk knows of a ticket besides its lifecycle.
///
/// @param attachments the types of what came with it, each once
record DeskTicket(
    TicketId ticket, long project, String category, boolean urgent, @Nullable Blocking blocking, String description,
    List<String> attachments) {}
