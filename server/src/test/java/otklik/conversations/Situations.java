package otklik.conversations;

import java.util.List;

/// What people are in the middle of at one desk or in one town.
abstract class Situations {
  abstract Scene scene();

  /// Before anything is recorded; some time passes.
  void prepare() {}

  /// In the order in which they are brought about.
  abstract List<Situation> all();

  Client again(String name) {
    return scene().again(name);
  }
}
