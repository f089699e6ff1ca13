"""Who may call what: each use case says it, and whoever is not named is refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from academy.domain.words import Role, RuleBroken
from academy.store.journal import Db

P = ParamSpec("P")
R = TypeVar("R")
UseCase = Callable[Concatenate[Db, P], R]

EVERYBODY: Final = tuple(Role)
STAFF: Final = (Role.ADMINISTRATOR, Role.FACILITATOR)
ADMINISTRATORS: Final = (Role.ADMINISTRATOR,)


class PermissionDenied(RuleBroken):
    """The person at the keyboard may not do this."""


def allowed(*roles: Role) -> Callable[[UseCase[P, R]], UseCase[P, R]]:
    """Let only these roles call a use case. A test refuses a use case without it."""

    def guard(usecase: UseCase[P, R]) -> UseCase[P, R]:
        @wraps(usecase)
        def guarded(db: Db, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if db.who.role not in roles:
                raise PermissionDenied("not_allowed", role=db.who.role)
            return usecase(db, *args, **kwargs)

        guarded.allowed_roles = frozenset(roles)  # type: ignore[attr-defined]
        return guarded

    return guard
