package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import playground.GroupHands;
import playground.Message;

/// Tickets of people without a code, in the topic that they share, and what people may choose for themselves.
final class StrangerSituations extends DeskSituations {
  StrangerSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a stranger's ticket gets its project", () -> isStranger("Ulla")).then(() -> {
          Client ulla = again("Ulla");
          presses(ulla, "Привязать к проекту");
          cardHas(ulla, "Globex / Shop");
          assertThat(presses(ulla, "Globex / Shop")).isEqualTo("Привязано: Globex / Shop");
          ulla.sees("теперь у команды проекта «Shop»");
          ulla.writes("Спасибо, жду");
          roomOf(ulla).shows("Спасибо, жду");
        }),
        Situation.of("a project is being chosen", () -> isBound("Viktor")).then(() -> {
          Client viktor = again("Viktor");
          assertThat(presses(viktor, "Acme / Portal")).isEqualTo("Привязано: Acme / Portal");
          viktor.sees("теперь у команды проекта «Portal»");
        }),
        Situation.of("no project is chosen", () -> isBound("Wanda")).then(() -> {
          Client wanda = again("Wanda");
          presses(wanda, "Назад");
          cardHas(wanda, "Заблокировать");
        }),
        Situation.of("a stranger's ticket is closed", () -> isStranger("Xenia")).then(() -> {
          Client xenia = again("Xenia");
          presses(xenia, "Закрыть");
          xenia.sees("Кажется, решили");
          xenia.sees("Оцените");
        }),
        Situation.of("a stranger is answered", () -> {
          Client yuri = isStranger("Yuri");
          yuri.writes("Алло, это Юрий");
          desk.topic(TRIAGE).shows("Алло, это Юрий");
        }).then(() -> {
          Client yuri = again("Yuri");
          triage().replies(desk.topic(TRIAGE).shows("Алло, это Юрий").id(), "Добрый день, Юрий");
          yuri.sees("Добрый день, Юрий");
          yuri.writes("ACME-1");
          yuri.sees("Вы подключены к проекту «Portal»");
          yuri.writes("Теперь и код есть");
          roomOf(yuri).shows("Теперь и код есть");
        }),
        Situation.of("a stranger's ticket has moved", () -> {
          Client adam = isStranger("Adam");
          triage().replies(card(adam).id(), "Сейчас посмотрю");
          adam.sees("Сейчас посмотрю");
          presses(adam, "Привязать к проекту");
          cardHas(adam, "Acme / Portal");
          presses(adam, "Acme / Portal");
          adam.sees("теперь у команды проекта");
          roomOf(adam).shows("Marek:\nСейчас посмотрю");
          desk.settles();
        }).then(() -> {
          Client adam = again("Adam");
          Room room = roomOf(adam);
          room.operator("Ina").replies(room.shows("Marek:\nСейчас посмотрю").id(), "Посмотрели");
          int answer = adam.chat.messages(message -> message.text().equals("Сейчас посмотрю")).getFirst().id();
          assertThat(adam.sees("Посмотрели").replyTo()).isEqualTo(answer);
        }),
        Situation.of("a stranger was forgotten", () -> {
          Client bono = isStranger("Bono");
          triage().replies(card(bono).id(), "/history");
          desk.topic(TRIAGE).shows("открыто, без кода");
          desk.operator("Marek").in(desk.group).writes("/find Bono");
          desk.await("what was found", () -> desk.group.messages(0).stream()
              .anyMatch(message -> message.text().contains("новое · Bono")));
          bono.writes("/forget");
          bono.presses("Удалить мои данные");
          bono.sees("Готово, у меня ваших данных больше нет");
          desk.settles();
        }).then(() -> {
          assertThat(desk.count("select count(*) from person where workspace_id = %s and name = 'Bono'")).isZero();
          assertThat(desk.group.history()).noneMatch(message -> desk.isBot(message.from())
              && !message.deleted() && message.text().contains("Bono"));
        }),
        Situation.of("a stranger is to be heard no more", () -> isStranger("Zoe")).then(() -> {
          Client zoe = again("Zoe");
          presses(zoe, "Заблокировать");
          zoe.sees("мы больше не можем отвечать вам здесь");
        }),
        Situation.of("a stranger isn't heard", () -> {
          Client abel = isStranger("Abel");
          presses(abel, "Заблокировать");
          abel.sees("мы больше не можем отвечать вам здесь");
        }).then(() -> {
          Client abel = again("Abel");
          abel.writes("Пустите");
          abel.seesNothingNew();
          presses(abel, "Разблокировать");
          cardHas(abel, "● Статус: Closed");
          abel.writes("Простите");
          abel.sees("Вернуться к нему или открыть новое?");
        }),
        Situation.of("the language is to be chosen", () -> {
          Client bella = comes("Bella").bound("ACME-1");
          bella.writes("/language");
          bella.sees("На каком языке вам удобнее?");
        }).then(() -> {
          Client bella = again("Bella");
          bella.presses("English");
          bella.writes("/help");
          bella.sees("Write here");
        }),
        Situation.of("the project is to be changed", () -> {
          Client carlos = comes("Carlos").bound("ACME-1");
          carlos.starts("GLOBEX-1");
          carlos.sees("Вы подключены к проекту «Shop»");
          carlos.writes("/project");
          carlos.sees("Ваши проекты");
        }).then(() -> {
          Client carlos = again("Carlos");
          carlos.presses("Portal (Acme)");
          carlos.sees("Теперь вы пишете по проекту «Portal»");
        }),
        Situation.of("somebody is asked whether to be forgotten", () -> isAskedWhetherToForget("Delia")).then(() -> {
          Client delia = again("Delia");
          delia.presses("Удалить мои данные");
          delia.sees("Готово, у меня ваших данных больше нет");
          desk.settles();
          assertThat(desk.count("select count(*) from person where workspace_id = %s and name = 'Delia'")).isZero();
        }),
        Situation.of("somebody is kept", () -> isAskedWhetherToForget("Emil")).then(() -> {
          Client emil = again("Emil");
          emil.presses("Отмена");
          emil.sees("ничего не удаляю");
          emil.writes("Я тут");
          roomOf(emil).shows("Я тут");
        }));
  }

  private Client isStranger(String name) {
    Client client = comes(name).withoutCode("Лавка", "Беда у " + name);
    card(client);
    return client;
  }

  private void isBound(String name) {
    Client client = isStranger(name);
    presses(client, "Привязать к проекту");
    cardHas(client, "Acme / Portal");
  }

  private void isAskedWhetherToForget(String name) {
    Client client = hasTicket(name);
    client.writes("/forget");
    client.sees("Удалю всё, что знаю о вас");
  }

  private GroupHands triage() {
    return desk.operator("Marek").in(desk.group).topic(desk.topic(TRIAGE).id);
  }

  private Message card(Client client) {
    return desk.topic(TRIAGE).shows("(id: " + client.person.id() + ")");
  }

  private String presses(Client client, String button) {
    return triage().presses(card(client).id(), button).answer();
  }

  private void cardHas(Client client, String button) {
    desk.await("the card to have " + button, () -> card(client).button(button).isPresent()
        || card(client).text().contains(button));
  }
}
