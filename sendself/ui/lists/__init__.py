"""Lists that people make: an item is added, taken away, and put back."""
