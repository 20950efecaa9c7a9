package otklik.conversations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import otklik.conversations.Walk.Who;
import otklik.conversations.Walk.Written;
import playground.Button;
import playground.Message;
import playground.TopicView;

/// What must be true when things are quiet, whatever happened before. Compares what stands in the chats with what
/// stands in the tables.
final class Truth {
  /// The messenger failed so often that nobody may go on: then operators know and decide.
  private static final Set<String> GIVEN_UP = Set.of("UNCONFIRMED", "KEEPS_FAILING");

  private final Desk desk;
  private final Walk walk;
  /// A ticket's row, or a message's.
  private Map<String, Map<String, String>> tickets = Map.of();
  private Map<String, Map<String, String>> messages = Map.of();
  private Map<Integer, List<Message>> topics = Map.of();
  private Map<Client, List<Message>> heard = Map.of();
  private final List<String> echoes = new ArrayList<>();

  Truth(Desk desk, Walk walk) {
    this.desk = desk;
    this.walk = walk;
  }

  void holds() {
    look();
    nobodyHasTwoOpenTickets();
    everyMessageIsKeptOnce();
    everyWordOfAPersonIsInItsTopicInOrder();
    everyAnswerReachedItsPersonOrIsMarked();
    nothingElseReachedAPerson();
    theFirstResponseIsTheFirstAnswer();
    cardsShowTheTrueState();
    assertThat(echoes).as("copies made twice").hasSizeLessThanOrEqualTo(walk.silenced());
  }

  private void look() {
    echoes.clear();
    tickets = byKey(desk.rows("select * from ticket where workspace_id = %s"), row -> row.get("id"));
    messages = byKey(desk.rows("select * from message where workspace_id = %s"),
        row -> row.get("chat") + "/" + row.get("external_id"));
    heard = walk.people().stream().collect(toMap(Function.identity(), Client::fromBot));
    topics = new HashMap<>();
    desk.topics().stream().filter(topic -> !topic.deleted()).map(TopicView::id)
        .forEach(topic -> topics.put(topic, desk.group.messages(topic).stream()
            .filter(message -> !message.service() && message.from() == desk.bot.id() && !tellsOfOthers(message)).toList()));
  }

  /// A line of the desk's own that says what somebody has said elsewhere, or before: no copy of it.
  private static boolean tellsOfOthers(Message message) {
    return message.text().contains("Клиент изменил прежнее сообщение.")
        || message.text().contains("Клиенту ответили из закрытого обращения");
  }

  private static Map<String, Map<String, String>> byKey(List<Map<String, String>> rows,
      Function<Map<String, String>, String> key) {
    return rows.stream().collect(toMap(key, Function.identity()));
  }

  private void nobodyHasTwoOpenTickets() {
    Map<String, List<Map<String, String>>> open = tickets.values().stream()
        .filter(ticket -> !ticket.get("state").equals("closed")).collect(groupingBy(ticket -> ticket.get("person_id")));
    assertThat(open.values()).allSatisfy(each -> assertThat(each).hasSize(1));
  }

  private void everyMessageIsKeptOnce() {
    for (Written text : walk.written(Who.PERSON)) {
      if (walk.mayBeDropped(text)) {
        continue;
      }
      assertThat(messages).as("the message of %s", text).containsKey(text.by().id() + "/" + text.id());
    }
  }

