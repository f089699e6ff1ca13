"""What a query asks the database, as the driver tells it: no statement escapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from academy.store.store import Store


def asked(store: Store, query: Callable[..., Any], *args: Any) -> list[str]:
    """Return the SELECTs of a query, their values filled in."""
    seen: list[str] = []
    connection = store._reading.raw_connection()
    driver: Any = connection.driver_connection
    driver.set_trace_callback(seen.append)
    store.read(query, *args)
    driver.set_trace_callback(None)
    return [statement for statement in seen if statement.startswith(("SELECT", "WITH"))]
