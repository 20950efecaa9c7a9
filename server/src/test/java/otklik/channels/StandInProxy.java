package otklik.channels;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Proxy;

/// A proxy of both kinds on one port. Whatever name is asked for, it leads to one port of this machine: names that nobody
/// else knows are looked up by the proxy alone.
public final class StandInProxy implements AutoCloseable {
  private static final int SOCKS = 5;
  private static final int BY_PASSWORD = 2;
  private static final int NAME = 3;

  private final ServerSocket server;
  private final int target;
  private final Proxy.@Nullable Login login;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean leadsNowhere;

  /// @param login null to let everybody through
  public StandInProxy(int target, Proxy.@Nullable Login login) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.login = login;
    Thread.ofVirtual().start(this::accept);
  }

  public Proxy as(Proxy.Protocol protocol, Proxy.@Nullable Login login) {
    return new Proxy(protocol, "127.0.0.1", server.getLocalPort(), login);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// From now on it can't connect.
  public void leadsNowhere() {
    leadsNowhere = true;
  }

  /// What it was asked to connect to, and the heads of requests.
  public List<String> asked() {
    return asked;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // So it ends.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      int first = in.read();
      if (first == SOCKS) {
        socks(in, socket.getOutputStream());
      } else if (first > 0) {
        http(first, in, socket.getOutputStream());
      }
    } catch (IOException gone) {
      // Either side has gone.
    }
  }

  private void socks(InputStream in, OutputStream out) throws IOException {
    byte[] methods = exactly(in, octet(in));
    boolean knows = new String(methods, StandardCharsets.ISO_8859_1).indexOf(BY_PASSWORD) >= 0;
    if (login != null && !knows) {
      out.write(new byte[] {SOCKS, (byte) 0xFF});
      return;
    }
    out.write(new byte[] {SOCKS, (byte) (login == null ? 0 : BY_PASSWORD)});
    if (login != null) {
      octet(in);
      String user = new String(exactly(in, octet(in)), StandardCharsets.UTF_8);
      String password = new String(exactly(in, octet(in)), StandardCharsets.UTF_8);
      boolean fine = user.equals(login.user()) && password.equals(login.password());
      out.write(new byte[] {1, (byte) (fine ? 0 : 1)});
      if (!fine) {
        return;
      }
    }
    exactly(in, 3);
    String host = octet(in) == NAME ? new String(exactly(in, octet(in)), StandardCharsets.US_ASCII)
        : InetAddress.getByAddress(exactly(in, 4)).getHostAddress();
    asked.add("SOCKS " + host + ":" + (octet(in) << 8 | octet(in)));
    if (leadsNowhere) {
      out.write(new byte[] {SOCKS, 5, 0, 1, 0, 0, 0, 0, 0, 0});
      return;
    }
    try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(behind);
      out.write(new byte[] {SOCKS, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      pass(in, out, behind);
    }
  }

  private void http(int first, InputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder().append((char) first);
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) octet(in));
    }
    asked.add(head.toString());
    if (login != null && !head.toString().contains("Proxy-Authorization: Basic " + Base64.getEncoder()
        .encodeToString((login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8)))) {
      say(out, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"way\"\r\n"
          + "Content-Length: 0\r\n\r\n");
      return;
    }
    if (leadsNowhere) {
      say(out, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(behind);
      if (head.toString().startsWith("CONNECT ")) {
        say(out, "HTTP/1.1 200 Connection established\r\n\r\n");
      } else {
        say(behind.getOutputStream(), head.toString());
      }
      pass(in, out, behind);
    }
  }

  private static void pass(InputStream in, OutputStream out, Socket behind) throws IOException {
    Thread.ofVirtual().start(() -> {
      try (behind) {
        in.transferTo(behind.getOutputStream());
      } catch (IOException gone) {
        // The other way ends as well.
      }
    });
    behind.getInputStream().transferTo(out);
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static int octet(InputStream in) throws IOException {
    return exactly(in, 1)[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
