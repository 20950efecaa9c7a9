package otklik.emergency.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.geography.Cities;
import otklik.geography.EmergencyNumbers;
import otklik.workspaces.Channel;

/// How one panic button is set up.
///
/// @param coordinatorsChat where coordinators see every open request
/// @param coordinatorsTopics whether each request gets a topic of its own there; else its card stands among others
/// @param coordinators     the messenger's ids of those who decide about appeals, communities and blocking
/// @param country          where people are thought to be until they tell; null when that can't be said
/// @param approvesChats    whether a coordinator must agree before a chat becomes a community
/// @param lifetime         how long an open request is searched for
/// @param warnBefore       how long before its end both sides are told
/// @param alarmAfter       how long nobody may react before coordinators are told
/// @param notUrgentVotes   how many volunteers must agree that a request isn't one for this service
/// @param rings            how the search widens; the last ring is everybody
/// @param checkIns         how volunteers on their way are asked whether all is well
/// @param areaMetres       how inexact the place is that everybody sees
/// @param requestsADay     how many requests a person may make within 24 hours
/// @param cities           those that come with the program, with the configuration's own
/// @param emergencyNumbers likewise
public record EmergencySettings(
    String coordinatorsChat,
    boolean coordinatorsTopics,
    List<String> coordinators,
    @Nullable String country,
    boolean approvesChats,
    Duration lifetime,
    Duration warnBefore,
    Duration alarmAfter,
    int notUrgentVotes,
    List<Ring> rings,
    CheckIns checkIns,
    int areaMetres,
    int requestsADay,
    Cities cities,
    EmergencyNumbers emergencyNumbers) {
  /// As the configuration calls the scenario.
  public static final String SCENARIO = "emergency";


  /// @param after      how long after the ring before
  /// @param volunteers how many are asked, with those of the rings before; null for everybody
  public record Ring(Duration after, @Nullable Integer volunteers) {
    static final List<Ring> DEFAULT = List.of(
        new Ring(Duration.ZERO, 30), new Ring(Duration.ofMinutes(2), 300), new Ring(Duration.ofMinutes(3), null));
  }

  /// @param every    after the last sign of life
  /// @param patience how long an answer may take; then the request goes back to the pool
  public record CheckIns(Duration every, Duration patience) {
    static final CheckIns DEFAULT = new CheckIns(Duration.ofMinutes(30), Duration.ofMinutes(15));
  }

  public boolean isCoordinator(String account) {
    return coordinators.contains(account);
  }

  public static EmergencySettings of(Channel channel) {
    return channel.settings().settings(EmergencySettings.class);
  }
}
