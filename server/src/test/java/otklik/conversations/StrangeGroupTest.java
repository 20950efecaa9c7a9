package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Group;
import playground.Message;

/// The bot in a group that isn't its desk's.
class StrangeGroupTest extends Conversation {
  private List<String> said(Group group) {
    return group.history().stream().filter(message -> message.from() == desk.bot.id() && !message.service())
        .map(Message::text).toList();
  }

  private void isToldOnce(Group strange) {
    desk.await("the notice", () -> {
      desk.stage.time.advance(Duration.ofSeconds(1));
      return !said(strange).isEmpty();
    });
    desk.settles();
    assertThat(said(strange)).hasSize(1).first().asString()
        .startsWith("Это не группа моей службы поддержки").contains("SUPPORT_CHAT_ID", Long.toString(strange.id()));
  }

  @Test
  void it_says_once_that_it_is_the_wrong_one_and_keeps_nothing_of_what_is_said_there() {
    Group strange = desk.stage.playground.forum(desk.group.id() - 500_000, "Чужая")
        .add(desk.operator("Marek"), desk.operator("Boris"));
    strange.add(desk.bot);
    strange.promote(desk.bot);
    isToldOnce(strange);

    desk.operator("Marek").in(strange).writes("наши секреты");
    desk.operator("Boris").in(strange).createsTopic("#0001 | чужое").writes("и ещё");
    desk.operator("Marek").in(strange).writes("/help");
    desk.restart();
    desk.operator("Marek").in(strange).writes("снова секреты");
    desk.settles();
    assertThat(said(strange)).hasSize(1);
    assertThat(desk.count("select count(*) from inbox where workspace_id = %s and raw like '%%секрет%%'")).isZero();
    assertThat(desk.count("select count(*) from message where workspace_id = %s")).isZero();
    assertThat(desk.count("select count(*) from trouble where workspace_id = %s")).isZero();
    person("Olena").bound("ACME-1").opensTicket("Другое", "А у нас всё работает");
    desk.topic("#0001").card();
  }

  @Test
  void a_group_that_it_is_taken_into_again_is_told_again_and_one_it_left_at_once_is_not() {
    Group strange = desk.stage.playground.supergroup(desk.group.id() - 500_000, "Чужая").add(desk.operator("Marek"));
    strange.add(desk.bot);
    strange.kick(desk.bot);
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(1));
    desk.settles();
    assertThat(said(strange)).isEmpty();

    strange.promote(desk.bot);
    isToldOnce(strange);
    strange.kick(desk.bot);
    desk.settles();
    strange.promote(desk.bot);
    desk.await("the notice to be repeated", () -> {
      desk.stage.time.advance(Duration.ofSeconds(1));
      return said(strange).size() == 2;
    });
  }
}
