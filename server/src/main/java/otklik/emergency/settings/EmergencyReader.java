package otklik.emergency.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.channels.Ability;
import otklik.channels.Messenger;
import otklik.emergency.settings.EmergencySettings.CheckIns;
import otklik.emergency.settings.EmergencySettings.Ring;
import otklik.geography.Country;
import otklik.settings.Section;
import otklik.workspaces.ScenarioSettings;

/// Reads a panic button's part of the configuration.
public final class EmergencyReader implements ScenarioSettings<EmergencySettings> {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  @Override
  public String scenario() {
    return EmergencySettings.SCENARIO;
  }

  @Override
  public Set<String> chats(EmergencySettings settings) {
    return Set.of(settings.coordinatorsChat());
  }

  @Override
  public Set<Ability> needs() {
    return Set.of(Ability.GROUPS, Ability.BUTTONS);
  }

  @Override
  public EmergencySettings read(Section section, ZoneId zone, Messenger messenger) {
    Duration lifetime = positive(section, "lifetime", Duration.ofHours(24));
    Duration warnBefore = section.duration("warn-before", Duration.ofHours(1));
    if (warnBefore.compareTo(lifetime) >= 0) {
      section.problem("warn-before", "must be shorter than lifetime");
    }
    return new EmergencySettings(
        messenger.ids().group(section, "coordinators-chat-id"),
        topics(section, messenger),
        messenger.ids().people(section, "coordinators"),
        country(section),
        section.flag("approve-chats", true),
        lifetime,
        warnBefore,
        positive(section, "alarm-after", Duration.ofMinutes(5)),
        section.whole("not-urgent-votes", 1, 100, 1),
        rings(section),
        checkIns(section.section("check-ins")),
        section.whole("area-metres", 100, 50_000, 1_000),
        section.whole("requests-a-day", 1, 100, 5),
        OwnPlaces.cities(section),
        OwnPlaces.emergencyNumbers(section));
  }

  private static boolean topics(Section section, Messenger messenger) {
    boolean can = messenger.can(Ability.TOPICS);
    boolean topics = section.flag("coordinators-topics", can);
    if (topics && !can) {
      section.problem("coordinators-topics", messenger.title() + " has no topics; allowed: off");
    }
    return topics;
  }

  private static @Nullable String country(Section section) {
    if (!section.has("country")) {
      return null;
    }
    String code = section.text("country", COUNTRY, "a country's two letters, such as GE or KZ");
    return code.isEmpty() ? null : OwnPlaces.country(section, "country", code).map(Country::code).orElse(null);
  }

  private static List<Ring> rings(Section section) {
    if (!section.has("rings")) {
      return Ring.DEFAULT;
    }
    List<Ring> rings = new ArrayList<>();
    int before = 0;
    for (Section each : section.sections("rings")) {
      Duration after = each.duration("after", Duration.ZERO);
      if (each.has("volunteers")) {
        int volunteers = each.whole("volunteers", 1, 1_000_000, 1);
        if (volunteers <= before) {
          each.problem("volunteers", "must be more than in the ring before: those are among them");
        }
        before = volunteers;
        rings.add(new Ring(after, volunteers));
      } else {
        rings.add(new Ring(after, null));
      }
    }
    if (rings.isEmpty() || rings.getLast().volunteers() != null) {
      rings.add(new Ring(Ring.DEFAULT.getLast().after(), null));
    }
    return List.copyOf(rings);
  }

  private static CheckIns checkIns(Section section) {
    return new CheckIns(positive(section, "every", CheckIns.DEFAULT.every()),
        positive(section, "patience", CheckIns.DEFAULT.patience()));
  }

  private static Duration positive(Section section, String key, Duration otherwise) {
    Duration time = section.duration(key, otherwise);
    if (time.isZero()) {
      section.problem(key, "must be longer than nothing");
    }
    return time;
  }
}
