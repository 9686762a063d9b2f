"""Streamlit parts of the pages: a folder for each step, standing on those that all of them share.

`session` is the only file that touches what Streamlit keeps per tab; `tab` names what that is.
"""
