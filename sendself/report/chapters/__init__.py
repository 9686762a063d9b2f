"""The chapters that reports are put together from, and what they all say in the same way."""
