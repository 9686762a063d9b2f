"""Several threads, several processes and a killed one: what is acknowledged is there, and nothing is overwritten."""

import itertools
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Barrier, Event

import pytest
from sqlalchemy import insert, literal, select, text

from sendself.assessment.entries.keys import EntryKey
from sendself.assessment.model import Assessment
from sendself.storage.address import database_url
from sendself.storage.engine import open_engine
from sendself.storage.errors import NotFoundError
from sendself.storage.kept import Actor, Change, Conflict, Entry, Saved, Stored
from sendself.storage.repository import Repository, open_repository
from sendself.storage.rubric_rows import keep_rubric
from sendself.storage.tables import assessments
from sendself.storage.upgrade import migrate
from tests.samples import an_evaluation
from tests.storage.another_process import FIELDS, SHARED
from tests.storage.conftest import ALEX, SMALL_RUBRIC, empty_evaluation

ROOT = Path(__file__).parents[2]


@contextmanager
def processes(*jobs: tuple[object, ...]) -> Iterator[list["subprocess.Popen[str]"]]:
    """Processes that are ready and wait for a line; those that are left are ended."""
    command = [sys.executable, "-m", "tests.storage.another_process"]
    started = [
        subprocess.Popen([*command, *map(str, job)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for job in jobs
    ]
    try:
        for process in started:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        yield started
    finally:
        for process in started:
            process.kill()
            process.communicate()


def go(process: "subprocess.Popen[str]") -> None:
    """Let a waiting process begin."""
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def said(process: "subprocess.Popen[str]") -> list[list[str]]:
    """Everything a process says until it ends."""
    # Not by `communicate`: what was read ahead of the lines that were asked for before would be lost.
    assert process.stdout
    lines = [line.split("\t") for line in process.stdout.read().splitlines()]
    process.wait(120)
    return lines


def check_history(repository: Repository, stored: Stored) -> dict[str, Entry]:
    """Every version of every field follows the one before it and adds to its words. Gives the versions by write."""
    written: dict[str, Entry] = {}
    for key, entry in stored.entries.items():
        versions = repository.history(ALEX, stored.assessment.id, key)
        assert [one.version for one in versions] == list(range(1, len(versions) + 1))
        assert [one.seq for one in versions] == sorted(one.seq for one in versions)
        for before, after in itertools.pairwise(versions):
            assert after.value.startswith(before.value + " ")
        assert versions[-1] == entry
        assert not written.keys() & {one.op_id for one in versions}
        written |= {one.op_id: one for one in versions}
    return written


def test_processes_that_open_at_once_all_find_a_database(url: str) -> None:
    """Four start at the same moment on an empty database: one makes it, all work, one begins the shared evaluation."""
    names = [f"name{number}" for number in range(4)]
    with processes(*(("begin", url, name) for name in names)) as started:
        for process in started:
            go(process)
        answers = [said(process) for process in started]
    assert Counter(line for lines in answers for (line,) in lines) == {"first": 1, "second": 3, "done": 4}
    repository = open_repository(url)
    found = {summary.id for summary in repository.summaries(ALEX)}
    repository.close()
    assert found == {SHARED, *(f"evaluation-{name}" for name in names)}


def test_processes_that_write_at_once_lose_nothing(url: str) -> None:
    """Three processes add to the same three fields: each word that was acknowledged is there once, in its place."""
    migrate(url)
    repository = open_repository(url)
    repository.create(ALEX, an_evaluation(SMALL_RUBRIC, id=SHARED))
    names = ("ann", "ben", "cat")
    with processes(*(("write", url, name, 30) for name in names)) as started:
        for process in started:
            go(process)
        answers = [said(process) for process in started]
    acknowledged = {line[1] for lines in answers for line in lines if line[0] == "saved"}
    assert len(acknowledged) == 90
    stored = repository.load(ALEX, SHARED)
    assert set(check_history(repository, stored)) == acknowledged
    words = Counter(word for entry in stored.entries.values() for word in entry.value.split())
    assert words == Counter(f"{name}-{number}" for name in names for number in range(30))
    repository.close()


@pytest.mark.parametrize("seed", range(3))
def test_killed_process_loses_nothing_it_has_acknowledged(url: str, seed: int) -> None:
    """A writer is killed in mid-save: what it acknowledged is there, and a retry of the last save makes it once."""
    migrate(url)
    repository = open_repository(url)
    repository.create(ALEX, an_evaluation(SMALL_RUBRIC, id=SHARED))
    with processes(("write", url, "ann", 10_000)) as (process,):
        go(process)
        assert process.stdout
        lines = [process.stdout.readline().split("\t") for _ in range(20)]
        time.sleep(random.Random(seed).uniform(0, 0.05))
        process.kill()
        lines += said(process)
    acknowledged = {line[1].strip() for line in lines if line[0] == "saved"}
    # The kill may cut the last line short: then that save was not begun.
    trying = [line for line in lines if line[0] == "trying" and len(line) == 5 and line[4]]
    _, key, expected, op_id, value = trying[-1]
    change = Change(EntryKey.parse(key), value.strip(), int(expected), op_id)
    # It waits for what the server is still finishing for the dead process; only then is the history at rest.
    (result,) = repository.save(Actor("ann"), SHARED, [change])
    assert isinstance(result, Saved)
    assert set(check_history(repository, repository.load(ALEX, SHARED))) == acknowledged | {op_id}
    repository.close()


def _add_words(repository: Repository, name: str, count: int) -> int:
    order, conflicts = random.Random(name), 0
    for number in range(count):
        key, attempt = order.choice(FIELDS), 0
        while True:
            current = repository.load(ALEX, SHARED).entries.get(key)
            word = f"{name}-{number}"
            value = f"{current.value} {word}" if current else word
            change = Change(key, value, current.version if current else 0, f"{word}-{attempt}")
            (result,) = repository.save(Actor(name), SHARED, [change])
            if isinstance(result, Saved):
                assert (result.entry.value, result.entry.by) == (value, name)
                break
            assert isinstance(result, Conflict)
            attempt, conflicts = attempt + 1, conflicts + 1
    return conflicts


def test_threads_that_write_at_once_lose_nothing(repository: Repository) -> None:
    """Six threads share a repository: each word is there once, and every version was made from the one before."""
    repository.create(ALEX, an_evaluation(SMALL_RUBRIC, id=SHARED))
    names = [f"t{number}" for number in range(6)]
    with ThreadPoolExecutor(len(names)) as pool:
        list(pool.map(lambda name: _add_words(repository, name, 15), names))
    stored = repository.load(ALEX, SHARED)
    assert len(check_history(repository, stored)) == 90
    words = Counter(word for entry in stored.entries.values() for word in entry.value.split())
    assert words == Counter(f"{name}-{number}" for name in names for number in range(15))


def test_one_of_two_threads_wins_and_the_other_is_told(repository: Repository) -> None:
    """Again and again two save the same field from the same version: one is saved, one sees what was saved."""
    repository.create(ALEX, an_evaluation(SMALL_RUBRIC, id=SHARED))
    barrier = Barrier(2)

    def save(name: str, expected: int) -> Saved | Conflict:
        barrier.wait()
        change = Change(FIELDS[0], f"{name} {expected}", expected, f"{name}-{expected}")
        return repository.save(Actor(name), SHARED, [change])[0]

    with ThreadPoolExecutor(2) as pool:
        for version in range(20):
            results = list(pool.map(save, ("ann", "ben"), (version, version)))
            (saved,) = [result for result in results if isinstance(result, Saved)]
            (conflict,) = [result for result in results if isinstance(result, Conflict)]
            assert conflict.current == saved.entry


def test_same_write_sent_twice_at_once_is_made_once(repository: Repository) -> None:
    """A retry that overtakes the first attempt: both are told that it is saved, and there is one version."""
    repository.create(ALEX, an_evaluation(SMALL_RUBRIC, id=SHARED))
    barrier = Barrier(3)

    def save(change: Change) -> Saved | Conflict:
        barrier.wait()
        return repository.save(ALEX, SHARED, [change])[0]

    with ThreadPoolExecutor(3) as pool:
        for version in range(10):
            change = Change(FIELDS[0], f"words {version}", version, f"op-{version}")
            results = list(pool.map(save, [change] * 3))
            assert results == [Saved(FIELDS[0], repository.load(ALEX, SHARED).entries[FIELDS[0]])] * 3
    assert len(repository.history(ALEX, SHARED, FIELDS[0])) == 10


def test_whoever_watches_the_history_misses_nothing(repository: Repository) -> None:
    """When a place in the history is seen, every change before it is seen too: a watcher asks for later ones only."""
    repository.create(ALEX, an_evaluation(SMALL_RUBRIC, id=SHARED))
    finished = Event()

    def watch() -> list[Stored]:
        seen = []
        while not finished.is_set():
            seen.append(repository.load(ALEX, SHARED))
        return seen

    with ThreadPoolExecutor(5) as pool:
        watching = pool.submit(watch)
        writing = [pool.submit(_add_words, repository, f"t{number}", 12) for number in range(4)]
        for job in writing:
            job.result()
        finished.set()
        seen = watching.result()
    versions = {key: repository.history(ALEX, SHARED, key) for key in FIELDS}
    for stored in seen:
        for key in FIELDS:
            expected = [version for version in versions[key] if version.seq <= stored.seq]
            assert stored.entries.get(key) == (expected[-1] if expected else None)
    assert [stored.seq for stored in seen] == sorted(stored.seq for stored in seen)


def test_rubric_that_many_begin_and_delete_at_once_is_kept_as_long_as_it_is_used(repository: Repository) -> None:
    """Threads begin and delete evaluations of one rubric: none fails, and none is left without its rubric."""

    def begin_and_delete(_: int) -> None:
        for _ in range(8):
            made = empty_evaluation()
            repository.create(ALEX, made)
            assert repository.load(ALEX, made.id).assessment.rubric == SMALL_RUBRIC
            repository.delete(ALEX, made.id)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(begin_and_delete, range(4)))
    assert repository.summaries(ALEX) == ()


def test_evaluation_deleted_while_others_write_is_gone(repository: Repository) -> None:
    """Saves that come too late are told that it is gone; they leave nothing behind, and the database stays sound."""
    barrier = Barrier(3)

    def outcome_of(job: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return job()
        except NotFoundError:
            return "gone"

    for _ in range(5):
        made = empty_evaluation()
        repository.create(ALEX, made)
        save = partial(repository.save, ALEX, made.id, [Change(FIELDS[0], "a", 0, "one")])
        delete = partial(repository.delete, ALEX, made.id)
        with ThreadPoolExecutor(3) as pool:
            saved, *deleted = pool.map(outcome_of, (save, delete, delete))
        assert saved == "gone" or isinstance(saved, tuple)
        assert set(deleted) == {None, "gone"}
        assert repository.summaries(ALEX) == ()


def test_rubric_taken_up_while_its_last_evaluation_goes_stays(postgresql_url: str, evaluation: Assessment) -> None:
    """One deletes the last evaluation of a rubric while another begins with it: both succeed, and the rubric stays."""
    migrate(postgresql_url)
    repository = open_repository(postgresql_url)
    repository.create(ALEX, evaluation)
    engine = open_engine(database_url(postgresql_url))
    with ThreadPoolExecutor(1) as pool, engine.connect() as watching:
        with engine.begin() as connection:
            keep_rubric(connection, SMALL_RUBRIC)
            deleting = pool.submit(repository.delete, ALEX, evaluation.id)
            waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            while not watching.execute(waiting).scalar():
                assert not deleting.done()
                watching.rollback()
            begun = select(literal("begun-meanwhile"), *[column for column in assessments.c if column.name != "id"])
            connection.execute(insert(assessments).from_select([column.name for column in assessments.c], begun))
        deleting.result()
    engine.dispose()
    assert [summary.id for summary in repository.summaries(ALEX)] == ["begun-meanwhile"]
    assert repository.load(ALEX, "begun-meanwhile").assessment.rubric == SMALL_RUBRIC
    repository.close()
