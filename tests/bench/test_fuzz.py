from tests.bench.fuzz import run
from tests.bench.mutations import MUTATIONS, mutated
from tests.newsarchive.formats.folder import every_format


def test_a_number_stands_for_one_input():
    files = [(name, data) for name, data in every_format().files.items() if len(data) < 5000]
    made = {number: mutated(7, number, files) for number in range(200)}
    assert all(mutated(7, number, files) == made[number] for number in range(0, 200, 20))
    done = {one for done, _ in made.values() for one in done.split(" + ")}
    assert done == {mutation.__name__ for mutation in MUTATIONS}


def test_a_round_comes_through_without_trouble(tmp_path):
    tally = run(0, 11, 2, tmp_path, (16, 3))
    assert tally.troubles == []
    assert (tally.inputs, tally.whole) == (16, 3)
    assert tally.articles
    assert tally.codes
    assert len(tally.slowest) == 10
