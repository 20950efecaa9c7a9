package otklik.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every messenger keeps, whatever it can do. A messenger's own test says what stands behind it.
public abstract class LineContract {
  private MessengerStand stand;
  private Messenger messenger;
  private Line line;
  private final BlockingQueue<Received> heard = new LinkedBlockingQueue<>();

  protected abstract MessengerStand stand();

  @BeforeEach
  void open() {
    stand = stand();
    messenger = stand.messenger();
    line = stand.line();
  }

  @AfterEach
  void close() {
    line.close();
    stand.close();
  }

  private Place person() {
    return Place.chat(stand.person());
  }

  private Place group() {
    return Place.chat(stand.group());
  }

  private boolean can(Ability ability) {
    return messenger.can(ability);
  }

  private static Call.Say text(Place place, String text) {
    return Call.Say.text(place, text);
  }

  private Call.Say withButtons(int many) {
    List<List<Button>> rows = IntStream.range(0, many)
        .mapToObj(number -> List.of(new Button("Button " + number, "x:" + number))).toList();
    return new Call.Say(person(), Content.Text.of("Choose"), null, rows);
  }

  /// The id of what was made.
  private String sent(Call call) throws InterruptedException {
    assertThat(line.call(call)).isInstanceOfSatisfying(Outcome.Sent.class, sent -> assertThat(sent.ids()).hasSize(1));
    return shown(call.place()).getLast().id();
  }

  private List<MessengerStand.Shown> shown(Place place) {
    return stand.shown(place.chat());
  }

