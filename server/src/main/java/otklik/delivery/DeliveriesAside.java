package otklik.delivery;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.CHANNEL;
import static otklik.storage.schema.Tables.DELIVERY;
import static otklik.storage.schema.Tables.WORKSPACE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import otklik.kernel.DeadLetter;
import otklik.kernel.DeadLetters;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;

/// Deliveries that came to no good end: `unheard` ones were made, but the module that waited for the outcome failed on
/// it; those `aside` were given up.
public final class DeliveriesAside implements DeadLetters {
  static final String UNHEARD = "unheard";
  static final String ASIDE = "aside";
  /// As the partial indexes have it.
  private static final List<Condition> EACH =
      List.of(DELIVERY.STATE.eq(inline(UNHEARD)), DELIVERY.STATE.eq(inline(ASIDE)));

  private final Database database;

  public DeliveriesAside(Database database) {
    this.database = database;
  }

  @Override
  public String kind() {
    return "delivery";
  }

  @Override
  public String kinds() {
    return "deliveries";
  }

  @Override
  public List<DeadLetter> list() {
    return EACH.stream().flatMap(state -> list(state).stream()).limit(MOST).toList();
  }

  private List<DeadLetter> list(Condition state) {
    return database.read(sql -> sql
        .select(DELIVERY.ID, WORKSPACE.NAME, CHANNEL.NAME, DELIVERY.CREATED_AT, DELIVERY.SUBJECT, DELIVERY.STATE,
            DELIVERY.ERROR, DELIVERY.WORKSPACE_ID)
        .hint(AcrossWorkspaces.DELIVERIES_SET_ASIDE.mark())
        .from(DELIVERY)
        .join(WORKSPACE).on(WORKSPACE.ID.eq(DELIVERY.WORKSPACE_ID))
        .join(CHANNEL).on(CHANNEL.WORKSPACE_ID.eq(DELIVERY.WORKSPACE_ID)).and(CHANNEL.ID.eq(DELIVERY.CHANNEL_ID))
        .where(state)
        .orderBy(DELIVERY.ID)
        .limit(MOST)
        .fetch(row -> letter(row.value1(), row.value2(), row.value3(), row.value4(),
            row.value5() == null ? null : Subject.read(row.value5()), row.value6(), row.value7())));
  }

  private DeadLetter letter(long id, String workspace, String channel, Instant owedAt, @Nullable Subject subject,
      String state, @Nullable String error) {
    String why = state.equals(UNHEARD)
        ? "was made; who waited for its outcome failed on that" + (error == null ? "" : " (" + error + ")")
        : Objects.requireNonNullElse(error, "given up");
    return new DeadLetter(kind(), id, workspace, channel, owedAt, subject == null ? "a call" : subject.kind(),
        subject == null ? List.of() : List.of(subject.id()), why);
  }

  @Override
  public int count() {
    return Math.min(MOST, EACH.stream().mapToInt(this::count).sum());
  }

  private int count(Condition state) {
    return database.read(sql -> sql.fetchCount(sql.select(DELIVERY.ID)
        .hint(AcrossWorkspaces.DELIVERIES_SET_ASIDE.mark())
        .from(DELIVERY)
        .where(state)
        .limit(inline(MOST))));
  }

  /// What is unheard is told again ([OutcomeReplay]); what was given up waits again.
  @Override
  public int replay(@Nullable Long id, Instant now) {
    Condition which = id == null ? DSL.noCondition() : DELIVERY.ID.eq(id);
    return database.writeNow(tx -> {
      int told = tx.sql().update(DELIVERY)
          .set(DELIVERY.REPLAY_AT, now)
          .where(DELIVERY.WORKSPACE_ID.in(tx.sql().select(WORKSPACE.ID).from(WORKSPACE)))
          .and(DELIVERY.STATE.eq(inline(UNHEARD)))
          .and(which)
          .execute();
      return told + tx.sql().update(DELIVERY)
          .set(DELIVERY.STATE, "pending")
          .set(DELIVERY.ATTEMPTS, 0)
          .setNull(DELIVERY.ERROR)
          .setNull(DELIVERY.DONE_AT)
          .where(DELIVERY.WORKSPACE_ID.in(tx.sql().select(WORKSPACE.ID).from(WORKSPACE)))
          .and(DELIVERY.STATE.eq(inline(ASIDE)))
          .and(which)
          .execute();
    });
  }
}
