package otklik.commands;


/// Does what commands want. One bean for each command, or for each family of commands. It needs no door: a door needs
/// [Commands], which knows all handlers.
///
/// @param <C> the command, or the sealed interface of a family
public interface CommandHandler<C extends Command> {
  /// Whoever gave it may give it.
  Result done(Given<C> given) throws Exception;
}
