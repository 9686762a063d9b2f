"""Every saved thing is one entry: key, value, words. An evaluation is taken apart into them and put together."""
