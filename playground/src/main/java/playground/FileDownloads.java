package playground;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// `GET /file/bot<token>/<path>`.
final class FileDownloads {
  private static final int PREFIX = "/file/bot".length();

  private final World world;

  FileDownloads(World world) {
    this.world = world;
  }

  void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    int slash = path.indexOf('/', PREFIX);
    var bot = slash < 0 ? null : world.bots.get(path.substring(PREFIX, slash));
    if (bot == null) {
      Wire.json(exchange, 401, new ApiError(401, "Unauthorized").body());
      return;
    }
    var file = world.locked(() -> world.files.byPath(path.substring(slash + 1)));
    if (file.isPresent()) Wire.answer(exchange, 200, file.get().mime(), file.get().bytes());
    else Wire.json(exchange, 404, new ApiError(404, "Not Found").body());
  }
}
