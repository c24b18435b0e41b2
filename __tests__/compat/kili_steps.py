"""Runs one step of Kili's notebook with the vendor's client, so that the action can run the others.

Arguments: the step, and (except for "project") the id of the project. Prints the result of the step as JSON.
"""

import json
import sys

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
PEOPLE = {"black_car.jpg": "BLACK", "grey_car.jpg": "GREY", "white_car.jpg": "WHITE", "red_car.jpg": "RED"}
NAMES = list(PEOPLE)

kili = Kili(disable_tqdm=True)
step, *rest = sys.argv[1:]
project_id = rest[0] if rest else None


def create_project():
    return kili.create_project(title="Cars", input_type="IMAGE", json_interface=INTERFACE)["id"]


def create_assets():
    return kili.append_many_to_dataset(
        project_id=project_id,
        content_array=[f"https://images.example.com/{name}" for name in NAMES],
        external_id_array=NAMES,
        json_metadata_array=[{"camera": "front"} for _ in NAMES],
    )


def label():
    return kili.append_labels(
        project_id=project_id,
        asset_external_id_array=NAMES,
        json_response_array=[{JOB: {"categories": [{"name": PEOPLE[name]}]}} for name in NAMES],
        label_type="DEFAULT",
    )


def read():
    assets = kili.assets(project_id=project_id, fields=["id", "externalId", "content", "jsonMetadata"])
    names = {asset["id"]: asset["externalId"] for asset in assets}
    labels = kili.labels(project_id=project_id, fields=["inferenceMark", "labelOf.id"], type_in=["DEFAULT"])
    inferences = kili.labels(
        project_id=project_id, fields=["id", "jsonResponse", "modelName", "labelOf.id"], type_in=["INFERENCE"]
    )
    return {
        "assets": {asset["externalId"]: [asset["content"], asset["jsonMetadata"]] for asset in assets},
        "marks": {names[label["labelOf"]["id"]]: label["inferenceMark"] for label in labels},
        "inferences": {
            names[label["labelOf"]["id"]]: label["jsonResponse"][JOB]["categories"][0]["name"] for label in inferences
        },
    }


steps = {"project": create_project, "assets": create_assets, "label": label, "read": read}
print(json.dumps(steps[step]()))
