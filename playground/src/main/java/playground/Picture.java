package playground;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Draws small PNG pictures, so that people have something to send.
final class Picture {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Picture() {}

  /// A landscape whose colours depend on the seed: sky, sun and hills.
  static byte[] png(int width, int seed) {
    int height = width * 3 / 4;
    try {
      var bytes = new ByteArrayOutputStream();
      bytes.write(SIGNATURE);
      var header = new ByteArrayOutputStream();
      var data = new DataOutputStream(header);
      data.writeInt(width);
      data.writeInt(height);
      data.write(new byte[] {8, 2, 0, 0, 0});
      chunk(bytes, "IHDR", header.toByteArray());
      chunk(bytes, "IDAT", pixels(width, height, seed));
      chunk(bytes, "IEND", new byte[0]);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pixels(int width, int height, int seed) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      var row = new byte[1 + width * 3];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int color = color(x / (double) width, y / (double) height, seed);
          row[1 + x * 3] = (byte) (color >> 16);
          row[2 + x * 3] = (byte) (color >> 8);
          row[3 + x * 3] = (byte) color;
        }
        out.write(row);
      }
    }
    return packed.toByteArray();
  }

  private static int color(double x, double y, int seed) {
    double shift = Math.floorMod(seed * 37L, 100) / 100.0;
    double hills = 0.66 + 0.08 * Math.sin(x * 7 + shift * 9) + 0.03 * Math.sin(x * 23 + seed);
    if (y > hills) return mix(0x2f6b4f, 0x16352b, (y - hills) / (1 - hills));
    double sunX = 0.2 + 0.6 * shift;
    if (Math.hypot(x - sunX, (y - 0.3) * 0.75) < 0.09) return 0xfff1c9;
    int dusk = seed % 3 == 0 ? 0xf7b267 : seed % 3 == 1 ? 0xa9d6f5 : 0xe6b8e0;
    int sky = seed % 3 == 0 ? 0x6d4c8f : seed % 3 == 1 ? 0x3d7ab8 : 0x4b6cb7;
    return mix(sky, dusk, y / hills);
  }

  private static int mix(int from, int to, double part) {
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xff;
      int b = to >> shift & 0xff;
      color |= (int) (a + (b - a) * part) << shift;
    }
    return color;
  }

  private static void chunk(ByteArrayOutputStream into, String type, byte[] content) throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(content);
    var out = new DataOutputStream(into);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }
}
