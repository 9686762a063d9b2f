"""About this evaluation: the school, who takes part, and how they work."""
