package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import playground.Bot;
import playground.Message;
import playground.Person;

/// Whoever runs the installation hears of troubles in the chat of `OPS_CHAT_ID`.
class OpsAlertsTest {
  private static List<String> told(Person ops, Bot by) {
    return ops.inPrivate(by).messages().stream().filter(message -> message.from() == by.id()).map(Message::text)
        .filter(text -> text.startsWith("w")).toList();
  }

  @Tag("slow")
  @ParameterizedTest
  @EachDatabase
  void by_the_channels_own_bot_and_by_another_when_that_one_cannot(TestDatabases databases, @TempDir Path folder) {
    try (Stage stage = new Stage(databases.ready(), folder, false, 2, Map.of("OPS_CHAT_ID", "990099"))) {
      Person ops = stage.playground.user(990_099, "Ops", null, null, "ru");
      Desk first = stage.newDesk();
      Desk second = stage.newDesk();
      ops.inPrivate(first.bot).starts("");
      first.settles();

      first.group.kick(first.bot);
      first.await("the alert", () -> told(ops, first.bot).size() == 1);
      first.group.promote(first.bot);
      first.await("the end of it", () -> told(ops, first.bot).size() == 2);
      assertThat(told(ops, first.bot).getFirst()).startsWith("w0/desk: Бота нет в группе операторов");
      assertThat(told(ops, first.bot).getLast()).startsWith("w0/desk: Бот снова в группе операторов");

      second.group.kick(second.bot);
      first.await("the alert by the bot that is in that chat", () -> told(ops, first.bot).stream()
          .anyMatch(text -> text.startsWith("w1/desk: Бота нет")));
      second.group.promote(second.bot);
      first.await("the end of it", () -> told(ops, first.bot).stream()
          .anyMatch(text -> text.startsWith("w1/desk: Бот снова в группе")));

      stage.playground.revoke(second.bot);
      first.await("the alert about a bot that can say nothing itself", () -> told(ops, first.bot).stream()
          .anyMatch(text -> text.startsWith("w1/desk: Telegram больше не принимает токен")));
      assertThat(told(ops, first.bot)).hasSize(5).noneMatch(text -> text.contains("TESTTEST"));
    }
  }
}
