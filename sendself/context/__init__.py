"""What is known of a school before anyone rates it: the register of schools and the national figures."""
