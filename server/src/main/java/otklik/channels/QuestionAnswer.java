package otklik.channels;

/// What a messenger says to a [Call.Question]: how things stood at that moment.
public sealed interface QuestionAnswer permits Member, Group {
  /// In a few words, for those who look into the tables: without names and whatever else people are known by.
  String brief();
}
