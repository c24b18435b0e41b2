export const id = 1403;
export const ids = [1403,5660];
export const modules = {

/***/ 6417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ withContainer),
/* harmony export */   z: () => (/* binding */ runContainer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8395);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(772);
/* harmony import */ var _runtime_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5758);
/* harmony import */ var _runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6786);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4942);
/* harmony import */ var _engine_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2537);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(225);










/** Maximum attempts to start a container that a busy engine refuses. */
const ATTEMPTS = 3;
/** Maximum number of a container's last lines to keep, for display and for checks. */
const KEPT_LINES = 400;
/** Maximum characters of a line to keep. */
const KEPT_CHARACTERS = 5000;
/** Maximum number of processes and threads of a container. Numerical libraries start several threads per processor. */
const MAX_PROCESSES = 4096;
/**
 * Capabilities that an image may need if it starts as root and changes to another user: files of any user, ports below
 * 1024.
 */
const CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'];
/**
 * Runs an image once, with only the given environment, and waits until it ends or the time limit is over. No process of
 * it outlives the call: it is killed if it takes too long or the job is cancelled. Afterwards, the engine removes the
 * container.
 */
async function runContainer(caller, image, options) {
    for (let attempt = 1;; attempt++) {
        const outcome = await runOnce(caller, image, options);
        if (outcome.refusal === undefined || isLasting(outcome.refusal) || attempt === ATTEMPTS)
            return outcome;
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(`The engine did not start a container (${outcome.refusal}); trying again`);
    }
}
async function runOnce(caller, image, options) {
    const start = performance.now();
    const outcome = { exitCode: undefined, timedOut: false, refusal: undefined, output: [] };
    const duration = () => Math.round(performance.now() - start);
    try {
        const { network, environment = {}, dns } = options;
        const ended = await withContainer(caller, 'run', {
            Image: image,
            Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
            HostConfig: {
                NetworkMode: network,
                Dns: dns?.servers ?? [],
                DnsOptions: dns?.options ?? [],
                // The engine removes the container even if this process is killed.
                AutoRemove: true,
                // The output is read as it arrives, so the engine need not write it to disk as well.
                LogConfig: { Type: 'none' },
                PidsLimit: MAX_PROCESSES,
                CapDrop: ['ALL'],
                CapAdd: CAPABILITIES,
                SecurityOpt: ['no-new-privileges'],
            },
        }, (id) => runCreated(caller, id, options));
        return { ...outcome, ...ended, duration: duration() };
    }
    catch (error) {
        // With a status, this is the engine's answer about this container.
        if (!(error instanceof _engine_error_js__WEBPACK_IMPORTED_MODULE_7__/* .EngineError */ .NJ && error.status !== undefined))
            throw error;
        return { ...outcome, refusal: error.reason, duration: duration() };
    }
}
/** Starts a container, and collects its output and its exit code. */
async function runCreated(caller, id, { network, timeLimit, created }) {
    created?.(id);
    const path = `/containers/${id}`;
    // The time limit kills the container. This limit applies if the engine fails to do even that.
    const minutes = timeLimit / 60 + 2;
    const query = { stream: '1', stdout: '1', stderr: '1' };
    const attach = { method: 'POST', path: `${path}/attach`, query, minutes };
    const limit = new TimeLimit(caller, id, timeLimit);
    try {
        return await (0,_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .readAnswer */ .JN)(caller, attach, async (attached) => {
            // Send this request before the start: the engine keeps nothing of a container that has ended.
            // Wait for the removal, which is slow, only with a network: it cannot be removed before its containers.
            const condition = network === 'none' ? 'next-exit' : 'removed';
            const wait = { method: 'POST', path: `${path}/wait`, query: { condition }, minutes };
            return await (0,_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .readAnswer */ .JN)(caller, wait, async (waited) => {
                const reading = Promise.all([readOutput(attached), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.json)(waited)]);
                // Its failure is reported below, after a failure of the start.
                reading.catch(() => { });
                await (0,_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .send */ .tN)(caller, { method: 'POST', path: `${path}/start`, minutes });
                const [output, ended] = await reading;
                const { StatusCode } = Ended.parse(ended);
                if (limit.passed)
                    return { exitCode: undefined, timedOut: true, ...output };
                const outOfMemory = StatusCode === 137 && (await ranOutOfMemory(caller, id));
                return { exitCode: StatusCode, timedOut: false, ...output, outOfMemory };
            });
        });
    }
    finally {
        await limit.end();
    }
}
const Created = zod_mini__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({ Id: zod_mini__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP() });
const Ended = zod_mini__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({ StatusCode: zod_mini__WEBPACK_IMPORTED_MODULE_9__/* .number */ .aig() });
/** Returns whether the engine recorded that the kernel killed a process of a container because it ran out of memory. */
async function ranOutOfMemory(caller, id) {
    // The container and its state are gone, but the engine keeps its events for a while.
    const filters = JSON.stringify({ type: ['container'], container: [id], event: ['oom'] });
    const until = String(Math.ceil(Date.now() / 1000));
    const call = { method: 'GET', path: '/events', query: { since: '1', until, filters } };
    const events = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .readAnswer */ .JN)(caller, call, node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text).catch(() => '');
    caller.signal.throwIfAborted();
    return events.trim() !== '';
}
/**
 * Runs the work with a container that is not started yet, and removes the container afterwards. The engine itself
 * removes a container that has run.
 */
async function withContainer(caller, purpose, settings, work) {
    const { engine, signal } = caller;
    const name = `${_owner_js__WEBPACK_IMPORTED_MODULE_8__/* .NAME_PREFIX */ .ve}${purpose}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    let hasRun = false;
    try {
        const body = { ...settings, Labels: (0,_owner_js__WEBPACK_IMPORTED_MODULE_8__/* .ownLabels */ .ct)() };
        const call = { method: 'POST', path: '/containers/create', query: { name }, body };
        signal.throwIfAborted();
        // A cancellation does not interrupt this call: the engine would create the container after its removal.
        const { Id } = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .getJson */ .Tt)({ engine, signal: new AbortController().signal }, call, Created);
        signal.throwIfAborted();
        const result = await work(Id);
        hasRun = purpose === 'run';
        return result;
    }
    finally {
        // Remove it by its name, because the answer with its id may be lost, and even if the job is cancelled.
        const call = { method: 'DELETE', path: `/containers/${name}`, query: { force: '1', v: '1' } };
        const ending = { engine, signal: AbortSignal.timeout(30_000) };
        if (!hasRun)
            await (0,_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .send */ .tN)(ending, call).catch(() => { });
    }
}
/**
 * Reads the lines of both streams of a container. The engine puts eight bytes before each piece: the number of the
 * stream, and the length in the last four bytes.
 */
async function readOutput(attached) {
    const kept = [];
    const keep = (stream) => (line) => {
        const length = line.length > KEPT_CHARACTERS ? (0,_runtime_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .cutOutsideSecrets */ .Nz)(line, KEPT_CHARACTERS) : line.length;
        kept.push({ stream, line: line.slice(0, length) });
        if (kept.length > KEPT_LINES)
            kept.shift();
    };
    const readers = [new _runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__/* .LineReader */ .uo(keep(0), _runtime_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeSecrets */ .hY), new _runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__/* .LineReader */ .uo(keep(1), _runtime_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeSecrets */ .hY)];
    const header = Buffer.alloc(8);
    let known = 0;
    let left = 0;
    for await (const chunk of attached) {
        // Pieces are passed on as they arrive, so that a large one is never held in memory.
        for (let at = 0; at < chunk.length;) {
            if (known < 8) {
                const length = chunk.copy(header, known, at, at + 8 - known);
                known += length;
                at += length;
                if (known === 8)
                    left = header.readUInt32BE(4);
            }
            else {
                const piece = chunk.subarray(at, at + left);
                readers[header[0] === 2 ? 1 : 0]?.write(piece);
                left -= piece.length;
                at += piece.length;
            }
            if (known === 8 && left === 0)
                known = 0;
        }
    }
    for (const reader of readers)
        reader.end();
    return {
        output: kept.map(({ line }) => line),
        streams: [0, 1].map((wanted) => kept.filter(({ stream }) => stream === wanted).map(({ line }) => line)),
    };
}
/** Returns whether the engine's refusal is about the image itself and not temporary. */
function isLasting(refusal) {
    return /exec|executable|entrypoint|no command|no such file|permission denied|image/i.test(refusal);
}
/** Kills a container at its time limit. Repeats this until it is dead, because it may still be starting. */
class TimeLimit {
    passed = false;
    #ended = new AbortController();
    #watch;
    constructor(caller, id, seconds) {
        this.#watch = this.#kill(caller, id, seconds).catch(() => { });
    }
    async end() {
        this.#ended.abort();
        await this.#watch;
    }
    async #kill(caller, id, seconds) {
        const { signal } = this.#ended;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(seconds * 1000, undefined, { signal });
        for (this.passed = true; !signal.aborted; await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(1000, undefined, { signal }))
            await (0,_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .send */ .tN)(caller, { method: 'POST', path: `/containers/${id}/kill` }).catch(() => { });
    }
}


/***/ }),

/***/ 7922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeLeftovers: () => (/* binding */ removeLeftovers)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8395);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4942);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4639);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(225);




const Labels = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()));
const Containers = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ Id: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), Names: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()), Labels }));
const Networks = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ Id: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), Name: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), Labels }));
const Images = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ RepoTags: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())) }));
/** Matches a name that is used to push layers to a registry in the process that the tag identifies. */
const TEMPORARY_TAG = /^127\.0\.0\.1:\d+\/evaluator-action\/\w+:evaluator-action-([\w.]+)$/;
/**
 * Removes objects that killed runs left in the engine: containers, networks and temporary image names. An object counts
 * only if both its name and its label are ours: a container inherits the labels of its image, and other people may use
 * similar names.
 *
 * @returns the number of removed objects; those that cannot be listed or removed are left for the next run
 */
async function removeLeftovers(caller) {
    const filters = JSON.stringify({ label: [_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .PROCESS_LABEL */ .tJ] });
    const [containers, networks, images] = await Promise.all([
        (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .getJson */ .Tt)(caller, { method: 'GET', path: '/containers/json', query: { all: '1', filters } }, Containers),
        (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .getJson */ .Tt)(caller, { method: 'GET', path: '/networks', query: { filters } }, Networks),
        (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .getJson */ .Tt)(caller, {
            method: 'GET',
            path: '/images/json',
            query: { filters: JSON.stringify({ reference: ['127.0.0.1:*/evaluator-action/*'] }) },
        }, Images),
    ]);
    const isLeft = (names, labels) => names.some((name) => name.startsWith(_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .NAME_PREFIX */ .ve)) && (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(labels?.[_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .PROCESS_LABEL */ .tJ] ?? '');
    // Remove the containers first: a network can be removed only if no container uses it.
    const left = containers.filter(({ Names, Labels }) => isLeft(Names.map((name) => name.replace(/^\//, '')), Labels));
    const removed = await Promise.allSettled(left.map(({ Id }) => (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .send */ .tN)(caller, { method: 'DELETE', path: `/containers/${Id}`, query: { force: '1', v: '1' } })));
    const idle = networks.filter(({ Name, Labels }) => isLeft([Name], Labels));
    removed.push(...(await Promise.allSettled(idle.map(({ Id }) => (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .send */ .tN)(caller, { method: 'DELETE', path: `/networks/${Id}` })))));
    const tags = images
        .flatMap(({ RepoTags }) => RepoTags ?? [])
        .filter((tag) => (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(TEMPORARY_TAG.exec(tag)?.[1] ?? ''));
    await Promise.all(tags.map((tag) => (0,_image_js__WEBPACK_IMPORTED_MODULE_1__/* .removeTag */ .b4)(caller, tag)));
    caller.signal.throwIfAborted();
    return removed.filter(({ status }) => status === 'fulfilled').length + tags.length;
}


/***/ }),

/***/ 8408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ withInternalNetwork)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8395);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4942);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(225);






/** Returns whether a text is the address of a single machine: not empty, and not the wildcard address. */
function isAddress(text = '') {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(text) !== 0 && !/^[0.:]+$/.test(text);
}
const Network = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    IPAM: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Config: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Gateway: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) })) }),
});
/**
 * Runs the work with a separate network that has no route to the outside: a container in it reaches only other
 * containers of the network and, at the gateway's address, this machine. Removes the network afterwards, even if the
 * job is cancelled.
 */
async function withInternalNetwork(caller, work) {
    const name = `${_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .NAME_PREFIX */ .ve}network-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const path = `/networks/${name}`;
    const body = { Name: name, Driver: 'bridge', Internal: true, Labels: (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .ownLabels */ .ct)() };
    const { engine, signal } = caller;
    signal.throwIfAborted();
    try {
        // A cancellation does not interrupt this call: the engine would create the network after its removal.
        const create = { method: 'POST', path: '/networks/create', body };
        await (0,_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .send */ .tN)({ engine, signal: new AbortController().signal }, create);
        signal.throwIfAborted();
        const { IPAM } = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .getJson */ .Tt)(caller, { method: 'GET', path }, Network);
        const gateway = IPAM.Config.find(({ Gateway }) => isAddress(Gateway))?.Gateway;
        // Without an address, a server for the network would have to listen on every address of the machine.
        if (!gateway)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("verify: contract needs the address of this machine in a network of the Docker engine, and the engine reports no gateway for it. Use an engine that does, such as Docker's own on Linux, or verify: start.");
        return await work({ name, gateway });
    }
    finally {
        await (0,_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .send */ .tN)({ engine, signal: AbortSignal.timeout(10_000) }, { method: 'DELETE', path }).catch(() => { });
    }
}


/***/ }),

/***/ 225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ct: () => (/* binding */ ownLabels),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   oz: () => (/* binding */ ownProcess),
/* harmony export */   tJ: () => (/* binding */ PROCESS_LABEL),
/* harmony export */   ve: () => (/* binding */ NAME_PREFIX)
/* harmony export */ });
/* unused harmony export RUN_LABEL */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2349);
/**
 * Identifies the owner of containers, networks and temporary image names. Each name that a run creates identifies the
 * process that created it, so that the leftovers of a killed run can be distinguished from the objects of a live one.
 */


/** The prefix of every name that a run gives to an object in the engine. */
const NAME_PREFIX = 'evaluator-action-';
/** Labels: the workflow run, for people, and the process, which shows whether the run is still alive. */
const RUN_LABEL = 'evaluator-action.run';
const PROCESS_LABEL = 'evaluator-action.process';
/**
 * Maximum lifetime in seconds of everything that a run creates in the engine, even if its process cannot be checked.
 */
const MAX_LIFETIME = 2 * 24 * 3600;
/** Returns the labels of the objects that this process creates. */
function ownLabels() {
    const run = (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVariable */ .nt)('GITHUB_RUN_ID') ?? 'local';
    const attempt = (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVariable */ .nt)('GITHUB_RUN_ATTEMPT') ?? '1';
    return { [RUN_LABEL]: `${run}-${attempt}`, [PROCESS_LABEL]: ownProcess() };
}
/**
 * Returns a text that no other process has had: the machine's boot, the process namespace, the process id, and the
 * start time. It contains only characters that are valid in a tag.
 */
function ownProcess() {
    return [bootId(), namespaceId(), process.pid, startTime(process.pid) ?? 0, now()].join('.');
}
/** Returns whether the process that left an object has ended; `false` if that is unknown. */
function hasEnded(owner) {
    const [, boot, namespace, pid, start, made] = /^(\w+)\.(\d+)\.(\d{1,9})\.(\d{1,20})\.(\d{1,12})$/.exec(owner) ?? [];
    if (boot === undefined)
        return false;
    if (now() - Number(made) > MAX_LIFETIME)
        return true;
    // The processes of another machine, or of a job in a container, are not visible here.
    if (boot !== bootId() || namespace !== namespaceId())
        return false;
    const running = startTime(Number(pid));
    return running === undefined ? !exists(Number(pid)) : String(running) !== start;
}
function now() {
    return Math.floor(Date.now() / 1000);
}
function bootId() {
    return readText('/proc/sys/kernel/random/boot_id').replaceAll('-', '').trim().slice(0, 12) || 'unknown';
}
function namespaceId() {
    try {
        return /\d+/.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid'))?.[0] ?? '0';
    }
    catch {
        return '0';
    }
}
/**
 * Returns the start of a process in clock ticks since the machine's boot; undefined if the process does not exist or
 * the system has no /proc.
 */
function startTime(pid) {
    // The second field is the program's name in parentheses, and may contain any character.
    const fields = readText(`/proc/${pid}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ');
    const ticks = Number(fields[19]);
    return fields.length > 19 && Number.isFinite(ticks) ? ticks : undefined;
}
function exists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
function readText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 8654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ normalized),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   UY: () => (/* binding */ openImage),
/* harmony export */   yb: () => (/* binding */ readDigests)
/* harmony export */ });
/* harmony import */ var _docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8934);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2663);
/* harmony import */ var _registry_distribution_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6967);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9139);
/* harmony import */ var _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2379);





/**
 * Reads the digests of images from their registries concurrently, with the logins of the job.
 * @throws NotReusable if a digest cannot be read, for example because only the engine has the image
 */
async function readDigests(images, signal) {
    const names = [...new Set(images.map((image) => (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)(readable(image))))].sort();
    return await Promise.all(names.map(async (reference) => ({ reference, digest: await readDigest(reference, signal) })));
}
/** @throws NotReusable if the text is not a reference */
function readable(image) {
    try {
        return normalized(image);
    }
    catch (cause) {
        throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__/* .NotReusable */ .d((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause), { cause });
    }
}
/** Expands a short name: `python` is `docker.io/library/python:latest`. */
function normalized(image) {
    const reference = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    const { path, tag, digest } = reference;
    const domain = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .registryHost */ .U$)(reference);
    return {
        domain,
        path: (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryPath */ .SH)(domain, path),
        ...(digest === undefined ? { tag: tag ?? 'latest' } : { digest }),
    };
}
/** Opens the repository of an image for reading, with the login of the job. */
async function openImage(reference, signal) {
    const { domain = '', path } = normalized(reference);
    return (0,_registry_distribution_js__WEBPACK_IMPORTED_MODULE_2__/* .openRepository */ .h)(domain, path, await (0,_docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .findLogin */ .B7)(domain, path, 'pull', signal), signal, 'pull');
}
async function readDigest(reference, signal) {
    const { tag = '', digest } = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(reference);
    if (digest !== undefined)
        return digest;
    try {
        const repository = await openImage(reference, signal);
        const found = await repository.findDigest(tag);
        if (found !== undefined)
            return found;
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__/* .NotReusable */ .d(`the digest of the base image ${reference} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, { cause });
    }
    throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__/* .NotReusable */ .d(`its registry has no base image ${reference}`);
}


/***/ }),

/***/ 5660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ LayerScan),
/* harmony export */   SCAN_VERSION: () => (/* binding */ SCAN_VERSION)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _git_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4192);


/**
 * Increase this when a scan may find something else in the same layer, so that results of older scans are not reused.
 */
