"""All that commands import, before the first of them runs."""

# ruff: noqa: F401
import sendself.assessment.checks
import sendself.assessment.guard.findings
import sendself.cli
import sendself.context.dfe_files
import sendself.context.example
import sendself.context.export.counting
import sendself.context.export.reading
import sendself.context.export.summary
import sendself.context.own_counts
import sendself.context.register_in_use
import sendself.context.shared_standing
import sendself.context.standing_words
import sendself.report.formats
import sendself.report.looks_in_use
import sendself.report.record
import sendself.report.unprinted
import sendself.storage.upgrade
