package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Media;
import playground.Message;

/// Requests that nobody has taken: in the eyes of whoever asks, of those who are asked, and of coordinators.
final class RequestSituations extends TownSituations {
  RequestSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a request is open", this::isOpen).then(() -> {
          Client beso = again("Beso");
          Message copy = copy(beso, "Упало дерево");
          beso.chat.presses(copy.id(), "Вложения (1)");
          beso.seesMessage("the voice", message -> message.type().equals("voice"));
          presses("Nino", "Упало дерево", "Вложения (1)");
          Client nana = again("Nana");
          nana.writes("И провода на земле");
          nana.sees("Добавили к просьбе");
          town.await("the copy to tell it", () -> copy(beso, "Упало дерево").text().contains("И провода на земле"));
          Client ana = again("Ana");
          ana.chat.presses(copy(ana, "Упало дерево").id(), "Взять в работу");
          ana.sees("Точное место");
          ana.sees("Вы помогаете");
          nana.sees("Ana идёт на помощь");
          assertThat(beso.chat.pressesStale(copy.id(), copy.button("Взять в работу").orElseThrow().data()).answer())
              .isEqualTo("Уже взял(а) Ana");
        }),
        Situation.of("nobody comes", () -> asks("Lia", "Заперта дверь")).later(Duration.ofMinutes(6), () ->
            coordinatorsSee("Просьба " + number("Заперта дверь") + ": за 5 мин никто не откликнулся"))
            .later(Duration.ofHours(24).plusMinutes(5), () -> again("Lia").sees("Время вышло")),
        Situation.of("a request isn't withdrawn", () -> asks("Mzia", "Протекла крыша")).then(() -> {
          Client mzia = again("Mzia");
          mzia.presses("Отменить просьбу");
          mzia.sees("Точно?");
          mzia.presses("Нет");
          mzia.sees("ничего не меняю");
        }),
        Situation.of("a request is withdrawn", () -> {
          Client tea = asks("Tea", "Застрял лифт");
          tea.presses("Отменить просьбу");
          tea.sees("Точно?");
        }).then(() -> {
          Client tea = again("Tea");
          tea.presses("Да, отменить");
          tea.sees("отменена");
          cardShows("Застрял лифт", "отменена");
          town.await("the copy to say so", () -> again("Ana").texts().stream().anyMatch(text ->
              text.equals("Просьба " + number("Застрял лифт") + " отменена.")));
        }),
        Situation.of("words are held back", () -> {
          Client eka = asks("Eka", "Сломался кран");
          eka.writes("Позвоните маме: 555 00 11 22");
          eka.sees("Похоже, здесь адрес, код или телефон");
        }).then(() -> {
          Client eka = again("Eka");
          assertThat(eka.presses("Показать всем")).isEqualTo("Добавили к просьбе.");
          cardShows("Сломался кран", "Позвоните маме: 555 00 11 22");
        }),
        Situation.of("a coordinator closes a request", () -> isAskedFor("Keti", "Нужен сантехник", "Закрыть"))
            .then(() -> {
              assertThat(pressesSurely("close", "Нужен сантехник")).isEqualTo("Готово.");
              again("Keti").sees("Координатор закрыл вашу просьбу");
            }),
        Situation.of("a coordinator leaves a request", () -> isAskedFor("Lado", "Нужен плотник", "Закрыть"))
            .then(() -> assertThat(hands("Levan", "Нужен плотник").pressesStale(card("Нужен плотник").id(),
                "keep:" + ticket("Нужен плотник")).answer()).contains("ничего не меняем")),
        Situation.of("a coordinator blocks whoever asks", () -> isAskedFor("Rati", "Купите слона", "Заблокировать"))
            .then(() -> {
              assertThat(pressesSurely("block", "Купите слона")).isEqualTo("Готово.");
              again("Rati").sees("Координаторы закрыли вам доступ");
            }),
        Situation.of("whoever asked isn't heard", () -> {
          isAskedFor("Salo", "Купите двух", "Заблокировать");
          presses("Nino", "Купите двух", "Да, заблокировать");
          again("Salo");
        }).then(() -> {
          assertThat(presses("Levan", "Купите двух", "Разблокировать")).isEqualTo("Готово.");
          Client salo = again("Salo");
          salo.starts("");
          salo.sees("Вы участник чата");
        }),
        Situation.of("a coordinator prolongs a request", () -> asks("Tamaz", "Сел телефон")).then(() -> {
          assertThat(presses("Nino", "Сел телефон", "Продлить")).isEqualTo("Готово.");
          again("Tamaz").sees("Координатор продлил");
        }),
        Situation.of("a coordinator has asked", () -> {
          Client ucha = asks("Ucha", "Авария на мосту");
          hands("Nino", "Авария на мосту").writes("Есть ли раненые?");
          ucha.sees("Есть ли раненые?");
        }).then(() -> {
          Client ucha = again("Ucha");
          int question = ucha.chat.messages(message -> message.text().startsWith("Есть ли раненые?")).getLast().id();
          ucha.chat.replies(question, "Нет, все целы");
          ucha.sees("Передали координаторам");
          coordinatorsSee("Нет, все целы");
        }),
        Situation.of("whoever asked was forgotten", () -> {
          Client zura = asks("Zura", "Пропала собака Тайна");
          zura.writes("Рыжая, Тайна");
          coordinatorsSee("Рыжая, Тайна");
          town.settles();
          zura.writes("/forget");
          zura.presses("Удалить мои данные");
          zura.sees("Готово, у нас ваших данных больше нет");
          town.settles();
        }).then(() -> assertThat(town.coordinators.history())
            .noneMatch(message -> !message.deleted() && message.text().contains("Тайна"))),
        Situation.of("the end of a request comes near", () -> asks("Vano", "Залило подвал"))
            .later(Duration.ofHours(23).plusMinutes(5), () -> {
              Client vano = again("Vano");
              vano.sees("закроется через 1 час");
              vano.presses("Продлить");
              vano.sees("открыта ещё 24 часа");
            }));
  }

  private void isOpen() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = tells("Nana", "Упало дерево");
    nana.sends(Media.voice());
    nana.sees("Добавили. Где вы?");
    nana.sends(Media.location(41.71, 44.78));
    nana.sees("Проверьте, пожалуйста");
    sends(nana);
    beso.sees("Упало дерево");
    ana.chat.presses(ana.sees("Упало дерево").id(), "Вложения (1)");
    ana.seesMessage("the voice", message -> message.type().equals("voice"));
  }

  private static Message copy(Client volunteer, String story) {
    return volunteer.chat.messages(message -> message.text().contains(story) && !message.deleted()).getFirst();
  }

  /// A coordinator has pressed what is asked for twice.
  private void isAskedFor(String name, String story, String button) {
    asks(name, story);
    assertThat(presses("Nino", story, button)).contains("Точно?");
    town.await("the question", () -> card(story).button("Нет").isPresent());
  }

  /// Whatever changes a card takes the question away; who sees it still may press it.
  private String pressesSurely(String button, String story) {
    return hands("Levan", story).pressesStale(card(story).id(), button + ":" + ticket(story) + "/surely").answer();
  }

  private String ticket(String story) {
    return town.value(
        "select ticket_id from emergency_request where workspace_id = %s and description = '" + story + "'");
  }

  private String number(String story) {
    return card(story).text().split(" ")[0];
  }
}
