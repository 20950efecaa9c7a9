package otklik.helpdesk.settings;

import otklik.talk.Part;

/// What a desk brings to the talk with people and operators.
public interface DeskPart extends Part {
  @Override
  default String scenario() {
    return HelpdeskSettings.SCENARIO;
  }
}
