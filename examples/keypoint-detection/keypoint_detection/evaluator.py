"""Normalized mean error (NME) of facial keypoints, for each image and over each test case."""

from dataclasses import dataclass
from math import dist
from statistics import fmean
from typing import List, Optional

from kolena.workflow import EvaluationResults, EvaluatorConfiguration, TestCases
from kolena.workflow import MetricsTestCase as BaseMetricsTestCase
from kolena.workflow import MetricsTestSample as BaseMetricsTestSample

from .workflow import GroundTruth, Inference, TestSample


@dataclass(frozen=True)
class NmeThreshold(EvaluatorConfiguration):
    """An image whose NME is above the threshold counts as a failure."""

    threshold: float

    def display_name(self) -> str:
        # Without the value, because the metrics of two versions are compared by this name.
        return "NME threshold"


@dataclass(frozen=True)
class MetricsTestSample(BaseMetricsTestSample):
    nme: Optional[float]
    """None where the model found no face."""
    failed: bool


@dataclass(frozen=True)
class MetricsTestCase(BaseMetricsTestCase):
    n_test_samples: int
    n_missing: int
    mean_nme: Optional[float]
    """Over the images with an inference; None where there is none."""
    failure_rate: float


def compute_nme(ground_truth: GroundTruth, inference: Inference) -> Optional[float]:
    """The mean distance of the keypoints to their true place, as a fraction of the normalization factor."""
    if inference.keypoints is None:
        return None
    found, true = inference.keypoints.points, ground_truth.keypoints.points
    if len(found) != len(true):
        raise ValueError(f"the inference has {len(found)} keypoints, the ground truth {len(true)}: they must pair up")
    return fmean(map(dist, found, true)) / ground_truth.normalization_factor


def compute_sample_metrics(
    ground_truth: GroundTruth, inference: Inference, configuration: NmeThreshold
) -> MetricsTestSample:
    nme = compute_nme(ground_truth, inference)
    return MetricsTestSample(nme=nme, failed=nme is None or nme > configuration.threshold)


def compute_case_metrics(samples: List[MetricsTestSample]) -> MetricsTestCase:
    errors = [sample.nme for sample in samples if sample.nme is not None]
    return MetricsTestCase(
        n_test_samples=len(samples),
        n_missing=len(samples) - len(errors),
        mean_nme=fmean(errors) if errors else None,
        failure_rate=fmean(sample.failed for sample in samples) if samples else 0.0,
    )


# the platform knows the evaluator by the name of this function
def evaluate_keypoint_detection(
    test_samples: List[TestSample],
    ground_truths: List[GroundTruth],
    inferences: List[Inference],
    test_cases: TestCases,
    configuration: NmeThreshold,
) -> EvaluationResults:
    samples = [
        compute_sample_metrics(ground_truth, inference, configuration)
        for ground_truth, inference in zip(ground_truths, inferences)
    ]
    cases = [
        (test_case, compute_case_metrics(case_samples))
        for test_case, *_, case_samples in test_cases.iter(test_samples, ground_truths, inferences, samples)
    ]
    return EvaluationResults(
        metrics_test_sample=list(zip(test_samples, samples)),
        metrics_test_case=cases,
    )
