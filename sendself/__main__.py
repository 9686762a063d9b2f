"""Run the command line: python -m sendself."""

import sys

from sendself.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
