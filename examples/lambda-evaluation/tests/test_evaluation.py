"""Runs without AWS: `python3 -m unittest` in the folder above."""

import io
import json
import unittest
from datetime import datetime, timezone

from evaluation.confusion import Confusion
from evaluation.dataset import read_batches
from evaluation.endpoint import parse_scores, wait_in_service
from evaluation.evaluator import Aws, Settings, result_key
from evaluation.handler import handle
from evaluation.message import parse_message

LABELS = ["y_no", "y_yes"]
SETTINGS = Settings("monitoring", LABELS)


def record(id="m-1", endpoint="churn", key="test.csv", **changes):
    body = {"endpointName": endpoint, "testDataS3BucketName": "data", "testDataS3Key": key}
    return {"messageId": id, "eventSource": "aws:sqs", "body": json.dumps(body), **changes}


class S3:
    def __init__(self, objects):
        self.objects, self.written = objects, {}

    def get_object(self, Bucket, Key):
        return {"Body": io.BytesIO(self.objects[Bucket, Key].encode())}

    def put_object(self, Bucket, Key, Body, Metadata, **_):
        self.written[Bucket, Key] = (Body.decode(), Metadata)


class SageMaker:
    """Predicts the first feature of each row."""

    def __init__(self, *statuses, separator="\n"):
        self.statuses, self.separator, self.sizes = list(statuses), separator, []

    def describe_endpoint(self, EndpointName):
        return {"EndpointStatus": self.statuses.pop(0) if self.statuses else "InService"}

    def invoke_endpoint(self, Body, **_):
        rows = Body.split("\n")
        self.sizes.append(len(rows))
        return {"Body": io.BytesIO(self.separator.join(row.split(",")[0] for row in rows).encode())}


def data(*rows):
    return "\n".join([",score,age,y_no,y_yes", *rows]) + "\n"


def run(records, text, **options):
    s3, sagemaker = S3({("data", "test.csv"): text}), SageMaker(**options)
    reply = handle({"Records": records}, Aws(s3, sagemaker, sagemaker), SETTINGS, lambda: 300)
    return reply, s3.written, sagemaker


class Evaluation(unittest.TestCase):
    def test_writes_the_matrix_and_the_metrics(self):
        text = data("0,0.9,40,0.0,1.0", "1,0.2,41,1.0,0.0", "2,0.7,42,1.0,0.0", "3,0.1,43,0.0,1.0", "4,0.5,44,1.0,0.0")
        reply, written, _ = run([record()], text)
        self.assertEqual(reply, {"batchItemFailures": []})
        [(content, metadata)] = written.values()
        self.assertIn("| 0 | 2 | 1 |\n| 1 | 1 | 1 |", content)
        self.assertIn("| accuracy | 0.600000 |", content)
        self.assertEqual(metadata, {"message-id": "m-1"})

    def test_takes_replies_with_commas(self):
        _, written, _ = run([record()], data("0,0.9,1,0,1", "1,0.1,1,1,0"), separator=",")
        self.assertIn("| 0 | 1 | 0 |\n| 1 | 0 | 1 |", next(iter(written.values()))[0])

    def test_writes_a_matrix_where_there_is_one_class_only(self):
        _, written, _ = run([record()], data("0,0.1,1,1,0", "1,0.2,1,1,0"))
        content = next(iter(written.values()))[0]
        self.assertIn("| 0 | 2 | 0 |\n| 1 | 0 | 0 |", content)
        self.assertIn("| precision | undefined |", content)

    def test_sends_batches_and_keeps_a_first_column_that_has_a_name(self):
        rows = [f"0.{i % 10},1,0" for i in range(1201)]
        _, _, sagemaker = run([record()], "\n".join(["score,y_no,y_yes", *rows]))
        self.assertEqual(sagemaker.sizes, [500, 500, 201])

    def test_reports_only_the_messages_that_failed(self):
        records = [record("a"), record("b", key="absent.csv"), record("c", body="{}"), record("d")]
        reply, written, _ = run(records, data("0,0.9,1,0,1"))
        self.assertEqual(reply, {"batchItemFailures": [{"itemIdentifier": "b"}, {"itemIdentifier": "c"}]})
        self.assertEqual([metadata["message-id"] for _, metadata in written.values()], ["d"])

    def test_fails_for_test_data_that_cannot_be_right(self):
        for text in [data(), "a,b\n1,2\n", data("0,0.9,1,0,0"), data("0,0.9")]:
            with self.subTest(text):
                reply, written, _ = run([record()], text)
                self.assertEqual((len(reply["batchItemFailures"]), written), (1, {}))


class Parts(unittest.TestCase):
    def test_the_sample_of_the_original_has_the_right_metrics(self):
        metrics = Confusion([[3583, 53], [382, 101]]).metrics()
        rounded = {name: round(value, 3) for name, value in metrics.items()}
        expected = {"accuracy": 0.894, "precision": 0.656, "recall": 0.209, "f1": 0.317, "specificity": 0.985}
        self.assertEqual(rounded, expected)

    def test_a_key_may_be_a_whole_address(self):
        message = parse_message(record(key="s3://other/path/test.csv"))
        self.assertEqual((message.bucket, message.key), ("other", "path/test.csv"))

    def test_a_record_of_another_source_is_refused(self):
        with self.assertRaisesRegex(ValueError, "aws:s3"):
            parse_message(record(eventSource="aws:s3"))

    def test_scores_are_separated_by_commas_or_lines(self):
        for text in ["0.1,0.9", "0.1\n0.9\n", "0.1,0.9\n", " 0.1 , 0.9 "]:
            self.assertEqual(parse_scores(text), [0.1, 0.9])

    def test_waits_for_an_endpoint_that_is_on_its_way(self):
        sagemaker = SageMaker("Creating", "Updating", "InService")
        wait_in_service(sagemaker, "churn", lambda: 300, pause=0)
        self.assertEqual(sagemaker.statuses, [])

    def test_gives_up_on_an_endpoint_that_failed_or_takes_too_long(self):
        with self.assertRaisesRegex(RuntimeError, "is Failed"):
            wait_in_service(SageMaker("Failed"), "churn", lambda: 300, pause=0)
        with self.assertRaisesRegex(TimeoutError, "still Creating"):
            wait_in_service(SageMaker("Creating"), "churn", lambda: 1, pause=15)

    def test_the_file_is_of_the_day_in_utc(self):
        now = datetime(2026, 11, 22, 23, 59, tzinfo=timezone.utc)
        self.assertEqual(result_key("churn", now), "2026-11-22/predictions/churn/PREDICTIONS.md")

    def test_quoted_values_are_read(self):
        [batch] = read_batches(io.StringIO(data('0,"0.9",1,0,1')), LABELS)
        self.assertEqual((batch.features, batch.actual), ([["0.9", "1"]], [1]))


if __name__ == "__main__":
    unittest.main()
