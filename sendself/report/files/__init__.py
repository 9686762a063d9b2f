"""One evaluation as the files that leave: PDF, Word, tables, calendar, e-mail."""
