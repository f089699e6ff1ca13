"""jose (npm) beside the tests: installed by `installer/setup.sh --tests` where npm is there."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def needs_jose() -> None:
    """Skip a test, with a sentence, where Node or jose are not installed."""
    if shutil.which("node") is None or not (HERE / "node_modules" / "jose").is_dir():
        pytest.skip("Node with jose is not here; run ‘sh installer/setup.sh --tests’ with npm")


def verified(
    jws: str, jwk: Mapping[str, str] | None = None, *, jwt: bool = False, at: str = ""
) -> dict[str, Any]:
    """Return what jose says of a JWS: ok, header, payload; or ok false and a code.

    As a `jwt` its times are looked at too, as of the moment `at` (ISO), else now.
    """
    needs_jose()
    asked = json.dumps({"jws": jws, "jwk": jwk, "jwt": jwt, "at": at})
    run = subprocess.run(
        ["node", "verify.mjs"], cwd=HERE, input=asked, capture_output=True, text=True, check=True
    )
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer
