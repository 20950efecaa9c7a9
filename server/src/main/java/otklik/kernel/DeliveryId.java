package otklik.kernel;

/// One call that we owe a messenger.
public record DeliveryId(long value) {}
