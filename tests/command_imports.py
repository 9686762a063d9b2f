"""All that commands import, before the first of them runs."""

# ruff: noqa: F401
import sendself.assessment.checks
import sendself.assessment.guard.findings
import sendself.cli.main
import sendself.context.alike.own_counts
import sendself.context.alike.shared_standing
import sendself.context.alike.standing_words
import sendself.context.example
import sendself.context.export.counting
import sendself.context.export.reading
import sendself.context.export.summary
import sendself.context.schools.dfe_files
import sendself.context.schools.register_in_use
import sendself.report.files.formats
import sendself.report.looks_in_use
import sendself.report.record
import sendself.report.unprinted
import sendself.storage.upgrade
