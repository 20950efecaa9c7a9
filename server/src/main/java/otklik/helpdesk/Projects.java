package otklik.helpdesk;

import static otklik.storage.schema.Tables.BINDING;
import static otklik.storage.schema.Tables.CLIENT;
import static otklik.storage.schema.Tables.PROJECT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.storage.ReadTx;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of client companies, their projects, and who belongs to which.
@Component
final class Projects {
  private static final String COLUMNS = """
      select project.id, client.name, project.name, project.is_active
      from project join client on client.workspace_id = project.workspace_id and client.id = project.client_id
      where project.workspace_id = ? and project.channel_id = ?
      """;
  private static final Statement BY_ID = Statement.of(COLUMNS + " and project.id = ?");
  private static final Statement ALL = Statement.of(COLUMNS + " order by project.id");

  private final Ids ids;
  private final Invites invites;
  private final InstantSource clock;

  Projects(Ids ids, Invites invites, InstantSource clock) {
    this.ids = ids;
    this.invites = invites;
    this.clock = clock;
  }

  Optional<Project> find(Tx tx, Channel channel, long id) {
    return tx.first(BY_ID, Projects::project, channel.workspace().value(), channel.id().value(), id);
  }

  List<Project> all(ReadTx tx, Channel channel) {
    return tx.all(ALL, Projects::project, channel.workspace().value(), channel.id().value());
  }

  /// The project for which the person writes now.
  Optional<Project> of(Tx tx, Channel channel, PersonId person) {
    return tx.sql().select(BINDING.PROJECT_ID).from(BINDING)
        .where(BINDING.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(BINDING.CHANNEL_ID.eq(channel.id().value()))
        .and(BINDING.PERSON_ID.eq(person.value()))
        .and(BINDING.IS_ACTIVE)
        .fetchOptional(BINDING.PROJECT_ID)
        .flatMap(id -> find(tx, channel, id));
  }

  /// All projects that the person was bound to, in the order of binding.
  List<Project> allOf(Tx tx, Channel channel, PersonId person) {
    return tx.sql().select(BINDING.PROJECT_ID).from(BINDING)
        .where(BINDING.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(BINDING.CHANNEL_ID.eq(channel.id().value()))
        .and(BINDING.PERSON_ID.eq(person.value()))
        .orderBy(BINDING.ID)
        .fetch(BINDING.PROJECT_ID).stream()
        .flatMap(id -> find(tx, channel, id).stream())
        .toList();
  }

  /// Makes this the project for which the person writes; earlier ones are remembered.
  void bind(Tx tx, Channel channel, PersonId person, Project project) {
    Instant now = clock.instant();
    tx.sql().update(BINDING)
        .set(BINDING.IS_ACTIVE, false)
        .set(BINDING.UPDATED_AT, now)
        .where(BINDING.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(BINDING.CHANNEL_ID.eq(channel.id().value()))
        .and(BINDING.PERSON_ID.eq(person.value()))
        .and(BINDING.IS_ACTIVE)
        .execute();
    tx.sql().insertInto(BINDING)
        .set(BINDING.ID, ids.next())
        .set(BINDING.WORKSPACE_ID, channel.workspace().value())
        .set(BINDING.CHANNEL_ID, channel.id().value())
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

  /// Who was bound to what is nobody's business any more.
  void unbind(Tx tx, Channel channel, PersonId person) {
    tx.sql().deleteFrom(BINDING)
        .where(BINDING.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(BINDING.CHANNEL_ID.eq(channel.id().value()))
        .and(BINDING.PERSON_ID.eq(person.value()))
        .execute();
  }

  /// Adds what isn't there and brings the rest up to date; takes nothing away.
  void declare(Tx tx, Channel channel, HelpdeskSettings.Client client) {
    long clientId = client(tx, channel, client.name());
    for (HelpdeskSettings.Project project : client.projects()) {
      tx.sql().insertInto(PROJECT)
          .set(PROJECT.ID, ids.next())
          .set(PROJECT.WORKSPACE_ID, channel.workspace().value())
          .set(PROJECT.CHANNEL_ID, channel.id().value())
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
      invites.declare(tx, channel, declaredWith(tx, channel, project.inviteCode()), project.inviteCode());
    }
  }

  private static long declaredWith(Tx tx, Channel channel, String code) {
    return tx.sql().select(PROJECT.ID).from(PROJECT)
        .where(PROJECT.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(PROJECT.CHANNEL_ID.eq(channel.id().value()))
        .and(PROJECT.INVITE_CODE.eq(code))
        .fetchSingle(PROJECT.ID);
  }

  /// A project that the configuration doesn't know, with its first code. The company is made where it isn't there.
  Project create(Tx tx, Channel channel, String client, String name, String code) {
    String known = all(tx, channel).stream().map(Project::client).filter(client::equalsIgnoreCase).findFirst()
        .orElse(client);
    declare(tx, channel, new HelpdeskSettings.Client(known, List.of(new HelpdeskSettings.Project(name, code, true))));
    return find(tx, channel, declaredWith(tx, channel, code)).orElseThrow();
  }

  private long client(Tx tx, Channel channel, String name) {
    tx.sql().insertInto(CLIENT)
        .set(CLIENT.ID, ids.next())
        .set(CLIENT.WORKSPACE_ID, channel.workspace().value())
        .set(CLIENT.CHANNEL_ID, channel.id().value())
        .set(CLIENT.NAME, name)
        .onConflictDoNothing()
        .execute();
    return tx.sql().select(CLIENT.ID).from(CLIENT)
        .where(CLIENT.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(CLIENT.CHANNEL_ID.eq(channel.id().value()))
        .and(CLIENT.NAME.eq(name))
        .fetchSingle(CLIENT.ID);
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4));
  }
}
