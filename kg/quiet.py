"""Keeps what libraries have to say to programmers away from users."""

from __future__ import annotations

import logging
import warnings


def silence_libraries() -> None:
    """Drop the warnings and log lines of libraries in this process; kg's own lines do not go this way."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
