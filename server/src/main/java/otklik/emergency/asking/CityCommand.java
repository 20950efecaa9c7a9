package otklik.emergency.asking;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.helping.NamingOwnCity;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.talk.PersonCommand;

/// `/city`: where somebody is at home now.
@Component
final class CityCommand implements EmergencyPart, PersonCommand {
  private final ResidentRows residentRows;
  private final NamingOwnCity namingOwnCity;
  private final RequestForm requestForm;
  private final Deliveries deliveries;

  CityCommand(ResidentRows residentRows, NamingOwnCity namingOwnCity, RequestForm requestForm, Deliveries deliveries) {
    this.requestForm = requestForm;
    this.deliveries = deliveries;
    this.residentRows = residentRows;
    this.namingOwnCity = namingOwnCity;
  }

  @Override
  public String name() {
    return "city";
  }

  @Override
  public boolean takes(Visitor visitor, String rest) {
    return true;
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    if (requestForm.isGoingOn(visitor)) {
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text("emergency.request.first"))));
      return;
    }
    String now = residentRows.find(visitor.turn(), visitor.person().id()).map(Resident::city)
        .flatMap(city -> CityWords.known(EmergencySettings.of(visitor.channel()).cities(), city))
        .map(city -> CityWords.withCountry(city, visitor.language())).orElse(null);
    namingOwnCity.ask(visitor, Starting.WISH, now == null ? visitor.text("emergency.city.ask")
        : visitor.text("emergency.city.change", "city", now));
  }
}
