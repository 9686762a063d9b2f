"""Before it leaves and as it leaves: what to look at first, what is shared, the reports and the e-mail."""
