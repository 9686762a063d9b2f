"""Those who rate: who they are, what each may see while they rate apart, and how it becomes one answer."""
