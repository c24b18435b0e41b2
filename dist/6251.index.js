export const id = 6251;
export const ids = [6251];
export const modules = {

/***/ 6251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _runtime_private_directory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6455);


/** Maximum milliseconds to list and remove objects that a killed main step left in the engine. */
const MAX_MILLISECONDS = 20_000;
/** Runs the root action's post step, which cleans up after a killed main step. It needs no inputs and no service. */
async function cleanUp() {
    const directory = (0,_runtime_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .savedPrivateDirectory */ .wk)();
    if (directory === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(directory))
        return;
    (0,_runtime_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .removePrivateDirectory */ .th)(directory);
    // Only a killed main step leaves the directory behind, and it may have left more.
    const [{ removeLeftovers }, { findEngine }, { readClientConfig }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1192), __webpack_require__.e(2349), __webpack_require__.e(7922)]).then(__webpack_require__.bind(__webpack_require__, 7922)),
        Promise.all(/* import() */[__webpack_require__.e(1192), __webpack_require__.e(2349), __webpack_require__.e(9736)]).then(__webpack_require__.bind(__webpack_require__, 9736)),
        Promise.all(/* import() */[__webpack_require__.e(1192), __webpack_require__.e(2349), __webpack_require__.e(6906)]).then(__webpack_require__.bind(__webpack_require__, 6906)),
    ]);
    const { currentContext: context } = readClientConfig();
    const signal = AbortSignal.timeout(MAX_MILLISECONDS);
    const config = { directory: '', env: {}, passOn: [], context, pluginDirectories: [] };
    // If the engine does not answer, nothing can be removed now.
    await removeLeftovers({ engine: findEngine(config, signal), signal }).catch(() => 0);
}


/***/ }),

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


/***/ })

};
