"""How content is served: every door, and the machinery behind it."""
