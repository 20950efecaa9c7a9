package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import playground.Call;
import playground.Fault;
import playground.Fault.Kind;
import playground.Trouble;

/// The API answers wrongly or not at all for a while, and people go on writing.
@Tag("slow")
class WeatherFaultsTest extends Faulty {
  private static final int MESSAGES = 50;
  private static final int BEFORE = 10;
  private static final int AFTER = 10;
  /// Silence must last longer than our patience with a call, or nobody would notice it.
  private static final int PACE = 20;
  private static final int PACE_IN_SILENCE = 150;
  private static final Set<Kind> SILENT = EnumSet.of(Kind.SILENCE, Kind.SILENCE_AFTER);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
  void nothing_is_lost_or_reordered_when_calls_meet(Kind kind) {
    survives(kind, fault(kind));
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "SILENCE_AFTER", "CLOSE"})
  void nothing_is_lost_or_reordered_when_calls_and_the_fetching_of_updates_meet(Kind kind) {
    survives(kind, fault(kind).withUpdates());
  }

  private static Fault fault(Kind kind) {
    return kind == Kind.TOO_MANY_REQUESTS ? Fault.tooManyRequests(1) : Fault.of(kind);
  }

  private void survives(Kind kind, Fault fault) {
    List<Client> people = List.of(ticketOf("Olena"), ticketOf("Timur"), ticketOf("Marta"));
    List<Room> rooms = people.stream().map(this::roomOf).toList();
    desk.settles();
    playground().forgetCalls();
    List<String> words = new ArrayList<>();
    List<String> answers = new ArrayList<>();

    CountDownLatch fine = new CountDownLatch(BEFORE);
    CountDownLatch over = new CountDownLatch(MESSAGES - AFTER);
    CountDownLatch written = new CountDownLatch(MESSAGES);
    try (ScheduledExecutorService pace = Executors.newScheduledThreadPool(1)) {
      var writing = pace.scheduleAtFixedRate(() -> {
        if (written.getCount() == 0) {
          return;
        }
        String text = "сообщение " + words.size();
        String answer = "ответ " + answers.size();
        people.forEach(person -> person.writes(text));
        rooms.forEach(room -> room.operator("Marek").writes(answer));
        words.add(text);
        answers.add(answer);
        fine.countDown();
        over.countDown();
        written.countDown();
      }, 0, SILENT.contains(kind) ? PACE_IN_SILENCE : PACE, TimeUnit.MILLISECONDS);
      await(fine);
      try (Trouble trouble = playground().fault(fault)) {
        await(over);
        assertThat(trouble.on()).isTrue();
      }
      await(written);
      writing.cancel(false);
    }

    desk.settles();
    for (Room room : rooms) {
      check(kind, words, room.texts(), room.id, desk.group.id());
    }
    for (Client person : people) {
      check(kind, answers, person.texts(), 0, person.person.id());
    }
    assertThat(struck()).as("calls that met the fault").isPositive();
    assertThat(desk.topics()).hasSize(people.size());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private long struck() {
    return playground().calls().stream().filter(call -> call.bot() == desk.bot.id() && call.status() != 200).count();
  }

  /// A text is answered with success once; it stands there once more for each call that was taken and never answered.
  private void check(Kind kind, List<String> written, List<String> there, int topic, long chat) {
    List<String> arrived = there.stream().filter(written::contains).toList();
    List<String> expected = new ArrayList<>();
    for (String text : written) {
      List<Call> calls = playground().calls("sendMessage").stream()
          .filter(call -> call.bot() == desk.bot.id() && call.chatId() == chat && call.threadId() == topic)
          .filter(call -> call.params().path("text").asString("").equals(text)).toList();
      assertThat(calls.stream().filter(call -> call.status() == 200)).as("answered calls for " + text).hasSize(1);
      expected.add(text);
      if (kind == Kind.SILENCE_AFTER) {
        calls.stream().filter(call -> call.status() == 0).forEach(call -> expected.add(text));
      }
    }
    assertThat(arrived).isEqualTo(expected);
  }
}