const SCAN_VERSION = 5;
/** Minimum bytes of a file to compare with others. */
const LARGE = 16 * 1024;
/** Number of bytes in which to search for the header of a key file, which may follow a comment. */
const HEAD = 1024;
/** Maximum number of findings of one kind per layer. More would add no information. */
const MAX_NOTABLES = 100;
const CREDENTIALS = /(^|\/)(\.env(\.(local|production|prod|development|dev|staging))?|[._]netrc|\.git-credentials|\.pypirc|\.pgpass|\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.config\/gh\/hosts\.yml|application_default_credentials\.json|id_(rsa|dsa|ecdsa|ed25519))$/;
const IN_PACKAGE = /(^|\/)((site|dist)-packages|node_modules)\//;
const KEY_HEADER = /^\s*(#[^\n]*\n\s*)*-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----/;
const GPU_PACKAGE = /(^|\/)(nvidia_(cuda|cudnn|cublas)\w*-[^/]*|torch-[^/]*\+cu\d+)\.dist-info\/METADATA$/;
/** Reads one layer and keeps only the findings, so that memory stays bounded. */
class LayerScan {
    bytes = 0;
    files = 0;
    fileFindings = [];
    large = [];
    #search;
    #counts = new Map();
    constructor(search) {
        this.#search = search;
    }
    async visit({ path: name, type, linkname = '', size, body }) {
        const inName = this.#search.findIn(name);
        const path = inName === undefined ? name : this.#withoutSecrets(name);
        for (const secret of new Set([inName, this.#search.findIn(linkname)]))
            if (secret !== undefined)
                this.#note({ kind: 'secret-in-layer', path, secret });
        if (/(^|\/)\.git\/HEAD$/.test(name))
            this.#note({ kind: 'git-directory', path });
        if (type !== 'file' || size === 0)
            return;
        this.files++;
        this.bytes += size;
        if (GPU_PACKAGE.test(name))
            this.#note({ kind: 'gpu-image', path });
        const gitConfig = (0,_git_config_js__WEBPACK_IMPORTED_MODULE_1__/* .isGitConfig */ .hE)(name);
        const { head, secret, checksum } = await this.#read(body, size, gitConfig ? _git_config_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_GIT_CONFIG_BYTES */ .DB : HEAD);
        if (gitConfig && (0,_git_config_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsGitLogin */ .Un)(head))
            this.#note({ kind: 'git-login', path });
        if (secret !== undefined && secret !== inName)
            this.#note({ kind: 'secret-in-layer', path, secret });
        const inPackage = IN_PACKAGE.test(name);
        if (KEY_HEADER.test(head))
            this.#note({ kind: inPackage ? 'key-in-package' : 'private-key', path });
        else if (CREDENTIALS.test(name) && !inPackage)
            this.#note({ kind: 'credential-file', path });
        if (size >= LARGE)
            this.large.push({ path, size, fingerprint: `${size}-${checksum}` });
    }
    /** Replaces the names in a path that contain a secret, in any form. A secret with a slash replaces the whole path. */
    #withoutSecrets(path) {
        const names = path.split('/').map((name) => (this.#search.findIn(name) === undefined ? name : '***'));
        const shown = names.join('/');
        return this.#search.findIn(shown) === undefined ? shown : '***';
    }
    /** Reads a file only as far as its checks need. */
    async #read(body, size, most) {
        const search = this.#search.empty ? undefined : this.#search.stream();
        const whole = search !== undefined || size >= LARGE;
        let head = Buffer.alloc(0);
        let secret;
        let checksum = 0;
        for await (const chunk of body) {
            if (head.length < most)
                head = Buffer.concat([head, chunk.subarray(0, most)]);
            secret ??= search?.(chunk);
            if (size >= LARGE)
                checksum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(chunk, checksum);
            if (!whole && head.length >= most)
                break;
        }
        return { head: head.toString('latin1', 0, most), secret, checksum };
    }
    #note(fileFinding) {
        const count = this.#counts.get(fileFinding.kind) ?? 0;
        this.#counts.set(fileFinding.kind, count + 1);
        if (count < MAX_NOTABLES)
            this.fileFindings.push(fileFinding);
    }
}


/***/ }),

/***/ 8407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nq: () => (/* binding */ checkStart),
  IG: () => (/* binding */ endOfOutput),
  IP: () => (/* binding */ isCrash),
  kz: () => (/* binding */ readLoaderFailure),
  N: () => (/* binding */ readTraceback)
});

// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: ./build/src/image/verify/findings.js
var findings = __webpack_require__(3547);
;// CONCATENATED MODULE: ./build/src/image/verify/loader-messages.js
/**
 * Messages of loaders and interpreters that cannot load a program, so that the program itself never ran. Each message
 * ends the run with one of a few exit codes, unless the parent process replaces the code.
 */
