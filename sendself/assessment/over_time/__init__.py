"""An evaluation beside those before it: what is kept of them, and what moved."""
