package otklik.lostproperty;

import java.util.List;

/// @param admins those of the staff who may close what others have taken
record LostSettings(String staffChat, List<String> staff, List<String> admins) {}
