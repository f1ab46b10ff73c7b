"""HTTP API and review page."""
