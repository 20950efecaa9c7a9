package otklik.console.web;

/// They belong here, and this isn't theirs to do.
public final class NotAllowed extends RuntimeException {}
