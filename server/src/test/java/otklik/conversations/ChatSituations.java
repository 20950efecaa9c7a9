package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import playground.Fault;
import playground.Group;
import playground.Message;
import playground.Person;

/// Chats on their way to be communities, where coordinators must agree to each.
final class ChatSituations extends TownSituations {
  ChatSituations(Town town) {
    super(town);
  }

  @Override
  void prepare() {
    for (String asked : List.of("Тбилиси спрошен", "Наши люди", "Кутаиси молчит")) {
      Group chat = chat(asked);
      town.administrator(chat);
      chat.promote(town.bot);
      town.question(chat);
    }
    for (String waiting : List.of("Батуми ждёт", "Поти ждёт")) {
      town.joins(chat(waiting), waiting.split(" ")[0]);
    }
    for (String active : List.of("Рустави с нами", "Гори с нами")) {
      town.joins(chat(active), active.split(" ")[0]);
      presses(active, "Подтвердить");
      town.await("the chat to be a community", () -> stateOf(active).equals("active"));
      town.settles();
    }
    chat("Гори с нами").kick(town.bot);
    town.await("the chat to be none", () -> stateOf("Гори с нами").equals("gone"));
    town.settles();
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a chat's city is to be named", () -> { }).then(() -> {
          giorgi("Тбилиси спрошен").in(chat("Тбилиси спрошен"))
              .presses(lastSaid("Тбилиси спрошен").id(), "Тбилиси, Грузия");
          isSaid("Тбилиси спрошен", "Осталось подтверждение координаторов");
        }),
        Situation.of("a chat's city is asked back", () -> {
          giorgi("Наши люди").in(chat("Наши люди")).replies(lastSaid("Наши люди").id(), "Батуми и Кутаиси");
          isSaid("Наши люди", "Какой город имеется в виду?");
          town.settles();
        }).then(() -> {
          giorgi("Наши люди").in(chat("Наши люди")).presses(lastSaid("Наши люди").id(), "Другой город");
          isSaid("Наши люди", "Напишите город ответом");
          town.settles();
          giorgi("Наши люди").in(chat("Наши люди")).replies(lastSaid("Наши люди").id(), "в Батуми");
          isSaid("Наши люди", "Город: Батуми, Грузия");
        }),
        Situation.of("a chat is to be agreed to", () -> { }).then(() -> {
          assertThat(presses("Батуми ждёт", "Подтвердить")).isEqualTo("Готово.");
          isSaid("Батуми ждёт", "Готово, чат подключён");
          assertThat(stateOf("Батуми ждёт")).isEqualTo("active");
        }),
        Situation.of("a chat is to be rejected", () -> { }).then(() -> {
          presses("Поти ждёт", "Отклонить");
          isSaid("Поти ждёт", "Координаторы не подключили этот чат.");
        }),
        Situation.of("a chat is a community", () -> { }).then(() -> {
          presses("Рустави с нами", "Отвязать");
          isSaid("Рустави с нами", "Координаторы отключили этот чат");
        }),
        Situation.of("a chat has lost the bot", () -> { }).then(() -> {
          chat("Гори с нами").promote(town.bot);
          coordinatorsSee("Бот снова в чате «Гори с нами»");
        }),
        Situation.of("the messenger hasn't said yet who names a chat's city", () -> {
          town.stage.playground.fault(Fault.of(Fault.Kind.SILENCE).forMethods("getChatMember")
              .inChat(chat("Кутаиси молчит").id()));
          giorgi("Кутаиси молчит").in(chat("Кутаиси молчит"))
              .pressesStale(lastSaid("Кутаиси молчит").id(), "bind:kutaisi");
          town.await("the question who that is",
              () -> town.count("select count(*) from membership_question where workspace_id = %s") == 1);
        }).then(() -> isSaid("Кутаиси молчит", "Осталось подтверждение координаторов")),
        Situation.of("the bot has only come to a chat", () -> {
          town.administrator(chat("Зугдиди новый"));
          chat("Зугдиди новый").promote(town.bot);
          town.await("the chat to be known", () -> stateOf("Зугдиди новый").equals("asked"));
        }).then(() -> {
          isSaid("Зугдиди новый", "В каком городе этот чат?");
          town.settles();
          giorgi("Зугдиди новый").in(chat("Зугдиди новый")).presses(lastSaid("Зугдиди новый").id(), "Зугдиди, Грузия");
          isSaid("Зугдиди новый", "Осталось подтверждение координаторов");
        }));
  }

  private Group chat(String title) {
    List<String> titles = List.of("Тбилиси спрошен", "Наши люди", "Кутаиси молчит", "Батуми ждёт", "Поти ждёт",
        "Рустави с нами", "Гори с нами", "Зугдиди новый");
    return town.stage.playground.supergroup(town.tbilisi.id() - 5_000_000 - titles.indexOf(title), title);
  }

  private Person giorgi(String title) {
    return town.administrator(chat(title));
  }

  private Message lastSaid(String title) {
    return town.said(chat(title)).getLast();
  }

  private void isSaid(String title, String words) {
    town.await("«" + words + "» in " + title, () -> town.said(chat(title)).stream()
        .anyMatch(message -> message.text().contains(words)));
  }

  private String stateOf(String title) {
    return town.value("select coalesce(max(state), '') from community where workspace_id = %s and chat = '"
        + chat(title).id() + "'");
  }

  private String presses(String title, String button) {
    town.await(button + " for " + title, () -> told(title, button) != null);
    return town.coordinator("Nino").in(town.coordinators).presses(told(title, button).id(), button).answer();
  }

  private Message told(String title, String button) {
    return town.said(town.coordinators).stream().filter(message -> message.text().contains(title)
        && message.button(button).isPresent()).reduce((earlier, later) -> later).orElse(null);
  }
}
