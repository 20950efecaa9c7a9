package otklik.operations;

import org.jspecify.annotations.Nullable;
import otklik.kernel.Language;
import otklik.workspaces.Channel;
import otklik.workspaces.Texts;

/// Something that keeps people's words from getting through.
///
/// @param channel whose; null where all channels are meant
record Problem(ProblemKind kind, @Nullable Channel channel) {
  static Problem of(ProblemKind kind) {
    return new Problem(kind, null);
  }

  /// For logs and for those who look from outside: in the language of this program's other answers over HTTP.
  String words() {
    return Texts.ofProduct().text(Language.EN, "health." + kind.word(), "channels", channel == null ? "" : channel.label());
  }
}
