"""Who of a cohort may be meant by a name in a report: found first, and only then compared.

A town hall has a thousand names and a cohort thirty people; to compare each with each takes
longer than everything else. Here words are looked up instead: what `may_be_one` or the score of
two names could let pass is found, and a little more, never less.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from typing import Final

from academy.domain.names import suggestive
from academy.exchange.meetings.names import bare

_LIKE_WORDS: Final = 50  # of 100: `names.may_be_one` asks for more letters in common, in order


class Likeness:
    """The names of a cohort, by number, ready to be looked for."""

    def __init__(self, names: Sequence[str], least: int) -> None:
        """Take the names; two of them are alike from `least` of 100 on."""
        self._least = least
        self._in_order = [_in_order(name) for name in names]
        self._lengths = [len(bare(name)) for name in names]
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_letters: dict[str, set[int]] = defaultdict(set)
        for number, name in enumerate(names):
            self._by_letters[_letters(bare(name))].add(number)
            for word in bare(name):
                self._by_word[word].add(number)
        self._words = list(self._by_word)
        self._by_initial: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._by_initial[word[0]].append(word)
        self._near: dict[str, set[int]] = {}

    def of(self, name: str) -> set[int]:
        """Return the numbers of the names that `name` may be; those left out are not like it."""
        words = bare(name)
        if not words:
            return set(range(len(self._lengths)))
        met = Counter(number for word in words for number in self._with_word_like(word))
        found = {n for n, times in met.items() if times >= min(len(words), self._lengths[n])}
        found |= self._by_letters.get(_letters(words), set()) | self._by_letters.get("", set())
        found.update(at for _, _, at in self._alike(_in_order(name), self._in_order))
        return found

    def _with_word_like(self, word: str) -> set[int]:
        """Return the names with a word like this one, or with its initial."""
        if word not in self._near:
            like = [found for found, _, _ in self._words_alike(word, self._words)]
            like += self._by_initial[word[0]] if len(word) == 1 else [word[0]]
            self._near[word] = set().union(*(self._by_word.get(found, ()) for found in like))
        return self._near[word]

    @cached_property
    def _alike(self) -> partial[list[tuple[str, float, int]]]:
        """The score of names whose words are in order, which is `fuzz.token_sort_ratio`."""
        from rapidfuzz import fuzz, process

        return partial(process.extract, scorer=fuzz.ratio, score_cutoff=self._least, limit=None)

    @cached_property
    def _words_alike(self) -> partial[list[tuple[str, float, int]]]:
        """The longest common subsequence, which has no fewer letters than difflib's blocks."""
        from rapidfuzz import fuzz, process

        return partial(process.extract, scorer=fuzz.ratio, score_cutoff=_LIKE_WORDS, limit=None)


def _in_order(name: str) -> str:
    return " ".join(sorted(suggestive(name).split()))


def _letters(words: Iterable[str]) -> str:
    return "".join(sorted(words))
