package otklik.rooms;

/// How the topic that a channel's tickets share is opened.
///
/// @param group where
/// @param name      by which it is found again when the answer to its opening was lost, so nothing else is called so
/// @param notOpened what operators are told outside of all topics when the messenger doesn't open it
public record SharedTopicPlan(String group, String name, String notOpened) {}
