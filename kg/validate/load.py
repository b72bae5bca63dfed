"""Any RDF file as a store to validate."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import DataError

BASE = "https://w3id.org/un-kg/"
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".turtle": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}


def load_graph_file(path: Path) -> ox.Store:
    """Read an RDF file, its form told by its ending; DataError, with the line, where it cannot be read."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        advice = f"give it one of the endings {', '.join(FORMATS)}"
        raise DataError(str(path), "its ending names no RDF format", advice=advice)
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=form, base_iri=BASE)
    except SyntaxError as error:
        raise DataError(str(path), error.msg, f"line {error.lineno}" if error.lineno else "") from None
    except OSError as error:
        raise DataError(str(path), f"cannot be read ({error.strerror or error})") from None
    except ValueError as error:
        raise DataError(str(path), f"is not right ({error})") from None
    return store
