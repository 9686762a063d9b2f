"""Documents as blocks, and the ways they can be shown: PDF now, other formats beside it.

`blocks` says what a document holds; `pdf.render_pdf` prints it as an accessible PDF/A-3 file. Nothing here knows what
the document is about, so the package could be lifted out and used for any report.
"""
