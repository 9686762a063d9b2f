"""Small things that every part shows in the same way: words as they were written, tables, buttons, pictures."""
