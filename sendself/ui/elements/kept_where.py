"""Where evaluations are kept, in words that are true on one computer and on a server that several schools share."""

from sendself.storage.repository import Repository


def where_kept(repository: Repository) -> str:
    """The place in a sentence: "on this computer"."""
    return "on this computer" if repository.on_this_computer else "on the server of whoever hosts sendself"


def kept_in_words(repository: Repository) -> str:
    """Where the data is and who sends it, for the foot of Start."""
    sent = "It is sent nowhere unless you send it."
    if repository.on_this_computer:
        return f"Your data is kept {where_kept(repository)}, in {repository.location}. {sent}"
    return (
        f"Your data is kept {where_kept(repository)} ({repository.location}), who can say who else may see it. {sent}"
    )
