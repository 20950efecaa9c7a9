package otklik.channels;

/// What an account must be allowed in a group besides writing there.
public enum Right {
  MANAGE_TOPICS,
  PIN_MESSAGES,
  DELETE_MESSAGES
}
