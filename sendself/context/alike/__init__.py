"""Where a school stands among schools like it."""
