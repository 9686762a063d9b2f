"""How fast sendself is, measured on this computer: `python -m bench` prints a table."""
