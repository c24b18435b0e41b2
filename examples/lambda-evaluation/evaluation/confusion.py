"""The confusion matrix of two classes, its metrics, and both as Markdown."""

from dataclasses import dataclass, field


@dataclass
class Confusion:
    """`counts[actual][predicted]`. Class 1 is the one that is looked for."""

    counts: list[list[int]] = field(default_factory=lambda: [[0, 0], [0, 0]])

    def add(self, actual: list[int], predicted: list[int]) -> None:
        for true_class, predicted_class in zip(actual, predicted, strict=True):
            self.counts[true_class][predicted_class] += 1

    @property
    def total(self) -> int:
        return sum(map(sum, self.counts))

    def metrics(self) -> dict[str, float | None]:
        """None where there is nothing to divide by: the precision, say, when nothing was predicted as class 1."""
        (true_negatives, false_positives), (false_negatives, true_positives) = self.counts
        return {
            "accuracy": _ratio(true_positives + true_negatives, self.total),
            "precision": _ratio(true_positives, true_positives + false_positives),
            "recall": _ratio(true_positives, true_positives + false_negatives),
            "f1": _ratio(2 * true_positives, 2 * true_positives + false_positives + false_negatives),
            "specificity": _ratio(true_negatives, true_negatives + false_positives),
        }

    def markdown(self) -> str:
        matrix = [["actual", "0", "1"]]
        matrix += [[str(label), *map(str, row)] for label, row in enumerate(self.counts)]
        figures = [["metric", "value"]]
        figures += [[name, "undefined" if value is None else f"{value:.6f}"] for name, value in self.metrics().items()]
        heading = f"{self.total} samples; rows are what is true, columns what was predicted."
        return f"{heading}\n\n{_table(matrix)}\n\n{_table(figures)}\n"


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _table(rows: list[list[str]]) -> str:
    header, *body = rows
    lines = [header, ["---:"] * len(header), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
