package otklik.emergency.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;

/// Where somebody is at home, and the community in which they were last seen.
///
/// @param chat      where they write to us
/// @param city      of the list of cities
/// @param country   ISO 3166, two letters
/// @param community null for somebody who isn't known to be in any
/// @param checkedAt when the messenger said that they are a member; null when it didn't
public record Resident(PersonId person, String chat, String city, String country, @Nullable Long community,
    @Nullable Instant checkedAt) {}
