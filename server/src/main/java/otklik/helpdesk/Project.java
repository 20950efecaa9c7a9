package otklik.helpdesk;

/// A project of a client company, to which people bind themselves with its invite code.
record Project(long id, String client, String name, String inviteCode, boolean active) {}
