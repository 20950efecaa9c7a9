package playground;

/// A user of the messenger.
public final class Person {
  private final World world;
  private final Account account;

  Person(World world, Account account) {
    this.world = world;
    this.account = account;
  }

  public long id() {
    return account.id();
  }

  public String firstName() {
    return account.firstName();
  }

  public String username() {
    return account.username();
  }

  /// The person's private chat with the bot; writing there starts it.
  public PrivateHands inPrivate(Bot bot) {
    return world.locked(() -> new PrivateHands(world, world.privateRoom(bot.id(), account.id()), account));
  }

  /// The person in a group, in General until a topic is named.
  public GroupHands in(Group group) {
    return new GroupHands(world, group.room(), account, 0, false);
  }

  Account account() {
    return account;
  }
}
