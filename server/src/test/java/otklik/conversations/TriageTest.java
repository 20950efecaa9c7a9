package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import playground.Button;
import playground.GroupHands;
import playground.Media;
import playground.Message;
import playground.Press;

/// People whom no code has brought in.
class TriageTest extends Conversation {
  private static final String TRIAGE = "UNKNOWN/TRIAGE";

  private Client stranger(String name, String company, String trouble) {
    return person(name).withoutCode(company, trouble);
  }

  private GroupHands operator(String name) {
    return desk.operator(name).in(desk.group).topic(triage().id);
  }

  private Room triage() {
    return desk.topic(TRIAGE);
  }

  private Message cardOf(String number) {
    desk.await("the card of " + number, () -> cards(number).findFirst().isPresent());
    return cards(number).findFirst().orElseThrow();
  }

  private Stream<Message> cards(String number) {
    return triage().fromBot().stream().filter(message -> message.text().startsWith("● Ticket: " + number));
  }

  private void cardShows(String number, String words) {
    desk.await("the card of " + number + " to show " + words, () -> cardOf(number).text().contains(words));
  }

  private static List<String> buttons(Message message) {
    return message.buttons().stream().flatMap(List::stream).map(Button::text).toList();
  }

  /// Opens the list of projects and chooses one.
  private String binds(String number, String project) {
    operator("Marek").presses(cardOf(number).id(), "Привязать к проекту");
    desk.await("the projects", () -> buttons(cardOf(number)).contains(project));
    return operator("Marek").presses(cardOf(number).id(), project).answer();
  }

  @Test
  void without_a_code_there_are_two_ways() {
    Client olena = person("Olena");
    olena.chat.starts();
    Message question = olena.sees("Привет!");
    assertThat(question.text()).isEqualTo(
        "Привет! Чтобы я направил запрос правильно, нужен код проекта. Если кода нет — нажмите „Нет кода“.");
    assertThat(buttons(question)).containsExactly("Ввести код", "Нет кода");

    olena.presses("Ввести код");
    olena.sees("Пришлите код сюда");
    desk.restart();
    olena.writes("ACME-1");
    olena.sees("Вы подключены к проекту «Portal»");
  }

  @Test
  void a_wrong_code_leads_to_the_same_two_ways() {
    Client olena = person("Olena");
    olena.starts("NO-SUCH");
    olena.sees("Такого кода я не нашёл");
    olena.sees("Если кода нет — нажмите „Нет кода“.");
    olena.writes("NO-SUCH-2");
    assertThat(buttons(olena.sees("Такого кода я не нашёл"))).containsExactly("Ввести код", "Нет кода");
    olena.presses("Нет кода");
    olena.sees("Из какой вы компании");
  }

  @Test
  void without_a_code_company_contact_and_trouble_make_a_ticket_in_the_triage_topic() {
    Client olena = person("Olena");
    olena.chat.starts();
    olena.sees("нужен код проекта");
    olena.presses("Нет кода");
    olena.sees("Из какой вы компании");
    desk.restart();
    olena.writes("Рога и копыта");
    olena.sees("Как с вами связаться");
    desk.restart();
    olena.writes("позвоните мне");
    olena.sees("Не похоже на почту или телефон");
    olena.writes("anna@example.com");
    olena.sees("обращение #0001 принято");

    Message card = cardOf("#0001");
    assertThat(card.text()).matches("""
        ● Ticket: #0001
        ● Пользователь: @olena \\(id: %d\\)
        ● Компания/проект \\(со слов\\): Рога и копыта
        ● Контакт: anna@example.com
        ● Время: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\(Europe/Madrid\\)
        ● Описание: позвоните мне
        ● Вложения: нет
        ● Статус: New
        ● Срок ответа: до .+""".formatted(olena.person.id()));
    assertThat(buttons(card)).containsExactly("Привязать к проекту", "Закрыть", "Заблокировать");
    desk.settles();
    assertThat(desk.value("""
        select category || ' ' || status || ' ' || coalesce(cast(project_id as varchar(20)), 'none') from tickets
        where workspace_id = %s
        """)).isEqualTo("TRIAGE new none");
  }

