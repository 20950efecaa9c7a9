package playground;

/// What the page shows about a person beside the name.
///
/// @param inviteCode the code that «Start» is filled with, or null
/// @param note a word about the person's part, or null
/// @param phone whether the person has a phone among the tabs
/// @param bot the username of the one bot whose tabs show that phone, or null for all
record Hint(String inviteCode, String note, boolean phone, String bot) {
  static final Hint NONE = new Hint(null, null, true, null);
}
