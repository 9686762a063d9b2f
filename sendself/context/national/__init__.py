"""A school's figures beside those that the DfE has published, and over the years, each with its source."""