  @Test
  void whoever_has_not_told_their_trouble_is_seen_at_once_and_asked_for_it() {
    Client olena = person("Olena");
    olena.chat.starts();
    olena.sees("нужен код проекта");
    olena.writes("нет кода");
    olena.sees("Из какой вы компании");
    olena.writes("Рога и копыта");
    olena.sees("Как с вами связаться");
    olena.sends(Media.contact("+34600000000", "Olena"));
    olena.sees("обращение #0001 принято. Расскажите, что случилось");

    Message card = cardOf("#0001");
    assertThat(card.text()).contains("● Контакт: +34600000000", "● Описание: пока ничего, расскажет ниже");
    olena.sends(Media.photo("Вот такой экран"));
    triage().showsMessage("the marked photo", message -> message.type().equals("photo")
        && message.text().equals("#0001 Olena:\nВот такой экран"));
  }

  @Test
  void the_triage_topic_is_one_for_all_and_says_whose_words_these_are() {
    Client olena = stranger("Olena", "Acme", "У меня беда");
    Client timur = stranger("Timur", "Globex", "И у меня");
    Room room = triage();

    olena.writes("Алло");
    room.shows("#0001 Olena:\nАлло");
    timur.writes("Я тут");
    room.shows("#0002 Timur:\nЯ тут");
    olena.sends(Media.sticker("🙂"));
    room.shows("#0001 Olena:");
    room.showsMessage("the sticker", message -> message.type().equals("sticker"));
    assertThat(desk.topics()).hasSize(1);
  }

  @Test
  void two_strangers_at_once_get_one_triage_topic() {
    List<Client> all = Stream.of("Olena", "Timur", "Eve", "Pepe").map(this::person).toList();
    all.forEach(client -> {
      client.writes("Помогите, " + client.person.firstName());
      client.sees("нужен код проекта");
      client.presses("Нет кода");
      client.sees("Из какой вы компании");
      client.writes("Acme");
      client.sees("Как с вами связаться");
    });
    Faulty.together(all.stream().<Runnable>map(client -> () -> client.presses("Пропустить")).toList());
    all.forEach(client -> client.sees("принято"));
    for (int number = 1; number <= all.size(); number++) {
      cardOf("#000" + number);
    }
    desk.settles();
    assertThat(desk.topics()).hasSize(1);
  }

  @Test
  void operators_answer_by_replying_to_a_message_or_to_the_card() {
    Client olena = stranger("Olena", "Acme", "У меня беда");
    Client timur = stranger("Timur", "Globex", "И у меня");
    olena.writes("Алло");
    Message alo = triage().shows("Алло");

    operator("Marek").replies(alo.id(), "Сейчас посмотрю");
    assertThat(olena.sees("Сейчас посмотрю").text()).isEqualTo("Сейчас посмотрю");
    desk.restart();
    operator("Ina").replies(cardOf("#0002").id(), "А что именно?");
    timur.sees("А что именно?");
    operator("Marek").replies(alo.id(), "// между нами");
    operator("Boris").replies(alo.id(), "Я тоже могу");
    desk.settles();
    assertThat(olena.texts()).noneMatch(text -> text.contains("А что именно") || text.contains("между нами")
        || text.contains("тоже могу"));
    assertThat(timur.texts()).noneMatch(text -> text.contains("посмотрю"));
  }

  @Test
  void a_reply_to_a_card_that_is_shown_a_moment_before_the_bot_knows_it_reaches_the_person() {
    stranger("Timur", "Globex", "У меня беда");
    cardOf("#0001");
    Client olena = person("Olena");
    olena.writes("И у меня");
    olena.sees("нужен код проекта");
    olena.presses("Нет кода");
    olena.sees("Из какой вы компании");
    olena.writes("Acme");
    olena.sees("Как с вами связаться");
    desk.settles();
    desk.stage.playground.latency(Duration.ofSeconds(1));
    try {
      olena.pressed("Пропустить");
      operator("Marek").replies(cardOf("#0002").id(), "Сейчас посмотрю");
    } finally {
      desk.stage.playground.latency(Duration.ZERO);
    }
    olena.sees("Сейчас посмотрю");
    desk.settles();
    assertThat(triage().texts()).noneMatch(text -> text.contains("Кому это?"));
  }

