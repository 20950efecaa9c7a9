package otklik.kernel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was set aside of one kind. Works across workspaces, because it serves whoever runs the installation.
public interface DeadLetters {
  /// So many are listed and counted; of more nobody needs to know the number.
  int MOST = 1_000;

  /// In one word: update, timer, delivery.
  String kind();

  /// Likewise of many.
  String kinds();

  /// The oldest.
  List<DeadLetter> list();

  /// At most [#MOST]. Reads nothing but what was set aside.
  int count();

  /// Lets it be done again; a running server takes it up within seconds.
  ///
  /// @param id null for all
  /// @return how many there are of those
  int replay(@Nullable Long id, Instant now);
}
