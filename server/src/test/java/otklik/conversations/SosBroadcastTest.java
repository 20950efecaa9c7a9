package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Call;
import playground.Fault;
import playground.Message;

/// «It is sent to all helpers of the country, nearest first, without breaking the messenger's limits», here with the
/// limits on.
class SosBroadcastTest extends HelpingConversation {
  /// So many calls may be on their way at a moment when something else begins.
  private static final int UNDER_WAY = 30;

  private Client ana;
  private Client nana;
  private long refused;

  @Override
  Town newTown(Stage stage) {
    return stage.newLimitedTown();
  }

  @BeforeEach
  void keepTheLimits() {
    ana = volunteer("Ana");
    nana = resident("Nana");
    town.settlesAtLast();
    refused = town.stage.playground.refusedForFlood();
    town.stage.playground.limits(true);
  }

  @AfterEach
  void letGo() {
    town.stage.playground.limits(false);
  }

  private List<Call> calls(String method) {
    return town.stage.playground.calls(method).stream().filter(call -> call.bot() == town.bot.id())
        .sorted(Comparator.comparingLong(Call::arrived)).toList();
  }

  private List<Call> copies(String story) {
    return calls("sendMessage").stream().filter(call -> call.params().path("text").asString("").contains(story)
        && call.params().path("text").asString("").startsWith("Нужна помощь")).toList();
  }

  private static List<Client> joined(List<List<Client>> some) {
    return some.stream().flatMap(List::stream).toList();
  }

  /// «nearest first, widening every few minutes»; «5,000 helpers without one 429»; «Status per recipient (sent, failed,
  /// seen by pressing)».
  @Tag("slow")
  @Test
  void the_nearest_are_asked_first_and_never_faster_than_the_messenger_lets() {
    List<Client> near = Crowd.like(ana, town, 39, "tbilisi");
    List<Client> middle = Crowd.like(ana, town, 60, "rustavi");
    List<Client> far = Crowd.like(ana, town, 100, "batumi");
    Client gone = far.getLast();
    town.stage.playground.fault(Fault.refusal("chat not found").inChat(gone.person.id()));
    asks(nana, "Сломала ногу");
    town.await("the first ring", () -> copies("Сломала ногу").size() == 30);
    Set<Long> nearChats = near.stream().map(client -> client.person.id()).collect(Collectors.toSet());
    nearChats.add(ana.person.id());
    assertThat(copies("Сломала ногу")).extracting(Call::chatId).isSubsetOf(nearChats);

    ring(1);
    town.settlesAtLast();
    List<Call> all = copies("Сломала ногу").stream().filter(call -> call.status() == 200).toList();
    assertThat(all).extracting(Call::chatId).doesNotHaveDuplicates().hasSize(199);
    long lastNear = last(all, nearChats);
    Set<Long> farChats = ids(far);
    assertThat(all).filteredOn(call -> farChats.contains(call.chatId())).allMatch(call -> call.arrived() > lastNear);
    assertThat(last(all, ids(middle))).isLessThan(last(all, farChats));
    assertThat(town.stage.playground.refusedForFlood()).isEqualTo(refused);

    middle.getFirst().presses("Не срочная помощь");
    Map<String, Long> states = town.rows("select state from asking where workspace_id = %s").stream()
        .collect(Collectors.groupingBy(row -> row.get("state"), Collectors.counting()));
    assertThat(states).containsExactlyInAnyOrderEntriesOf(Map.of("sent", 198L, "seen", 1L, "failed", 1L));
    assertThat(town.value("select failure from asking where workspace_id = %s and state = 'failed'"))
        .isEqualTo("PERSON_UNREACHABLE");
    town.stage.playground.endFaults();
  }

  private static Set<Long> ids(List<Client> clients) {
    return clients.stream().map(client -> client.person.id()).collect(Collectors.toSet());
  }

  private static long last(List<Call> calls, Set<Long> chats) {
    return calls.stream().filter(call -> chats.contains(call.chatId())).mapToLong(Call::arrived).max().orElseThrow();
  }

