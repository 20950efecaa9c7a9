package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.talk.PersonCommand;

/// `/city`: where somebody is at home now.
@Component
final class Moving implements EmergencyPart, PersonCommand {
  private final Residents residents;
  private final NamingOwnCity namingOwnCity;
  private final Form form;
  private final Deliveries deliveries;

  Moving(Residents residents, NamingOwnCity namingOwnCity, Form form, Deliveries deliveries) {
    this.form = form;
    this.deliveries = deliveries;
    this.residents = residents;
    this.namingOwnCity = namingOwnCity;
  }

  @Override
  public String name() {
    return "city";
  }

  @Override
  public boolean takes(String rest) {
    return true;
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    if (form.isGoingOn(visitor)) {
      deliveries.owe(visitor.turn(), Owed.words(visitor.says(visitor.text("emergency.request.first"))));
      return;
    }
    String now = residents.find(visitor.turn(), visitor.person().id()).map(Resident::city)
        .flatMap(city -> CityWords.known(Emergency.settings(visitor.channel()).cities(), city))
        .map(city -> CityWords.withCountry(city, visitor.language())).orElse(null);
    namingOwnCity.ask(visitor, Starting.WISH, now == null ? visitor.text("emergency.city.ask")
        : visitor.text("emergency.city.change", "city", now));
  }
}