/** `sh: 1: `, `bash: line 1: `, `/entrypoint.sh: line 3: `, `zsh:1: `, `/run.ksh[3]: `. */
const SHELL = String.raw `^(?:\S+: ?(?:line )?\d+: |\S+\[\d+\]: |-?(?:\S*\/)?(?:ba|da|a|z|k|mk|fi|c|tc)?sh: (?:line \d+: )?)(?:exec: |eval: |\.: )?`;
const shell = (rest) => new RegExp(SHELL + rest);
/** Messages of programs that start another program. */
const LAUNCHER = /^(?:\S*\/)?(?:env|nohup|timeout|nice|ionice|setsid|chroot|stdbuf|xargs|su-exec|runuser|su|sudo|setpriv|chpst|gosu|unshare|prlimit|taskset|numactl|time|catchsegv|strace|s6-\w+|xvfb-run)\b.*(?:No such file or directory|[Nn]ot found|can't exec|cannot (?:run|exec)|failed to (?:run|exec)|unable to exec|Permission denied|[Ee]xec format error)/;
const groups = [
    // Shells, and programs that start other programs.
    [
        'cannot-start',
        [126, 127],
        [
            shell('.+: (?:command )?not found$'),
            shell('command not found: '),
            shell('[^:]+: (?:No such file or directory|Permission denied|[Ii]s a directory)$'),
            shell('(?:permission denied|no such file or directory): '),
            shell('Unknown command'),
            /(?:^|[: ])command not found(?:: \S|$)/,
            /cannot execute(?:: required file not found| binary file)/,
            /bad interpreter/,
            /executable file not found/,
            LAUNCHER,
            /^env: use -\[v\]S to pass options in shebang lines$/,
        ],
    ],
    [
        'cannot-start',
        [2, 127],
        [
            shell(String.raw `(?:0: )?(?:[Cc]an't open|[Cc]annot open) \S+`),
            /^\S+: 0: (?:[Cc]annot|[Cc]an't) open /,
        ],
    ],
    [
        'syntax-error',
        [1, 2, 3, 126, 127],
        [
            shell('[Ss]yntax error'),
            shell('parse error near'),
            // The part of a message after a carriage return from a script with Windows line ends.
            /^: (?:invalid option(?: name)?|(?:command )?not found|No such file or directory)$/,
            shell('.*unexpected EOF while looking for matching'),
            shell('.*(?:Illegal option -|invalid option|Bad substitution|bad substitution)'),
        ],
    ],
    // The kernel, container runtimes, init programs and the dynamic linker.
    [
        'cannot-start',
        [1, 2, 126, 127, 128, 255],
        [
            /exec format error/i,
            /^(?:\S+: )?exec \S+: (?:no such file or directory|permission denied|.*not found)/i,
            /exec user process caused/,
            /^\[FATAL tini\b/,
            /^\[dumb-init\] .*(?:No such file|Permission denied|[Ee]xec format|not found)/,
            /catatonit.*failed to exec/,
            /error while loading shared libraries:/,
            /symbol lookup error:/,
            /: version [`'"‘]\S+['"’] not found \(required by/,
            /^Error loading shared library /,
            /^Error relocating /,
            /^Inconsistency detected by ld\.so/,
            /^FATAL: kernel too old/,
            /^qemu-\S+: (?:Could not open|.*[Ii]nvalid ELF|uncaught target signal)/,
            /^rosetta error:/,
        ],
    ],
    [
        'start-crash',
        [1, 132, 133, 134, 135, 136, 137, 139],
        [
            /^(?:\S+: (?:line \d+: +\d+ |\d+: )?)?(?:Segmentation fault|Illegal instruction|Bus error|Killed|Floating point exception)(?:\s.*)?$/,
            /^(?:FATAL ERROR: .*)?JavaScript heap out of memory/,
            /^Fatal Python error: (?!init)/,
        ],
    ],
    // Python.
    [
        'import-error',
        [1, 3],
        [
            /^[\s|+>]*(?:\w+\.)*(?:ModuleNotFoundError|ImportError|ZipImportError|zipimport\.\w+|DistributionNotFound|PackageNotFoundError|ContextualVersionConflict|VersionConflict)(?::|$)/,
            /^\S*(?:python|pypy)[\w.]*: No module named /,
            /^\S+: Error while finding module specification for /,
            /^[\s|+>]*(?:\w+\.)*OSError: .*cannot open shared object file/,
            /numpy\.(?:nd)?array size changed|numpy\.dtype size changed, may indicate binary incompatibility/,
            /Error loading ASGI app\. |^Error: (?:Could not import|While importing) '/,
        ],
    ],
    [
        'cannot-start',
        [1, 2],
        [
            /^\S+: can't open file /,
            /^\S+: can't find '__main__' module in /,
            /^Unknown option: -/,
            /^Fatal Python error: init/,
        ],
    ],
    ['syntax-error', [1], [/^[\s|+>]*(?:Uncaught )?(?:SyntaxError|IndentationError|TabError)\b/]],
    // conda, uv, poetry, pipenv, pdm, hatch, pixi.
    [
        'cannot-start',
        [1, 2, 127],
        [
            /\b(?:EnvironmentLocationNotFound|EnvironmentNameNotFound|CommandNotFoundError|CondaError: Run)\b/,
            /libmamba .*(?:prefix does not exist|[Cc]annot find|[Cc]ould not find)/,
            /The given prefix does not exist/,
            /^error: Failed to spawn: /,
            /^error: No such file or directory/,
            /^\s+Caused by: (?:No such file or directory|Permission denied|Exec format error) \(os error/,
            /^error: No (?:virtual environment|interpreter) found/,
            /^Command not found: /,
            /could not find a pyproject\.toml file/i,
            /the command .* could not be found/i,
            /^No Pipfile present/,
            /^(?:\[\w+\]: )?Command ['"].*['"] is not found/,
        ],
    ],
    // Node.js, Deno, Bun, and their package managers.
    [
        'import-error',
        [1],
        [
            /\bCannot find (?:module|package) ['"]/,
            /\b(?:ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ERR_REQUIRE_ESM|ERR_UNKNOWN_FILE_EXTENSION|ERR_UNSUPPORTED_DIR_IMPORT|ERR_PACKAGE_PATH_NOT_EXPORTED|ERR_DLOPEN_FAILED)\b/,
            /was compiled against a different Node\.js version/,
            /ReferenceError: (?:require|exports|module) is not defined in ES module scope/,
            /^error: (?:Module not found|Relative import path|Cannot find (?:module|package)|Could not resolve)/i,
            /^error: Uncaught (?:\(in promise\) )?(?:TypeError|Error): Module not found/,
        ],
    ],
    ['cannot-start', [1, 9], [/^node: bad option: /, /^node: .*requires an argument/]],
    [
        'cannot-start',
        [1, 243, 254],
        [
            /^npm (?:ERR!|error) (?:Missing script|missing script|code ENOENT|enoent)/,
            /^error Command ".*" not found\.|Couldn't find a script named/,
            /ERR_PNPM_(?:NO_SCRIPT|NO_IMPORTER_MANIFEST_FOUND|RECURSIVE_EXEC_FIRST_FAIL)/,
            /^error: Script not found /,
        ],
    ],
    // Java and .NET.
    [
        'cannot-start',
        [1],
        [
            /^Error: (?:Could not find or load main class|Unable to access jarfile|Invalid or corrupt jarfile|Main method not found|LinkageError occurred|A JNI error|Unable to initialize main class)/,
            /no main manifest attribute, in /,
            /^Error occurred during initialization of (?:VM|boot layer)/,
            /^Error: Could not create the Java Virtual Machine/,
            /^Unrecognized (?:VM )?option/,
            /java\.lang\.(?:UnsupportedClassVersionError|UnsatisfiedLinkError)\b/,
            /java\.lang\.module\.(?:FindException|ResolutionException)/,
        ],
    ],
    ['import-error', [1], [/java\.lang\.(?:NoClassDefFoundError|ClassNotFoundException)\b/]],
    [
        'cannot-start',
        [1, 131, 134, 139, 145, 150, 255],
        [
            /^The application to execute does not exist: /,
            /^(?:You must install (?:or update )?\.NET|It was not possible to find any compatible framework version)/,
            /^Could not execute because the (?:application|specified command or file) was not found/,
            /Could not load file or assembly /,
            /System\.(?:DllNotFoundException|BadImageFormatException)\b/,
            /Couldn't find a valid ICU package/,
            /^Failed to (?:create CoreCLR|load .*(?:hostfxr|hostpolicy|coreclr))/,
        ],
    ],
    // Ruby.
    ['import-error', [1], [/cannot load such file -- |\(LoadError\)/]],
    [
        'syntax-error',
        [1],
        [/: syntax errors? (?:found|, unexpected)|: syntax error, unexpected|\(SyntaxError\)/],
    ],
    [
        'cannot-start',
        [1, 7, 10, 127],
        [
            /^bundler: command not found: /,
            /Could not (?:locate Gemfile|find (?:gem )?\S+ (?:\S+ )?in (?:any of the sources|locally installed gems|rubygems))/,
            /\b(?:Gem::\w*(?:NotFound|Missing)\w*|Bundler::GemNotFound)\b/,
        ],
    ],
    // R.
    [
        'import-error',
        [1],
        [/there is no package called /, /package or namespace load failed for /, /unable to load shared object /],
    ],
    ['cannot-start', [1, 2], [/^Fatal error: cannot open file /, /cannot open file '.*\.[rR]': No such file/]],
    ['syntax-error', [1], [/^Error: unexpected .* in /, /^Error: unexpected end of input/]],
    // Perl.
    [
        'import-error',
        [2, 255],
        [/^Can't locate .* in @INC/, /^Can't load '.*' for module /, /^BEGIN failed--compilation aborted/],
    ],
    ['cannot-start', [2], [/^Can't open perl script /]],
    [
        'syntax-error',
        [9, 255],
        [
            /^syntax error at .* line \d+/,
            /^Execution of .* aborted due to compilation errors/,
            /^Global symbol .* requires explicit package name/,
            /had compilation errors\.$/,
        ],
    ],
    // PHP, Lua, Julia, Go, Octave.
    ['cannot-start', [1], [/^Could not open input file: /]],
    ['syntax-error', [255], [/^(?:PHP )?Parse error: /]],
    [
        'import-error',
        [255],
        [
            /Failed opening required /,
            /Uncaught Error: (?:Class ".*" not found|Class '.*' not found|Call to undefined function)/,
        ],
    ],
    ['cannot-start', [1], [/^luajit?\S*: cannot open |^lua\S*: cannot open /]],
    ['import-error', [1], [/^lua\S*: .*module '.*' not found/]],
    ['import-error', [1], [/ArgumentError: Package \S+ (?:not found in current path|.* is required but)/]],
    ['cannot-start', [1], [/^ERROR: (?:could not open file|SystemError: opening file) /]],
    ['syntax-error', [1], [/^ERROR: LoadError: (?:syntax:|ParseError)/, /^ERROR: ParseError/]],
    ['cannot-start', [1], [/^go: (?:cannot find main module|go\.mod file not found)/]],
];
const messages = groups.flatMap(([finding, codes, patterns]) => patterns.map((pattern) => ({ finding, codes, pattern })));
/** Finds the last line in which a loader reports that it could not load the program. */
function lastLoaderFailure(lines) {
    for (let line = lines.length - 1; line >= 0; line--) {
        const text = lines[line] ?? '';
        const message = messages.find(({ pattern }) => pattern.test(text));
        if (message && !(message.finding === 'syntax-error' && isOfData(lines, line)))
            return { ...message, line };
    }
    return undefined;
}
/** Returns whether a syntax error is about text that a running program evaluates, and not about the program itself. */
function isOfData(lines, at) {
    const text = lines[at] ?? '';
    if (/\bJSON\b|regular expression/.test(text))
        return true;
    const next = lines.slice(at + 1, at + 4).join('\n');
    if (/^\s+at (?:JSON\.parse|new Function|eval|new RegExp|Function) /m.test(next))
        return true;
    const before = lines.slice(0, at);
    const file = before.findLast((line) => /^\s+File "/.test(line)) ?? '';
    const header = before.findLastIndex((line) => line.startsWith('Traceback (most recent call last):'));
    return header !== -1 && /File "<(?:string|unknown|fstring)>"/.test(file);
}

;// CONCATENATED MODULE: ./build/src/image/verify/start-check.js



/**
 * Judges a run without any variable of the platform. A good evaluator says which variables are missing and fails.
 * A run that fails before that point is an error. An inconclusive run is a warning.
 */
function checkStart(outcome) {
    const { exitCode, timedOut, refusal, output, duration, outOfMemory } = outcome;
    const seconds = `${(duration / 1000).toFixed(0)} s`;
    if (refusal !== undefined)
        return [(0,findings/* finding */.gk)('cannot-start', `the engine cannot start the image: ${(0,untrusted_text/* sanitizeLine */.g$)(refusal)}`)];
    if (timedOut)
        return [
            (0,findings/* finding */.gk)('start-timeout', `the image did not exit within ${seconds}, although no variable was set`),
        ];
    if (outOfMemory)
        return [(0,findings/* finding */.gk)('start-crash', 'the image ran out of memory')];
    const trace = readTraceback(output);
    const streams = outcome.streams ?? [output];
    const failure = endOf(streams);
    if (exitCode === 0) {
        const reason = trace ?? (failure && shown(failure));
        return [
            (0,findings/* finding */.gk)('silent-success', reason === undefined
                ? 'the image exits with 0, although no variable was set and no platform was reachable'
                : `the image exits with 0, although it failed: ${reason}`),
        ];
    }
    if (exitCode === undefined)
        return [(0,findings/* finding */.gk)('start-crash', 'the image ended, but the engine reports no exit code')];
    const judged = failure ? judgeFailure(failure, exitCode, streams) : judgeEnd(exitCode, streams, trace);
    const reason = failure ? shown(failure) : endOfOutput(output);
    switch (judged) {
        case 'started':
            return [];
        case 'loader':
            return [(0,findings/* finding */.gk)(failure?.finding ?? 'cannot-start', reason)];
        case 'crash':
            return [(0,findings/* finding */.gk)('start-crash', `the image ended with ${nameOfExit(exitCode)}: ${reason}`)];
        case 'traceback':
            return [(0,findings/* finding */.gk)('traceback', trace ?? reason)];
        case 'unclear':
            return [
                (0,findings/* finding */.gk)('unclear-start', `the image ended with ${nameOfExit(exitCode)}, and its output does not show that the evaluator started and found its variables missing: ${reason}`),
            ];
    }
}
/** Returns a loader's failure at the end of a run as a finding, or undefined. */
function readLoaderFailure({ output, streams }) {
    const failure = endOf(streams ?? [output]);
    return failure && { id: failure.finding, message: shown(failure) };
}
/** Returns the loader's message that is closest to the end of its stream, if there is one. */
function endOf(streams) {
    const failures = streams.flatMap((stream) => {
        const failure = lastLoaderFailure(stream);
        return failure ? [{ ...failure, stream }] : [];
    });
    const after = ({ line, stream }) => stream.length - line;
    return failures.sort((a, b) => after(a) - after(b))[0];
}
/**
 * Judges a run that contains a loader's message. Later output of the program in the same stream shows that it
 * continued. The order of lines in different streams is not known.
 */
function judgeFailure({ stream, line, codes, finding }, exitCode, streams) {
    const ends = codes.includes(exitCode);
    const after = stream.slice(line + 1);
    if (after.some(names)) {
        // The program itself fails in an `except ImportError:` block.
        if (after.some(beginsTrace) && endsInNamingTrace(stream))
            return 'started';
        // A wrapper may print advice after the interpreter has failed.
        const advice = ends && finding !== 'cannot-start' && finding !== 'start-crash';
        return advice || isCrash(exitCode) ? 'unclear' : 'started';
    }
    if (ends)
        return 'loader';
    if (streams.some((other) => other !== stream && other.some(saysMissing)))
        return isCrash(exitCode) ? 'unclear' : 'started';
    return stream.slice(0, line).some(saysMissing) ? 'unclear' : 'loader';
}
/** Judges a run without a loader's message. */
function judgeEnd(exitCode, streams, trace) {
    const lines = streams.flat();
    if (isCrash(exitCode)) {
        const last = streams.some((stream) => names(stream.findLast((line) => line.trim() !== '') ?? ''));
        const deliberate = exitCode < 128 || exitCode === 255;
        if (deliberate)
            return last || lines.some(saysMissing) ? 'started' : 'crash';
        if (!lines.some(saysMissing))
            return 'crash';
        return ABORTS.has(exitCode) ? 'started' : 'unclear';
    }
    if (trace !== undefined)
        return streams.some(endsInNamingTrace) ? 'started' : 'traceback';
    return lines.some(names) ? 'started' : 'unclear';
}
/** Returns whether a program did not run (126, 127) or was ended by a signal (129 and above). */
function isCrash(exitCode) {
    return exitCode === 126 || exitCode === 127 || exitCode > 128;
}
/** Exit codes of signals that a runtime uses to end a program after an error message: SIGILL, SIGTRAP, SIGABRT. */
const ABORTS = new Set([132, 133, 134]);
const signals = {
    132: 'SIGILL',
    133: 'SIGTRAP',
    134: 'SIGABRT',
    135: 'SIGBUS',
    136: 'SIGFPE',
    137: 'SIGKILL',
    139: 'SIGSEGV',
    143: 'SIGTERM',
};
function nameOfExit(exitCode) {
    const signal = signals[exitCode];
    return signal === undefined ? `exit code ${exitCode}` : `exit code ${exitCode} (${signal})`;
}
const VARIABLE = /\bKOLENA_[A-Z][A-Z_]*|\bkolena_(?:token|model_name|test_suite_name|test_suite_version|workflow)\b/;
/** Returns whether a line names a variable of the platform. */
function names(line) {
    return VARIABLE.test(line);
}
const MISSING = /missing|not (?:been )?(?:set|found|defined|provided|given|present|specified|available|configured)|unset|undefined|unbound|requir|must|need|expect|no (?:value|such|default)|empty|null|none\b|please|provide|specif|supply|set it|absent|invalid|KeyError|doesn't exist|does not exist|mandatory|fehl|nicht|manqu|requis|obligat|falta|requerid|manca|brak|ontbr|缺|未|必|なし|ない|ありません|누락|없/i;
/** Returns whether a line says that a variable of the platform is missing, and does not merely name it. */
function saysMissing(line) {
    return names(line) && MISSING.test(line);
}
/** Returns whether the last traceback's error, or a line after it, names a variable. */
function endsInNamingTrace(stream) {
    const start = stream.findLastIndex(beginsTrace);
    const error = stream.findIndex((line, index) => index > start && ERROR_LINE.test(line));
    if (start === -1 || error === -1)
        return stream.some(saysMissing);
    return !/^NameError\b/.test(stream[error] ?? '') && stream.slice(error).some(names);
}
function beginsTrace(line) {
    return line.startsWith('Traceback (most recent call last):');
}
const ERROR_LINE = /^[A-Za-z_][\w.]*(:|$)/;
function shown({ stream, line }) {
    return (0,untrusted_text/* sanitizeLine */.g$)(stream[line] ?? '')
        .trim()
        .slice(0, 300);
}
function endOfOutput(output) {
    const last = output.findLast((line) => line.trim() !== '');
    return last === undefined ? 'no output' : (0,untrusted_text/* sanitizeLine */.g$)(last).trim().slice(0, 300);
}
/** Returns the error of Python's last traceback, such as `KeyError: 'KOLENA_TOKEN'`. */
function readTraceback(output) {
    const start = output.findLastIndex(beginsTrace);
    if (start === -1)
        return undefined;
    const message = output.slice(start + 1).find((line) => ERROR_LINE.test(line));
    return message === undefined ? undefined : (0,untrusted_text/* sanitizeLine */.g$)(message).slice(0, 300);
}


/***/ }),

/***/ 1403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyImage: () => (/* binding */ verifyImage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/docker/container.js
var container = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/src/docker/leftovers.js
var leftovers = __webpack_require__(7922);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/util/scope.js
var scope = __webpack_require__(2370);
// EXTERNAL MODULE: ./build/src/image/dockerfile/stages.js
var stages = __webpack_require__(4743);
// EXTERNAL MODULE: ./build/src/docker/image.js
var docker_image = __webpack_require__(4639);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var docker_reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/image/reuse/base-images.js
var base_images = __webpack_require__(8654);
;// CONCATENATED MODULE: ./build/src/image/layers/base-layers.js





/** Maximum milliseconds to wait for a registry's answer about a base image. Reading all layers takes hardly longer. */
const MAX_WAIT = 10_000;
/**
 * Counts the layers of an image that belong to its base image. A layer belongs to the base image only if a base image
 * that existed before the run has its diff id in the same place, and if BuildKit counted as many steps as layers
 * remain. All other layers count as part of this build.
 *
 * @returns undefined if the two cannot be distinguished, so that every layer has to be read
 */
async function countBaseLayers(caller, image, chain, record) {
    const steps = countSteps(chain, record.log);
    if (!steps)
        return undefined;
    const candidates = chain.image === 'scratch' ? [[]] : await readCandidates(caller, image, chain.image, record);
    const base = candidates.find((layers) => layers.every((layer, index) => layer === image.layerDigests[index]));
    if (!base)
        return undefined;
    const added = image.layerDigests.length - base.length;
    return steps.fewest <= added && added <= steps.most ? base.length : undefined;
}
/**
 * Returns the minimum and maximum number of layers that the steps in BuildKit's log create. WORKDIR may create none.
 * @returns undefined if the log does not match the Dockerfile
 */
function countSteps({ image, stages, alone }, log) {
    let most = 0;
    for (const [index, { name, index: place, instructions }] of stages.entries()) {
        const counted = log.countSteps([name ?? `stage-${place}`, `stage-${place}`, ...(alone ? [''] : [])]);
        const standsOnImage = index === 0 && image !== 'scratch';
        if (!counted && !standsOnImage && !instructions.some(isStep))
            continue;
        if (counted?.fromImage !== standsOnImage)
            return undefined;
        most += counted.total - (standsOnImage ? 1 : 0);
    }
    const workdirs = stages.flatMap(({ instructions }) => instructions.filter((one) => one.keyword === 'WORKDIR'));
    return { fewest: most - workdirs.length, most };
}
function isStep({ keyword }) {
    return /^(?:ADD|COPY|RUN|WORKDIR)$/.test(keyword);
}
/** Reads the diff ids of the image that BuildKit used under a name: for an index, of each image for the platform. */
async function readCandidates(caller, { facts }, name, { log: { images }, bases, ownImages }) {
    const [reference, ...others] = [...images].filter((one) => nameOf(one) === nameOf(name));
    if (reference === undefined || others.length > 0)
        return [];
    const digest = (0,docker_reference/* parseReference */.F2)(reference).digest;
    const known = bases.get(reference.replace(/@.*$/, '')) ?? bases.get(reference);
    // This is another evaluator of this run, whose layers may contain a secret.
    if ([known?.id, digest].some((one) => one !== undefined && ownImages.has(one)))
        return [];
    if (digest === undefined)
        return known ? [known.layerDigests] : [];
    const names = [known?.id, ...(known?.repoDigests ?? [])];
    if (known && names.some((one) => one?.endsWith(digest)))
        return [known.layerDigests];
    const [pulled] = await (0,docker_image/* inspectImages */.J2)(caller, [reference]);
    if (pulled && ownImages.has(pulled.id))
        return [];
    return pulled ? [pulled.layerDigests] : await askRegistry(reference, digest, facts.platform, caller.signal);
}
/** Returns the full name without its digest: `docker.io/library/python:3.12`; undefined if the name is invalid. */
function nameOf(image) {
    try {
        const { tag, digest } = (0,docker_reference/* parseReference */.F2)(image);
        const { domain, path } = (0,base_images/* normalized */.A9)(image);
        const name = { ...(domain !== undefined && { domain }), path };
        return (0,docker_reference/* formatReference */.FH)({ ...name, ...((tag || !digest) && { tag: tag ?? 'latest' }) });
    }
    catch {
        return undefined;
    }
}
async function askRegistry(reference, digest, platform, signal) {
    try {
        const repository = await (0,base_images/* openImage */.UY)(reference, AbortSignal.any([signal, AbortSignal.timeout(MAX_WAIT)]));
        const manifest = await repository.findManifest(digest);
        const alike = manifest?.content.manifests?.filter((one) => one.platform && `${one.platform.os}/${one.platform.architecture}` === platform);
        const manifests = alike
            ? await Promise.all(alike.map((one) => repository.findManifest(one.digest)))
            : [manifest];
        const facts = await Promise.all(manifests.map((one) => one && repository.readFacts(one)));
        return facts.flatMap((one) => (one?.layerDigests ? [one.layerDigests] : []));
    }
    catch (error) {
        signal.throwIfAborted();
        log/* info */.pq(`The base image ${reference} could not be looked up, so all layers are read: ${(0,errors/* messageOf */.bD)(error)}`);
        return [];
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/docker/engine.js
var engine = __webpack_require__(4942);
;// CONCATENATED MODULE: ./build/src/image/layers/history.js


const History = schemas/* array */.YOg(schemas/* object */.Ikc({ CreatedBy: schemas/* string */.YjP(), Size: schemas/* number */.aig() }));
/**
 * Returns an image's history, or undefined if the engine cannot read it. An engine with the containerd store does not
 * unpack an image for a platform that it cannot run, and older versions need the unpacked image to read the history.
 */
async function readHistory(caller, image) {
    const history = await (0,engine/* findJson */.ov)(caller, { method: 'GET', path: `/images/${image}/history` }, History);
    return history?.map(({ CreatedBy, Size }) => ({ createdBy: CreatedBy, size: Size })).reverse();
}
/**
 * Finds the history entries of the Dockerfile's instructions and the layer of each, so that a finding can name a line.
 * BuildKit writes one entry per instruction of the stages that the image is built from, so they are the last entries;
 * each must begin with the keyword of its instruction. This does not decide which layers belong to the base image.
 *
 * @param layers the number of layers of the image
 * @param added the number of layers that this build may have added
 * @param stages the stages that the image is built from, from lowest to highest; undefined if they are unknown
 * @returns undefined if the Dockerfile and the history do not match
 */
function findAddedSteps(history, layers, added, stages) {
    // An ONBUILD in one of our own stages adds instructions to the next stage that the Dockerfile does not show there.
    const isTrigger = ({ keyword }) => keyword === 'ONBUILD';
    if (!stages || stages.slice(0, -1).some(({ instructions }) => instructions.some(isTrigger)))
        return undefined;
    const instructions = stages.flatMap((stage) => stage.instructions).filter((one) => !isTrigger(one));
    if (history.length < instructions.length)
        return undefined;
    const entries = history.slice(history.length - instructions.length);
    const steps = [];
    const made = entries.filter((entry, index) => makesLayer(instructions[index], entry)).length;
    if (made > added)
        return undefined;
    let layer = layers - made;
    for (const [index, entry] of entries.entries()) {
        const instruction = instructions[index];
        if (!instruction || !entry.createdBy.toUpperCase().startsWith(instruction.keyword))
            return undefined;
        steps.push({ ...entry, instruction, layer: makesLayer(instruction, entry) ? layer++ : undefined });
    }
    return steps;
}
/**
 * Returns the non-empty layers of an image, from lowest to highest.
 * @param added the number of layers that do not belong to the base image; undefined if it is unknown
 */
function layerSizes(history, steps, added) {
    const below = history.slice(0, history.length - (steps?.length ?? 0));
    const own = steps?.filter(({ layer }) => layer !== undefined).length ?? 0;
    // Layers that triggers of the base image created are between its own layers and those of the Dockerfile.
    const made = below.filter(hasLayer);
    const triggered = made.slice(made.length - ((added ?? own) - own));
    const sizes = [
        ...below.map((entry) => ({
            text: instructionOf(entry),
            line: undefined,
            size: entry.size,
            base: added !== undefined && !triggered.includes(entry),
        })),
        ...(steps ?? []).map(({ instruction: { text, line }, size }) => ({ text, line, size, base: false })),
    ];
    return sizes.filter(({ size }) => size > 0);
}
function hasLayer({ createdBy, size }) {
    return size > 0 || /^(?:RUN|COPY|ADD|WORKDIR) (?!\/(?: |$))/.test(createdBy);
}
/** Removes the text that the builder adds around an instruction, especially the values of build arguments. */
function instructionOf({ createdBy }) {
    const text = createdBy
        .replace(/ # buildkit$/, '')
        .replace(/^RUN \|\d+ .*?(?=\/bin\/sh -c )/s, 'RUN ')
        .replace(/^(RUN )?\/bin\/sh -c (#\(nop\) +)?/, (_, run = '', nop = '') => (nop ? '' : run || 'RUN '));
    return text.trim() || 'imported';
}
/**
 * Returns whether BuildKit creates a layer, even an empty one, for an instruction. WORKDIR of the root creates none.
 */
function makesLayer(instruction, { createdBy }) {
    const keyword = instruction?.keyword ?? '';
    return /^(RUN|COPY|ADD)$/.test(keyword) || (keyword === 'WORKDIR' && !/^WORKDIR \/( |$)/.test(createdBy));
}

// EXTERNAL MODULE: ./build/src/docker/engine-error.js
var engine_error = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/src/docker/owner.js
var owner = __webpack_require__(225);
// EXTERNAL MODULE: ./build/src/docker/push.js + 1 modules
var push = __webpack_require__(5766);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
;// CONCATENATED MODULE: ./build/src/image/layers/tar.js


const TYPES = {
    file: 'file',
    'contiguous-file': 'file',
    directory: 'directory',
    link: 'link',
    symlink: 'link',
    'character-device': 'other',
    'block-device': 'other',
    fifo: 'other',
};
/**
 * Reads the entries of a tar archive in order, in bounded memory. Throws if the archive is damaged or not an archive,
 * and for an entry of an unknown type, whose content may be stored elsewhere.
 */
async function* readTar(source) {
    const archive = (0,tar_stream.extract)();
    // An error in the source ends the archive, and therefore the loop.
    (0,external_node_stream_.pipeline)(source, archive, () => { });
    for await (const entry of archive) {
        const { name, type, linkname, size = 0 } = entry.header;
        const kind = TYPES[String(type)];
        if (kind === undefined)
            throw new Error(`/${name} is an entry of a type that cannot be read`);
        const chunks = entry[Symbol.asyncIterator]();
        yield { path: name, type: kind, linkname: linkname ?? undefined, size, body: withoutEnd(chunks) };
        await drain(chunks);
    }
}
/** Returns the chunks for use in several loops: a loop that ends early does not end the source. */
function withoutEnd(chunks) {
    return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
}
async function drain(chunks) {
    while (!(await chunks.next()).done)
        ;
}

;// CONCATENATED MODULE: ./build/src/image/layers/blobs.js




/** Reads blobs that may be layers, and identifies them by the digest of their uncompressed content: the diff id. */
class BlobReader {
    #visitor;
    #read = new Map();
    #problem = 'the engine did not send its content';
    constructor(visitor) {
        this.#visitor = visitor;
    }
    /** Reads a blob completely, whatever its type. */
    async read(body) {
        const chunks = body[Symbol.asyncIterator]();
        try {
            const visitor = this.#visitor();
            this.#read.set(await visitLayer(chunks, visitor), visitor);
        }
        catch (error) {
            // Other blobs, such as a configuration, are not archives, and their results are never requested.
            if (error instanceof DecompressionError)
                this.#problem = error.message;
        }
        await drain(chunks);
    }
    /** Returns the results for the wanted layers, by the digests that the engine reports. */
    layers({ layerDigests }, wanted) {
        const read = new Map();
        const unread = new Map();
        for (const layer of wanted) {
            const visitor = this.#read.get(layerDigests[layer] ?? '');
            if (visitor)
                read.set(layer, visitor);
            else
                unread.set(layer, this.#problem);
        }
        return { read, unread };
    }
}
/** Reads a layer, which is a tar archive that may be compressed, and returns the digest of the archive. */
async function visitLayer(chunks, visitor) {
    const first = await chunks.next();
    const start = first.done ? Buffer.alloc(0) : first.value;
    const whole = (async function* () {
        yield start;
        yield* withoutEnd(chunks);
    })();
    const decompress = decompressor(start);
    const plain = decompress
        ? (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(whole), decompress, () => { })
        : whole;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const hashed = (async function* () {
        for await (const chunk of plain) {
            hash.update(chunk);
            yield chunk;
        }
    })();
    for await (const entry of readTar(hashed))
        await visitor.visit(entry);
    return `sha256:${hash.digest('hex')}`;
}
class DecompressionError extends Error {
}
function decompressor(start) {
    if (start[0] === 0x1f && start[1] === 0x8b)
        return external_node_zlib_.createGunzip();
    if (start.length < 4 || start.readUInt32LE(0) !== 0xfd2fb528)
        return undefined;
    // Node.js supports zstd since version 22.15.
    if (typeof external_node_zlib_.createZstdDecompress === 'function')
        return external_node_zlib_.createZstdDecompress();
    throw new DecompressionError(`it is compressed with zstd, which Node ${process.version} cannot read`);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/src/util/listen.js
var listen = __webpack_require__(859);
// EXTERNAL MODULE: ./build/src/util/read-all.js
var read_all = __webpack_require__(3150);
;// CONCATENATED MODULE: ./build/src/image/layers/layer-registry.js





/** Maximum bytes of a manifest. Engines write a few kilobytes. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const Descriptor = schemas/* object */.Ikc({ digest: schemas/* string */.YjP() });
const Manifest = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ config: Descriptor, layers: schemas/* array */.YOg(Descriptor) }),
    schemas/* object */.Ikc({ manifests: schemas/* array */.YOg(Descriptor) }),
]);
async function startLayerRegistry() {
    const path = `evaluator-action/${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    const manifests = [];
    const blobs = new Map();
    const wanted = new Map();
    const server = (0,external_node_http_.createServer)((request, response) => {
        answer(request, response).catch(() => response.destroy());
    });
    async function answer(request, response) {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
        const [, kind = '', name = ''] = /^\/(blobs|manifests)\/(?:.*\/)?([^/]*)$/.exec(pathname.startsWith(`/v2/${path}/`) ? pathname.slice(`/v2/${path}`.length) : '') ?? [];
        const digest = searchParams.get('digest') ?? name;
        const reply = (status, headers = {}) => {
            request.resume();
            response.writeHead(status, headers).end();
        };
        const has = () => kind === 'blobs' && !wanted.has(digest);
        if (pathname === '/v2/')
            return reply(200);
        if (kind === '')
            return reply(404);
        if (request.method === 'POST')
            return reply(202, { location: pathname });
        if (request.method !== 'PUT')
            return reply(has() ? 200 : 404, has() ? { 'docker-content-digest': digest } : {});
        const read = kind === 'blobs' ? takeBlob : takeManifest;
        const taken = await read(digest, request);
        return taken === undefined ? reply(400) : reply(201, { 'docker-content-digest': taken });
    }
    async function takeBlob(digest, body) {
        const read = wanted.get(digest);
        if (!read)
            return digest;
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const source = body[Symbol.asyncIterator]();
        const next = async () => {
            const chunk = await source.next();
            if (!chunk.done)
                hash.update(chunk.value);
            return chunk;
        };
        // The stream must stay open, because the part that the reader leaves unread is hashed as well.
        const content = await read(digest, { [Symbol.asyncIterator]: () => ({ next }) });
        while (!(await next()).done)
            ;
        if (`sha256:${hash.digest('hex')}` !== digest)
            return undefined;
        blobs.set(digest, content);
        return digest;
    }
    async function takeManifest(name, body) {
        const content = await (0,read_all/* readAll */.y)(body, MAX_MANIFEST_BYTES, () => new Error('the manifest is too large'));
        const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}`;
        if (name.includes(':') && name !== digest)
            return undefined;
        const { data } = Manifest.safeParse(JSON.parse(content.toString('utf8')));
        const digests = (descriptors) => descriptors.map((one) => one.digest);
        if (data && 'manifests' in data)
            manifests.push({ digest, manifests: digests(data.manifests) });
        else if (data)
            manifests.push({ digest, config: data.config.digest, layers: digests(data.layers) });
        return digest;
    }
    const port = await (0,listen/* listenOnFreePort */.A)(server);
    return {
        repository: `127.0.0.1:${port}/${path}`,
        manifests,
        blobs,
        want(digests, reader) {
            for (const digest of digests)
                wanted.set(digest, reader);
        },
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
/**
 * Finds the manifest of an image among those that an engine pushed for it.
 *
 * @param id the engine's id of the image: the digest of its configuration, its manifest or its index
 * @param layers the number of its layers
 */
function findManifest(manifests, id, layers) {
    const indexed = manifests.flatMap((one) => (one.digest === id && 'manifests' in one ? one.manifests : []));
    return manifests
        .filter((one) => 'layers' in one)
        .find((one) => one.layers.length === layers &&
        (one.config === id || one.digest === id || indexed.includes(one.digest)));
}

;// CONCATENATED MODULE: ./build/src/image/layers/layers.js











/**
 * Reads the content of some layers of an image. The other layers, such as those of a large base image, cost nothing.
 *
 * If the engine reports the directory of each layer, a container that is never started mounts those directories
 * read-only, and the engine streams them. With the containerd store, the engine pushes the layers to a small registry
 * of our own. If neither works, the engine streams the whole image, and the unwanted layers are discarded. A layer that
 * arrives as an archive must match its digest, so that no byte can be missing.
 *
 * @param wanted the numbers of the layers to read, counted from 0 at the bottom
 * @param visitor creates the visitor of one layer; also called for layers that turn out not to be wanted
 */
async function readLayers(caller, image, wanted, visitor) {
    if (wanted.length === 0)
        return { read: new Map(), unread: new Map() };
    const inDirectories = image.layerDirectories.length > 0;
    try {
        if (inDirectories)
            return await readDirectories(caller, image, wanted, visitor);
        return await readPushed(caller, image, wanted, visitor);
    }
    catch (error) {
        caller.signal.throwIfAborted();
        log/* info */.pq(`The added layers cannot be read alone (${(0,errors/* messageOf */.bD)(error)}); reading the whole image`);
        return await readArchive(caller, image, wanted, visitor);
    }
}
/**
 * Makes the engine push the image twice: first while the registry claims to have every blob, to receive only the
 * manifest, and then while the registry lacks the wanted layers.
 */
async function readPushed(caller, image, wanted, visitor) {
    const registry = await startLayerRegistry();
    const reference = `${registry.repository}:${owner/* NAME_PREFIX */.ve}${(0,owner/* ownProcess */.oz)()}`;
    const blobs = new BlobReader(visitor);
    try {
        await (0,docker_image/* tagImage */.E$)(caller, image.id, reference);
        await (0,push/* pushOnce */.qU)(caller, reference, undefined);
        const manifest = findManifest(registry.manifests, image.id, image.facts.layers);
        if (!manifest)
            throw unreadable('it pushed no manifest of the image');
        const names = wanted.map((layer) => manifest.layers[layer] ?? '');
        registry.want(names, (_, body) => blobs.read(body));
        await (0,push/* pushOnce */.qU)(caller, reference, undefined);
        if (!names.every((name) => registry.blobs.has(name)))
            throw unreadable('it did not push every layer');
        return blobs.layers(image, wanted);
    }
    finally {
        await registry.close();
        await (0,docker_image/* removeTag */.b4)(caller, reference);
    }
}
/** Maximum minutes to read an image, which may have tens of gigabytes. */
const MAX_MINUTES = 60;
const MOUNTS = 'evaluator-action-layers';
async function readDirectories(caller, image, wanted, visitor) {
    const mounts = wanted.map((layer) => ({
        Type: 'bind',
        ReadOnly: true,
        Source: image.layerDirectories[layer],
        Target: `/${MOUNTS}/${layer}`,
    }));
    const settings = {
        Image: image.id,
        Entrypoint: ['none'],
        HostConfig: { NetworkMode: 'none', Mounts: mounts },
    };
    const read = new Map();
    await (0,container/* withContainer */.U)(caller, 'layers', settings, async (id) => {
        const path = `/containers/${id}/archive`;
        const call = { method: 'GET', path, query: { path: `/${MOUNTS}` }, minutes: MAX_MINUTES };
        await (0,engine/* readAnswer */.JN)(caller, call, async (tar) => {
            for await (const entry of readTar(tar)) {
                const [, layer, ...path] = entry.path.replace(/\/$/, '').split('/');
                if (layer === undefined)
                    continue;
                // The directory of a layer comes first, even if it is empty.
                const one = read.get(Number(layer)) ?? visitor();
                read.set(Number(layer), one);
                if (path.length > 0)
                    await one.visit({ ...entry, path: path.join('/') });
            }
        });
    });
    if (!wanted.every((layer) => read.has(layer)))
        throw unreadable('a directory of a layer is missing');
    return { read, unread: new Map() };
}
/** Reads the archive of the image, which also contains other files and does not say which files are layers. */
async function readArchive(caller, image, wanted, visitor) {
    const blobs = new BlobReader(visitor);
    const call = { method: 'GET', path: `/images/${image.id}/get`, minutes: MAX_MINUTES };
    await (0,engine/* readAnswer */.JN)(caller, call, async (archive) => {
        for await (const entry of readTar(archive))
            if (entry.type === 'file' && /^blobs\/|\/layer\.tar$/.test(entry.path))
                await blobs.read(entry.body);
    });
    return blobs.layers(image, wanted);
}
function unreadable(reason) {
    return new engine_error/* EngineError */.NJ(`The Docker engine does not give the layers of the image: ${reason}`, reason);
}

// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/image/dockerfile/variables.js
var variables = __webpack_require__(6615);
// EXTERNAL MODULE: ./build/src/image/verify/findings.js
var verify_findings = __webpack_require__(3547);
;// CONCATENATED MODULE: ./build/src/image/verify/config-checks.js



/** Checks the configuration and history of an image. */
function checkConfig(described, search) {
    const { image } = described;
    const { entrypoint, command, platform, user } = image.facts;
    const [program = '', flag] = entrypoint;
    const place = placeOf(described, 'ENTRYPOINT');
    const findings = [];
    if (entrypoint.length === 0 && command.length === 0)
        findings.push((0,verify_findings/* finding */.gk)('no-entrypoint', 'the image has neither ENTRYPOINT nor CMD', place));
    const { platforms = ['linux/amd64'] } = described;
    if (!platforms.includes(platform))
        findings.push((0,verify_findings/* finding */.gk)('wrong-platform', `the image is for ${platform}, not for ${platforms.join(' or ')}`));
    if (/(^|\/)(ba|da|a)?sh$/.test(program) && flag === '-c')
        findings.push((0,verify_findings/* finding */.gk)('shell-entrypoint', `the entry point is a shell: ${entrypoint.join(' ')}`, place));
    if (/^(root|0)(:|$)/.test(user))
        findings.push((0,verify_findings/* finding */.gk)('root-user', 'the evaluator runs as root', placeOf(described, 'USER')));
    return [...findings, ...checkSecrets(described, search), ...checkVariables(described)];
}
/** Finds secrets, plain or encoded, in the data that anyone who can pull the image can read. */
function checkSecrets({ image, history, steps, dockerfile }, search) {
    if (search.empty)
        return [];
    const { environment, labels, facts } = image;
    const config = { environment, labels, entrypoint: facts.entrypoint, command: facts.command };
    const inConfig = Object.entries(config).flatMap(([part, value]) => {
        const label = search.findIn(JSON.stringify(value));
        return label === undefined ? [] : [(0,verify_findings/* finding */.gk)('secret-in-config', `${label} is in the image's ${part}`)];
    });
    const inHistory = history.flatMap(({ createdBy }, index) => {
        const label = search.findIn(createdBy);
        if (label === undefined)
            return [];
        const step = steps?.[index - (history.length - steps.length)];
        const what = step ? `${step.instruction.keyword} instruction` : `history (step ${index + 1})`;
        return [
            (0,verify_findings/* finding */.gk)('secret-in-config', `${label} is in the image's ${what}`, placeAt(dockerfile, step?.instruction.line)),
        ];
    });
    return [...inConfig, ...inHistory];
}
/** Finds variables and build arguments that are named like a secret. Does not show their values. */
function checkVariables(described) {
    const { image, history, steps } = described;
    const variables = image.environment.flatMap((pair) => named(pair, 'variable'));
    const made = (steps ?? history).flatMap(({ createdBy }) => argumentsIn(createdBy));
    const suspects = [...variables, ...made];
    const distinct = new Map(suspects.map((suspect) => [`${suspect.kind} ${suspect.name}`, suspect]));
    const secrets = [...distinct.values()].map(({ name, kind }) => {
        const id = name === 'KOLENA_TOKEN' ? 'token-variable' : 'secret-like-variable';
        const keyword = kind === 'variable' ? 'ENV' : 'ARG';
        return (0,verify_findings/* finding */.gk)(id, `the ${kind} ${name} has a value in the image`, placeOf(described, keyword, name));
    });
    const gpu = image.environment.find((pair) => /^(NVIDIA_|CUDA_)\w+=/.test(pair));
    return gpu ? [...secrets, (0,verify_findings/* finding */.gk)('gpu-image', `the image sets ${gpu.split('=')[0]}`)] : secrets;
}
function named(pair, kind) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
    // A path such as /run/secrets/token is not a secret itself.
    return (0,secrets/* namesSecret */.L4)(name) && value !== '' && !value.startsWith('/') ? [{ name, kind }] : [];
}
/** Reads build arguments, which BuildKit writes as `ARG NAME=value` and as `RUN |2 A=1 B=2 /bin/sh -c …`. */
function argumentsIn(createdBy) {
    const text = /^(?:ARG|RUN \|\d+) (.*?)(?: \/bin\/sh -c .*)?$/s.exec(createdBy)?.[1] ?? '';
    return [...text.matchAll(/(?:^| )(\w+=\S+)/g)].flatMap(([, pair = '']) => named(pair, 'build argument'));
}
/** Finds the last instruction with a keyword, or the last one that sets a variable. */
function placeOf({ steps, dockerfile }, keyword, variable) {
    const step = steps?.findLast(({ instruction }) => instruction.keyword === keyword && (variable === undefined || namesIn(instruction).includes(variable)));
    return placeAt(dockerfile, step?.instruction.line);
}
/** Returns the names that ENV and ARG set: `A=1 B=2`, or `A 1` in the old form of ENV. */
function namesIn({ keyword, rest }) {
    const words = (0,variables/* splitArguments */.vj)(rest, '\\');
    const isOldForm = keyword === 'ENV' && !words[0]?.includes('=');
    return (isOldForm ? words.slice(0, 1) : words).map((word) => word.split('=', 1)[0] ?? '');
}
function placeAt(file, line) {
    return file === undefined || line === undefined ? undefined : { file, line };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/src/docker/memory.js


/** Files in which Linux counts a container's memory: cgroup v2 and v1, with either cgroup driver of the engine. */
const COUNTERS = [
    (id) => `/sys/fs/cgroup/system.slice/docker-${id}.scope/memory.peak`,
    (id) => `/sys/fs/cgroup/docker/${id}/memory.peak`,
    (id) => `/sys/fs/cgroup/memory/system.slice/docker-${id}.scope/memory.max_usage_in_bytes`,
    (id) => `/sys/fs/cgroup/memory/docker/${id}/memory.max_usage_in_bytes`,
];
/** Milliseconds between two readings. The counter keeps the peak, and disappears with the container. */
const INTERVAL = 50;
/**
 * Measures how much memory a container uses, until the signal is aborted.
 * @param id resolves to the container's id
 * @returns the peak in bytes; undefined if this machine cannot read it, for example if the engine is on another machine
 */
async function watchPeakMemory(id, signal) {
    let peak;
    while (!signal.aborted) {
        const counted = /^[0-9a-f]{64}$/.test(id() ?? '') ? await readCounter(id() ?? '') : undefined;
        if (counted !== undefined)
            peak = Math.max(peak ?? 0, counted);
        await (0,external_node_timers_promises_.setTimeout)(INTERVAL, undefined, { signal }).catch(() => { });
    }
    return peak;
}
async function readCounter(id) {
    for (const path of COUNTERS) {
        const text = await (0,promises_.readFile)(path(id), 'utf8').catch(() => undefined);
        if (text !== undefined && /^\d+\s*$/.test(text))
            return Number(text);
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/src/docker/network.js
var network = __webpack_require__(8408);
// EXTERNAL MODULE: ./build/src/data/exact-json.js
var exact_json = __webpack_require__(1484);
// EXTERNAL MODULE: ./build/src/data/metrics.js
var data_metrics = __webpack_require__(8143);
;// CONCATENATED MODULE: ./build/src/data/parquet-budget.js
/** A problem with a Parquet file. */
class ParquetError extends Error {
}
/** Limits the bytes that all files from one source may take in memory. */
class Budget {
    #limit;
    #left;
    constructor(bytes) {
        this.#limit = bytes;
        this.#left = bytes;
    }
    take(bytes) {
        this.#left -= bytes;
        if (this.#left < 0)
            throw new ParquetError(`takes more than ${Math.round(this.#limit / 1024 ** 2)} MiB in memory`);
    }
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/snappy.js
var snappy = __webpack_require__(7426);
;// CONCATENATED MODULE: ./build/src/data/thrift.js
/** Reads Thrift's compact protocol, as far as Parquet's footers and page headers use it, from untrusted input. */

/** Maximum depth of nesting. Parquet uses six levels. */
const MAX_DEPTH = 12;
/** A struct with fields by number. Reading a field that is missing or has another type throws `ParquetError`. */
class Struct {
    #fields = new Map();
    set(field, value) {
        this.#fields.set(field, value);
    }
    has(field) {
        return this.#fields.has(field);
    }
    int(field) {
        const value = this.#fields.get(field);
        if (typeof value === 'number' && Number.isSafeInteger(value))
            return value;
        throw broken();
    }
    flag(field) {
        return this.#fields.get(field) === true;
    }
    struct(field) {
        return asStruct(this.#fields.get(field));
    }
    structs(field) {
        return this.#list(field).map(asStruct);
    }
    text(field) {
        return asText(this.#fields.get(field));
    }
    texts(field) {
        return this.#list(field).map(asText);
    }
    #list(field) {
        const value = this.#fields.get(field);
        if (Array.isArray(value))
            return value;
        throw broken();
    }
}
/** Reads the struct at the beginning of the bytes, and returns it with its length in bytes. */
function readStruct(bytes) {
    const reader = new Reader(bytes);
    const value = reader.struct(0);
    return { value, length: reader.at };
}
class Reader {
    #bytes;
    at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    struct(depth) {
        if (depth > MAX_DEPTH)
            throw broken();
        const struct = new Struct();
        let field = 0;
        for (;;) {
            const byte = this.#byte();
            const type = byte & 0x0f;
            if (type === 0)
                return struct;
            field = byte >> 4 ? field + (byte >> 4) : this.#zigzag();
            struct.set(field, type <= 2 ? type === 1 : this.#value(type, depth));
        }
    }
    #value(type, depth) {
        switch (type) {
            case 1:
            case 2:
                return this.#byte() === 1;
            case 3:
                return this.#byte();
            case 4:
            case 5:
            case 6:
                return this.#zigzag();
            case 7:
                this.#bytesOf(8);
                // Doubles occur only in fields that are skipped.
                return Number.NaN;
            case 8:
                return this.#bytesOf(this.#varint());
            case 9:
            case 10:
                return this.#list(depth + 1);
            case 12:
                return this.struct(depth + 1);
            default:
                throw broken();
        }
    }
    #list(depth) {
        if (depth > MAX_DEPTH)
            throw broken();
        const byte = this.#byte();
        const count = byte >> 4 === 15 ? this.#varint() : byte >> 4;
        // Every item has at least one byte.
        if (count > this.#bytes.length - this.at)
            throw broken();
        const values = [];
        for (let index = 0; index < count; index++)
            values.push(this.#value(byte & 0x0f, depth));
        return values;
    }
    #byte() {
        const byte = this.#bytes[this.at++];
        if (byte === undefined)
            throw broken();
        return byte;
    }
    #bytesOf(count) {
        if (count > this.#bytes.length - this.at)
            throw broken();
        this.at += count;
        return this.#bytes.subarray(this.at - count, this.at);
    }
    /** Reads an integer, exact up to 2^53; larger values cannot be sizes in a file. */
    #varint() {
        let value = 0;
        for (let shift = 0; shift < 70; shift += 7) {
            const byte = this.#byte();
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80)
                return value;
        }
        throw broken();
    }
    #zigzag() {
        const value = this.#varint();
        return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
}
function asStruct(value) {
    if (value instanceof Struct)
        return value;
    throw broken();
}
function asText(value) {
    if (value instanceof Uint8Array)
        return Buffer.from(value).toString('utf8');
    throw broken();
}
function broken() {
    return new ParquetError('has a footer or a page that cannot be read');
}

;// CONCATENATED MODULE: ./build/src/data/parquet.js
/**
 * Reads columns of an untrusted Parquet file. Every size that the file claims is checked before memory is reserved for
 * it, and a budget limits the memory of all pages and cells. hyparquet, which reads trusted files faster, reserves
 * whatever a footer, a page header or a run length claims. Supports what pandas writes: flat columns of text and
 * numbers, plain or with a dictionary, uncompressed or with Snappy.
 */




/** Maximum bytes of a footer. pandas writes a few kilobytes. */
const MAX_FOOTER_BYTES = 4 * 1024 ** 2;
/** The bytes that a cell takes in addition to its text. */
const CELL = 16;
const MAGIC = 'PAR1';
const [BYTE_ARRAY, INT32, INT64, FLOAT, DOUBLE] = [6, 1, 2, 4, 5];
const [PLAIN, PLAIN_DICTIONARY, RLE_DICTIONARY] = [0, 2, 8];
const [DATA_PAGE, INDEX_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2] = [0, 1, 2, 3];
const typeNames = ['booleans', 'INT32', 'INT64', 'INT96', 'FLOAT', 'DOUBLE', 'text', 'fixed-length bytes'];
const codecs = ['none', 'Snappy', 'gzip', 'LZO', 'Brotli', 'LZ4', 'Zstandard', 'LZ4'];
/** Returns the number of rows from the footer. Throws `ParquetError` if this is not a Parquet file. */
function countRows(bytes) {
    return readFooter(bytes).int(3);
}
/** Reads columns by name. Throws `ParquetError`, which says what is wrong with the file. */
function readColumns(bytes, wanted, budget) {
    const footer = readFooter(bytes);
    const rows = footer.int(3);
    const optional = columnKinds(footer);
    const columns = new Map();
    for (const group of footer.structs(4)) {
        for (const chunk of group.structs(1)) {
            const column = chunk.struct(3);
            const path = column.texts(3);
            const [name = ''] = path;
            if (!wanted.includes(name))
                continue;
            const kind = optional.get(name);
            if (path.length > 1 || kind === undefined || kind === 'repeated')
                throw new ParquetError(`the column ${name} is nested, but must hold text`);
            const cells = columns.get(name) ?? [];
            columns.set(name, cells);
            // Some writers leave out the pages of an empty column, and their position.
            if (group.int(3) === 0)
                continue;
            new ColumnReader(bytes, name, column, kind === 'optional', budget).readInto(cells, group.int(3));
        }
    }
    for (const [name, { length }] of columns)
        if (length !== rows)
            throw new ParquetError(`the column ${name} has ${length} of ${rows} rows`);
    return { rows, columns };
}
function readFooter(bytes) {
    const view = viewOf(bytes);
    const end = bytes.length - 8;
    if (end < 4 || parquet_text(bytes.subarray(0, 4)) !== MAGIC || parquet_text(bytes.subarray(end + 4)) !== MAGIC)
        throw new ParquetError('is not a Parquet file');
    const length = view.getUint32(end, true);
    if (length > end - 4 || length > MAX_FOOTER_BYTES)
        throw new ParquetError(`has a footer of ${length} bytes, which is impossible`);
    const footer = readStruct(bytes.subarray(end - length, end)).value;
    if (footer.int(3) < 0)
        throw new ParquetError('has a negative number of rows');
    return footer;
}
/** Reads whether the cells of each top-level column may be null, or are lists. */
function columnKinds(footer) {
    const [, ...elements] = footer.structs(2);
    const kinds = ['required', 'optional', 'repeated'];
    const columns = elements.map((element) => {
        const kind = element.has(5) && element.int(5) > 0 ? 'repeated' : (kinds[element.int(3)] ?? 'repeated');
        return [element.text(4), kind];
    });
    return new Map(columns);
}
/** One column of one row group. */
class ColumnReader {
    #bytes;
    #name;
    #type;
    #codec;
    #optional;
    #budget;
    #end;
    #at;
    #dictionary = [];
    constructor(bytes, name, column, optional, budget) {
        this.#bytes = bytes;
        this.#name = name;
        this.#type = column.int(1);
        this.#codec = column.int(4);
        this.#optional = optional;
        this.#budget = budget;
        const data = column.int(9);
        const dictionary = column.has(11) ? column.int(11) : 0;
        this.#at = dictionary > 0 ? Math.min(dictionary, data) : data;
        this.#end = this.#at + column.int(7);
        if (this.#at < 4 || this.#end < this.#at || this.#end > bytes.length)
            throw this.#broken('its pages are outside of the file');
        if (this.#codec > 1)
            throw this.#broken(`it is compressed with ${codecs[this.#codec] ?? 'an unknown codec'}`);
    }
    readInto(cells, rows) {
        const last = cells.length + rows;
        while (cells.length < last && this.#at < this.#end)
            this.#readPage(cells, last - cells.length);
        if (cells.length !== last)
            throw this.#broken('a part of its pages is missing');
    }
    #readPage(cells, most) {
        const { value: header, length } = readStruct(this.#bytes.subarray(this.#at, this.#end));
        const start = this.#at + length;
        const size = header.int(3);
        if (size < 0 || start + size > this.#end)
            throw this.#broken('a page ends behind its end');
        this.#at = start + size;
        const page = this.#bytes.subarray(start, start + size);
        const type = header.int(1);
        if (type === INDEX_PAGE)
            return;
        if (type === DICTIONARY_PAGE) {
            const content = this.#uncompress(page, header.int(2));
            this.#dictionary = this.#plain(content, header.struct(7).int(1));
        }
        else if (type === DATA_PAGE) {
            const data = header.struct(5);
            const count = this.#count(data, most);
            const content = this.#uncompress(page, header.int(2));
            const levels = this.#optional ? viewOf(content).getUint32(0, true) : 0;
            const values = this.#optional ? 4 + levels : 0;
            const present = this.#optional && readRuns(content.subarray(4, values), 1, count);
            this.#addCells(cells, content.subarray(values), data.int(2), count, present);
        }
        else if (type === DATA_PAGE_V2) {
            const data = header.struct(8);
            const count = this.#count(data, most);
            const levels = data.int(5) + data.int(6);
            if (levels < 0 || levels > page.length)
                throw this.#broken('a page ends behind its end');
            const packed = page.subarray(levels);
            const content = data.has(7) && !data.flag(7) ? packed : this.#uncompress(packed, header.int(2) - levels);
            const present = this.#optional && readRuns(page.subarray(data.int(6), levels), 1, count);
            this.#addCells(cells, content, data.int(4), count, present);
        }
        else
            throw this.#broken(`it has a page of the unknown type ${type}`);
    }
    #count(data, most) {
        const count = data.int(1);
        if (count < 0 || count > most)
            throw this.#broken(`a page claims ${count} of ${most} cells`);
        this.#budget.take(count * CELL);
        return count;
    }
    #uncompress(page, size) {
        if (this.#codec === 0)
            return page;
        this.#budget.take(Math.max(0, size));
        const content = new Uint8Array(Math.max(0, size));
        try {
            (0,snappy/* snappyUncompress */.t)(page, content);
        }
        catch (cause) {
            throw this.#broken('a page cannot be uncompressed', cause);
        }
        return content;
    }
    #addCells(cells, content, encoding, count, present) {
        const filled = present ? present.reduce((sum, level) => sum + level, 0) : count;
        const values = this.#values(content, encoding, filled);
        let next = 0;
        for (let row = 0; row < count; row++) {
            const cell = !present || present[row] ? (values[next++] ?? null) : null;
            // A dictionary stores a long text once, but each row of it takes memory again.
            if (typeof cell === 'string')
                this.#budget.take(cell.length);
            cells.push(cell);
        }
    }
    #values(content, encoding, count) {
        if (count === 0)
            return [];
        if (encoding === PLAIN)
            return this.#plain(content, count);
        if (encoding !== PLAIN_DICTIONARY && encoding !== RLE_DICTIONARY)
            throw this.#broken('it has an encoding that pandas does not write');
        const [width = 0] = content;
        if (width > 32)
            throw this.#broken('its dictionary is invalid');
        return Array.from(readRuns(content.subarray(1), width, count), (index) => {
            const value = this.#dictionary[index];
            if (value === undefined)
                throw this.#broken('a cell is not in its dictionary');
            return value;
        });
    }
    #plain(content, count) {
        const view = viewOf(content);
        const width = { [INT32]: 4, [FLOAT]: 4, [INT64]: 8, [DOUBLE]: 8, [BYTE_ARRAY]: 4 }[this.#type];
        if (width === undefined)
            throw this.#broken(`it holds ${typeNames[this.#type] ?? 'an unknown type'}`);
        if (count < 0 || count * width > content.length)
            throw this.#broken('a part of a page is missing');
        this.#budget.take(count * CELL);
        if (this.#type === BYTE_ARRAY)
            return this.#texts(content, view, count);
        return Array.from({ length: count }, (_, index) => {
            const at = index * width;
            if (this.#type === INT32)
                return view.getInt32(at, true);
            if (this.#type === INT64)
                return Number(view.getBigInt64(at, true));
            return this.#type === FLOAT ? view.getFloat32(at, true) : view.getFloat64(at, true);
        });
    }
    #texts(content, view, count) {
        const texts = [];
        let at = 0;
        for (let index = 0; index < count; index++) {
            if (at + 4 > content.length)
                throw this.#broken('a part of a page is missing');
            const end = at + 4 + view.getUint32(at, true);
            if (end > content.length)
                throw this.#broken('a part of a page is missing');
            texts.push(parquet_text(content.subarray(at + 4, end)));
            at = end;
        }
        return texts;
    }
    #broken(reason, cause) {
        return new ParquetError(`the column ${this.#name} cannot be read: ${reason}`, { cause });
    }
}
/** Reads at most `count` numbers of `width` bits from Parquet's mix of repetitions and packed bits. */
function readRuns(bytes, width, count) {
    const values = new Uint32Array(count);
    const bytesOfValue = Math.ceil(width / 8);
    let at = 0;
    let filled = 0;
    while (filled < count) {
        let header = 0;
        for (let shift = 0;; shift += 7) {
            const byte = bytes[at++];
            if (byte === undefined || shift > 28)
                throw new ParquetError('a run of values breaks off');
            header += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80)
                break;
        }
        const length = Math.floor(header / 2);
        if (header % 2 === 0) {
            let value = 0;
            for (let byte = 0; byte < bytesOfValue; byte++)
                value += (bytes[at++] ?? 0) * 2 ** (8 * byte);
            const end = Math.min(count, filled + length);
            values.fill(value, filled, end);
            filled = end;
        }
        else {
            if (at + Math.min(length * width, Math.ceil(((count - filled) * width) / 8)) > bytes.length)
                throw new ParquetError('a run of values breaks off');
            const end = Math.min(count, filled + length * 8);
            for (let bit = at * 8; filled < end; filled++) {
                let value = 0;
                for (let digit = 0; digit < width; digit++, bit++)
                    if (((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1)
                        value += 2 ** digit;
                values[filled] = value;
            }
            at += length * width;
        }
    }
    return values;
}
function viewOf(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function parquet_text(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/decode.js




/** Maximum bytes that all frames of a run may take in memory. */
const MAX_MEMORY_BYTES = 256 * 1024 ** 2;
/** Maximum values of test cases and the test suite together: a thousand test cases with a hundred metrics each. */
const MAX_VALUES = 100_000;
/** Maximum values in a run's plots that JSON.parse cannot read because they contain NaN. */
const MAX_PLOT_VALUES = 500_000;
/** Maximum rows of metrics of test cases and the test suite together: a thousand test cases with ten configurations. */
const MAX_ROWS = 10_000;
const MAX_PLOTS = 10_000;
/** Maximum problems that are shown. Others are only counted. */
const MAX_PROBLEMS = 3;
/** Maximum problems before reading stops, because the frames are not in the expected format. */
const MAX_COUNTED_PROBLEMS = 1000;
const DEPTH = 64;
const names = {
    'upload-test-sample-metrics': 'test sample metrics',
    'upload-test-sample-thresholded-metrics': 'thresholded test sample metrics',
    'upload-test-case-metrics': 'test case metrics',
    'upload-test-case-plots': 'test case plots',
    'upload-test-suite-metrics': 'test suite metrics',
};
const limits = {
    'upload-test-sample-metrics': `${data_metrics/* MAX_SAMPLE_VALUES */.Rb} metrics of one sample`,
    'upload-test-sample-thresholded-metrics': `${data_metrics/* MAX_SAMPLE_VALUES */.Rb} metrics of one sample`,
    'upload-test-case-metrics': `${MAX_VALUES} metrics of test cases and the test suite`,
    'upload-test-case-plots': `${MAX_PLOT_VALUES} values of plots with NaN`,
    'upload-test-suite-metrics': `${MAX_VALUES} metrics of test cases and the test suite`,
};
/** Reads the uploads of one run without trusting them. A part that cannot be read becomes a problem. */
function decodeMetrics(uploads, fixture) {
    return new Decoder(fixture).decode(uploads);
}
class Decoder {
    #fixture;
    #budget = new Budget(MAX_MEMORY_BYTES);
    #values = { left: MAX_VALUES };
    #plotValues = { left: MAX_PLOT_VALUES };
    #metrics = { testCases: [], testSuite: [], plots: [], samples: [], sampleCount: 0 };
    #samples = new Set();
    /** By test case and configuration. */
    #groups = new Map();
    #paths = { characters: data_metrics/* MAX_PATH_CHARACTERS */.u3 };
    #problems = [];
    #further = 0;
    #excess;
    constructor(fixture) {
        this.#fixture = fixture;
    }
    decode(uploads) {
        for (const upload of uploads.accepted)
            for (const file of upload.batches)
                this.#attempt(upload, () => this.#readFile(upload, file));
        if (uploads.incomplete)
            this.#excess = 'the evaluator uploaded more than 128 MiB of metrics';
        if (this.#further > 0)
            this.#problems.push(`and ${this.#further} more`);
        const metrics = { ...this.#metrics, sampleCount: this.#samples.size };
        return { metrics, problems: this.#problems, excess: this.#excess };
    }
    #readFile(upload, file) {
        const { kind } = upload;
        if (kind === 'upload-test-sample-metrics' || kind === 'upload-test-sample-thresholded-metrics') {
            this.#readSamples(upload, file);
            return;
        }
        const wanted = ['test_case_id', 'configuration_display_name', 'metrics'];
        const { rows, columns } = readColumns(file, wanted, this.#budget);
        const [ids, configurations, metrics] = wanted.map((name) => columns.get(name));
        for (let row = 0; row < rows; row++)
            this.#attempt(upload, () => {
                const configuration = configurations?.[row] ?? null;
                if (configuration !== null && typeof configuration !== 'string')
                    throw new Problem('the column configuration_display_name does not hold text');
                const testCase = kind === 'upload-test-suite-metrics' ? null : this.#testCase(ids?.[row]);
                const text = textIn('metrics', metrics?.[row]);
                if (kind === 'upload-test-case-plots')
                    this.#addPlot(testCase, configuration, text, row);
                else {
                    const group = { testCase, configuration, metrics: this.#parse(text, row) };
                    if (this.#metrics.testCases.length + this.#metrics.testSuite.length >= MAX_ROWS)
                        throw new exact_json/* TooManyValues */.sF(`${MAX_ROWS} rows of metrics of test cases and the test suite`);
                    if (testCase)
                        this.#metrics.testCases.push(group);
                    else
                        this.#metrics.testSuite.push(group);
                }
            });
    }
    #readSamples({ kind, testCaseId, configuration }, file) {
        const { rows, columns } = readColumns(file, ['test_sample', 'metrics'], this.#budget);
        const thresholded = kind === 'upload-test-sample-thresholded-metrics';
        const group = this.#sampleGroup(testCaseId, configuration);
        for (let row = 0; row < rows; row++)
            this.#attempt({ kind }, () => {
                const metrics = textIn('metrics', columns.get('metrics')?.[row]);
                const sample = this.#sampleKey(textIn('test_sample', columns.get('test_sample')?.[row]), row);
                const values = loosely(metrics, row, { left: data_metrics/* MAX_SAMPLE_VALUES */.Rb });
                countDown(values, { left: data_metrics/* MAX_SAMPLE_VALUES */.Rb });
                if (typeof values !== 'object' || values === null || Array.isArray(values))
                    throw new Problem(`row ${row + 1} of metrics is not an object`);
                this.#samples.add(sample);
                group.keys.push(thresholded ? `${sample}\0${thresholdOf(values)}` : sample);
                group.metrics.push(metrics);
            });
    }
    /** Batches of one upload belong together, and so do plain and thresholded metrics. */
    #sampleGroup(testCaseId, configuration) {
        const testCase = testCaseId === null ? null : this.#testCase(testCaseId);
        const id = JSON.stringify([testCase?.index, configuration]);
        const same = this.#groups.get(id);
        if (same)
            return same;
        if (this.#groups.size >= MAX_ROWS)
            throw new exact_json/* TooManyValues */.sF(`${MAX_ROWS} groups of test sample metrics`);
        const group = { testCase, configuration, keys: [], metrics: [] };
        this.#groups.set(id, group);
        this.#metrics.samples.push(group);
        return group;
    }
    #sampleKey(text, row) {
        const value = loosely(text, row, { left: data_metrics/* MAX_SAMPLE_VALUES */.Rb });
        if (typeof value !== 'object' || value === null)
            throw new Problem(`row ${row + 1} of test_sample is not an object`);
        return canonical(value);
    }
    #addPlot(testCase, configuration, content, row) {
        if (this.#metrics.plots.length >= MAX_PLOTS)
            throw new exact_json/* TooManyValues */.sF(`${MAX_PLOTS} plots`);
        const plot = loosely(content, row, this.#plotValues);
        const title = typeof plot === 'object' && plot !== null && 'title' in plot ? plot.title : undefined;
        this.#metrics.plots.push({
            testCase,
            configuration,
            title: typeof title === 'string' ? title : 'plot',
            content,
        });
    }
    #testCase(id) {
        if (id === undefined)
            throw new Problem('the column test_case_id is missing');
        if (typeof id !== 'number')
            throw new Problem('the column test_case_id does not hold numbers');
        const testCase = this.#fixture.test_cases[id - 1];
        if (!testCase)
            throw new Problem(`test_case_id ${id} is not one of the test suite`);
        return { index: id - 1, name: testCase.name };
    }
    #parse(text, row) {
        try {
            const value = (0,exact_json/* parseExact */.jM)(text, { depth: DEPTH, values: this.#values });
            // The path of a metric repeats the names of what contains it, so short texts may have very long paths.
            (0,data_metrics/* leavesOf */.wf)(value, this.#paths);
            if (value instanceof Map)
                return value;
        }
        catch (error) {
            if (error instanceof exact_json/* TooManyValues */.sF)
                throw error;
            throw new Problem(`row ${row + 1} of metrics: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        throw new Problem(`row ${row + 1} of metrics is not an object`);
    }
    #attempt({ kind }, work) {
        if (this.#excess !== undefined || this.#further >= MAX_COUNTED_PROBLEMS)
            return;
        try {
            work();
        }
        catch (error) {
            if (error instanceof exact_json/* TooManyValues */.sF)
                this.#excess = `the evaluator uploaded more than ${error.message || limits[kind]}`;
            else if (error instanceof Problem || error instanceof ParquetError || error instanceof RangeError)
                this.#note(`${names[kind]}: ${error.message}`);
            else
                throw error;
        }
    }
    #note(problem) {
        if (this.#problems.includes(problem) || this.#problems.length === MAX_PROBLEMS)
            this.#further++;
        else
            this.#problems.push(problem);
    }
}
class Problem extends Error {
}
function textIn(column, cell) {
    if (typeof cell === 'string')
        return cell;
    throw new Problem(cell === undefined ? `the column ${column} is missing` : `the column ${column} does not hold text`);
}
/** Reads a value with JSON.parse, which is fast; otherwise reads Python's NaN and infinities as text. */
function loosely(text, row, values) {
    try {
        return JSON.parse(text);
    }
    catch {
        try {
            return plain((0,exact_json/* parseExact */.jM)(text, { depth: DEPTH, values }));
        }
        catch (error) {
            if (error instanceof exact_json/* TooManyValues */.sF)
                throw error;
            throw new Problem(`row ${row + 1}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}
/** Counts values at any depth. Throws `TooManyValues` if none are left. */
function countDown(value, values) {
    const pending = [value];
    for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
        if (--values.left < 0)
            throw new exact_json/* TooManyValues */.sF();
        if (typeof one === 'object' && one !== null)
            for (const item of Object.values(one))
                pending.push(item);
    }
}
function plain(value) {
    if (value instanceof exact_json/* ExactNumber */.fh)
        return Number.isFinite(value.value) ? value.value : value.text;
    if (Array.isArray(value))
        return value.map(plain);
    return value instanceof Map
        ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]))
        : value;
}
/** Writes JSON with sorted keys and without nulls: different client versions write the same sample differently. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value).filter(([, item]) => item !== null);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
function thresholdOf(values) {
    const { name, threshold } = values;
    return `${name} at ${threshold}`;
}

// EXTERNAL MODULE: ./build/src/data/problems.js
var problems = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/uploads.js

/** The kinds of uploads of metrics, those of samples first. */
const metricsUploads = [
    'upload-test-sample-metrics',
    'upload-test-sample-thresholded-metrics',
    'upload-test-case-metrics',
    'upload-test-case-plots',
    'upload-test-suite-metrics',
];
/** Maximum bytes of all batches of a run. Those of 100,000 samples have about ten million. */
const MAX_BYTES = 128 * 1024 ** 2;
/** Everything that an evaluator uploaded in one run. */
class Uploads {
    #most;
    accepted = [];
    /** Whether batches were dropped because their total size was too large. */
    incomplete = false;
    #batches = new Map();
    #bytes = 0;
    /** @param keep whether to keep the batches, and not only their number of rows */
    constructor(keep = true) {
        this.#most = keep ? MAX_BYTES : 0;
    }
    /** Throws `ParquetError` if a batch is not Parquet. */
    addBatch(uuid, file) {
        const rows = countRows(file);
        const { rows: before = 0, files = [] } = this.#batches.get(uuid) ?? {};
        this.#bytes += file.length;
        if (this.#bytes > this.#most)
            this.incomplete = true;
        else
            files.push(file);
        this.#batches.set(uuid, { rows: before + rows, files });
    }
    /** Returns the number of rows. */
    accept(kind, uuid, testCaseId, configuration) {
        const { rows = 0, files = [] } = this.#batches.get(uuid) ?? {};
        this.accepted.push({ kind, testCaseId, configuration, batches: files });
        return rows;
    }
    /** Returns the number of rows of inferences, which are not kept. */
    countOf(uuid) {
        return this.#batches.get(uuid)?.rows ?? 0;
    }
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/evidence.js



const path = (suffix) => `/v1/generic/${suffix}`;
function readRequests(requests) {
    const bodies = (suffix, root = path(suffix)) => requests.filter((one) => one.path === root).map(({ body }) => (body ?? {}));
    const texts = (values) => values.filter((value) => typeof value === 'string');
    const created = bodies('model/create');
    const suites = bodies('test-suite/load');
    const runs = bodies('test-run/create-or-retrieve');
    return {
        tokens: texts(bodies('', '/v1/token/login').map(({ api_token }) => api_token)),
        models: texts(bodies('model/load').map(({ name }) => name)),
        suites: texts(suites.map(({ name }) => name)),
        versions: suites.map(({ version }) => version === null || version === undefined ? null : Number(version)),
        evaluators: runs.map(({ evaluator }) => (typeof evaluator === 'string' ? evaluator : null)),
        createdModels: texts(created.map(({ name }) => name)),
        workflows: texts(created.map(({ workflow }) => workflow)),
        resets: bodies('test-run/load-remaining-test-samples').some(({ load_all }) => load_all === true) ||
            bodies('test-run/upload-inferences').some(({ reset }) => reset === true),
        triggersEvaluation: bodies('test-run/evaluate').length > 0,
        createdTestRun: runs.length > 0,
        readSamples: bodies('test-run/load-test-sample-inferences').length + bodies('model/load-inferences').length > 0,
        uploads: uploadsIn(requests),
        unknown: requests
            .filter(({ status, reply }) => status === 404 && JSON.stringify(reply).includes('the stand-in does not support'))
            .map(({ method, path }) => `${method} ${path}`),
    };
}
function uploadsIn(requests) {
    return metricsUploads.flatMap((kind) => {
        const accepted = requests.filter((one) => one.path === path(`test-run/${kind}`) && one.status === 200);
        if (accepted.length === 0)
            return [];
        const rows = accepted.map(({ reply }) => reply.n_uploaded ?? 0);
        return [{ kind, rows: rows.reduce((sum, count) => sum + count, 0) }];
    });
}
/** Returns the table of evidence from the run without simulated failures. */
function evidenceOf({ outcome, requests }, scenario, evaluatorName) {
    const asked = readRequests(requests);
    const { token, model, suite, workflow } = scenario;
    const only = (values, wanted) => values.length === 0 ? undefined : values.every((value) => value === wanted);
    const list = (values, none = 'not seen') => values.length === 0 ? none : [...new Set(values)].map((value) => value ?? '(none)').join(', ');
    const versions = asked.versions.map((version) => version ?? 'latest');
    // A run that failed shows nothing about what it did not reach.
    const unproven = outcome.exitCode === 0 ? false : undefined;
    const other = otherWorkflow(asked, outcome, workflow);
    return [
        {
            check: 'logs in with the token from the environment',
            seen: asked.tokens.length === 0 ? 'no login' : only(asked.tokens, token) ? 'yes' : 'another token',
            holds: only(asked.tokens, token) ?? false,
        },
        {
            check: `loads the model "${model.name}"`,
            seen: list(asked.models),
            holds: only(asked.models, model.name),
        },
        {
            check: `loads the test suite "${suite.name}"`,
            seen: list(asked.suites),
            holds: only(asked.suites, suite.name),
        },
        {
            check: `of version ${suite.version}`,
            seen: list(versions),
            holds: only(asked.versions, suite.version),
        },
        {
            check: `reports the evaluator name ${evaluatorName}`,
            seen: list(asked.evaluators),
            holds: only(asked.evaluators, evaluatorName),
        },
        {
            check: `works on the workflow "${workflow}"`,
            seen: other ?? (asked.createdTestRun ? 'yes' : 'not seen'),
            holds: other === undefined ? asked.createdTestRun || undefined : false,
        },
        {
            check: 'does not reset results',
            seen: asked.resets ? 'resets them' : 'no reset',
            holds: !asked.resets,
        },
        {
            check: 'creates no model',
            seen: list(asked.createdModels, 'none'),
            holds: asked.createdModels.length === 0,
        },
        {
            check: 'reads samples and inferences',
            seen: asked.readSamples ? 'yes' : 'no',
            holds: asked.readSamples || unproven,
        },
        {
            check: 'uploads metrics',
            seen: asked.uploads.map(({ kind, rows }) => `${kind.slice('upload-'.length)}: ${rows}`).join(', ') ||
                'none',
            holds: asked.uploads.length > 0 || unproven,
        },
        { check: 'exits with 0', seen: exitOf(outcome), holds: outcome.exitCode === 0 },
    ];
}
/**
 * Returns the workflow of the code if it differs from the one that the evaluator is registered for: "another workflow"
 * if the run does not show its name. The client compares the workflows itself, and its error names both.
 */
function otherWorkflow({ workflows }, { output }, workflow) {
    const created = workflows.find((name) => name !== workflow);
    if (created !== undefined)
        return `the workflow ${(0,problems/* quote */.h)(created)}`;
    const error = output
        .map((line) => line.slice(0, MAX_ERROR_LENGTH))
        .findLast((line) => /WorkflowMismatchError|workflow.* does not match/i.test(line));
    if (error === undefined)
        return undefined;
    const [, ...names] = BOTH_NAMES.exec((0,untrusted_text/* sanitizeLine */.g$)(error)) ?? [];
    const name = names.find((name) => name !== workflow);
    return name === undefined ? 'another workflow' : `the workflow ${(0,problems/* quote */.h)(name)}`;
}
/** Maximum characters of an error that are searched for names. */
const MAX_ERROR_LENGTH = 2000;
const BOTH_NAMES = /workflow '(.*)' does not match expected workflow '(.*)'/;
function exitOf({ exitCode, timedOut, refusal }) {
    if (timedOut)
        return 'did not end in time';
    return refusal === undefined
        ? `exit code ${exitCode ?? 'unknown'}`
        : `not started: ${(0,untrusted_text/* sanitizeLine */.g$)(refusal)}`;
}

// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/fixture.js + 1 modules
var contract_fixture = __webpack_require__(392);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/scenario.js

/** Invents what the platform runs an evaluator with: a model, a test suite and a token. */
function inventScenario(workflow) {
    return {
        token: `contract-${(0,external_node_crypto_.randomBytes)(24).toString('hex')}`,
        workflow,
        model: { id: 101, name: `contract model ${(0,external_node_crypto_.randomBytes)(3).toString('hex')}` },
        suite: { id: 301, name: `contract suite ${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`, version: 3, latest: 7 },
        testRunId: 401,
    };
}
/** Variables that the platform sets for every evaluator. An evaluator cannot work without them. */
const requiredVariables = [
    'KOLENA_TOKEN',
    'KOLENA_MODEL_NAME',
    'KOLENA_TEST_SUITE_NAME',
    'KOLENA_TEST_SUITE_VERSION',
];
/**
 * Returns the environment that the platform gives to an evaluator, as far as the evaluator's registration defines it.
 */
function environmentOf({ token, workflow, model, suite }, apiUrl, registered) {
    return {
        KOLENA_API_URL: apiUrl,
        KOLENA_TOKEN: token,
        KOLENA_MODEL_NAME: model.name,
        KOLENA_TEST_SUITE_NAME: suite.name,
        KOLENA_TEST_SUITE_VERSION: String(suite.version),
        KOLENA_WORKFLOW: workflow,
        ...(registered.secret && { KOLENA_EVALUATOR_SECRET: 'contract-secret' }),
        ...(registered.awsRole !== undefined && {
            KOLENA_EVALUATOR_ASSUME_ROLE_ARN: registered.awsRole,
            KOLENA_EVALUATOR_EXTERNAL_ID: 'contract-external-id',
        }),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/coerce.js
var coerce = __webpack_require__(3846);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/schemas.js
/** Bodies of requests as the vendor's client sends them. Further fields, from other releases, are accepted. */

const id = schemas/* int */.Whr();
const Configuration = schemas/* object */.Ikc({ display_name: schemas/* string */.YjP(), configuration: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) });
const Login = schemas/* object */.Ikc({ api_token: schemas/* string */.YjP(), version: schemas/* string */.YjP() });
const ByName = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
const NewModel = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), workflow: schemas/* string */.YjP() });
// The client converts the variable's text to a number. A text is accepted too, as in the service.
const SuiteByName = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    version: schemas/* nullish */.cl6(coerce/* number */.ai().check(schemas/* int */.Whr())),
});
const TestRun = schemas/* object */.Ikc({
    model_id: id,
    test_suite_id: id,
    evaluator: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    configurations: schemas/* nullish */.cl6(schemas/* array */.YOg(Configuration)),
});
const OfTestRun = schemas/* object */.Ikc({ test_run_id: id });
const Remaining = schemas/* extend */.X$i(OfTestRun, { load_all: schemas/* _default */.Rvf(schemas/* boolean */.zMY(), false) });
const OfTestCase = schemas/* object */.Ikc({ test_case_id: id });
const OfSuite = schemas/* object */.Ikc({ test_suite_id: id });
const Uploaded = schemas/* object */.Ikc({ uuid: schemas/* string */.YjP() });
const UploadedMetrics = schemas/* extend */.X$i(Uploaded, {
    test_case_id: schemas/* nullish */.cl6(id),
    configuration: schemas/* nullish */.cl6(Configuration),
});
const UploadedInferences = schemas/* extend */.X$i(Uploaded, { reset: schemas/* _default */.Rvf(schemas/* boolean */.zMY(), false) });
const Anything = schemas/* unknown */.L5J();

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/answers.js




function route(method, path, schema, answer) {
    return { method, path: new RegExp(`^${path}$`), schema, answer };
}
const ok = (body) => ({ status: 200, body });
const notFound = (what) => ({ status: 404, body: { detail: `${what} does not exist` } });
/** Implements the part of the platform's API that an evaluator calls, for one model, one test suite and one fixture. */
function routesFor(scenario, fixture, uploads) {
    return [
        ...platformRoutes(scenario),
        ...entityRoutes(scenario, fixture),
        ...testRunRoutes(scenario),
        ...downloadRoutes(fixture),
        ...uploadRoutes(uploads),
    ];
}
function platformRoutes({ token }) {
    return [
        route('PUT', '/v1/token/login', Login, ({ api_token }) => api_token === token
            ? // Clients of 2023 require tenant_telemetry.
                ok({
                    tenant: 'contract',
                    access_token: (0,external_node_crypto_.randomUUID)(),
                    token_type: 'bearer',
                    tenant_telemetry: false,
                })
            : { status: 401, body: { detail: 'the API token is not valid' } }),
        route('PUT', '/v1/event/profile', Anything, () => ok({})),
        route('POST', '/v1/event', Anything, () => ok({})),
        route('POST', '/v1/client-log/upload', Anything, () => ok({})),
    ];
}
function entityRoutes(scenario, fixture) {
    const { workflow, model, suite } = scenario;
    const modelEntity = { ...model, metadata: {}, tags: [], workflow };
    const testCases = fixture.test_cases.map(({ name }, index) => ({
        id: index + 1,
        name,
        version: 1,
        description: '',
        workflow,
    }));
    const suiteEntity = (version) => ({
        id: suite.id,
        name: suite.name,
        version,
        description: '',
        test_cases: testCases,
        workflow,
        tags: [],
    });
    return [
        route('PUT', '/v1/generic/model/load', ByName, ({ name }) => name === model.name ? ok(modelEntity) : notFound(`the model "${name}"`)),
        route('POST', '/v1/generic/model/create', NewModel, ({ name, workflow }) => ok({ id: model.id + 1, name, metadata: {}, tags: [], workflow })),
        route('PUT', '/v1/generic/model/load-all', Anything, () => ok({ models: [modelEntity] })),
        route('PUT', '/v1/generic/test-suite/load', SuiteByName, ({ name, version }) => {
            const wanted = version ?? suite.latest;
            const exists = name === suite.name && wanted >= 0 && wanted <= suite.latest;
            return exists ? ok(suiteEntity(wanted)) : notFound(`the test suite "${name}" (version ${version})`);
        }),
        route('PUT', '/v1/generic/test-suite/load-all', Anything, () => ok({ test_suites: [suiteEntity(suite.latest)] })),
    ];
}
function testRunRoutes({ testRunId }) {
    const path = '/v1/generic/test-run';
    return [
        route('PUT', `${path}/create-or-retrieve`, TestRun, () => ok({ test_run_id: testRunId })),
        route('PUT', `${path}/evaluate`, OfTestRun, () => ok({ test_run_id: testRunId })),
        route('PUT', `${path}/update-metrics-status`, OfTestRun, () => ok({})),
        route('POST', `${path}/mark-crashed`, OfTestRun, () => ok({})),
    ];
}
/** Returns routes whose answers have one line per batch. The client then fetches each batch by its path. */
function downloadRoutes({ batches, distinct }) {
    const files = new Map();
    const offer = (of) => {
        const uuid = (0,external_node_crypto_.randomUUID)();
        const lines = of.map((file, index) => {
            const path = `${uuid}/${index}.parquet`;
            files.set(path, file);
            return `${JSON.stringify({ uuid, path })}\n`;
        });
        return ok(Buffer.from(lines.join('')));
    };
    const none = offer([]);
    const all = offer(distinct.map((batch) => () => batch.unlabeled()));
    const inferences = offer(distinct.map(({ labeled }) => labeled));
    const ofTestCases = batches.map((some) => offer(some.map(({ labeled }) => labeled)));
    const ofSuite = offer(batches.flatMap((some, index) => some.map((batch) => () => batch.unlabeled(index + 1))));
    return [
        route('PUT', '/v1/generic/test-run/load-remaining-test-samples', Remaining, ({ load_all }) => load_all ? all : none),
        route('PUT', '/v1/generic/test-run/load-test-sample-inferences', OfTestRun, () => inferences),
        route('PUT', '/v1/generic/model/load-inferences', OfTestCase, ({ test_case_id }) => ofTestCases[test_case_id - 1] ?? none),
        route('PUT', '/v1/generic/test-suite/load-test-samples', OfSuite, () => ofSuite),
        route('GET', '/v1/batched-load/download/by-path/(.+)', Anything, async (_, [path = '']) => {
            const file = files.get(path);
            return file ? ok(await file()) : notFound(`the batch ${path}`);
        }),
        route('PUT', '/v1/batched-load/download/complete', Uploaded, () => ok({})),
    ];
}
function uploadRoutes(uploads) {
    const path = '/v1/generic/test-run';
    return [
        route('PUT', '/v1/batched-load/upload/init', Anything, () => ok({ uuid: (0,external_node_crypto_.randomUUID)() })),
        route('GET', '/v1/batched-load/upload/signed-url/([^/]+)', Anything, (_, [uuid], base) => ok({ signed_url: `${base}/upload/${uuid}` })),
        route('PUT', '/upload/([^/]+)', Anything, (batch, [uuid = '']) => {
            try {
                uploads.addBatch(uuid, Buffer.isBuffer(batch) ? batch : Buffer.alloc(0));
                return ok({});
            }
            catch (error) {
                if (!(error instanceof ParquetError))
                    throw error;
                return { status: 422, body: { detail: `the batch ${error.message}` } };
            }
        }),
        route('PUT', `${path}/upload-inferences`, UploadedInferences, ({ uuid }) => ok({ n_uploaded: uploads.countOf(uuid) })),
        ...metricsUploads.map((kind) => route('PUT', `${path}/${kind}`, UploadedMetrics, ({ uuid, test_case_id, configuration }) => ok({
            n_uploaded: uploads.accept(kind, uuid, test_case_id ?? null, configuration?.display_name ?? null),
        }))),
    ];
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/body.js
/** Maximum bytes of JSON. The largest bodies of a client are an evaluator's configurations and its own log. */
const MAX_JSON_BYTES = 4 * 1024 ** 2;
/** Maximum bytes of a batch. A batch of a million samples has about a hundred million. */
const MAX_BATCH_BYTES = 128 * 1024 ** 2;
/** Maximum bytes of all bodies that are being read, over all runs. */
const MAX_CONCURRENT_BYTES = 192 * 1024 ** 2;
let reading = 0;
/** A body that is larger than an evaluator needs. */
class TooLargeError extends Error {
}
/** Reads a batch of data. */
async function readBatch(request) {
    return await readBody(request, MAX_BATCH_BYTES);
}
/**
 * Reads JSON, which the client sometimes sends without declaring it. Returns undefined for an empty body and for text
 * that is not JSON.
 */
async function readJson(request) {
    const content = await readBody(request, MAX_JSON_BYTES);
    try {
        return JSON.parse(content.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
async function readBody(request, limit) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of request) {
            size += chunk.length;
            reading += chunk.length;
            if (size > limit)
                throw new TooLargeError(`the body has more than ${limit} bytes`);
            if (reading > MAX_CONCURRENT_BYTES)
                throw new TooLargeError('there are too many large bodies at once');
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    finally {
        reading -= size;
    }
}
/** Maximum characters of a text, and maximum fields of an object, that are kept. */
const MAX_TEXT_LENGTH = 1000;
const MAX_FIELDS = 32;
/** Returns the part of a body that is kept: its texts, numbers and booleans, without nested values. */
function scalarsIn(value) {
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value))
        return undefined;
    const entries = Object.entries(value).filter(([, one]) => one === null || typeof one !== 'object');
    return Object.fromEntries(entries.slice(0, MAX_FIELDS).map(([name, one]) => [shorten(name), shorten(one)]));
}
function shorten(value) {
    return (typeof value === 'string' ? value.slice(0, MAX_TEXT_LENGTH) : value);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/locales/en.js
var en = __webpack_require__(252);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/problem.js

/** Options for schemas whose problems people see: without a language, zod does not say what it expected. */
const english = { error: en/* default */.A().localeError };
/** Returns the first problem and its place: `test_cases.0.name: Invalid input: expected string, received number`. */
function problemIn({ issues: [issue] }, whole) {
    return `${issue?.path.join('.') || whole}: ${issue?.message}`;
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/stand-in.js







/** Maximum concurrent connections. A client opens a few. */
const MAX_CONNECTIONS = 32;
/** Maximum requests that are recorded and answered. An evaluator that sends more is broken. */
const MAX_REMEMBERED = 20_000;
const MAX_REQUESTS = 200_000;
/**
 * Starts a server that answers an evaluator as the platform does, and records the requests.
 * @param host the address to listen on: everyone who can reach it can talk to the stand-in
 * @param keep whether the uploaded batches are used
 */
async function startStandIn(host, scenario, fixture, fault, keep = true) {
    const uploads = new Uploads(keep);
    const routes = routesFor(scenario, fixture, uploads);
    const requests = [];
    let count = 0;
    const server = (0,external_node_http_.createServer)((request, response) => {
        count++;
        if (count > MAX_REQUESTS)
            return void response.writeHead(429, { connection: 'close' }).end();
        respond(request, response, routes, requests, fault).catch(() => response.destroy());
    });
    server.maxConnections = MAX_CONNECTIONS;
    const port = await (0,listen/* listenOnFreePort */.A)(server, host).catch((cause) => {
        throw new errors/* ActionError */.lZ(`verify: contract needs the Docker engine on this machine: the stand-in for the platform cannot listen on the address of the engine's network (${cause.message}). Run it outside of containers (in a workflow, in a job without container), or use verify: start.`, { cause });
    });
    return {
        url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
        requests,
        uploads,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function respond(request, response, routes, requests, fault) {
    const { method = '', url = '/' } = request;
    const path = decodeURI(url.split('?')[0] ?? '/');
    const base = `http://${request.headers.host}`;
    const body = await (path.startsWith('/upload/') ? readBatch : readJson)(request).catch((error) => {
        if (error instanceof TooLargeError)
            return error;
        throw error;
    });
    // The rest of the body is not read.
    if (body instanceof TooLargeError)
        response.setHeader('connection', 'close');
    const { status, body: reply } = body instanceof TooLargeError
        ? { status: 413, body: { detail: body.message } }
        : (faulty(fault, path) ?? (await answer(routes, method, path, body, base)));
    if (requests.length < MAX_REMEMBERED)
        requests.push({ method, path, body: scalarsIn(body), status, reply: scalarsIn(reply) });
    const bytes = Buffer.isBuffer(reply) ? reply : Buffer.from(JSON.stringify(reply));
    const type = Buffer.isBuffer(reply) ? 'application/octet-stream' : 'application/json';
    response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
}
function faulty(fault, path) {
    if (fault === 'unauthorized')
        return { status: 401, body: { detail: 'the API token is not valid' } };
    const works = path === '/v1/token/login' || path.startsWith('/v1/event');
    return fault === 'broken' && !works ? { status: 500, body: { detail: 'Internal Server Error' } } : undefined;
}
async function answer(routes, method, path, body, base) {
    for (const route of routes) {
        const match = route.path.exec(path);
        if (!match || route.method !== method)
            continue;
        const checked = route.schema.safeParse(body, english);
        if (!checked.success)
            return { status: 422, body: { detail: problemIn(checked.error, 'body') } };
        return await route.answer(checked.data, match.slice(1), base);
    }
    return { status: 404, body: { detail: `the stand-in does not support ${method} ${path}` } };
}

// EXTERNAL MODULE: ./build/src/util/map-settled.js
var map_settled = __webpack_require__(4504);
// EXTERNAL MODULE: ./build/src/data/metric-changes.js
var metric_changes = __webpack_require__(1612);
;// CONCATENATED MODULE: ./build/src/data/sample-changes.js
/** Compares the metrics of single samples between two runs. */


/** Maximum samples that are listed one by one. */
const SHOWN = 20;
/** Maximum metrics that are summarized one by one, and maximum characters in their names. */
const MAX_METRICS = 1000;
const MAX_NAME_CHARACTERS = 1_000_000;
/** The name of all further metrics together. */
const OTHERS = '(other metrics)';
function sampleChanges(before, after, tolerance) {
    const pairs = differentTexts(before, after);
    const statistics = new Statistics();
    const changed = pairs.filter((pair) => {
        const differences = differencesOf(pair, tolerance);
        for (const difference of differences)
            statistics.add(pair.group.configuration, difference);
        return differences.length > 0;
    });
    const scale = (pair, { metric, size }) => {
        const largest = statistics.find(pair.group.configuration, metric)?.largest;
        return size === undefined || !largest ? 1 : size / largest;
    };
    return {
        compared: after.sampleCount,
        changed: new Set(changed.map(({ key }) => sampleOf(key))).size,
        metrics: statistics.list().sort((a, b) => b.samples - a.samples),
        worst: worstOf(changed, (pair) => {
            const differences = differencesOf(pair, tolerance).map((one) => ({ ...one, score: scale(pair, one) }));
            return differences.sort((a, b) => b.score - a.score);
        }),
    };
}
/** Summarizes the differences of each metric, in bounded memory. */
class Statistics {
    #metrics = new Map();
    #characters = 0;
    add(configuration, { metric, size }) {
        const one = this.find(configuration, metric) ?? this.#start(configuration, metric);
        one.samples++;
        if (size === undefined)
            return;
        one.numbers++;
        one.sum += size;
        one.largest = Math.max(one.largest ?? 0, size);
    }
    find(configuration, metric) {
        return this.#metrics.get(JSON.stringify([configuration, metric]));
    }
    #start(configuration, metric) {
        const id = JSON.stringify([configuration, metric]);
        const fits = this.#metrics.size < MAX_METRICS && this.#characters + id.length <= MAX_NAME_CHARACTERS;
        const key = fits ? id : OTHERS;
        const names = fits ? { configuration, metric } : { configuration: null, metric: OTHERS };
        const one = this.#metrics.get(key) ?? { ...names, samples: 0, largest: undefined, numbers: 0, sum: 0 };
        if (fits)
            this.#characters += id.length;
        this.#metrics.set(key, one);
        return one;
    }
    list() {
        return [...this.#metrics.values()].map(({ configuration, metric, samples, largest, numbers, sum }) => ({
            ...{ configuration, metric, samples, largest },
            mean: numbers > 0 ? sum / numbers : undefined,
        }));
    }
}
function worstOf(changed, score) {
    let worst = [];
    const keepWorst = () => {
        worst = worst.sort((a, b) => b.total - a.total).slice(0, SHOWN);
    };
    for (const pair of changed) {
        const [first, ...others] = score(pair);
        if (!first)
            continue;
        const total = others.reduce((sum, other) => sum + other.score, first.score);
        const { testCase, configuration } = pair.group;
        const { metric, before, after } = first;
        const names = { testCase: testCase?.name ?? null, configuration, metric };
        worst.push({
            total,
            sample: { sample: sampleOf(pair.key), ...names, before, after, others: others.length },
        });
        if (worst.length > 10 * SHOWN)
            keepWorst();
    }
    keepWorst();
    return worst.map(({ sample }) => sample);
}
/** Returns the samples whose metrics are not the same text in both runs. */
function differentTexts(before, after) {
    const [old, current] = [(0,data_metrics/* identify */.ls)(before.samples), (0,data_metrics/* identify */.ls)(after.samples)];
    const pairs = [];
    for (const id of new Set([...current.keys(), ...old.keys()])) {
        const [one, other] = [old.get(id), current.get(id)];
        const group = other ?? one;
        if (!group)
            continue;
        const texts = new Map(one?.keys.map((key, index) => [key, one.metrics[index]]));
        for (const [index, key] of (other?.keys ?? []).entries()) {
            const [earlier, later] = [texts.get(key), other?.metrics[index]];
            texts.delete(key);
            if (earlier !== later)
                pairs.push({ key, group, before: earlier, after: later });
        }
        for (const [key, earlier] of texts)
            pairs.push({ key, group, before: earlier, after: undefined });
    }
    return pairs;
}
function differencesOf({ key, before, after }, tolerance) {
    const [old, current] = [metricsIn(before), metricsIn(after)];
    const [, threshold] = key.split('\0');
    const nameOf = (path) => (threshold === undefined ? path : `${threshold}: ${path}`);
    // The texts differ, and nothing shows that their metrics are equal.
    if (!old || !current)
        return [{ metric: nameOf(UNREADABLE), before: undefined, after: undefined, size: undefined }];
    return [...new Set([...current.keys(), ...old.keys()])].flatMap((path) => {
        const [one, other] = [old.get(path), current.get(path)];
        if (one !== undefined && other !== undefined && (0,data_metrics/* isSame */.Ft)(one, other, tolerance))
            return [];
        const numbers = one instanceof exact_json/* ExactNumber */.fh && other instanceof exact_json/* ExactNumber */.fh;
        const size = numbers ? Math.abs(other.value - one.value) : Number.NaN;
        return { metric: nameOf(path), before: one, after: other, size: Number.isFinite(size) ? size : undefined };
    });
}
/** The name of metrics of a sample that are too many, or nested too deeply, to be compared one by one. */
const UNREADABLE = '(too many or nested too deeply)';
/** Reads the metrics of a sample. Returns undefined if they are too many or nested too deeply. */
function metricsIn(text) {
    if (text === undefined)
        return new Map();
    try {
        const value = (0,exact_json/* parseExact */.jM)(text, { depth: 64, values: { left: data_metrics/* MAX_SAMPLE_VALUES */.Rb } });
        const leaves = (0,data_metrics/* leavesOf */.wf)(value, { characters: data_metrics/* MAX_SAMPLE_PATH_CHARACTERS */.z8 });
        return new Map(leaves.map(({ path, value }) => [path, value]));
    }
    catch {
        return undefined;
    }
}
function sampleOf(key) {
    return key.split('\0', 1)[0] ?? '';
}

// EXTERNAL MODULE: ./build/src/data/expected-metrics.js
var expected_metrics = __webpack_require__(7696);
// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/src/image/verify/metrics-check.js







/** Maximum number of metrics that a message names. The summary lists all of them. */
const NAMED = 5;
/** Maximum characters of a value in a message. */
const MAX_VALUE_LENGTH = 60;
/** Returns the findings about uploads that cannot be read. */
function checkReadable({ problems, excess }) {
    return [
        ...(problems.length > 0 ? [(0,verify_findings/* finding */.gk)('unreadable-metrics', problems.join('; '))] : []),
        ...(excess === undefined ? [] : [(0,verify_findings/* finding */.gk)('too-many-metrics', excess)]),
    ];
}
function checkDeterminism(first, second, tolerance) {
    const { changes } = (0,metric_changes/* changesBetween */.i)(first, second, tolerance);
    const { changed } = sampleChanges(first, second, tolerance);
    const ids = new Set(changes.map(({ id }) => id));
    if (changes.length === 0 && changed === 0)
        return { ids, findings: [] };
    const named = changes.slice(0, NAMED).map(({ testCase, configuration, metric, before, after }) => {
        const where = describePlace(testCase, configuration);
        return `${metric} of ${where} is ${describeValue(before)} and ${describeValue(after)}`;
    });
    const more = changes.length > NAMED ? [`${changes.length - NAMED} more`] : [];
    const samples = changed > 0 ? [`metrics of ${count(changed, 'sample')}`] : [];
    const list = [...named, ...more, ...samples].join('; ');
    const message = `two runs of the image on the same samples gave different metrics: ${list}`;
    return { ids, findings: [(0,verify_findings/* finding */.gk)('nondeterministic-metrics', message)] };
}
/** Describes the place of a metric, for use in a sentence. */
function describePlace(testCase, configuration) {
    const what = testCase === null ? 'the test suite' : `test case "${testCase}"`;
    return configuration === null ? what : `${what}, configuration "${configuration}"`;
}
/** Formats a value for a sentence. Numbers keep all their digits. */
function describeValue(value) {
    if (value === undefined)
        return 'missing';
    const text = value instanceof exact_json/* ExactNumber */.fh ? value.text : (0,exact_json/* stringifyExact */.zX)(value);
    return (0,clip/* clip */.$)(text, MAX_VALUE_LENGTH);
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** Maximum number of mismatches with separate findings. GitHub shows ten errors per step. */
const MAX_FINDINGS = 8;
/**
 * Compares the metrics with the expected metrics of the fixture.
 * @param metrics undefined if the evaluator computed none
 */
function checkExpectedMetrics(fixture, metrics, tolerance) {
    const messages = fixture.test_cases.flatMap(({ name, expected = [] }, index) => {
        const groups = (metrics?.testCases ?? []).filter(({ testCase }) => testCase?.index === index);
        const computed = (0,data_metrics/* identify */.ls)(groups);
        return [...(0,data_metrics/* identify */.ls)(expected.map((one) => ({ ...one, testCase: { index, name } })))].flatMap(([id, { configuration, metrics: wanted }]) => {
            const where = describePlace(name, configuration);
            const group = computed.get(id);
            if (!group)
                return [`${where} has no metrics, but the fixture expects ${Object.keys(wanted).join(', ')}`];
            return (0,expected_metrics/* mismatches */.vJ)(wanted, group.metrics, tolerance).map(({ metric, expected, computed }) => `${metric} of ${where} is ${describeValue(computed)}, expected ${expected}`);
        });
    });
    const rest = messages.length - MAX_FINDINGS;
    const shown = rest > 1 ? messages.slice(0, MAX_FINDINGS) : messages;
    return [...shown, ...(rest > 1 ? [`${rest} more metrics are not as expected`] : [])].map((message) => (0,verify_findings/* finding */.gk)('unexpected-metrics', message));
}

// EXTERNAL MODULE: ./build/src/image/verify/start-check.js + 1 modules
var start_check = __webpack_require__(8407);
;// CONCATENATED MODULE: ./build/src/image/verify/comparison.js








/** @param metrics the metrics of the candidate */
function compareWith({ baseline, run }, metrics, fixture, tolerance) {
    const without = (problem) => ({ baseline, result: undefined, problem });
    if (!run)
        return without(baseline.detail);
    const { outcome, uploads } = run;
    if (outcome.exitCode !== 0) {
        const last = (0,start_check/* readTraceback */.N)(outcome.output) ?? outcome.output.findLast((line) => line.trim() !== '') ?? '';
        return without(`it does not run on this fixture: ${exitOf(outcome)}: ${(0,untrusted_text/* sanitizeLine */.g$)(last).trim()}`);
    }
    if (!metrics)
        return without('the candidate computed no metrics');
    const { metrics: before, problems, excess } = decodeMetrics(uploads, fixture);
    if (problems.length > 0)
        return without(`its metrics cannot be read: ${problems.join('; ')}`);
    if (excess !== undefined)
        return without(`its metrics cannot be compared: ${excess}`);
    const result = {
        ...(0,metric_changes/* changesBetween */.i)(before, metrics, tolerance),
        samples: sampleChanges(before, metrics, tolerance),
    };
    return { baseline, result, problem: undefined };
}
/** Applies the gate to a comparison. With `off`, changes are only reported. */
function checkComparison({ baseline, result, problem }, gate) {
    if (gate === 'off')
        return [];
    const severity = gate === 'fail' ? 'error' : 'warning';
    if (!result) {
        const message = `the metrics were not compared with ${baseline.what}: ${problem}`;
        return [(0,verify_findings/* finding */.gk)('no-baseline', message, undefined, severity)];
    }
    const { changes, plots, samples } = result;
    if (changes.length === 0 && samples.changed === 0 && plots === 0)
        return [];
    const [first] = changes;
    const largest = first
        ? ` (${first.metric} of ${describePlace(first.testCase, first.configuration)}: ${describeValue(first.before)} → ${describeValue(first.after)})`
        : '';
    const parts = [
        ...(changes.length > 0 ? [`${count(changes.length, 'metric')} changed${largest}`] : []),
        ...(samples.changed > 0 ? [`metrics of ${count(samples.changed, 'sample')} changed`] : []),
        ...(plots > 0 ? [`${count(plots, 'plot')} changed`] : []),
    ];
    const message = `compared with ${baseline.what}, ${parts.join(', ')}`;
    return [(0,verify_findings/* finding */.gk)('changed-metrics', message, undefined, severity)];
}

// EXTERNAL MODULE: ./build/src/util/group-by.js
var group_by = __webpack_require__(7043);
;// CONCATENATED MODULE: ./build/src/image/verify/contract-check.js






const NO_NETWORK = /Network is unreachable|Name or service not known|Temporary failure in name resolution|No address associated with hostname|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|ENETUNREACH|no such host|Could not resolve host|timed out|ETIMEDOUT/i;
/** Returns the findings about the run without simulated failures. */
function checkContract(run, scenario, evaluatorName) {
    const { outcome } = run;
    const asked = readRequests(run.requests);
    const { token, model, suite, workflow } = scenario;
    const other = (values, wanted) => values.filter((value) => value !== wanted);
    const findings = [];
    const note = (id, found, message) => {
        if (found.length > 0)
            findings.push((0,verify_findings/* finding */.gk)(id, message([...new Set(found)].join(', '))));
    };
    if (other(asked.tokens, token).length > 0)
        findings.push((0,verify_findings/* finding */.gk)('other-token', 'the evaluator logs in with a different token than the one in KOLENA_TOKEN'));
    note('other-model', other(asked.models, model.name).map(problems/* quote */.h), (list) => `the evaluator asks for the model ${list}, not for "${model.name}"`);
    note('other-suite', other(asked.suites, suite.name).map(problems/* quote */.h), (list) => `the evaluator asks for the test suite ${list}, not for "${suite.name}"`);
    note('other-version', other(asked.versions, suite.version).map((version) => version ?? 'latest'), (list) => `the evaluator asks for version ${list} of the test suite, not for version ${suite.version}`);
    note('other-evaluator', other(asked.evaluators, evaluatorName)
        .filter((name) => name !== null)
        .map(problems/* quote */.h), (list) => `the evaluator reports the name ${list}, but would be registered as "${evaluatorName}"`);
    if (asked.evaluators.includes(null) || asked.triggersEvaluation)
        findings.push((0,verify_findings/* finding */.gk)('server-side-evaluation', 'the evaluator asks the platform to evaluate'));
    if (asked.resets)
        findings.push((0,verify_findings/* finding */.gk)('resets-results', 'the evaluator overwrites the results of the test run'));
    note('creates-model', asked.createdModels.map(problems/* quote */.h), (list) => `the evaluator creates the model ${list}`);
    const wrongWorkflow = otherWorkflow(asked, outcome, workflow);
    if (wrongWorkflow !== undefined)
        findings.push((0,verify_findings/* finding */.gk)('other-workflow', `the evaluator is for ${wrongWorkflow}, but would be registered for "${workflow}"`));
    return [...findings, ...checkEnd(run, findings.length > 0)];
}
/** Returns the findings about the end of the run. Does not repeat a failure that another finding explains. */
function checkEnd({ outcome, requests }, explained) {
    const asked = readRequests(requests);
    const { exitCode, timedOut, refusal, output, duration } = outcome;
    if (timedOut)
        return [
            (0,verify_findings/* finding */.gk)('contract-timeout', `the evaluation did not end within ${(duration / 1000).toFixed(0)} s`),
        ];
    const last = (0,start_check/* readTraceback */.N)(output) ?? (0,untrusted_text/* sanitizeLine */.g$)(output.findLast((line) => line.trim() !== '') ?? 'no output');
    const why = `${exitOf(outcome)}: ${refusal === undefined ? last : (0,untrusted_text/* sanitizeLine */.g$)(refusal)}`;
    const blocked = exitCode !== 0 && output.findLast((line) => NO_NETWORK.test(line));
    if (blocked)
        return [
            (0,verify_findings/* finding */.gk)('needs-network', `the evaluator could not reach another host: ${(0,untrusted_text/* sanitizeLine */.g$)(blocked).trim()}`),
        ];
    if (asked.tokens.length === 0)
        return [(0,verify_findings/* finding */.gk)('no-login', `the evaluator never logged in at the platform (${why})`)];
    if (exitCode !== 0)
        return explained ? [] : [(0,verify_findings/* finding */.gk)('contract-failed', why)];
    return [
        ...(asked.readSamples ? [] : [(0,verify_findings/* finding */.gk)('samples-not-read', 'no inferences were loaded')]),
        ...(asked.uploads.length > 0
            ? []
            : [(0,verify_findings/* finding */.gk)('no-metrics', 'the evaluator exits with 0, but uploaded no metrics')]),
    ];
}
/** Returns whether the evaluator failed; undefined if the engine could not start it, which proves nothing. */
function fails({ outcome }) {
    if (outcome.refusal !== undefined)
        return undefined;
    return outcome.exitCode !== 0 && !outcome.timedOut;
}
/** Returns one finding per kind of run in which the evaluator did not fail. */
function checkFailures(runs) {
    const wrong = runs.filter(({ run }) => fails(run) === false);
    return [...(0,group_by/* groupBy */.$)(wrong, ({ id }) => id)].map(([id, group]) => {
        const cases = group.map(({ situation, run: { outcome } }) => {
            const trace = (0,start_check/* readTraceback */.N)(outcome.output);
            const end = outcome.timedOut ? 'it does not end' : 'it exits with 0';
            return `${situation} ${end}${trace ? ` (${trace})` : ''}`;
        });
        return (0,verify_findings/* finding */.gk)(id, `the evaluator does not fail: ${cases.join('; ')}`);
    });
}

;// CONCATENATED MODULE: ./build/src/image/verify/contract.js














/** Maximum number of runs at the same time, because they share the runner's few processors. */
const SIDE_BY_SIDE = 3;
/**
 * Runs the image as the platform does, against a stand-in for the platform in an isolated network: once without
 * failures, then with a failing platform, and with each variable missing.
 */
async function checkContractOf(caller, image, input, findBaseline) {
    return await (0,network/* withInternalNetwork */.e)(caller, async (network) => {
        const fixture = input.fixture ?? contract_fixture/* emptyFixture */.DI;
        const { count: samples } = fixture;
        const scenario = inventScenario(input.workflow);
        const bench = new Bench(caller, network, scenario, fixture, input);
        const [{ run, peakMemory }, baseline] = await (0,scope/* withScope */.v)(caller.signal, async ({ signal, start }) => {
            const measured = start(() => bench.runMeasured(image));
            const baseline = findBaseline && start(() => runBaseline(bench, findBaseline, signal));
            return [await measured, await baseline];
        });
        const findings = checkContract(run, scenario, input.evaluatorName);
        const decoded = samples > 0 && run.uploads.accepted.length > 0 ? decodeMetrics(run.uploads, fixture) : undefined;
        const reached = run.requests.length > 0;
        const again = decoded && run.outcome.exitCode === 0;
        const { failures, second } = reached
            ? await runFailures(bench, image, again ?? false, caller.signal)
            : { failures: [], second: undefined };
        const metrics = judgeMetrics(decoded, second, baseline, fixture, input.metrics);
        return {
            evidence: [
                ...evidenceOf(run, scenario, input.evaluatorName),
                ...failures.map(({ situation, run }) => ({
                    check: `fails ${situation}`,
                    seen: exitOf(run.outcome),
                    holds: fails(run),
                })),
            ],
            duration: run.outcome.duration,
            peakMemory,
            samples,
            ...metrics,
            findings: [...findings, ...checkFailures(failures), ...metrics.findings],
        };
    });
}
/** Returns the findings about the metrics of the runs. */
function judgeMetrics(decoded, second, baseline, fixture, { tolerance, gate, checkExpected }) {
    const { metrics } = decoded ?? {};
    const again = second && second.outcome.exitCode === 0 ? decodeMetrics(second.uploads, fixture) : undefined;
    const { ids, findings: unstable } = metrics && again
        ? checkDeterminism(metrics, again.metrics, tolerance)
        : { ids: new Set(), findings: [] };
    const comparison = baseline && compareWith(baseline, metrics, fixture, tolerance);
    return {
        metrics,
        unstable: ids,
        comparison,
        findings: [
            ...(decoded ? checkReadable(decoded) : []),
            ...(checkExpected ? checkExpectedMetrics(fixture, metrics, tolerance) : []),
            ...unstable,
            ...(comparison ? checkComparison(comparison, gate) : []),
        ],
    };
}
/** Runs the baseline, or returns the reason why there is none. */
async function runBaseline(bench, find, signal) {
    const baseline = await find(signal);
    return { baseline, run: baseline.image === undefined ? undefined : await bench.run(baseline.image, {}) };
}
const failures = [
    { id: 'ignores-failure', situation: 'when the platform refuses the token (401)', fault: 'unauthorized' },
    { id: 'ignores-failure', situation: 'when the platform answers 500', fault: 'broken' },
    ...requiredVariables.map((without) => ({
        id: 'ignores-missing-variable',
        situation: `without ${without}`,
        without,
    })),
];
/** Runs the image with each failure, and once more without one to check whether its metrics are the same. */
async function runFailures(bench, image, again, signal) {
    // Wait for every run, because the network can be removed only without containers. Start the longest run first.
    const runs = [...(again ? [undefined] : []), ...failures];
    const outcomes = await (0,map_settled/* mapSettled */.A)(runs, SIDE_BY_SIDE, signal, async (failure) => ({
        failure,
        run: await bench.run(image, failure ?? {}),
    }));
    const ended = outcomes.map((outcome) => {
        if (outcome.status === 'rejected')
            throw outcome.reason;
        return outcome.value;
    });
    return {
        failures: ended.flatMap(({ failure, run }) => (failure ? { ...failure, run } : [])),
        second: ended.find(({ failure }) => failure === undefined)?.run,
    };
}
/** Runs images. Each run has its own stand-in, so that requests of different runs do not mix. */
class Bench {
    #caller;
    #network;
    #scenario;
    #fixture;
    #input;
    constructor(caller, network, scenario, fixture, input) {
        this.#caller = caller;
        this.#network = network;
        this.#scenario = scenario;
        this.#fixture = fixture;
        this.#input = input;
    }
    /** Runs the image without failures, and shows its output in the log. */
    async runMeasured(image) {
        const ended = new AbortController();
        let id;
        const memory = watchPeakMemory(() => id, ended.signal);
        try {
            const run = await this.run(image, {}, (created) => {
                id = created;
            });
            ended.abort();
            await showOutput('Evaluate against a stand-in for the platform', run.outcome.output);
            return { run, peakMemory: await memory };
        }
        finally {
            ended.abort();
        }
    }
    async run(image, { fault, without }, created = () => { }) {
        const { secret, awsRole, timeLimit } = this.#input;
        // The metrics of a run that should fail are not used.
        const keep = fault === undefined && without === undefined;
        const standIn = await startStandIn(this.#network.gateway, this.#scenario, this.#fixture, fault, keep);
        try {
            const all = environmentOf(this.#scenario, standIn.url, { secret, awsRole });
            const given = Object.entries(all).filter(([name]) => name !== without);
            const outcome = await (0,container/* runContainer */.z)(this.#caller, image, {
                network: this.#network.name,
                dns: noNameServer,
                environment: Object.fromEntries(given),
                timeLimit,
                created,
            });
            return { outcome, requests: standIn.requests, uploads: standIn.uploads };
        }
        finally {
            await standIn.close();
        }
    }
}
/**
 * Replaces the machine's name servers, to which some engines forward lookups of internal networks. Lookups fail fast.
 */
const noNameServer = { servers: ['127.0.0.1'], options: ['timeout:1', 'attempts:1'] };
/** Shows the last lines that a container printed. */
async function showOutput(title, output) {
    await log/* group */.Os(title, () => {
        for (const line of output)
            log/* info */.pq(line);
    });
}

;// CONCATENATED MODULE: ./build/src/image/verify/layer-checks.js



/** Minimum bytes of a layer that counts as large, and of duplicates to report. */
const LARGE_LAYER = 1024 ** 3;
const MANY_DUPLICATES = 10 * 1024 ** 2;
const SHOWN_PATHS = 5;
/** Returns the findings about the layers of an image. */
function checkLayers(scans, steps, dockerfile, unsearched = new Map()) {
    const placeOf = (layer) => {
        const line = steps?.find((step) => step.layer === layer)?.instruction.line;
        return dockerfile === undefined || line === undefined ? undefined : { file: dockerfile, line };
    };
    const findings = [...scans].flatMap(([layer, scan]) => [
        ...notablesIn(scan, layerName(layer, steps), placeOf(layer)),
        ...(scan.bytes >= LARGE_LAYER
            ? [
                (0,verify_findings/* finding */.gk)('large-layer', `${layerName(layer, steps)} has ${megabytes(scan.bytes)} in ${scan.files} files`, placeOf(layer)),
            ]
            : []),
    ]);
    const missing = [...unsearched].map(([layer, reason]) => (0,verify_findings/* finding */.gk)('not-searched', `${layerName(layer, steps)} was not searched: ${reason}`, placeOf(layer)));
    return [...missing, ...findings, ...duplicatesIn(scans, placeOf)];
}
function layerName(layer, steps) {
    const text = steps?.find((step) => step.layer === layer)?.instruction.text;
    if (text === undefined)
        return `layer ${layer + 1}`;
    return `the layer of "${(0,clip/* clip */.$)(text, 80)}"`;
}
const WORDS = {
    'secret-in-layer': 'is in',
    'private-key': 'private keys are in',
    'credential-file': 'files that hold credentials are in',
    'key-in-package': 'private keys of published packages are in',
    'git-directory': 'a Git repository is in',
    'git-login': 'a Git login is in',
    'gpu-image': 'GPU libraries are in',
};
/** Returns one finding per kind and secret of a layer, with the first paths. */
function notablesIn(scan, layer, place) {
    const groups = (0,group_by/* groupBy */.$)(scan.fileFindings, ({ kind, secret }) => `${kind} ${secret ?? ''}`);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (!first)
            return [];
        const paths = group.slice(0, SHOWN_PATHS).map(({ path }) => `/${path}`);
        const more = group.length > paths.length ? ` and ${group.length - paths.length} more` : '';
        const subject = first.secret === undefined ? '' : `${first.secret} `;
        return [(0,verify_findings/* finding */.gk)(first.kind, `${subject}${WORDS[first.kind]} ${layer}: ${paths.join(', ')}${more}`, place)];
    });
}
function duplicatesIn(scans, placeOf) {
    const seen = new Map();
    let bytes = 0;
    let example;
    for (const [layer, { large }] of scans) {
        for (const file of large) {
            const first = seen.get(file.fingerprint);
            if (!first) {
                seen.set(file.fingerprint, file);
                continue;
            }
            bytes += file.size;
            if (!example || file.size > example.again.size)
                example = { first, again: file, layer };
        }
    }
    if (!example || bytes < MANY_DUPLICATES)
        return [];
    const { first, again, layer } = example;
    return [
        (0,verify_findings/* finding */.gk)('duplicated-files', `${megabytes(bytes)} of the image are stored twice; for example, /${again.path} is the same as /${first.path}`, placeOf(layer)),
    ];
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(0)} MB`;
}

// EXTERNAL MODULE: ./build/src/image/verify/layer-scan.js
var layer_scan = __webpack_require__(5660);
// EXTERNAL MODULE: ./build/src/runtime/secret-encodings.js
var secret_encodings = __webpack_require__(6243);
;// CONCATENATED MODULE: ./build/src/image/verify/byte-search.js
/**
 * Finds any of several byte strings in one pass, without reading most bytes (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994). A window as long as the shortest needle moves over the bytes; the two bytes at its
 * end determine how far it may move without missing a needle. Most pairs of bytes are in no needle, so the window
 * usually moves nearly its whole length, however many needles there are.
 */
class ByteSearch {
    #needles;
    /** The length of the window. */
    #window;
    /** How far to move the window, by the pair of bytes at its end. */
    #jumps;
    /** @param needles the byte strings, each at least two bytes long */
    constructor(needles) {
        this.#needles = needles;
        this.#window = Math.min(...needles.map(({ bytes }) => bytes.length));
        this.#jumps = new Uint8Array(0x10000).fill(Math.min(this.#window - 1, 0xff));
        for (const { bytes } of needles) {
            for (let end = 1; end < this.#window; end++) {
                const pair = bytes.readUInt16BE(end - 1);
                this.#jumps[pair] = Math.min(this.#jumps[pair] ?? 0, this.#window - 1 - end);
            }
        }
    }
    /** Returns the needle that begins first; if several begin at the same byte, the first in the list. */
    findIn(bytes) {
        const jumps = this.#jumps;
        for (let end = this.#window - 1; end < bytes.length;) {
            const jump = jumps[(bytes[end - 1] << 8) | bytes[end]];
            if (jump === 0) {
                const found = this.#needleAt(bytes, end - this.#window + 1);
                if (found)
                    return found;
            }
            end += jump || 1;
        }
        return undefined;
    }
    #needleAt(bytes, start) {
        return this.#needles.find((needle) => bytes[start] === needle.bytes[0] &&
            needle.bytes.equals(bytes.subarray(start, start + needle.bytes.length)));
    }
}

;// CONCATENATED MODULE: ./build/src/image/verify/secret-search.js



/** Maximum bytes of one form to search for: enough to identify a secret, and few enough to keep between two chunks. */
const MAX_FORM_BYTES = 4096;
/**
 * Searches text or a stream of chunks for secrets: unencoded, in base64, URL-encoded, in hexadecimal and inside JSON.
 * The base64 form of a secret depends on the number of bytes before it; all three forms are searched.
 */
class SecretSearch {
    secrets;
    #search;
    #longest;
    constructor(secrets) {
        this.secrets = secrets;
        const needles = secrets.flatMap(({ label, value, bytes }) => [...formsOf(value).map((form) => Buffer.from(form)), ...(bytes ? [bytes] : [])].map((form) => ({
            label,
            bytes: form.subarray(0, MAX_FORM_BYTES),
        })));
        this.#search = needles.length > 0 ? new ByteSearch(needles) : undefined;
        this.#longest = Math.max(0, ...needles.map(({ bytes }) => bytes.length));
    }
    /** Whether there is nothing to search for. */
    get empty() {
        return this.#search === undefined;
    }
    /** Returns the label of the first secret in a text, or undefined. */
    findIn(text) {
        return this.#search?.findIn(Buffer.isBuffer(text) ? text : Buffer.from(text))?.label;
    }
    /** Returns a function that takes the chunks of one file in order, and returns the label of a secret that it finds. */
    stream() {
        let tail = Buffer.alloc(0);
        return (chunk) => {
            const keep = this.#longest - 1;
            // A secret may span two chunks, so their boundary is searched as well.
            const seam = Buffer.concat([tail, chunk.subarray(0, keep)]);
            const found = (tail.length > 0 ? this.findIn(seam) : undefined) ?? this.findIn(chunk);
            tail = Buffer.concat([tail, chunk.subarray(-keep)]).subarray(-keep);
            return found;
        };
    }
}
/** Characters of a piece. A line of base64 has 64 or 76, so it contains a whole piece at any offset. */
const PIECE = 32;
function formsOf(secret) {
    const plain = (0,secrets/* secretForms */.eo)(secret);
    if (plain.length === 0)
        return [];
    const text = secret.trim();
    const within = [0, 1, 2].flatMap((offset) => (0,secret_encodings/* base64Within */.l)(text, offset));
    // Pieces of anything but a token, such as the beginning of a JSON file or an address, may be in other files too.
    const pieces = /[\s"']|:\/\//.test(text) ? [] : within.flatMap((code) => code.match(piecesOfCode) ?? []);
    // Shorter pieces would match by chance.
    return [...new Set([...plain, ...within, ...pieces])].filter((form) => form.length >= secrets/* MIN_SECRET_LENGTH */.vb);
}
const piecesOfCode = new RegExp(`.{${PIECE}}`, 'g');

;// CONCATENATED MODULE: ./build/src/image/verify/verify.js
















/** Verifies an image in the engine: reads what this build added and runs the image, both at the same time. */
async function verifyImage(caller, image, input) {
    const { contract } = input;
    const [inspected, started, proven] = await (0,scope/* withScope */.v)(caller.signal, async ({ signal, start }) => {
        const scoped = { ...caller, signal };
        const inspected = start(() => inspect(scoped, image, input));
        const started = start(() => startImage(scoped, image, input));
        const proven = contract && start(() => checkContractOf(scoped, image.id, contract, input.findBaseline));
        const tidied = start(() => tidy(scoped));
        return [await inspected, await started, await proven, await tidied];
    });
    const found = [...inspected.findings, ...started.findings, ...(proven?.findings ?? [])];
    return {
        findings: (0,verify_findings/* judge */.S4)(found, input.accepted),
        image,
        layers: inspected.layers,
        start: started.outcome,
        contract: proven,
    };
}
/** Removes objects that killed runs left in the engine. Ignores a failure, which says nothing about the image. */
async function tidy(caller) {
    const removed = await (0,leftovers.removeLeftovers)(caller).catch(() => 0);
    if (removed > 0)
        log/* info */.pq(`Removed ${removed} containers, networks and names that a killed run left behind`);
}
/** Runs the image without variables of the platform and without a network, or as Lambda starts it. */
async function startImage(caller, image, { timeLimit, lambda }) {
    if (lambda) {
        const { startOnLambda, checkLambdaStart } = await __webpack_require__.e(/* import() */ 989).then(__webpack_require__.bind(__webpack_require__, 989));
        const started = await startOnLambda(caller, image, timeLimit);
        await showOutput('Start as on AWS Lambda', started.outcome.output);
        return { outcome: started.outcome, findings: checkLambdaStart(started, image.facts.platform) };
    }
    const outcome = await (0,container/* runContainer */.z)(caller, image.id, { network: 'none', timeLimit });
    await showOutput('Start without credentials', outcome.output);
    return { outcome, findings: (0,start_check/* checkStart */.Nq)(outcome) };
}
const unreadHistory = (0,verify_findings/* finding */.gk)('not-searched', 'the engine cannot read the history of the image, because it has not unpacked an image for another platform');
/** The platforms that Lambda runs. */
const lambdaPlatforms = ['linux/amd64', 'linux/arm64'];
async function inspect(caller, image, input) {
    const { secrets, dockerfile, record, lambda } = input;
    const search = new SecretSearch(secrets);
    const chain = dockerfile &&
        (0,stages/* findChain */.r_)((0,external_node_fs_.readFileSync)(dockerfile.path, 'utf8'), { ...dockerfile, platform: image.facts.platform });
    const [found, base] = await Promise.all([
        readHistory(caller, image.id),
        chain && record && countBaseLayers(caller, image, chain, record),
    ]);
    const history = found ?? [];
    const all = image.facts.layers;
    const wanted = [...Array(all).keys()].slice(base ?? 0);
    const steps = findAddedSteps(history, all, wanted.length, chain?.stages);
    const begin = performance.now();
    const { read: scans, unread } = await readLayers(caller, image, wanted, () => new layer_scan/* LayerScan */.H(search));
    const total = (count) => [...scans.values()].reduce((sum, scan) => sum + count(scan), 0);
    return {
        findings: [
            ...checkConfig({
                image,
                history,
                steps,
                dockerfile: dockerfile?.path,
                ...(lambda && { platforms: lambdaPlatforms }),
            }, search),
            ...checkLayers(scans, steps, dockerfile?.path, unread),
            ...(found ? [] : [unreadHistory]),
        ],
        layers: {
            read: scans.size,
            all,
            bytes: total(({ bytes }) => bytes),
            files: total(({ files }) => files),
            duration: Math.round(performance.now() - begin),
            baseKnown: base !== undefined,
            sizes: layerSizes(history, steps, base === undefined ? undefined : wanted.length),
        },
    };
}


/***/ }),

/***/ 859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ listenOnFreePort)
/* harmony export */ });
/** Makes a server listen on a free port, by default on this machine only, and returns the port. */
async function listenOnFreePort(server, host = '127.0.0.1') {
    await new Promise((resolve, reject) => {
        server.once('error', reject).listen(0, host, resolve);
    });
    return server.address().port;
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
