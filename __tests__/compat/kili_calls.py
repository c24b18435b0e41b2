"""Makes the calls of the agreement action with the vendor's client, in the project PROJECT_ID."""

import os

from kili.client import Kili

NAMES = ["black_car.jpg", "grey_car.jpg", "white_car.jpg", "red_car.jpg"]
COLORS = ["WHITE", "GREY", "RED", "BLACK"]

kili = Kili(disable_tqdm=True)
project_id = os.environ["PROJECT_ID"]

# The action requests these three fields in one call.
kili.kili_api_gateway.get_project(project_id, fields=("id", "inputType", "jsonInterface"))
for types in (["INFERENCE"], ["DEFAULT", "REVIEW"]):
    kili.labels(project_id=project_id, asset_external_id_strictly_in=NAMES, type_in=types)
kili.append_labels(
    project_id=project_id,
    asset_external_id_array=NAMES,
    json_response_array=[{"CLASSIFICATION_JOB": {"categories": [{"name": color}]}} for color in COLORS],
    model_name="car-color-v1",
    label_type="INFERENCE",
    overwrite=True,
)
