"""Choosing among names at hand: what one typed comes before what is only like it."""

from academy.ui.kit.choosers import Named, among


def test_names_that_hold_what_is_typed_come_before_those_but_for_a_slip():
    names = ("Womans Network 9", "Women’s Network 7", "Élan 3", "Finance 1")
    find = among([Named(number, name) for number, name in enumerate(names)])
    found, total = find("womens", 9)
    assert ([one.name for one in found], total) == (["Women’s Network 7", "Womans Network 9"], 2)
    for typed in ("women's 7", "WOMEN’S", "network women"):
        assert find(typed, 1)[0] == [Named(1, "Women’s Network 7")]
    assert find("elan", 9) == ([Named(2, "Élan 3")], 1)
    assert find("", 2)[1] == 4
    assert find("nothing like it", 9) == ([], 0)
