"""The radar as geometry, with its key, for every output alike."""
