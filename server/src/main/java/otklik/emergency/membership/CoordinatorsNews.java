package otklik.emergency.membership;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.emergency.people.Community;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencySettings;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What coordinators are told of communities.
@Component
public final class CoordinatorsNews {
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  CoordinatorsNews(Deliveries deliveries, MovedChats movedChats) {
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  void tell(Turn turn, String key, Community community) throws Exception {
    tell(turn, text(turn.channel(), key, community, ""), List.of());
  }

  void tell(Turn turn, String text, List<List<Button>> buttons) throws Exception {
    Place group = Place.chat(
        movedChats.current(turn.channel(), EmergencySettings.of(turn.channel()).coordinatorsChat()));
    deliveries.owe(turn, NewDelivery.words(new Call.Say(group, Content.Text.of(text), null, buttons)));
  }

  /// @param key a text with places for the community's `title`, `city` and `who`
  static String text(Channel channel, String key, Community community, String who) {
    return channel.text(key,
        "title", title(community), "city", cityOf(channel, community), "who", who);
  }

  /// With the name under which anybody finds it.
  public static String title(Community community) {
    return community.address() == null ? "«" + community.title() + "»"
        : "«" + community.title() + "» (@" + community.address() + ")";
  }

  /// Empty before it is named.
  static String cityOf(Channel channel, Community community) {
    String city = community.city();
    if (city == null) {
      return "";
    }
    return CityWords.known(EmergencySettings.of(channel).cities(), city)
        .map(known -> CityWords.withCountry(known, channel.language())).orElse(city);
  }
}