  private void everyWordOfAPersonIsInItsTopicInOrder() {
    Map<String, Integer> last = new HashMap<>();
    List<Written> inOrder = walk.written(Who.PERSON).stream()
        .filter(text -> row(text) != null && row(text).containsKey("ticket_id"))
        .sorted(Comparator.comparing(text -> Long.parseLong(row(text).get("id")))).toList();
    // What the card says, or is told of a lost topic, stands before everything else, whatever came with it.
    for (Written text : inOrder) {
      Map<String, String> row = row(text);
      Map<String, String> ticket = tickets.get(row.get("ticket_id"));
      assertThat(ticket.get("person_id")).as("whose ticket has %s", text).isEqualTo(personOf(text));
      if (!isThere(ticket) || wentWithItsTopic(row)) {
        continue;
      }
      int room = Integer.parseInt(ticket.get("room_topic"));
      String card = ticket.get("card_id");
      List<Message> shown = withWord(text.word(), card, sharedTopics(room));
      if (shown.isEmpty() && GIVEN_UP.contains(row.getOrDefault("failure", ""))) {
        assertThat(isOfferedAgain(row.get("id"))).as("operators are told of %s (%s)", text, row).isTrue();
        continue;
      }
      assertThat(shown).as("%s (%s) in the topic of its ticket %s", text, row, ticket).isNotEmpty();
      assertThat(shown.stream().map(Message::threadId).collect(Collectors.toSet()))
          .as("topics with %s (%s) of the ticket %s", text, row, ticket).containsExactly(room);
      int first = shown.getFirst().id();
      if (repeats(shown.getFirst(), card)) {
        // Each repeats in its own words: only the same ones twice are an echo.
        noteEchoes(text, row, shown.stream().filter(each -> each.text().equals(shown.getFirst().text())).toList());
        continue;
      }
      noteEchoes(text, row, shown);
      assertThat(first).as("%s after what was written before it, in%n%s", text, String.join("\n", topics.get(room).stream()
          .map(message -> message.id() + " " + message.text()).toList()))
          .isGreaterThanOrEqualTo(last.getOrDefault(ticket.get("id"), 0));
      last.put(ticket.get("id"), first);
    }
  }

  private void everyAnswerReachedItsPersonOrIsMarked() {
    for (Written text : walk.written(Who.OPERATOR)) {
      Map<String, String> row = answer(text);
      List<Client> readers = readersOf(text.word());
      if (row == null) {
        // Written where there is no ticket.
        assertThat(readers).as("readers of %s, which was meant for nobody", text).isEmpty();
        continue;
      }
      assertThat(row.get("direction")).as("%s", text).isEqualTo("out");
      if (row.containsKey("failure")) {
        continue;
      }
      Map<String, String> ticket = tickets.get(row.get("ticket_id"));
      assertThat(readers.stream().map(client -> Long.toString(client.person.id())).toList()).as("readers of %s, %s", text, row)
          .containsExactly(ticket.get("chat"));
      noteEchoes(text, row, in(readers.getFirst(), text.word()));
    }
  }

  private void nothingElseReachedAPerson() {
    for (Who who : List.of(Who.NOTE, Who.OUTSIDER)) {
      for (Written text : walk.written(who)) {
        assertThat(readersOf(text.word())).as("readers of %s", text).isEmpty();
      }
    }
    for (Written text : walk.written(Who.PERSON)) {
      assertThat(readersOf(text.word())).as("other people who read %s", text).isEmpty();
    }
  }

  private void theFirstResponseIsTheFirstAnswer() {
    Map<String, List<Map<String, String>>> answers = messages.values().stream()
        .filter(row -> row.get("direction").equals("out")).collect(groupingBy(row -> row.get("ticket_id")));
    for (Map<String, String> ticket : tickets.values()) {
      long first = answers.getOrDefault(ticket.get("id"), List.of()).stream()
          .mapToLong(row -> Long.parseLong(row.get("created_at"))).min().orElse(0);
      long noted = Long.parseLong(ticket.getOrDefault("first_response_at", "0"));
      assertThat(noted).as("first response of %s", ticket).isBetween(first, first + 1_000_000);
    }
  }

  private void cardsShowTheTrueState() {
    for (Map<String, String> ticket : tickets.values()) {
      if (!isThere(ticket) || ticket.containsKey("room_mark")) {
        continue;
      }
      Message card = topics.get(Integer.parseInt(ticket.get("room_topic"))).stream()
          .filter(message -> Integer.toString(message.id()).equals(ticket.get("card_id"))).findFirst().orElse(null);
      if (card == null && isOfferedAgain(ticket.get("card_delivery"))) {
        continue; // Given up, and operators are told.
      }
      assertThat(card).as("the card of %s", ticket).isNotNull();
      Set<String> buttons = card.buttons().stream().flatMap(List::stream).map(Button::text).collect(Collectors.toSet());
      switch (ticket.get("state")) {
        case "new" -> {
          assertThat(card.text()).as("the card of %s", ticket).contains("Статус: New");
          assertThat(buttons).contains("Взять в работу", "Закрыть");
        }
        case "in_progress" -> {
          assertThat(card.text()).as("the card of %s", ticket).contains("Статус: In progress");
          assertThat(buttons).contains("Закрыть").doesNotContain("Взять в работу");
        }
        default -> {
          assertThat(card.text()).as("the card of %s", ticket).contains("Статус: Closed");
          assertThat(buttons).doesNotContain("Взять в работу", "Закрыть");
        }
      }
    }
  }

