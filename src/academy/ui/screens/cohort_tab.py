"""What every tab of a cohort is: a page that is told which cohort it shows."""

from __future__ import annotations

from collections.abc import Sequence

from academy.ui.kit.screen import Screen


class CohortTab(Screen):
    """A tab of a cohort's page. `open_cohort` comes before the first `reload`.

    Further parts of the address (`cohort/7/register/12`) come to `go` after that.
    """

    def open_cohort(self, cohort_id: int) -> None:
        """Show another cohort, or the same one again."""

    def go(self, parts: Sequence[str]) -> None:
        """Show what the address names behind the tab, such as ("12",) for a session."""
