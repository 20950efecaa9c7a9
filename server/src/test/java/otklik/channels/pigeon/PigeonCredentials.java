package otklik.channels.pigeon;

import otklik.channels.Credentials;

/// @param ring by which a pigeon knows whose it is
record PigeonCredentials(String ring) implements Credentials {
  @Override
  public String toString() {
    return "PigeonCredentials[hidden]";
  }
}
