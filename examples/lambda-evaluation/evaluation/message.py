"""What a message of the queue asks for."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    id: str
    endpoint_name: str
    bucket: str
    key: str


def parse_message(record: dict) -> Message:
    """Reads one record of an SQS event. Raises ValueError with what is wrong in it."""
    if record.get("eventSource") != "aws:sqs":
        raise ValueError(f"the record is of {record.get('eventSource')!r}, not of aws:sqs")
    body = json.loads(record["body"])
    missing = [name for name in ("endpointName", "testDataS3BucketName", "testDataS3Key") if not body.get(name)]
    if missing:
        raise ValueError(f"the body of the message lacks {', '.join(missing)}")
    bucket, key = _locate(body["testDataS3BucketName"], body["testDataS3Key"])
    return Message(record["messageId"], body["endpointName"], bucket, key)


def _locate(bucket: str, key: str) -> tuple[str, str]:
    """The key may be a whole address: senders take it from a tag that holds one."""
    if key.startswith("s3://"):
        bucket, _, key = key.removeprefix("s3://").partition("/")
    return bucket, key
