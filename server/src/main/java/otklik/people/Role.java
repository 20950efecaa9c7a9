package otklik.people;


/// As what somebody does something. The first three are granted by whoever lets them in (a team's configuration, the
/// console's users, an integration's key); the others follow from what it is about.
public enum Role {
  /// Works on people's tickets.
  TEAM,
  /// Likewise, and may do what only some may.
  ADMIN,
  /// Belongs to those who may help, as the messenger has just said.
  MEMBER,
  /// Whose ticket it is.
  ASKER,
  /// Who has it.
  OWNER,
  /// What happens by itself.
  CLOCK
}
