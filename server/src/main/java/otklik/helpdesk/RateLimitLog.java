package otklik.helpdesk;

import static otklik.storage.schema.Tables.DOORSTEP;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.people.Person;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What people did lately at the door of a desk, as far as its limits must remember. Who it was is kept as a hash:
/// having one's data erased gives nobody new attempts.
@Component
final class RateLimitLog {
  enum Kind {
    /// Something that was let in.
    MESSAGE,
    /// A code that was wrong.
    GUESS,
    /// They were told that a file is too large.
    LARGE,
    /// They were told that it is too much.
    TOLD,
    /// The latest of a flood that was dropped.
    FLOOD;

    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Ids ids;

  RateLimitLog(Ids ids) {
    this.ids = ids;
  }

  int count(Turn turn, Person person, Kind kind, Duration lately) {
    return turn.sql().fetchCount(DOORSTEP,
        of(turn.channel(), person).and(DOORSTEP.KIND.eq(kind.stored()))
            .and(DOORSTEP.SEEN_AT.gt(turn.now().minus(lately))));
  }

  void note(Turn turn, Person person, Kind kind) {
    turn.sql().deleteFrom(DOORSTEP)
        .where(in(turn.channel()))
        .and(DOORSTEP.SEEN_AT.le(turn.now().minus(StrangersLimit.LONGEST)))
        .execute();
    turn.sql().insertInto(DOORSTEP)
        .set(DOORSTEP.ID, ids.next())
        .set(DOORSTEP.WORKSPACE_ID, turn.workspace().value())
        .set(DOORSTEP.CHANNEL_ID, turn.channel().id().value())
        .set(DOORSTEP.WHO, who(turn.channel(), person))
        .set(DOORSTEP.KIND, kind.stored())
        .set(DOORSTEP.SEEN_AT, turn.now())
        .execute();
  }

  /// It goes on: only the latest is remembered.
  void renew(Turn turn, Person person, Kind kind) {
    turn.sql().deleteFrom(DOORSTEP).where(of(turn.channel(), person)).and(DOORSTEP.KIND.eq(kind.stored())).execute();
    note(turn, person, kind);
  }

  private static Condition of(Channel channel, Person person) {
    return in(channel).and(DOORSTEP.WHO.eq(who(channel, person)));
  }

  private static Condition in(Channel channel) {
    return DOORSTEP.WORKSPACE_ID.eq(channel.workspace().value()).and(DOORSTEP.CHANNEL_ID.eq(channel.id().value()));
  }

  private static String who(Channel channel, Person person) {
    String account = channel.id().value() + " " + person.account();
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
