"""Ingest: files, folders and pages in, articles out.

`read_inputs` reads from disk, `articles_from_records` from dicts; both give `Ingested`. `link_copies` marks the texts
that repeat another one. What cannot be read is reported, never dropped in silence.
"""

from checker.ingest.copies import link_copies
from checker.ingest.read import Ingested, articles_from_records, read_inputs

__all__ = ["Ingested", "articles_from_records", "link_copies", "read_inputs"]
