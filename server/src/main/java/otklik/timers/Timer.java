package otklik.timers;

import java.time.Instant;
import otklik.workspaces.Channel;

/// Something to do at a time.
///
/// @param kind    names the [TimerHandler]
/// @param subject at most one timer of a kind waits for a subject: setting it again moves it
/// @param data    whatever the handler needs besides
public record Timer(Channel channel, String kind, String subject, String data, Instant dueAt) {}
