/// A room for every ticket, with a card that is kept true: a topic of its own in the operators' group, or a place that
/// it shares with others, where whatever is said about it begins with its mark. A room that is lost is made again with
/// what was said there. Where a ticket's room is to be and what its card says is each scenario's own: it brings a
/// [otklik.rooms.RoomProvider].
@NullMarked
package otklik.rooms;

import org.jspecify.annotations.NullMarked;
