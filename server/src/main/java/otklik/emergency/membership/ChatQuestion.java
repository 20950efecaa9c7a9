package otklik.emergency.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.City;
import otklik.talk.Press;
import otklik.turns.Turn;

/// The message in a chat that asks in which city it is: with buttons of those that are likely, or to be answered in
/// words. The newest such message is the one whose answers are heard.
@Component
final class ChatQuestion implements Listener {
  private static final String QUESTION = "emergency.chat-city";
  private static final int MOST_LIKELY = 6;

  private final Communities communities;
  private final Deliveries deliveries;

  ChatQuestion(Communities communities, Deliveries deliveries) {
    this.communities = communities;
    this.deliveries = deliveries;
  }

  void ask(Turn turn, Community community) throws Exception {
    List<City> likely = EmergencySettings.of(turn.channel()).cities().find(community.title()).cities();
    String text = turn.text(likely.isEmpty() ? "emergency.chat.ask-words" : "emergency.chat.ask");
    if (!community.administrator()) {
      text += "\n\n" + turn.text("emergency.chat.administrator-please");
    }
    owe(turn, community, text, null, likely);
  }

  /// @param likely none when the city is to be named in words
  void again(Turn turn, Community community, String key, @Nullable String replyTo, List<City> likely) throws Exception {
    owe(turn, community, turn.text(key), replyTo, likely);
  }

  /// Nothing can be pressed any more.
  void answered(Turn turn, Community community) throws Exception {
    if (community.question() != null) {
      deliveries.owe(turn, NewDelivery.keysGone(Place.chat(community.chat()), community.question()));
    }
  }

  private void owe(Turn turn, Community community, String text, @Nullable String replyTo,
      List<City> likely) throws Exception {
    List<List<Button>> buttons = new ArrayList<>();
    likely.stream().limit(MOST_LIKELY).forEach(city -> buttons.add(List.of(new Button(
        CityWords.withCountry(city, turn.channel().language()),
        Press.of(EmergencyButton.BIND, city.id().value()).data()))));
    if (!likely.isEmpty()) {
      buttons.add(List.of(new Button(turn.text("emergency.menu.other-city"),
          Press.of(EmergencyButton.BIND_OTHER).data())));
    }
    deliveries.owe(turn, NewDelivery.words(new Call.Say(Place.chat(community.chat()), Content.Text.of(text),
        replyTo == null ? null : new Target.Known(replyTo), buttons)).about(QUESTION, community.id()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(QUESTION);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) {
    if (done.outcome() instanceof Outcome.Sent sent) {
      sent.ids().forEach(id -> communities.asked(turn, done.subject().id(), id));
    }
  }
}
