package otklik.channels;

/// How an account makes itself known to its messenger, as the configuration says: tokens, keys, numbers. Every
/// messenger has its own. Secret: no `toString` shows anything of them.
public interface Credentials {}
