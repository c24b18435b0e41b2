"""Runs Kili's notebook on inference labels with the vendor's client. The environment contains Kili's address.

Prints a JSON object: the marks and the disagreements of both use cases.
"""

import json

from kili.client import Kili

JOB = "CLASSIFICATION_JOB"
COLORS = {"RED": "Red", "BLACK": "Black", "WHITE": "White", "GREY": "Grey"}
INTERFACE = {
    "jobs": {
        JOB: {
            "mlTask": "CLASSIFICATION",
            "content": {"categories": {key: {"name": name} for key, name in COLORS.items()}, "input": "radio"},
            "required": 0,
            "isChild": False,
            "instruction": "Color",
        }
    }
}
PREDICTIONS = {"black_car.jpg": "WHITE", "grey_car.jpg": "GREY", "white_car.jpg": "RED", "red_car.jpg": "BLACK"}
PEOPLE = {"black_car.jpg": "BLACK", "grey_car.jpg": "GREY", "white_car.jpg": "WHITE", "red_car.jpg": "RED"}
NAMES = list(PEOPLE)

kili = Kili(disable_tqdm=True)


def push(project_id, colors, label_type):
    kili.append_labels(
        project_id=project_id,
        asset_external_id_array=NAMES,
        json_response_array=[{JOB: {"categories": [{"name": colors[name]}]}} for name in NAMES],
        label_type=label_type,
    )


def color_of(**where):
    [label, *_] = list(kili.labels(**where))
    return label["jsonResponse"][JOB]["categories"][0]["name"]


def use_case(title, *pushes):
    project_id = kili.create_project(title=title, input_type="IMAGE", json_interface=INTERFACE)["id"]
    kili.append_many_to_dataset(
        project_id=project_id,
        content_array=[f"https://images.example.com/{name}" for name in NAMES],
        external_id_array=NAMES,
    )
    for colors, label_type in pushes:
        push(project_id, colors, label_type)
    labels = kili.labels(project_id=project_id, fields=["inferenceMark", "id", "labelOf.id"], type_in=["DEFAULT"])
    names = {asset["id"]: asset["externalId"] for asset in kili.assets(project_id=project_id)}
    marks = {names[label["labelOf"]["id"]]: label["inferenceMark"] for label in labels}
    disagreements = {
        names[label["labelOf"]["id"]]: {
            "model": color_of(project_id=project_id, asset_id=label["labelOf"]["id"], type_in=["INFERENCE"]),
            "human": color_of(project_id=project_id, label_id=label["id"]),
        }
        for label in labels
        if label["inferenceMark"] < 1
    }
    deleted = kili.delete_project(project_id) == project_id
    return {"marks": marks, "disagreements": disagreements, "deleted": deleted}


model, people = (PREDICTIONS, "INFERENCE"), (PEOPLE, "DEFAULT")
print(json.dumps([use_case("Model in production", model, people), use_case("Labeled data", people, model)]))
