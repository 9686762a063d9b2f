"""What the whole process has once, for all tabs: the store, the register, who is here, the answers beside pages."""
