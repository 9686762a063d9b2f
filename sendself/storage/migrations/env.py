"""What Alembic runs: the steps, on the connection and in the transaction that `upgrade` opened."""

from alembic import context

found = context.config.attributes
context.configure(connection=found["connection"], version_table=found["shape_table"])
context.run_migrations()
