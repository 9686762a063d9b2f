"""Two copies of one evaluation become one, field by field."""
