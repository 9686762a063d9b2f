"""A school in figures: the register of schools, its own export, and how it stands beside others; what that asks."""
