"""What may leave the school, and which small counts are withheld so that nobody can work them out."""
