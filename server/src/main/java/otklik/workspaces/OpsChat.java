package otklik.workspaces;

import otklik.channels.Messenger;

/// Where those who run the installation hear what is amiss.
///
/// @param messenger by which alone it is reached
public record OpsChat(Messenger messenger, String chat) {}
