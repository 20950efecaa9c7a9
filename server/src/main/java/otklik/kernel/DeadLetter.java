package otklik.kernel;

import java.time.Instant;
import java.util.List;

/// Something that could not be done and waits for a decision. Tells nothing of what people wrote or are called.
///
/// @param id    unique in the whole installation
/// @param since when it came, was due or was made
/// @param what  what it is, in the words of the program
/// @param about ids of ours that it is about, as far as it says so; possibly a ticket's
/// @param why   in the words of the program or of the messenger
public record DeadLetter(String kind, long id, String workspace, String channel, Instant since, String what,
    List<Long> about, String why) {}
