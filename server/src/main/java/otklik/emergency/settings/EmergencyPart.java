package otklik.emergency.settings;

import otklik.talk.Part;

/// What the panic button brings to the talk with people and coordinators.
public interface EmergencyPart extends Part {
  @Override
  default String scenario() {
    return EmergencySettings.SCENARIO;
  }
}
