"""United Nations resolutions as a knowledge graph."""
