package otklik.lostproperty;

import otklik.talk.Part;

interface LostPart extends Part {
  @Override
  default String scenario() {
    return LostProperty.NAME;
  }
}
