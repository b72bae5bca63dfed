"""Work in several processes: in order, and no process that dies takes others with it."""

import os
import signal

import pytest

from kg.workers import Crashed, run


def double(number: int) -> int:
    return 2 * number


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fail_at_two(number: int) -> int:
    if number == 2:
        raise ValueError("two")
    return number


def process(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_values_come_in_order(jobs: int) -> None:
    assert list(run(double, [3, 1, 2], jobs)) == [6, 2, 4]


def test_one_job_or_one_input_stay_in_this_process() -> None:
    assert list(run(process, [1, 2], 1)) == [os.getpid()] * 2
    assert list(run(process, [1], 4)) == [os.getpid()]


def test_an_input_that_kills_its_process_costs_no_other() -> None:
    values = list(run(die_at_three, [1, 2, 3, 4], 2))
    assert [value for value in values if not isinstance(value, Crashed)] == [1, 2, 4]
    assert isinstance(values[2], Crashed)


def test_an_error_reaches_the_caller() -> None:
    with pytest.raises(ValueError, match="two"):
        list(run(fail_at_two, [1, 2, 3], 2))
