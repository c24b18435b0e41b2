"""Does what /model and /evaluate do with the vendor's unmodified client, and prints the results as JSON."""
import json
import sys
from dataclasses import dataclass
from typing import Optional

import pandas as pd
from kolena._utils.endpoints import get_model_url, get_results_url
from kolena.workflow import GroundTruth, Image, Inference, TestRun, define_workflow
from kolena.workflow.annotation import ScoredClassificationLabel


@dataclass(frozen=True)
class Nothing(GroundTruth):
    pass


@dataclass(frozen=True)
class Guess(Inference):
    prediction: Optional[ScoredClassificationLabel] = None


command, given = sys.argv[1], json.loads(sys.argv[2])
_, TestCase, TestSuite, Model = define_workflow(given["workflow"], Image, Nothing, Guess)


def lookup(path):
    """Infers from a CSV by the locator of the test sample, as in the vendor's page on models."""
    inference_by_locator = {
        record.locator: Guess(prediction=ScoredClassificationLabel(label=record.label, score=record.score))
        for record in pd.read_csv(path).itertuples()
    }
    return lambda test_sample: inference_by_locator.get(test_sample.locator, Guess())


def describe(model):
    metadata, tags = model.metadata, sorted(model.tags)
    return {"id": model._id, "name": model.name, "metadata": metadata, "tags": tags, "url": get_model_url(model._id)}


if command == "model":
    print(json.dumps(describe(Model(given["name"], metadata=given["metadata"], tags=set(given["tags"])))))
elif command == "models":
    print(json.dumps([describe(model) for model in Model.load_all(tags=set(given["tags"]))]))
elif command == "evaluate":
    model, suite = Model.load(given["model"]), TestSuite.load(given["suite"], given["version"])
    run = TestRun(model, suite)
    run.run()
    url = get_results_url(given["workflow"], model._id, suite._id)
    print(json.dumps({"test_run_id": run._id, "version": suite.version, "url": url}))
elif command == "test":
    model = Model.load(given["model"], infer=lookup(given["csv"]))
    TestRun(model, TestSuite.load(given["suite"]), reset=given["reset"]).run()
    print("null")
elif command == "write":
    # Writes the same inferences as Parquet: in columns, as JSON text, and as structs.
    table = pd.read_csv(given["csv"])
    rows = [(Image(record.locator), lookup(given["csv"])(Image(record.locator))) for record in table.itertuples()]
    frame = pd.DataFrame([(sample._to_dict(), guess._to_dict()) for sample, guess in rows], columns=["test_sample", "inference"])
    table.to_parquet(given["csv"] + ".columns.parquet")
    frame.map(json.dumps).to_parquet(given["csv"] + ".text.parquet")
    frame.to_parquet(given["csv"] + ".structs.parquet")
    print("null")
elif command == "read":
    # Reads the inferences from the platform, with those that the model would have made.
    model = Model.load(given["model"], infer=lookup(given["csv"]))
    pairs = [
        (sample.locator, inference, model.infer(sample))
        for test_case in TestSuite.load(given["suite"]).test_cases
        for sample, _, inference in model.load_inferences(test_case)
    ]
    print(json.dumps([[locator, stored == inferred, stored._to_dict()] for locator, stored, inferred in pairs]))
else:
    sys.exit(f"no command {command}")
