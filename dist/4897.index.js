export const id = 4897;
export const ids = [4897,6843];
export const modules = {

/***/ 9139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   f6: () => (/* binding */ FileError),
/* harmony export */   j$: () => (/* binding */ HttpError),
/* harmony export */   lZ: () => (/* binding */ ActionError)
/* harmony export */ });
/**
 * The errors that a user can run into. Each message says what was wrong, with which value, and what to do. Any other
 * error is a bug in this action, and its stack is shown.
 */
/** Reports all inputs that cannot be used, at once. Nothing was started or sent. */
class InputError extends Error {
    name = 'InputError';
    /** One full sentence per problem, naming the input, its value and the fix. */
    problems;
    /** The problems that refer to a line of a file. */
    placed;
    #head;
    constructor(problems) {
        const subject = problems.length === 1 ? 'An input' : `${problems.length} inputs`;
        const head = `${subject} cannot be used. Nothing was built, sent or changed.`;
        const lines = problems.map(lineOf);
        super([head, ...lines.map((line) => `- ${line}`)].join('\n'));
        this.#head = head;
        this.problems = lines;
        this.placed = problems.filter((problem) => typeof problem !== 'string');
    }
    /** Returns the message for a reader who has already seen some of the problems at their places. */
    messageAfter(shown) {
        const lines = shown.map(lineOf);
        const rest = this.problems.filter((problem) => !lines.includes(problem)).map((line) => `- ${line}`);
        if (shown.length === 0)
            return this.message;
        const others = rest.length === 0 ? 'Each is shown above.' : `${shown.length} are shown above. The others:`;
        return [`${this.#head} ${others}`, ...rest].join('\n');
    }
}
function lineOf(problem) {
    return typeof problem === 'string'
        ? problem
        : `${problem.place.file}:${problem.place.line}: ${problem.text}`;
}
/** A command that ended with a non-zero exit code or could not be started. */
class CommandError extends Error {
    name = 'CommandError';
    /** undefined if the command was not started or was ended by a signal. */
    exitCode;
    /** The last lines that the command printed, in order and unmodified. */
    output;
    constructor(message, exitCode, output = [], options) {
        super(message, options);
        this.exitCode = exitCode;
        this.output = output;
    }
}
/** A request that failed: no answer arrived, or its status was not 2xx. */
class HttpError extends Error {
    name = 'HttpError';
    /** undefined if no complete answer arrived. The outcome of the request is then unknown. */
    status;
    /** Milliseconds that the server asked to wait (`Retry-After`). */
    retryAfter;
    constructor(message, status, retryAfter, options) {
        super(message, options);
        this.status = status;
        this.retryAfter = retryAfter;
    }
    /** Whether the same request may succeed later: the network, 408, 425, 429 and 5xx. */
    get transient() {
        return this.status === undefined || [408, 425, 429].includes(this.status) || this.status >= 500;
    }
    /** Returns whether the server may have acted on the request although it did not confirm it. */
    get outcomeUnknown() {
        return this.status === undefined || this.status === 408 || this.status >= 500;
    }
}
/** Any other problem that the user can fix. */
class ActionError extends Error {
    name = 'ActionError';
}
/** A file of the workspace that cannot be used or built, with the line to correct if it is known. */
class FileError extends ActionError {
    name = 'FileError';
    place;
    constructor(message, place, options) {
        super(message, options);
        this.place = place;
    }
}
/** The run was cancelled: by its job, which may have timed out, or by Ctrl-C. */
class CancelledError extends Error {
    name = 'CancelledError';
    signal;
    constructor(signal) {
        super(`The run was cancelled (${signal})`);
        this.signal = signal;
    }
}
/** Ends a message with a full stop, unless it has one, so that another sentence can follow. */
function sentence(text) {
    return /[.!?…]$/.test(text) ? text : `${text}.`;
}
/** Returns the message of anything that was thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/**
 * Describes a failure that does not end the run, caused by the platform or the user. A bug in this action is thrown
 * instead.
 */
function describeFailure(error) {
    if (error instanceof ActionError || error instanceof HttpError)
        return error.message;
    throw error;
}


/***/ }),

/***/ 9974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ startedByGitHub),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);



