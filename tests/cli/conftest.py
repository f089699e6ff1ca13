"""A sample academy made by the command line, for the tests of one file."""

from pathlib import Path

import pytest

from terminal import answer


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("terminal")


@pytest.fixture(scope="module")
def sample(folder):
    made = answer("sample", "--to", folder / "sample.academy")
    assert (made.result["cohorts"], made.result["people"]) == (7, 119)
    assert all(Path(file).stat().st_size for file in made.result["practice_files"].values())
    return folder / "sample.academy"
