import type { Place } from '../../runtime/log.js'

export type Severity = 'error' | 'warning' | 'info'

/** A kind of finding, as sentences for the report and for docs/findings.md. */
interface FindingKind {
  severity: Severity
  /** When it is reported, and why that matters. */
  cause: string
  /** What to do about it. */
  fix: string
}

/** All kinds of findings by their ids, which must stay stable because users write them into `accept-findings`. */
export const findingKinds = {
  'no-entrypoint': {
    severity: 'error',
    cause:
      'The configuration of the image has neither `ENTRYPOINT` nor `CMD`, so the platform cannot start it.',
    fix: 'Add ENTRYPOINT ["python3", "-m", "your_evaluator.main"] to the Dockerfile.',
  },
  'wrong-platform': {
    severity: 'error',
    cause:
      'The image is for a processor or operating system that the platform does not run, often because it was built on an ARM machine.',
    fix: 'Build with platforms: linux/amd64, which the platform runs; accept this finding if your platform runs another one.',
  },
  'secret-in-config': {
    severity: 'error',
    cause:
      'A secret of this run is in a variable, a label, the entry point or the history of the image. Anyone who can pull the image can read all of them.',
    fix: 'Remove it from the Dockerfile, and revoke it. Pass it to RUN with --mount=type=secret,id=…, and read it from the environment at run time.',
  },
  'secret-in-layer': {
    severity: 'error',
    cause:
      'A secret of this run is in a file, a file name or the target of a link, plain or encoded. A file that a later instruction removes is still in its layer.',
    fix: 'Revoke it, because earlier pushes may contain it too. Do not write it to files in the Dockerfile: use RUN --mount=type=secret, and in the same RUN remove files that tools write it to.',
  },
  'token-variable': {
    severity: 'error',
    cause:
      'The image, or a build argument in its history, gives `KOLENA_TOKEN` a value. Anyone who can pull the image can read the value.',
    fix: 'Remove it: the platform sets KOLENA_TOKEN when it runs the evaluator. During the build, use RUN --mount=type=secret,id=KOLENA_TOKEN,env=KOLENA_TOKEN.',
  },
  'secret-like-variable': {
    severity: 'warning',
    cause:
      'A variable or build argument that has a value is named like a secret. Anyone who can pull the image can read the value.',
    fix: 'If it is a secret, pass it to RUN with --mount=type=secret, or use the input secret at run time. Otherwise rename it or accept this finding.',
  },
  'private-key': {
    severity: 'error',
    cause: 'A file begins like a private key, and does not belong to a published package.',
    fix: 'List the file in .dockerignore, or remove it from COPY. Replace the key pair if the image was pushed before.',
  },
  'credential-file': {
    severity: 'error',
    cause:
      'A file has the name of a file that programs keep logins in, such as `.env`, `.netrc` or `.aws/credentials`, and is not empty.',
    fix: 'List the file in .dockerignore. If a RUN writes it, remove it in the same RUN, or mount it as a secret.',
  },
  'key-in-package': {
    severity: 'info',
    cause:
      'An installed package, below `site-packages`, `dist-packages` or `node_modules`, contains a private key.',
    fix: 'It is part of a published package, so it is probably not secret. Ignore this finding if it is a test key.',
  },
  'not-searched': {
    severity: 'error',
    cause:
      'A layer or the history could not be read to its end, so nobody knows whether it contains secrets.',
    fix: 'Rebuild the layer with gzip compression and ordinary files, or verify on a machine of the image’s platform. Accept this finding if you know what the image contains.',
  },
  'git-login': {
    severity: 'error',
    cause:
      'A configuration file of Git contains a login: an `extraheader`, or a password in a URL. In a workflow, `actions/checkout` writes one unless `persist-credentials` is false.',
    fix: 'Revoke the token if the image was pushed before. List .git in .dockerignore, and in a workflow set persist-credentials: false for actions/checkout. Pass tokens to RUN with --mount=type=secret.',
  },
  'git-directory': {
    severity: 'warning',
    cause: 'The image contains a directory `.git`.',
    fix: 'List .git in .dockerignore: it contains the whole history of the repository.',
  },
  'large-layer': {
    severity: 'info',
    cause: 'A layer has 1 GiB or more. The platform pulls it before an evaluation can start.',
    fix: 'Remove what the evaluator does not need, such as caches of package managers and test data. Use several stages for build tools.',
  },
  'duplicated-files': {
    severity: 'info',
    cause:
      'At least 10 MiB of files are stored in two layers. A `RUN` that changes the owner or the mode of files stores them again.',
    fix: 'Copy the files once: use COPY --chown and COPY --chmod instead of a RUN that changes their owner or mode.',
  },
  'shell-entrypoint': {
    severity: 'info',
    cause:
      'The entry point is a shell that runs a command: `ENTRYPOINT` is not a JSON array, or names `sh -c`.',
    fix: 'Write ENTRYPOINT as a JSON array: a shell does not forward SIGTERM to the evaluator.',
  },
  'root-user': {
    severity: 'info',
    cause: 'The image sets no user other than root. An evaluator does not need the rights of root.',
    fix: 'Add USER 10001:10001, or another unprivileged user, to the Dockerfile.',
  },
  'gpu-image': {
    severity: 'warning',
    cause: 'The image sets `NVIDIA_…` or `CUDA_…` variables, or contains libraries for a GPU.',
    fix: 'The platform runs evaluators without a GPU: install the CPU builds of the libraries, which are much smaller.',
  },
  'cannot-start': {
    severity: 'error',
    cause:
      'The engine, a shell, an init program, the dynamic linker or a launcher reports that it cannot run the program.',
    fix: 'Check ENTRYPOINT and CMD: the program must exist in the image, be executable, and match its platform.',
  },
  'syntax-error': {
    severity: 'error',
    cause: 'The interpreter cannot read the program.',
    fix: 'Fix the program, or run it with the interpreter version that it was written for. Scripts need Unix line endings.',
  },
  'import-error': {
    severity: 'error',
    cause: 'A module, package or library that the program needs is not in the image.',
    fix: 'Install the missing package in the image. For your own modules, start the package as a module: ENTRYPOINT ["python3", "-m", "package.main"], with WORKDIR set to the directory above the package.',
  },
  'silent-success': {
    severity: 'error',
    cause:
      'The image exits with 0 in the run without variables and network, in which it cannot have evaluated anything.',
    fix: 'Exit with a code other than 0 if a variable is missing or an exception was caught: the platform treats 0 as success.',
  },
  'start-crash': {
    severity: 'error',
    cause:
      'The run without variables ends with 126, 127, 255 or the exit code of a signal, or runs out of memory, and does not name a missing variable.',
    fix: 'Run the image on your machine to see why it ends. 126 and 127 mean that a program could not be run, 255 an error before the start, 137 usually a lack of memory, and 139 a segmentation fault.',
  },
  'start-timeout': {
    severity: 'error',
    cause: 'The run without variables does not end within `verify-timeout`.',
    fix: 'Check the environment variables first, and exit if one is missing. Raise verify-timeout if the start takes that long.',
  },
  'unclear-start': {
    severity: 'warning',
    cause:
      'The run without variables fails, but its output does not name a variable of the platform. Or the machine cannot run the image at all.',
    fix: 'Check the environment variables first, and print the missing ones (KOLENA_TOKEN) before the program exits. Otherwise accept this finding.',
  },
  'ends-on-lambda': {
    severity: 'error',
    cause: 'With `verify: lambda`, the image ends before it asks for an event.',
    fix: 'Let the image run a runtime interface client, such as ENTRYPOINT ["python3", "-m", "awslambdaric"] with the handler as CMD, or use a base image of AWS. The client asks for events until Lambda ends it.',
  },
  traceback: {
    severity: 'warning',
    cause: 'The evaluator starts, and then fails for another reason than a missing variable.',
    fix: 'Check the environment variables first, and print the missing ones in one line.',
  },
  'contract-failed': {
    severity: 'error',
    cause: 'With `verify: contract`, the evaluation fails, and no other finding explains why.',
    fix: 'See the output of the run in the log.',
  },
  'needs-network': {
    severity: 'error',
    cause:
      'The evaluation fails because it cannot reach another host. The contract check has no network other than to the stand-in for the platform.',
    fix: 'Add what it downloads to the image. If it needs another service at run time, accept this finding: the contract then remains unproven.',
  },
  'contract-timeout': {
    severity: 'error',
    cause: 'The evaluation does not end within `verify-timeout`.',
    fix: 'Find out what it waits for: it can reach only the platform and no other host. Raise verify-timeout for a large fixture.',
  },
  'no-login': {
    severity: 'error',
    cause: 'The evaluator sends no login to the address in `KOLENA_API_URL`.',
    fix: 'Call kolena.initialize(os.environ["KOLENA_TOKEN"]) with a client from May 2023 or later, which reads KOLENA_API_URL.',
  },
  'other-token': {
    severity: 'error',
    cause: 'The evaluator logs in, but not with the token that the platform gives it.',
    fix: 'Log in with the token in KOLENA_TOKEN. Anyone who can pull the image can read a token in it.',
  },
  'other-model': {
    severity: 'error',
    cause: 'The evaluator loads a model other than the one that the platform asks for.',
    fix: 'Load the model that KOLENA_MODEL_NAME names.',
  },
  'other-suite': {
    severity: 'error',
    cause: 'The evaluator loads a test suite other than the one that the platform asks for.',
    fix: 'Load the test suite that KOLENA_TEST_SUITE_NAME names.',
  },
  'other-version': {
    severity: 'error',
    cause:
      'The evaluator loads another version of the test suite, often the latest. A test run on an older version would then get the wrong metrics.',
    fix: 'Load the version that KOLENA_TEST_SUITE_VERSION names: TestSuite.load(name, int(os.environ["KOLENA_TEST_SUITE_VERSION"])).',
  },
  'other-evaluator': {
    severity: 'error',
    cause:
      'The evaluator reports its metrics under a name other than `evaluator-name`, so the platform cannot find them.',
    fix: 'Set evaluator-name to the name that the evaluator reports (the name of its function, or its display_name()), or rename it in the code.',
  },
  'other-workflow': {
    severity: 'error',
    cause: 'The workflow that the code defines is not the one that the evaluator is registered for.',
    fix: 'Set workflow to the name in define_workflow(…), or correct the code.',
  },
  'server-side-evaluation': {
    severity: 'error',
    cause:
      'The evaluator calls `test(…)` or `TestRun` without an evaluator function, which asks the platform to run the registered evaluator.',
    fix: 'Pass an evaluator to test(…): without one the platform would run the registered evaluator, which is this image, again and again.',
  },
  'resets-results': {
    severity: 'error',
    cause:
      'The evaluator resets the results of the test run, or loads all test samples in order to replace their inferences.',
    fix: 'Call test(…) without reset=True, which overwrites inferences that the image cannot recreate.',
  },
  'creates-model': {
    severity: 'warning',
    cause: 'The evaluator creates a model in the run, instead of only loading the one that exists.',
    fix: 'Use Model.load(name): Model(name) creates a new, empty model if the name is wrong.',
  },
  'no-metrics': {
    severity: 'error',
    cause: 'The evaluator exits with 0 without an upload of metrics.',
    fix: 'Call test(model, test_suite, evaluator, …), and let it finish: nothing was uploaded.',
  },
  'unreadable-metrics': {
    severity: 'error',
    cause: 'An upload of metrics is not in the format of the platform’s client.',
    fix: "Upload metrics with the platform's client, as test(…) does: Parquet with JSON in text columns. The platform could not read these uploads either.",
  },
  'too-many-metrics': {
    severity: 'warning',
    cause: 'The evaluator uploads more metrics than the action keeps for the report and for comparisons.',
    fix: 'The platform accepts them, but not all of them are shown or compared here. Use a smaller fixture, or fewer metrics per test case.',
  },
  'unexpected-metrics': {
    severity: 'error',
    cause: 'A metric differs from `expected` in the contract fixture.',
    fix: 'Correct the evaluator. If the new value is right, write it to expected in the fixture with evaluator-action --update-expected.',
  },
  'nondeterministic-metrics': {
    severity: 'warning',
    cause: 'Two runs of the same image on the same samples give different metrics.',
    fix: 'Seed the random numbers, and do not let results depend on the order of sets or threads. Comparing such metrics proves nothing.',
  },
  'changed-metrics': {
    severity: 'warning',
    cause:
      'The metrics differ from those of the baseline by more than `metrics-tolerance`. With `metrics-gate: fail` this is an error.',
    fix: 'See the table of changes in the summary. If they are intended, accept this finding for the change, or set metrics-gate: warn.',
  },
  'no-baseline': {
    severity: 'warning',
    cause: 'There are no metrics of a baseline to compare with. With `metrics-gate: fail` this is an error.',
    fix: 'Without a baseline, metrics-gate has nothing to compare with. Accept this finding for the first release, or name an image in metrics-baseline.',
  },
  'samples-not-read': {
    severity: 'error',
    cause: 'The evaluator exits with 0, but has loaded no inferences.',
    fix: 'Load the inferences of the test run, as test(…) does.',
  },
  'ignores-failure': {
    severity: 'error',
    cause:
      'The evaluator exits with 0, or does not end, when the platform refuses the token (401) or answers 500.',
    fix: 'Let exceptions end the program, or exit with a code other than 0: otherwise a failed evaluation looks like a finished one.',
  },
  'ignores-missing-variable': {
    severity: 'warning',
    cause:
      'The evaluator exits with 0, or does not end, without one of the variables that the platform sets.',
    fix: 'Exit with a code other than 0 if the variable is missing, instead of continuing with a default.',
  },
} as const satisfies Record<string, FindingKind>

export type FindingId = keyof typeof findingKinds

/** A problem or a fact that a verification found. */
export interface Finding {
  id: FindingId
  severity: Severity
  message: string
  fix: string
  /** The line of the Dockerfile, if it is known. */
  place?: Place
  /** Whether `accept-findings` lists it. An accepted finding is shown, but does not block the publication. */
  accepted: boolean
}

/**
 * Creates a finding. The message says what was found, with the values.
 * @param severity overrides the severity of the kind, if a gate decides it
 */
export function finding(id: FindingId, message: string, place?: Place, severity?: Severity): Finding {
  const { severity: usual, fix } = findingKinds[id]
  return { id, severity: severity ?? usual, message, fix, ...(place && { place }), accepted: false }
}

/** Marks the findings that the user accepts, and sorts all by severity, the most severe first. */
export function judge(findings: readonly Finding[], accepted: readonly string[]): Finding[] {
  const order: Severity[] = ['error', 'warning', 'info']
  return findings
    .map((one) => ({ ...one, accepted: accepted.includes(one.id) }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** Returns the findings that block a publication. */
export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, accepted }) => severity === 'error' && !accepted)
}

export function isFindingId(text: string): text is FindingId {
  return Object.hasOwn(findingKinds, text)
}
