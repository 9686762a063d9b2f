"""Streamlit parts that pages share. `session` is the only file that touches what Streamlit keeps per tab."""
