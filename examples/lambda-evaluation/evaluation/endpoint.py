"""The SageMaker endpoint: waits until it is in service, and asks it for predictions."""

import re
import time
from collections.abc import Callable

WAITING = {"Creating", "Updating", "SystemUpdating", "RollingBack"}


def wait_in_service(sagemaker, name: str, remaining: Callable[[], float], pause: float = 15.0) -> None:
    """Waits while the endpoint is on its way. `remaining` gives the seconds that are left; some are kept for the work."""
    while True:
        status = sagemaker.describe_endpoint(EndpointName=name)["EndpointStatus"]
        if status == "InService":
            return
        if status not in WAITING:
            raise RuntimeError(f"the endpoint {name} is {status}, and cannot be evaluated")
        if remaining() < 2 * pause:
            raise TimeoutError(f"the endpoint {name} is still {status}, and the time of the function is nearly over")
        time.sleep(pause)


def predict(runtime, name: str, features: list[list[str]]) -> list[int]:
    """The predicted class of each row: 1 for a probability above one half, else 0."""
    body = "\n".join(",".join(row) for row in features)
    reply = runtime.invoke_endpoint(EndpointName=name, ContentType="text/csv", Accept="text/csv", Body=body)
    scores = parse_scores(reply["Body"].read().decode())
    if len(scores) != len(features):
        raise ValueError(f"the endpoint {name} gave {len(scores)} predictions for {len(features)} rows")
    return [1 if score > 0.5 else 0 for score in scores]


def parse_scores(text: str) -> list[float]:
    """Containers separate the values by commas or by line ends, depending on their version."""
    return [float(value) for value in re.split(r"[,\s]+", text.strip()) if value]