/** A part of the payload with an unexpected shape counts as absent: act and other tools send less than GitHub. */
function known(shape) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["catch"] */ .MfU(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(shape), undefined));
}
/** null if the fork was deleted. */
const Repository = known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })));
const Text = known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP());
const Account = known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ login: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
/** The fields of GitHub's event payloads that decisions depend on. */
const Payload = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        number: known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr()),
        head: known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: Repository, sha: Text })),
        base: known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: Repository, sha: Text })),
    })),
    workflow_run: known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        event: Text,
        head_branch: Text,
        head_sha: Text,
        head_repository: Repository,
        actor: Account,
    })),
    release: known(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ tag_name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    /** For a push: the previous commit of the branch, or zeros if the branch is new. */
    before: Text,
    client_payload: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
});
/**
 * Returns whether the process runs in a job of GitHub Actions. Codespaces set some of the same variables, but not this
 * one.
 */
function startedByGitHub() {
    return process.env.GITHUB_ACTIONS === 'true';
}
/**
 * Reads the event from the runner's variables and its payload file. (`@actions/github` could read it too, but loads all
 * of Octokit, which takes 40 ms at each start.)
 */
function readEvent(env = process.env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run } = env;
    return {
        eventName: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        sha: env.GITHUB_SHA ?? '',
        actor: env.GITHUB_ACTOR ?? '',
        repository,
        serverUrl: server,
        runUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
        workflowRef: env.GITHUB_WORKFLOW_REF,
        workflowSha: env.GITHUB_WORKFLOW_SHA,
        actionRepository: env.GITHUB_ACTION_REPOSITORY || undefined,
        job: env.GITHUB_JOB,
        apiUrl: env.GITHUB_API_URL,
        payload: readPayload(env.GITHUB_EVENT_PATH),
    };
}
/**
 * Returns the ref and commit that the run is about, as far as the event shows: a `workflow_run` always runs on the
 * default branch, and a `release` may come without a ref.
 */
function sourceOf({ eventName, ref, sha, payload, source }) {
    const { workflow_run: run, release } = payload;
    if (source)
        return source;
    if (eventName === 'workflow_run' && run?.head_branch && run.head_sha)
        return { ref: `refs/${run.event === 'release' ? 'tags' : 'heads'}/${run.head_branch}`, sha: run.head_sha };
    if (eventName === 'release' && ref === '' && release)
        return { ref: `refs/tags/${release.tag_name}`, sha };
    // act sets this ref if the payload has no number.
    if (/^refs\/pull\/(?!\d+\/)/.test(ref))
        return { ref: 'refs/heads/pr', sha };
    return { ref, sha };
}
function readPayload(path) {
    if (!path)
        return {};
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').replace(/^\uFEFF/, '');
        return text.trim() === '' ? {} : Payload.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The event payload (GITHUB_EVENT_PATH) ${path} cannot be read, so it is not known whether this run may see secrets. Check what wrote it.`, { cause });
    }
}


/***/ }),

/***/ 6455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nq: () => (/* binding */ createPrivateDirectory),
/* harmony export */   th: () => (/* binding */ removePrivateDirectory),
/* harmony export */   wk: () => (/* binding */ savedPrivateDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9139);
/**
 * The only place on disk for files that a run must not leave behind: the registry login, secret files, metadata. It
 * lies in RUNNER_TEMP, and only this user can read it. The main step removes it at its end; if the main step was
 * killed, the post step does. This file imports only Node.js built-ins, because the post step loads it.
 */





const state = 'private-directory';
const ourName = /^evaluator-action-[0-9a-f-]{36}$/;
/** Creates the directory after saving its path for the post step. */
function createPrivateDirectory() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporaryRoot(), `evaluator-action-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    const { GITHUB_STATE } = process.env;
    if (GITHUB_STATE)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(GITHUB_STATE, `${state}=${path}\n`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    }
    catch (cause) {
        throw unusable(cause);
    }
    return path;
}
/** Returns the error for a RUNNER_TEMP that is missing, full or not writable. */
function unusable(cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`The directory for temporary files, ${process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)()} (RUNNER_TEMP), cannot be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause))} Create it, free space in it, or let this user write to it.`, { cause });
}
function removePrivateDirectory(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * Returns the directory that the main step saved, if this action created it. Build output can forge a step's state, so
 * a path counts only if it has the expected name and lies directly in RUNNER_TEMP.
 */
function savedPrivateDirectory() {
    const path = process.env[`STATE_${state}`];
    return path !== undefined && ourName.test((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)) && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === temporaryRoot()
        ? path
        : undefined;
}
function temporaryRoot() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)());
    }
    catch (cause) {
        throw unusable(cause);
    }
}


