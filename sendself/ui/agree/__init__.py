"""The meeting of those who rated apart: what they settle, and how far they are from each other."""