  private void isRefused(Call call, Refusal why) throws InterruptedException {
    assertThat(line.call(call)).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.why()).as(refused.detail()).isEqualTo(why));
  }

  private void receives() {
    line.receive(heard::addAll);
  }

  private Received next() throws InterruptedException {
    Received update = heard.poll(1, TimeUnit.MINUTES);
    assertThat(update).as("an update").isNotNull();
    return update;
  }

  private <T extends Incoming> T next(Class<T> type) throws InterruptedException {
    Received update = next();
    while (!type.isInstance(update.incoming())) {
      update = next();
    }
    assertThat(line.read(update.raw())).as("a stored update is read as it was").isEqualTo(update.incoming());
    return type.cast(update.incoming());
  }

  @Test
  void words_are_said_and_known_by_an_id() throws Exception {
    Outcome outcome = line.call(text(person(), "Привет 👋 <b>"));
    assertThat(shown(person())).singleElement().satisfies(shown -> {
      assertThat(shown.text()).isEqualTo("Привет 👋 <b>");
      assertThat(outcome).isEqualTo(new Outcome.Sent(List.of(shown.id())));
    });
    assertThat(line.cost(text(person(), "x"))).isEqualTo(1);
  }

  @Test
  void the_longest_words_are_said_and_longer_ones_are_refused_never_cut() throws Exception {
    int longest = messenger.sizes().text();
    sent(text(person(), "ы".repeat(longest)));
    isRefused(text(person(), "ы".repeat(longest + 1)), Refusal.NOT_ACCEPTED);
    assertThat(shown(person())).singleElement().extracting(shown -> shown.text().length()).isEqualTo(longest);
  }

  @Test
  void an_answer_to_something_that_is_gone_is_said_all_the_same() throws Exception {
    String theirs = stand.writes("Вопрос");
    sent(text(person(), "Ответ").replyingTo(new Target.Known(theirs)));
    sent(text(person(), "Ещё ответ").replyingTo(new Target.Known("999999")));
    assertThat(shown(person())).extracting(MessengerStand.Shown::text).containsExactly("Ответ", "Ещё ответ");
  }

  @Test
  void a_picture_comes_and_goes_with_as_many_words_as_fit_below_it() throws Exception {
    Content.Media picture = picture();
    int longest = messenger.sizes().caption();
    sent(saying(picture, "ы".repeat(longest)));
    isRefused(saying(picture, "ы".repeat(longest + 1)), Refusal.NOT_ACCEPTED);
    assertThat(shown(person())).singleElement().satisfies(shown -> {
      assertThat(shown.picture()).isTrue();
      assertThat(shown.text()).hasSize(longest);
    });
  }

  private Call saying(Content.Media picture, String words) {
    return new Call.Say(person(), picture.saying(Content.Text.of(words)), null, List.of());
  }

  private Content.Media picture() throws InterruptedException {
    receives();
    stand.sendsPicture();
    return (Content.Media) next(Incoming.Said.class).content();
  }

  @Test
  void an_album_is_as_large_as_the_messenger_says() throws Exception {
    Content.Media picture = picture();
    int most = Math.max(2, messenger.sizes().album());
    Call album = new Call.SayAlbum(person(), Stream.generate(() -> picture).limit(most).toList(), null);
    if (messenger.sizes().album() == 1) {
      isRefused(album, Refusal.NOT_ACCEPTED);
    } else {
      assertThat(line.call(album)).isInstanceOfSatisfying(Outcome.Sent.class,
          sent -> assertThat(sent.ids()).hasSize(most).doesNotHaveDuplicates());
      assertThat(shown(person())).hasSize(most);
      assertThat(line.cost(album)).isEqualTo(most);
    }
  }

  @Test
  void buttons_stand_below_a_message_and_say_who_pressed_them() throws Exception {
    String message = sent(withButtons(Math.max(1, messenger.sizes().buttons())));
    if (!can(Ability.BUTTONS)) {
      assertThat(shown(person()).getLast().buttons()).isEmpty();
      return;
    }
    assertThat(shown(person()).getLast().buttons()).hasSize(messenger.sizes().buttons()).startsWith("Button 0");
    assertThat(line.isForAnyone(withButtons(1))).as("another account wouldn't hear of a press").isFalse();
    receives();
    stand.presses(message, "Button 0");
    Incoming.Pressed pressed = next(Incoming.Pressed.class);
    assertThat(pressed.data()).isEqualTo("x:0");
    assertThat(pressed.by().id()).isEqualTo(stand.person());
    assertThat(pressed.on()).isEqualTo(new MessageRef(stand.person(), message));
    assertThat(line.call(new Call.AnswerPress(pressed.place(), pressed.press(), "Спасибо", false)))
        .isInstanceOf(Outcome.Sent.class);
  }

  @Test
  void keys_below_a_chat_are_shown_or_left_out() throws Exception {
    Keys keys = new Keys.Shown(List.of(List.of(Keys.Key.saying("Да"))), true);
    sent(new Call.Say(person(), Content.Text.of("Да?"), null, List.of(), keys));
    assertThat(shown(person()).getLast().text()).isEqualTo("Да?");
  }

  @Test
  void words_that_stand_there_are_changed_where_they_can_be() throws Exception {
    String message = sent(text(person(), "Было"));
    Call edit = new Call.EditText(person(), new Target.Known(message), Content.Text.of("Стало"), List.of());
    if (can(Ability.EDITS)) {
      assertThat(line.call(edit)).isEqualTo(new Outcome.Sent(List.of()));
    } else {
      isRefused(edit, Refusal.MESSAGE_FIXED);
    }
    assertThat(shown(person())).extracting(MessengerStand.Shown::text)
        .containsExactly(can(Ability.EDITS) ? "Стало" : "Было");
  }

  @Test
  void what_was_said_is_deleted_while_it_can_be() throws Exception {
    String message = sent(text(person(), "Лишнее"));
    Call delete = new Call.Delete(person(), new Target.Known(message));
    if (messenger.deletable().isZero()) {
      isRefused(delete, Refusal.MESSAGE_FIXED);
      assertThat(shown(person())).hasSize(1);
      return;
    }
    assertThat(line.call(delete)).isInstanceOf(Outcome.Sent.class);
    assertThat(shown(person())).isEmpty();
    if (can(Ability.EDITS)) {
      isRefused(new Call.EditText(person(), new Target.Known(message), Content.Text.of("?"), List.of()),
          Refusal.MESSAGE_GONE);
    }
  }

  @Test
  void pins_reactions_and_menus_are_made_or_refused_for_good() throws Exception {
    String theirs = stand.writes("Спасибо");
    String ours = sent(text(person(), "Пожалуйста"));
    isDone(Ability.PINS, new Call.Pin(person(), new Target.Known(ours)));
    isDone(Ability.REACTIONS, new Call.React(person(), new Target.Known(theirs), "👌"));
    isDone(Ability.MENUS, Call.OfferCommands.toEverybody(null, List.of(new Call.OfferCommands.Offer("help", "Help"))));
  }

  private void isDone(Ability ability, Call call) throws InterruptedException {
    if (can(ability)) {
      assertThat(line.call(call)).as(ability.word()).isInstanceOf(Outcome.Sent.class);
    } else {
      isRefused(call, Refusal.NOT_ACCEPTED);
    }
  }

  @Test
  void a_group_is_told_from_a_person_and_says_who_is_in_it() throws Exception {
    if (!can(Ability.GROUPS)) {
      isRefused(new Call.AskGroup(group()), Refusal.NOT_ACCEPTED);
      isRefused(new Call.AskMember(group(), stand.person()), Refusal.NOT_ACCEPTED);
      return;
    }
    assertThat(line.isGroup(stand.group())).isTrue();
    assertThat(line.isGroup(stand.person())).isFalse();
    sent(text(group(), "Всем привет"));
    Call who = new Call.AskMember(group(), stand.person());
    assertThat(line.call(who)).isInstanceOfSatisfying(Outcome.Answered.class, answered ->
        assertThat(((Member) answered.answer()).present()).isTrue());
    assertThat(line.cost(who)).as("a question spends nothing").isZero();
    assertThat(line.call(new Call.AskMember(group(), "5550001"))).isEqualTo(new Outcome.Answered(Member.UNKNOWN));
    assertThat(line.call(new Call.AskGroup(group()))).isInstanceOfSatisfying(Outcome.Answered.class, answered ->
        assertThat(((Group) answered.answer()).topics()).isEqualTo(can(Ability.TOPICS)));
  }

  @Test
  void a_topic_is_opened_written_to_closed_and_opened_again() throws Exception {
    Call.OpenTopic opening = new Call.OpenTopic(group(), "#0001");
    if (!can(Ability.TOPICS)) {
      isRefused(opening, Refusal.NOT_ACCEPTED);
      return;
    }
    assertThat(line.call(opening)).isInstanceOf(Outcome.Sent.class);
    Place topic = new Place(stand.group(), ((Outcome.Sent) line.call(opening)).ids().getFirst());
    assertThat(line.call(text(topic, "Сюда"))).isInstanceOf(Outcome.Sent.class);
    for (Call call : List.of(new Call.RenameTopic(topic, "#0002"), new Call.CloseTopic(topic),
        new Call.ReopenTopic(topic), new Call.DeleteTopic(topic))) {
      assertThat(line.call(call)).isInstanceOf(Outcome.Sent.class);
    }
    isRefused(text(topic, "Сюда"), Refusal.TOPIC_GONE);
  }

  @Test
  void somebody_who_blocked_us_is_not_reached_and_that_is_told() throws Exception {
    receives();
    stand.blocks();
    assertThat(next(Incoming.Reachability.class).reachable()).isFalse();
    isRefused(text(person(), "Алло?"), Refusal.PERSON_UNREACHABLE);
  }

  @Test
  void a_call_that_is_asked_to_wait_was_surely_not_made() throws Exception {
    stand.delays(Duration.ofSeconds(7));
    assertThat(line.call(text(person(), "Привет"))).isEqualTo(new Outcome.Later(Duration.ofSeconds(7)));
    assertThat(shown(person())).isEmpty();
    sent(text(person(), "Привет"));
  }

  @Test
  void a_messenger_that_is_away_is_no_fault_of_the_call() throws Exception {
    stand.goesAway();
    assertThat(line.call(text(person(), "Привет"))).isInstanceOfAny(Outcome.Down.class, Outcome.Unknown.class);
    assertThat(line.inspection().self()).isInstanceOf(Fact.OutOfReach.class);
    stand.comesBack();
    sent(text(person(), "Привет"));
  }

  @Test
  void an_account_that_the_messenger_does_not_know_is_told_so() throws Exception {
    Line stranger = stand.stranger();
    assertThat(stranger.call(text(person(), "Привет"))).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.why()).isEqualTo(Refusal.CHANNEL_REVOKED));
    assertThat(stranger.inspection().self()).isInstanceOf(Fact.Refused.class);
    stranger.close();
  }

  @Test
  void what_a_person_writes_comes_in_order_each_with_an_id_of_its_own() throws Exception {
    receives();
    List<String> ids = List.of(stand.writes("Один"), stand.writes("Два"));
    List<Received> updates = new ArrayList<>();
    List<Incoming.Said> said = new ArrayList<>();
    while (said.size() < 2) {
      Received update = next();
      if (update.incoming() instanceof Incoming.Said one) {
        updates.add(update);
        said.add(one);
      }
    }
    assertThat(said).extracting(Incoming.Said::content)
        .containsExactly(Content.Text.of("Один"), Content.Text.of("Два"));
    assertThat(said).allSatisfy(one -> {
      assertThat(one.direct()).isTrue();
      assertThat(one.place()).isEqualTo(person());
      assertThat(one.by().id()).isEqualTo(stand.person());
      assertThat(one.by().human()).isTrue();
    });
    assertThat(said).extracting(one -> one.ref().id()).containsExactlyElementsOf(ids);
    assertThat(updates).extracting(Received::externalId).doesNotHaveDuplicates();
    assertThat(updates).extracting(Received::conversation).as("one conversation").containsOnly(
        updates.getFirst().conversation());
  }

  @Test
  void an_update_comes_again_until_it_is_kept() throws Exception {
    AtomicBoolean full = new AtomicBoolean(true);
    line.receive(updates -> {
      heard.addAll(updates);
      if (updates.stream().anyMatch(update -> update.incoming() instanceof Incoming.Said) && full.getAndSet(false)) {
        throw new IllegalStateException("the disk is full");
      }
    });
    stand.writes("Важное");
    Received first = saying("Важное");
    Received again = saying("Важное");
    assertThat(again.externalId()).isEqualTo(first.externalId());
    assertThat(again.incoming()).isEqualTo(first.incoming());
  }

  /// What was brought before may come once more.
  private Received saying(String words) throws InterruptedException {
    Received update = next();
    while (!(update.incoming() instanceof Incoming.Said said && said.content().equals(Content.Text.of(words)))) {
      update = next();
    }
    return update;
  }

  @Test
  void what_comes_while_nobody_receives_waits_for_whoever_does_next() throws Exception {
    receives();
    stand.writes("Первое");
    saying("Первое");
    line.close();
    stand.writes("Второе");
    line = stand.line();
    receives();
    assertThat(saying("Второе").conversation()).isNotBlank();
  }

  @Test
  void whoever_looks_at_an_account_sees_how_it_stands() throws Exception {
    Inspection inspection = line.inspection();
    assertThat(inspection.self()).isInstanceOf(Fact.Known.class);
    assertThat(inspection.reception()).isInstanceOf(Fact.Known.class);
    if (can(Ability.GROUPS)) {
      assertThat(inspection.group(stand.group())).isInstanceOf(Fact.Known.class);
      assertThat(inspection.selfIn(stand.group())).isInstanceOfSatisfying(Fact.Known.class, known ->
          assertThat(((Member) known.value()).administrator()).isTrue());
      assertThat(inspection.member(stand.group(), stand.person())).isInstanceOf(Fact.Known.class);
    }
    assertThat(shown(person())).as("nothing is said by looking").isEmpty();
  }

  @Test
  void the_messenger_says_of_itself_what_it_can_do() {
    MessageSizes sizes = messenger.sizes();
    assertThat(sizes.text()).isPositive();
    assertThat(sizes.album()).isPositive();
    assertThat(sizes.buttons() > 0).isEqualTo(can(Ability.BUTTONS));
    assertThat(sizes.topicName() > 0).isEqualTo(can(Ability.TOPICS));
    assertThat(can(Ability.TOPICS) && !can(Ability.GROUPS)).as("topics without groups").isFalse();
    assertThat(messenger.name()).matches("[a-z]+");
    assertThat(messenger.title()).isNotBlank();
    assertThat(line.self()).isNotBlank();
  }
}
