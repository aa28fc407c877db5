"""The window: lists, facets and the article, over the engine's door."""
