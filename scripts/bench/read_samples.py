"""Reads the inferences of a model on a test suite with the vendor's client, and prints CPU seconds and peak memory in MB.

read_samples.py WORKFLOW MODEL SUITE
"""
import json
import os
import resource
import sys
from dataclasses import dataclass
from typing import List

import kolena
from kolena.workflow import GroundTruth, Image, Inference, define_workflow
from kolena.workflow.annotation import LabeledBoundingBox


@dataclass(frozen=True)
class Truth(GroundTruth):
    boxes: List[LabeledBoundingBox]


@dataclass(frozen=True)
class Guess(Inference):
    boxes: List[LabeledBoundingBox]


workflow, name, suite_name = sys.argv[1:]
kolena.initialize(os.environ["KOLENA_TOKEN"], verbose=False)
_, TestCase, TestSuite, Model = define_workflow(workflow, Image, Truth, Guess)
model, suite = Model.load(name), TestSuite.load(suite_name)
count = sum(len(model.load_inferences(test_case)) for test_case in suite.test_cases)
usage = resource.getrusage(resource.RUSAGE_SELF)
print("USAGE", json.dumps({"count": count, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024}))
