package playground;

import tools.jackson.databind.JsonNode;

/// One call that a bot made: what it asked and how it ended. The status is 0 when the call was
/// never answered. Times are of `System.nanoTime`.
public record Call(
    long bot, String method, long chatId, int threadId, JsonNode params, int status, long arrived, long completed) {}
