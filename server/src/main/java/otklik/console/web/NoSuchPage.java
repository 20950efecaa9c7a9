package otklik.console.web;

/// There is none, or none that they may know of.
public final class NoSuchPage extends RuntimeException {}
