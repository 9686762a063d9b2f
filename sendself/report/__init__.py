"""What each document says: builders that turn a record into blocks, and the record in and out of a PDF."""
