"""One module a format: bytes or rows in, drafts of articles out."""
