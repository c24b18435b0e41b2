"""Does with the vendor's client, unmodified, what /model and /evaluate do. Prints what it learned as JSON."""
import json
import sys
from dataclasses import dataclass

from kolena._utils.endpoints import get_model_url, get_results_url
from kolena.workflow import GroundTruth, Image, Inference, TestRun, define_workflow


@dataclass(frozen=True)
class Nothing(GroundTruth):
    pass


@dataclass(frozen=True)
class Guess(Inference):
    pass


command, given = sys.argv[1], json.loads(sys.argv[2])
_, TestCase, TestSuite, Model = define_workflow(given["workflow"], Image, Nothing, Guess)


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
    run.evaluate()
    url = get_results_url(given["workflow"], model._id, suite._id)
    print(json.dumps({"test_run_id": run._id, "version": suite.version, "url": url}))
else:
    sys.exit(f"no command {command}")
