package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Media;
import playground.Message;

/// Tickets in every state, from when they are nobody's until long after they were closed.
final class TicketSituations extends DeskSituations {
  /// And a moment.
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(31);

  TicketSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a ticket is nobody's", () -> hasTicket("Tomas")).then(() -> {
          Client tomas = again("Tomas");
          Room room = roomOf(tomas);
          assertThat(room.operator("Marek").presses("Взять в работу")).isEqualTo("Обращение ваше");
          room.cardShows("In progress (@marek)");
          room.operator("Marek").presses("Запросить детали");
          tomas.sees("Нужно чуть больше деталей");
          tomas.writes("Вот они");
          room.shows("Вот они");
          room.operator("Marek").presses("Закрыть");
          tomas.sees("Оцените");
          tomas.presses("👍");
          tomas.sees("Спасибо! Рады");
          room.shows("Оценка клиента: 👍");
        }),
        Situation.of("a ticket is taken", this::isTakenAndSpokenAbout).then(() -> {
          Client sofia = again("Sofia");
          Room room = roomOf(sofia);
          String take = "take:" + ticketOf(sofia);
          assertThat(room.operator("Ina").hands().pressesStale(room.card().id(), take).answer())
              .isEqualTo("Уже взял(а) Marek");
          sofia.chat.replies(said(sofia, "Какой именно отчёт?"), "Отчёт за март");
          Message reply = room.shows("Отчёт за март");
          assertThat(reply.replyTo()).isEqualTo(written(room, "Какой именно отчёт?"));
          room.operator("Ina").replies(reply.id(), "Смотрю вместе с Мареком");
          sofia.sees("Смотрю вместе с Мареком");
          sofia.chat.edits(said(sofia, "Не открывается"), "Не открывается никогда");
          room.shows("Не открывается никогда");
          room.operator("Marek").hands().reacts(said(room, "Не открывается никогда"), "👍");
          desk.await("the thumb", () -> sofia.chat.message(said(sofia, "Не открывается никогда")).orElseThrow()
              .reactions().contains("👍"));
          room.operator("Marek").writes("/assign nobody");
          room.shows("Обращение снова ничьё");
          room.cardShows("● Статус: New");
          room.operator("Ina").writes("/priority urgent");
          room.cardShows("● Приоритет: urgent");
          room.operator("Ina").writes("/history");
          assertThat(room.shows("открыто, категория").text()).contains("взято в работу · @marek");
        }),
        Situation.of("a ticket waits for its client", () -> {
          Client bruno = hasTicket("Bruno");
          roomOf(bruno).operator("Marek").writes("Кому нужен доступ?");
          bruno.sees("Кому нужен доступ?");
          roomOf(bruno).cardShows("ждём клиента");
          roomOf(bruno).operator("Marek").writes("слово ".repeat(900).strip());
          bruno.sees("слово");
          desk.settles();
        }).then(() -> {
          Client bruno = again("Bruno");
          bruno.writes("Мне, пожалуйста");
          Room room = roomOf(bruno);
          room.shows("Мне, пожалуйста");
          room.cardShows("● Срок ответа: до ");
        }),
        Situation.of("what was said before is found", () -> {
          Client clara = hasTicket("Clara");
          clara.writes("Пропала синяя накладная");
          roomOf(clara).shows("синяя накладная");
          roomOf(clara).operator("Marek").writes("/find Clara");
          roomOf(clara).shows(" · новое · Clara");
        }).then(() -> {
          int asked = desk.operator("Ina").in(desk.group).writes("/find НАКЛАДНЫЕ синие");
          desk.await("what was found", () -> desk.group.messages(0).stream()
              .anyMatch(message -> message.replyTo() == asked && message.text().contains("новое · Clara")));
        }),
        Situation.of("a mark is asked for", () -> isClosed("Dario")).then(() -> {
          Client dario = again("Dario");
          dario.presses("👍");
          dario.sees("Спасибо! Рады");
          roomOf(dario).shows("Оценка клиента: 👍");
        }),
        Situation.of("a bad mark is given", () -> isClosed("Elena")).then(() -> {
          Client elena = again("Elena");
          elena.presses("👎");
          elena.sees("Что было не так?");
          elena.presses("Пропустить");
          elena.sees("без комментария");
        }),
        Situation.of("a comment is awaited", () -> isAskedWhatWasWrong("Felix")).then(() -> {
          Client felix = again("Felix");
          felix.writes("Долго отвечали");
          felix.sees("Спасибо, что рассказали");
          roomOf(felix).shows("Что было не так, по словам клиента: Долго отвечали");
        }),
        Situation.of("the comment is skipped", () -> isAskedWhatWasWrong("Greta")).then(() -> {
          Client greta = again("Greta");
          greta.presses("Пропустить");
          greta.sees("без комментария");
        }),
        Situation.of("no comment comes", () -> isAskedWhatWasWrong("Hugo")).later(Duration.ofHours(25), () -> {
          Client hugo = again("Hugo");
          hugo.writes("У меня новая беда");
          hugo.sees("уже закрыто. Вернуться к нему");
        }),
        Situation.of("a comment was a new matter", () -> {
          Client irma = isAskedWhatWasWrong("Irma");
          irma.writes("Опять пустой отчёт");
          irma.sees("Спасибо, что рассказали");
        }).then(() -> {
          Client irma = again("Irma");
          irma.presses("Это новый вопрос");
          irma.sees("Выберите, что случилось");
          irma.presses("Другое");
          irma.sees("Можно прикрепить");
          irma.presses("Пропустить");
          irma.sees("принято");
          desk.await("the new ticket", () -> desk.topics().stream().anyMatch(topic -> desk.group.messages(topic.id())
              .stream().anyMatch(message -> message.text().contains("● Описание: Опять пустой отчёт"))));
        }),
        Situation.of("a closed ticket", () -> isClosed("Jonas")).then(() -> {
          Client jonas = again("Jonas");
          Room room = roomOf(jonas);
          assertThat(room.operator("Ina").presses("Открыть заново")).isEqualTo("Обращение снова открыто");
          jonas.sees("Мы снова открыли ваше обращение");
          room.cardShows("● Статус: New");
          desk.await("the topic to be open", () -> !room.view().closed());
        }),
        Situation.of("an answer was given in a closed ticket", () -> {
          Client karla = isClosed("Karla");
          roomOf(karla).operator("Marek").writes("И обновите приложение");
          karla.sees("И обновите приложение");
          roomOf(karla).shows("закрыто, поэтому ответ ушёл клиенту");
        }).then(() -> {
          Room room = roomOf(again("Karla"));
          Message line = room.shows("закрыто, поэтому ответ ушёл клиенту");
          assertThat(room.operator("Marek").hands().presses(line.id(), "Открыть заново").answer())
              .isEqualTo("Обращение снова открыто");
          room.cardShows("● Статус: New");
        }),
        Situation.of("somebody comes back to the old matter", () -> comesBack("Lena")).then(() -> {
          Client lena = again("Lena");
          lena.presses("Открыть старый заново");
          lena.sees("снова открыто");
          Room room = roomOf(lena);
          room.shows("Опять беда у Lena");
          room.cardShows("● Статус: New");
        }),
        Situation.of("somebody comes back with a new matter", () -> comesBack("Mateo")).then(() -> {
          Client mateo = again("Mateo");
          mateo.presses("Открыть новый тикет");
          mateo.sees("Выберите, что случилось");
          isAnswered(mateo, "Открыть старый заново");
          mateo.presses("Другое");
          mateo.sees("Можно прикрепить");
          mateo.presses("Готово");
          mateo.sees("принято");
        }),
        Situation.of("somebody comes back and doesn't say why", () -> comesBack("Nadia"))
            .later(Duration.ofMinutes(11), () -> {
              Client nadia = again("Nadia");
              nadia.sees("Чтобы вы не ждали, я снова открыл");
              roomOf(nadia).shows("Опять беда у Nadia");
            }),
        Situation.of("somebody closes their own ticket", () -> isAskedWhetherToClose("Otto")).then(() -> {
          Client otto = again("Otto");
          otto.presses("Да, закрыть");
          otto.sees("Кажется, решили");
          roomOf(otto).cardShows("● Статус: Closed");
        }),
        Situation.of("somebody keeps their own ticket open", () -> isAskedWhetherToClose("Paula")).then(() -> {
          Client paula = again("Paula");
          paula.presses("Нет, ещё открыто");
          paula.sees("обращение открыто");
          assertThat(stateOf(paula)).isEqualTo("new");
        }),
        Situation.of("an answer waits for its time", () -> isAnsweredLater("Quim")).later(HALF_AN_HOUR, () -> {
          Client quim = again("Quim");
          quim.sees("Доброе утро, Quim!");
          roomOf(quim).shows("Отправлено клиенту, как было отложено");
        }),
        Situation.of("an answer that waits is taken back", () -> isAnsweredLater("Rita")).then(() -> {
          Room room = roomOf(again("Rita"));
          Message planned = room.shows("Отправлю клиенту");
          String off = planned.buttons().getFirst().getFirst().text();
          assertThat(room.operator("Ina").hands().presses(planned.id(), off).answer()).startsWith("Не отправлю");
        }).later(HALF_AN_HOUR, () -> again("Rita").seesNothingNew()),
        Situation.of("somebody is on the move", () -> {
          Client teresa = hasTicket("Teresa");
          teresa.sends(Media.live(40.41, -3.70));
          roomOf(teresa).showsMessage("where she is", message -> message.type().equals("location"));
        }).then(() -> {
          Client teresa = again("Teresa");
          int live = teresa.chat.messages(message -> message.type().equals("location")).getLast().id();
          teresa.chat.moves(live, 40.42, -3.71);
          desk.settles();
        }).later(Duration.ofHours(1), () -> roomOf(again("Teresa")).showsMessage("where she was in the end",
            message -> message.content().toString().contains("40.42"))));
  }

  private static int said(Client client, String words) {
    return client.chat.messages(message -> message.text().equals(words)).getLast().id();
  }

  private static int said(Room room, String words) {
    return room.fromBot().stream().filter(message -> message.text().equals(words)).findFirst().orElseThrow().id();
  }

  /// By an operator.
  private static int written(Room room, String words) {
    return room.messages().stream().filter(message -> message.text().equals(words)).findFirst().orElseThrow().id();
  }

  private void isTakenAndSpokenAbout() {
    Client sofia = hasTicket("Sofia");
    Room room = roomOf(sofia);
    room.operator("Marek").writes("/take");
    room.cardShows("In progress (@marek)");
    sofia.writes("Не открывается");
    room.shows("Не открывается");
    room.operator("Marek").writes("Какой именно отчёт?");
    sofia.sees("Какой именно отчёт?");
    room.operator("Ina").writes("// похоже на вчерашнее");
  }

  private Client isClosed(String name) {
    Client client = hasTicket(name);
    roomOf(client).operator("Marek").presses("Закрыть");
    client.sees("Оцените");
    desk.settles();
    return client;
  }

  private Client isAskedWhatWasWrong(String name) {
    Client client = isClosed(name);
    client.presses("👎");
    client.sees("Что было не так?");
    return client;
  }

  private void comesBack(String name) {
    Client client = isClosed(name);
    client.writes("Опять беда у " + name);
    client.sees("Вернуться к нему или открыть новое?");
  }

  private void isAskedWhetherToClose(String name) {
    Client client = hasTicket(name);
    client.writes("/close");
    client.sees("Закрыть обращение");
  }

  private void isAnsweredLater(String name) {
    Client client = hasTicket(name);
    roomOf(client).operator("Marek").writes("/later 30m Доброе утро, " + name + "!");
    roomOf(client).shows("Отправлю клиенту");
  }
}
