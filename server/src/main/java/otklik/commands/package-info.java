/// What can be done has one home and many doors. A [otklik.commands.Command] is a value: a button, a slash command, the
/// console and an integration make the same one, name who gives it ([otklik.people.Actor]) and show the same
/// [otklik.commands.Result]. Who may is decided here and nowhere else; what happens, by the one
/// [otklik.commands.CommandHandler] that is for it.
@NullMarked
package otklik.commands;

import org.jspecify.annotations.NullMarked;
