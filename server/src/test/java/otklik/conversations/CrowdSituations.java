package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import otklik.storage.Database;
import playground.Message;
import playground.PrivateHands;

/// More than one transaction should do at once: what is left is a timer that is due. So from here on the timers stand
/// still, and it comes last.
final class CrowdSituations extends TownSituations {
  /// So many are asked, or see a change, in one transaction.
  private static final int AT_ONCE = 250;
  private static final int OTHERS = AT_ONCE + 9;
  private static final int REQUESTS = 5;

  CrowdSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a crowd is being asked", () -> {
          Crowd.like(volunteer("Vera"), town, OTHERS, "tbilisi");
          asks("Nana", "Сломала ногу");
          isSettledWith("asking", "state = 'sent'", OTHERS + 1);
          Client lia = prepares("Lia", "Заперта дверь");
          timers().stop();
          lia.presses("Отправить");
          lia.sees("отправлена");
          ringsOnce();
          isSettledWith("asking", "state = 'sent'", OTHERS + 1 + AT_ONCE);
        }).then(() -> {
          town.settles();
          assertThat(chats()).hasSize(OTHERS + 1).allSatisfy(chat -> assertThat(chat.messages(message ->
              message.text().startsWith("Нужна помощь") && message.text().contains("Заперта дверь"))).hasSize(1));
        }),
        Situation.of("a crowd is being told that a request is taken", () -> {
          Client vera = again("Vera");
          Message copy = vera.chat.messages(message -> message.text().contains("Сломала ногу")).getFirst();
          vera.chat.presses(copy.id(), "Взять в работу").answer();
          vera.sees("Вы помогаете");
          isSettledWith("timer", "kind = 'emergency.copies'", 1);
        }).then(() -> {
          town.settles();
          assertThat(chats()).filteredOn(chat -> !chat.messages(message ->
              message.text().startsWith("Взял(а) Vera")).isEmpty()).hasSize(OTHERS);
        }),
        Situation.of("somebody is being forgotten", () -> {
          Client eka = resident("Eka");
          for (int request = 1; request <= REQUESTS; request++) {
            tells(eka, "Просьба номер " + request);
            eka.writes("Руставели 24");
            eka.sees("Проверьте, пожалуйста");
            eka.presses("Отправить");
            eka.sees("отправлена");
            eka.presses("Отменить просьбу");
            eka.presses("Да, отменить");
            eka.sees("отменена");
          }
          eka.writes("/forget");
          eka.sees("Удалим всё, что знаем о вас");
          eka.presses("Удалить мои данные");
          eka.sees("Удаляем ваши данные. Их много");
          isSettledWith("timer", "kind = 'erasure.rest'", 1);
        }).then(() -> {
          town.await("the end of it",
              () -> town.count("select count(*) from erasure where workspace_id = %s and done_at is null") == 0);
          town.settles();
          assertThat(town.count("select count(*) from message where workspace_id = %s and text like 'Просьба номер%%'"))
              .isZero();
          assertThat(town.count("select count(*) from ticket where workspace_id = %s and chat = ''"))
              .isEqualTo(REQUESTS);
        }));
  }

  /// Everything was sent, and so many rows are there.
  private void isSettledWith(String table, String which, int rows) {
    town.await(rows + " of " + table, () ->
        town.count("select count(*) from " + table + " where workspace_id = %s and " + which) == rows
            && town.count("select count(*) from delivery where workspace_id = %s and state = 'pending'") == 0);
  }

  /// Of all who can help.
  private List<PrivateHands> chats() {
    return town.rows("select p.name from volunteer v join person p on p.workspace_id = v.workspace_id"
        + " and p.id = v.person_id where v.workspace_id = %s").stream()
        .map(row -> again(row.get("name")).chat).toList();
  }

  private SmartLifecycle timers() {
    return town.stage.bean("otklik.timers.TimerScheduler", SmartLifecycle.class);
  }

  /// What is due rings; what becomes due by that doesn't.
  private void ringsOnce() {
    Thread stopping = Thread.ofVirtual().unstarted(timers()::stop);
    try (Connection _ = town.stage.blocks("begin immediate")) {
      timers().start();
      town.await("the timers to wait for the database", () -> town.stage.bean(Database.class).unfinishedWrites() > 0);
      stopping.start();
      town.await("the timers to be told", () -> !timers().isRunning());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    try {
      stopping.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
