"""One evaluation, from a message to the file that it leaves."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from .confusion import Confusion
from .dataset import read_batches
from .endpoint import predict, wait_in_service
from .message import Message


@dataclass(frozen=True)
class Aws:
    """The clients of AWS, or what stands in for them in a test."""

    s3: Any
    sagemaker: Any
    runtime: Any


@dataclass(frozen=True)
class Settings:
    results_bucket: str
    """Columns of the test data for class 0 and class 1, in this order."""
    label_columns: list[str]


def evaluate(message: Message, aws: Aws, settings: Settings, remaining: Callable[[], float]) -> str:
    """Evaluates the endpoint of the message and gives the key of the file with the confusion matrix."""
    wait_in_service(aws.sagemaker, message.endpoint_name, remaining)
    confusion = Confusion()
    data = aws.s3.get_object(Bucket=message.bucket, Key=message.key)["Body"]
    for batch in read_batches(codecs.getreader("utf-8")(data), settings.label_columns):
        confusion.add(batch.actual, predict(aws.runtime, message.endpoint_name, batch.features))
    if confusion.total == 0:
        raise ValueError(f"s3://{message.bucket}/{message.key} has no rows")
    key = result_key(message.endpoint_name, datetime.now(timezone.utc))
    aws.s3.put_object(
        Bucket=settings.results_bucket,
        Key=key,
        Body=confusion.markdown().encode(),
        ContentType="text/markdown; charset=utf-8",
        # Who reads the file can tell by this whether it is of this evaluation.
        Metadata={"message-id": message.id},
    )
    print(f"{message.endpoint_name}: {confusion.counts} {confusion.metrics()}")
    return key


def result_key(endpoint_name: str, now: datetime) -> str:
    return f"{now:%Y-%m-%d}/predictions/{endpoint_name}/PREDICTIONS.md"
