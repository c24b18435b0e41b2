"""The entry point on AWS Lambda."""

import os
import traceback
from collections.abc import Callable
from functools import cache

from .evaluator import Aws, Settings, evaluate
from .message import parse_message


def handler(event: dict, context) -> dict:
    """Evaluates every message of the batch, and reports those that failed, so that SQS delivers only them again."""
    return handle(event, connect(), read_settings(), lambda: context.get_remaining_time_in_millis() / 1000)


def handle(event: dict, aws: Aws, settings: Settings, remaining: Callable[[], float]) -> dict:
    failures = []
    for record in event["Records"]:
        try:
            evaluate(parse_message(record), aws, settings, remaining)
        except Exception:
            # One bad message must not hold up the others; the log has the reason.
            traceback.print_exc()
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


@cache
def connect() -> Aws:
    return Aws(_client("s3"), _client("sagemaker"), _client("sagemaker-runtime"))


@cache
def read_settings() -> Settings:
    """From the environment of the function; the bucket may be named by a parameter of Systems Manager instead."""
    columns = os.environ.get("LABEL_COLUMNS", "y_no,y_yes").split(",")
    return Settings(os.environ.get("RESULTS_BUCKET") or _bucket_of_parameter(), columns)


def _bucket_of_parameter() -> str:
    name = f"mlops-{os.environ['AWS_REGION']}-{os.environ['SERVERLESS_ENVIRONMENT']}-model-monitoring"
    return _client("ssm").get_parameter(Name=name)["Parameter"]["Value"]


def _client(service: str):
    # Not at the top: the tests run without it.
    import boto3

    # Lambda sets AWS_REGION, of which boto3 knows nothing.
    return boto3.client(service, region_name=os.environ.get("AWS_REGION"))
