package otklik.erasure;

import java.util.Set;
import java.util.function.BiPredicate;
import otklik.delivery.Subject;

/// Answers that may name tickets of many people.
///
/// @param subject what all of them are about
/// @param names   whether an answer, as JSON, names one of the tickets with these numbers
public record NamingAnswers(Subject subject, BiPredicate<String, Set<Long>> names) {}
