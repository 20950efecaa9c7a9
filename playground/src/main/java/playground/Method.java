package playground;

import tools.jackson.databind.JsonNode;

/// One method of the Bot API.
interface Method {
  /// Answers the call or throws an `ApiError`.
  JsonNode answer(Request request);
}
