import type { Place } from '../../runtime/log.js'

export type Severity = 'error' | 'warning' | 'info'

/**
 * All that a verification can find: id, how bad it is, and what to do about it. An id is a promise to users, who
 * write it into `accept-findings`.
 */
export const findingKinds = {
  'no-entrypoint': ['error', 'Add ENTRYPOINT ["python3", "-m", "your_evaluator.main"] to the Dockerfile.'],
  'wrong-platform': [
    'error',
    'Build with platforms: linux/amd64, which the platform runs; accept this finding if yours runs another one.',
  ],
  'secret-in-config': [
    'error',
    'Take it out of the Dockerfile, and revoke it: pass it to RUN with --mount=type=secret,id=…, and read it from the environment at run time.',
  ],
  'secret-in-layer': [
    'error',
    'Revoke it, as earlier pushes may hold it too. Keep it out of files in the Dockerfile: use RUN --mount=type=secret, and remove what tools write of it in the same RUN.',
  ],
  'token-variable': [
    'error',
    'Remove it: the platform sets KOLENA_TOKEN when it runs the evaluator, and RUN --mount=type=secret,id=KOLENA_TOKEN,env=KOLENA_TOKEN has it while building.',
  ],
  'secret-like-variable': [
    'warning',
    'If it is a secret, pass it to RUN with --mount=type=secret, or use the input secret for run time; else rename it or accept this finding.',
  ],
  'private-key': [
    'error',
    'List the file in .dockerignore, or take it out of COPY; replace the key pair if the image was pushed before.',
  ],
  'credential-file': [
    'error',
    'List the file in .dockerignore; where a RUN writes it, remove it in the same RUN, or mount it as a secret.',
  ],
  'key-in-package': [
    'info',
    'It came with a published package, so it is hardly secret; nothing to do if it is a test key.',
  ],
  'not-searched': [
    'error',
    'Build the layer anew, compressed with gzip and with ordinary files; accept this finding if you know what is in it.',
  ],
  'git-login': [
    'error',
    'Revoke the token if the image was pushed before. Set persist-credentials: false for actions/checkout, and list .git in .dockerignore; pass tokens to RUN by --mount=type=secret.',
  ],
  'git-directory': ['warning', 'List .git in .dockerignore: it holds the whole history of the repository.'],
  'large-layer': [
    'info',
    'Leave out what the evaluator does not need: caches of package managers, test data, build tools (several stages).',
  ],
  'duplicated-files': [
    'info',
    'Copy the files once: COPY --chown and COPY --chmod in place of a RUN that changes their mode or owner.',
  ],
  'shell-entrypoint': [
    'info',
    'Write ENTRYPOINT as a JSON array: a shell in front passes no SIGTERM on to the evaluator.',
  ],
  'root-user': ['info', 'Add USER 10001:10001, or another user without rights, to the Dockerfile.'],
  'gpu-image': [
    'warning',
    'The platform runs evaluators without a GPU: install the CPU builds of the libraries, which are far smaller.',
  ],
  'cannot-start': [
    'error',
    'Check ENTRYPOINT and CMD: the program has to be in the image, executable, and for its platform.',
  ],
  'syntax-error': [
    'error',
    'Correct the program, or run it with the version of the interpreter that it was written for; scripts need line ends of Unix.',
  ],
  'import-error': [
    'error',
    'Install the missing package in the image; for modules of your own start the package as a module: ENTRYPOINT ["python3", "-m", "package.main"], with WORKDIR above the package.',
  ],
  'silent-success': [
    'error',
    'Exit with another code than 0 when a variable is missing or an exception was caught: the platform takes 0 for success.',
  ],
  'start-crash': [
    'error',
    'Run the image on your machine to see why it ends: 126 and 127 mean that a program could not be run, 255 an error before the start, 137 mostly that memory ran out, 139 a segmentation fault.',
  ],
  'start-timeout': [
    'error',
    'Check the variables of the environment first and exit when one is missing; raise verify-timeout if the start takes that long.',
  ],
  'unclear-start': [
    'warning',
    'Check the variables of the environment first, and name those that are missing (KOLENA_TOKEN) before the program exits; else accept this finding.',
  ],
  'ends-on-lambda': [
    'error',
    'Let the image run a runtime interface client, such as ENTRYPOINT ["python3", "-m", "awslambdaric"] with the handler as CMD, or build it on a base image of AWS; it asks for events until Lambda ends it.',
  ],
  traceback: [
    'warning',
    'Check the variables of the environment first, and say in one line which is missing.',
  ],
  'not-verified': ['warning', 'Build the image in this step, or set verify: off.'],
  'contract-failed': ['error', 'See the output of the run in the log.'],
  'needs-network': [
    'error',
    'Put what it downloads into the image. If it needs another service at run time, accept this finding: the contract then stays unproven.',
  ],
  'contract-timeout': [
    'error',
    'Look for what it waits for: only the platform can be reached, no other host; raise verify-timeout for a large fixture.',
  ],
  'no-login': [
    'error',
    'Call kolena.initialize(os.environ["KOLENA_TOKEN"]) with a client of May 2023 or newer, which reads KOLENA_API_URL.',
  ],
  'other-token': [
    'error',
    'Log in with the variable KOLENA_TOKEN; a token in the image is known to all who can pull it.',
  ],
  'other-model': ['error', 'Load the model that the variable KOLENA_MODEL_NAME names.'],
  'other-suite': ['error', 'Load the test suite that the variable KOLENA_TEST_SUITE_NAME names.'],
  'other-version': [
    'error',
    'Load the version that KOLENA_TEST_SUITE_VERSION names: TestSuite.load(name, int(os.environ["KOLENA_TEST_SUITE_VERSION"])).',
  ],
  'other-evaluator': [
    'error',
    'Set evaluator-name to the name that the evaluator reports (the name of its function, or its display_name()), or rename it in the code.',
  ],
  'other-workflow': [
    'error',
    'Set workflow to the name in define_workflow(…) of the code, or correct the code.',
  ],
  'server-side-evaluation': [
    'error',
    'Pass an evaluator to test(…): without one the platform would run the registered evaluator, which is this image, again and again.',
  ],
  'resets-results': [
    'error',
    'Call test(…) without reset=True: it overwrites inferences, which the image cannot make again.',
  ],
  'creates-model': [
    'warning',
    'Use Model.load(name): Model(name) makes a new, empty model when the name is wrong.',
  ],
  'no-metrics': ['error', 'Call test(model, test_suite, evaluator, …) to its end: nothing was uploaded.'],
  'unreadable-metrics': [
    'error',
    "Upload metrics with the platform's client, as test(…) does: Parquet with JSON in columns of text. The platform could not read these either.",
  ],
  'too-many-metrics': [
    'warning',
    'The platform takes them, but they are not all shown or compared here. Use a smaller fixture, or fewer metrics for each test case.',
  ],
  'unexpected-metrics': [
    'error',
    'Correct the evaluator. If the new value is right, write it into expected in the fixture: evaluator-action --update-expected does it.',
  ],
  'nondeterministic-metrics': [
    'warning',
    'Seed the random numbers, and do not let results depend on the order of sets or threads: a comparison of such metrics proves nothing.',
  ],
  'changed-metrics': [
    'warning',
    'See the table of changes in the summary. If they are intended, accept this finding for the change, or set metrics-gate: warn.',
  ],
  'no-baseline': [
    'warning',
    'Without a baseline metrics-gate has nothing to compare with. Accept this finding for the first release, or name an image in metrics-baseline.',
  ],
  'samples-not-read': ['error', 'Load the inferences of the test run: test(…) does it.'],
  'ignores-failure': [
    'error',
    'Let exceptions end the program, or exit with another code than 0: a failed evaluation looks like a finished one.',
  ],
  'ignores-missing-variable': [
    'warning',
    'Exit with another code than 0 when the variable is missing, in place of going on with a default.',
  ],
} as const satisfies Record<string, readonly [Severity, string]>

export type FindingId = keyof typeof findingKinds

/** Something that a verification found. */
export interface Finding {
  id: FindingId
  severity: Severity
  message: string
  fix: string
  /** The line of the Dockerfile, where one can be named. */
  place?: Place
  /** Listed in `accept-findings`: shown, and stops nothing. */
  accepted: boolean
}

/**
 * A finding of a kind; the message says what was found, with the values.
 * @param severity where a gate decides how bad it is
 */
export function finding(id: FindingId, message: string, place?: Place, severity?: Severity): Finding {
  const [usual, fix] = findingKinds[id]
  return { id, severity: severity ?? usual, message, fix, ...(place && { place }), accepted: false }
}

/** Marks what the user accepts, and puts the worst first. */
export function judge(findings: readonly Finding[], accepted: readonly string[]): Finding[] {
  const order: Severity[] = ['error', 'warning', 'info']
  return findings
    .map((one) => ({ ...one, accepted: accepted.includes(one.id) }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** The findings that stop a publish. */
export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, accepted }) => severity === 'error' && !accepted)
}

export function isFindingId(text: string): text is FindingId {
  return Object.hasOwn(findingKinds, text)
}
