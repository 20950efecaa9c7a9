package otklik.helpdesk.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.kernel.TicketId;

/// What the desk knows of a ticket besides its lifecycle.
///
/// @param project     null while nobody knows for which one it is
/// @param attachments the types of what came with it, each once
/// @param company     what somebody unknown called their company or project
/// @param contact     how somebody unknown wants to be reached
public record DeskTicket(
    TicketId ticket, @Nullable Long project, String category, boolean urgent, @Nullable WorkImpact blocking,
    String description, List<String> attachments, @Nullable String company, @Nullable String contact) {
  /// The category of tickets of people whom no code has brought in.
  public static final String TRIAGE = "TRIAGE";
}
