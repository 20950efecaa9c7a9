package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import playground.Bot;
import playground.Message;
import playground.Person;

/// Whoever runs the installation hears of troubles in the chat of `OPS_CHAT_ID`.
class OpsAlertsTest {
  @Tag("slow")
  @ParameterizedTest
  @EachDatabase
  void that_something_was_set_aside_they_are_told_once_also_after_a_restart(TestDatabases databases,
      @TempDir Path folder) {
    try (Stage stage = new Stage(databases.ready(), folder, false, 1, Map.of("OPS_CHAT_ID", "990099"))) {
      Person ops = stage.playground.user(990_099, "Ops", null, null, "ru");
      Desk desk = stage.newDesk();
      ops.inPrivate(desk.bot).starts("");
      desk.settles();
      timer(desk, 1, "aside");
      desk.await("the alert", () -> aside(ops, desk.bot) == 1);
      timer(desk, 2, "aside");
      desk.restart();
      desk.settles();
      assertThat(aside(ops, desk.bot)).isEqualTo(1);

      sql(desk, "delete from timer where workspace_id in (select id from workspace) and state = 'aside'");
      desk.await("nothing to be told of", () -> told(desk) == 0);
      timer(desk, 3, "aside");
      desk.await("the next alert", () -> aside(ops, desk.bot) == 2);
    }
  }

  private static void timer(Desk desk, long id, String state) {
    Channel channel = desk.stage.bean(Channels.class).all().iterator().next();
    sql(desk, """
        insert into timer (id, workspace_id, channel_id, kind, subject, data, due_at, attempts, state)
        values (%d, %d, %d, 'test', '%d', '', 0, 5, '%s')
        """.formatted(id, channel.workspace().value(), channel.id().value(), id, state));
  }

  private static void sql(Desk desk, String statement) {
    desk.stage.bean(Database.class).writeNow(tx -> tx.sql().execute(statement));
  }

  private static int told(Desk desk) {
    return desk.stage.bean(Database.class).read(sql -> sql.fetchCount(DSL.table("ops_told")));
  }

  private static long aside(Person ops, Bot by) {
    return ops.inPrivate(by).messages().stream().filter(message -> message.from() == by.id()).map(Message::text)
        .filter(text -> text.startsWith("Кое-что не удалось сделать") && text.contains("./otklik aside")).count();
  }

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
