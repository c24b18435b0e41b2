"""An evaluator that uses only sockets for the platform's protocol. BEHAVIOUR selects how well it behaves."""

import os
import re
import socket
import sys
import time
import traceback

BEHAVIOUR = os.environ["BEHAVIOUR"]
REQUIRED = ("KOLENA_TOKEN", "KOLENA_MODEL_NAME", "KOLENA_TEST_SUITE_NAME", "KOLENA_TEST_SUITE_VERSION")


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Platform:
    def __init__(self, url):
        host, port = re.match(r"http://([^/:]+):(\d+)$", url).groups()
        self.address = (host, int(port))

    def call(self, method, path, body="", kind="application/json"):
        return self.fetch(method, path, body, kind).decode()

    def fetch(self, method, path, body="", kind="application/json"):
        with socket.create_connection(self.address, timeout=10) as connection:
            content = body if isinstance(body, bytes) else body.encode()
            head = (
                f"{method} {path if path.startswith('/upload/') else '/v1' + path} HTTP/1.1\r\nHost: {self.address[0]}:{self.address[1]}\r\n"
                f"Content-Type: {kind}\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
            )
            connection.sendall(head.encode() + content)
            answer = b""
            while chunk := connection.recv(65536):
                answer += chunk
        status = int(answer.split(b" ", 2)[1])
        if status >= 400:
            raise RuntimeError(f"{method} {path} answered {status}")
        return answer.split(b"\r\n\r\n", 1)[1]

    def download(self, path, body):
        for line in self.call("PUT", path, body).splitlines():
            where = re.search('"path":"([^"]+)"', line).group(1)
            batch = self.fetch("GET", f"/batched-load/download/by-path/{where}")
            if batch[:4] != b"PAR1" or batch[-4:] != b"PAR1":
                raise RuntimeError("a batch is not a Parquet file")

    def number(self, key, text):
        return re.search(rf'"{key}":(\d+)', text).group(1)

    def upload(self, kind, test_run, batch=None):
        uuid = re.search(r'"uuid":"([^"]+)"', self.call("PUT", "/batched-load/upload/init")).group(1)
        if batch is not None:
            self.call("PUT", f"/upload/{uuid}", batch, "application/octet-stream")
        self.call("PUT", f"/generic/test-run/{kind}", f'{{"uuid":"{uuid}","test_run_id":{test_run}}}')


def evaluate():
    missing = [name for name in REQUIRED if not os.environ.get(name)]
    if missing and BEHAVIOUR != "hangs":
        print(f"missing environment variables: {', '.join(missing)}", file=sys.stderr)
        sys.exit(2)
    if BEHAVIOUR == "hangs":
        time.sleep(3600)
    if BEHAVIOUR == "needs-internet":
        socket.create_connection(("api.example.com", 443), timeout=10)
    if BEHAVIOUR == "needs-address":
        socket.create_connection(("192.0.2.1", 443), timeout=3)
    run(Platform(os.environ["KOLENA_API_URL"]))


def batches():
    """Returns the upload: real metrics if THRESHOLD is set, or else none."""
    if not os.environ.get("THRESHOLD"):
        return [("upload-test-sample-metrics", None), ("upload-test-case-metrics", None)]
    from frames import frames, parquet

    if BEHAVIOUR == "no-parquet":
        return [("upload-test-case-metrics", b"metrics")]
    return [(kind, parquet(columns)) for kind, columns in frames()]


def run(platform):
    platform.call("PUT", "/token/login", f'{{"api_token":{quote(os.environ["KOLENA_TOKEN"])},"version":"0"}}')
    model = platform.call("PUT", "/generic/model/load", f'{{"name":{quote(os.environ["KOLENA_MODEL_NAME"])}}}')
    version = "null" if BEHAVIOUR == "ignores-version" else os.environ["KOLENA_TEST_SUITE_VERSION"]
    name = quote(os.environ["KOLENA_TEST_SUITE_NAME"])
    suite = platform.call("PUT", "/generic/test-suite/load", f'{{"name":{name},"version":{version}}}')
    evaluator = "somebody_else" if BEHAVIOUR == "other-name" else "evaluate_keypoint_detection"
    if BEHAVIOUR == "serves-workflows":
        evaluator = "evaluate_" + os.environ["KOLENA_WORKFLOW"].lower().replace(" ", "_")
    ids = f'"model_id":{platform.number("id", model)},"test_suite_id":{platform.number("id", suite)}'
    body = f'{{{ids},"evaluator":{quote(evaluator)},"configurations":[]}}'
    test_run = platform.number("test_run_id", platform.call("PUT", "/generic/test-run/create-or-retrieve", body))
    load = f'{{"batch_size":1000000,"test_run_id":{test_run},"load_all":false}}'
    platform.call("PUT", "/generic/test-run/load-remaining-test-samples", load)
    platform.download("/generic/test-run/load-test-sample-inferences", load)
    for kind, batch in batches():
        platform.upload(kind, test_run, batch)
    print("evaluated")


if BEHAVIOUR == "swallows":
    try:
        if any(not os.environ.get(name) for name in REQUIRED):
            raise KeyError("KOLENA_TOKEN")
        evaluate()
    except Exception:
        traceback.print_exc()
else:
    evaluate()
