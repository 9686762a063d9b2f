"""The steps that bring a database from one shape to the next. `upgrade` runs them."""
