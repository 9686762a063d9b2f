"""The school's figures: typed, counted from an export, and beside those of others."""
