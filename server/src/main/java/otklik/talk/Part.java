package otklik.talk;

/// What a scenario brings to this module.
public interface Part {
  /// What all scenarios have.
  String EVERY = "";

  /// The scenario's name, or [#EVERY].
  String scenario();
}
