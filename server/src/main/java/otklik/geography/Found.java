package otklik.geography;

import java.util.List;

/// Which cities somebody's words may mean.
///
/// @param cities those that are named as they are before those that are named in another form of the word, larger ones
///               first; more than one where a name is ambiguous or several are named; empty where none is
/// @param isSure whether the words say so. Not where a slip of the pen was assumed, nor where another country is
///               named: then ask before relying on it
public record Found(List<City> cities, boolean isSure) {
  public Found {
    cities = List.copyOf(cities);
  }
}
