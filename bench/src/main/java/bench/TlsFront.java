package bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// Speaks TLS on this machine's loopback for a server that doesn't, because a connection with TLS costs its client far
/// more memory than one without, and Telegram's have it.
final class TlsFront implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final SSLServerSocket server;
  private final int target;
  private final Path store;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param folder where its certificate is kept
  TlsFront(Path folder, int target) throws IOException, GeneralSecurityException, InterruptedException {
    this.target = target;
    this.store = folder.resolve("tls.p12");
    makeCertificate();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = (SSLServerSocket) context.getServerSocketFactory()
        .createServerSocket(0, 4096, InetAddress.ofLiteral("127.0.0.1"));
    threads.execute(this::accept);
  }

  private void makeCertificate() throws IOException, InterruptedException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "bench", "-keyalg", "EC", "-dname",
        "CN=localhost", "-ext", "san=ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore",
        store.toString(), "-storepass", PASSWORD).redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes());
    if (made.waitFor() != 0) {
      throw new IOException("no certificate: " + said);
    }
  }

  String url() {
    return "https://127.0.0.1:" + server.getLocalPort();
  }

  /// What makes a JVM trust it, for the environment.
  String trust() {
    return "-Djavax.net.ssl.trustStore=" + store + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client; Socket behind = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
      behind.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      threads.execute(() -> copy(behind, client));
      copy(client, behind);
    } catch (IOException gone) {
      // Whoever is left closes too.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[4096];
      int read;
      while ((read = in.read(buffer)) >= 0) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException gone) {
      // As above.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // As above.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
