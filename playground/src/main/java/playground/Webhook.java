package playground;

/// Where a bot wants its updates pushed.
record Webhook(String url, String secret, int connections) {}
