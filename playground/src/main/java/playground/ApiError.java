package playground;

import tools.jackson.databind.node.ObjectNode;

/// A refusal with the exact code and words of the Bot API.
final class ApiError extends RuntimeException {
  private final int code;
  private final transient ObjectNode parameters;

  ApiError(int code, String description, ObjectNode parameters) {
    super(description, null, false, false);
    this.code = code;
    this.parameters = parameters;
  }

  ApiError(int code, String description) {
    this(code, description, null);
  }

  static ApiError bad(String text) {
    return new ApiError(400, "Bad Request: " + text);
  }

  static ApiError forbidden(String text) {
    return new ApiError(403, "Forbidden: " + text);
  }

  static ApiError conflict(String text) {
    return new ApiError(409, "Conflict: " + text);
  }

  static ApiError tooMany(int seconds) {
    return new ApiError(
        429,
        "Too Many Requests: retry after " + seconds,
        Json.object().put("retry_after", seconds));
  }

  static ApiError migrated(long to) {
    return new ApiError(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        Json.object().put("migrate_to_chat_id", to));
  }

  int code() {
    return code;
  }

  /// Whole seconds to wait, or 0 when this is not a flood refusal.
  int retryAfter() {
    return parameters == null ? 0 : parameters.path("retry_after").asInt(0);
  }

  ObjectNode body() {
    var body = Json.object().put("ok", false).put("error_code", code).put("description", getMessage());
    if (parameters != null) body.set("parameters", parameters);
    return body;
  }
}
