"""The plan: strengths, priorities and actions, where it aims, and when each is due."""
