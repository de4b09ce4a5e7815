"""Players: each reads a Performance and none knows another, nor the reader or the planner."""
