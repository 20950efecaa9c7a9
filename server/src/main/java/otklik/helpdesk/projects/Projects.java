package otklik.helpdesk.projects;

import static otklik.storage.schema.Tables.BINDING;
import static otklik.storage.schema.Tables.CLIENT;
import static otklik.storage.schema.Tables.PROJECT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.storage.Statement;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// The rows of client companies, their projects, and who belongs to which.
@Component
public final class Projects {
  private static final String COLUMNS = """
      select project.id, client.name, project.name, project.is_active
      from project join client on client.workspace_id = project.workspace_id and client.id = project.client_id
      where project.workspace_id = ? and project.channel_id = ?
      """;
  private static final Statement BY_ID = Statement.of(COLUMNS + " and project.id = ?");
  private static final Statement ALL = Statement.of(COLUMNS + " order by project.id");

  private final Ids ids;
  private final Invites invites;

  Projects(Ids ids, Invites invites) {
    this.ids = ids;
    this.invites = invites;
  }

  public Optional<Project> find(Turn turn, long id) {
    return turn.first(BY_ID, Projects::project, turn.workspace().value(), turn.channel().id().value(), id);
  }

  public List<Project> all(ReadTurn turn) {
    return turn.all(ALL, Projects::project, turn.workspace().value(), turn.channel().id().value());
  }

  /// The project for which the person writes now.
  public Optional<Project> of(Turn turn, PersonId person) {
    return turn.sql().select(BINDING.PROJECT_ID).from(BINDING)
        .where(BINDING.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(BINDING.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(BINDING.PERSON_ID.eq(person.value()))
        .and(BINDING.IS_ACTIVE)
        .fetchOptional(BINDING.PROJECT_ID)
        .flatMap(id -> find(turn, id));
  }

  /// All projects that the person was bound to, in the order of binding.
  public List<Project> allOf(Turn turn, PersonId person) {
    return turn.sql().select(BINDING.PROJECT_ID).from(BINDING)
        .where(BINDING.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(BINDING.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(BINDING.PERSON_ID.eq(person.value()))
        .orderBy(BINDING.ID)
        .fetch(BINDING.PROJECT_ID).stream()
        .flatMap(id -> find(turn, id).stream())
        .toList();
  }

  /// Makes this the project for which the person writes; earlier ones are remembered.
  public void bind(Turn turn, PersonId person, Project project) {
    Instant now = turn.now();
    turn.sql().update(BINDING)
        .set(BINDING.IS_ACTIVE, false)
        .set(BINDING.UPDATED_AT, now)
        .where(BINDING.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(BINDING.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(BINDING.PERSON_ID.eq(person.value()))
        .and(BINDING.IS_ACTIVE)
        .execute();
    turn.sql().insertInto(BINDING)
        .set(BINDING.ID, ids.next())
        .set(BINDING.WORKSPACE_ID, turn.workspace().value())
        .set(BINDING.CHANNEL_ID, turn.channel().id().value())
        .set(BINDING.PERSON_ID, person.value())
        .set(BINDING.PROJECT_ID, project.id())
        .set(BINDING.IS_ACTIVE, true)
        .set(BINDING.CREATED_AT, now)
        .set(BINDING.UPDATED_AT, now)
        .onConflict(BINDING.WORKSPACE_ID, BINDING.CHANNEL_ID, BINDING.PERSON_ID, BINDING.PROJECT_ID)
        .doUpdate()
        .set(BINDING.IS_ACTIVE, true)
        .set(BINDING.UPDATED_AT, now)
        .execute();
  }

  /// Adds what isn't there and brings the rest up to date; takes nothing away.
  void declare(Turn turn, HelpdeskSettings.Client client) {
    long clientId = client(turn, client.name());
    for (HelpdeskSettings.Project project : client.projects()) {
      turn.sql().insertInto(PROJECT)
          .set(PROJECT.ID, ids.next())
          .set(PROJECT.WORKSPACE_ID, turn.workspace().value())
          .set(PROJECT.CHANNEL_ID, turn.channel().id().value())
          .set(PROJECT.CLIENT_ID, clientId)
          .set(PROJECT.NAME, project.name())
          .set(PROJECT.INVITE_CODE, project.inviteCode())
          .set(PROJECT.IS_ACTIVE, project.isActive())
          .onConflict(PROJECT.WORKSPACE_ID, PROJECT.CHANNEL_ID, PROJECT.INVITE_CODE)
          .doUpdate()
          .set(PROJECT.CLIENT_ID, clientId)
          .set(PROJECT.NAME, project.name())
          .set(PROJECT.IS_ACTIVE, project.isActive())
          .execute();
      invites.declare(turn, declaredWith(turn, project.inviteCode()), project.inviteCode());
    }
  }

  private static long declaredWith(Turn turn, String code) {
    return turn.sql().select(PROJECT.ID).from(PROJECT)
        .where(PROJECT.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(PROJECT.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(PROJECT.INVITE_CODE.eq(code))
        .fetchSingle(PROJECT.ID);
  }

  /// A project that the configuration doesn't know, with its first code. The company is made where it isn't there.
  public Project create(Turn turn, String client, String name, String code) {
    String known = all(turn).stream().map(Project::client).filter(client::equalsIgnoreCase).findFirst()
        .orElse(client);
    declare(turn, new HelpdeskSettings.Client(known, List.of(new HelpdeskSettings.Project(name, code, true))));
    return find(turn, declaredWith(turn, code)).orElseThrow();
  }

  private long client(Turn turn, String name) {
    turn.sql().insertInto(CLIENT)
        .set(CLIENT.ID, ids.next())
        .set(CLIENT.WORKSPACE_ID, turn.workspace().value())
        .set(CLIENT.CHANNEL_ID, turn.channel().id().value())
        .set(CLIENT.NAME, name)
        .onConflictDoNothing()
        .execute();
    return turn.sql().select(CLIENT.ID).from(CLIENT)
        .where(CLIENT.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(CLIENT.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(CLIENT.NAME.eq(name))
        .fetchSingle(CLIENT.ID);
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4));
  }
}
