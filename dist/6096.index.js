export const id = 6096;
export const ids = [6096];
export const modules = {

/***/ 6096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishMany: () => (/* binding */ publishMany)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(772);
/* harmony import */ var _runtime_run_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4897);
/* harmony import */ var _runtime_run_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(700);
/* harmony import */ var _util_group_by_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7043);
/* harmony import */ var _util_map_settled_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4504);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8560);
/* harmony import */ var _evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(720);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4486);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1946);
/* harmony import */ var _role_trust_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6678);













/**
 * Publishes evaluators in parallel, `limit` at a time, with one login at the platform and one at each registry. They
 * share the builder, which builds common stages once. A failure does not stop other evaluators; one error at the end
 * names all that failed.
 */
async function publishMany(runs, context, limit) {
    const connections = new _connections_js__WEBPACK_IMPORTED_MODULE_6__/* .Connections */ .U(runs.map(({ inputs }) => inputs), context);
    _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(`${runs.length} evaluators, ${Math.min(limit, runs.length)} at a time; the output of each is shown when it ends`);
    await (0,_util_map_settled_js__WEBPACK_IMPORTED_MODULE_11__/* .mapSettled */ .A)(runs, limit, context.signal, (run) => publishRun(run, context, connections));
    const failed = runs.filter(({ error }) => error !== undefined);
    _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(countsOf(runs));
    if (failed.length > 0)
        throw failureOf(failed, runs.length);
}
async function publishRun(run, context, connections) {
    const { name, inputs, publication, runLog } = run;
    const start = performance.now();
    _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(`${name}: begins`);
    const section = new _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .Section */ .wn(name);
    const [outcome] = await Promise.allSettled([
        section.within(async () => {
            const privateDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.privateDirectory, String(run.index));
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(privateDirectory, { mode: 0o700 });
            const own = { signal: context.signal, privateDirectory, runLog };
            await (0,_publish_js__WEBPACK_IMPORTED_MODULE_8__/* .publishEvaluator */ .N)(inputs, own, connections, (part) => Object.assign(publication, part));
            const gate = (0,_role_trust_js__WEBPACK_IMPORTED_MODULE_10__/* .failedTrust */ .c)(publication);
            if (gate !== undefined)
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(gate);
            if (inputs.mode.dryRun)
                _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq((0,_ready_js__WEBPACK_IMPORTED_MODULE_9__/* .describeReady */ .H)(inputs, publication));
        }),
    ]);
    run.seconds = (performance.now() - start) / 1000;
    if (outcome.status === 'rejected')
        run.error = context.signal.aborted ? context.signal.reason : outcome.reason;
    section.show(`${name}: ${(0,_evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__/* .resultOf */ .Bg)(run)}, ${run.seconds.toFixed(1)} s`);
    if ((0,_evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__/* .resultOf */ .Bg)(run) !== 'failed')
        return;
    // Log the error after the group, because groups are folded.
    section.within(() => (0,_runtime_run_action_js__WEBPACK_IMPORTED_MODULE_4__.reportError)(run.error, runLog));
    section.show();
}
function countsOf(runs) {
    const groups = [...(0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_12__/* .groupBy */ .$)(runs, _evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__/* .resultOf */ .Bg)];
    return groups.map(([result, { length }]) => `${length} ${result}`).join(', ');
}
/** Returns one line per reason, because a wrong token fails every evaluator in the same way. */
function failureOf(failed, all) {
    const reasons = (0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_12__/* .groupBy */ .$)(failed, ({ error }) => {
        const [line = ''] = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error).split('\n');
        const phase = (0,_runtime_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .phaseOf */ .h)(error);
        return phase === undefined ? line : `${phase} failed: ${line}`;
    });
    const lines = [...reasons].map(([reason, runs]) => `- ${runs.map(({ name }) => name).join(', ')}: ${reason}`);
    const message = [
        `${failed.length} of ${all} evaluators failed. The log and the summary explain each failure; trying again is safe.`,
        ...lines,
    ].join('\n');
    const alike = failed.length === all && reasons.size === 1;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(message, { cause: alike ? failed[0]?.error : undefined });
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

/***/ 4504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ mapSettled)
/* harmony export */ });
/**
 * Applies a function to every item, at most `limit` at a time, and returns the outcomes in the order of the items. A
 * failure does not stop the other items. An abort does, and its reason is thrown.
 */
async function mapSettled(items, limit, signal, work) {
    const outcomes = [];
    const queue = items.entries();
    const worker = async () => {
        // The workers share the iterator: each takes the next free item.
        for (const [index, item] of queue) {
            if (signal.aborted)
                return;
            const [outcome] = await Promise.allSettled([work(item)]);
            outcomes[index] = outcome;
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    signal.throwIfAborted();
    return outcomes;
}


/***/ })

};
