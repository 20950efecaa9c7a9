package playground;

/// A button under a message. Data and url are null where the button has none.
public record Button(String text, String data, String url) {}