  @Test
  void words_to_nobody_in_the_triage_topic_go_nowhere_and_the_operator_is_told() {
    Client olena = stranger("Olena", "Acme", "У меня беда");
    cardOf("#0001");
    int lost = operator("Marek").writes("Здравствуйте!");
    Message hint = triage().shows("Кому это?");
    assertThat(hint.replyTo()).isEqualTo(lost);
    desk.settles();
    assertThat(olena.texts()).noneMatch(text -> text.contains("Здравствуйте!"));
  }

  @Test
  void binding_moves_the_ticket_to_a_topic_of_its_own_with_its_whole_history() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    olena.writes("Алло");
    Message alo = triage().shows("Алло");
    operator("Marek").replies(alo.id(), "Сейчас посмотрю");
    Message answer = olena.sees("Сейчас посмотрю");
    olena.chat.replies(answer.id(), "Жду");
    triage().shows("Жду");

    assertThat(binds("#0001", "Acme / Portal")).isEqualTo("Привязано: Acme / Portal");
    olena.sees("теперь у команды проекта «Portal»");
    Room room = desk.topic("#0001 | Acme | Portal");
    assertThat(room.name()).isEqualTo("#0001 | Acme | Portal | Без кода");
    assertThat(room.card().text()).contains("● Клиент/проект: Acme / Portal", "● Описание: У меня беда",
        "● Компания/проект (со слов): Рога");
    Message again = room.shows("Жду");
    assertThat(room.texts()).containsExactly("Алло", "Marek:\nСейчас посмотрю", "Жду");
    Message retold = room.fromBot().stream().filter(message -> message.text().startsWith("Marek:")).findFirst()
        .orElseThrow();
    assertThat(again.replyTo()).isEqualTo(retold.id());
    cardShows("#0001", "→ Acme / Portal");
    assertThat(buttons(cardOf("#0001"))).isEmpty();

