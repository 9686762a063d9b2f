"""The rubric: focus areas, themes, levels and duties, as data that a school leader can read and change."""
