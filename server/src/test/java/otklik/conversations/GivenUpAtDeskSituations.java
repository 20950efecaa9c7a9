package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import playground.Fault;
import playground.Fault.Kind;
import playground.Message;

/// What was given up at a desk can be sent again.
final class GivenUpAtDeskSituations extends DeskSituations {
  private static final String AGAIN = "Отправить ещё раз";

  GivenUpAtDeskSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("an answer was given up", () -> {
          Client olena = hasTicket("Olena");
          isNotConfirmedIn(olena.person.id());
          roomOf(olena).operator("Marek").writes("Перезагрузите роутер");
          waitsFor(olena, "Мессенджер не подтвердил доставку");
        }).then(() -> {
          Client olena = again("Olena");
          assertThat(pressesAgain(olena)).isEqualTo("Отправляю ещё раз…");
          olena.sees("Перезагрузите роутер");
          roomOf(olena).shows("Доставлено");
        }),
        Situation.of("a client's words were given up", () -> {
          Client timur = hasTicket("Timur");
          isNotConfirmedIn(desk.group.id());
          timur.writes("Не включается");
          waitsFor(timur, "Мессенджер не подтвердил, что оно здесь");
        }).then(() -> {
          Client timur = again("Timur");
          pressesAgain(timur);
          desk.await("the words", () -> roomOf(timur).texts().contains("Не включается"));
        }),
        Situation.of("a card was given up", () -> {
          Client eve = comes("Eve").bound("ACME-1");
          isNotConfirmedIn(desk.group.id());
          eve.opensTicket("Другое", "Это Eve");
          desk.await("the card to be given up", () -> passes() && lineOfCard() != null);
          desk.settles();
        }).then(() -> {
          desk.operator("Ina").in(desk.group).topic(lineOfCard().threadId()).presses(lineOfCard().id(), AGAIN).answer();
          assertThat(roomOf(again("Eve")).card().text()).contains("Это Eve");
        }));
  }

  private void isNotConfirmedIn(long chat) {
    desk.stage.playground.fault(Fault.of(Kind.BAD_GATEWAY).forMethods("sendMessage").inChat(chat).times(3));
  }

  private void waitsFor(Client client, String line) {
    desk.await(line, () -> passes() && roomOf(client).texts().stream().anyMatch(text -> text.contains(line)));
    desk.settles();
  }

  private String pressesAgain(Client client) {
    Message line = roomOf(client).showsMessage("the line", message -> message.button(AGAIN).isPresent());
    return roomOf(client).operator("Ina").hands().presses(line.id(), AGAIN).answer();
  }

  private Message lineOfCard() {
    return desk.group.history().stream().filter(message -> message.text().contains("Мессенджер не подтвердил карточку"))
        .findFirst().orElse(null);
  }
}
