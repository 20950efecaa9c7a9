package otklik.helpdesk.settings;

import java.time.Duration;
import otklik.workspaces.Channel;
import otklik.workspaces.WorkingHours;

/// What a ticket's clocks are held to: the desk's hours, and how much of them each may take.
public record SlaTerms(WorkingHours hours, Sla.Times times, Duration remindBefore) {
  public static SlaTerms of(Channel channel, boolean urgent) {
    HelpdeskSettings settings = HelpdeskSettings.of(channel);
    return new SlaTerms(settings.hours(), settings.sla().of(urgent), settings.sla().remindBefore());
  }
}
