"""The engine of Qusasat. It knows no window.

    file ──readers──▶ RawDocument ──extract──▶ Article ──entities──▶ Article + mentions
         ──store──▶ SQLite (the truth) ──index──▶ text index + facet bitmaps (rebuildable)
         ──search──▶ hits · total · facet counts ──gui──▶ list · facets · article

``archive.Archive`` is the one door; ``ingest`` runs the flow over many files.
"""
