"""One self-contained HTML page about predictions."""
