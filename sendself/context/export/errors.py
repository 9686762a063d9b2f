"""What is wrong with an export, in one sentence for the person who chose it."""


class ExportError(ValueError):
    """The export cannot be used. The message says why and what to do; it never quotes the file or its name.

    It is always raised outside `except` blocks: the error of a reader can hold the bytes it stumbled over.
    """
