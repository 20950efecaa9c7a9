package otklik.conversations;

import java.time.Duration;
import java.util.List;
import playground.Media;

/// Requests that somebody has taken, until the last word of thanks.
final class HelpSituations extends TownSituations {
  HelpSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("somebody is on their way", () -> {
          Client nana = isHelped("Nana", "Сломала ногу", "Ana");
          Client ana = again("Ana");
          ana.presses("В пути");
          nana.sees("Ana в пути.");
          ana.writes("Буду через десять минут");
          nana.sees("Буду через десять минут");
        }).then(() -> {
          Client nana = again("Nana");
          Client ana = again("Ana");
          int words = nana.chat.messages(message -> message.text().contains("Буду через десять минут")).getLast().id();
          nana.chat.replies(words, "Жду у входа");
          ana.sees("Жду у входа");
          nana.sends(Media.location(41.7100, 44.8100));
          nana.sees("Новое место передали");
          ana.sees("теперь в другом месте");
          ana.presses("На месте");
          nana.sees("Ana на месте.");
          cardShows("Сломала ногу", "Помощник: на месте");
          ana.presses("Выполнена");
          nana.sees("Это так?");
          nana.presses("Спасибо, помогли");
          nana.sees("пару слов");
        }),
        Situation.of("whoever helps says nothing", () -> isHelped("Lia", "Заперло дверь", "Gia"))
            .later(Duration.ofMinutes(31), () -> again("Gia").sees("как у вас дела?"))
            .later(Duration.ofMinutes(47), () -> {
              again("Lia").sees("Gia не отвечает. Ищем дальше.");
              again("Gia").sees("От вас долго не было ответа");
            }),
        Situation.of("whoever is helped moves on", () -> {
          Client mzia = isFollowed("Mzia", "Misha");
          int live = mzia.chat.messages(message -> message.type().equals("location")).getLast().id();
          mzia.chat.moves(live, 41.7100, 44.8000);
          again("Misha").sees("теперь в другом месте");
          mzia.chat.moves(live, 41.7200, 44.8000);
          town.settles();
        }).later(Duration.ofMinutes(2), () -> again("Misha").sees("теперь в другом месте")),
        Situation.of("why it is given back is to be said", () -> isAskedWhy("Tea", "Упала с лошади", "Zura")).then(() -> {
          Client zura = again("Zura");
          zura.writes("Нужна машина");
          zura.sees("снова ищет помощника");
          again("Tea").sees("Zura не сможет помочь");
          cardShows("Упала с лошади", "Вернули: Нужна машина");
        }),
        Situation.of("it isn't said why it is given back", () -> isAskedWhy("Eka", "Болит рука", "Koba")).then(() -> {
          Client koba = again("Koba");
          koba.presses("Без комментария");
          koba.sees("снова ищет помощника");
        }),
        Situation.of("nothing is said of why it is given back", () -> isAskedWhy("Sopo", "Болит сердце", "Vano"))
            .later(Duration.ofMinutes(3), () -> again("Sopo").sees("Vano не сможет помочь")),
        Situation.of("a request is given back", () -> isHelped("Keti", "Украли сумку", "Merab")).then(() -> {
          Client merab = again("Merab");
          merab.presses("Вернуть в пул");
          merab.sees("Почему возвращаете");
          merab.presses("Без комментария");
          again("Keti").sees("Merab не сможет помочь");
        }),
        Situation.of("a request that is taken isn't urgent", () -> isHelped("Lela", "Скучно", "Temur")).then(() -> {
          Client temur = again("Temur");
          temur.presses("Не соответствует");
          temur.sees("для всех как не срочную?");
          temur.presses("Да, закрыть");
          again("Lela").sees("через 2 минуты она закроется");
        }),
        Situation.of("it may be done", () -> isSaidToBeHelped("Dali", "Нет воды", "Anzor")).then(() -> {
          Client dali = again("Dali");
          dali.presses("Спасибо, помогли");
          dali.sees("пару слов");
          dali.writes("Вы золото");
          dali.sees("Передали. Берегите себя.");
          again("Anzor").sees("Вы золото");
          cardShows("Нет воды", "помог(ла)");
        }),
        Situation.of("it isn't done", () -> isSaidToBeHelped("Nino", "Нет света", "Avto")).then(() -> {
          Client nino = again("Nino");
          nino.presses("Помощь ещё нужна");
          nino.sees("снова ищем помощников");
        }),
        Situation.of("nobody says whether it is done", () -> isSaidToBeHelped("Oliko", "Нет газа", "Bidzina"))
            .later(Duration.ofHours(24).plusMinutes(10),
                () -> again("Oliko").sees("закрыта: помощник отметил")),
        Situation.of("words of thanks are awaited", () -> isThanking("Pikria", "Потерялась", "Gocha")).then(() -> {
          Client pikria = again("Pikria");
          pikria.writes("Спасибо, Гоча");
          pikria.sees("Передали");
          again("Gocha").sees("Спасибо, Гоча");
        }),
        Situation.of("there are no words of thanks", () -> isThanking("Rusiko", "Забыла ключи", "Jaba")).then(() -> {
          Client rusiko = again("Rusiko");
          rusiko.presses("Без слов");
          rusiko.sees("Хорошо");
        }),
        Situation.of("words of thanks come too late", () -> isThanking("Tsira", "Сломала замок", "Kakha"))
            .later(Duration.ofMinutes(16), () -> {
              Client tsira = again("Tsira");
              tsira.writes("Каха, вы где?");
              tsira.sees("Сообщение получено");
            }));
  }

  /// Shares where they are, live.
  private Client isFollowed(String asker, String helper) {
    Client helps = volunteer(helper);
    Client client = tells(asker, "За мной идут");
    client.sends(Media.live(41.7000, 44.8000));
    client.sees("Проверьте, пожалуйста");
    sends(client);
    takes(helps, "За мной идут");
    return client;
  }

  private void isAskedWhy(String asker, String story, String helper) {
    isHelped(asker, story, helper);
    Client helps = again(helper);
    helps.presses("Вернуть в пул");
    helps.sees("Почему возвращаете");
  }

  private void isThanking(String asker, String story, String helper) {
    Client client = isSaidToBeHelped(asker, story, helper);
    client.presses("Спасибо, помогли");
    client.sees("пару слов");
  }
}
