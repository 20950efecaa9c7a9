package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Media;

/// Before a request is sent: at home nowhere yet, and in the middle of telling what happened and where.
final class PanicFormSituations extends TownSituations {
  private static final String SURE = "Проверьте, пожалуйста";

  PanicFormSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("the own city is to be named", () -> newcomer("Nana")).then(() -> {
          Client nana = again("Nana");
          town.tbilisi.add(nana.person);
          nana.writes("я в Тбилиси");
          nana.sees("Вы участник чата");
        }),
        Situation.of("the own city is asked back", () -> isAskedBack("Beka")).then(() -> {
          Client beka = again("Beka");
          town.tbilisi.add(beka.person);
          beka.presses("Тбилиси, Грузия");
          beka.sees("Вы участник чата");
          isAnswered(beka, "Другой город");
        }),
        Situation.of("the own city is another one", () -> isAskedBack("Dato")).then(() -> {
          Client dato = again("Dato");
          dato.presses("Другой город");
          dato.sees("В каком вы городе?");
          dato.writes("Батуми");
          dato.sees("Ваш город: Батуми");
        }),
        Situation.of("trouble is told in place of the city", () -> {
          Client eka = newcomer("Eka");
          eka.writes("за мной кто-то идёт");
          eka.sees("Если помощь нужна сейчас");
        }).then(() -> {
          Client eka = again("Eka");
          town.tbilisi.add(eka.person);
          eka.writes("Тбилиси");
          eka.sees("Вы участник чата");
          eka.presses("Мне нужна помощь");
          eka.sees("Где вы?");
          eka.sends(Media.location(41.70, 44.80));
          isShown(eka, "Что случилось: за мной кто-то идёт");
        }),
        Situation.of("somebody isn't in the chat", () -> {
          Client gela = newcomer("Gela");
          gela.writes("Тбилиси");
          gela.sees("могут участники чатов");
        }).then(() -> {
          Client gela = again("Gela");
          town.tbilisi.add(gela.person);
          assertThat(gela.presses("Проверить снова")).isEqualTo("Проверяем…");
          gela.sees("Вы участник чата");
        }),
        Situation.of("help is offered to whoever wrote", () -> {
          Client irakli = resident("Irakli");
          irakli.writes("уже два квартала");
          irakli.sees("Если нужна помощь");
        }).then(() -> {
          Client irakli = again("Irakli");
          irakli.presses("Мне нужна помощь");
          irakli.sees("Где вы?");
          irakli.writes("Руставели 24");
          isShown(irakli, "Что случилось: уже два квартала\nГде: Руставели 24");
        }),
        Situation.of("what happened is to be told", () -> isAskedWhatHappened("Keti")).then(() -> {
          Client keti = again("Keti");
          keti.writes("Сломала ногу");
          keti.sees("Где вы?");
          keti.chat.taps("Отправить моё место");
          isShown(keti, "Что случилось: Сломала ногу\nГде: точка на карте");
          keti.presses("Отправить");
          keti.sees("отправлена");
        }),
        Situation.of("the place was told first", () -> {
          Client lado = isAskedWhatHappened("Lado");
          lado.sends(Media.location(41.71, 44.78));
          lado.sees("Место записали. Что случилось?");
        }).then(() -> {
          Client lado = again("Lado");
          lado.sends(Media.voice());
          isShown(lado, "рассказано во вложениях\nВложений: 1\nГде: точка на карте");
        }),
        Situation.of("the place is to be told", () -> tells("Maka", "Сел аккумулятор")).then(() -> {
          Client maka = again("Maka");
          maka.writes("Батуми, Горгиладзе 10");
          isShown(maka, "Что случилось: Сел аккумулятор\nГде: Батуми, Горгиладзе 10\nГород: Батуми");
        }),
        Situation.of("the city of the place is to be told", () -> {
          Client nato = newcomer("Nato");
          tells(nato, "Упало дерево");
          nato.writes("улица Садовая 5");
          nato.sees("В каком это городе?");
        }).then(() -> {
          Client nato = again("Nato");
          nato.writes("Кутаиси");
          isShown(nato, "Где: улица Садовая 5\nГород: Кутаиси");
        }),
        Situation.of("words may be the place", () -> isDoubted("Oto", "У входа в парк Ваке")).then(() -> {
          Client oto = again("Oto");
          oto.presses("Это место");
          isShown(oto, "Что случилось: Помогите\nГде: У входа в парк Ваке");
        }),
        Situation.of("words may go on telling", () -> isDoubted("Paata", "Не могу встать")).then(() -> {
          Client paata = again("Paata");
          paata.presses("Это о случившемся");
          paata.sees("Добавили. Где вы?");
          paata.sends(Media.location(41.70, 44.80));
          isShown(paata, "Что случилось: Помогите\nНе могу встать");
        }),
        Situation.of("what was told as the place was none", () -> isRelocated("Rati", "У метро, нас 3")).then(() -> {
          Client rati = again("Rati");
          rati.presses("Это о случившемся");
          rati.sees("Где вы?");
          rati.writes("Руставели 24");
          isShown(rati, "Что случилось: Помогите\nУ метро, нас 3\nГде: Руставели 24");
        }),
        Situation.of("what was told as the place was one", () -> isRelocated("Salome", "Чавчавадзе 14")).then(() -> {
          Client salome = again("Salome");
          salome.presses("Место, стереть");
          salome.sees("Где вы?");
          salome.writes("Руставели 26");
          isShown(salome, "Что случилось: Помогите\nГде: Руставели 26");
        }),
        Situation.of("a request is to be sent", () -> prepares("Tamar", "Заперло дверь")).then(() -> {
          Client tamar = again("Tamar");
          tamar.writes("Внутри ребёнок");
          isShown(tamar, "Что случилось: Заперло дверь\nВнутри ребёнок");
          tamar.presses("Отправить");
          tamar.sees("отправлена");
          cardShows("Заперло дверь", "Внутри ребёнок");
        }),
        Situation.of("it is to be told otherwise", () -> prepares("Vakho", "Код 34, кв 5")).then(() -> {
          Client vakho = again("Vakho");
          vakho.presses("Рассказать иначе");
          vakho.sees("прежние слова стёрли");
          vakho.writes("Потоп");
          isShown(vakho, "Что случилось: Потоп\nГде: точка на карте");
        }),
        Situation.of("it is elsewhere", () -> prepares("Ucha", "Спустило колесо")).then(() -> {
          Client ucha = again("Ucha");
          ucha.presses("Указать место иначе");
          ucha.sees("Где вы?");
          ucha.writes("Руставели 30");
          isShown(ucha, "Что случилось: Спустило колесо\nГде: Руставели 30");
        }),
        Situation.of("it isn't needed any more", () -> prepares("Zaza", "Показалось")).then(() -> {
          Client zaza = again("Zaza");
          zaza.presses("Отмена");
          zaza.sees("Просьба не отправлена");
        }),
        Situation.of("it is forgotten to be sent", () -> prepares("Khatuna", "Пахнет газом"))
            .later(Duration.ofMinutes(11), () -> {
              Client khatuna = again("Khatuna");
              khatuna.sees("Просьба ещё не отправлена");
              khatuna.presses("Отправить");
              khatuna.sees("отправлена");
            }),
        Situation.of("the language of the panic button is to be chosen", () -> {
          Client mari = resident("Mari");
          mari.writes("/language");
          mari.sees("На каком языке говорить?");
        }).then(() -> {
          Client mari = again("Mari");
          mari.presses("English");
          mari.sees("Done, we speak English.");
        }),
        Situation.of("the panic button is asked to forget", () -> isAskedWhetherToForget("Elene")).then(() -> {
          Client elene = again("Elene");
          elene.presses("Удалить мои данные");
          elene.sees("Готово, у нас ваших данных больше нет");
        }),
        Situation.of("the panic button is asked to keep", () -> isAskedWhetherToForget("Giga")).then(() -> {
          Client giga = again("Giga");
          giga.presses("Нет");
          giga.sees("ничего не меняю");
        }));
  }

  private void isAskedBack(String name) {
    Client client = newcomer(name);
    client.writes("Тбилисси");
    client.sees("Это ваш город?");
  }

  private Client isAskedWhatHappened(String name) {
    Client client = resident(name);
    client.presses("Мне нужна помощь");
    client.sees("Что случилось?");
    return client;
  }

  private void isDoubted(String name, String words) {
    Client client = tells(name, "Помогите");
    client.writes(words);
    client.sees("Это место, где вы сейчас, или продолжение рассказа?");
  }

  private void isRelocated(String name, String words) {
    Client client = tells(name, "Помогите");
    client.writes(words);
    client.sees(SURE);
    client.presses("Указать место иначе");
    client.sees("это место или рассказ о случившемся?");
  }

  private void isAskedWhetherToForget(String name) {
    Client client = resident(name);
    client.writes("/forget");
    client.sees("Удалим всё, что знаем о вас");
  }

  private static void isShown(Client client, String words) {
    assertThat(client.sees(SURE).text()).contains(words);
  }

  private void isAnswered(Client client, String key) {
    town.await(key + " to be gone",
        () -> client.fromBot().stream().noneMatch(message -> message.button(key).isPresent()));
  }
}
