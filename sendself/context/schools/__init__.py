"""The register of schools in England: read, searched, and replaced by a newer one."""
