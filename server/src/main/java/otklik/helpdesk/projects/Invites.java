package otklik.helpdesk.projects;

import static otklik.storage.schema.Tables.INVITE;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of invite codes. How often one may be used holds also when two people come at once.
@Component
public final class Invites {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 8;

  private final Ids ids;

  Invites(Ids ids) {
    this.ids = ids;
  }

  /// Exactly as typed, else the only one that can be meant.
  public Optional<Invite> meant(Turn turn, InviteCode code) {
    Optional<Invite> exact = exactly(turn, code.exact());
    if (exact.isPresent()) {
      return exact;
    }
    List<Invite> alike = fetch(turn, INVITE.NORMAL.eq(code.normal()));
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private Optional<Invite> exactly(Turn turn, String code) {
    return fetch(turn, INVITE.CODE.eq(code)).stream().findFirst();
  }

  public List<Invite> all(ReadTurn turn) {
    return fetch(turn, INVITE.ID.isNotNull());
  }

  /// Binds one more person. False when the code lets nobody in any more: then nothing changed.
  public boolean use(Turn turn, Invite invite) {
    return turn.sql().update(INVITE)
        .set(INVITE.USED, INVITE.USED.plus(1))
        .where(in(turn.channel()))
        .and(INVITE.ID.eq(invite.id()))
        .and(INVITE.IS_ACTIVE)
        .and(INVITE.MOST_USES.isNull().or(INVITE.USED.lt(INVITE.MOST_USES)))
        .and(INVITE.ENDS_AT.isNull().or(INVITE.ENDS_AT.gt(turn.now())))
        .execute() == 1;
  }

  /// A code of the configuration. One that was revoked stays so.
  public void declare(Turn turn, long project, String code) {
    turn.sql().insertInto(INVITE)
        .set(INVITE.ID, ids.next())
        .set(INVITE.WORKSPACE_ID, turn.workspace().value())
        .set(INVITE.CHANNEL_ID, turn.channel().id().value())
        .set(INVITE.PROJECT_ID, project)
        .set(INVITE.CODE, code)
        .set(INVITE.NORMAL, InviteCode.normal(code))
        .set(INVITE.USED, 0)
        .set(INVITE.IS_ACTIVE, true)
        .onConflict(INVITE.WORKSPACE_ID, INVITE.CHANNEL_ID, INVITE.CODE)
        .doUpdate()
        .set(INVITE.PROJECT_ID, project)
        .execute();
  }

  public void limit(Turn turn, String code, @Nullable Integer mostUses, @Nullable Instant endsAt) {
    turn.sql().update(INVITE)
        .set(INVITE.MOST_USES, mostUses)
        .set(INVITE.ENDS_AT, endsAt)
        .where(in(turn.channel()))
        .and(INVITE.CODE.eq(code))
        .execute();
  }

  /// False when it was off before.
  public boolean revoke(Turn turn, Invite invite) {
    return turn.sql().update(INVITE)
        .set(INVITE.IS_ACTIVE, false)
        .where(in(turn.channel()))
        .and(INVITE.ID.eq(invite.id()))
        .and(INVITE.IS_ACTIVE)
        .execute() == 1;
  }

  public static String newCode() {
    SecureRandom random = new SecureRandom();
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  private static List<Invite> fetch(ReadTurn turn, Condition which) {
    return turn.sql()
        .select(INVITE.ID, INVITE.PROJECT_ID, INVITE.CODE, INVITE.USED, INVITE.MOST_USES, INVITE.ENDS_AT,
            INVITE.IS_ACTIVE)
        .from(INVITE)
        .where(in(turn.channel()))
        .and(which)
        .orderBy(INVITE.ID)
        .fetch(row -> new Invite(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(),
            row.value7()));
  }

  private static Condition in(Channel channel) {
    return INVITE.WORKSPACE_ID.eq(channel.workspace().value()).and(INVITE.CHANNEL_ID.eq(channel.id().value()));
  }
}