/***/ }),

/***/ 4897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cancelling: () => (/* binding */ cancelling),
  reportError: () => (/* binding */ reportError),
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./build/src/util/scope.js
var scope = __webpack_require__(2370);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/event.js
var runtime_event = __webpack_require__(9974);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/reporter.js
var reporter = __webpack_require__(5621);
;// CONCATENATED MODULE: ./build/src/runtime/outputs.js

/** Sets the step's outputs through the runner's file, with a delimiter that no value can forge. */
function writeOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        reporter/* reporter */.Y.setOutput(name, value);
}

// EXTERNAL MODULE: ./build/src/runtime/private-directory.js
var private_directory = __webpack_require__(6455);
// EXTERNAL MODULE: ./build/src/runtime/run-log.js
var run_log = __webpack_require__(700);
// EXTERNAL MODULE: ./build/src/runtime/summary.js
var summary = __webpack_require__(730);
;// CONCATENATED MODULE: ./build/src/runtime/run-action.js









/** Signals that end a run early: two from the runner, and one from a terminal that is closed. */
const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs an action, writes its outputs and summary, and fails the step if necessary. Only this function catches errors. A
 * cancelled job (SIGINT, then SIGTERM) aborts the work. Temporary files are always removed.
 *
 * @param takeRequest reads the request; from GitHub's runner by default
 * @returns the error that failed the step, already reported; undefined if the run succeeded or only a gate failed
 */
async function runAction(action, takeRequest = takeRunnerRequest) {
    const privateDirectory = makePrivateDirectory();
    if (privateDirectory instanceof Error)
        return privateDirectory;
    const cancellation = new AbortController();
    const cancel = (signal) => cancellation.abort(new errors/* CancelledError */.cc(signal));
    for (const signal of cancelling)
        process.once(signal, cancel);
    const context = {
        signal: cancellation.signal,
        privateDirectory,
        runLog: new run_log/* RunLog */.s(),
    };
    let result = action.begin();
    const record = (part) => {
        result = { ...result, ...part };
    };
    try {
        const request = await takeRequest(action, context.signal);
        await (0,scope/* withScope */.v)(context.signal, ({ signal }) => action.run(request, { ...context, signal }, record));
        await finish(action, result, context);
        reportGate(action.failedGate?.(result));
        return undefined;
    }
    catch (error) {
        // Work that is cancelled may end with its own error, as timers do. The abort reason is what counts.
        const reason = context.signal.aborted ? context.signal.reason : error;
        await finish(action, result, context, reason);
        reportFailure(reason, context.runLog);
        return reason;
    }
    finally {
        (0,private_directory/* removePrivateDirectory */.th)(privateDirectory);
        for (const signal of cancelling)
            process.off(signal, cancel);
    }
}
/** Creates the private directory. If that fails, there is no summary and nothing to clean up. */
function makePrivateDirectory() {
    try {
        return (0,private_directory/* createPrivateDirectory */.nq)();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        reportFailure(error, new run_log/* RunLog */.s());
        return error;
    }
}
/** Reads the event and the inputs from GitHub's runner. */
async function takeRunnerRequest({ fields, variables }) {
    return { event: (0,runtime_event/* readEvent */.j_)(), rawInputs: (0,inputs/* takeRawInputs */.Dt)(fields, variables) };
}
async function finish(action, result, context, error) {
    writeOutputs(action.outputs(result));
    await (0,summary/* appendSummary */.f)(action.summary(result, context.runLog, error).toString());
    // A cancelled job has only seconds left.
    if (context.signal.aborted)
        return;
    const note = await action.announce?.(result, context, error);
    if (note)
        await (0,summary/* appendSummary */.f)(note.toString());
}
function reportGate(reason) {
    if (reason === undefined)
        return;
    process.exitCode = 1;
    log/* error */.z3(reason, 'The gate did not pass');
}
/** Errors with a message for the user. Any other error is a bug. */
const ours = [errors/* ActionError */.lZ, errors/* CancelledError */.cc, errors/* CommandError */.Qd, errors/* HttpError */.j$, errors/* InputError */.dz];
/** A limit of the machine is not a bug in this action, wherever it appears. */
const remedies = {
    ENOSPC: 'The disk is full: free space on this machine.',
    EDQUOT: 'The disk quota is used up: free space on this machine.',
    EROFS: 'The file system is read-only: make the directory for temporary files (RUNNER_TEMP or TMPDIR) and the home directory writable.',
    EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
    ENFILE: 'Too many files are open on the machine.',
};
function remedyOf(error) {
    return error instanceof Error && 'syscall' in error && 'code' in error
        ? remedies[String(error.code)]
        : undefined;
}
function reportFailure(error, runLog) {
    process.exitCode = 1;
    reportError(error, runLog);
}
/** Reports why something failed, as an annotation at the place in the repository to fix. */
function reportError(error, { done }) {
    const remedy = remedyOf(error);
    if (error instanceof Error && remedy === undefined && !ours.some((type) => error instanceof type)) {
        log/* info */.pq(`This is a bug in evaluator-action, please report it:\n${error.stack}`);
    }
    const state = done.length > 0 ? `\nDone already: ${done.join(' ')} Trying again is safe.` : '';
    const phase = (0,run_log/* phaseOf */.h)(error);
    const title = phase === undefined ? 'evaluator-action failed' : `${phase} failed`;
    if (error instanceof errors/* InputError */.dz)
        reportProblems(error, state, title);
    else {
        const message = (0,errors/* messageOf */.bD)(error) + (remedy ? `. ${remedy}` : '');
        log/* error */.z3(message + state, title, error instanceof errors/* FileError */.f6 ? error.place : undefined);
    }
}
/** Reports each problem once: at its line if it has one, and otherwise in the error of the step. */
function reportProblems(error, state, title) {
    const [first] = error.placed;
    const only = error.problems.length === 1 ? first : undefined;
    const shown = only ? [] : error.placed.slice(0, log/* MAX_ERRORS */.BU);
    for (const { text, place } of shown)
        log/* error */.z3(text, 'Input', place);
    log/* error */.z3(error.messageAfter(shown) + state, title, only?.place);
}


