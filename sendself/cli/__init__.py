"""The command line: python -m sendself. A module for each group of commands; `main` knows them all."""
