package otklik.people;

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
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What people did lately, as far as the limits of what they may do must remember. In rows, so that a restart forgets
/// nothing. Who it was is kept as a hash: having one's data erased gives nobody new attempts.
@Component
public final class RateLimitLog {
  /// Nothing is remembered for longer.
  public static final Duration LONGEST = Duration.ofDays(1);

  /// What somebody did: an enum of each scenario. The names are stored, in at most 10 small letters: never rename one.
  public interface Kind {
    String name();
  }

  private final Ids ids;

  RateLimitLog(Ids ids) {
    this.ids = ids;
  }

  /// How often they did that lately.
  public int count(Turn turn, Person person, Kind kind, Duration lately) {
    return turn.sql().fetchCount(DOORSTEP,
        of(turn.channel(), person).and(DOORSTEP.KIND.eq(stored(kind)))
            .and(DOORSTEP.SEEN_AT.gt(turn.now().minus(lately))));
  }

  /// They did it now. Of theirs and that kind only what is asked about is kept, so that whoever goes on for a day leaves no
  /// more rows than a limit counts; of those who don't come back, everything goes after a day.
  ///
  /// @param lately how long it is asked about, see [#count]
  public void note(Turn turn, Person person, Kind kind, Duration lately) {
    turn.sql().deleteFrom(DOORSTEP)
        .where(of(turn.channel(), person))
        .and(DOORSTEP.KIND.eq(stored(kind)))
        .and(DOORSTEP.SEEN_AT.le(turn.now().minus(lately)))
        .execute();
    turn.sql().deleteFrom(DOORSTEP)
        .where(in(turn.channel()))
        .and(DOORSTEP.SEEN_AT.le(turn.now().minus(LONGEST)))
        .execute();
    turn.sql().insertInto(DOORSTEP)
        .set(DOORSTEP.ID, ids.next())
        .set(DOORSTEP.WORKSPACE_ID, turn.workspace().value())
        .set(DOORSTEP.CHANNEL_ID, turn.channel().id().value())
        .set(DOORSTEP.WHO, who(turn.channel(), person))
        .set(DOORSTEP.KIND, stored(kind))
        .set(DOORSTEP.SEEN_AT, turn.now())
        .execute();
  }

  /// It goes on: only the latest is remembered.
  public void renew(Turn turn, Person person, Kind kind) {
    note(turn, person, kind, Duration.ZERO);
  }

  private static String stored(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
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
