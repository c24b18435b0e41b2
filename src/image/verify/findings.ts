import type { Place } from '../../runtime/log.js'

export type Severity = 'error' | 'warning' | 'info'

/**
 * All kinds of findings: id, severity and fix. Ids must stay stable, because users write them into `accept-findings`.
 */
export const findingKinds = {
  'no-entrypoint': ['error', 'Add ENTRYPOINT ["python3", "-m", "your_evaluator.main"] to the Dockerfile.'],
  'wrong-platform': [
    'error',
    'Build with platforms: linux/amd64, which the platform runs; accept this finding if your platform runs another one.',
  ],
  'secret-in-config': [
    'error',
    'Remove it from the Dockerfile, and revoke it. Pass it to RUN with --mount=type=secret,id=…, and read it from the environment at run time.',
  ],
  'secret-in-layer': [
    'error',
    'Revoke it, because earlier pushes may contain it too. Do not write it to files in the Dockerfile: use RUN --mount=type=secret, and in the same RUN remove files that tools write it to.',
  ],
  'token-variable': [
    'error',
    'Remove it: the platform sets KOLENA_TOKEN when it runs the evaluator. During the build, use RUN --mount=type=secret,id=KOLENA_TOKEN,env=KOLENA_TOKEN.',
  ],
  'secret-like-variable': [
    'warning',
    'If it is a secret, pass it to RUN with --mount=type=secret, or use the input secret at run time. Otherwise rename it or accept this finding.',
  ],
  'private-key': [
    'error',
    'List the file in .dockerignore, or remove it from COPY. Replace the key pair if the image was pushed before.',
  ],
  'credential-file': [
    'error',
    'List the file in .dockerignore. If a RUN writes it, remove it in the same RUN, or mount it as a secret.',
  ],
  'key-in-package': [
    'info',
    'It is part of a published package, so it is probably not secret. Ignore this finding if it is a test key.',
  ],
  'not-searched': [
    'error',
    'Rebuild the layer with gzip compression and ordinary files, or verify on a machine of the image’s platform. Accept this finding if you know what the image contains.',
  ],
  'git-login': [
    'error',
    'Revoke the token if the image was pushed before. Set persist-credentials: false for actions/checkout, and list .git in .dockerignore. Pass tokens to RUN with --mount=type=secret.',
  ],
  'git-directory': [
    'warning',
    'List .git in .dockerignore: it contains the whole history of the repository.',
  ],
  'large-layer': [
    'info',
    'Remove what the evaluator does not need, such as caches of package managers and test data. Use several stages for build tools.',
  ],
  'duplicated-files': [
    'info',
    'Copy the files once: use COPY --chown and COPY --chmod instead of a RUN that changes their owner or mode.',
  ],
  'shell-entrypoint': [
    'info',
    'Write ENTRYPOINT as a JSON array: a shell does not forward SIGTERM to the evaluator.',
  ],
  'root-user': ['info', 'Add USER 10001:10001, or another unprivileged user, to the Dockerfile.'],
  'gpu-image': [
    'warning',
    'The platform runs evaluators without a GPU: install the CPU builds of the libraries, which are much smaller.',
  ],
  'cannot-start': [
    'error',
    'Check ENTRYPOINT and CMD: the program must exist in the image, be executable, and match its platform.',
  ],
  'syntax-error': [
    'error',
    'Fix the program, or run it with the interpreter version that it was written for. Scripts need Unix line endings.',
  ],
  'import-error': [
    'error',
    'Install the missing package in the image. For your own modules, start the package as a module: ENTRYPOINT ["python3", "-m", "package.main"], with WORKDIR set to the directory above the package.',
  ],
  'silent-success': [
    'error',
    'Exit with a code other than 0 if a variable is missing or an exception was caught: the platform treats 0 as success.',
  ],
  'start-crash': [
    'error',
    'Run the image on your machine to see why it ends. 126 and 127 mean that a program could not be run, 255 an error before the start, 137 usually a lack of memory, and 139 a segmentation fault.',
  ],
  'start-timeout': [
    'error',
    'Check the environment variables first, and exit if one is missing. Raise verify-timeout if the start takes that long.',
  ],
  'unclear-start': [
    'warning',
    'Check the environment variables first, and print the missing ones (KOLENA_TOKEN) before the program exits. Otherwise accept this finding.',
  ],
  'ends-on-lambda': [
    'error',
    'Let the image run a runtime interface client, such as ENTRYPOINT ["python3", "-m", "awslambdaric"] with the handler as CMD, or use a base image of AWS. The client asks for events until Lambda ends it.',
  ],
  traceback: ['warning', 'Check the environment variables first, and print the missing ones in one line.'],
  'not-verified': ['warning', 'Build the image in this step, or set verify: off.'],
  'contract-failed': ['error', 'See the output of the run in the log.'],
  'needs-network': [
    'error',
    'Add what it downloads to the image. If it needs another service at run time, accept this finding: the contract then remains unproven.',
  ],
  'contract-timeout': [
    'error',
    'Find out what it waits for: it can reach only the platform and no other host. Raise verify-timeout for a large fixture.',
  ],
  'no-login': [
    'error',
    'Call kolena.initialize(os.environ["KOLENA_TOKEN"]) with a client from May 2023 or later, which reads KOLENA_API_URL.',
  ],
  'other-token': [
    'error',
    'Log in with the token in KOLENA_TOKEN. Anyone who can pull the image can read a token in it.',
  ],
  'other-model': ['error', 'Load the model that KOLENA_MODEL_NAME names.'],
  'other-suite': ['error', 'Load the test suite that KOLENA_TEST_SUITE_NAME names.'],
  'other-version': [
    'error',
    'Load the version that KOLENA_TEST_SUITE_VERSION names: TestSuite.load(name, int(os.environ["KOLENA_TEST_SUITE_VERSION"])).',
  ],
  'other-evaluator': [
    'error',
    'Set evaluator-name to the name that the evaluator reports (the name of its function, or its display_name()), or rename it in the code.',
  ],
  'other-workflow': ['error', 'Set workflow to the name in define_workflow(…), or correct the code.'],
  'server-side-evaluation': [
    'error',
    'Pass an evaluator to test(…): without one the platform would run the registered evaluator, which is this image, again and again.',
  ],
  'resets-results': [
    'error',
    'Call test(…) without reset=True, which overwrites inferences that the image cannot recreate.',
  ],
  'creates-model': [
    'warning',
    'Use Model.load(name): Model(name) creates a new, empty model if the name is wrong.',
  ],
  'no-metrics': [
    'error',
    'Call test(model, test_suite, evaluator, …), and let it finish: nothing was uploaded.',
  ],
  'unreadable-metrics': [
    'error',
    "Upload metrics with the platform's client, as test(…) does: Parquet with JSON in text columns. The platform could not read these uploads either.",
  ],
  'too-many-metrics': [
    'warning',
    'The platform accepts them, but not all of them are shown or compared here. Use a smaller fixture, or fewer metrics per test case.',
  ],
  'unexpected-metrics': [
    'error',
    'Correct the evaluator. If the new value is right, write it to expected in the fixture with evaluator-action --update-expected.',
  ],
  'nondeterministic-metrics': [
    'warning',
    'Seed the random numbers, and do not let results depend on the order of sets or threads. Comparing such metrics proves nothing.',
  ],
  'changed-metrics': [
    'warning',
    'See the table of changes in the summary. If they are intended, accept this finding for the change, or set metrics-gate: warn.',
  ],
  'no-baseline': [
    'warning',
    'Without a baseline, metrics-gate has nothing to compare with. Accept this finding for the first release, or name an image in metrics-baseline.',
  ],
  'samples-not-read': ['error', 'Load the inferences of the test run, as test(…) does.'],
  'ignores-failure': [
    'error',
    'Let exceptions end the program, or exit with a code other than 0: otherwise a failed evaluation looks like a finished one.',
  ],
  'ignores-missing-variable': [
    'warning',
    'Exit with a code other than 0 if the variable is missing, instead of continuing with a default.',
  ],
} as const satisfies Record<string, readonly [Severity, string]>

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
  const [usual, fix] = findingKinds[id]
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
