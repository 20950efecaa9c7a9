package otklik.erasure;

import otklik.delivery.Subject;

/// Somebody who has a copy of another one's ticket in their own chat.
///
/// @param copy  what the copy's deliveries are about
/// @param speaks whether anything of the ticket may have been said in that chat
public record TicketReader(Subject copy, String chat, boolean speaks) {}
