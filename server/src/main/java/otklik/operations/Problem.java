package otklik.operations;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Language;
import otklik.workspaces.Channel;
import otklik.workspaces.Texts;

/// Something that keeps people's words from getting through.
///
/// @param channel whose; null where all channels are meant
/// @param cause   what most likely lies behind it, as the texts know it; two problems are the same whatever it is
record Problem(ProblemKind kind, @Nullable Channel channel, String cause) {
  private static final String UNKNOWN = "other";

  Problem(ProblemKind kind, @Nullable Channel channel) {
    this(kind, channel, UNKNOWN);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Problem(var itsKind, var itsChannel, _) && kind == itsKind
        && Objects.equals(channel, itsChannel);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, channel);
  }

  static Problem of(ProblemKind kind) {
    return new Problem(kind, null);
  }

  /// For logs and for those who look from outside: in the language of this program's other answers over HTTP.
  String words() {
    Texts texts = channel == null ? Texts.ofProduct() : Texts.ofProduct().on(channel.messenger().name());
    return texts.text(Language.EN, "health." + kind.word(), "channels", channel == null ? "" : channel.label(),
        "cause", cause);
  }
}
