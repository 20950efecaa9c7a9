package otklik.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.Language;
import otklik.people.People;

/// `/language`: in which language the desk speaks with a person.
@Component
final class Tongues implements PersonCommand, PersonButton {
  private final People people;
  private final Deliveries deliveries;

  Tongues(People people, Deliveries deliveries) {
    this.people = people;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "language";
  }

  @Override
  public boolean takes(String rest) {
    return true;
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    List<Button> choices = new ArrayList<>();
    for (Language language : Language.values()) {
      choices.add(new Button(visitor.text("language." + language.code()),
          new Press(Press.Action.LANGUAGE, language.code()).data()));
    }
    deliveries.owe(visitor.turn(), Owed.words(visitor.says(visitor.text("language.ask"), List.of(choices))));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.LANGUAGE);
  }

  @Override
  public boolean pressed(Visitor visitor, Press press) throws Exception {
    for (Language language : Language.values()) {
      if (language.code().equals(press.detail())) {
        people.choosesLanguage(visitor.turn(), visitor.person(), language);
        deliveries.owe(visitor.turn(), Owed.words(
            visitor.says(visitor.channel().texts().text(language, "language.chosen"))));
        return true;
      }
    }
    return false;
  }
}
