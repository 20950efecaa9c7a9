package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Message;
import playground.Trouble;
import tools.jackson.databind.JsonNode;

/// What stands in the group and in the menus for all to see. A call whose answer comes too late is made again, so on a
/// busy machine the guide may stand twice, once pinned; how often it was owed is sure.
class NoticeTest extends Faulty {
  private static final String OWED =
      "select count(*) from delivery where workspace_id = %s and subject like 'helpdesk.notice%%' and ";

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

  private long menus() {
    return desk.count(OWED + "call like '%%offer-commands%%'");
  }

  /// How often a message was owed. What is done keeps no words, but what it made.
  private long messages() {
    return desk.count(OWED + "call = '{}' and (result <> '' or state = 'refused')");
  }

  /// How often something in the group was changed or pinned.
  private long changes() {
    return desk.count("select count(*) from delivery where workspace_id = %s and call = '{}' and result = '' and chat = '"
        + desk.group.id() + "'");
  }

  /// The guide was put up so often by now, and one stands pinned, whatever was said twice.
  private void guideStands(int owed) {
    assertThat(messages()).isEqualTo(owed);
    assertThat(general()).filteredOn(Message::pinned).singleElement().extracting(Message::text).asString()
        .startsWith("Как мы здесь работаем");
  }

  private void somebodyDeletesTheGuide() {
    guide();
    desk.settles();
    general().forEach(message -> desk.operator("Marek").in(desk.group).deletes(message.id()));
  }

  @Test
  void general_says_how_to_work_here_once() {
    assertThat(guide().text()).startsWith("Как мы здесь работаем").contains("//", "«Взять в работу»", "/help");
    desk.settles();
    desk.restart();
    desk.settles();
    guideStands(1);
  }

  @Test
  void operators_are_offered_their_commands_in_their_group_only_and_people_theirs_in_their_language() {
    String group = "chat|" + desk.group.id() + "||";
    assertThat(commands(group)).contains("take", "close", "reopen", "assign", "priority", "transfer", "history", "find",
        "m", "later", "help", "note").doesNotContain("start").isSorted();
    assertThat(describes(group, "take")).isEqualTo("взять обращение в работу");
    for (String scope : List.of("all_private_chats|||", "all_private_chats|||ru", "all_private_chats|||en")) {
      assertThat(commands(scope)).containsExactly("start", "help", "project", "close", "language", "cancel", "forget");
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
    desk.settles();
    List<Integer> before = general().stream().map(Message::id).toList();
    desk.operator("Marek").in(desk.group).replies(guide, "Понятно, спасибо");
    desk.settles();
    assertThat(general()).extracting(Message::id).isEqualTo(before);
    assertThat(olena.texts()).noneMatch(text -> text.contains("Понятно"));
  }

  @Test
  void what_did_not_change_is_not_touched_at_the_next_start() {
    guide();
    desk.settles();
    long menus = menus();
    long changes = changes();
    assertThat(menus).isPositive();
    desk.restart();
    desk.settles();
    assertThat(menus()).isEqualTo(menus);
    assertThat(changes()).isEqualTo(changes);
    guideStands(1);
  }

  @Test
  void what_changed_is_brought_up_to_date_where_it_stands() {
    int guide = guide().id();
    desk.settles();
    long menus = menus();
    long changes = changes();
    sql("update notice set fingerprint = 'before' where workspace_id = " + here());
    desk.restart();
    desk.settles();
    assertThat(menus()).isEqualTo(menus + 4);
    assertThat(changes()).isEqualTo(changes + 1);
    assertThat(playground().calls("editMessageText").stream().filter(call -> call.bot() == desk.bot.id())
        .map(call -> call.params().path("message_id").asInt())).containsOnly(guide);
    guideStands(1);
  }

  @Test
  void a_guide_that_was_deleted_is_not_put_up_again() {
    somebodyDeletesTheGuide();
    desk.restart();
    sql("update notice set fingerprint = 'before' where workspace_id = " + here());
    desk.restart();
    desk.settles();
    assertThat(general()).isEmpty();
  }

  @Test
  void what_was_refused_is_tried_again_at_the_next_start() {
    somebodyDeletesTheGuide();
    sql("delete from notice where kind like 'guide%' and workspace_id = " + here());
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
    desk.settles();
    guideStands(3);
  }

  @Tag("slow")
  @Test
  void a_guide_that_is_said_twice_because_an_answer_was_lost_is_pinned_once() {
    somebodyDeletesTheGuide();
    sql("delete from notice where kind like 'guide%' and workspace_id = " + here());
    try (Trouble _ = playground().fault(Fault.of(Fault.Kind.SILENCE_AFTER).forMethods("sendMessage")
        .inChat(desk.group.id()).times(1))) {
      desk.restart();
      guide();
    }
    desk.settles();
    assertThat(general()).hasSizeGreaterThan(1);
    guideStands(2);
  }

  @Test
  void where_the_bot_may_not_write_the_guide_waits_until_it_may() {
    somebodyDeletesTheGuide();
    sql("delete from notice where kind like 'guide%' and workspace_id = " + here());
    desk.group.mute(desk.bot);
    desk.restart();
    desk.await("the guide to be owed", () -> desk.count(
        "select count(*) from delivery where workspace_id = %s and state = 'pending'") > 0);
    desk.group.promote(desk.bot);
    guide();
    desk.settles();
    guideStands(2);
  }
}
