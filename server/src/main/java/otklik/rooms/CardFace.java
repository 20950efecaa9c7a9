package otklik.rooms;

import java.util.List;
import otklik.channels.Button;
import otklik.channels.Content;

/// What a card says, and the buttons under it.
///
/// @param complete whether the person's words from before the ticket stand in it in full, so that they need no copy
public record CardFace(Content.Text text, List<List<Button>> buttons, boolean complete) {}
