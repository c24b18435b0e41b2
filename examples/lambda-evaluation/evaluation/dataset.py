"""Test data: CSV with a header, a column for each class that holds 1 for the true one, and features."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class Batch:
    """Rows that go to the endpoint together. `actual` has the index of each row's true class."""

    features: list[list[str]]
    actual: list[int]


def read_batches(lines: Iterable[str], label_columns: list[str], size: int = 500) -> Iterator[Batch]:
    """Reads the data as a stream. A first column without a name is an index, and no feature."""
    reader = csv.reader(lines)
    header = next(reader, [])
    missing = [name for name in label_columns if name not in header]
    if missing:
        raise ValueError(f"the test data has no column {', '.join(missing)}; it has {', '.join(header)}")
    labels = [header.index(name) for name in label_columns]
    index = {0} if header[0].strip() == "" else set()
    features = [at for at in range(len(header)) if at not in index and at not in labels]
    rows = (row for row in reader if row)
    while chunk := list(islice(rows, size)):
        for row in chunk:
            if len(row) != len(header):
                raise ValueError(f"a row of the test data has {len(row)} values for {len(header)} columns")
        actual = [_true_class([float(row[at]) for at in labels]) for row in chunk]
        yield Batch([[row[at] for at in features] for row in chunk], actual)


def _true_class(indicators: list[float]) -> int:
    if sorted(indicators) != [0.0] * (len(indicators) - 1) + [1.0]:
        raise ValueError(f"a row of the test data has {indicators} for its classes; one has to be 1, the others 0")
    return indicators.index(1.0)
