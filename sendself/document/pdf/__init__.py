"""A document as PDF: accessible (PDF/UA-1), lasting (PDF/A-3A), with its data inside."""
