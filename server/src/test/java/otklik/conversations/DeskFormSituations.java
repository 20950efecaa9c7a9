package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Media;

/// In the middle of the forms at a desk: the one with a code, and the one without.
final class DeskFormSituations extends DeskSituations {
  private static final Duration UNTIL_IT_GOES_AS_IT_IS = Duration.ofMinutes(11);

  DeskFormSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("the code is awaited", () -> isAskedForTheCode("Olena", "Не открывается отчёт")).then(() -> {
          Client olena = again("Olena");
          olena.writes("ACME-1");
          olena.sees("Вы подключены к проекту «Portal»");
          olena.sees("Выберите, что случилось");
          isAnswered(olena, "Ввести код", "Нет кода");
          olena.presses("Другое");
          isOpened(olena, "● Описание: Не открывается отчёт");
        }),
        Situation.of("the code is to be entered", () -> isAskedForTheCode("Timur", "Не приходят письма")).then(() -> {
          Client timur = again("Timur");
          timur.presses("Ввести код");
          timur.sees("Пришлите код сюда");
          timur.writes("ACME-1");
          timur.sees("Выберите, что случилось");
          timur.presses("Доступы и роли");
          isOpened(timur, "● Описание: Не приходят письма");
        }),
        Situation.of("there is no code", () -> isAskedForTheCode("Eve", "Пропали деньги")).then(() -> {
          Client eve = again("Eve");
          eve.presses("Нет кода");
          eve.sees("Из какой вы компании");
          eve.writes("Рога и копыта");
          eve.sees("Как с вами связаться");
          eve.presses("Пропустить");
          isSeenByAll(eve, "Пропали деньги", "● Компания/проект (со слов): Рога и копыта");
        }),
        Situation.of("the code doesn't come", () -> isAskedForTheCode("Gia", "Как вас найти?"))
            .later(UNTIL_IT_GOES_AS_IT_IS, () -> again("Gia").sees("нужен код проекта")),
        Situation.of("the category is to be chosen", () -> isAskedForTheCategory("Pepe", "Пустой отчёт")).then(() -> {
          Client pepe = again("Pepe");
          pepe.writes("Совсем пустой");
          pepe.presses("Доступы и роли");
          isAnswered(pepe, "Доступы и роли");
          isOpened(pepe, "● Описание: Пустой отчёт\nСовсем пустой");
        }),
        Situation.of("no category is chosen", () -> isAskedForTheCategory("Marta", "Экран погас"))
            .later(UNTIL_IT_GOES_AS_IT_IS, () -> goesAsItIs("Marta", "● Описание: Экран погас")),
        Situation.of("the urgency is to be told", () -> isAskedHowUrgent("Nuria", "")).then(() -> {
          Client nuria = again("Nuria");
          nuria.presses("Полностью блокирует");
          nuria.sees("Что именно не работает?");
          nuria.writes("Касса стоит");
          isOpened(nuria, "● Приоритет: urgent");
        }),
        Situation.of("nobody tells the urgency", () -> isAskedHowUrgent("Luis", "Склад закрыт"))
            .later(UNTIL_IT_GOES_AS_IT_IS, () -> goesAsItIs("Luis", "● Приоритет: urgent")),
        Situation.of("the trouble is to be told", () -> isAskedWhatHappened("Vera")).then(() -> {
          Client vera = again("Vera");
          vera.writes("Не сходятся суммы");
          vera.sees("Можно прикрепить");
          vera.sends(Media.photo("вот они"));
          vera.presses("Готово");
          vera.sees("принято");
          roomOf(vera).cardShows("● Описание: Не сходятся суммы\nвот они\n● Вложения: да (фото)");
        }),
        Situation.of("what was begun is cancelled", () -> isAskedWhatHappened("Ivan")).then(() -> {
          Client ivan = again("Ivan");
          ivan.presses("Отмена");
          ivan.sees("Хорошо, отменил");
          ivan.seesNothingNew();
        }),
        Situation.of("files are awaited", () -> isAskedForFiles("Anna", "Не грузится файл")).then(() -> {
          Client anna = again("Anna");
          anna.sends(Media.document("log.txt"));
          anna.presses("Готово");
          anna.sees("принято");
          roomOf(anna).cardShows("● Вложения: да (голосовое, файл)");
        }),
        Situation.of("no files come", () -> isAskedForFiles("Oleg", "Не печатает принтер"))
            .later(UNTIL_IT_GOES_AS_IT_IS, () -> {
              Client oleg = again("Oleg");
              oleg.sees("Файлов не дождался");
              oleg.sees("принято");
              roomOf(oleg).cardShows("● Описание: Не печатает принтер");
            }),
        Situation.of("the company is to be named", () -> isAskedForTheCompany("Rosa", "Не пришёл счёт")).then(() -> {
          Client rosa = again("Rosa");
          rosa.writes("Пекарня Роса");
          rosa.sees("Как с вами связаться");
          rosa.writes("rosa@example.com");
          isSeenByAll(rosa, "Не пришёл счёт",
              "● Компания/проект (со слов): Пекарня Роса", "● Контакт: rosa@example.com");
        }),
        Situation.of("no company is named", () -> isAskedForTheCompany("Jan", "Где мой заказ?"))
            .later(UNTIL_IT_GOES_AS_IT_IS, () -> {
              Client jan = again("Jan");
              jan.sees("передал обращение как есть");
              isSeenByAll(jan, "Где мой заказ?");
            }),
        Situation.of("the contact is to be given", () -> isAskedForTheContact("Mila", "Сломался сайт")).then(() -> {
          Client mila = again("Mila");
          mila.writes("+34600000000");
          isSeenByAll(mila, "Сломался сайт", "● Компания/проект (со слов): Лавка", "● Контакт: +34600000000");
        }),
        Situation.of("the contact is skipped", () -> isAskedForTheContact("Petr", "Не работает вход")).then(() -> {
          Client petr = again("Petr");
          petr.presses("Пропустить");
          isSeenByAll(petr, "Не работает вход", "● Контакт: не указан");
        }),
        Situation.of("no contact is given", () -> isAskedForTheContact("Dina", "Ошибка 500"))
            .later(UNTIL_IT_GOES_AS_IT_IS, () -> {
              Client dina = again("Dina");
              dina.sees("передал обращение как есть");
              isSeenByAll(dina, "Ошибка 500", "● Компания/проект (со слов): Лавка");
            }));
  }

  private Client isAskedForTheCode(String name, String trouble) {
    Client client = comes(name);
    client.writes(trouble);
    client.sees("нужен код проекта");
    return client;
  }

  private void isAskedForTheCategory(String name, String trouble) {
    Client client = comes(name).bound("ACME-1");
    client.writes(trouble);
    client.sees("вариант кнопкой");
  }

  private void isAskedHowUrgent(String name, String trouble) {
    Client client = comes(name).bound("ACME-1");
    client.presses("Срочно (критично)");
    client.sees("Насколько блокирует работу?");
    if (!trouble.isEmpty()) {
      client.writes(trouble);
      client.sees("вариант кнопкой");
    }
  }

  private Client isAskedWhatHappened(String name) {
    Client client = comes(name).bound("ACME-1");
    client.presses("Данные не сходятся / аналитика");
    client.sees("Расскажите, что случилось");
    return client;
  }

  private void isAskedForFiles(String name, String trouble) {
    Client client = isAskedWhatHappened(name);
    client.writes(trouble);
    client.sees("Можно прикрепить");
    client.sends(Media.voice());
  }

  private Client isAskedForTheCompany(String name, String trouble) {
    Client client = isAskedForTheCode(name, trouble);
    client.presses("Нет кода");
    client.sees("Из какой вы компании");
    return client;
  }

  private void isAskedForTheContact(String name, String trouble) {
    Client client = isAskedForTheCompany(name, trouble);
    client.writes("Лавка");
    client.sees("Как с вами связаться");
  }

  private void isOpened(Client client, String onCard) {
    client.sees("Можно прикрепить");
    client.presses("Пропустить");
    client.sees("принято");
    roomOf(client).cardShows(onCard);
  }

  private void goesAsItIs(String name, String onCard) {
    Client client = again(name);
    client.sees("передал обращение как есть");
    client.sees("принято");
    roomOf(client).cardShows(onCard);
  }

  /// Whoever has no code stands in the topic that all of them share.
  private void isSeenByAll(Client client, String trouble, String... onCard) {
    client.sees("принято");
    String card = desk.topic(TRIAGE).shows("(id: " + client.person.id() + ")").text();
    assertThat(card).contains("● Описание: " + trouble);
    assertThat(List.of(onCard)).allMatch(card::contains);
  }
}
