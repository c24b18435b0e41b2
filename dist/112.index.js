export const id = 112;
export const ids = [112];
export const modules = {

/***/ 544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ settleBounded)
/* harmony export */ });
/**
 * Does the work on every item, at most `limit` of them at a time, and gives the outcomes in the order of the items.
 * A failure stops no other item; an abort does, and is thrown.
 */
async function settleBounded(items, limit, signal, work) {
    const outcomes = [];
    const queue = items.entries();
    const worker = async () => {
        // The iterator is shared: each worker takes the next item that nobody has.
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


/***/ }),

/***/ 1828:
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
/**
 * The one place on disk for what a run must not leave behind: the registry login, files with secrets, metadata.
 * It lies below RUNNER_TEMP, only this user can read it, and it goes at the end of the main step or, when that
 * was killed, in the post step. Uses Node's built-ins alone, because the post step loads it.
 */




const state = 'private-directory';
const ourName = /^evaluator-action-[0-9a-f-]{36}$/;
/** Creates the directory, after its path is saved for the post step. */
function createPrivateDirectory() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporaryRoot(), `evaluator-action-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    const { GITHUB_STATE } = process.env;
    if (GITHUB_STATE)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(GITHUB_STATE, `${state}=${path}\n`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    return path;
}
function removePrivateDirectory(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * The directory that the main step saved, if it is one of ours: build output can forge state of the step, so a
 * path counts only when it has our name and lies directly below RUNNER_TEMP.
 */
function savedPrivateDirectory() {
    const path = process.env[`STATE_${state}`];
    return path !== undefined && ourName.test((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)) && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === temporaryRoot()
        ? path
        : undefined;
}
function temporaryRoot() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)());
}


/***/ }),

/***/ 5192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cancelling: () => (/* binding */ cancelling),
  runAction: () => (/* binding */ runAction),
  tellFailure: () => (/* binding */ tellFailure)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/journal.js
var journal = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/lib/host.js
var host = __webpack_require__(6003);
;// CONCATENATED MODULE: ./build/src/lib/outputs.js

/** Sets the step's outputs, through the runner's file with a delimiter that no value can forge. */
function writeOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        host/* host */.H.setOutput(name, value);
}

// EXTERNAL MODULE: ./build/src/lib/private-directory.js
var private_directory = __webpack_require__(1828);
// EXTERNAL MODULE: ./build/src/lib/summary.js
var summary = __webpack_require__(953);
;// CONCATENATED MODULE: ./build/src/lib/shell.js






/** What ends a run early: the runner's two, and a terminal that is closed. */
const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs an action, writes its outputs and its summary, and fails the step when it has to: the only place that catches
 * errors. A cancelled job (SIGINT, then SIGTERM) aborts the work; what it left on disk is removed in every case.
 *
 * @returns what the step failed with, which is told and dealt with; undefined when nothing, or only a gate, did
 */
async function runAction(action) {
    const cancellation = new AbortController();
    const cancel = (signal) => cancellation.abort(new errors/* CancelledError */.cc(signal));
    for (const signal of cancelling)
        process.once(signal, cancel);
    const shell = {
        signal: cancellation.signal,
        privateDirectory: (0,private_directory/* createPrivateDirectory */.nq)(),
        journal: new journal/* Journal */.C(),
    };
    const result = action.begin();
    try {
        await action.run(result, shell);
        await finish(action, result, shell);
        reportGate(action.failedGate?.(result));
        return undefined;
    }
    catch (error) {
        // What a cancellation interrupts may end with an error of its own, as timers do: the reason is what counts.
        const reason = shell.signal.aborted ? shell.signal.reason : error;
        await finish(action, result, shell, reason);
        reportFailure(reason, shell.journal);
        return reason;
    }
    finally {
        (0,private_directory/* removePrivateDirectory */.th)(shell.privateDirectory);
        for (const signal of cancelling)
            process.off(signal, cancel);
    }
}
async function finish(action, result, shell, error) {
    writeOutputs(action.outputs(result));
    await (0,summary/* appendSummary */.f)(action.summary(result, shell.journal, error).toString());
    // A cancelled job has seconds left.
    if (shell.signal.aborted)
        return;
    const note = await action.announce?.(result, shell, error);
    if (note)
        await (0,summary/* appendSummary */.f)(note.toString());
}
function reportGate(reason) {
    if (reason === undefined)
        return;
    process.exitCode = 1;
    log/* error */.z3(reason, 'The gate did not pass');
}
/** Errors that speak to the user; any other is a bug. */
const ours = [errors/* ActionError */.lZ, errors/* CancelledError */.cc, errors/* CommandError */.Qd, errors/* HttpError */.j$, errors/* InputError */.dz];
function reportFailure(error, journal) {
    process.exitCode = 1;
    tellFailure(error, journal);
}
/** Says why something failed, as an annotation at the place in the repository where it can be put right. */
function tellFailure(error, { done }) {
    if (error instanceof Error && !ours.some((type) => error instanceof type)) {
        log/* info */.pq(`This is a bug in evaluator-action, please report it:\n${error.stack}`);
    }
    const message = error instanceof Error ? error.message : String(error);
    const state = done.length > 0 ? `\nDone already: ${done.join(' ')} Running the job again is safe.` : '';
    const placed = error instanceof errors/* InputError */.dz ? error.placed : [];
    if (placed.length > 1)
        for (const { text, place } of placed.slice(0, log/* MOST_ERRORS */.OA))
            log/* error */.z3(text, 'Input', place);
    const place = error instanceof errors/* BuildError */.zS || error instanceof errors/* FileError */.f6
        ? error.place
        : error instanceof errors/* InputError */.dz && error.problems.length === 1
            ? placed[0]?.place
            : undefined;
    const phase = (0,journal/* phaseOf */.h)(error);
    log/* error */.z3(message + state, phase === undefined ? 'evaluator-action failed' : `${phase} failed`, place);
}


/***/ }),

/***/ 953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ writeSummaryTo),
/* harmony export */   f: () => (/* binding */ appendSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3838);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7399);
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(332);






/** Bytes. GitHub drops a step's summary whole when it is larger than 1 MiB. */
const LARGEST = 512 * 1024;
/** Adds Markdown to the job summary, shortened when it is far too long. Outside GitHub there is none: nothing happens. */
async function appendSummary(markdown) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_2__.summary.addRaw((0,_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shorten */ .m)(markdown, LARGEST), true).write();
    }
    catch (error) {
        _log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`The job summary could not be written: ${error instanceof Error ? error.message : error}`, 'Job summary');
    }
}
/** Has the summary go to a file, which is begun anew: outside GitHub. */
function writeSummaryTo(file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, '');
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz([`summary "${file}": cannot be written; name another file (${reason})`]);
    }
    process.env.GITHUB_STEP_SUMMARY = path;
}


/***/ }),

/***/ 8112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishMany: () => (/* binding */ publishMany)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _lib_bounded_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(544);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_group_by_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8150);
/* harmony import */ var _lib_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1806);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7399);
/* harmony import */ var _lib_shell_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5192);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2850);
/* harmony import */ var _evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6880);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6491);
/* harmony import */ var _rehearse_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6468);
/* harmony import */ var _role_trust_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3446);













/**
 * Publishes evaluators side by side, `limit` at a time, with one login at the platform and one at each registry. They
 * share the builder, which builds a stage that several have in common once. One that fails stops no other; at the end
 * it is an error that names all that failed.
 */
async function publishMany(runs, shell, limit) {
    const connections = new _connections_js__WEBPACK_IMPORTED_MODULE_6__/* .Connections */ .U(runs.map(({ inputs }) => inputs), shell);
    _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq(`${runs.length} evaluators, ${Math.min(limit, runs.length)} at a time; the output of each comes when it ends`);
    await (0,_lib_bounded_js__WEBPACK_IMPORTED_MODULE_11__/* .settleBounded */ .Z)(runs, limit, shell.signal, (run) => publishOne(run, shell, connections));
    const failed = runs.filter(({ error }) => error !== undefined);
    _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq(countsOf(runs));
    if (failed.length > 0)
        throw failureOf(failed, runs.length);
}
async function publishOne(run, shell, connections) {
    const { name, inputs, publication, journal } = run;
    const start = performance.now();
    _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq(`${name}: begins`);
    const section = new _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .Section */ .wn(name);
    const [outcome] = await Promise.allSettled([
        section.within(async () => {
            const privateDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shell.privateDirectory, String(run.index));
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(privateDirectory, { mode: 0o700 });
            const own = { signal: shell.signal, privateDirectory, journal };
            await (inputs.mode.dryRun ? _rehearse_js__WEBPACK_IMPORTED_MODULE_9__/* .rehearse */ .K : _publish_js__WEBPACK_IMPORTED_MODULE_8__/* .publishImage */ .N)(inputs, own, connections, publication);
            const gate = (0,_role_trust_js__WEBPACK_IMPORTED_MODULE_10__/* .failedTrust */ .c8)(publication);
            if (gate !== undefined)
                throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(gate);
        }),
    ]);
    run.seconds = (performance.now() - start) / 1000;
    if (outcome.status === 'rejected')
        run.error = shell.signal.aborted ? shell.signal.reason : outcome.reason;
    section.show(`${name}: ${(0,_evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__/* .resultOf */ .Bg)(run)}, ${run.seconds.toFixed(1)} s`);
    if ((0,_evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__/* .resultOf */ .Bg)(run) !== 'failed')
        return;
    // Below the group, which is folded.
    section.within(() => (0,_lib_shell_js__WEBPACK_IMPORTED_MODULE_5__.tellFailure)(run.error, journal));
    section.show();
}
function countsOf(runs) {
    const groups = [...(0,_lib_group_by_js__WEBPACK_IMPORTED_MODULE_12__/* .groupBy */ .$)(runs, _evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__/* .resultOf */ .Bg)];
    return groups.map(([result, { length }]) => `${length} ${result}`).join(', ');
}
/** One line a reason, since a wrong token fails every evaluator alike: that is the cause of all then. */
function failureOf(failed, all) {
    const reasons = (0,_lib_group_by_js__WEBPACK_IMPORTED_MODULE_12__/* .groupBy */ .$)(failed, ({ error }) => {
        const [line = ''] = (0,_evaluator_run_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error).split('\n');
        const phase = (0,_lib_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .phaseOf */ .h)(error);
        return phase === undefined ? line : `${phase} failed: ${line}`;
    });
    const lines = [...reasons].map(([reason, runs]) => `- ${runs.map(({ name }) => name).join(', ')}: ${reason}`);
    const message = [
        `${failed.length} of ${all} evaluators failed. Each of them is explained in the log and in the job summary; running the job again is safe.`,
        ...lines,
    ].join('\n');
    const alike = failed.length === all && reasons.size === 1;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(message, { cause: alike ? failed[0]?.error : undefined });
}


/***/ })

};