/***/ }),

/***/ 700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ phaseOf),
/* harmony export */   s: () => (/* binding */ RunLog)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(772);

const brokenIn = new WeakMap();
/** The phase in which an error or its cause occurred; undefined if there was none. */
function phaseOf(error) {
    if (!(error instanceof Error))
        return undefined;
    return brokenIn.get(error) ?? phaseOf(error.cause);
}
/** Records what a run has done so far, and when: for the report, and to say after a failure what was already done. */
class RunLog {
    phases = [];
    /** Lasting effects, as sentences: "The repository acme/evaluator was created." */
    done = [];
    #whole;
    #start;
    /** @param whole the log of the whole run, whose clock this log shares */
    constructor(whole) {
        this.#whole = whole;
        this.#start = whole ? whole.#start : performance.now();
    }
    /** Returns a log for a part of the run. */
    child() {
        return new RunLog(this);
    }
    /** Runs the work as a named phase. */
    async phase(name, work) {
        const phase = { name, start: this.#now(), end: 0, failed: true };
        this.phases.push(phase);
        try {
            const result = await _log_js__WEBPACK_IMPORTED_MODULE_0__/* .whileRunning */ .j9(name, work);
            phase.failed = false;
            return result;
        }
        catch (error) {
            if (error instanceof Error && !brokenIn.has(error))
                brokenIn.set(error, name);
            throw error;
        }
        finally {
            phase.end = this.#now();
            _log_js__WEBPACK_IMPORTED_MODULE_0__/* .endPhase */ .zN(name, phase.end - phase.start, phase.failed);
        }
    }
    /** Whether this log covers a part of the run. The phases of parts are shown side by side. */
    get isChild() {
        return this.#whole !== undefined;
    }
    #now() {
        return Math.round(performance.now() - this.#start);
    }
}


/***/ }),

/***/ 2471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ shorten)
/* harmony export */ });
/** Maximum bytes of the note at the end. */
const ROOM_FOR_NOTE = 1500;
/** Maximum sections that the note names, and maximum characters of each name. */
const NAMES = 10;
const MAX_NAME_LENGTH = 100;
/**
 * Shortens a report to at most `largest` bytes of UTF-8. Keeps whole lines from the beginning and ends with a note that
 * says how much is left out, and which sections. Closes code blocks and collapsed sections that the cut leaves open.
 */