  /// «a take updates all copies within the same budget without delaying a new request's broadcast (priorities proven in
  /// a test)».
  @Tag("slow")
  @Test
  void what_is_new_goes_before_what_changes() {
    Crowd.like(ana, town, 240, "tbilisi");
    Client vera = resident("Vera");
    asks(nana, "Сломала ногу");
    ring(1);
    town.settlesAtLast();
    prepares(vera, "Заперта дверь");
    town.settlesAtLast();
    assertThat(copies("Сломала ногу")).hasSize(241);
    ana.sees("Нужна помощь");

    int before = calls("editMessageText").size();
    vera.chat.presses(vera.fromBot().getLast().id(), "Отправить");
    ana.presses("Взять в работу");
    town.await("the second broadcast", () -> copies("Заперта дверь").size() == 30);
    town.settlesAtLast();

    List<Call> second = copies("Заперта дверь");
    List<Call> edits = calls("editMessageText").subList(before, calls("editMessageText").size()).stream()
        .filter(call -> call.params().path("text").asString("").startsWith("Взял(а) Ana")).toList();
    assertThat(edits).extracting(call -> call.chatId()).doesNotHaveDuplicates().hasSize(240);
    assertThat(edits.stream().filter(edit -> edit.arrived() > second.getFirst().arrived()
        && edit.arrived() < second.getLast().arrived()).count()).isLessThanOrEqualTo(UNDER_WAY);
    assertThat(edits.getLast().arrived()).isGreaterThan(second.getLast().arrived());
    assertThat(town.stage.playground.refusedForFlood()).isEqualTo(refused);
  }

  /// «every other copy updated (coalesced, cheapest first)».
  @Tag("slow")
  @Test
  void a_request_that_is_taken_given_back_and_taken_again_changes_each_copy_once_afterwards() {
    List<Client> others = Crowd.like(ana, town, 150, "tbilisi");
    asks(nana, "Сломала ногу");
    ring(1);
    town.settlesAtLast();
    Message copy = ana.sees("Нужна помощь");
    String take = copy.button("Взять в работу").orElseThrow().data();
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Вернуть в пул");
    ana.presses("Без комментария");
    ana.sees("снова ищет помощника");
    assertThat(ana.chat.pressesStale(copy.id(), take).answer()).startsWith("Вы взяли");
    long taken = System.nanoTime();
    town.settlesAtLast();

    Map<String, Long> late = calls("editMessageText").stream().filter(call -> call.arrived() > taken)
        .collect(Collectors.groupingBy(call -> call.chatId() + "/" + call.params().path("message_id").asString(""),
            Collectors.counting()));
    assertThat(late.values().stream().filter(times -> times > 1).count()).isLessThanOrEqualTo(UNDER_WAY);
    assertThat(late.values()).allMatch(times -> times <= 2);
    for (Client other : others) {
      assertThat(other.texts()).noneMatch(text -> text.startsWith("Нужна помощь"))
          .filteredOn(text -> text.startsWith("Взял(а) Ana")).hasSize(1);
    }
    assertThat(town.stage.playground.refusedForFlood()).isEqualTo(refused);
  }

  /// «the broadcast interrupted … (continues, nobody twice)».
  @Tag("slow")
  @Test
  void a_broadcast_that_a_restart_interrupts_goes_on_and_asks_nobody_twice() {
    List<Client> all = new ArrayList<>(joined(List.of(List.of(ana), Crowd.like(ana, town, 150, "tbilisi"))));
    asks(nana, "Сломала ногу");
    ring(1);
    town.await("a part of the copies", () -> copies("Сломала ногу").size() > 60);
    town.restart();
    town.await("the rest of the copies", () -> new HashSet<>(copies("Сломала ногу").stream().map(Call::chatId).toList())
        .size() == all.size());
    town.settlesAtLast();
    assertThat(copies("Сломала ногу")).extracting(Call::chatId).doesNotHaveDuplicates();
    assertThat(town.stage.playground.refusedForFlood()).isEqualTo(refused);
  }
}
