"""Runs an evaluator with every kind of metrics with the vendor's client. Prints the computed metrics as JSON.

kolena_metrics.py (function|class) (configured|plain)
"""
import json
import os
import sys
from dataclasses import dataclass
from typing import List, Optional

import kolena
from kolena.workflow import (
    Curve,
    CurvePlot,
    EvaluationResults,
    Evaluator,
    EvaluatorConfiguration,
    GroundTruth,
    Image,
    Inference,
    MetricsTestCase,
    MetricsTestSample,
    MetricsTestSuite,
    define_workflow,
    test,
)

try:
    from kolena._experimental.workflow.thresholded import ThresholdedMetrics
except ImportError:  # the client of 2023
    ThresholdedMetrics = None

kind, configured = sys.argv[1], sys.argv[2] == "configured"


@dataclass(frozen=True)
class Truth(GroundTruth):
    value: float


@dataclass(frozen=True)
class Guess(Inference):
    value: Optional[float] = None


_, TestCase, TestSuite, Model = define_workflow("Keypoint Detection", Image, Truth, Guess)

if ThresholdedMetrics:

    @dataclass(frozen=True)
    class AtThreshold(ThresholdedMetrics):
        hits: int
        share: float


@dataclass(frozen=True)
class OfSample(MetricsTestSample):
    error: Optional[float]
    failed: bool
    if ThresholdedMetrics:
        by_threshold: List[AtThreshold]


@dataclass(frozen=True)
class OfClass(MetricsTestCase):
    name: str
    precision: float


@dataclass(frozen=True)
class OfCase(MetricsTestCase):
    count: int
    mean: Optional[float]
    tiny: float
    large: int
    undefined: float
    unbounded: float
    label: str
    classes: List[OfClass]


@dataclass(frozen=True)
class OfSuite(MetricsTestSuite):
    worst: float


@dataclass(frozen=True)
class Threshold(EvaluatorConfiguration):
    threshold: float

    def display_name(self) -> str:
        return f"t={self.threshold}"


computed = {"test_cases": [], "test_suite": [], "samples": {}}


def named(config):
    return config.display_name() if config else None


def of_sample(truth, guess, config):
    error = None if guess.value is None else abs(truth.value - guess.value) / 3
    limit = config.threshold if config else 0.1
    more = {}
    if ThresholdedMetrics:
        more["by_threshold"] = [AtThreshold(threshold=t, hits=int((error or 9) < t), share=t / 7) for t in (0.1, 0.3)]
    return OfSample(error=error, failed=error is None or error > limit, **more)


def of_case(name, metrics, config):
    errors = [metric.error for metric in metrics if metric.error is not None]
    mean = sum(errors) / len(errors) if errors else None
    case = OfCase(
        count=len(metrics),
        mean=mean,
        tiny=1e-17 / 3,
        large=2**53 + 1,
        undefined=float("nan"),
        unbounded=float("-inf"),
        label='"ü" | `x`',
        classes=[OfClass("a", 0.1 + 0.2), OfClass("b", 1.0)],
    )
    computed["test_cases"].append({"name": name, "configuration": named(config), "metrics": case._to_dict()})
    return case


def of_suite(config):
    suite = OfSuite(worst=2 / 3)
    computed["test_suite"].append({"configuration": named(config), "metrics": suite._to_dict()})
    return suite


def plot():
    return CurvePlot(title="Errors", x_label="x", y_label="y", curves=[Curve(x=[0, 1], y=[0.5, 0.25])])


def evaluate_function(test_samples, ground_truths, inferences, test_cases, configuration=None):
    metrics = [of_sample(truth, guess, configuration) for truth, guess in zip(ground_truths, inferences)]
    cases = [
        (case, of_case(case.name, of, configuration))
        for case, *_, of in test_cases.iter(test_samples, ground_truths, inferences, metrics)
    ]
    return EvaluationResults(
        metrics_test_sample=list(zip(test_samples, metrics)),
        metrics_test_case=cases,
        plots_test_case=[(case, [plot()]) for case, _ in cases],
        metrics_test_suite=of_suite(configuration),
    )


class ClassEvaluator(Evaluator):
    def compute_test_sample_metrics(self, test_case, inferences, configuration=None):
        return [(sample, of_sample(truth, guess, configuration)) for sample, truth, guess in inferences]

    def compute_test_case_metrics(self, test_case, inferences, metrics, configuration=None):
        return of_case(test_case.name, metrics, configuration)

    def compute_test_case_plots(self, test_case, inferences, metrics, configuration=None):
        return [plot()]

    def compute_test_suite_metrics(self, test_suite, metrics, configuration=None):
        return of_suite(configuration)


def configured_function(test_samples, ground_truths, inferences, test_cases, configuration: Threshold):
    return evaluate_function(test_samples, ground_truths, inferences, test_cases, configuration)


def plain_function(test_samples, ground_truths, inferences, test_cases):
    return evaluate_function(test_samples, ground_truths, inferences, test_cases)


kolena.initialize(os.environ["KOLENA_TOKEN"], verbose=True)
model = Model.load(os.environ["KOLENA_MODEL_NAME"])
suite = TestSuite.load(os.environ["KOLENA_TEST_SUITE_NAME"], int(os.environ["KOLENA_TEST_SUITE_VERSION"]))
configurations = [Threshold(0.1), Threshold(0.3)] if configured else []
if kind == "class":
    test(model, suite, ClassEvaluator(configurations=configurations or None))
elif configured:
    test(model, suite, configured_function, configurations)
else:
    test(model, suite, plain_function)
print("COMPUTED", json.dumps(computed))
