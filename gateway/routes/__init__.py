"""The doors: one module for each kind of address."""
