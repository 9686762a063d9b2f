"""A document on pages: what stands where, and in which order it is read. No PDF yet."""
