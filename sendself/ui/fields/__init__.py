"""Boxes to type and choose in: each is drawn, its value is saved, and nothing that was typed is lost or overwritten."""
