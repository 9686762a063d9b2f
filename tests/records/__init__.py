"""One database, JSON and PDF of every released shape: all open for ever."""
