"""The guard: what in the words of an evaluation could point to one child, or to one colleague, before it is sent."""
