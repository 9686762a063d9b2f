"""Documents as blocks, and the files they become.

`blocks` says what a document holds; `layout` puts it on pages, which `pdf` prints as accessible PDF/A-3; `word` and
`sheet` make files to change. Nothing here knows what a document is about: the package could be lifted out.
"""
