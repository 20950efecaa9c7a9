package otklik.emergency.helping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.membership.Membership;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.EmergencyStep.NamingCity;
import otklik.emergency.requests.PositionKey;
import otklik.emergency.requests.WrittenPosition;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.geography.Cities;
import otklik.geography.City;
import otklik.geography.Found;
import otklik.geography.Point;
import otklik.kernel.MessageId;
import otklik.talk.Press;

/// Where somebody is at home: they name a city or share where they are. What isn't surely one city is asked back.
@Component
public final class NamingOwnCity implements EmergencyPart, Form {
  private static final int MOST = 6;
  /// So near to its middle, in metres, a city is surely meant.
  private static final double NEAR = 40_000;
  /// A receiver that knows nothing tells 0, 0, in the middle of the sea; so do those near to it, in degrees.
  private static final double NOWHERE = 0.01;

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final ResidentRows residentRows;
  private final Membership membership;
  private final Forms forms;
  private final Deliveries deliveries;
  private final Steps steps;

  NamingOwnCity(ResidentRows residentRows, Membership membership, Forms forms, Deliveries deliveries) {
    this.residentRows = residentRows;
    this.membership = membership;
    this.forms = forms;
    this.deliveries = deliveries;
    steps = forms.declare(this);
    steps.at(NamingCity.class)
        .asks((visitor, _) -> PositionKey.under(visitor, visitor.text("emergency.city.ask")))
        .readAs(said -> WrittenPosition.in(said, false))
        .answeredBy(NamingOwnCity::mayAnswer)
        .heard(this::said)
        .pressed(EmergencyButton.OTHER_CITY, (_, step) -> Next.to(step))
        .pressed(EmergencyButton.CITY, (pressing, step) -> {
          City city = CityWords.known(cities(pressing.visitor()), pressing.press().detail()).orElse(null);
          return city == null ? Next.elsewhere() : livesIn(pressing.visitor(), step, city);
        });
  }

  @Override
  public Steps steps() {
    return steps;
  }

  /// What they wrote before isn't lost. Whoever is telling what they need help with isn't to be asked.
  ///
  /// @param wish what they want to do, once the city is known
  public void ask(Visitor visitor, String wish, String text) throws Exception {
    List<MessageId> written = forms.at(visitor, EmergencyStep.class).map(EmergencyStep::written).orElse(List.of());
    forms.go(visitor, new NamingCity(wish, written), PositionKey.under(visitor, text));
  }

  /// What is said much later isn't an answer any more.
  private static boolean mayAnswer(Visitor visitor, Incoming.Said said, Instant since) {
    return since.plus(PATIENCE).isAfter(visitor.turn().now()) && switch (said.content()) {
      case Content.Location _, Content.Venue _ -> true;
      case Content.Text text -> !cities(visitor).find(text.text()).cities().isEmpty();
      case Content.Media _, Content.Contact _, Content.Poll _, Content.Dice _, Content.Unsupported _ -> false;
    };
  }

  private Next said(Answer<NamingCity> answer) throws Exception {
    Visitor visitor = answer.visitor();
    return switch (answer.content()) {
      case Content.Location at -> near(visitor, answer.step(), at.latitude(), at.longitude());
      case Content.Venue at -> near(visitor, answer.step(), at.latitude(), at.longitude());
      case Content.Text text when text.text().startsWith("/") -> Next.to(answer.step());
      case Content.Text text -> named(answer, text.text());
      case Content.Media _, Content.Contact _, Content.Poll _, Content.Dice _, Content.Unsupported _ ->
          unknown(answer);
    };
  }

  private Next named(Answer<NamingCity> answer, String words) throws Exception {
    Found found = cities(answer.visitor()).find(words);
    if (found.cities().isEmpty()) {
      return unknown(answer);
    }
    return found.cities().size() == 1 && found.isSure()
        ? livesIn(answer.visitor(), answer.step(), found.cities().getFirst())
        : which(answer.visitor(), answer.step(), found.cities());
  }

  /// Perhaps it is what they need help with: it isn't lost, and the way to help is shown.
  private Next unknown(Answer<NamingCity> answer) throws Exception {
    Visitor visitor = answer.visitor();
    say(visitor, visitor.says(visitor.text("emergency.city.unknown"), needHelp(visitor)));
    return Next.stay(answer.step().with(forms.keep(answer)));
  }

  static List<List<Button>> needHelp(Visitor visitor) {
    return List.of(List.of(Welcome.button(visitor, "emergency.menu.need-help", EmergencyButton.NEED_HELP)));
  }

  private Next near(Visitor visitor, NamingCity step, double latitude, double longitude) throws Exception {
    if (Math.abs(latitude) < NOWHERE && Math.abs(longitude) < NOWHERE) {
      return Next.to(step, PositionKey.under(visitor, visitor.text("emergency.city.nowhere")));
    }
    Point here = new Point(latitude, longitude);
    City nearest = cities(visitor).nearest(here);
    return nearest.point().distance(here) <= NEAR ? livesIn(visitor, step, nearest)
        : which(visitor, step, List.of(nearest));
  }

  /// Those of the country that people are thought to be in come first.
  private static Next which(Visitor visitor, NamingCity step, List<City> likely) {
    String home = EmergencySettings.of(visitor.channel()).country();
    List<City> sorted = new ArrayList<>(likely);
    sorted.sort(Comparator.comparing(city -> !city.country().code().equals(home)));
    List<List<Button>> buttons = new ArrayList<>();
    sorted.stream().limit(MOST).forEach(city -> buttons.add(List.of(new Button(
        CityWords.withCountry(city, visitor.language()), Press.of(EmergencyButton.CITY, city.id().value()).data()))));
    buttons.add(List.of(Welcome.button(visitor, "emergency.menu.other-city", EmergencyButton.OTHER_CITY)));
    return Next.to(step,
        visitor.says(visitor.text(likely.size() == 1 ? "emergency.city.sure" : "emergency.city.which"), buttons));
  }

  /// What the messenger said a moment ago was said of the chats near the city before.
  private Next livesIn(Visitor visitor, NamingCity step, City city) throws Exception {
    boolean moves = residentRows.find(visitor.turn(), visitor.person().id())
        .filter(before -> !before.city().equals(city.id().value())).isPresent();
    if (moves) {
      residentRows.belongsNowhere(visitor.turn(), visitor.person().id());
    }
    residentRows.livesIn(visitor.turn(), visitor.person().id(), visitor.chat().chat(), city.id().value(),
        city.country().code());
    forms.end(visitor);
    if (!step.written().isEmpty()) {
      forms.go(visitor, new EmergencyStep.Offered(step.written(), 0));
    }
    say(visitor, PositionKey.goneFrom(visitor,
        visitor.text("emergency.city.chosen", "city", CityWords.withCountry(city, visitor.language()))));
    membership.wish(visitor, step.wish(), "");
    return Next.done();
  }

  private static Cities cities(Visitor visitor) {
    return EmergencySettings.of(visitor.channel()).cities();
  }

  private void say(Visitor visitor, Call words) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(words));
  }
}
