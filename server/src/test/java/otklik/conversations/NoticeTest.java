package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Message;
import playground.Trouble;
import tools.jackson.databind.JsonNode;

/// What stands in the group and in the menus for all to see.
class NoticeTest extends Faulty {
  private List<Message> general() {
    return desk.group.messages(0).stream().filter(message -> !message.service() && message.from() == desk.bot.id())
        .toList();
  }

  private Message guide() {
    desk.await("the guide, pinned", () -> general().stream().anyMatch(Message::pinned));
    return general().stream().filter(Message::pinned).findFirst().orElseThrow();
  }

  private List<String> commands(String scope) {
    desk.await("commands of " + scope, () -> playground().commands(desk.bot, scope).isPresent());
    return playground().commands(desk.bot, scope).orElseThrow().valueStream()
        .map(command -> command.path("command").asString()).toList();
  }

  private String describes(String scope, String command) {
    return playground().commands(desk.bot, scope).orElseThrow().valueStream()
        .filter(each -> each.path("command").asString().equals(command)).findFirst().map(JsonNode::deepCopy)
        .orElseThrow().path("description").asString();
  }

  private long calls(String method) {
    return playground().calls(method).stream().filter(call -> call.bot() == desk.bot.id()).count();
  }

  @Test
  void general_says_how_to_work_here_once() {
    assertThat(guide().text()).startsWith("Как мы здесь работаем").contains("//", "«Взять в работу»", "/help");
    desk.settles();
    desk.restart();
    desk.settles();
    assertThat(general()).hasSize(1);
  }

  @Test
  void operators_are_offered_their_commands_in_their_group_only_and_people_theirs_in_their_language() {
    String group = "chat|" + desk.group.id() + "||";
    assertThat(commands(group)).contains("take", "close", "reopen", "assign", "priority", "transfer", "history", "find",
        "m", "later", "help", "note").doesNotContain("start").isSorted();
    assertThat(describes(group, "take")).isEqualTo("взять обращение в работу");
    for (String scope : List.of("all_private_chats|||", "all_private_chats|||ru", "all_private_chats|||en")) {
      assertThat(commands(scope)).startsWith("start", "help").contains("language", "cancel").doesNotContain("take");
    }
    assertThat(describes("all_private_chats|||", "cancel")).isEqualTo("отменить начатое");
    assertThat(describes("all_private_chats|||ru", "cancel")).isEqualTo("отменить начатое");
    assertThat(describes("all_private_chats|||en", "cancel")).isEqualTo("cancel what you started");
    assertThat(playground().commands(desk.bot, "default|||")).isEmpty();
  }

  @Test
  void what_operators_reply_to_the_desk_in_general_is_their_talk() {
    Client olena = ticketOf("Olena");
    int guide = guide().id();
    desk.operator("Marek").in(desk.group).replies(guide, "Понятно, спасибо");
    desk.settles();
    assertThat(general()).hasSize(1);
    assertThat(olena.texts()).noneMatch(text -> text.contains("Понятно"));
  }

  @Test
  void what_did_not_change_is_not_touched_at_the_next_start() {
    guide();
    desk.settles();
    long menus = calls("setMyCommands");
    long edits = calls("editMessageText");
    desk.restart();
    desk.settles();
    assertThat(calls("setMyCommands")).isEqualTo(menus);
    assertThat(calls("editMessageText")).isEqualTo(edits);
  }

  @Test
  void what_changed_is_brought_up_to_date_where_it_stands() {
    int guide = guide().id();
    desk.settles();
    long menus = calls("setMyCommands");
    sql("update notice set fingerprint = 'before' where workspace_id = " + here());
    desk.restart();
    desk.settles();
    assertThat(calls("setMyCommands")).isEqualTo(menus + 4);
    assertThat(playground().calls("editMessageText").stream().filter(call -> call.bot() == desk.bot.id())
        .map(call -> call.params().path("message_id").asInt())).containsExactly(guide);
    assertThat(general()).hasSize(1);
  }

  @Test
  void a_guide_that_was_deleted_is_not_put_up_again() {
    desk.operator("Marek").in(desk.group).deletes(guide().id());
    desk.settles();
    desk.restart();
    sql("update notice set fingerprint = 'before' where workspace_id = " + here());
    desk.restart();
    desk.settles();
    assertThat(general()).isEmpty();
  }

  @Test
  void what_was_refused_is_tried_again_at_the_next_start() {
    guide();
    desk.settles();
    sql("delete from notice where kind like 'guide%' and workspace_id = " + here());
    desk.operator("Marek").in(desk.group).deletes(guide().id());
    Trouble refusing = desk.stage.playground.fault(Fault.refusal("chat is not what it was")
        .forMethods("sendMessage").inChat(desk.group.id()));
    desk.restart();
    desk.await("a refusal", () -> desk.count(
        "select count(*) from delivery where workspace_id = %s and state = 'refused'") > 0);
    desk.settles();
    assertThat(desk.count("select count(*) from notice where workspace_id = %s and kind like 'guide%%'")).isZero();
    refusing.close();
    desk.restart();
    guide();
    assertThat(general()).hasSize(1);
  }

  @Test
  void where_the_bot_may_not_write_the_guide_waits_until_it_may() {
    guide();
    desk.settles();
    sql("delete from notice where kind like 'guide%' and workspace_id = " + here());
    desk.operator("Marek").in(desk.group).deletes(guide().id());
    desk.group.mute(desk.bot);
    desk.restart();
    desk.await("the guide to be owed", () -> desk.count(
        "select count(*) from delivery where workspace_id = %s and state = 'pending'") > 0);
    desk.group.promote(desk.bot);
    guide();
    assertThat(general()).hasSize(1);
  }
}
