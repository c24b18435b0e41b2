"""Writes metrics of three samples in two test cases in the platform's format: Parquet with JSON text columns."""

import os

ERRORS = {"s3://faces/a.jpg": 0.04, "s3://faces/b.jpg": 0.08, "s3://faces/c.jpg": 0.2}
CASES = {1: list(ERRORS), 2: ["s3://faces/c.jpg"]}
THRESHOLD = float(os.environ.get("THRESHOLD") or "0.05")


def failed(error):
    return "true" if error > THRESHOLD else "false"


def frames():
    """Returns the uploads: kind, and text columns."""
    noise = os.environ["KOLENA_API_URL"].rsplit(":", 1)[1] if os.environ["BEHAVIOUR"] == "random" else "1"
    samples = [f'{{"data_type": "TEST_SAMPLE/IMAGE", "locator": "{locator}"}}' for locator in ERRORS]
    metrics = [f'{{"error": {error!r}, "failed": {failed(error)}}}' for error in ERRORS.values()]
    yield "upload-test-sample-metrics", {"test_sample": samples, "metrics": metrics}
    rows = []
    for locators in CASES.values():
        errors = [ERRORS[locator] for locator in locators]
        rate = sum(error > THRESHOLD for error in errors) / len(errors)
        mean = sum(errors) / len(errors)
        rows.append(f'{{"failure_rate": {rate!r}, "mean_error": {mean!r}, "n": {len(errors)}, "noise": {noise}}}')
    if os.environ["BEHAVIOUR"] == "garbage":
        rows = ["{not json}" for _ in rows]
    yield "upload-test-case-metrics", {"test_case_id": [str(case) for case in CASES], "metrics": rows}
    yield "upload-test-suite-metrics", {"metrics": ['{"worst": NaN}']}


def parquet(columns):
    """Returns a file with one plain, uncompressed row group, and test_case_id as numbers."""
    chunks, content = [], b"PAR1"
    rows = len(next(iter(columns.values())))
    for name, cells in columns.items():
        number = name == "test_case_id"
        page = b"".join(
            int(cell).to_bytes(8, "little") if number else len(cell.encode()).to_bytes(4, "little") + cell.encode()
            for cell in cells
        )
        header = struct({1: 0, 2: len(page), 3: len(page), 5: {1: rows, 2: 0, 3: 3, 4: 3}})
        meta = {1: 2 if number else 6, 2: [0], 3: [name], 4: 0, 5: rows, 6: len(page), 7: len(header + page), 9: len(content)}
        chunks.append({2: len(content), 3: meta})
        content += header + page
    schema = [{4: "root", 5: len(columns)}] + [{1: 2 if name == "test_case_id" else 6, 3: 0, 4: name} for name in columns]
    footer = struct({1: 1, 2: schema, 3: rows, 4: [{1: chunks, 2: len(content), 3: rows}]})
    return content + footer + len(footer).to_bytes(4, "little") + b"PAR1"


def struct(fields):
    """Writes Thrift's compact protocol: integers, text, lists and structs."""
    content, last = b"", 0
    for field, value in fields.items():
        content += bytes([(field - last) << 4 | kind(value)]) + write(value)
        last = field
    return content + b"\0"


def kind(value):
    return {int: 6, str: 8, list: 9, dict: 12}[type(value)]


def write(value):
    if isinstance(value, int):
        return varint(value * 2)
    if isinstance(value, str):
        return varint(len(value.encode())) + value.encode()
    if isinstance(value, dict):
        return struct(value)
    return bytes([len(value) << 4 | kind(value[0])]) + b"".join(write(item) for item in value)


def varint(value):
    return bytes([value]) if value < 128 else bytes([value % 128 + 128]) + varint(value // 128)
