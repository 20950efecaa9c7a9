package otklik.talk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.kernel.Language;
import otklik.people.People;

/// `/language`: in which language somebody is spoken to.
@Component
final class LanguageCommand implements PersonCommand, PersonButton {
  private final People people;
  private final Deliveries deliveries;

  LanguageCommand(People people, Deliveries deliveries) {
    this.people = people;
    this.deliveries = deliveries;
  }

  @Override
  public String scenario() {
    return EVERY;
  }

  @Override
  public String name() {
    return "language";
  }

  @Override
  public boolean takes(Visitor visitor, String rest) {
    return true;
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    List<Button> choices = Arrays.stream(Language.values()).map(language -> new Button(
        visitor.ownText("language." + language.code()),
        Press.of(TalkButton.LANGUAGE, language.code()).data())).toList();
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.ownText("language.ask"), List.of(choices))));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(TalkButton.LANGUAGE);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    for (Language language : Language.values()) {
      if (language.code().equals(pressing.press().detail())) {
        people.choosesLanguage(pressing.turn(), visitor.person(), language);
        deliveries.owe(pressing.turn(), NewDelivery.words(visitor.says(visitor.channel().texts()
            .text(language, visitor.channel().ownKey("language.chosen")))));
        return Response.done();
      }
    }
    return new Response.Outdated();
  }
}
