package otklik.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.channels.Fact;
import otklik.channels.Group;
import otklik.channels.Member;
import otklik.channels.Refusal;
import otklik.channels.Right;
import otklik.standing.Trouble.Kind;

class LookTest {
  private static final Needs.Group NEEDED =
      new Needs.Group("-5", "support-chat-id", true, Set.of(Right.MANAGE_TOPICS, Right.PIN_MESSAGES), List.of(),
          "operators", Set.of("👌"));
  private static final Fact<Group> FORUM = new Fact.Known<>(new Group("Desk", null, true));
  private static final Fact<Group> PLAIN = new Fact.Known<>(new Group("Desk", null, false));

  private static Fact<Member> member(boolean present, boolean mayWrite, boolean admin, Right... rights) {
    return new Fact.Known<>(new Member("bot", false, present, mayWrite, admin, Set.of(rights)));
  }

  private static Set<Kind> amiss(Fact<Group> group, Fact<Member> self) {
    assertThat(Look.of(NEEDED, group, self)).isInstanceOf(Look.Seen.class);
    return ((Look.Seen) Look.of(NEEDED, group, self)).amiss().keySet();
  }

  @Test
  void what_is_needed_and_there_is_no_trouble() {
    assertThat(amiss(FORUM, member(true, true, true, Right.MANAGE_TOPICS, Right.PIN_MESSAGES))).isEmpty();
    assertThat(amiss(FORUM, member(true, true, true, Right.values()))).isEmpty();
  }

  @Test
  void only_what_people_would_mend_first_is_named() {
    assertThat(amiss(FORUM, member(false, true, false))).containsExactly(Kind.GROUP_LOST);
    assertThat(amiss(FORUM, member(true, false, false))).containsExactly(Kind.MUTED);
    assertThat(amiss(FORUM, member(true, true, false))).containsExactly(Kind.NOT_ADMIN);
    assertThat(amiss(FORUM, member(true, true, true, Right.DELETE_MESSAGES)))
        .containsExactly(Kind.NO_RIGHT_TO_TOPICS, Kind.NO_RIGHT_TO_PIN);
    assertThat(amiss(PLAIN, member(true, true, false))).containsExactly(Kind.NO_TOPICS, Kind.NOT_ADMIN);
  }

  @Test
  void a_refusal_says_what_it_says_and_silence_says_nothing() {
    Fact<Member> nobody = new Fact.OutOfReach<>("");
    assertThat(Look.of(NEEDED, new Fact.Refused<>(Refusal.CHAT_GONE, "kicked", null), nobody))
        .isEqualTo(new Look.Seen(Map.of(Kind.GROUP_LOST, "kicked")));
    assertThat(Look.of(NEEDED, new Fact.Refused<>(Refusal.CHANNEL_REVOKED, "Unauthorized", null), nobody))
        .isEqualTo(new Look.Revoked("Unauthorized"));
    assertThat(Look.of(NEEDED, new Fact.Refused<>(Refusal.CHAT_MOVED, "upgraded", "-100"), nobody))
        .isEqualTo(new Look.Moved("-100"));
    assertThat(Look.of(NEEDED, new Fact.Refused<>(Refusal.NOT_ACCEPTED, "?", null), nobody))
        .isEqualTo(new Look.Nothing());
    assertThat(Look.of(NEEDED, new Fact.OutOfReach<>("could not connect"), nobody)).isEqualTo(new Look.Nothing());
    assertThat(Look.of(NEEDED, FORUM, nobody)).isEqualTo(new Look.Nothing());
  }
}
