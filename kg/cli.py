"""The command ``kg``: reads arguments, calls the library, prints; imports late, so that ``--help`` is quick."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from kg import BASE, __version__
from kg.errors import UsageError, UserError
from kg.formats import RDF, READERS, TABLES

DONE, REFUSED, WRONG_USE = 0, 1, 2
INTERRUPTED = 128  # and the signal's number, as shells count


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 done, 1 something was refused or invalid, 2 wrong use."""
    from kg.quiet import silence_libraries

    options = _parser().parse_args(arguments)
    silence_libraries()
    signal.signal(signal.SIGTERM, _terminate)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        code = command(options)
        sys.stdout.flush()
    except UsageError as error:
        _say(str(error))
        return WRONG_USE
    except UserError as error:
        _say(str(error))
        return REFUSED
    except KeyboardInterrupt:
        _say("interrupted; nothing was changed")
        return INTERRUPTED + signal.SIGINT
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def _terminate(number: int, _: object) -> NoReturn:
    raise SystemExit(INTERRUPTED + number)


def _say(line: str) -> None:
    """Write one line to standard error."""
    print("kg: " + " ".join(line.split("\n")), file=sys.stderr)  # noqa: T201


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kg",
        description="United Nations resolutions as a knowledge graph: documents in, traceable RDF out.",
        epilog="Results go to standard output, everything else to standard error. "
        "Exit codes: 0 done, 1 done but something was refused or invalid, 2 wrong use.",
    )
    parser.add_argument("--version", action="version", version=f"kg {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (_add_build, _add_query, _add_validate, _add_export, _add_inspect):
        add(commands)
    return parser


Commands = argparse._SubParsersAction  # argparse has no public name for it


def _add_build(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "build", help="build the graph of documents", description="Build the graph of documents and validate it."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a PDF or text file, or a folder of them")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="folder to hold the graph")
    parser.add_argument("--reader", choices=READERS, default=READERS[0], help="reader of PDF (default: %(default)s)")
    parser.add_argument(
        "--base", default=BASE, metavar="IRI", help="base of the IRIs of entities (default: %(default)s)"
    )
    parser.add_argument("--authority", type=Path, action="append", default=[], metavar="FILE",
                        help="further authority data in Turtle; may be repeated")  # fmt: skip
    parser.add_argument("--format", choices=RDF, action="append", default=[], dest="formats",
                        help="write the graph in this format too; may be repeated")  # fmt: skip
    parser.add_argument("--strict", action="store_true",
                        help="exit 1 also on unresolved mentions, problems and warnings")  # fmt: skip
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes to read with (default: 1)")
    parser.set_defaults(command=_build)


def _build(options: argparse.Namespace) -> int:
    from kg.build import Settings, build

    settings = Settings(options.reader, options.base, tuple(options.authority), tuple(options.formats), options.jobs)
    result = build(options.paths, options.output, settings)
    for error in result.refused:
        _say(str(error))
    for document in result.documents:
        for problem in (*document.problems, *document.warnings):
            _say(f"warning: {document.files[0]}: " + ": ".join(filter(None, (problem.place, problem.message))))
    _say(result.summary())
    return REFUSED if result.refused or (options.strict and not result.spotless) else DONE


def _add_query(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "query", help="ask the graph in SPARQL", description="Ask the graph; the default graph is the union of all."
    )
    parser.add_argument("query", nargs="?", metavar="NAME|FILE.rq|-", help="a named query, a file, or standard input")
    parser.add_argument("--list", action="store_true", help="list the named queries and what they answer")
    parser.add_argument("--format", choices=(*TABLES, *RDF), help="default: table for rows, ttl for graphs")
    _add_graph(parser)
    parser.set_defaults(command=_query)


def _query(options: argparse.Namespace) -> int:
    from kg import query, store, table

    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    if options.list:
        rows = [(each.name, each.title) for each in query.named()]
        sys.stdout.write(table.table(("name", "answers"), rows, columns) + "\n")
        return DONE
    if options.query is None:
        raise UsageError("kg query", "no query was named", advice="kg query --list names those that come with it")
    asked = query.Query("-", sys.stdin.read()) if options.query == "-" else query.find(options.query)
    answer = query.ask(store.open_store(options.graph), asked)
    query.write(answer, options.format, sys.stdout.buffer, columns)
    return DONE


def _add_validate(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "validate", help="check a graph against the shapes", description="Check a built graph, or any files of RDF."
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="RDF files, taken together, not a built graph"
    )
    _add_graph(parser)
    parser.add_argument("--format", choices=("text", "json", "turtle"), default="text", help="form of the report")
    parser.add_argument("--engine", choices=("fast", "pyshacl"), default="fast", help="pyshacl is the reference")
    parser.add_argument("--shapes", type=Path, metavar="FILE", help="other shapes than the project's own")
    parser.set_defaults(command=_validate)


def _validate(options: argparse.Namespace) -> int:
    from kg import store
    from kg.validate import load_graph_file, render, validate

    graph = store.named_graphs(b"" if options.files else store.read_nquads(options.graph))
    for file in options.files:
        graph.extend(load_graph_file(file))
    report = validate(graph, options.shapes, options.engine)
    write = {"text": render.text, "json": render.as_json, "turtle": render.turtle}[options.format]
    sys.stdout.write(write(report))
    return DONE if report.conforms else REFUSED


def _add_export(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "export", help="write the graph in another format",
        description="Write the graph in a format of RDF; those without named graphs hold the union of them.",
    )  # fmt: skip
    _add_graph(parser)
    parser.add_argument("--format", choices=RDF, default="nq", help="default: %(default)s")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")
    parser.set_defaults(command=_export)


def _export(options: argparse.Namespace) -> int:
    from kg import export

    if options.output is None:
        export.export(options.graph, options.format, sys.stdout.buffer)
    else:
        export.export_file(options.graph, options.format, options.output)
    return DONE


def _add_inspect(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "inspect", help="show what was understood of a document",
        description="Print the outline of a document; draw parts and mentions over its pages.",
    )  # fmt: skip
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF or text file")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="folder for a PNG of each page")
    parser.add_argument("--reader", choices=READERS, default=READERS[0], help="reader of PDF (default: %(default)s)")
    parser.set_defaults(command=_inspect)


def _inspect(options: argparse.Namespace) -> int:
    import kg
    from kg.inspect import draw, outline

    document = kg.read(options.file, reader=options.reader)
    sys.stdout.write(outline(document) + "\n")
    if options.output is not None:
        mentions = [reference.mention for reference in kg.extract(document).references]
        for picture in draw(options.file, document, options.output, mentions):
            _say(f"drew {picture}")
    return DONE


def _add_graph(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--graph", type=Path, default=Path("graph"), metavar="DIR", help="default: %(default)s")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
