"""The one door to an archive: open it, add to it, search it, read from it."""
