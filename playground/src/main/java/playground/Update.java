package playground;

import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.node.ObjectNode;

/// An update that waits for its bot. Updates with one lane are pushed one after another;
/// `owed` means that confirming by offset may not remove it before it was handed out once.
record Update(long id, String lane, ObjectNode json, long expiresAt, AtomicBoolean owed) {}
