package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.Media;
import playground.Message;

/// What operators order in the group.
@AlsoOnPostgres
class CommandsTest extends Conversation {
  private Client olena;
  private Room room;

  private void ticket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
    room = desk.topic("#0001");
    room.card();
    room.shows("● Ticket: #0001");
  }

  /// Gives a command in the topic; the answer is a reply to it.
  private Message orders(String name, String command, String answer) {
    int given = room.operator(name).writes(command);
    Message shown = room.shows(answer);
    assertThat(shown.replyTo()).isEqualTo(given);
    return shown;
  }

  private Message ordersInGeneral(String name, String command, String answer) {
    int given = desk.operator(name).in(desk.group).writes(command);
    desk.await("«" + answer + "» in General", () -> inGeneral(given, answer) != null);
    return inGeneral(given, answer);
  }

  private Message inGeneral(int given, String answer) {
    return desk.group.messages(0).stream().filter(message -> message.replyTo() == given
        && message.text().contains(answer)).findFirst().orElse(null);
  }

  @Test
  void take_close_and_reopen_do_what_the_buttons_do() {
    ticket();
    orders("Marek", "/take", "Обращение ваше");
    room.cardShows("In progress (@marek)");
    orders("Ina", "/take", "Уже взял(а) Marek");
    orders("Ina", "/reopen", "Обращение уже открыто");
    orders("Ina", "/close", "Обращение закрыто");
    olena.sees("Кажется, решили");
    orders("Marek", "/close", "Обращение уже закрыто");
    orders("Marek", "/reopen", "Обращение снова открыто");
    olena.sees("Мы снова открыли ваше обращение #0001");
    room.cardShows("In progress (@marek)");
    desk.await("the topic to be open", () -> !room.view().closed());
    assertThat(olena.texts()).noneMatch(text -> text.startsWith("/"));
  }

  @Test
  void commands_for_another_bot_are_not_heard_and_those_for_this_one_are() {
    ticket();
    room.operator("Marek").writes("/take@other_bot");
    orders("Ina", "/take@" + desk.bot.username().toUpperCase(Locale.ROOT), "Обращение ваше");
    room.cardShows("In progress (@ina)");
    desk.settles();
    assertThat(desk.count("select count(*) from messages where workspace_id = %s and text like '/take@other%%'"))
        .isZero();
    assertThat(olena.texts()).noneMatch(text -> text.contains("take"));
  }

  @Test
  void outsiders_give_no_commands() {
    ticket();
    room.operator("Boris").writes("/close");
    room.operator("Boris").writes("/find Olena");
    room.operator("Marek").hands().anonymously().writes("/close");
    desk.settles();
    room.cardShows("● Статус: New");
    assertThat(room.texts()).singleElement().asString().startsWith("Это написано от имени группы");
  }

  @Test
  void outside_of_a_topic_a_command_about_a_ticket_says_so() {
    for (String command : List.of("/take", "/close", "/reopen", "/assign", "/priority urgent", "/transfer Shop",
        "/history", "/m hello", "/later 9:00 Привет", "/note для своих")) {
      ordersInGeneral("Marek", command, "Эта команда работает в теме обращения");
    }
  }

  @Test
  void assign_names_an_operator_and_who_had_the_ticket_is_told_by_mention() {
    ticket();
    orders("Marek", "/assign", "Теперь обращение у @marek");
    room.cardShows("In progress (@marek)");
    orders("Marek", "/assign @ina", "Такого оператора нет. Операторы: @marek, 5002");
    orders("Marek", "/assign 5002", "Теперь обращение у 5002");
    room.cardShows("In progress (5002)");
    orders("Ina", "/assign 5002", "Обращение уже у Ina");
    assertThat(orders("Ina", "/assign @MAREK", "Теперь обращение у @marek").text()).doesNotContain("не за вами");
    assertThat(orders("Ina", "/assign self", "Теперь обращение у @ina").text())
        .isEqualTo("Теперь обращение у @ina. @marek, оно больше не за вами.");
    orders("Ina", "/assign @boris", "Такого оператора нет. Операторы: @marek, @ina");
    room.cardShows("In progress (@ina)");
    orders("Marek", "/close", "Обращение закрыто");
    orders("Marek", "/assign", "Обращение уже закрыто");
  }

  @Test
  void assign_as_a_reply_means_whoever_wrote_that() {
    ticket();
    int answer = room.operator("Ina").writes("Смотрю");
    olena.sees("Смотрю");
    room.operator("Marek").replies(answer, "/assign");
    room.shows("Теперь обращение у @ina");
    room.cardShows("In progress (@ina)");
    olena.writes("Спасибо");
    room.operator("Marek").replies(room.shows("Спасибо").id(), "/assign");
    room.shows("Такого оператора нет");
    room.cardShows("In progress (@ina)");
  }

  @Test
  void the_priority_is_changed_on_the_card_and_in_the_tables() {
    ticket();
    orders("Marek", "/priority срочно", "Приоритет: urgent");
    room.cardShows("● Приоритет: urgent");
    orders("Marek", "/priority NORMAL", "Приоритет: normal");
    room.cardShows("● Приоритет: normal");
    orders("Marek", "/priority", "/priority urgent");
    orders("Marek", "/priority высочайший", "/priority urgent");
    orders("Marek", "/priority urgent", "Приоритет: urgent");
    desk.settles();
    assertThat(desk.value("select priority from tickets where workspace_id = %s")).isEqualTo("urgent");
    assertThat(desk.count("select count(*) from timeline where workspace_id = %s and event = 'prioritised'"))
        .isEqualTo(3);
  }

  @Test
  void a_ticket_moves_to_another_project_with_its_card_and_its_topic() {
    ticket();
    assertThat(orders("Marek", "/transfer", "В какой проект?").text()).endsWith("\nAcme / Portal\nGlobex / Shop");
    orders("Marek", "/transfer o", "Подходят несколько проектов");
    orders("Marek", "/transfer old", "В какой проект?");
    orders("Marek", "/transfer PORTAL", "уже в проекте Acme / Portal");
    orders("Marek", "/transfer sho", "Обращение теперь в проекте Globex / Shop");
    room.cardShows("● Клиент/проект: Globex / Shop");
    desk.await("the topic to be renamed", () -> room.name().equals("#0001 | Globex | Shop | Доступы и роли"));
    desk.settles();
    assertThat(desk.value("""
        select p.name from tickets t join projects p on p.id = t.project_id where t.workspace_id = %s
        """)).isEqualTo("Shop");
    olena.writes("Я тут же");
    room.shows("Я тут же");
  }

  @Test
  void the_history_tells_what_happened_who_did_it_and_when() {
    ticket();
    room.operator("Marek").presses("Взять в работу");
    room.operator("Ina").writes("Я помогу");
    olena.sees("Я помогу");
    room.operator("Ina").writes("И ещё");
    olena.sees("И ещё");
    room.operator("Ina").writes("И вот");
    olena.sees("И вот");
    orders("Ina", "/priority urgent", "urgent");
    orders("Ina", "/close", "Обращение закрыто");
    String story = orders("Marek", "/history", " · ").text();
    assertThat(story.lines()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d · .*"));
    assertThat(story.lines().map(line -> line.substring("2026-11-25 09:00 · ".length()))).containsExactly(
        "открыто, категория D · @olena", "создана тема", "взято в работу · @marek", "первый ответ · @ina",
        "ответил(а) коллега · @ina", "приоритет: urgent · @ina", "закрыто · @ina");
  }

  @Test
  void a_long_history_is_split_between_lines() {
    ticket();
    for (int i = 0; i < 60; i++) {
      orders("Marek", i % 2 == 0 ? "/transfer shop" : "/transfer portal", "Обращение теперь в проекте");
    }
    orders("Marek", "/history", "открыто");
    desk.settles();
    List<String> parts = room.texts().stream().filter(text -> text.contains(" · ")).toList();
    assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length() <= 4096);
    assertThat(String.join("\n", parts).lines()).hasSize(62);
  }

  @Test
  void tickets_are_found_by_number_name_and_words_whatever_their_case() {
    ticket();
    olena.writes("Пропал ОТЧЁТ по складу");
    room.shows("ОТЧЁТ");
    orders("Marek", "/close", "Обращение закрыто");
    Client timur = desk.person("Тимур", "timur_77", "ru").bound("ACME-1").opensTicket("Другое", "Не грузится 100%");
    desk.topic("#0002").card();
    desk.settles();

    for (String words : List.of("отчет", "Olena отчёт", "OLENA", "@olena", "доступ", "#0001", "склад доступ")) {
      Message found = ordersInGeneral("Ina", "/find " + words, "#0001 · закрыто · Olena @olena · ");
      assertThat(found.text()).doesNotContain("#0002");
      assertThat(found.entities().valueStream().filter(entity -> entity.has("url"))
          .map(entity -> entity.path("url").asString()))
          .containsExactly("https://t.me/c/" + Long.toString(desk.group.id()).substring(4) + "/" + room.id);
    }
    for (String words : List.of("тимур", "ТИМУР", "timur_77", "100%", "2", "грузится")) {
      assertThat(ordersInGeneral("Ina", "/find " + words, "#0002 · новое · Тимур").text()).doesNotContain("#0001");
    }
    ordersInGeneral("Ina", "/find ничегошеньки", "Ничего не нашлось");
    ordersInGeneral("Ina", "/find 100_", "Ничего не нашлось");
    ordersInGeneral("Ina", "/find", "Напишите, что искать");
    orders("Marek", "/find ничегошеньки", "Ничего не нашлось");
    orders("Marek", "/find ничегошеньки", "Ничего не нашлось");
    assertThat(timur.texts()).noneMatch(text -> text.contains("find"));
  }

  @Test
  void at_most_ten_tickets_are_shown_the_newest_first() {
    olena = person("Olena").bound("ACME-1");
    for (int i = 1; i <= 11; i++) {
      Client client = person("Person" + i).bound("ACME-1").opensTicket("Другое", "Похожая беда");
      desk.topic("#%04d".formatted(i)).card();
      assertThat(client.texts()).isNotEmpty();
    }
    String found = ordersInGeneral("Marek", "/find похожая", "#0011 · ").text();
    assertThat(found.lines()).hasSize(11);
    assertThat(found).contains("#0002 · ", "Показаны последние 10").doesNotContain("#0001 · ");
  }

  @Test
  void a_ready_answer_goes_to_the_person_and_the_colleagues_see_it() {
    ticket();
    assertThat(orders("Marek", "/m", "Готовые ответы:").text())
        .contains("/m hello — Добрый день! Уже смотрим.", "/m Пока — Всего доброго!");
    orders("Marek", "/m нет-такого", "Такого ответа нет");
    desk.settles();
    assertThat(desk.value("select first_response_at from tickets where workspace_id = %s")).isEqualTo("null");

    int command = room.operator("Marek").writes("/m HELLO");
    assertThat(room.shows("Отправлено клиенту:\n\nДобрый день! Уже смотрим.").replyTo()).isEqualTo(command);
    Message answer = olena.sees("Добрый день! Уже смотрим.");
    assertThat(answer.text()).isEqualTo("Добрый день! Уже смотрим.");
    orders("Marek", "/m пока", "Всего доброго!");
    olena.sees("Всего доброго!");
    for (String changed : List.of("/m пока", "m hello", "Добрый вечер")) {
      room.operator("Marek").hands().edits(command, changed);
      assertThat(room.shows("Эта правка клиенту не ушла").replyTo()).isEqualTo(command);
    }
    desk.settles();
    assertThat(olena.chat.message(answer.id()).orElseThrow().text()).isEqualTo("Добрый день! Уже смотрим.");
    olena.chat.replies(answer.id(), "Жду");
    assertThat(room.shows("Жду").replyTo()).isEqualTo(command);
    desk.settles();
    assertThat(desk.value("select first_response_at from tickets where workspace_id = %s")).isNotEqualTo("null");
    assertThat(desk.value("""
        select count(*) from messages where workspace_id = %s and direction = 'out' and author_tg_user_id = 5001
          and text in ('Добрый день! Уже смотрим.', 'Всего доброго!')
        """)).isEqualTo("2");
  }

  @Test
  void help_has_a_row_for_each_command() {
    ticket();
    String help = orders("Marek", "/help", "/take — ").text();
    assertThat(help.lines().map(line -> line.split(" ")[0])).contains("/assign", "/close", "/find", "/help", "/history",
        "/later", "/m", "/note", "/priority", "/reopen", "/take", "/transfer");
    ordersInGeneral("Ina", "/help", "/take — ");
    orders("Ina", "/nonsense", "Такой команды нет: /nonsense");
    assertThat(olena.texts()).noneMatch(text -> text.contains("/take"));
  }

  @Test
  void notes_stay_between_operators() {
    ticket();
    room.operator("Marek").writes("//тайна один");
    room.operator("Marek").writes("/note тайна два");
    room.operator("Marek").sends(Media.photo("//тайный снимок"));
    room.operator("Marek").sends(Media.photo("/note и этот"));
    room.operator("Marek").album(Media.photo("//тайный альбом"), Media.photo(), Media.photo());
    desk.settles();
    assertThat(room.texts()).isEmpty();
    assertThat(desk.count("select count(*) from messages where workspace_id = %s and direction = 'note'")).isEqualTo(7);
    olena.seesNothingNew();
  }
}
