"""Runs the vendor's example for external evaluation functions with the vendor's client, and prints the result."""
import json
import sys

import nucleus
from nucleus.validate import EvaluationResult

client = nucleus.NucleusClient()
given = json.loads(sys.argv[1])

client.validate.create_external_eval_function(given["function"])
function = client.validate.eval_functions.external_functions[given["function"]]
test = client.validate.create_scenario_test(given["test"], given["slice"], [function])
test.get_eval_functions()[0].set_threshold(given["threshold"])
results = [EvaluationResult(**row) for row in given["results"]]
test.upload_external_evaluation_results(function, results, given["model"])

history = test.get_eval_history()
while history[-1].status.value in ("pending", "started"):
    history = test.get_eval_history()

listed = {known.name: known for known in client.validate.scenario_tests}[given["test"]]
page = client.get_slice(given["slice"]).items_generator(page_size=3)
print(
    json.dumps(
        {
            "test": [listed.id == test.id, listed.slice_id],
            "thresholds": [metric.threshold for metric in test.get_eval_functions()],
            "evaluation": [history[-1].status.value, history[-1].result, history[-1].passed],
            "items": sorted(evaluation.result for evaluation in history[-1].item_evals),
            "slice": [item.reference_id for item in page],
            "model": client.get_model(given["model"]).name,
            "baseline": test.set_baseline_model(given["model"]),
            "found": client.validate.get_scenario_test(test.id).name,
            "deleted": client.validate.delete_scenario_test(test.id),
        }
    )
)
