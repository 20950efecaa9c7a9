package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import otklik.kernel.Beside;
import playground.Fault;
import playground.Fault.Kind;
import playground.Message;
import playground.TopicView;

/// Many people come at once, and each says all at once what there is to say.
@Tag("slow")
class NewcomersFaultsTest extends Faulty {
  private static final int MANY = 20;

  /// Starts with a code, writes five messages in a row, then follows the buttons, then writes on.
  private final class Newcomer implements Runnable {
    final Client client;
    final List<String> words;

    Newcomer(int number) {
      client = person("Person" + number);
      words = IntStream.rangeClosed(1, 5).mapToObj(i -> "слова " + number + "." + i).toList();
    }

    @Override
    public void run() {
      client.starts("ACME-1");
      words.forEach(client::writes);
      client.sees("Выберите, что случилось");
      client.pressed("Другое");
      client.sees("Можно прикрепить");
      client.pressed("Готово");
      client.sees("принято");
      client.writes("и ещё");
      client.writes("и последнее");
    }
  }

  private List<Newcomer> come(int many) {
    return IntStream.rangeClosed(1, many).mapToObj(Newcomer::new).toList();
  }

  /// Where everything may be said at once, each message stands alone.
  private void check(List<Newcomer> newcomers) {
    check(newcomers, said -> assertThat(said).containsExactly("и ещё", "и последнее"));
  }

  private void check(List<Newcomer> newcomers, Consumer<List<String>> said) {
    newcomers.forEach(newcomer -> roomOf(newcomer.client).shows("и последнее"));
    desk.settles();
    assertThat(desk.topics()).hasSize(newcomers.size()).extracting(TopicView::closed).containsOnly(false);
    assertThat(desk.topics().stream().map(topic -> topic.name().substring(0, 5))).doesNotHaveDuplicates();
    assertThat(sql("select number from ticket where workspace_id = " + here())).hasSize(newcomers.size());
    assertThat(desk.count("select count(*) from delivery where workspace_id = %s and subject like '%%.card:%%'"))
        .as("cards owed").isEqualTo(newcomers.size());
    for (Newcomer newcomer : newcomers) {
      assertThat(topicsOf(newcomer.client)).hasSize(1);
      Room room = roomOf(newcomer.client);
      assertThat(room.card().text()).contains("Описание: " + String.join("\n", newcomer.words) + "\n");
      said.accept(said(room));
      assertThat(newcomer.client.texts().stream().filter(text -> text.contains("принято"))).hasSize(1);
    }
  }

  /// Without the card: one whose answer came too late is said again, so that it may stand twice.
  private static List<String> said(Room room) {
    return room.texts().stream().filter(text -> !text.startsWith("● Ticket: ")).toList();
  }

  @Test
  void twenty_people_who_each_write_five_messages_at_once_get_twenty_tickets() {
    List<Newcomer> newcomers = come(MANY);
    together(List.copyOf(newcomers));
    check(newcomers);
  }

  @Test
  void a_restart_in_the_middle_changes_nothing() {
    List<Newcomer> newcomers = come(MANY);
    CompletableFuture<Void> all = Beside.run(() -> together(List.copyOf(newcomers)));
    desk.await("some tickets", () -> desk.topics().size() > MANY / 4);
    desk.restart();
    all.join();
    check(newcomers);
  }

  @Test
  void topics_whose_making_was_not_answered_or_failed_are_made_once() {
    playground().fault(Fault.of(Kind.SILENCE_AFTER).forMethods("createForumTopic").inChat(desk.group.id()).times(4));
    playground().fault(Fault.of(Kind.SERVER_ERROR).forMethods("createForumTopic").inChat(desk.group.id()).times(4));
    playground().fault(Fault.of(Kind.CLOSE).forMethods("createForumTopic").inChat(desk.group.id()).times(4));
    playground().fault(Fault.of(Kind.BAD_GATEWAY).forMethods("createForumTopic").inChat(desk.group.id()).times(2));
    List<Newcomer> newcomers = come(MANY);
    together(List.copyOf(newcomers));
    check(newcomers);
  }

  @Test
  void topics_whose_making_was_not_answered_before_a_restart_are_made_once() {
    playground().fault(Fault.of(Kind.SILENCE_AFTER).forMethods("createForumTopic").inChat(desk.group.id()).times(4));
    playground().fault(Fault.of(Kind.CLOSE).forMethods("createForumTopic").inChat(desk.group.id()).times(4));
    List<Newcomer> newcomers = come(8);
    CompletableFuture<Void> all = Beside.run(() -> together(List.copyOf(newcomers)));
    desk.await("topics that nobody was told of", () -> desk.topics().size() >= 4);
    desk.restart();
    playground().endFaults();
    all.join();
    check(newcomers);
  }

  @Test
  void a_few_people_at_once_fit_into_the_messengers_limits() {
    withinLimits(0, 3);
  }

  /// A card with its topic is three operations, a group may have twenty a minute: the last ones wait for the next.
  @Test
  void a_busy_desk_is_never_told_that_it_asks_too_much() {
    withinLimits(1, 5);
  }

  private void withinLimits(int limitedDesk, int people) {
    desk = new Desk(desk.stage, Desk.LIMITED_FROM + limitedDesk);
    long refused = playground().refusedForFlood();
    playground().limits(true);
    try {
      List<Newcomer> newcomers = come(people);
      together(List.copyOf(newcomers));
      playground().await(Duration.ofSeconds(90), () -> newcomers.stream().allMatch(this::isDone));
      // What waited for a group with more to say than it is granted comes in one message.
      check(newcomers, said -> assertThat(String.join("\n", said)).isEqualTo("и ещё\nи последнее"));
      assertThat(playground().refusedForFlood()).isEqualTo(refused);
    } finally {
      playground().limits(false);
    }
  }

  private boolean isDone(Newcomer newcomer) {
    return topicsOf(newcomer.client).findFirst().isPresent() && isPinned(newcomer.client)
        && String.join("\n", said(roomOf(newcomer.client))).endsWith("и последнее");
  }

  private boolean isPinned(Client client) {
    return roomOf(client).fromBot().stream().anyMatch(Message::pinned);
  }
}