  /// The row of an answer; one that was told again in another topic stands for the copy there.
  private Map<String, String> answer(Written text) {
    return messages.values().stream()
        .filter(row -> row.get("direction").equals("out"))
        .filter(row -> (desk.group.id() + "/" + text.id()).equals(row.get("chat") + "/" + row.get("external_id"))
            || row.getOrDefault("text", "").contains(text.word()))
        .findFirst().orElse(null);
  }

  /// Topics that several people's tickets share stand beside a ticket's own: what moved from there is there, too.
  private Set<Integer> sharedTopics(int room) {
    return desk.topics().stream().filter(topic -> topic.name().equals("UNKNOWN/TRIAGE")).map(TopicView::id)
        .filter(topic -> topic != room).collect(Collectors.toSet());
  }

  private void noteEchoes(Written text, Map<String, String> row, List<Message> shown) {
    shown.stream().skip(1).forEach(more -> echoes.add(text + " of " + row + " as "
        + shown.stream().map(message -> message.threadId() + ":" + message.id() + " " + message.text()).toList()));
  }

  private Map<String, String> row(Written text) {
    return messages.get(text.by().id() + "/" + text.id());
  }

  private String personOf(Written text) {
    return desk.value("select id from person where workspace_id = %s and external_id = '" + text.by().id() + "'");
  }

  /// Whether the topic that the ticket believes in stands: one deleted since is found missing when somebody speaks.
  private boolean isThere(Map<String, String> ticket) {
    return ticket.containsKey("room_topic") && topics.containsKey(Integer.parseInt(ticket.get("room_topic")));
  }

  /// Whether it arrived in a topic that was deleted since: only the last of such messages are shown again.
  private boolean wentWithItsTopic(Map<String, String> row) {
    return row.containsKey("copy_id")
        && desk.group.message(Integer.parseInt(row.get("copy_id"))).map(Message::deleted).orElse(false);
  }

  /// The card, what tells in a new topic what was said in the lost one, and corrections of what stood there; in a topic for
  /// many the ticket's mark stands on the line before.
  private static boolean repeats(Message message, String card) {
    return Integer.toString(message.id()).equals(card) || message.text().startsWith("Прежняя тема удалена")
        || message.text().lines().limit(2).anyMatch(line -> line.startsWith("Исправлено:"));
  }

  /// What repeats the words of what is shown besides counts where it says them alone.
  ///
  /// @param left topics where the words may stand, too, since their ticket was there before
  private List<Message> withWord(String word, String card, Set<Integer> left) {
    List<Message> found = topics.entrySet().stream().filter(topic -> !left.contains(topic.getKey()))
        .flatMap(topic -> topic.getValue().stream())
        .filter(message -> message.text().contains(word) && !offersAgain(message))
        .sorted(Comparator.comparing(Message::id)).toList();
    List<Message> besides = found.stream().filter(message -> !repeats(message, card)).toList();
    return besides.isEmpty() ? found : besides;
  }

  /// Whether a line in the group has the button that sends again what has this id.
  private boolean isOfferedAgain(String id) {
    return id != null && desk.group.history().stream()
        .anyMatch(message -> message.button("Отправить ещё раз").filter(button -> button.data().contains(id)).isPresent());
  }

  /// It tells what was given up, long after its turn.
  private static boolean offersAgain(Message message) {
    return message.button("Отправить ещё раз").isPresent();
  }

  private List<Client> readersOf(String word) {
    return walk.people().stream().filter(client -> !in(client, word).isEmpty()).toList();
  }

  private List<Message> in(Client client, String word) {
    return heard.get(client).stream().filter(message -> message.text().contains(word)).toList();
  }
}
