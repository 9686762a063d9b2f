"""sendself: schools evaluate their own provision for pupils with SEND, and work with their reviewer."""

__version__ = "0.1.0"
