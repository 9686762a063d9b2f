"""Plotly figures for the screen. Every figure stands beside a table or words with the same numbers."""
