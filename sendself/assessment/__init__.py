"""The record of a self-evaluation, and the rules about it: progress, profile, agreement, checks, disclosure."""