function shorten(markdown, largest) {
    const size = Buffer.byteLength(markdown);
    if (size <= largest)
        return markdown;
    const lines = markdown.split('\n');
    const kept = fitting(lines, largest - ROOM_FOR_NOTE);
    const head = read(lines.slice(0, kept));
    const left = Buffer.byteLength(lines.slice(kept).join('\n'));
    const names = read(lines).sections.slice(head.sections.length);
    return [...lines.slice(0, kept), ...head.closing, '', ...note(left, size, names), ''].join('\n');
}
/** Returns how many lines fit. */
function fitting(lines, largest) {
    let bytes = 0;
    const first = lines.findIndex((line) => {
        bytes += Buffer.byteLength(line) + 1;
        return bytes > largest;
    });
    return first === -1 ? lines.length : first;
}
/** Returns the names of the sections that begin in the lines, and what closes the elements that are open at the end. */
function read(lines) {
    const sections = [];
    let fence = '';
    let folded = 0;
    for (const line of lines) {
        const [backticks = ''] = /^`{3,}/.exec(line) ?? [];
        if (fence !== '')
            fence = line === fence ? '' : fence;
        else if (backticks !== '')
            fence = backticks;
        else {
            const [, heading, summary] = /^#{2,} (.+)|^<details(?: open)?><summary>(.+)<\/summary>/.exec(line) ?? [];
            if (heading ?? summary)
                sections.push(heading ?? asMarkdown(summary ?? ''));
            folded += summary !== undefined ? 1 : line === '</details>' ? -1 : 0;
        }
    }
    return { sections, closing: [...(fence === '' ? [] : [fence]), ...Array(folded).fill('\n</details>')] };
}
/** A summary line is HTML, in which Markdown characters are plain text. */
function asMarkdown(summary) {
    return summary.replaceAll(/[\\`*_~[\]$]/g, '\\$&');
}
function note(left, size, sections) {
    const names = sections.filter((name) => name.length <= MAX_NAME_LENGTH).slice(0, NAMES);
    const rest = names.length > 0 ? ` Also left out: ${names.join('; ')}` : '';
    return [
        '> [!WARNING]',
        `> The report is cut here because GitHub limits its size: ${kibibytes(left)} of ${kibibytes(size)} KiB are left out.${rest}`,
    ];
}
function kibibytes(bytes) {
    return Math.ceil(bytes / 1024);
}


/***/ }),

/***/ 730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ writeSummaryTo),
/* harmony export */   f: () => (/* binding */ appendSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3838);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9139);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(772);
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2471);






/** Maximum bytes of a summary. GitHub drops a step's whole summary if it is larger than 1 MiB. */
const MAX_BYTES = 512 * 1024;
/** Appends Markdown to the job summary, shortened if it is too long. Does nothing outside GitHub. */
async function appendSummary(markdown) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_2__.summary.addRaw((0,_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shorten */ .m)(markdown, MAX_BYTES), true).write();
    }
    catch (error) {
        _log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`The summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, 'Summary');
    }
}
/** Writes the summary to a file, which is created anew. Used outside GitHub. */
function writeSummaryTo(file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, '');
    }
    catch (cause) {
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz([`summary "${file}": cannot be written; name another file (${reason})`]);
    }
    process.env.GITHUB_STEP_SUMMARY = path;
}


/***/ }),

/***/ 2370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ withScope)
/* harmony export */ });
/**
 * Runs `body` and everything that it starts. The first failure aborts the rest and is thrown. The scope ends only after
 * everything started in it has ended.
 */
async function withScope(parent, body) {
    const failure = new AbortController();
    const signal = AbortSignal.any([parent, failure.signal]);
    const started = [];
    const attempt = async (work) => {
        try {
            return await work();
        }
        catch (error) {
            failure.abort(error);
            throw error;
        }
    };
    const start = (work) => {
        const promise = attempt(work);
        // A failure that is not awaited is thrown at the end of the scope.
        started.push(promise.catch(() => { }));
        return promise;
    };
    const outcome = start(() => body({ signal, start }));
    // Work may start more work, so the list may grow during the loop.
    for (const work of started)
        await work;
    if (failure.signal.aborted)
        throw failure.signal.reason;
    return await outcome;
}


/***/ })

};
