package otklik.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.emergency.EmergencyStep.NamingCity;
import otklik.geography.Cities;
import otklik.geography.City;
import otklik.geography.Found;
import otklik.geography.Point;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;

/// Where somebody is at home: they name a city or share where they are. What isn't surely one city is asked back.
@Component
final class NamingOwnCity implements EmergencyPart, DialogStep<NamingCity>, PersonButton {
  private static final int MOST = 6;
  /// So near to its middle, in metres, a city is surely meant.
  private static final double NEAR = 40_000;
  /// A receiver that knows nothing tells 0, 0, in the middle of the sea; so do those near to it, in degrees.
  private static final double NOWHERE = 0.01;

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final ResidentRows residentRows;
  private final Membership membership;
  private final Dialogs dialogs;
  private final Relay relay;
  private final Deliveries deliveries;

  NamingOwnCity(ResidentRows residentRows, Membership membership, Dialogs dialogs, Relay relay, Deliveries deliveries) {
    this.residentRows = residentRows;
    this.membership = membership;
    this.dialogs = dialogs;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  /// What they wrote before isn't lost. Whoever is telling what they need help with isn't to be asked.
  ///
  /// @param wish what they want to do, once the city is known
  void ask(Visitor visitor, String wish, String text) throws Exception {
    List<MessageId> written = current(visitor).map(EmergencyStep::written).orElse(List.of());
    dialogs.go(visitor.turn(), visitor.chat().key(), new NamingCity(wish, written));
    askWhere(visitor, text);
  }

  @Override
  public Class<NamingCity> step() {
    return NamingCity.class;
  }

  /// What is said much later isn't an answer any more.
  @Override
  public boolean mayAnswer(Visitor visitor, Incoming.Said said, Instant since) {
    return since.plus(PATIENCE).isAfter(visitor.turn().now()) && switch (said.content()) {
      case Content.Location _, Content.Venue _ -> true;
      case Content.Text text -> !cities(visitor).find(text.text()).cities().isEmpty();
      case Content.Media _, Content.Contact _, Content.Poll _, Content.Dice _, Content.Unsupported _ -> false;
    };
  }

  @Override
  public void said(Visitor visitor, NamingCity step, Incoming.Said said, Content shown) throws Exception {
    switch (said.content()) {
      case Content.Location at -> near(visitor, step, at.latitude(), at.longitude());
      case Content.Venue at -> near(visitor, step, at.latitude(), at.longitude());
      case Content.Text text when text.text().startsWith("/") ->
          askWhere(visitor, visitor.text("emergency.city.ask"));
      case Content.Text text -> named(visitor, step, said, shown, text.text());
      case Content.Media _, Content.Contact _, Content.Poll _, Content.Dice _, Content.Unsupported _ ->
          unknown(visitor, step, said, shown);
    }
  }

  private void named(Visitor visitor, NamingCity step, Incoming.Said said, Content shown, String words)
      throws Exception {
    Found found = cities(visitor).find(words);
    if (found.cities().isEmpty()) {
      unknown(visitor, step, said, shown);
    } else if (found.cities().size() == 1 && found.isSure()) {
      livesIn(visitor, step, found.cities().getFirst());
    } else {
      askWhich(visitor, found.cities());
    }
  }

  /// Perhaps it is what they need help with: it isn't lost, and the way to help is shown.
  private void unknown(Visitor visitor, NamingCity step, Incoming.Said said, Content shown) throws Exception {
    dialogs.go(visitor.turn(), visitor.chat().key(), new NamingCity(step.wish(), EmergencyStep.plus(
        step.written(), relay.keep(visitor.turn(), null, Direction.IN, said, shown))));
    say(visitor, visitor.says(visitor.text("emergency.city.unknown"), needHelp(visitor)));
  }

  static List<List<Button>> needHelp(Visitor visitor) {
    return List.of(List.of(Welcome.button(visitor, "emergency.menu.need-help", EmergencyButton.NEED_HELP)));
  }

  private void near(Visitor visitor, NamingCity step, double latitude, double longitude) throws Exception {
    if (Math.abs(latitude) < NOWHERE && Math.abs(longitude) < NOWHERE) {
      askWhere(visitor, visitor.text("emergency.city.nowhere"));
      return;
    }
    Point here = new Point(latitude, longitude);
    City nearest = cities(visitor).nearest(here);
    if (nearest.point().distance(here) <= NEAR) {
      livesIn(visitor, step, nearest);
    } else {
      askWhich(visitor, List.of(nearest));
    }
  }

  /// Those of the country that people are thought to be in come first.
  private void askWhich(Visitor visitor, List<City> likely) throws Exception {
    String home = Emergency.settings(visitor.channel()).country();
    List<City> sorted = new ArrayList<>(likely);
    sorted.sort(Comparator.comparing(city -> !city.country().code().equals(home)));
    List<List<Button>> buttons = new ArrayList<>();
    sorted.stream().limit(MOST).forEach(city -> buttons.add(List.of(new Button(
        CityWords.withCountry(city, visitor.language()), Press.of(EmergencyButton.CITY, city.id().value()).data()))));
    buttons.add(List.of(Welcome.button(visitor, "emergency.menu.other-city", EmergencyButton.OTHER_CITY)));
    asked(visitor, say(visitor,
        visitor.says(visitor.text(likely.size() == 1 ? "emergency.city.sure" : "emergency.city.which"), buttons)));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.CITY, EmergencyButton.OTHER_CITY);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    if (!(current(visitor).orElse(null) instanceof NamingCity naming)) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.OTHER_CITY) {
      askWhere(visitor, visitor.text("emergency.city.ask"));
      return Response.done();
    }
    City city = CityWords.known(cities(visitor), pressing.press().detail()).orElse(null);
    if (city == null) {
      return new Response.Outdated();
    }
    livesIn(visitor, naming, city);
    return Response.done();
  }

  /// What the messenger said a moment ago was said of the chats near the city before.
  private void livesIn(Visitor visitor, NamingCity step, City city) throws Exception {
    boolean moves = residentRows.find(visitor.turn(), visitor.person().id())
        .filter(before -> !before.city().equals(city.id().value())).isPresent();
    if (moves) {
      residentRows.belongsNowhere(visitor.turn(), visitor.person().id());
    }
    residentRows.livesIn(visitor.turn(), visitor.person().id(), visitor.chat().chat(), city.id().value(),
        city.country().code());
    if (step.written().isEmpty()) {
      dialogs.end(visitor.turn(), visitor.chat().key());
    } else {
      dialogs.go(visitor.turn(), visitor.chat().key(), new EmergencyStep.Offered(step.written(), 0));
    }
    say(visitor, PositionKey.goneFrom(visitor,
        visitor.text("emergency.city.chosen", "city", CityWords.withCountry(city, visitor.language()))));
    asked(visitor, null);
    membership.wish(visitor, step.wish(), "");
  }

  private Optional<EmergencyStep> current(Visitor visitor) {
    return dialogs.current(visitor.turn(), visitor.chat().key(), EmergencyStep.KINDS);
  }

  private static Cities cities(Visitor visitor) {
    return Emergency.settings(visitor.channel()).cities();
  }

  private void askWhere(Visitor visitor, String text) throws Exception {
    say(visitor, PositionKey.under(visitor, text));
    asked(visitor, null);
  }

  private void asked(Visitor visitor, @Nullable DeliveryId question) throws Exception {
    dialogs.asked(visitor.turn(), visitor.chat().key(), question);
  }

  private DeliveryId say(Visitor visitor, Call words) throws Exception {
    return deliveries.owe(visitor.turn(), NewDelivery.words(words));
  }
}
