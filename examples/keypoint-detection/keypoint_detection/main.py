"""Computes the metrics of one model on one test suite, both named by the platform in the environment."""

import os
import sys
from typing import Mapping

REQUIRED = ("KOLENA_TOKEN", "KOLENA_MODEL_NAME", "KOLENA_TEST_SUITE_NAME", "KOLENA_TEST_SUITE_VERSION")


def check_environment(environment: Mapping[str, str]) -> None:
    """Ends the process with exit code 2 and one line that names everything that is wrong."""
    missing = [name for name in REQUIRED if not environment.get(name)]
    if missing:
        refuse(f"missing environment variables: {', '.join(missing)} (the platform sets them)")
    version = environment["KOLENA_TEST_SUITE_VERSION"]
    if not version.isdecimal():
        refuse(f"KOLENA_TEST_SUITE_VERSION must be a whole number, not {version!r}")


def refuse(problem: str) -> None:
    print(f"keypoint_detection: {problem}", file=sys.stderr)
    sys.exit(2)


def main() -> None:
    check_environment(os.environ)

    # after the check, which has to work (and fail fast) without the client too
    import kolena
    from kolena.workflow import test

    from .evaluator import NmeThreshold, evaluate_keypoint_detection
    from .workflow import Model, TestSuite

    kolena.initialize(os.environ["KOLENA_TOKEN"], verbose=True)
    # load, because Model(name) would create a model where the name is wrong
    model = Model.load(os.environ["KOLENA_MODEL_NAME"])
    test_suite = TestSuite.load(
        os.environ["KOLENA_TEST_SUITE_NAME"],
        int(os.environ["KOLENA_TEST_SUITE_VERSION"]),
    )
    test(model, test_suite, evaluate_keypoint_detection, configurations=[NmeThreshold(0.05)])


if __name__ == "__main__":
    main()
