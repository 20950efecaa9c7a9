package otklik.channels.telegram;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The secret by which Telegram's webhook requests are known: 64 hexadecimal digits out of the bot's token, so that
/// every node knows it without storing it. Bot API 10.1 setWebhook allows 1–256 of A-Z a-z 0-9 _ -.
final class Secret {
  private static final String LABEL = "otklik telegram webhook";

  private Secret() {}

  static String of(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(LABEL.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  /// In a time that tells nothing about where the two differ.
  static boolean matches(String secret, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
