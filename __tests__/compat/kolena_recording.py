"""Prints what the vendor's client reads of a model on a test suite, as JSON. kolena_recording.py WORKFLOW MODEL SUITE VERSION"""
import json
import os
import sys
from dataclasses import dataclass
from typing import List, Optional

import kolena
from kolena.workflow import GroundTruth, Image, Inference, define_workflow
from kolena.workflow.annotation import BoundingBox, LabeledBoundingBox, ScoredLabeledBoundingBox


@dataclass(frozen=True)
class Truth(GroundTruth):
    boxes: List[LabeledBoundingBox]
    area: Optional[BoundingBox] = None


@dataclass(frozen=True)
class Guess(Inference):
    boxes: List[ScoredLabeledBoundingBox]


workflow, name, suite_name, version = sys.argv[1:]
kolena.initialize(os.environ["KOLENA_TOKEN"], verbose=False)
_, TestCase, TestSuite, Model = define_workflow(workflow, Image, Truth, Guess)
model, suite = Model.load(name), TestSuite.load(suite_name, int(version))
print("READ", json.dumps({
    "inferences": [
        [test_case.name, [
            [sample._to_dict(), sample.metadata, truth._to_dict(), inference._to_dict()]
            for sample, truth, inference in model.load_inferences(test_case)
        ]]
        for test_case in suite.test_cases
    ],
    "samples": [[case.name, [[s._to_dict(), s.metadata] for s in samples]] for case, samples in suite.load_test_samples()],
}))
