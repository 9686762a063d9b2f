"""What stands around every page: the steps, the way on, who writes, when it was saved; and the ways between places."""
