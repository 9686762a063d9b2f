"""The record in and out of a PDF: attached by us, read back from a file that a stranger may have made."""

import logging
from io import BytesIO

from sendself.assessment.disclosure.shared import SharedRecord
from sendself.assessment.model import Assessment
from sendself.assessment.record import SIZE_LIMIT, RecordError, from_json, to_json
from sendself.document.blocks import Attachment

# What is wrong with a broken file is said once, in our own words: what pypdf logs of it helps nobody.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

NAME = "sendself-self-evaluation.json"
PDF_LIMIT = 20_000_000
ATTACHMENTS_LIMIT = 20

_PROTECTED = "This PDF is protected by a password. Ask for it without one."


class NoRecordError(RecordError):
    """A sound PDF without the record inside: printed, merged, filtered, or another document."""


def record_attachment(shared: SharedRecord) -> Attachment:
    """The shared record as the file that travels inside the PDF."""
    return Attachment(
        name=NAME,
        mime_type="application/json",
        data=to_json(shared.assessment),
        description="The self-evaluation as data: open this PDF in sendself to read it or work on it",
    )


def open_file(data: bytes) -> Assessment:
    """The assessment in a PDF made by sendself or in its JSON. Raises `RecordError` with what to do."""
    if b"%PDF-" in data[:1024]:
        return extract(data)
    if data[:4] == b"PK\x03\x04":
        raise RecordError("This is a Word, Excel or zip file. Choose a PDF or JSON file made by sendself.")
    if not data.strip():
        raise RecordError("This file is empty. Ask for it to be sent again.")
    return from_json(data)


def extract(pdf: bytes) -> Assessment:
    """The assessment attached to a PDF, which may be hostile. Raises `RecordError` with what to ask for."""
    if len(pdf) > PDF_LIMIT:
        raise RecordError("This PDF is larger than 20 MB, so it was not made by sendself. Ask for the original file.")
    if b"%PDF-" not in pdf[:1024]:
        raise RecordError("This file is not a PDF. Choose the PDF that sendself made.")
    return from_json(_attached(pdf))


def _attached(pdf: bytes) -> bytes:
    import pypdf
    import pypdf.errors

    # Each limit stops a kind of bomb: a small file that unpacks to something huge.
    limits = pypdf.apply_configuration(
        zlib_maximum_output_length=2 * SIZE_LIMIT,
        lzw_maximum_output_length=SIZE_LIMIT,
        run_length_maximum_output_length=SIZE_LIMIT,
        maximum_declared_stream_length=PDF_LIMIT,
        stream_decoding_work_maximum_length=4 * SIZE_LIMIT,
        stream_filters_maximum_length=2,
    )
    try:
        with limits:
            reader = pypdf.PdfReader(BytesIO(pdf), strict=False)
            if reader.is_encrypted:
                raise RecordError(_PROTECTED)
            found = []
            for number, attachment in enumerate(reader.attachment_list):
                if number >= ATTACHMENTS_LIMIT:
                    raise RecordError("This PDF carries more files than sendself puts in. Ask for the original file.")
                if NAME in (attachment.name, attachment.alternative_name):
                    found.append(attachment)
            if len(found) > 1:
                raise RecordError("This PDF carries two self-evaluations. Ask for each as its own file.")
            if not found:
                raise NoRecordError(
                    "This PDF carries no self-evaluation as data: it was printed, merged or saved anew, or is another "
                    "document. Ask the school for the file exactly as sendself made it, or for its Keep a copy file."
                )
            content = found[0].content
    except RecordError:
        raise
    # What decrypting needs is not installed, on purpose: pypdf says so before it says that the file is protected.
    except pypdf.errors.DependencyError:
        raise RecordError(_PROTECTED) from None
    except MemoryError:
        raise RecordError("This PDF is damaged or harmful and was not opened. Ask for it to be sent again.") from None
    except Exception:  # pypdf raises many kinds on a broken file, and none of them is ours
        raise RecordError("This PDF is damaged and cannot be read. Ask for it to be sent again.") from None
    return bytes(content)
