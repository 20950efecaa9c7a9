package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import playground.Fault;

/// A desk that speaks another language since the last start: its menus wait. The program begins anew for it, so it
/// comes before whatever is held up.
final class MenuSituations extends DeskSituations {
  private static final String SPEAKS = "- name: %s\n  timezone: Europe/Madrid\n  language: %s\n";

  MenuSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("menus are to be offered", () -> {
      desk.settles();
      desk.stage.playground.fault(Fault.tooManyRequests(60).forMethods("setMyCommands"));
      desk.stage.restartWith(SPEAKS.formatted(desk.workspace(), "en"), SPEAKS.formatted(desk.workspace(), "ru"));
      isOwed("offer-commands", 1);
    }).then(() -> {
      desk.settles();
      assertThat(desk.stage.playground.commands(desk.bot, "chat|" + desk.group.id() + "||").orElseThrow().toString())
          .contains("take the request");
    }));
  }
}
