package otklik;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What commands say to the person who typed them.
final class Terminal {
  private static final PrintStream OUT = stream(FileDescriptor.out);
  private static final PrintStream ERR = stream(FileDescriptor.err);

  private Terminal() {}

  static void say(String line) {
    OUT.println(line);
  }

  static void complain(String line) {
    ERR.println(line);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
