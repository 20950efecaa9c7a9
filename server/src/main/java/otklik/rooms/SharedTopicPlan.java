package otklik.rooms;

/// How the topic that a channel's tickets share is opened.
///
/// @param group where
/// @param name  by which it is found again when the answer to its opening was lost, so nothing else is called so
public record SharedTopicPlan(String group, String name) {}
