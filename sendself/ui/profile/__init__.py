"""The profile: the radar and its numbers, the view for a meeting, and what moved since last time."""
