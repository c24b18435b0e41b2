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
    import boto3

    return Aws(boto3.client("s3"), boto3.client("sagemaker"), boto3.client("sagemaker-runtime"))


@cache
def read_settings() -> Settings:
    """From the environment of the function; the bucket may be named by a parameter of Systems Manager instead."""
    columns = os.environ.get("LABEL_COLUMNS", "y_no,y_yes").split(",")
    return Settings(os.environ.get("RESULTS_BUCKET") or _bucket_of_parameter(), columns)


def _bucket_of_parameter() -> str:
    import boto3

    region, stage = os.environ["AWS_REGION"], os.environ["SERVERLESS_ENVIRONMENT"]
    name = f"mlops-{region}-{stage}-model-monitoring"
    return boto3.client("ssm").get_parameter(Name=name)["Parameter"]["Value"]
