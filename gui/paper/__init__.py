"""Articles on paper: set as cuttings, drawn on pages, written as PDF or printed."""