    olena.writes("Ну что там?");
    room.shows("Ну что там?");
    room.operator("Ina").writes("Готово");
    olena.sees("Готово");
    room.operator("Ina").replies(retold.id(), "И вот ещё");
    assertThat(olena.sees("И вот ещё").replyTo()).isEqualTo(answer.id());
    desk.settles();
    assertThat(triage().texts()).noneMatch(text -> text.contains("Ну что там?"));
    assertThat(desk.value("""
        select p.name || ' ' || b.tg_username || ' ' || t.category
        from tickets t join projects p on p.id = t.project_id join user_bindings b on b.project_id = p.id
        where t.workspace_id = %s and b.is_active
        """)).isEqualTo("Portal olena TRIAGE");
  }

  @Test
  void more_projects_than_fit_are_shown_in_pages() {
    GroupHands general = desk.operator("Marek").in(desk.group);
    for (int i = 10; i <= 20; i++) {
      general.writes("/newcode Initech / P" + i);
    }
    desk.settles();
    stranger("Olena", "Рога", "У меня беда");
    operator("Marek").presses(cardOf("#0001").id(), "Привязать к проекту");
    desk.await("the first page", () -> buttons(cardOf("#0001")).contains("Дальше →"));
    assertThat(buttons(cardOf("#0001"))).hasSize(12).contains("Acme / Portal", "Initech / P17", "Назад")
        .doesNotContain("Initech / P18", "Acme / Old");
    operator("Marek").presses(cardOf("#0001").id(), "Дальше →");
    desk.await("the second page", () -> buttons(cardOf("#0001")).contains("Initech / P20"));
    assertThat(buttons(cardOf("#0001"))).containsExactly("Initech / P18", "Initech / P19", "Initech / P20", "← Раньше",
        "Назад");
    operator("Marek").presses(cardOf("#0001").id(), "Назад");
    desk.await("the usual buttons", () -> buttons(cardOf("#0001")).contains("Заблокировать"));
    assertThat(binds("#0001", "Initech / P12")).isEqualTo("Привязано: Initech / P12");
    desk.topic("#0001 | Initech | P12");
  }

  @Test
  void an_album_as_the_trouble_stays_one() {
    Client olena = person("Olena");
    olena.chat.starts();
    olena.sees("нужен код проекта");
    olena.presses("Нет кода");
    olena.sees("Из какой вы компании");
    olena.writes("Рога");
    olena.sees("Как с вами связаться");
    olena.presses("Пропустить");
    olena.sees("обращение #0001 принято. Расскажите, что случилось");
    olena.chat.album(Media.photo("Вот так"), Media.photo(), Media.video());
    triage().showsMessage("the video", message -> message.type().equals("video"));
    List<Message> album = triage().fromBot().stream().filter(message -> message.albumId() != null).toList();
    assertThat(album).hasSize(3);
    assertThat(album.getFirst().text()).isEqualTo("#0001 Olena:\nВот так");
  }

  @Test
  void of_two_who_bind_at_once_one_decides() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    int card = cardOf("#0001").id();
    String ticket = desk.value("select id from tickets where workspace_id = %s");
    String portal = "bind-to:" + ticket + "/" + desk.value("select id from projects where workspace_id = %s and name = 'Portal'");
    String shop = "bind-to:" + ticket + "/" + desk.value("select id from projects where workspace_id = %s and name = 'Shop'");
    List<String> told = new java.util.concurrent.CopyOnWriteArrayList<>();
    Faulty.atOnce(() -> told.add(operator("Marek").pressesStale(card, portal).answer()),
        () -> told.add(operator("Ina").pressesStale(card, shop).answer()));

    assertThat(told).hasSize(2).filteredOn(text -> text.startsWith("Привязано")).hasSize(1);
    assertThat(told).contains("Обращение уже привязано к проекту");
    olena.sees("теперь у команды");
    desk.topic("#0001").card();
    desk.settles();
    assertThat(desk.topics()).hasSize(2);
  }

  @Test
  void a_code_moves_the_open_ticket_by_itself() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    cardOf("#0001");
    olena.writes("«асме-1»");
    olena.writes("acmе-1");
    olena.sees("Вы подключены к проекту «Portal» (Acme)");
    olena.sees("Обращение #0001 уже открыто");
    Room room = desk.topic("#0001 | Acme | Portal");
    assertThat(room.card().text()).contains("● Описание: У меня беда");
    cardShows("#0001", "→ Acme / Portal");
    olena.writes("Спасибо");
    room.shows("Спасибо");
  }

  @Test
  void a_code_that_comes_while_the_card_is_on_its_way_changes_that_card_too() {
    desk.stage.playground.latency(Duration.ofSeconds(1));
    try {
      Client olena = stranger("Olena", "Рога", "У меня беда");
      cardOf("#0001");
      olena.writes("acme-1");
      olena.sees("Вы подключены к проекту «Portal» (Acme)");
    } finally {
      desk.stage.playground.latency(Duration.ZERO);
    }
    cardShows("#0001", "→ Acme / Portal");
    assertThat(buttons(cardOf("#0001"))).isEmpty();
  }

  @Test
  void closing_says_the_usual_words_and_leaves_the_topic_to_the_others() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    Client timur = stranger("Timur", "Копыта", "И у меня");
    cardOf("#0002");
    operator("Marek").presses(cardOf("#0001").id(), "Закрыть");
    olena.sees("Кажется, решили");
    olena.sees("Оцените");
    cardShows("#0001", "● Статус: Closed");
    assertThat(buttons(cardOf("#0001"))).isEmpty();
    olena.presses("👍");
    triage().shows("#0001 Olena: Оценка клиента: 👍");
    desk.settles();
    assertThat(triage().view().closed()).isFalse();
    timur.writes("А я ещё тут");
    triage().shows("#0002 Timur:\nА я ещё тут");
    olena.writes("Опять я");
    olena.sees("Вернуться к нему или открыть новое?");
    olena.presses("Открыть новый тикет");
    olena.sees("нужен код проекта");
  }

  @Test
  void after_closing_a_code_is_tried_and_nothing_is_asked() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    operator("Marek").presses(cardOf("#0001").id(), "Закрыть");
    olena.sees("Оцените");
    olena.writes("ACME-1");
    olena.sees("Вы подключены к проекту «Portal»");
    olena.sees("Выберите, что случилось");
  }

  @Test
  void an_old_ticket_of_whoever_has_a_project_by_now_goes_on_there() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    operator("Marek").presses(cardOf("#0001").id(), "Закрыть");
    olena.sees("Оцените");
    olena.starts("ACME-1");
    olena.sees("Выберите, что случилось");
    olena.writes("/cancel");
    olena.sees("отмен");
    olena.writes("Так и не работает");
    olena.presses("Открыть старый заново");
    olena.sees("обращение #0001 снова открыто");
    Room room = desk.topic("#0001 | Acme | Portal");
    assertThat(room.card().text()).contains("● Описание: У меня беда");
    room.shows("Так и не работает");
  }

  @Test
  void commands_mean_the_ticket_to_whose_message_or_card_they_reply() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    stranger("Timur", "Копыта", "И у меня");
    int other = cardOf("#0002").id();
    int card = cardOf("#0001").id();
    olena.writes("Алло");
    int alo = triage().shows("Алло").id();
    operator("Marek").writes("/close");
    triage().shows("В общей теме отправьте её реплаем");

    replies(alo, "/take", "Обращение ваше");
    cardShows("#0001", "● Статус: In progress (@marek)");
    replies(card, "/priority urgent", "Приоритет");
    assertThat(replies(card, "/history", "открыто, без кода").text()).contains("взято в работу · @marek");
    replies(card, "/transfer portal", "Привязано: Acme / Portal");
    olena.sees("теперь у команды проекта «Portal»");
    desk.topic("#0001 | Acme | Portal").cardShows("● Статус: In progress (@marek)");

    replies(other, "/close", "Обращение закрыто");
    cardShows("#0002", "● Статус: Closed");
    replies(other, "/transfer portal", "Обращение уже закрыто");
    replies(other, "/reopen", "Обращение снова открыто");
    cardShows("#0002", "● Статус: New");
    operator("Marek").presses(other, "Заблокировать");
    replies(other, "/reopen", "Человек заблокирован");
  }

  private Message replies(int to, String command, String answer) {
    int given = operator("Marek").replies(to, command);
    Message shown = triage().showsMessage(answer + " to " + command,
        message -> message.replyTo() == given);
    assertThat(shown.text()).contains(answer);
    return shown;
  }

  @Test
  void the_blocked_are_told_once_and_heard_no_more_until_they_are_unblocked() {
    Client eve = stranger("Eve", "Рога", "Купите слона");
    operator("Marek").presses(cardOf("#0001").id(), "Заблокировать");
    eve.sees("мы больше не можем отвечать вам здесь");
    cardShows("#0001", "Заблокирован");
    assertThat(buttons(cardOf("#0001"))).containsExactly("Разблокировать");
    desk.restart();
    eve.writes("Купите двух");
    eve.starts("ACME-1");
    eve.writes("/help");
    eve.seesNothingNew();
    assertThat(desk.count("""
        select count(*) from blocked_person where workspace_id = %s and blocked_by is not null and created_at > 0
        """)).isEqualTo(1);

    operator("Ina").presses(cardOf("#0001").id(), "Разблокировать");
    cardShows("#0001", "● Статус: Closed");
    eve.writes("Простите");
    eve.presses("Открыть новый тикет");
    eve.sees("нужен код проекта");
  }

  @Test
  void a_press_of_somebody_who_is_blocked_ends_without_a_word_and_does_nothing() {
    Client eve = stranger("Eve", "Рога", "Купите слона");
    eve.writes("/language");
    Message question = eve.seesMessage("the languages", message -> message.button("English").isPresent());
    operator("Marek").presses(cardOf("#0001").id(), "Заблокировать");
    eve.sees("мы больше не можем отвечать вам здесь");

    Press press = eve.chat.presses(question.id(), "English");
    assertThat(press.answer()).isEmpty();
    assertThat(press.alert()).isFalse();
    eve.seesNothingNew();
    assertThat(eve.chat.message(question.id()).orElseThrow().button("English")).isPresent();
    operator("Marek").presses(cardOf("#0001").id(), "Разблокировать");
    cardShows("#0001", "● Статус: Closed");
    eve.writes("Простите");
    eve.sees("Вернуться к нему или открыть новое?");
  }

  @Test
  void an_admin_unblocks_by_id() {
    Client eve = stranger("Eve", "Рога", "Купите слона");
    operator("Marek").presses(cardOf("#0001").id(), "Заблокировать");
    eve.sees("мы больше не можем");
    GroupHands general = desk.operator("Marek").in(desk.group);
    general.writes("/unblock 77");
    desk.await("the usage", () -> generalShows("Кого разблокировать?"));
    general.writes("/unblock " + eve.person.id());
    desk.await("the answer", () -> generalShows("@eve: разблокирован"));
    eve.writes("Простите");
    eve.presses("Открыть новый тикет");
    eve.sees("нужен код проекта");
  }

  private boolean generalShows(String words) {
    return desk.group.messages(0).stream().anyMatch(message -> message.text().contains(words));
  }

  @Test
  void a_closed_ticket_whose_triage_topic_was_deleted_comes_to_the_new_one_when_it_is_opened_again() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    Client timur = stranger("Timur", "Копыта", "И у меня");
    cardOf("#0002");
    operator("Marek").presses(cardOf("#0001").id(), "Закрыть");
    olena.sees("Оцените");
    desk.settles();
    int lost = triage().id;
    operator("Marek").deletesTopic();
    timur.writes("Есть кто?");
    desk.await("a new topic", () -> desk.topics().stream()
        .anyMatch(topic -> !topic.deleted() && topic.name().equals(TRIAGE) && topic.id() != lost));
    triage().shows("#0002 Timur:\nЕсть кто?");
    olena.writes("Опять я");
    olena.sees("Вернуться к нему или открыть новое?");
    olena.presses("Открыть старый заново");
    olena.sees("обращение #0001 снова открыто");
    cardOf("#0001");
    triage().shows("#0001 Olena:\nОпять я");
  }

  @Test
  void a_deleted_triage_topic_is_made_again_with_everybody_who_waits() {
    Client olena = stranger("Olena", "Рога", "У меня беда");
    Client timur = stranger("Timur", "Копыта", "И у меня");
    cardOf("#0002");
    desk.settles();
    int lost = triage().id;
    operator("Marek").deletesTopic();
    olena.writes("Есть кто?");
    desk.await("a new topic", () -> desk.topics().stream()
        .anyMatch(topic -> !topic.deleted() && topic.name().equals(TRIAGE) && topic.id() != lost));
    cardOf("#0001");
    cardOf("#0002");
    triage().shows("#0001 Olena:\nЕсть кто?");
    desk.settles();
    operator("Marek").replies(cardOf("#0002").id(), "Вы с нами?");
    timur.sees("Вы с нами?");
    desk.settles();
    assertThat(desk.topics()).hasSize(2);
  }

  @Test
  void an_outsiders_press_and_forged_buttons_do_nothing() {
    stranger("Olena", "Рога", "У меня беда");
    int card = cardOf("#0001").id();
    String ticket = desk.value("select id from tickets where workspace_id = %s");
    String project = desk.value("select id from projects where workspace_id = %s and name = 'Portal'");
    for (String press : List.of("bind:" + ticket + "/0", "bind-to:" + ticket + "/" + project, "block:" + ticket,
        "unblock:" + ticket)) {
      assertThat(operator("Boris").pressesStale(card, press).answer()).contains("только операторы");
    }
    String foreign = desk.stage.value("select id from project where workspace_id <> (select id from workspace where name = '"
        + desk.workspace() + "') limit 1");
    String old = desk.value("select id from projects where workspace_id = %s and name = 'Old'");
    for (String press : List.of("bind-to:" + ticket + "/1", "bind-to:" + ticket + "/" + foreign,
        "bind-to:" + ticket + "/" + old, "bind-to:" + ticket, "bind:" + ticket + "/-1", "bind:" + ticket + "/999",
        "bind:7/0", "block:abc", "block:", "bind-back:99999999999999999999", "no-code", "forget", "switch:" + project)) {
      assertThat(operator("Marek").pressesStale(card, press).answer()).as(press).isEqualTo("Кнопка устарела");
    }
    assertThat(operator("Marek").pressesStale(card, "unblock:" + ticket).answer()).contains("и так не заблокирован");
    assertThat(operator("Marek").pressesStale(card, "take:" + ticket).answer()).isEqualTo("Обращение ваше");
    desk.settles();
    assertThat(desk.topics()).hasSize(1);
  }

  @Test
  void an_answer_that_is_put_right_after_its_ticket_has_moved_reaches_nobody_and_says_so() {
    Client olena = stranger("Olena", "Acme", "У меня беда");
    int answer = operator("Marek").replies(cardOf("#0001").id(), "Мы на связи до шсти");
    olena.sees("Мы на связи до шсти");
    binds("#0001", "Acme / Portal");
    olena.sees("теперь у команды проекта «Portal»");
    desk.settles();
    operator("Marek").edits(answer, "Мы на связи до шести");
    triage().shows("Эта правка клиенту не ушла: обращение уже в другой теме");
  }
}
