package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.storage.Tx;

/// `/city`: where somebody is at home now.
@Component
final class Moving implements PersonCommand {
  private final Residents residents;
  private final NamingOwnCity namingOwnCity;

  Moving(Residents residents, NamingOwnCity namingOwnCity) {
    this.residents = residents;
    this.namingOwnCity = namingOwnCity;
  }

  @Override
  public String name() {
    return "city";
  }

  @Override
  public void obey(Tx tx, Visitor visitor, String rest) throws Exception {
    String now = residents.find(tx, visitor.channel(), visitor.person().id()).map(Resident::city)
        .flatMap(city -> CityWords.known(Emergency.settings(visitor.channel()).cities(), city))
        .map(city -> CityWords.withCountry(city, visitor.language())).orElse(null);
    namingOwnCity.ask(tx, visitor, Starting.WISH, now == null ? visitor.text("emergency.city.ask")
        : visitor.text("emergency.city.change", "city", now));
  }
}
