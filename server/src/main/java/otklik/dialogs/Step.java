package otklik.dialogs;

/// Where a person is in a form. Implemented by records that carry all that was collected before.
public interface Step {
  /// Names the kind of step and its version, for example helpdesk.category.v1. Stored: never reuse one.
  String tag();
}
