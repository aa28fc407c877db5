"""Pure functions on Arabic text."""
