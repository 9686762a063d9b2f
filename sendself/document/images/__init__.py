"""Drawings as SVG and PNG: for the screen, for Word, and for slides."""
