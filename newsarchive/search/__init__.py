"""From a typed line to hits, totals and facet counts."""
