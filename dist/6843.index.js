export const id = 6843;
export const ids = [6843];
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


/***/ })

};
