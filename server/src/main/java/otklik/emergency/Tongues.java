package otklik.emergency;

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

/// `/language`: in which language somebody is spoken to.
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
      choices.add(visitor.button("emergency.language." + language.code(),
          Press.of(Press.Action.LANGUAGE, language.code()).data()));
    }
    deliveries.owe(visitor.turn(),
        Owed.words(visitor.says(visitor.text("emergency.language.ask"), List.of(choices))));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.LANGUAGE);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    for (Language language : Language.values()) {
      if (language.code().equals(pressing.press().detail())) {
        people.choosesLanguage(visitor.turn(), visitor.person(), language);
        deliveries.owe(visitor.turn(), Owed.words(
            visitor.says(visitor.channel().texts().text(language, "emergency.language.chosen"))));
        return Response.done();
      }
    }
    return new Response.Outdated();
  }
}
