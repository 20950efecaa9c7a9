package otklik.console.accounts;

import static otklik.storage.schema.Tables.CONSOLE_MEMBER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Language;
import otklik.kernel.WorkspaceId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Tx;

/// Who uses the console of a workspace, as what.
@Component
public final class WorkspaceMembers {
  private final UserAccounts accounts;
  private final SetupLinks links;

  WorkspaceMembers(UserAccounts accounts, SetupLinks links) {
    this.accounts = accounts;
    this.links = links;
  }

  public record Member(UserAccount account, ConsoleRole role) {}

  /// @param link for whoever has no password yet; null for whoever comes in already
  public record Added(UserId user, @Nullable SecretToken link) {}

  /// As what they may come in here. Owners are administrators everywhere.
  public Optional<ConsoleRole> role(DSLContext sql, WorkspaceId workspace, UserAccount account) {
    if (account.isOwner()) {
      return Optional.of(ConsoleRole.ADMINISTRATOR);
    }
    return sql.select(CONSOLE_MEMBER.ROLE).from(CONSOLE_MEMBER)
        .where(CONSOLE_MEMBER.WORKSPACE_ID.eq(workspace.value()))
        .and(CONSOLE_MEMBER.USER_ID.eq(account.id().value()))
        .fetchOptional(CONSOLE_MEMBER.ROLE).flatMap(ConsoleRole::of);
  }

  /// In which workspaces they are something.
  public Map<WorkspaceId, ConsoleRole> roles(DSLContext sql, UserId user) {
    Map<WorkspaceId, ConsoleRole> roles = new LinkedHashMap<>();
    sql.select(CONSOLE_MEMBER.WORKSPACE_ID, CONSOLE_MEMBER.ROLE)
        .hint(AcrossWorkspaces.WORKSPACES_OF_A_USER.mark())
        .from(CONSOLE_MEMBER).where(CONSOLE_MEMBER.USER_ID.eq(user.value()))
        .forEach(row -> ConsoleRole.of(row.value2())
            .ifPresent(role -> roles.put(new WorkspaceId(row.value1()), role)));
    return roles;
  }

  /// By name.
  public List<Member> all(DSLContext sql, WorkspaceId workspace) {
    Map<Long, String> roles = sql.select(CONSOLE_MEMBER.USER_ID, CONSOLE_MEMBER.ROLE).from(CONSOLE_MEMBER)
        .where(CONSOLE_MEMBER.WORKSPACE_ID.eq(workspace.value()))
        .fetchMap(CONSOLE_MEMBER.USER_ID, CONSOLE_MEMBER.ROLE);
    List<Member> members = new ArrayList<>();
    for (UserAccount account : accounts.all(sql, roles.keySet().stream().map(UserId::new).toList())) {
      ConsoleRole.of(roles.get(account.id().value())).ifPresent(role -> members.add(new Member(account, role)));
    }
    return members;
  }

  /// Whoever has that login belongs here from now on; a user is made where nobody has it. Empty when they belong here
  /// already.
  public Optional<Added> add(Tx tx, WorkspaceId workspace, String login, String name, Language language,
      ConsoleRole role) {
    Optional<UserAccount> known = accounts.find(tx.sql(), login);
    UserId user = known.map(UserAccount::id).orElse(null);
    if (user == null) {
      user = accounts.add(tx, login, name, language, false);
    }
    if (user == null || !isAdded(tx, workspace, user, role)) {
      return Optional.empty();
    }
    boolean comesInAlready = known.map(UserAccount::hasChosen).orElse(false);
    return Optional.of(new Added(user, comesInAlready ? null : links.make(tx, user)));
  }

  private static boolean isAdded(Tx tx, WorkspaceId workspace, UserId user, ConsoleRole role) {
    return tx.sql().insertInto(CONSOLE_MEMBER)
        .set(CONSOLE_MEMBER.WORKSPACE_ID, workspace.value())
        .set(CONSOLE_MEMBER.USER_ID, user.value())
        .set(CONSOLE_MEMBER.ROLE, role.word())
        .set(CONSOLE_MEMBER.CREATED_AT, tx.now())
        .onConflictDoNothing()
        .execute() == 1;
  }

  /// False for whoever doesn't belong here.
  public boolean change(Tx tx, WorkspaceId workspace, UserId user, ConsoleRole role) {
    return tx.sql().update(CONSOLE_MEMBER).set(CONSOLE_MEMBER.ROLE, role.word())
        .where(CONSOLE_MEMBER.WORKSPACE_ID.eq(workspace.value()))
        .and(CONSOLE_MEMBER.USER_ID.eq(user.value())).execute() == 1;
  }

  /// They don't belong here any more. Whoever belongs nowhere is let in no more.
  public boolean remove(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.sql().deleteFrom(CONSOLE_MEMBER)
        .where(CONSOLE_MEMBER.WORKSPACE_ID.eq(workspace.value()))
        .and(CONSOLE_MEMBER.USER_ID.eq(user.value())).execute() == 1;
  }

  /// A new link for whoever has lost theirs or has forgotten their password. Empty for those over whom this workspace's
  /// administrator has no such power: owners, and who belongs to another workspace, too.
  public Optional<SecretToken> newLink(Tx tx, WorkspaceId workspace, UserId user) {
    Map<WorkspaceId, ConsoleRole> roles = roles(tx.sql(), user);
    boolean isTheirs = roles.size() == 1 && roles.containsKey(workspace)
        && accounts.find(tx.sql(), user).filter(account -> !account.isOwner() && !account.isDisabled()).isPresent();
    return isTheirs ? Optional.of(links.make(tx, user)) : Optional.empty();
  }
}
