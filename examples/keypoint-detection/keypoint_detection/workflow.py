"""What a test sample, its ground truth and an inference are in the Keypoint Detection workflow."""

from dataclasses import dataclass
from typing import Optional

from kolena.workflow import GroundTruth as BaseGroundTruth
from kolena.workflow import Image
from kolena.workflow import Inference as BaseInference
from kolena.workflow import define_workflow
from kolena.workflow.annotation import Keypoints


@dataclass(frozen=True)
class TestSample(Image):
    """An image of one face."""


@dataclass(frozen=True)
class GroundTruth(BaseGroundTruth):
    """The landmarks of the face, in pixels, always in the same order."""

    keypoints: Keypoints
    normalization_factor: float
    """The distance between the outer corners of the eyes, in pixels: errors are fractions of it."""


@dataclass(frozen=True)
class Inference(BaseInference):
    """The landmarks that a model found; none where it found no face."""

    keypoints: Optional[Keypoints] = None


_, TestCase, TestSuite, Model = define_workflow("Keypoint Detection", TestSample, GroundTruth, Inference)
