export const id = 634;
export const ids = [634];
export const modules = {

/***/ 4634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish),
  publishing: () => (/* binding */ publishing)
});

// EXTERNAL MODULE: ./build/src/lib/event.js
var lib_event = __webpack_require__(2617);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/publish/comment.js
var publish_comment = __webpack_require__(8676);
// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/src/lib/shared.js
var shared = __webpack_require__(7156);
// EXTERNAL MODULE: ./build/src/docker/dialing-agent.js
var dialing_agent = __webpack_require__(8056);
// EXTERNAL MODULE: ./build/src/docker/engine.js
var engine = __webpack_require__(4942);
;// CONCATENATED MODULE: ./build/src/docker/docker.js





const DEFAULT_SOCKET = '/var/run/docker.sock';
/**
 * The engine that the docker command of the job would talk to: that of DOCKER_HOST, of the Docker context, or of this
 * machine. One that is not behind a socket of this machine is reached by way of the docker command, which knows
 * contexts, TLS and SSH.
 */
function findEngine(config) {
    const socketPath = findSocket(config);
    const connection = socketPath === undefined
        ? { agent: new dialing_agent/* DialingAgent */.y(config) }
        : { agent: new external_node_http_.Agent({ keepAlive: true }), socketPath };
    return { connection, version: (0,shared/* shared */.u)((signal) => (0,engine/* readApiVersion */.ZS)(connection, signal)) };
}
/** undefined where the docker command has to find the way. */
function findSocket({ env, context }) {
    const host = env.DOCKER_HOST ?? (0,inputs/* readVariable */.nt)('DOCKER_HOST');
    if (host !== undefined)
        return /^unix:\/\/(\/.+)$/.exec(host)?.[1];
    const current = (0,inputs/* readVariable */.nt)('DOCKER_CONTEXT') ?? context;
    return current === undefined || current === 'default' ? DEFAULT_SOCKET : undefined;
}

;// CONCATENATED MODULE: ./build/src/lib/turns.js
function turns() {
    const last = new Map();
    return async (key, signal, work) => {
        const turn = (last.get(key) ?? Promise.resolve()).then(() => {
            signal.throwIfAborted();
            return work();
        });
        last.set(key, turn.catch(() => { }));
        return await turn;
    };
}

// EXTERNAL MODULE: ./build/src/aws/ecr-host.js
var ecr_host = __webpack_require__(4464);
// EXTERNAL MODULE: ./build/src/docker/credentials.js
var docker_credentials = __webpack_require__(6432);
// EXTERNAL MODULE: ./build/src/docker/distribution.js + 1 modules
var distribution = __webpack_require__(2312);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var lib_errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/together.js
var together = __webpack_require__(6471);
// EXTERNAL MODULE: ./build/src/platforms/kolena/client.js + 5 modules
var client = __webpack_require__(7149);
// EXTERNAL MODULE: ./build/src/registries/oci.js
var oci = __webpack_require__(7515);
;// CONCATENATED MODULE: ./build/src/registries/platform.js

/** The platform's registry: repositories are created through the platform, below the organization. */
function platformRegistry(host, path, credentials, session) {
    return {
        host,
        path,
        credentials,
        prepare: async () => (session ? await session.createRepository(path).catch(explain(path)) : 'not needed'),
    };
}
function explain(path) {
    return (cause) => {
        if (!(cause instanceof lib_errors/* HttpError */.j$) || cause.transient)
            throw cause;
        throw new lib_errors/* ActionError */.lZ(`The repository ${path} cannot be created (${cause.status}). Its name must begin with the organization of the token; create it on the platform and set create-repository: false, or use another image name. ${cause.message}`, { cause });
    };
}

;// CONCATENATED MODULE: ./build/src/publish/access.js









/** Logs in at the platform, and sees that the token is of the organization that the inputs name. */
async function openSession({ platform }, apiToken, signal) {
    const { apiUrl, organization } = platform;
    const session = await (0,client/* logIn */.E)(apiUrl, apiToken, signal);
    if (organization !== undefined && session.tenant !== organization) {
        throw new lib_errors/* ActionError */.lZ(`The API token belongs to the organization "${session.tenant}", and the inputs (organization, or the path of image) name "${organization}". Use a token of ${organization}, or write ${session.tenant} there.`);
    }
    return session;
}
/** Opens the repository that the image goes to; nothing of the registry is asked yet. */
async function openAccess(inputs, plan, session, ecrLogin, signal) {
    const registry = await chooseRegistry(inputs, plan, session, ecrLogin, signal);
    const { host, path } = registry;
    const credentials = registry.credentials ?? (await (0,docker_credentials/* findCredentials */.g)(host, signal));
    return { plan, session, registry, credentials, repository: (0,distribution/* openRepository */.h)(host, path, credentials, signal) };
}
/** Creates the repository where it is missing, and sees that the registry accepts the login. */
async function enter({ registry, repository }, journal, signal) {
    const prepare = async () => {
        const outcome = await registry.prepare();
        if (outcome === 'created')
            journal.done.push(`The repository ${registry.path} was created.`);
    };
    await journal.phase('Log in to the registry', () => (0,together/* together */.b)(signal, prepare, () => repository.logIn()));
}
/** Gives docker's builder the login of the run; that of the job it has already. */
function giveLogin({ config }, { registry: { host, credentials } }) {
    if (credentials)
        (0,client_config/* addLogin */.r$)(config, host, credentials);
}
/** The registry that the image goes to, as the inputs and the plan say. */
async function chooseRegistry({ image, platform }, plan, session, ecrLogin, signal) {
    const { host, path } = plan.repository;
    if (isEcr(image)) {
        const { createRepository: create, immutableTags: immutable } = image;
        // Brings AWS's ways of connecting with it: nobody else pays for them at start-up.
        const { ecrRegistry } = await __webpack_require__.e(/* import() */ 291).then(__webpack_require__.bind(__webpack_require__, 5291));
        return await ecrRegistry({ host, path, create, immutable }, signal, ecrLogin);
    }
    if (image.host !== undefined)
        return (0,oci/* ociRegistry */.H)(host, path, image.credentials);
    const credentials = image.credentials ?? platformCredentials(plan, platform.apiToken);
    return platformRegistry(host, path, credentials, image.createRepository ? session : undefined);
}
/** Whether the image goes to AWS's registry by the AWS credentials of the job; a login in the inputs goes before those. */
function isEcr({ host, credentials }) {
    return host !== undefined && credentials === undefined && (0,ecr_host/* parseEcrHost */.w)(host) !== undefined;
}
/** On the platform's registry the organization is the user, and the API token the password. */
function platformCredentials({ repository }, apiToken) {
    const [organization = ''] = repository.path.split('/');
    return { username: organization, password: apiToken ?? '' };
}

;// CONCATENATED MODULE: ./build/src/publish/connections.js





/** What the publications of one run share: docker's configuration and engine, and the logins at the platform and at AWS. */
class Connections {
    /** The login at the platform, made when it is first needed; undefined for a run that needs none. */
    session;
    /** The login that AWS gives for a host of its registry: one serves all repositories. */
    ecrLogin = (0,shared/* sharedByKey */.I)();
    /** Changes of a role of AWS, by its ARN: several evaluators may have one, and IAM replaces its policy whole. */
    roleTurn = turns();
    #docker;
    #shell;
    /** @param runs the inputs of all that the run publishes; the platform is the same for each */
    constructor(runs, shell) {
        this.#shell = shell;
        const config = (0,client_config/* createPrivateConfig */.Ch)(shell.privateDirectory);
        this.#docker = { config, engine: findEngine(config) };
        const needed = runs.find(({ evaluator, image }) => evaluator !== undefined || image.host === undefined);
        this.session = (0,shared/* shared */.u)(async (signal) => needed && (await this.#openSession(needed, signal)));
    }
    /** Docker, for work that the signal ends. */
    docker(signal) {
        return { ...this.#docker, signal };
    }
    async #openSession(inputs, signal) {
        const { apiToken } = inputs.platform;
        if (apiToken === undefined)
            return undefined;
        // The session outlives the wait for its login.
        const both = AbortSignal.any([signal, this.#shell.signal]);
        return await this.#shell.journal.phase('Log in at the platform', () => openSession(inputs, apiToken, both));
    }
}

// EXTERNAL MODULE: ./build/src/lib/group-by.js
var group_by = __webpack_require__(8150);
;// CONCATENATED MODULE: ./build/src/publish/evaluator-run.js


function resultOf({ inputs, publication, seconds, error }) {
    if (error instanceof lib_errors/* CancelledError */.cc || seconds === undefined)
        return 'cancelled';
    if (error !== undefined)
        return 'failed';
    if (inputs.mode.dryRun)
        return 'ready';
    if (!publication.registration)
        return 'pushed';
    return publication.changed ? 'published' : 'unchanged';
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Runs that have not begun, each with a name of its own. */
function plannedRuns(evaluators, journal) {
    const shortName = ({ evaluator, image }) => evaluator?.name ?? image.path;
    const counts = (0,group_by/* groupBy */.$)(evaluators, shortName);
    const used = new Set();
    return evaluators.map((inputs, index) => {
        const short = shortName(inputs);
        const alone = counts.get(short)?.length === 1;
        const long = alone ? short : `${short} (${inputs.evaluator?.workflow ?? inputs.image.tags[0]})`;
        const name = used.has(long) ? `${long} ${index + 1}` : long;
        used.add(name);
        return { index, name, inputs, publication: { changed: false }, journal: journal.part() };
    });
}

// EXTERNAL MODULE: ./build/src/publish/fields.js
var fields = __webpack_require__(9276);
// EXTERNAL MODULE: ./build/src/publish/inputs.js + 4 modules
var publish_inputs = __webpack_require__(6548);
// EXTERNAL MODULE: ./build/src/docker/cache.js
var cache = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/src/docker/image.js
var docker_image = __webpack_require__(4639);
// EXTERNAL MODULE: ./build/src/docker/push.js
var push = __webpack_require__(2132);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/docker/build.js + 1 modules
var docker_build = __webpack_require__(5462);
// EXTERNAL MODULE: ./build/src/docker/dockerfile.js
var docker_dockerfile = __webpack_require__(3622);
;// CONCATENATED MODULE: ./build/src/docker/dockerfile-error.js

/** One instruction of a Dockerfile. */
const outputLimit = 10;
/**
 * Finds the failing instruction in the log of `docker buildx build --progress plain`. Newer BuildKit says the line;
 * BuildKit 0.8 (Docker 20.10) names the step only, which is then looked up in the Dockerfile.
 *
 * @param log lines of the build's output, without line ends
 * @param dockerfile the Dockerfile's text, empty when it is not at hand
 * @returns undefined when the log does not end in a failure of the Dockerfile, as when the engine cannot be reached, or a push fails
 */
function locateFailure(log, dockerfile) {
    // A step's own output has a time before it, so only BuildKit's last word starts a line with ERROR.
    const end = log.findLastIndex((text) => text.startsWith('ERROR: '));
    const error = /^ERROR: (?:failed to build: )?failed to solve: (.*)$/.exec(log[end] ?? '')?.[1];
    if (error === undefined || error.startsWith('failed to push '))
        return undefined;
    const { step, output } = readStep(log.slice(0, end));
    const printed = readExcerpt(log.slice(0, end));
    const instructions = (0,docker_dockerfile/* parseInstructions */.ts)(dockerfile);
    const at = printed?.line ?? lineOfParseError(error) ?? (0,docker_dockerfile/* findInstruction */.qB)(step, instructions)?.line;
    const instruction = instructions.find(({ line, lastLine }) => at !== undefined && line <= at && at <= lastLine);
    const message = plainMessage(error);
    const read = step || (instruction?.text ?? '');
    const remedy = remedies.find(([during, cause]) => during.test(read) && cause.test(message))?.[2];
    return {
        ...(at !== undefined && { line: at }),
        step: read.replace(/^\[[^\]]*\d+\/\d+\] /, '') || 'read the Dockerfile',
        message,
        ...(remedy !== undefined && { remedy }),
        output,
        excerpt: printed?.lines ?? (at === undefined ? [] : excerptOf(dockerfile, at, instruction?.lastLine ?? at)),
    };
}
/** The last block ` > [2/2] RUN x:` with what the step printed, between two rules. */
function readStep(log) {
    const start = log.findLastIndex((text, index) => text.startsWith(' > ') && log[index - 1] === '------');
    const step = /^ > (.*):$/.exec(log[start] ?? '')?.[1];
    if (step === undefined)
        return { step: '', output: [] };
    const length = log.slice(start).indexOf('------');
    const printed = log.slice(start + 1, length === -1 ? undefined : start + length);
    return { step, output: printed.slice(-outputLimit).map((text) => text.replace(/^\d+\.\d+ /, '')) };
}
/** `Dockerfile:3`, a rule, numbered lines, a rule, just before the last word. */
function readExcerpt(log) {
    const rule = '-'.repeat(20);
    const close = log.lastIndexOf(rule);
    const open = close < 1 ? -1 : log.lastIndexOf(rule, close - 1);
    const line = Number(/:(\d+)$/.exec(log[open - 1] ?? '')?.[1]);
    const lines = log.slice(open + 1, close);
    if (open < 1 || !line || !lines.every((text) => /^ *\d+ \| /.test(text)))
        return undefined;
    return { line, lines };
}
function lineOfParseError(error) {
    const line = /dockerfile parse error (?:on )?line (\d+)/.exec(error)?.[1];
    return line === undefined ? undefined : Number(line);
}
function excerptOf(dockerfile, first, last) {
    const lines = dockerfile.split(/\r?\n/);
    const from = Math.max(1, first - 2);
    return lines.slice(from - 1, last + 2).map((text, index) => {
        const number = from + index;
        const mark = first <= number && number <= last ? '>>>' : '   ';
        return `${String(number).padStart(4)} | ${mark} ${text}`;
    });
}
function plainMessage(error) {
    return error
        .replace(/^rpc error: code = \w+ desc = failed to solve with frontend \S+: /, '')
        .replace(/^failed to (?:create LLB definition|compute cache key|load cache key): /, '')
        .replace(/failed to calculate checksum of ref \S+: /, '')
        .replace(/^process ".*" did not complete successfully: |^executor failed running \[.*\]: /, '')
        .replace(/^\S+: failed to resolve source metadata for \S+: /, '')
        .replace(/\/\S*\/(?:buildkit-mount\d+|overlay2\/\w+\/merged|cachemounts\/buildkit\d+)/g, '')
        .replace(/ not found: not found$/, ': not found');
}
const base = /^\[internal\] load metadata for |^(?:\[[^\]]*\] )?FROM /;
const copy = /^\[[^\]]*\] (?:COPY|ADD) /;
const any = /^/;
const missing = /not found|no such file/;
const denied = /pull access denied|insufficient_scope|authorization failed|401 Unauthorized|403 Forbidden/;
const unreachable = /no such host|connection refused|i\/o timeout|deadline exceeded|x509/;
const remedies = [
    [
        /<</,
        /unknown instruction/,
        'for here-documents begin the Dockerfile with `# syntax=docker/dockerfile:1`',
    ],
    [any, /failed to read dockerfile/, 'correct `file` (default: `<context>/Dockerfile`) or `context`'],
    [any, /target stage .* could not be found/, 'set `target` to a name that a FROM … AS gives'],
    [any, /no space left on device/, 'free disk space on the runner before this step'],
    [any, /^secret \S+(?: not found)?: not found/, 'pass it in `secrets`, `secret-envs` or `secret-files`'],
    [base, /toomanyrequests|429 Too Many/i, "log in to the base image's registry first, or use a mirror"],
    [base, denied, "correct the base image's name, or log in to its registry first"],
    [base, unreachable, "the base image's registry cannot be reached: correct its name, or use another image"],
    [base, missing, 'there is no such base image: correct its name or tag'],
    [/ --from=/, missing, 'check that the stage or image named by --from holds this path'],
    [copy, missing, 'put it where `context` says, and see that .dockerignore does not leave it out'],
];

;// CONCATENATED MODULE: ./build/src/publish/image.js







/**
 * Builds the image, or finds the one that exists already; undefined when it is not in the engine. What is built has no
 * name yet, so that nothing waits for the organization to be known.
 */
async function obtain({ build: wanted }, plan, docker, directory) {
    return wanted ? await build(docker, wanted, directory) : await findInEngine(docker, await plan());
}
/** Builds the image into the engine's store, or, when it has no business there, only into the builder's cache. */
async function build(docker, wanted, directory) {
    return await buildTo(wanted.store === 'engine' ? 'engine' : 'cache', docker, wanted, [], directory);
}
/** Gives an image that was built into the engine's store the names of the plan. */
async function nameImage(docker, { build }, { engineId }, { localReferences }) {
    if (build?.store !== 'engine')
        return;
    await Promise.all(localReferences.map((reference) => (0,docker_image/* tagImage */.E$)(docker, engineId, reference)));
}
async function buildTo(destination, docker, { options, secrets }, references, directory) {
    log/* startGroup */.Oh(destination === 'registry' ? 'Push with docker buildx build' : 'Build with docker buildx build');
    try {
        const { imageId, ...built } = await (0,docker_build/* buildImage */._w)(docker, options, references, destination, secrets, directory);
        return { id: imageId, ...built, facts: undefined };
    }
    catch (error) {
        throw error instanceof lib_errors/* CommandError */.Qd ? explainBuild(error, options) : error;
    }
    finally {
        log/* endGroup */.N4();
    }
}
function explainBuild(cause, { context, file }) {
    const path = file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const failure = locateFailure([...cause.output], readDockerfile(path));
    if (!failure)
        return cause;
    const place = { file: (0,external_node_path_.relative)('.', path), ...(failure.line !== undefined && { line: failure.line }) };
    const message = [`${failure.step}: ${failure.message}`, failure.remedy, ...failure.output];
    return new lib_errors/* BuildError */.zS(message.filter((line) => line !== undefined).join('\n'), place, { cause });
}
/**
 * Whether a build may read from a registry, such as a cache or the image that it stands on: it has to wait for the
 * login. Any mention counts, as waiting for nothing costs little.
 */
function readsFrom(host, { options }) {
    const { cacheFrom, cacheTo, buildArgs, buildContexts, context, file } = options;
    const dockerfile = readDockerfile(file ?? (0,external_node_path_.join)(context, 'Dockerfile'));
    return [...cacheFrom, ...cacheTo, ...buildArgs, ...buildContexts, dockerfile].some((text) => text.includes(`${host}/`));
}
function readDockerfile(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
/** Finds an image that exists already in the engine, under its full name or its short one; undefined when it is not there. */
async function findInEngine(docker, plan) {
    const [reference] = plan.references;
    const [full] = await (0,docker_image/* inspectImages */.J2)(docker, [reference]);
    const image = full ?? (await (0,docker_image/* inspectImages */.J2)(docker, [plan.shortReference]))[0];
    if (!image)
        return undefined;
    if (!full && !plan.mode.dryRun)
        await (0,docker_image/* tagImage */.E$)(docker, image.id, reference);
    const pushed = image.repoDigests.map((name) => name.slice(name.indexOf('@') + 1));
    return {
        id: image.id,
        engineId: image.id,
        manifestDigest: undefined,
        digests: [image.id, ...pushed],
        metadata: {},
        facts: image.facts,
    };
}

;// CONCATENATED MODULE: ./build/src/publish/delivery.js







/** How often an image is pushed when another job takes the name away on the same engine in between. */
const ATTEMPTS = 5;
/**
 * Brings the image into the registry under its first tag, and has the registry confirm it. Names are not ours alone:
 * another job on the same engine may move the local one before the push, and another push the remote one after it.
 * So only what the registry has, compared by digest with what this run built, counts.
 */
async function deliver(docker, image, inputs, access, directory) {
    const { plan, repository } = access;
    let built = image;
    for (let attempt = 1;; attempt++) {
        const pushed = await delivery_push(docker, built, inputs, access, directory);
        const manifest = await delivery_confirm(docker, repository, pushed, plan);
        if (manifest)
            return { image: pushed, manifest };
        if (attempt === ATTEMPTS)
            throw new lib_errors/* ActionError */.lZ(movedMessage(plan));
        log/* info */.pq(`Another job on this engine took the name ${plan.references[0]}; taking it back`);
        built = await takeBack(docker, built, inputs, plan, directory);
    }
}
/** Gives the image its name back. An image without a name is gone from the containerd store, but not from the cache. */
async function takeBack(docker, image, inputs, plan, directory) {
    if (!inputs.build) {
        await (0,docker_image/* tagImage */.E$)(docker, image.engineId, plan.references[0]);
        return image;
    }
    const again = await build(docker, inputs.build, directory);
    await nameImage(docker, inputs, again, plan);
    return again;
}
async function delivery_push(docker, image, { build }, access, directory) {
    const [reference] = access.plan.references;
    if (build?.store === 'builder') {
        giveLogin(docker, access);
        const built = { ...build, options: (0,cache/* fromCache */.Z)(build.options) };
        const attempt = () => buildTo('registry', docker, built, [reference], directory);
        const pushed = await (0,push/* retryPush */.xo)(attempt, reference, docker.signal);
        return pushed === 'kept' ? { ...image, kept: true } : pushed;
    }
    log/* startGroup */.Oh(`Push ${reference}`);
    try {
        return { ...image, kept: (await (0,push/* pushImage */.GH)(docker, reference, access.credentials)) === 'kept' };
    }
    finally {
        log/* endGroup */.N4();
    }
}
/**
 * The manifest that the registry has of this run's image; undefined when the image did not get there. When the tag
 * stands for another image by now, that is an error, unless the digest is what will be registered.
 */
async function delivery_confirm(docker, repository, image, plan) {
    const tagged = await repository.findManifest(tagOf(plan.references[0]));
    if (tagged && isSame(tagged, image))
        return tagged;
    if (image.kept)
        throw new lib_errors/* ActionError */.lZ(immutableMessage(plan));
    const own = await findOwn(docker, repository, image, plan);
    if (!own) {
        if (!tagged)
            throw new lib_errors/* ActionError */.lZ(lostMessage(plan));
        return undefined;
    }
    if (plan.imageReference === 'tag')
        throw new lib_errors/* ActionError */.lZ(movedMessage(plan));
    log/* info */.pq(`${plan.references[0]} stands for another image by now; ${own.digest} is what this run pushed`);
    return own;
}
/** Looks for the image by its digests: those of the build, and those that the engine noted when it pushed. */
async function findOwn(docker, repository, image, { repository: { host, path } }) {
    const [local] = await (0,docker_image/* inspectImages */.J2)(docker, [image.engineId]);
    const name = `${host}/${path}@`;
    const noted = local?.repoDigests
        .filter((digest) => digest.startsWith(name))
        .map((digest) => digest.slice(name.length));
    const made = image.manifestDigest === undefined ? [] : [image.manifestDigest];
    for (const digest of new Set([...made, ...(noted ?? [])])) {
        const manifest = await repository.findManifest(digest);
        if (manifest && isSame(manifest, image))
            return manifest;
    }
    return undefined;
}
function isSame({ digest, configDigest }, { digests }) {
    return digests.includes(digest) || (configDigest !== undefined && digests.includes(configDigest));
}
/** Gives a manifest of the registry the further tags of the plan; no layer is moved. */
async function addTags(repository, manifest, { references: [, ...more] }) {
    await Promise.all(more.map((reference) => addTag(repository, manifest, tagOf(reference))));
}
/** A tag that is right already is left alone: where tags are immutable, setting it again would be refused. */
async function addTag(repository, manifest, tag) {
    const current = await repository.findManifest(tag);
    if (current?.digest === manifest.digest)
        return;
    await repository.tagManifest(manifest, tag).catch((cause) => {
        if (!(cause instanceof lib_errors/* HttpError */.j$ && /immutable/i.test(cause.message)))
            throw cause;
        throw new lib_errors/* ActionError */.lZ(`The tag ${tag} stands for another image in the registry, and the tags of this repository are immutable. Use another tag, or delete this one. ${cause.message}`, { cause });
    });
}
/** The image that only the registry has, for a run that builds none. */
async function findInRegistry(repository, { references, shortReference }) {
    const [reference] = references;
    const manifest = await repository.findManifest(tagOf(reference));
    if (!manifest) {
        throw new lib_errors/* ActionError */.lZ(`build is false, and the image exists nowhere: the engine has neither ${reference} nor ${shortReference}, and the registry has no ${reference}. Build it before this step, check image and tags, or leave build at true.`);
    }
    return { manifest, image: imageInRegistry(manifest) };
}
/** An image as far as its manifest tells. */
function imageInRegistry({ digest, configDigest = digest }) {
    return {
        id: configDigest,
        engineId: configDigest,
        manifestDigest: digest,
        digests: [digest],
        metadata: {},
        facts: undefined,
    };
}
function tagOf(reference) {
    return reference.slice(reference.lastIndexOf(':') + 1);
}
function movedMessage({ references: [reference] }) {
    return `${reference} stands for another image than the one that this run pushed: another job pushed the same tag. Nothing was registered. Give each run its own tag, as tags does by default, or register by digest (image-reference: digest), and run the job again.`;
}
function immutableMessage({ references: [reference] }) {
    return `${reference} stands for another image in the registry, or the registry refuses this one; tags that are immutable cannot be moved. Nothing was registered. If an earlier run pushed what you want to register, run with build: false, which registers what the registry has; otherwise give this image a tag of its own.`;
}
function lostMessage({ references: [reference] }) {
    return `The registry does not have ${reference} although the push succeeded. Nothing was registered. Run the job again; if it stays so, ask the people who run the registry.`;
}
/** Annotations of the manifest that the registry's one lacks: the classic image store makes a manifest without them. */
function lostAnnotations({ content }, annotations) {
    if (content.manifests)
        return [];
    const names = annotations.map((text) => /^(?:manifest(?:\[[^\]]*\])?:)?([^:=]+)=/.exec(text)?.[1]);
    return names.filter((name) => name !== undefined && content.annotations?.[name] === undefined);
}

;// CONCATENATED MODULE: ./build/src/publish/plan.js
/** Stands for the organization in a dry run that has neither its name nor a token. */
const UNKNOWN_ORGANIZATION = '<organization>';
/** @param organization of the token or the input; undefined only in a dry run that has neither */
function makePlan({ mode, image, evaluator }, organization) {
    const repository = repositoryOf(image, organization);
    const name = `${repository.host}/${repository.path}`;
    const [first, ...more] = image.tags;
    const known = image.host !== undefined || organization !== undefined;
    return {
        mode,
        repository,
        references: [`${name}:${first}`, ...more.map((tag) => `${name}:${tag}`)],
        localReferences: image.tags.map((tag) => `${known ? name : image.path}:${tag}`),
        shortReference: `${image.path}:${first}`,
        imageReference: image.reference,
        evaluator,
    };
}
function repositoryOf(image, organization = UNKNOWN_ORGANIZATION) {
    if (image.host !== undefined)
        return { host: image.host, path: image.path };
    // `acme/name` means the same as `name` for the organization acme, which may be known only now.
    const path = image.path.startsWith(`${organization}/`) ? image.path : `${organization}/${image.path}`;
    return { host: image.platformRegistry, path };
}
/** What is registered as the image; in a dry run the digest is not known yet. */
function registeredImage({ imageReference, repository, references }, digest) {
    if (imageReference === 'tag')
        return references[0];
    return `${repository.host}/${repository.path}@${digest ?? '<digest of the push>'}`;
}
/**
 * What a registration would change; empty when what is registered equals it already. The registered secret is never
 * asked for, so a run with a `secret` always registers, lest an old one stay.
 */
function changesTo(current, image, evaluator) {
    const role = current?.aws_role_config?.assume_role_arn;
    const changes = [];
    if (current?.image !== image)
        changes.push({ field: 'image', from: current?.image, to: image });
    if (role !== evaluator.awsAssumeRole)
        changes.push({ field: 'aws_assume_role', from: role, to: evaluator.awsAssumeRole });
    if (evaluator.secret !== undefined)
        changes.push({ field: 'secret', from: undefined, to: '(as given)' });
    return changes;
}

;// CONCATENATED MODULE: ./build/src/publish/publication.js


/** Makes the plan, as soon as the organization is known, and notes it with what follows from it. */
function notePlan(inputs, organization, publication) {
    const plan = makePlan(inputs, organization);
    publication.plan = plan;
    const { build } = inputs;
    const [reference = ''] = plan.localReferences;
    if (build) {
        const ids = build.secrets.map(({ id }) => id);
        // How people build the same image on their own machine.
        publication.buildCommand = (0,docker_build/* buildCommand */.Oe)(build.options, reference, ids);
    }
    return plan;
}

// EXTERNAL MODULE: ./build/src/lib/retry.js
var retry = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/src/publish/registration.js




/** What is registered now; undefined when there is nothing, or nothing is to be registered. */
async function readRegistration({ evaluator }, session, journal) {
    if (!evaluator || !session)
        return undefined;
    return await journal.phase('Read the registration', () => session.findEvaluator(evaluator.workflow, evaluator.name));
}
/** Registers the evaluator with the image that the registry confirmed, unless that is registered already. */
async function registerImage({ evaluator }, session, previous, signal, journal, publication) {
    const image = publication.registeredImage;
    if (!evaluator || !session || !image)
        return;
    publication.previous = previous;
    const changes = changesTo(previous, image, evaluator);
    publication.changes = changes;
    if (previous && changes.length === 0) {
        publication.registration = previous;
        log/* info */.pq(`${evaluator.name} is registered with ${image} already; nothing to change`);
        return;
    }
    const registration = {
        workflow: evaluator.workflow,
        name: evaluator.name,
        image,
        secret: evaluator.secret ?? null,
        aws_assume_role: evaluator.awsAssumeRole ?? null,
    };
    publication.registration = await journal.phase('Register', () => register(session, registration, previous, signal));
    publication.changed = true;
    journal.done.push(`${evaluator.name} was registered.`);
    log/* info */.pq(`Registered ${evaluator.name} of "${evaluator.workflow}" with ${image}`);
}
/**
 * Registers the evaluator. A request whose outcome is unknown is not simply sent again: what is registered is read
 * back first, and if it is new and what we want, our request was the one that made it.
 */
async function register(session, registration, previous, signal) {
    const { workflow, name } = registration;
    let unknown = false;
    const attempt = async () => {
        if (unknown) {
            const found = await session.findEvaluator(workflow, name);
            if (found && isOurs(found, registration, previous))
                return found;
        }
        try {
            return await session.register(registration);
        }
        catch (error) {
            unknown ||= error instanceof lib_errors/* HttpError */.j$ && error.outcomeUnknown;
            throw error;
        }
    };
    try {
        return await (0,retry/* retry */.L)(attempt, { what: `registration of ${name}`, signal });
    }
    catch (cause) {
        if (!(cause instanceof lib_errors/* HttpError */.j$))
            throw cause;
        throw new lib_errors/* ActionError */.lZ(registration_explain(cause, registration, unknown), { cause });
    }
}
function isOurs(found, registration, previous) {
    const sameRole = (found.aws_role_config?.assume_role_arn ?? null) === registration.aws_assume_role;
    return found.created !== previous?.created && found.image === registration.image && sameRole;
}
function registration_explain(cause, { workflow, name }, unknown) {
    const state = unknown ? `Whether ${name} was registered is not known` : `${name} was not registered`;
    return `${state} for the workflow "${workflow}": ${cause.message}`;
}
/** The object that the vendor's `kolena evaluator register` prints, same keys in the same order, never with the secret. */
function registrationOutput(workflow, { name, image, created, aws_role_config: role }) {
    return {
        workflow,
        name,
        image,
        created,
        secret: null,
        aws_role_config: role && {
            job_role_arn: role.job_role_arn,
            external_id: role.external_id,
            assume_role_arn: role.assume_role_arn,
        },
    };
}

;// CONCATENATED MODULE: ./build/src/publish/reuse.js





/** Looks the inputs up in the registry. That they cannot be told costs nothing but a build. */
async function findReusable(inputs, open, signal) {
    const [{ tag, hasHistory }, { repository }] = await (0,together/* together */.b)(signal, (signal) => tagOfInputs(inputs, signal), open);
    if (tag === undefined)
        return {};
    if (hasHistory)
        log/* info */.pq('The context has the directory .git, which changes with each commit; put .git into .dockerignore');
    if (inputs.build?.options.noCache)
        return { tag };
    const manifest = await repository.findManifest(tag).catch(noRepository);
    if (!manifest) {
        log/* info */.pq('Nothing was published from these inputs yet');
        return { tag };
    }
    const facts = await factsOf(repository, manifest);
    if (isTooOld(inputs, facts?.created)) {
        log/* info */.pq(`What was published from these inputs is of ${facts?.created}, and so built again, without cache`);
        return { tag, expired: true };
    }
    return { tag, found: { manifest, facts } };
}
/** Base images come from their registries, as that is where their digests are from; and nothing that is too old comes back. */
function inputsForReuse(inputs, { tag, expired }) {
    if (tag === undefined || !inputs.build)
        return inputs;
    const { options } = inputs.build;
    const changes = { pull: true, noCache: options.noCache || expired === true };
    return { ...inputs, build: { ...inputs.build, options: { ...options, ...changes } } };
}
/** Gives the image its new tags in the registry, which confirms the first. */
async function reuseImage({ manifest, facts }, repository, plan) {
    await Promise.all(plan.references.map((reference) => addTag(repository, manifest, tagOf(reference))));
    const tagged = await repository.findManifest(tagOf(plan.references[0]));
    if (tagged?.digest !== manifest.digest && plan.imageReference === 'tag')
        throw new lib_errors/* ActionError */.lZ(movedMessage(plan));
    return { manifest, image: { ...imageInRegistry(manifest), facts } };
}
/**
 * Has the registry keep the image under the tag of its inputs, unless these have changed while it was built: a base
 * image may have moved. That it cannot is no failure of the publication.
 */
async function keepForReuse(inputs, tag, manifest, repository, signal) {
    try {
        if ((await tagOfInputs(inputs, signal)).tag === tag)
            await addTag(repository, manifest, tag);
        else
            log/* info */.pq('The inputs of the build changed while it ran, so the image is not kept for reuse');
    }
    catch (error) {
        signal.throwIfAborted();
        log/* warning */.$e(`The image could not be kept for reuse: ${error instanceof Error ? error.message : error}`, 'Reuse');
    }
}
/** The tag under which the registry has what was published from the inputs, and was verified in the same way. */
async function tagOfInputs({ build, verify }, signal) {
    if (!build)
        return {};
    const { digestInputs, digestOf, NotReusable } = await __webpack_require__.e(/* import() */ 353).then(__webpack_require__.bind(__webpack_require__, 9353));
    try {
        if (!build.local)
            throw new NotReusable(`the context ${build.options.context} is not in the workspace`);
        const { digest, hasHistory } = await digestInputs({ options: build.options, secretIds: build.secrets.map(({ id }) => id) }, signal);
        const { timeLimit: _, ...contract } = verify?.contract ?? { timeLimit: 0 };
        const proof = verify && { accepted: [...verify.accepted].sort(), contract: verify.contract && contract };
        return { tag: `inputs-${digestOf([digest, proof])}`, hasHistory };
    }
    catch (error) {
        if (!(error instanceof NotReusable))
            throw error;
        log/* warning */.$e(`Nothing can be reused: ${error.message}. The image is built.`, 'Reuse');
        return {};
    }
}
/** Registries say in several ways that there is no such repository yet. */
function noRepository(error) {
    if (!(error instanceof lib_errors/* HttpError */.j$ && error.status !== undefined) || error.transient)
        throw error;
}
/** The facts of an image; of an index, those of its first image. */
async function factsOf(repository, manifest) {
    const first = manifest.content.manifests?.[0];
    const image = first ? await repository.findManifest(first.digest) : manifest;
    return image && (await repository.readFacts(image));
}
/** With SOURCE_DATE_EPOCH an image says when its source was made, and not when it was. */
function isTooOld({ reuse, build }, created) {
    const isEpochSet = (0,inputs/* readVariable */.nt)('SOURCE_DATE_EPOCH') !== undefined ||
        build?.options.buildArgs.some((text) => text.startsWith('SOURCE_DATE_EPOCH='));
    if (!reuse || reuse.maximumAge === Number.POSITIVE_INFINITY || isEpochSet)
        return false;
    const age = Date.now() - Date.parse(created ?? '');
    return !(age <= reuse.maximumAge);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(0);
;// CONCATENATED MODULE: ./build/src/aws/policy-document.js

const OneOrMore = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())])
    .transform((value) => (typeof value === 'string' ? [value] : value));
/** Values of a condition; IAM also takes bare booleans and numbers. */
const ConditionValues = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY(), schemas/* number */.aig(), schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY(), schemas/* number */.aig()]))])
    .transform((value) => (Array.isArray(value) ? value : [value]).map(String));
const Principal = schemas/* union */.KCZ([
    schemas/* literal */.euz('*').transform(() => ({ AWS: ['*'] })),
    schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['AWS', 'Service', 'Federated', 'CanonicalUser']), OneOrMore),
]);
/** One statement of a trust policy. A trust policy has no `Resource`: the role that it is attached to is the resource. */
const Statement = schemas/* strictObject */.rej({
    Sid: schemas/* string */.YjP().optional(),
    Effect: schemas/* enum */.k5n(['Allow', 'Deny']),
    Principal: Principal.optional(),
    NotPrincipal: schemas/* unknown */.L5J().optional(),
    Action: OneOrMore.optional(),
    NotAction: OneOrMore.optional(),
    Condition: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), ConditionValues)).prefault({}),
});
/** What judging needs of a trust policy: lists where IAM takes one or many, and nothing that is not understood. */
const Document = schemas/* strictObject */.rej({
    Version: schemas/* string */.YjP().optional(),
    Id: schemas/* string */.YjP().optional(),
    Statement: schemas/* preprocess */.vkY((value) => (Array.isArray(value) ? value : [value]), schemas/* array */.YOg(Statement)),
});
/** The statements of a trust policy; undefined when there is anything in it that IAM's grammar does not have. */
function readStatements(document) {
    return Document.safeParse(document).data?.Statement;
}

;// CONCATENATED MODULE: ./build/src/aws/trust-policy-judge.js

/** Judges a trust policy by its meaning, not its text. `document` is its parsed JSON. */
function judgeTrustPolicy(document, trust) {
    const statements = readStatements(document);
    if (!statements)
        return conclude([{ kind: 'maybe', text: 'The trust policy has parts that are not understood here.' }]);
    const findings = statements.flatMap((statement, index) => judgeStatement(statement, trust).map(({ kind, text }) => ({
        kind,
        text: `${statement.Sid ? `Statement "${statement.Sid}"` : `Statement ${index + 1}`} ${text}.`,
    })));
    const partition = (arn) => arn.split(':')[1];
    if (partition(trust.jobRoleArn) !== partition(trust.roleArn))
        findings.push({
            kind: 'denies',
            text: `The platform's role is in the partition ${partition(trust.jobRoleArn)}, this one in ${partition(trust.roleArn)}; AWS lets no role be assumed across partitions.`,
        });
    if (!findings.some(({ kind }) => kind === 'allows' || kind === 'maybe'))
        findings.push({ kind: 'denies', text: `No statement lets ${trust.jobRoleArn} assume the role.` });
    return conclude(findings);
}
function conclude(findings) {
    const texts = (...kinds) => findings.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
    const broken = texts('denies', 'defeats');
    if (broken.length > 0)
        return { verdict: 'broken', reasons: [...broken, ...texts('misses', 'hint')], warnings: texts('remark') };
    const reasons = texts('maybe', 'doubt');
    return { verdict: reasons.length > 0 ? 'unproven' : 'ok', reasons, warnings: texts('misses', 'remark') };
}
function judgeStatement(statement, trust) {
    if (statement.NotPrincipal !== undefined || statement.NotAction !== undefined)
        return [
            {
                kind: statement.Effect === 'Allow' ? 'maybe' : 'doubt',
                text: 'has NotPrincipal or NotAction, whose reach cannot be told from here',
            },
        ];
    const reach = reachOf(statement.Principal?.AWS ?? [], trust);
    if (statement.Effect === 'Deny')
        return [judgeDeny(statement, reach)];
    const { Action = [] } = statement;
    if (!Action.some(coversAssumeRole))
        return reach.of ? [{ kind: 'hint', text: `allows ${Action.join(', ')}, and not sts:AssumeRole` }] : [];
    return reach.of ? judgeAllow(statement, reach, trust) : reach.deleted.map(deletedPrincipal);
}
function reachOf(principals, { jobRoleArn }) {
    const [, partition = '', , , account = ''] = jobRoleArn.split(':');
    const name = jobRoleArn.slice(jobRoleArn.lastIndexOf('/') + 1);
    const session = `arn:${partition}:sts::${account}:assumed-role/${name}/`;
    const of = [
        ['anyone', (principal) => principal === '*'],
        ['account', (principal) => [account, `arn:${partition}:iam::${account}:root`].includes(principal)],
        ['role', (principal) => principal === jobRoleArn],
        ['session', (principal) => principal.startsWith(session)],
    ].find(([, matches]) => principals.some(matches))?.[0];
    return { of, deleted: principals.filter((principal) => /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(principal)) };
}
function judgeDeny({ Action = [], Condition }, { of }) {
    const certain = Action.some(coversAssumeRole) && Object.keys(Condition).length === 0;
    if (certain && of && of !== 'session')
        return { kind: 'denies', text: "denies it to the platform's role" };
    return { kind: 'doubt', text: 'denies something, and what that leaves cannot be told from here' };
}
function judgeAllow({ Condition }, { of }, trust) {
    if (of === 'anyone')
        return [{ kind: 'defeats', text: 'lets anyone assume the role (principal "*"); name the role instead' }];
    const { problem, values, others } = readConditions(Condition);
    if (problem)
        return [{ kind: 'defeats', text: problem }];
    if (!values?.includes(trust.externalId)) {
        const ids = (values ?? []).join('", "');
        return [trust_policy_judge_missing(`wants the external id "${ids}", and the platform presents "${trust.externalId}"`)];
    }
    const remarks = [];
    if (of === 'account')
        remarks.push({ kind: 'remark', text: "trusts the platform's whole account; its role alone is enough" });
    if (values.length > 1)
        remarks.push({ kind: 'remark', text: `takes ${values.length - 1} more external ids than the platform's` });
    if (of === 'session')
        return [{ kind: 'maybe', text: "trusts one session of the platform's role only" }, ...remarks];
    if (others.length > 0)
        return [{ kind: 'maybe', text: `has further conditions (${others.join(', ')})` }, ...remarks];
    return [{ kind: 'allows', text: 'is the one' }, ...remarks];
}
/** What the conditions ask of the external id, and which other ones there are. All of them have to hold. */
function readConditions(condition) {
    const entries = Object.entries(condition).flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => ({ operator, key, values })));
    const onId = entries.filter(({ key }) => key.toLowerCase() === 'sts:externalid');
    const pinned = onId.find(pinsValue);
    const others = entries.filter((entry) => entry !== pinned).map(({ operator, key }) => `${operator} ${key}`);
    return { problem: pinned ? undefined : looseness(onId), values: pinned?.values, others };
}
/** Whether the condition holds for the listed values only, and never for a request without an external id. */
function pinsValue({ operator, values }) {
    const exact = /^StringEquals$/i.test(operator);
    return exact || (/^StringLike$/i.test(operator) && !values.some((value) => /[*?]/.test(value)));
}
function looseness(onId) {
    const [entry] = onId;
    if (!entry)
        return 'has no condition on sts:ExternalId, so that other customers of the platform reach the role';
    const { operator, values } = entry;
    if (/IfExists$/i.test(operator))
        return `has ${operator}, which also holds for a request without external id`;
    if (/^ForAllValues:/i.test(operator))
        return `has ${operator}, which also holds for a request without external id`;
    return `checks the external id with ${operator} "${values.join('", "')}", which takes others as well; write StringEquals`;
}
function trust_policy_judge_missing(text) {
    return { kind: 'misses', text };
}
function deletedPrincipal(id) {
    return trust_policy_judge_missing(`trusts ${id}, the unique id of a principal that was deleted; a new one of the same name is another to IAM, so the policy has to be written again`);
}
/** Names of actions ignore case, and `*` and `?` stand for other characters. */
function coversAssumeRole(action) {
    const escaped = action.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test('sts:AssumeRole');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/aws/trust-policy.js
/**
 * The trust policy of the role that an evaluator assumes, as Kolena documents it: the platform's job role may assume it,
 * and only with the external id that the platform chose for this customer (against the confused deputy).
 */
function trustPolicy(platform) {
    return { Version: '2012-10-17', Statement: [trustStatement(platform)] };
}
function trustStatement({ jobRoleArn, externalId }) {
    return {
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Principal: { AWS: jobRoleArn },
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    };
}

;// CONCATENATED MODULE: ./build/src/aws/trust-policy-merge.js




const Policy = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/** What merging looks at in our own statement; it is only looked at, so that everything stays as it was written. */
const Allow = schemas/* looseObject */._H3({
    Sid: schemas/* string */.YjP(),
    Effect: schemas/* literal */.euz('Allow'),
    Condition: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())).catch({}),
});
/** The Sid of our statement: one for each role, letters and digits only, as IAM asks. */
function statementId({ roleArn }) {
    return `KolenaEvaluator${(0,external_node_crypto_.createHash)('sha256').update(roleArn).digest('hex').slice(0, 8)}`;
}
/**
 * Puts our statement into a trust policy, in the place of the one with our Sid or at the end. Everything else stays,
 * value for value; and so do further conditions that someone gave our statement.
 *
 * @param document the parsed JSON of the policy, as IAM has it
 */
function mergeTrustPolicy(document, trust) {
    const policy = Policy.parse(document);
    const statements = [policy.Statement ?? []].flat();
    const Sid = statementId(trust);
    const at = statements.findIndex((statement) => Allow.safeParse(statement).data?.Sid === Sid);
    const removed = statements[at];
    const { Condition, ...statement } = trustStatement(trust);
    const theirs = Allow.safeParse(removed).data?.Condition ?? {};
    const added = { Sid, ...statement, Condition: mergeConditions(theirs, Condition) };
    const changed = !(0,external_node_util_.isDeepStrictEqual)(removed, added);
    const Statement = at === -1 ? [...statements, added] : statements.with(at, added);
    return { policy: changed ? { ...policy, Statement } : policy, changed, removed, added };
}
/** A difference for people to read, in the manner of `diff`. */
function describeMerge({ changed, removed, added }) {
    const lines = (sign, value) => value !== undefined ? JSON.stringify(value, null, 2).replaceAll(/^/gm, sign) : '';
    if (!changed)
        return '';
    return [lines('- ', removed), lines('+ ', added)].filter((text) => text !== '').join('\n');
}
/** Conditions beside those on the external id, which ours replaces. */
function mergeConditions(theirs, ours) {
    const kept = Object.entries(theirs)
        .map(([operator, keys]) => [
        operator,
        Object.fromEntries(Object.entries(keys).filter(([key]) => key.toLowerCase() !== 'sts:externalid')),
    ])
        .filter(([, keys]) => Object.keys(keys).length > 0);
    const equal = kept.find(([operator]) => operator === 'StringEquals')?.[1];
    return { ...Object.fromEntries(kept), StringEquals: { ...equal, ...ours.StringEquals } };
}

;// CONCATENATED MODULE: ./build/src/aws/role-trust.js






/** Reads the role's trust policy and judges it. */
async function verifyTrust(role, trust) {
    const judgement = judgeTrustPolicy(await role.readTrustPolicy(), trust);
    return { trust, judgement, difference: '', applied: false };
}
/**
 * Sees to it that the platform can assume the role: does nothing where it can, or where that depends on conditions that
 * someone chose; else adds our statement, after showing what that changes. What others wrote is never repaired.
 */
async function applyTrust(role, trust, { dryRun, signal }) {
    const document = await role.readTrustPolicy();
    const judgement = judgeTrustPolicy(document, trust);
    const merge = mergeTrustPolicy(document, trust);
    const after = judgeTrustPolicy(merge.policy, trust);
    const unchanged = { trust, judgement, difference: '', applied: false };
    if (judgement.verdict !== 'broken' || !merge.changed)
        return unchanged;
    if (after.verdict === 'broken')
        return { ...unchanged, judgement: after };
    const difference = describeMerge(merge);
    log/* info */.pq(`The trust policy of ${trust.roleArn} ${dryRun ? 'would change' : 'changes'}:\n${difference}`);
    if (dryRun)
        return { ...unchanged, difference };
    await refuseRace(role, document, trust);
    await role.writeTrustPolicy(merge.policy);
    return { trust, judgement: await role_trust_confirm(role, trust, signal), difference, applied: true };
}
/** IAM replaces the policy whole and compares nothing, so it is read once more just before. */
async function refuseRace(role, document, { roleArn }) {
    if ((0,external_node_util_.isDeepStrictEqual)(await role.readTrustPolicy(), document))
        return;
    throw new lib_errors/* ActionError */.lZ(`The trust policy of ${roleArn} was changed by someone else at this moment, and was left alone. Run the job again.`);
}
/** IAM shows a change to its readers a few seconds later. */
async function role_trust_confirm(role, trust, signal) {
    const attempt = async () => {
        const judgement = judgeTrustPolicy(await role.readTrustPolicy(), trust);
        if (judgement.verdict !== 'broken')
            return judgement;
        throw new lib_errors/* ActionError */.lZ(`The trust policy of ${trust.roleArn} was written, and does not let the platform in: ${judgement.reasons.join(' ')} Look at the role in IAM; something else may write it as well.`);
    };
    return await (0,retry/* retry */.L)(attempt, {
        what: 'reading the policy back',
        signal,
        transient: (error) => error instanceof lib_errors/* ActionError */.lZ,
    });
}

;// CONCATENATED MODULE: ./build/src/publish/role-trust.js



/** Judges, and where it is asked for repairs, the trust policy of the role that the evaluator is registered with. */
async function settleTrust({ trustPolicy, mode }, role, { signal, journal }, { roleTurn }, publication) {
    if (trustPolicy === 'off' || !role)
        return;
    const trust = {
        roleArn: role.assume_role_arn,
        jobRoleArn: role.job_role_arn,
        externalId: role.external_id,
    };
    const { openRole } = await __webpack_require__.e(/* import() */ 659).then(__webpack_require__.bind(__webpack_require__, 1659));
    const result = await journal.phase('Trust policy', async () => {
        const awsRole = await openRole(trust.roleArn, signal);
        if (trustPolicy === 'verify')
            return await verifyTrust(awsRole, trust);
        const apply = () => applyTrust(awsRole, trust, { dryRun: mode.dryRun, signal });
        return await roleTurn(trust.roleArn, signal, apply);
    });
    publication.trust = result;
    if (result.applied)
        journal.done.push(`The trust policy of ${trust.roleArn} was changed.`);
    tell(result, mode.dryRun);
}
/** The dry run: the roles are known from what is registered now, and nothing of it fails the run. */
async function rehearseTrust(inputs, shell, connections, publication) {
    const registered = publication.previous?.aws_role_config;
    const role = inputs.evaluator?.awsAssumeRole;
    if (inputs.trustPolicy === 'off')
        return;
    if (!registered || registered.assume_role_arn !== role) {
        log/* info */.pq('The trust policy is left out: the platform names its role and external id when it registers');
        return;
    }
    try {
        await settleTrust(inputs, registered, shell, connections, publication);
    }
    catch (error) {
        shell.signal.throwIfAborted();
        log/* warning */.$e(`The trust policy could not be read. ${(0,lib_errors/* describeFailure */.Ic)(error)}`, 'Dry run');
    }
}
/** Why the step fails although everything is published: the evaluator could not use its role. */
function failedTrust({ trust, plan }) {
    if (trust?.judgement.verdict !== 'broken' || plan?.mode.dryRun)
        return undefined;
    return describe(trust);
}
function tell(result, dryRun) {
    const { trust, judgement } = result;
    for (const warning of judgement.warnings)
        log/* warning */.$e(warning, `Trust policy of ${trust.roleArn}`);
    if (judgement.verdict === 'ok')
        log/* info */.pq(`The trust policy of ${trust.roleArn} lets the platform in, and nobody else that has not the external id`);
    else if (judgement.verdict === 'unproven' || dryRun)
        log/* warning */.$e(describe(result), 'Trust policy');
}
function describe({ trust, judgement, difference }) {
    const { verdict, reasons } = judgement;
    const state = verdict === 'broken' ? 'is broken' : 'cannot be proved right';
    const remedy = verdict === 'unproven'
        ? 'See whether the platform meets them; it was left as it is.'
        : difference === ''
            ? 'Put the statements right in IAM; trust-policy: apply adds the one that is missing, and the outputs have it.'
            : 'Publishing would put it right.';
    return `The trust policy of ${trust.roleArn} ${state}. ${reasons.join(' ')} ${remedy}`;
}

// EXTERNAL MODULE: ./build/src/verify/findings.js
var verify_findings = __webpack_require__(6769);
;// CONCATENATED MODULE: ./build/src/publish/verification.js







/**
 * Verifies the image before anyone depends on it. What is found becomes annotations at the lines of the Dockerfile;
 * an error that is not accepted stops the run, in a dry run too.
 */
async function verify(inputs, docker, journal, publication, directory) {
    const { image } = publication;
    if (!inputs.verify)
        return;
    const { verify } = inputs;
    await journal.phase('Verify', async () => {
        const local = image && (await findLocal(inputs, docker, image, directory));
        if (!local)
            return skip(publication);
        publication.image = { ...image, facts: image.facts ?? local.facts };
        const { verifyImage } = await __webpack_require__.e(/* import() */ 680).then(__webpack_require__.bind(__webpack_require__, 9680));
        const result = await verifyImage(docker, local, { ...verify, ...subjectOf(inputs) });
        publication.verification = result;
        for (const finding of result.findings)
            annotate(finding);
        refuse(result.findings);
    });
}
/** The image in the engine. One that the builder keeps for itself comes from its cache, for one platform and bare. */
async function findLocal({ build }, docker, image, directory) {
    if (build?.store !== 'builder')
        return (await (0,docker_image/* inspectImages */.J2)(docker, image.digests))[0];
    const { platforms } = build.options;
    const platform = platforms.find((one) => one === 'linux/amd64') ?? platforms[0] ?? 'linux/amd64';
    const alone = { platforms: [platform], provenance: 'false', sbom: 'false', cacheTo: [] };
    const bare = { ...(0,cache/* fromCache */.Z)(build.options), ...alone };
    // Without a name it is dangling: `docker image prune` takes it away when the engine wants room.
    const { digests } = await (0,docker_build/* buildImage */._w)(docker, bare, [], 'engine', build.secrets, directory);
    return (await (0,docker_image/* inspectImages */.J2)(docker, digests))[0];
}
/** What must not be in the image, and where it was made. */
function subjectOf({ build, platform, image, evaluator }) {
    const secrets = [];
    const add = (label, value) => {
        if (value && value.length >= 8 && !secrets.some((one) => one.value === value))
            secrets.push({ label, value });
    };
    add('the API token', platform.apiToken);
    add('the password of the registry', image.credentials?.password);
    add("the evaluator's secret", evaluator?.secret);
    for (const secret of build?.secrets ?? [])
        if ('value' in secret)
            add(`the build secret ${secret.id}`, secret.value);
    const { file, context = '', target } = build?.options ?? {};
    return {
        secrets,
        dockerfile: build?.local ? { path: file ?? (0,external_node_path_.join)(context, 'Dockerfile'), target } : undefined,
    };
}
function skip(publication) {
    publication.notVerified = 'the engine does not have the image, only the registry does';
    log/* warning */.$e(`The image was not verified: ${publication.notVerified}.`, 'Verify');
}
function annotate({ id, severity, message, fix, place, accepted }) {
    const text = `${message}\n${fix}`;
    if (accepted || severity === 'info')
        log/* info */.pq(`${accepted ? 'Accepted' : 'Note'}: ${id}: ${message}`);
    else if (severity === 'error')
        log/* error */.z3(text, id, place);
    else
        log/* warning */.$e(text, id, place);
}
function refuse(findings) {
    const errors = (0,verify_findings/* blocking */.ub)(findings);
    if (errors.length === 0)
        return;
    const list = errors.map(({ id, message, fix, place }) => {
        const where = place?.line === undefined ? '' : ` (${place.file}, line ${place.line})`;
        return `- ${id}${where}: ${message}\n  ${fix}`;
    });
    throw new lib_errors/* ActionError */.lZ(`The image is not fit to be published; nothing was pushed.\n${list.join('\n')}\nTo publish it all the same, list the ids in accept-findings.`);
}

;// CONCATENATED MODULE: ./build/src/publish/publish.js












/**
 * Publishes: the image is built while the run logs in everywhere; then it is verified, pushed, confirmed, and registered.
 * What becomes known is noted in `publication` at once, so that a failure later on loses none of it.
 */
async function publishImage(inputs, shell, connections, publication) {
    const { signal, journal } = shell;
    // What is opened outlives the wait for it.
    const open = (0,shared/* shared */.u)((opening) => openPublication(inputs, connections, publication, AbortSignal.any([opening, signal])));
    const read = async (signal) => {
        const { plan, session } = await open(signal);
        return await readRegistration(plan, session, journal);
    };
    const [reusable, registered] = inputs.reuse
        ? await (0,together/* together */.b)(signal, (signal) => lookUp(inputs, open, journal, signal), read)
        : [{}];
    // While an image is built another job may register one: that is read when the image is there.
    const previous = reusable.found
        ? await reuse(reusable, await open(signal), journal, publication).then(() => registered)
        : await buildAndPush(inputsForReuse(inputs, reusable), open, read, shell, connections, publication);
    const access = await open(signal);
    await (0,together/* together */.b)(signal, (signal) => registerImage(access.plan, access.session, previous, signal, journal, publication), (signal) => keep(inputs, reusable, access.repository, signal, publication), (signal) => noteFacts(access.repository, signal, publication));
    await settleTrust(inputs, publication.registration?.aws_role_config, shell, connections, publication);
}
/** Finds out where the image goes, for which the organization has to be known. */
async function openPublication(inputs, connections, publication, signal) {
    const { organization = (await connections.session(signal))?.tenant } = inputs.platform;
    const plan = notePlan(inputs, organization, publication);
    const session = await connections.session(signal);
    return await openAccess(inputs, plan, session, connections.ecrLogin, signal);
}
async function lookUp(inputs, open, journal, signal) {
    return await journal.phase('Look for the same inputs', () => findReusable(inputs, open, signal));
}
/** Gives the image that was published from the same inputs its new tags: nothing is built, pulled or pushed. */
async function reuse({ tag = '', found }, { plan, repository }, journal, publication) {
    if (!found)
        return;
    const reused = await journal.phase('Tag', () => reuseImage(found, repository, plan));
    const { digest } = reused.manifest;
    Object.assign(publication, reused, {
        reused: { tag, created: found.facts?.created },
        registeredImage: registeredImage(plan, digest),
    });
    journal.done.push(`The image ${plan.references[0]} was tagged.`);
    log/* info */.pq(`${plan.references[0]} is ${digest}, published from the same inputs before; nothing is built`);
}
/** Builds, verifies and pushes the image; gives what is registered at the time of the push. */
async function buildAndPush(inputs, open, read, { signal, privateDirectory, journal }, connections, publication) {
    const entered = (0,shared/* shared */.u)(async (signal) => {
        const access = await open(signal);
        await enter(access, journal, signal);
        return access;
    });
    const docker = connections.docker(signal);
    if (inputs.build && readsFrom(hostOf(inputs), inputs.build))
        giveLogin(docker, await entered(signal));
    const [image, access] = await (0,together/* together */.b)(signal, (signal) => journal.phase('Build', () => obtain(inputs, planOf(open, signal), connections.docker(signal), privateDirectory)), entered);
    if (image) {
        publication.image = image;
        await nameImage(docker, inputs, image, access.plan);
    }
    await verify(inputs, docker, journal, publication, privateDirectory);
    const [previous] = await (0,together/* together */.b)(signal, read, (signal) => bringToRegistry(inputs, connections.docker(signal), access, journal, publication, privateDirectory));
    return previous;
}
function planOf(open, signal) {
    return async () => (await open(signal)).plan;
}
/** The registry, which is known before the organization is. */
function hostOf({ image }) {
    return image.host ?? image.platformRegistry;
}
/** Keeps an image that was built for the next run with the same inputs. */
async function keep(inputs, { tag, found }, repository, signal, { manifest, notVerified }) {
    // What could not be verified is not to be taken for what was.
    if (tag !== undefined && !found && manifest && notVerified === undefined)
        await keepForReuse(inputs, tag, manifest, repository, signal);
}
/** Notes what the registry tells about the image, for the report alone: that it cannot is no failure of the publication. */
async function noteFacts(repository, signal, publication) {
    const { image, manifest, reused } = publication;
    if (!image || !manifest || reused)
        return;
    try {
        publication.image = { ...image, facts: await repository.readFacts(manifest) };
    }
    catch (error) {
        signal.throwIfAborted();
        log/* info */.pq(`The registry does not tell about the image: ${error instanceof Error ? error.message : error}`);
    }
}
/** Delivers the image unless the registry alone has it, and notes what the registry confirmed. */
async function bringToRegistry(inputs, docker, access, journal, publication, directory) {
    const { plan, repository } = access;
    const { image } = publication;
    const delivered = image
        ? await journal.phase('Push', () => deliver(docker, image, inputs, access, directory))
        : await journal.phase('Find', () => findInRegistry(repository, plan));
    const { manifest } = delivered;
    Object.assign(publication, delivered, { registeredImage: registeredImage(plan, manifest.digest) });
    if (image && !delivered.image.kept)
        journal.done.push(`The image ${plan.references[0]} was pushed.`);
    const lost = lostAnnotations(manifest, inputs.build?.options.annotations ?? []);
    if (lost.length > 0)
        log/* warning */.$e(`The image has no annotation ${lost.join(', ')}: the classic image store of the engine does not keep annotations. Turn on its containerd image store, or use labels.`, 'annotations');
    if (plan.references.length > 1)
        await journal.phase('Tag', () => addTags(repository, manifest, plan));
    for (const reference of plan.references)
        log/* info */.pq(`The registry has ${reference}@${manifest.digest}`);
}

// EXTERNAL MODULE: ./build/src/lib/bounded.js
var bounded = __webpack_require__(544);
// EXTERNAL MODULE: ./build/src/lib/journal.js
var journal = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/src/lib/shell.js + 1 modules
var lib_shell = __webpack_require__(5192);
;// CONCATENATED MODULE: ./build/src/publish/rehearse.js









/**
 * The dry run: builds for real, changes nothing anywhere, and notes what publishing would do. With a token at hand
 * it reads what is registered now; that it cannot is a warning, since a pull request must not fail for it.
 */
async function rehearse(inputs, shell, connections, publication) {
    const { signal, privateDirectory, journal } = shell;
    const session = connections.session(signal).catch(warn(signal));
    const planned = (0,shared/* shared */.u)(async () => {
        const organization = inputs.platform.organization ?? (await session)?.tenant;
        const plan = notePlan(inputs, organization, publication);
        publication.registeredImage = registeredImage(plan, undefined);
        return plan;
    });
    const [image, plan] = await (0,together/* together */.b)(signal, (signal) => journal.phase('Build', () => obtain(inputs, () => planned(signal), connections.docker(signal), privateDirectory)), planned, async (signal) => compare(await planned(signal), await session, publication).catch(warn(signal)));
    if (image)
        publication.image = image;
    else
        log/* info */.pq(`The engine has no ${plan.shortReference}; publishing would look for ${plan.references[0]} in the registry`);
    const docker = connections.docker(signal);
    if (image)
        await nameImage(docker, inputs, image, plan);
    await verify(inputs, docker, journal, publication, privateDirectory);
    if (image && isInEngine(inputs))
        await rehearse_noteFacts(docker, publication);
    await rehearseTrust(inputs, shell, connections, publication);
}
function isInEngine({ build }) {
    return build?.store !== 'builder';
}
/** Notes what the engine tells about the image, unless the verification did. */
async function rehearse_noteFacts(docker, publication) {
    const { image } = publication;
    if (!image || image.facts)
        return;
    const [local] = await (0,docker_image/* inspectImages */.J2)(docker, [image.engineId]);
    publication.image = { ...image, facts: local?.facts };
}
async function compare({ evaluator, ...plan }, session, publication) {
    if (!evaluator || !session)
        return;
    const previous = await session.findEvaluator(evaluator.workflow, evaluator.name);
    const image = registeredImage({ evaluator, ...plan }, undefined);
    Object.assign(publication, { previous, changes: changesTo(previous, image, evaluator) });
}
function warn(signal) {
    return (error) => {
        signal.throwIfAborted();
        log/* warning */.$e(`What is registered now could not be read, so the plan does not show what would change. ${error instanceof Error ? error.message : error}`, 'Dry run');
    };
}

;// CONCATENATED MODULE: ./build/src/publish/publish-many.js













/**
 * Publishes evaluators side by side, `limit` at a time, with one login at the platform and one at each registry. They
 * share the builder, which builds a stage that several have in common once. One that fails stops no other; at the end
 * it is an error that names all that failed.
 */
async function publishMany(runs, shell, limit) {
    const connections = new Connections(runs.map(({ inputs }) => inputs), shell);
    log/* info */.pq(`${runs.length} evaluators, ${Math.min(limit, runs.length)} at a time; the output of each comes when it ends`);
    await (0,bounded/* settleBounded */.Z)(runs, limit, shell.signal, (run) => publishOne(run, shell, connections));
    const failed = runs.filter(({ error }) => error !== undefined);
    log/* info */.pq(countsOf(runs));
    if (failed.length > 0)
        throw failureOf(failed, runs.length);
}
async function publishOne(run, shell, connections) {
    const { name, inputs, publication, journal } = run;
    const start = performance.now();
    log/* info */.pq(`${name}: begins`);
    const section = new log/* Section */.wn(name);
    const [outcome] = await Promise.allSettled([
        section.within(async () => {
            const privateDirectory = (0,external_node_path_.join)(shell.privateDirectory, String(run.index));
            (0,external_node_fs_.mkdirSync)(privateDirectory, { mode: 0o700 });
            const own = { signal: shell.signal, privateDirectory, journal };
            await (inputs.mode.dryRun ? rehearse : publishImage)(inputs, own, connections, publication);
            const gate = failedTrust(publication);
            if (gate !== undefined)
                throw new lib_errors/* ActionError */.lZ(gate);
        }),
    ]);
    run.seconds = (performance.now() - start) / 1000;
    if (outcome.status === 'rejected')
        run.error = shell.signal.aborted ? shell.signal.reason : outcome.reason;
    section.show(`${name}: ${resultOf(run)}, ${run.seconds.toFixed(1)} s`);
    if (resultOf(run) !== 'failed')
        return;
    // Below the group, which is folded.
    section.within(() => (0,lib_shell.tellFailure)(run.error, journal));
    section.show();
}
function countsOf(runs) {
    const groups = [...(0,group_by/* groupBy */.$)(runs, resultOf)];
    return groups.map(([result, { length }]) => `${length} ${result}`).join(', ');
}
/** One line a reason, since a wrong token fails every evaluator alike: that is the cause of all then. */
function failureOf(failed, all) {
    const reasons = (0,group_by/* groupBy */.$)(failed, ({ error }) => {
        const [line = ''] = messageOf(error).split('\n');
        const phase = (0,journal/* phaseOf */.h)(error);
        return phase === undefined ? line : `${phase} failed: ${line}`;
    });
    const lines = [...reasons].map(([reason, runs]) => `- ${runs.map(({ name }) => name).join(', ')}: ${reason}`);
    const message = [
        `${failed.length} of ${all} evaluators failed. Each of them is explained in the log and in the job summary; running the job again is safe.`,
        ...lines,
    ].join('\n');
    const alike = failed.length === all && reasons.size === 1;
    return new lib_errors/* ActionError */.lZ(message, { cause: alike ? failed[0]?.error : undefined });
}

// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
;// CONCATENATED MODULE: ./build/src/publish/outputs.js


/** The root action's outputs, by name as in action.yml. One with no value is the empty string. */
function publishOutputs(publication) {
    const { plan, image, manifest, previous, registration, changed } = publication;
    const role = registration?.aws_role_config;
    const policy = role && trustPolicy({ jobRoleArn: role.job_role_arn, externalId: role.external_id });
    const output = registration && plan?.evaluator && registrationOutput(plan.evaluator.workflow, registration);
    return {
        registration: json(output),
        registrations: '',
        results: '',
        image: publication.registeredImage ?? '',
        tags: plan?.references.join('\n') ?? '',
        digest: manifest?.digest ?? '',
        'image-id': image?.id ?? '',
        metadata: json(image?.metadata),
        'aws-role-config': json(output?.aws_role_config),
        'job-role-arn': role?.job_role_arn ?? '',
        'external-id': role?.external_id ?? '',
        'assume-role-arn': role?.assume_role_arn ?? '',
        'trust-policy': json(policy),
        'dry-run': plan ? String(plan.mode.dryRun) : '',
        reused: plan ? String(publication.reused !== undefined) : '',
        changed: String(changed),
        'previous-image': previous?.image ?? '',
        plan: json(planOutput(publication)),
    };
}
/** The plan for other steps to read: what is, or would be, published and registered, and what that changes. */
function planOutput({ plan, registeredImage, previous, changes }) {
    if (!plan)
        return undefined;
    const { mode, evaluator, repository, references } = plan;
    return {
        dry_run: mode.dryRun,
        reason: mode.reason,
        repository: `${repository.host}/${repository.path}`,
        tags: references,
        registration: evaluator && {
            workflow: evaluator.workflow,
            name: evaluator.name,
            image: registeredImage,
            aws_assume_role: evaluator.awsAssumeRole ?? null,
            secret: evaluator.secret === undefined ? null : 'given',
        },
        registered: previous && { image: previous.image, created: previous.created },
        changes: changes?.map(({ field, from, to }) => ({ field, from: from ?? null, to: to ?? null })),
    };
}
function json(value) {
    return value === undefined || value === null ? '' : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/src/publish/publish-run.js




/** The root action's outputs, for one evaluator or for those of a file. */
function runOutputs({ publication, evaluators }) {
    const own = publishOutputs(publication);
    if (!evaluators)
        return own;
    const all = evaluators.map((run) => ({ run, outputs: publishOutputs(run.publication) }));
    const registrations = all.flatMap(({ outputs }) => outputs.registration || []);
    return {
        ...own,
        registrations: `[${registrations.join(',')}]`,
        results: JSON.stringify(all.map(({ run, outputs }) => resultOutput(run, outputs))),
        tags: evaluators.flatMap(referencesOf).join('\n'),
        'dry-run': String(evaluators.some(({ inputs }) => inputs.mode.dryRun)),
        changed: String(evaluators.some((run) => run.publication.changed)),
    };
}
/** What the registry has of the evaluator's image, whatever failed afterwards; in a dry run what it would get. */
function referencesOf({ inputs, publication, error }) {
    const { plan, manifest } = publication;
    if (!plan || !(inputs.mode.dryRun ? error === undefined : manifest))
        return [];
    // The first is confirmed before the others are set.
    return (0,journal/* phaseOf */.h)(error) === 'Tag' ? plan.references.slice(0, 1) : plan.references;
}
/** Outputs that hold JSON, which stands in the results as itself. */
const JSON_OUTPUTS = new Set(['registration', 'aws-role-config', 'trust-policy', 'plan']);
/** Of all evaluators, or too long for a step's outputs when there are hundreds. */
const LEFT_OUT = new Set(['registrations', 'results', 'metadata']);
function resultOutput(run, outputs) {
    const { inputs, error, seconds } = run;
    const given = Object.entries(outputs).filter(([name, value]) => value !== '' && !LEFT_OUT.has(name));
    return {
        workflow: inputs.evaluator?.workflow ?? null,
        'evaluator-name': inputs.evaluator?.name ?? null,
        result: resultOf(run),
        error: error === undefined ? null : (0,secrets/* redact */.E$)(messageOf(error)),
        seconds: seconds === undefined ? null : Number(seconds.toFixed(1)),
        ...Object.fromEntries(given.map(([name, value]) => [name, JSON_OUTPUTS.has(name) ? JSON.parse(value) : value])),
    };
}

// EXTERNAL MODULE: ./build/src/report/failure.js
var failure = __webpack_require__(1522);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/bar.js
var bar = __webpack_require__(9317);
;// CONCATENATED MODULE: ./build/src/report/layer-section.js


/** Layers that have a row of their own; what is smaller has one together. */
const SHOWN = 8;
/** Characters of an instruction. */
const LONGEST_TEXT = 120;
/** What takes the room in an image: the base image, and what each instruction added to it, as bars. */
function layerSections(sizes) {
    if (!sizes || sizes.length === 0)
        return [];
    const base = sizes.filter((layer) => layer.base);
    const own = sizes.filter((layer) => !layer.base);
    const shown = new Set(own.toSorted((a, b) => b.size - a.size).slice(0, SHOWN));
    const small = own.filter((layer) => !shown.has(layer));
    const rows = own
        .filter((layer) => shown.has(layer))
        .map(({ text, line, size }) => [
        (0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(text, LONGEST_TEXT)),
        line === undefined ? '' : String(line),
        size,
    ]);
    if (base.length > 0)
        rows.unshift([`base image, ${count(base.length)}`, '', sum(base)]);
    if (small.length > 0)
        rows.push([`${count(small.length)} that are smaller`, '', sum(small)]);
    return [(0,markdown/* join */.fj)([(0,markdown.md) `### Layers`, barTable(rows)])];
}
function barTable(rows) {
    const all = rows.reduce((total, [, , size]) => total + size, 0);
    const largest = Math.max(...rows.map(([, , size]) => size));
    const cells = rows.map(([name, line, size]) => [
        name,
        line,
        (0,bar/* unbroken */.D)(`${(size / 1e6).toFixed(1)} MB`),
        (0,bar/* unbroken */.D)(`${(0,bar/* bar */.M)(size, largest)} ${Math.round((size / all) * 100)} %`),
    ]);
    return (0,markdown/* table */.tp)(['Layer', 'Line', 'Size', 'Share'], cells);
}
function count(layers) {
    return layers === 1 ? '1 layer' : `${layers} layers`;
}
function sum(layers) {
    return layers.reduce((total, { size }) => total + size, 0);
}

// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/report/trust-section.js


const verdicts = {
    ok: ['TIP', 'The platform can assume the role, and only with its external id.'],
    unproven: ['WARNING', 'Whether the platform can assume the role cannot be told from the policy alone.'],
    broken: ['CAUTION', 'The platform cannot assume the role, or others can as well.'],
};
/** What the role's trust policy needs, and where it was looked at, what it is worth. Nothing without a role. */
function trustSection(role, trust) {
    const arn = trust?.trust.roleArn ?? role?.assume_role_arn;
    if (arn === undefined)
        return [];
    return [
        (0,markdown.md) `### Trust policy of the AWS role`,
        ...(trust ? judgementOf(trust) : []),
        ...(role && trust?.judgement.verdict !== 'ok' ? neededPolicy(role) : []),
    ];
}
function judgementOf({ trust, judgement, difference, applied }) {
    const [kind, text] = verdicts[judgement.verdict];
    const lines = [(0,markdown.md) `${(0,markdown/* code */.aY)(trust.roleArn)}: ${text}`, ...judgement.reasons, ...judgement.warnings];
    const change = applied ? 'Changed by this run:' : 'Publishing would change it:';
    return [
        (0,markdown/* alert */.xE)(kind, (0,markdown/* join */.fj)(lines, (0,markdown.md) `<br>`)),
        ...(difference === '' ? [] : [(0,markdown.md) `${change}`, (0,markdown/* codeBlock */.DV)(difference, 'diff')]),
    ];
}
function neededPolicy(role) {
    const policy = trustPolicy({ jobRoleArn: role.job_role_arn, externalId: role.external_id });
    return [
        (0,markdown.md) `For the platform to assume ${(0,markdown/* code */.aY)(role.assume_role_arn)}, the role's trust policy needs this statement:`,
        (0,markdown/* codeBlock */.DV)(JSON.stringify(policy, null, 2), 'json'),
    ];
}

;// CONCATENATED MODULE: ./build/src/report/verify-summary.js


/** Hours that the platform lets an evaluator run. */
const LONGEST_RUN = 6;
/** What the verification found and saw: findings with their fixes, facts, and the evidence of the contract check. */
function verifySections(publication) {
    const { verification } = publication;
    const findings = findingSections(publication);
    if (!verification)
        return findings;
    const { contract } = verification;
    return [...findings, facts(verification), ...(contract ? contractSections(contract) : [])];
}
/** What the verification found, or that it did not take place. */
function findingSections({ verification, notVerified }) {
    if (notVerified !== undefined)
        return [(0,markdown/* alert */.xE)('WARNING', (0,markdown.md) `The image was not verified: ${notVerified}.`)];
    if (!verification)
        return [];
    const { findings } = verification;
    return [(0,markdown.md) `### Verification`, verdict(findings), ...(findings.length > 0 ? [findingTable(findings)] : [])];
}
function verdict(findings) {
    const stopping = findings.filter(({ severity, accepted }) => severity === 'error' && !accepted).length;
    const accepted = findings.filter((finding) => finding.accepted).length;
    const rest = accepted > 0 ? (0,markdown.md) ` ${accepted} accepted.` : (0,markdown.md) ``;
    if (stopping > 0)
        return (0,markdown.md) `❌ ${stopping} of ${findings.length} findings stop the publish.${rest}`;
    return findings.length > 0 ? (0,markdown.md) `✅ Nothing stops the publish.${rest}` : (0,markdown.md) `✅ Nothing was found.`;
}
const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingTable(findings) {
    const rows = findings.map(({ id, severity, message, fix, place, accepted }) => [
        accepted ? (0,markdown.md) `☑️ accepted (${severity})` : (0,markdown.md) `${SIGNS[severity]} ${severity}`,
        (0,markdown/* code */.aY)(id),
        place?.line === undefined ? message : (0,markdown.md) `${message}<br>${(0,markdown/* code */.aY)(`${place.file}:${place.line}`)}`,
        fix,
    ]);
    return (0,markdown/* table */.tp)(['', 'Finding', 'What', 'Fix'], rows);
}
function facts({ layers, start }) {
    const { read, all, bytes, files, duration, baseKnown } = layers;
    const whose = baseKnown
        ? (0,markdown.md) `the ${read} that this build added, of ${all}`
        : (0,markdown.md) `all ${all}, as those of the base image could not be told apart`;
    const end = start.timedOut
        ? 'did not end in time'
        : start.refusal === undefined
            ? `exit code ${start.exitCode ?? 'unknown'}`
            : 'was not started';
    return (0,report/* factTable */.B)([
        ['Layers read', (0,markdown.md) `${whose}: ${files} files, ${megabytes(bytes)}, in ${seconds(duration)}`],
        ['Run without credentials', (0,markdown.md) `${end}, after ${seconds(start.duration)}`],
    ]);
}
function contractSections({ evidence, duration, peakMemory, samples }) {
    const sign = (holds) => (holds === undefined ? '❔' : holds ? '✅' : '❌');
    const rows = evidence.map(({ check, seen, holds }) => [sign(holds), check, seen]);
    const share = (duration / 1000 / 3600 / LONGEST_RUN) * 100;
    const memory = peakMemory === undefined ? 'not measured' : megabytes(peakMemory);
    return [
        (0,markdown.md) `### Contract`,
        (0,markdown.md) `The image ran as the platform runs it, against a stand-in for the platform and without any other network.`,
        (0,markdown/* table */.tp)(['', 'The evaluator', 'Seen'], rows),
        (0,markdown.md) `The evaluation took ${seconds(duration)}, ${share.toFixed(share < 0.1 ? 3 : 1)} % of the ${LONGEST_RUN} hours that the platform allows, for ${samples} samples. Memory at the peak: ${memory}.`,
        ...(samples === 0 ? [(0,markdown/* alert */.xE)('NOTE', emptyNote)] : []),
    ];
}
const emptyNote = (0,markdown.md) `The test suite of this check had no samples. So it is not proven that the evaluator can read your test samples, ground truths and inferences, that its metrics are right, nor how long it takes and how much memory it needs with real data. Give a ${(0,markdown/* code */.aY)('contract-fixture')} to show that.`;
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
function seconds(milliseconds) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./build/src/report/publish-summary.js






/** The job summary of the root action: verdict, plan or result, changes, image, verification, trust policy, timeline. */
function publishSummary(publication, journal, error) {
    const { plan, image, registration, changes, buildCommand } = publication;
    const sections = [
        ...(plan ? [publish_summary_facts(publication, plan)] : []),
        ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
        ...(image?.facts ? [imageTable(image.facts)] : []),
        ...layerSections(publication.verification?.layers.sizes),
        ...verifySections(publication),
        ...trustSection(registration?.aws_role_config, publication.trust),
        ...(buildCommand ? [(0,markdown/* details */.zH)('Build the same image on your machine', (0,markdown/* codeBlock */.DV)(buildCommand, 'sh'))] : []),
    ];
    return (0,report/* report */.z)(publishVerdict(publication, error), sections, journal, error);
}
/** How a run ended, in one line. */
function publishVerdict(publication, error) {
    const { plan, registration, changed } = publication;
    const name = plan?.evaluator?.name ?? plan?.repository.path ?? 'The evaluator';
    if (error !== undefined && changed)
        return (0,markdown.md) `⚠️ ${name} is published, but the run failed after that`;
    if (error !== undefined)
        return (0,markdown.md) `❌ ${name} ${plan?.mode.dryRun ? 'is not ready to be' : 'was not'} published`;
    if (plan?.mode.dryRun)
        return (0,markdown.md) `🔎 Dry run: ${name} is ready to be published`;
    if (!registration)
        return (0,markdown.md) `✅ ${name} is pushed`;
    if (failedTrust(publication))
        return (0,markdown.md) `❌ ${name} is published, but the trust policy of its AWS role is broken`;
    return changed ? (0,markdown.md) `✅ ${name} is published` : (0,markdown.md) `✅ ${name} is published already, nothing changed`;
}
function publish_summary_facts({ registeredImage, manifest, previous, registration, reused }, plan) {
    const { mode, evaluator, references } = plan;
    const tags = (0,markdown/* join */.fj)(references.map(markdown/* code */.aY), (0,markdown.md) `<br>`);
    return (0,report/* factTable */.B)([
        [mode.dryRun ? 'Dry run' : 'Run', mode.reason],
        ['Workflow', evaluator?.workflow],
        ['Evaluator', evaluator && (0,markdown/* code */.aY)(evaluator.name)],
        [mode.dryRun ? 'Would register' : 'Image', (0,markdown/* code */.aY)(registeredImage ?? references[0])],
        ['Tags', references.length > 1 ? tags : undefined],
        ['Digest', manifest && (0,markdown/* code */.aY)(manifest.digest)],
        ['Reused', reused && reusedImage(reused)],
        ['Registered', registration?.created],
        ['Registered before', previous && previous.image !== registeredImage ? (0,markdown/* code */.aY)(previous.image) : undefined],
    ]);
}
function reusedImage({ created }) {
    return (0,markdown.md) `what was published from the same inputs${created ? ` (built ${created.slice(0, 10)})` : ''}; nothing was built`;
}
/** What a registration changes, or would change. */
function changeTable(changes, dryRun) {
    const show = (value) => (value === undefined ? '—' : (0,markdown/* code */.aY)(value));
    const rows = changes.map(({ field, from, to }) => [field, show(from), show(to)]);
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${dryRun ? 'What publishing would change' : 'What changed'}`,
        (0,markdown/* table */.tp)(['Registered', 'Before', 'After'], rows),
    ]);
}
/** What an image is, in one row. */
function imageTable({ platform, entrypoint, command, user, size, layers }) {
    const words = (list) => (list.length > 0 ? (0,markdown/* code */.aY)(JSON.stringify(list)) : '—');
    const row = [
        platform,
        `${layers} ${layers === 1 ? 'layer' : 'layers'}, ${(size / 1e6).toFixed(1)} MB`,
        words(entrypoint),
        words(command),
        (0,markdown/* code */.aY)(user),
    ];
    return (0,markdown/* join */.fj)([(0,markdown.md) `### Image`, (0,markdown/* table */.tp)(['Platform', 'Size', 'Entrypoint', 'Command', 'User'], [row])]);
}

;// CONCATENATED MODULE: ./build/src/report/publish-comment.js





/** What a reviewer wants of the report: verdict, failure, changes, image, findings; the rest is one link away. */
function publishComment(publication, input, journal, error) {
    const { plan, image, registration, changes, registeredImage, trust } = publication;
    const policy = trustSection(registration?.aws_role_config, trust);
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${publishVerdict(publication, error)}`,
        ...(error === undefined ? [] : [(0,failure/* failure */.V)(error, journal)]),
        ...(plan?.mode.dryRun && registeredImage
            ? [(0,markdown.md) `Publishing would register ${(0,markdown/* code */.aY)(registeredImage)}.`]
            : []),
        ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
        ...(image?.facts ? [imageTable(image.facts)] : []),
        ...findingSections(publication),
        ...(policy.length > 0 ? [(0,markdown/* details */.zH)('Trust policy of the AWS role', (0,markdown/* join */.fj)(policy.slice(1)))] : []),
        whereFrom(input),
    ]);
}
/** What a comment is about, and where there is more. */
function whereFrom({ sha, runUrl }) {
    const where = [(0,markdown.md) `Commit ${(0,markdown/* code */.aY)(sha.slice(0, 7))}`];
    if (runUrl)
        where.push((0,markdown/* link */.nf)('the whole report', runUrl));
    return (0,markdown.md) `<sub>${(0,markdown/* join */.fj)(where, (0,markdown.md) ` · `)}</sub>`;
}
/** What the summary says where there is no comment. */
function missingComment(reason) {
    return (0,markdown/* alert */.xE)('NOTE', (0,markdown.md) `The pull request has no comment with this report: ${reason}.`);
}

// EXTERNAL MODULE: ./build/src/report/timeline.js
var timeline = __webpack_require__(6753);
;// CONCATENATED MODULE: ./build/src/report/many-summary.js








/** Bytes: well below what GitHub shows of a step; sections beyond are left out whole, so that none is cut in two. */
const MOST_DETAILS = 350 * 1024;
const many_summary_SIGNS = {
    published: '✅',
    unchanged: '✅',
    pushed: '✅',
    ready: '🔎',
    failed: '❌',
    cancelled: '⚪',
};
/** The job summary of several evaluators: verdict, a line for each, and each one's own summary; what failed comes first. */
function manySummary(runs, journal, error) {
    const failed = runs.filter((run) => resultOf(run) === 'failed');
    const ordered = [...failed, ...runs.filter((run) => resultOf(run) !== 'failed')];
    const sections = [
        (0,markdown.md) `## ${many_summary_verdict(runs, failed)}`,
        // What failed is told one by one below.
        ...(error !== undefined && failed.length === 0 ? [(0,failure/* failure */.V)(error, journal)] : []),
        overview(ordered),
        (0,markdown/* details */.zH)('Timeline', (0,timeline/* timelines */.z)([
            { name: 'All', phases: journal.phases },
            ...runs.map(({ name, journal }) => ({ name, phases: journal.phases })),
        ])),
    ];
    return (0,markdown/* join */.fj)([...sections, ...summariesOf(ordered)]);
}
/** What a reviewer wants to know of several evaluators: verdict, a line for each, and why some failed. */
function manyComment(runs, input, journal, error) {
    const failed = runs.filter((run) => resultOf(run) === 'failed');
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${many_summary_verdict(runs, failed)}`,
        ...(error !== undefined && failed.length === 0 ? [(0,failure/* failure */.V)(error, journal)] : []),
        overview([...failed, ...runs.filter((run) => !failed.includes(run))]),
        ...failed.map((run) => (0,markdown/* details */.zH)(`${many_summary_SIGNS.failed} ${run.name}`, (0,failure/* failure */.V)(run.error, run.journal), true)),
        whereFrom(input),
    ]);
}
function many_summary_verdict(runs, failed) {
    const counts = [...(0,group_by/* groupBy */.$)(runs, resultOf)].map(([result, { length }]) => `${length} ${result}`).join(', ');
    if (failed.length > 0)
        return (0,markdown.md) `❌ ${failed.length} of ${runs.length} evaluators failed (${counts})`;
    if (runs.some((run) => resultOf(run) === 'cancelled'))
        return (0,markdown.md) `⚪ Cancelled: ${counts}`;
    if (runs[0]?.inputs.mode.dryRun)
        return (0,markdown.md) `🔎 Dry run: ${runs.length} evaluators are ready to be published`;
    return (0,markdown.md) `✅ ${runs.length} evaluators: ${counts}`;
}
function overview(runs) {
    const rows = runs.map((run) => {
        const { name, publication, seconds, error } = run;
        const result = resultOf(run);
        const phase = (0,journal/* phaseOf */.h)(error);
        const step = result === 'failed' && phase !== undefined ? `: ${phase}` : '';
        return [
            (0,markdown/* code */.aY)(name),
            `${many_summary_SIGNS[result]} ${result}${step}`,
            publication.registeredImage === undefined ? '—' : (0,markdown/* code */.aY)(publication.registeredImage),
            changesOf(run),
            seconds === undefined ? '—' : `${seconds.toFixed(1)} s`,
        ];
    });
    return (0,markdown/* table */.tp)(['Evaluator', 'Result', 'Image', 'Changed', 'Time'], rows);
}
function changesOf({ publication: { changes, previous } }) {
    if (!changes || changes.length === 0)
        return '—';
    return previous ? changes.map(({ field }) => field).join(', ') : 'new';
}
function summariesOf(runs) {
    const shown = [];
    let bytes = 0;
    for (const run of runs) {
        const body = publishSummary(run.publication, run.journal, run.error);
        bytes += Buffer.byteLength(body.toString());
        if (bytes > MOST_DETAILS) {
            return [
                ...shown,
                (0,markdown.md) `The other ${runs.length - shown.length} evaluators stand in the table only: there is no room for more here.`,
            ];
        }
        const result = resultOf(run);
        shown.push((0,markdown/* details */.zH)(`${many_summary_SIGNS[result]} ${run.name}`, body, result === 'failed'));
    }
    return shown;
}

;// CONCATENATED MODULE: ./build/src/actions/publish.js
















/** The root action: build an evaluator's image, push it and register it, or in a dry run show what that would do. */
const publish = publishing(async () => ({ event: (0,lib_event/* readEvent */.j)(), texts: (0,inputs/* takeTexts */["if"])(fields/* fields */.O, fields/* variables */.E) }));
/** The same, by an order that comes from elsewhere than GitHub's runner. */
function publishing(takeOrder) {
    return {
        begin: () => ({ publication: { changed: false } }),
        run: async (result, shell) => {
            const { event, texts } = await takeOrder(shell.signal);
            if (texts.evaluators) {
                // YAML is loaded only where there is a file.
                const { loadEvaluators } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(627)]).then(__webpack_require__.bind(__webpack_require__, 9627));
                const { evaluators, concurrency, comment } = loadEvaluators(event, texts);
                result.comment = comment;
                result.evaluators = plannedRuns(evaluators, shell.journal);
                for (const { mode } of evaluators.slice(0, 1))
                    tellMode(mode);
                return await publishMany(result.evaluators, shell, concurrency);
            }
            const inputs = (0,publish_inputs/* loadInputs */.I)(event, texts);
            tellMode(inputs.mode);
            result.comment = inputs.comment;
            const connections = new Connections([inputs], shell);
            await (inputs.mode.dryRun ? rehearse : publishImage)(inputs, shell, connections, result.publication);
        },
        outputs: runOutputs,
        summary: ({ evaluators, publication }, journal, error) => evaluators ? manySummary(evaluators, journal, error) : publishSummary(publication, journal, error),
        announce: async ({ evaluators, publication, comment }, { journal, signal }, error) => {
            if (!comment)
                return undefined;
            const body = evaluators
                ? manyComment(evaluators, comment, journal, error)
                : publishComment(publication, comment, journal, error);
            const obstacle = await (0,publish_comment/* comment */.Im)(comment, body.toString(), signal);
            return obstacle === undefined ? undefined : missingComment(obstacle);
        },
        failedGate: ({ publication }) => failedTrust(publication),
    };
}
function tellMode({ dryRun, reason }) {
    log/* info */.pq(`${dryRun ? 'Dry run' : 'Publishing'}: ${reason}`);
}


/***/ }),

/***/ 2672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseRoleArn)
/* harmony export */ });
const partitions = [
    'aws',
    'aws-cn',
    'aws-us-gov',
    'aws-iso',
    'aws-iso-b',
    'aws-iso-e',
    'aws-iso-f',
    'aws-eusc',
];
const roleArn = new RegExp(String.raw `^arn:(${partitions.join('|')}):iam::(\d{12}):role(\/(?:[\x21-\x7E]{1,510}\/)?)([A-Za-z0-9_+=,.@-]{1,64})$`);
const example = 'arn:aws:iam::123456789012:role/evaluator';
/**
 * Reads the ARN of an IAM role, in any of the eight partitions of AWS SDK v3.
 *
 * @throws Error with what is wrong in the text and what to write instead
 */
function parseRoleArn(text) {
    const [, partition, account, path, name] = roleArn.exec(text) ?? [];
    if (partition && account && path && name)
        return { partition, account, path, name };
    throw new Error(`${JSON.stringify(text)} is no ARN of an IAM role: ${problemOf(text)}`);
}
const shapes = [
    [/^$/, `it is empty; write one such as "${example}"`],
    [/^<.*>$/, `it is a placeholder; replace it by the role's ARN, such as "${example}"`],
    [/\s/, 'it holds white space or a line break; remove it'],
    [/^\d{12}$/, `it is an account; write the whole ARN, such as "${example}"`],
    [/^(?!arn:)/, `it does not begin with "arn:"; write one such as "${example}"`],
    [
        /^arn:[^:]*:sts:.*:assumed-role\//,
        'it is a session of a role; write the role itself: arn:…:iam::…:role/…',
    ],
    [/^arn:[^:]*:iam::[^:]*:user(\/|$)/, 'it is a user; only a role can be assumed: arn:…:iam::…:role/…'],
    [/^arn:[^:]*:iam::[^:]*:root$/, 'it is an account; write one of its roles: arn:…:iam::…:role/…'],
];
function problemOf(text) {
    const known = shapes.find(([shape]) => shape.test(text));
    if (known)
        return known[1];
    const [, partition = '', service = '', region = '', account = '', ...rest] = text.split(':');
    const resource = rest.join(':');
    if (!partitions.includes(partition))
        return `the partition "${partition}" must be one of ${partitions.join(', ')}`;
    if (service !== 'iam')
        return `the service "${service}" must be "iam"`;
    if (region !== '')
        return `a role has no region; remove "${region}" and keep both colons: arn:${partition}:iam::…`;
    if (!/^\d{12}$/.test(account))
        return `the account "${account}" must have 12 digits`;
    if (!resource.startsWith('role/'))
        return `"${resource}" must begin with "role/"`;
    return problemOfName(resource.slice('role/'.length));
}
function problemOfName(pathAndName) {
    const slash = pathAndName.lastIndexOf('/');
    const name = pathAndName.slice(slash + 1);
    if (name === '')
        return "the role's name is missing after the last slash";
    if (name.length > 64)
        return `the role's name has ${name.length} characters; at most 64 are allowed`;
    if (!/^[A-Za-z0-9_+=,.@-]+$/.test(name)) {
        return `the role's name "${name}" may hold letters, digits and _+=,.@- only`;
    }
    if (slash === 0)
        return 'there are two slashes before the name; write one';
    return `the path "/${pathAndName.slice(0, slash + 1)}" must be at most 512 visible ASCII characters`;
}


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/** Suffixes of the partitions of AWS SDK v3; the second form is the one that also answers over IPv6. */
const privateHosts = [
    /^(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/,
    /^(?<account>\d{12})\.dkr-ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
];
/** Reads the host; undefined when it is no registry of AWS. The region of a private one comes from here and nowhere else. */
function parseEcrHost(host) {
    if (host === 'public.ecr.aws')
        return { kind: 'public' };
    for (const form of privateHosts) {
        const { account, region } = form.exec(host)?.groups ?? {};
        if (account && region)
            return { kind: 'private', account, region };
    }
    return undefined;
}


/***/ }),

/***/ 5462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oe: () => (/* binding */ buildCommand),
  _w: () => (/* binding */ buildImage),
  Jb: () => (/* binding */ fitsEngine)
});

// UNUSED EXPORTS: buildArguments

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(4343);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/exec.js
var exec = __webpack_require__(2956);
// EXTERNAL MODULE: ./build/src/lib/foreign-text.js
var foreign_text = __webpack_require__(1721);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/docker/engine.js
var engine = __webpack_require__(4942);
;// CONCATENATED MODULE: ./build/src/docker/buildx.js





/** Minutes: as long as GitHub lets a job run. Steps have a `timeout-minutes` of their own for less. */
const LONGEST_BUILD = 360;
/**
 * Runs `docker buildx build`, its output in the log as it comes: the one thing that docker alone can do. Throws
 * `CommandError` (or, with a remedy, `ActionError`) unless it exits with 0.
 * @param passOn names of further variables of the job that it needs
 */
async function runBuild({ config, signal }, args, passOn) {
    const result = await (0,exec/* run */.e)('docker', args, {
        env: config.env,
        passOn: [...config.passOn, ...passOn],
        timeout: LONGEST_BUILD * 60_000,
        signal,
        onLine: log/* info */.pq,
    }).catch(explainMissing);
    if (result.exitCode === 0)
        return;
    explainEngine(result);
    throw failureOf(result);
}
/** The last line of a build that failed is what docker says of the reason. */
function failureOf({ exitCode, output }) {
    const reason = reasonIn(output);
    const how = exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`;
    return new errors/* CommandError */.Qd(`docker buildx build ${how}${reason ? `: ${reason}` : ' and said nothing'}`, exitCode, output);
}
function explainMissing(cause) {
    if (!(cause instanceof errors/* CommandError */.Qd) || !/unable to locate executable/i.test(cause.message))
        throw cause;
    throw (0,engine/* missingDocker */.bA)(cause);
}
/** What docker says when it cannot work here at all, and what to do about it. */
const remedies = [
    [
        /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --metadata-file/,
        'docker has no buildx plugin (0.13 or newer is needed). Add docker/setup-buildx-action before this step, or install the plugin on the runner: https://github.com/docker/buildx#installing',
    ],
    [/permission denied while trying to connect to the docker/i, engine/* noPermission */.RI],
    [/cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i, engine/* noAnswer */.qE],
    [
        /\[internal\] waiting for connection/,
        'The builder does not answer. Check that its BuildKit runs, that the runner reaches its address, and that its certificates are right (docker buildx inspect).',
    ],
    [
        /not supported for the docker driver/i,
        'The current builder cannot do this. Add docker/setup-buildx-action before this step, which makes a builder that can, or turn on the containerd image store of the engine.',
    ],
];
function explainEngine({ output }) {
    // Only docker's own closing lines: a build step may print anything before them.
    const closing = output.filter((line) => line.trim() !== '').slice(-3);
    const remedy = remedies.find(([pattern]) => pattern.test(closing.join('\n')))?.[1];
    if (remedy)
        throw new errors/* ActionError */.lZ(`${remedy} Docker says: ${reasonIn(closing)}`);
}
/** The line in which docker says why it failed: the last that begins with ERROR, or else the last one. */
function reasonIn(output) {
    const lines = output.filter((line) => line.trim() !== '');
    const reason = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? '';
    return (0,foreign_text/* harmlessLine */.Kw)(reason.replace(/^ERROR: /, ''));
}

;// CONCATENATED MODULE: ./build/src/docker/build.js




/** Variables that BuildKit needs to reach a cache service: credentials, so only for caches that are asked for. */
function cacheVariables({ cacheFrom, cacheTo }) {
    const uses = (type) => [...cacheFrom, ...cacheTo].some((cache) => cache.split(',').includes(`type=${type}`));
    return [
        ...(uses('gha') ? [/^ACTIONS_(CACHE_URL|CACHE_SERVICE_V2|RESULTS_URL|RUNTIME_TOKEN)$/] : []),
        ...(uses('s3') ? [/^AWS_\w+$/] : []),
        ...(uses('azblob') ? [/^AZURE_\w+$/] : []),
    ];
}
/** Whether the image fits into every engine's image store: one platform and no attestations. */
function fitsEngine({ platforms, provenance, sbom }) {
    return platforms.length <= 1 && provenance === 'false' && sbom === 'false';
}
/** The arguments of `docker`; everything that varies stands in the options, and no secret does. */
function buildArguments(options, references, destination, files) {
    const each = (flag, values) => values.flatMap((value) => [flag, value]);
    const maybe = (flag, value) => (value === undefined ? [] : [flag, value]);
    const output = { engine: ['--load'], cache: ['--output', 'type=cacheonly'], registry: ['--push'] }[destination];
    return [
        'buildx',
        'build',
        '--progress=plain',
        ...maybe('--builder', options.builder),
        ...maybe('--file', options.file),
        ...maybe('--target', options.target),
        ...(options.platforms.length > 0 ? ['--platform', options.platforms.join(',')] : []),
        ...each('--build-arg', options.buildArgs),
        ...each('--build-context', options.buildContexts),
        ...each('--secret', files.secrets.map(({ id, file }) => `id=${id},${csvField(`src=${file}`)}`)),
        ...each('--ssh', options.ssh),
        ...each('--label', options.labels),
        ...each('--annotation', options.annotations),
        ...each('--cache-from', options.cacheFrom),
        ...each('--cache-to', options.cacheTo),
        ...(options.noCache ? ['--no-cache'] : []),
        ...(options.pull ? ['--pull'] : []),
        ...maybe('--network', options.network),
        `--provenance=${options.provenance}`,
        `--sbom=${options.sbom}`,
        '--metadata-file',
        files.metadata,
        ...(destination === 'engine' ? ['--iidfile', files.imageId] : []),
        ...output,
        ...(destination === 'cache' ? [] : each('--tag', references)),
        '--',
        options.context,
    ];
}
/**
 * Builds, showing BuildKit's log as it comes. Throws `CommandError` with the last lines of the log.
 * @param directory a private directory, for the secrets' files and what BuildKit writes about the result
 */
async function buildImage(docker, options, references, destination, secrets, directory) {
    const files = {
        metadata: (0,external_node_path_.join)(directory, 'metadata.json'),
        imageId: (0,external_node_path_.join)(directory, 'image-id'),
        secrets: writeSecrets(secrets, (0,external_node_path_.join)(directory, 'secrets')),
    };
    const args = buildArguments(options, references, destination, files);
    await runBuild(docker, args, cacheVariables(options));
    return readResult(files, destination);
}
/** A command for a shell that builds the same image elsewhere; secrets come from variables of the same name. */
function buildCommand(options, reference, secretIds) {
    const files = { metadata: '', imageId: '', secrets: [] };
    const args = buildArguments({ ...options, builder: undefined, cacheTo: [] }, [reference], 'engine', files);
    const secrets = secretIds.flatMap((id) => ['--secret', `id=${id},env=${id}`]);
    const drop = new Set(['--metadata-file', '--iidfile', '']);
    const [command, ...rest] = args.filter((arg) => !drop.has(arg));
    return ['docker', command ?? '', ...rest.slice(0, -2), ...secrets, ...rest.slice(-2)]
        .map(shellWord)
        .join(' ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** BuildKit reads the value of `--secret` as CSV. */
function csvField(text) {
    return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
function writeSecrets(secrets, directory) {
    (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700, recursive: true });
    return secrets.map((secret, index) => {
        if ('file' in secret)
            return secret;
        const file = (0,external_node_path_.join)(directory, String(index));
        (0,external_node_fs_.writeFileSync)(file, secret.value, { mode: 0o600 });
        return { id: secret.id, file };
    });
}
const Descriptor = schemas/* object */.Ikc({ digest: schemas/* string */.YjP() });
function readResult(files, destination) {
    const metadata = JSON.parse((0,external_node_fs_.readFileSync)(files.metadata, 'utf8'));
    const named = ['containerimage.config.digest', 'containerimage.digest'].map((key) => metadata[key]);
    const written = destination === 'engine' ? [(0,external_node_fs_.readFileSync)(files.imageId, 'utf8').trim()] : [];
    const digests = [...new Set([...written, ...named])].filter((digest) => typeof digest === 'string');
    const imageId = digests[0] ?? '';
    const { data: descriptor } = Descriptor.safeParse(metadata['containerimage.descriptor']);
    return {
        metadata,
        imageId,
        engineId: digests.at(-1) ?? imageId,
        manifestDigest: descriptor?.digest,
        digests,
    };
}


/***/ }),

/***/ 3004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ fromCache),
/* harmony export */   k: () => (/* binding */ scopeCaches)
/* harmony export */ });
/**
 * Gives GitHub's caches that name no scope one of their image: BuildKit's default is the same for all images of a
 * repository, where each build overwrites the cache of the one before.
 *
 * @param caches as `cache-from` and `cache-to` take them: `type=gha,mode=max`
 */
function scopeCaches(caches, scope) {
    return caches.map((cache) => {
        const fields = cache.split(',').map((field) => field.trim());
        const has = (pattern) => fields.some((field) => pattern.test(field));
        return has(/^"?type=gha"?$/i) && !has(/^"?scope=/i) ? `${cache},scope=${scope}` : cache;
    });
}
/**
 * The options of a build that is done once more to have its result elsewhere: it takes every step from the cache, which it
 * writes nowhere again. An inline cache is part of the image.
 */
function fromCache(options) {
    const cacheTo = options.cacheTo.filter((cache) => cache.split(',').includes('type=inline'));
    return { ...options, noCache: false, pull: false, cacheTo };
}


/***/ }),

/***/ 6906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ helperVariables),
/* harmony export */   Ch: () => (/* binding */ createPrivateConfig),
/* harmony export */   Kg: () => (/* binding */ readClientConfig),
/* harmony export */   _n: () => (/* binding */ dockerConfigDirectory),
/* harmony export */   n7: () => (/* binding */ registryKey),
/* harmony export */   r$: () => (/* binding */ addLogin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4212);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7399);





/**
 * Makes a private copy of the job's Docker configuration, so that a login of ours is seen by no other job and gone
 * with the directory: `config.json` is copied; builders, contexts, plugins and whatever else lies beside it is linked.
 */
function createPrivateConfig(parent) {
    const source = dockerConfigDirectory();
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, 'docker');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { mode: 0o700 });
    for (const entry of entriesOf(source)) {
        if (entry !== 'config.json')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source, entry), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, entry));
    }
    const config = readClientConfig();
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'config.json'), JSON.stringify(config), { mode: 0o600 });
    return {
        directory,
        env: { DOCKER_CONFIG: directory },
        passOn: helperVariables(config),
        context: config.currentContext,
    };
}
/**
 * Adds a login for docker commands of this run, even where the job keeps its logins in a credential store: an empty
 * entry in `credHelpers` has the client look in the file.
 */
function addLogin({ directory }, host, { username, password }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'config.json');
    const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    const key = registryKey(host);
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    const content = {
        ...config,
        auths: { ...config.auths, [key]: { auth } },
        credHelpers: { ...config.credHelpers, [key]: '' },
    };
    // A build that reads it at this moment gets the old one or the new one, and no half.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.new`, path);
}
/**
 * Variables with which the credential helpers of the configuration authenticate: credentials, so only those of the
 * helpers that are named there.
 */
function helperVariables({ credHelpers, credsStore }) {
    const named = [credsStore, ...Object.values(credHelpers ?? {})].filter((helper) => typeof helper === 'string');
    const known = [
        [/^(gcloud|gcr)$/, /^(CLOUDSDK|GOOGLE)_\w+$/],
        [/^ecr-login$/, /^AWS_\w+$/],
        [/^acr/, /^(AZURE|ACR)_\w+$/],
    ];
    return known.filter(([helper]) => named.some((name) => helper.test(name))).map(([, variables]) => variables);
}
/** The configuration of the job. One that cannot be read is reported and left out, as Docker's client does. */
function readClientConfig() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dockerConfigDirectory(), 'config.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return {};
    try {
        const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        if (typeof config === 'object' && config !== null && !Array.isArray(config))
            return { ...config };
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`${path} is not a JSON object; its logins and proxies are not used.`, 'Docker configuration');
    }
    catch (error) {
        // The message of a SyntaxError quotes the file, and with it maybe a login.
        const reason = error instanceof SyntaxError ? 'it is not JSON' : error;
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`${path} cannot be read (${reason}); its logins and proxies are not used.`, 'Docker configuration');
    }
    return {};
}
/** What Docker's configuration calls a registry: its host, but for Docker Hub. */
function registryKey(host) {
    return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
}
function entriesOf(directory) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(directory))
        return [];
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    }
    catch (error) {
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`${directory} cannot be read (${error}); its builders and plugins are not used.`, 'Docker configuration');
        return [];
    }
}
/** Where the job keeps its configuration of Docker, and buildx its builders. */
function dockerConfigDirectory() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readVariable */ .nt)('DOCKER_CONFIG') || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker'));
}


/***/ }),

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ registryAuth),
/* harmony export */   g: () => (/* binding */ findCredentials)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(0);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2956);
/* harmony import */ var _lib_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1752);
/* harmony import */ var _client_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6906);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2663);






/** The header with which the engine is given a login for one call: base64url, with the padding that Go's decoder wants. */
function registryAuth(reference, credentials) {
    const { username, password, identityToken } = credentials ?? {};
    const login = identityToken === undefined ? { username, password } : { identitytoken: identityToken };
    const content = JSON.stringify({ ...login, serveraddress: (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .registryKey */ .n7)((0,_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .registryHost */ .U$)(reference)) });
    return Buffer.from(content).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
/**
 * The login that the job already has for a registry, from where docker keeps it: the configuration file or a
 * credential helper. undefined when there is none: then the registry is asked anonymously.
 */
async function findCredentials(host, signal) {
    const config = (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readClientConfig */ .Kg)();
    const { auths, credHelpers, credsStore } = config;
    const key = (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .registryKey */ .n7)(host);
    const helper = credHelpers?.[key] || credsStore;
    const credentials = helper
        ? await askHelper(helper, key, (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .helperVariables */ .A2)(config), signal)
        : decode(auths?.[key] ?? auths?.[`https://${key}`]);
    if (credentials)
        (0,_lib_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecret */ .$l)(credentials.password, credentials.username);
    return credentials;
}
function decode(entry) {
    if (entry?.identitytoken)
        return { username: '', password: entry.identitytoken, identityToken: entry.identitytoken };
    if (entry?.username && entry.password)
        return { username: entry.username, password: entry.password };
    const [username, ...password] = Buffer.from(entry?.auth ?? '', 'base64')
        .toString('utf8')
        .split(':');
    return username && password.length > 0 ? { username, password: password.join(':') } : undefined;
}
const HelperReply = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Username: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(), Secret: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional() });
/** undefined for what is no JSON: the error would quote the text, which may be a password. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
async function askHelper(helper, key, passOn, signal) {
    // An exit code other than 0 means that it has no login for this registry.
    const { exitCode, stdout } = await (0,_lib_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)(`docker-credential-${helper}`, ['get'], {
        input: key,
        signal,
        passOn,
        timeout: 30_000,
    });
    if (exitCode !== 0)
        return undefined;
    const reply = HelperReply.safeParse(parseJson(stdout));
    if (!reply.success)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`docker-credential-${helper} was asked for the login of ${key} and did not answer with one. Run docker login ${key} on the runner again, or give registry-username and registry-password.`);
    const { Username, Secret } = reply.data;
    if (!Username || !Secret)
        return undefined;
    // Docker's own mark for a login by OAuth.
    const identity = Username === '<token>' && { identityToken: Secret };
    return { username: Username, password: Secret, ...identity };
}


/***/ }),

/***/ 8056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ DialingAgent),
/* harmony export */   z: () => (/* binding */ DialError)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var _lib_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2956);
/* harmony import */ var _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1721);





/** Connections that are open at a time, each of them a process. */
const MOST_CONNECTIONS = 8;
/** Characters of what docker says that are kept for the error. */
const KEPT = 4096;
/**
 * Connects to the engine of the job's Docker context or DOCKER_HOST by `docker system dial-stdio`, which passes the
 * bytes of one connection through its standard input and output.
 */
class DialingAgent extends node_http__WEBPACK_IMPORTED_MODULE_1__.Agent {
    #env;
    constructor({ env, passOn }) {
        super({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
        this.#env = (0,_lib_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .c)(env, passOn);
    }
    createConnection() {
        return new Dialed((0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('docker', ['system', 'dial-stdio'], { env: this.#env, stdio: ['pipe', 'pipe', 'pipe'] }));
    }
}
/** The process as a connection, with what Node's client asks of one. */
class Dialed extends node_stream__WEBPACK_IMPORTED_MODULE_2__.Duplex {
    #child;
    constructor(child) {
        super({ allowHalfOpen: false });
        this.#child = child;
        let said = '';
        child.stderr.on('data', (chunk) => {
            said = (said + chunk.toString('utf8')).slice(-KEPT);
        });
        child.stdout.on('data', (chunk) => {
            if (!this.push(chunk))
                child.stdout.pause();
        });
        // What went wrong is in its exit code and its last line.
        child.stdin.on('error', () => { });
        child.once('error', (error) => this.destroy(error));
        child.once('close', (code) => {
            if (code === 0)
                this.push(null);
            else
                this.destroy(new DialError(said, code));
        });
    }
    _read() {
        this.#child.stdout.resume();
    }
    _write(chunk, _, done) {
        this.#child.stdin.write(chunk, done);
    }
    _final(done) {
        this.#child.stdin.end(done);
    }
    _destroy(error, done) {
        this.#child.kill();
        done(error);
    }
    /** A connection that nobody uses must not keep this process alive. */
    unref() {
        this.#each((one) => one.unref());
        return this;
    }
    ref() {
        this.#each((one) => one.ref());
        return this;
    }
    setKeepAlive() {
        return this;
    }
    setNoDelay() {
        return this;
    }
    setTimeout() {
        return this;
    }
    #each(work) {
        const { stdin, stdout, stderr } = this.#child;
        for (const one of [this.#child, stdin, stdout, stderr])
            if ('unref' in one)
                work(one);
    }
}
/** What docker says of an engine that it cannot reach. */
class DialError extends Error {
    constructor(said, code) {
        const lines = said.split('\n').filter((line) => line.trim() !== '');
        super((0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .harmlessLine */ .Kw)(lines.at(-1) ?? `docker system dial-stdio ended with exit code ${code}`));
    }
}


/***/ }),

/***/ 2312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(0);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js + 1 modules
var http = __webpack_require__(8981);
;// CONCATENATED MODULE: ./build/src/docker/registry-login.js



const TokenReply = schemas/* object */.Ikc({ token: schemas/* string */.YjP().optional(), access_token: schemas/* string */.YjP().optional() });
/**
 * Answers the registry's challenge and keeps the token: Bearer by way of its token service, or Basic. A token lives for
 * minutes only, and one of before the repository was created may allow too little: then there is another challenge.
 */
function authorized(credentials, path, access, signal) {
    let authorization;
    return async ({ headers, expect = [], ...request }) => {
        const attempt = (statuses) => (0,http/* send */.tN)({
            ...request,
            headers: { ...headers, ...(authorization && { authorization }) },
            expect: statuses,
            signal,
        });
        const first = await attempt([...expect, 401]);
        if (first.status !== 401)
            return first;
        authorization = await answerChallenge(first.headers.get('www-authenticate') ?? '', credentials, { path, access }, signal);
        return await attempt(expect);
    };
}
async function answerChallenge(challenge, credentials, { path, access }, signal) {
    const basic = credentials &&
        `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
    if (/^basic\b/i.test(challenge) && basic)
        return basic;
    const parameters = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    if (!/^bearer\b/i.test(challenge) || !URL.canParse(parameters.realm ?? '')) {
        throw new errors/* ActionError */.lZ(`The registry wants a login for ${path}, and there is none. Set registry-username and registry-password, or log in with docker/login-action before this step.`);
    }
    const url = new URL(parameters.realm ?? '');
    if (parameters.service)
        url.searchParams.set('service', parameters.service);
    url.searchParams.set('scope', `repository:${path}:${access}`);
    const answer = credentials?.identityToken
        ? await refreshToken(url, credentials.identityToken, signal)
        : await (0,http/* send */.tN)({ method: 'GET', url, signal, ...(basic && { headers: { authorization: basic } }) });
    const { token, access_token } = (0,http/* readJson */.Vh)(TokenReply, answer, url);
    return `Bearer ${token ?? access_token}`;
}
/** The OAuth way of the token service: the same parameters, posted as a form with the identity token. */
async function refreshToken(url, identityToken, signal) {
    const form = new URLSearchParams(url.searchParams);
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', identityToken);
    form.set('client_id', 'evaluator-action');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return await (0,http/* send */.tN)({
        method: 'POST',
        url: new URL(url.pathname, url),
        headers,
        body: form.toString(),
        signal,
    });
}

;// CONCATENATED MODULE: ./build/src/docker/distribution.js
/** A client for the part of the registry protocol (OCI Distribution) that needs no engine: manifests, tags, configurations. */





const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const Descriptor = schemas/* object */.Ikc({ digest: schemas/* string */.YjP(), size: schemas/* number */.aig(), mediaType: schemas/* string */.YjP() });
const ManifestContent = schemas/* object */.Ikc({
    config: Descriptor.optional(),
    layers: schemas/* array */.YOg(Descriptor).optional(),
    annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    manifests: schemas/* array */.YOg(Descriptor.extend({ platform: schemas/* object */.Ikc({ os: schemas/* string */.YjP(), architecture: schemas/* string */.YjP() }).optional() }))
        .optional(),
});
const Configuration = schemas/* object */.Ikc({
    created: schemas/* string */.YjP().optional(),
    os: schemas/* string */.YjP(),
    architecture: schemas/* string */.YjP(),
    config: schemas/* object */.Ikc({
        Entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Cmd: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        User: schemas/* string */.YjP().nullish(),
    })
        .nullish(),
});
/**
 * @param host as in references, `docker.io` for Docker Hub
 * @param path such as `acme/keypoint_detection_evaluator`
 */
function openRepository(host, path, credentials, signal, access = 'pull,push') {
    const root = `${(0,http/* isLoopback */.U9)(host) ? 'http' : 'https'}://${host === 'docker.io' ? 'registry-1.docker.io' : host}/v2/`;
    const base = root + path;
    const call = authorized(credentials, path, access, signal);
    const headers = { accept: MANIFEST_TYPES.join(', ') };
    const findManifest = async (tagOrDigest) => {
        const url = new URL(`${base}/manifests/${tagOrDigest}`);
        const answer = await call({ method: 'GET', url, headers, expect: [404] });
        return answer.status === 404 ? undefined : readManifest(answer, tagOrDigest, url);
    };
    return {
        logIn: async () => {
            await call({ method: 'GET', url: new URL(root) }).catch(explainLogin(host, credentials));
        },
        findManifest,
        findDigest: async (tag) => {
            const url = new URL(`${base}/manifests/${tag}`);
            const answer = await call({ method: 'HEAD', url, headers, expect: [404] });
            if (answer.status === 404)
                return undefined;
            const digest = answer.headers.get('docker-content-digest') ?? '';
            return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : (await findManifest(tag))?.digest;
        },
        tagManifest: async ({ mediaType, body }, tag) => {
            const headers = { 'content-type': mediaType };
            await call({
                method: 'PUT',
                url: new URL(`${base}/manifests/${tag}`),
                headers,
                body: body.toString('utf8'),
            });
        },
        readFacts: async ({ content, configDigest }) => {
            if (configDigest === undefined)
                return undefined;
            const url = new URL(`${base}/blobs/${configDigest}`);
            const answer = await call({ method: 'GET', url, expect: REDIRECTS });
            const config = (0,http/* readJson */.Vh)(Configuration, await followToStorage(answer, url, signal), url);
            return factsOf(config, content.layers ?? []);
        },
    };
}
function explainLogin(host, credentials) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$ && (cause.status === 401 || cause.status === 403)))
            throw cause;
        throw new errors/* ActionError */.lZ(`The registry ${host} does not accept ${credentials ? `the login of ${credentials.username}` : 'anyone without a login'}. Check registry-username and registry-password; on the platform's registry they are the organization and the API token. ${cause.message}`, { cause });
    };
}
const REDIRECTS = [301, 302, 303, 307, 308];
/** Registries hand blobs out from a storage host, by a signed address that must not see our token. */
async function followToStorage(answer, from, signal) {
    if (!REDIRECTS.includes(answer.status))
        return answer;
    return await (0,http/* send */.tN)({ method: 'GET', url: new URL(answer.headers.get('location') ?? '', from), signal });
}
function readManifest(answer, tagOrDigest, url) {
    const { headers, body } = answer;
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
    if (tagOrDigest.startsWith('sha256:') && tagOrDigest !== digest) {
        throw new errors/* ActionError */.lZ(`${url.host} sent a manifest with the digest ${digest} when asked for ${tagOrDigest}: it is damaged or tampered with.`);
    }
    const content = (0,http/* readJson */.Vh)(ManifestContent, answer, url);
    const mediaType = headers.get('content-type')?.split(';')[0]?.trim() ?? '';
    return { digest, mediaType, body, configDigest: content.config?.digest, content };
}
function factsOf({ os, architecture, config, created }, layers) {
    return {
        platform: `${os}/${architecture}`,
        entrypoint: config?.Entrypoint ?? [],
        command: config?.Cmd ?? [],
        user: config?.User || 'root',
        size: layers.reduce((sum, layer) => sum + layer.size, 0),
        layers: layers.length,
        ...(created !== undefined && { created }),
    };
}


/***/ }),

/***/ 3622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vl: () => (/* binding */ readDirectives),
/* harmony export */   qB: () => (/* binding */ findInstruction),
/* harmony export */   ts: () => (/* binding */ parseInstructions)
/* harmony export */ });
/* unused harmony export findImage */
/** What a Dockerfile says, as far as a failure or a layer has to be traced back to it. */
/** The instructions of a Dockerfile in order, `FROM` among them. */
function parseInstructions(dockerfile) {
    const lines = dockerfile.split(/\r?\n/);
    const continued = readDirectives(dockerfile).get('escape') === '`' ? /`\s*$/ : /\\\s*$/;
    const isComment = (text) => /^\s*(?:#|$)/.test(text);
    const instructions = [];
    let stage = { index: -1, name: undefined };
    for (let at = 0; at < lines.length; at++) {
        let text = lines[at] ?? '';
        if (isComment(text))
            continue;
        const line = at + 1;
        while (continued.test(text) && at + 1 < lines.length) {
            const next = lines[++at] ?? '';
            if (!isComment(next))
                text = text.replace(continued, '') + next;
        }
        for (const [, word] of text.matchAll(/(?<!<)<<-?["']?([A-Za-z_]\w*)/g)) {
            const close = lines.findIndex((body, index) => index > at && body.replace(/^\t+/, '') === word);
            if (close !== -1)
                at = close;
        }
        text = withPlainBlanks(text);
        const keyword = text.split(' ', 1)[0] ?? '';
        if (keyword === 'FROM')
            stage = { index: stage.index + 1, name: / AS (\S+)$/i.exec(text)?.[1]?.toLowerCase() };
        instructions.push({ line, lastLine: at + 1, keyword, text, stage });
    }
    return instructions;
}
/** The parser directives, such as `# syntax=docker/dockerfile:1`: only the very first lines can be some. */
function readDirectives(dockerfile) {
    const directives = new Map();
    for (const line of dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/)) {
        const [, name, value = ''] = /^#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
        if (name === undefined)
            break;
        directives.set(name.toLowerCase(), value);
    }
    return directives;
}
/** Runs of blanks as one, the instruction's word in capitals: both the log and the Dockerfile may write it otherwise. */
function withPlainBlanks(instruction) {
    return instruction
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^\w+/, (keyword) => keyword.toUpperCase());
}
/** The instruction that a step such as `[builder 2/3] RUN x` came from; none rather than a wrong one. */
function findInstruction(step, instructions) {
    const image = /^(?:\[internal\] load metadata for|(?:\[[^\]]*\] )?FROM) (\S+)$/.exec(step)?.[1];
    if (image !== undefined)
        return findImage(image, instructions);
    const [, place = '', position, total, run = ''] = /^\[(?:(\S+(?: \S+)?) )?(\d+)\/(\d+)\] (.+)$/.exec(step) ?? [];
    // A platform, always with a slash, stands before the stage when there are several.
    const stageName = /(?:^| )([^\s/]+)$/.exec(place)?.[1];
    const inStage = instructions.filter(({ stage }) => [undefined, stage.name, `stage-${stage.index}`].includes(stageName));
    const text = withPlainBlanks(run);
    const alike = inStage.filter((one) => matches(one.text, text) || (one.text.includes('<<') && text.startsWith(`${one.text} (`)));
    if (alike.length < 2)
        return alike[0];
    const counted = inStage.filter(({ keyword }) => /^(?:FROM|ADD|COPY|RUN|WORKDIR)$/.test(keyword));
    const atPosition = counted.length === Number(total) ? counted[Number(position) - 1] : undefined;
    return alike.find((one) => one === atPosition);
}
function findImage(image, instructions) {
    const name = image.replace(/@sha256:[0-9a-f]+$/, '').replace(/^docker\.io\/(?:library\/)?/, '');
    const names = [image, name, name.replace(/:latest$/, ''), image.replace(/:latest$/, '')];
    const uses = instructions.flatMap((instruction) => Array.from(instruction.text.matchAll(/^FROM (?:--\S+ )*(\S+)|\bfrom=([^,\s]+)/g), ([, base, source]) => ({
        instruction,
        written: base ?? source ?? '',
    })));
    const alike = uses.filter(({ written }) => names.some((one) => matches(written, one)));
    const exact = alike.find(({ written }) => names.includes(written));
    const isOnly = alike.every(({ written }) => written === alike[0]?.written);
    return (exact ?? (isOnly ? alike[0] : undefined))?.instruction;
}
/** Whether the text can be the template with its `$variables` replaced. */
function matches(template, text) {
    const [first = '', ...others] = template.split(/\$\{[^}]*\}|\$\w+/);
    const last = others.pop();
    if (last === undefined)
        return first === text;
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const literal of others) {
        const found = text.indexOf(literal, at);
        if (found === -1)
            return false;
        at = found + literal.length;
    }
    return text.endsWith(last) && text.length - last.length >= at;
}


/***/ }),

/***/ 4942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ EngineError),
/* harmony export */   Pv: () => (/* binding */ askIfThere),
/* harmony export */   RI: () => (/* binding */ noPermission),
/* harmony export */   ZS: () => (/* binding */ readApiVersion),
/* harmony export */   bA: () => (/* binding */ missingDocker),
/* harmony export */   fq: () => (/* binding */ order),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1721);
/* harmony import */ var _dialing_agent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8056);
/** A client for the Docker engine's HTTP API, https://docs.docker.com/reference/api/engine/. */




/** The engine said no, or gave no whole answer. */
class EngineError extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
    name = 'EngineError';
    /** undefined when no answer came. */
    status;
    /** The engine's own words, harmless. */
    reason;
    constructor(message, reason, status, options) {
        super(message, options);
        this.reason = reason;
        this.status = status;
    }
}
const noAnswer = 'The Docker engine does not answer. Start it on the runner (systemctl start docker), or set DOCKER_HOST to where it is.';
const noPermission = "The Docker engine may not be used by this user. Add the runner's user to the group docker.";
/** The newest version of the API whose answers this client knows; engines from Docker 18.09 on (1.39) will do. */
const NEWEST_VERSION = '1.45';
/** Bytes of an answer that is kept; an image's history is some kilobytes. */
const LARGEST_ANSWER = 16 * 1024 * 1024;
/** Sends a call and gives the answer as it comes, for what is a stream. Throws `EngineError` for other statuses than 2xx. */
async function open(caller, call) {
    const { engine, signal } = caller;
    const version = await engine.version(signal);
    const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
    const answer = await answerOf(engine.connection, { ...call, path: `/v${version}${call.path}${query}` }, signal);
    const { statusCode: status = 0 } = answer;
    if (status >= 200 && status < 300)
        return answer;
    const reason = reasonIn(await readAll(answer, call, signal));
    throw new EngineError(`The Docker engine answered ${status} to ${nameOf(call)}: ${reason}`, reason, status);
}
/** The engine's answer, checked. */
async function ask(caller, call, schema) {
    const text = (await readAll(await open(caller, call), call, caller.signal)).toString('utf8');
    try {
        return schema.parse(JSON.parse(text));
    }
    catch (cause) {
        const reason = `something unexpected: ${(0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessLine */ .Kw)(text).slice(0, 300) || 'nothing'}`;
        throw new EngineError(`The Docker engine answered ${nameOf(call)} with ${reason}`, reason, undefined, {
            cause,
        });
    }
}
/** The same, and undefined for what the engine does not have. */
async function askIfThere(caller, call, schema) {
    try {
        return await ask(caller, call, schema);
    }
    catch (error) {
        if (error instanceof EngineError && error.status === 404)
            return undefined;
        throw error;
    }
}
/** Sends a call whose answer tells nothing more than that it was done. */
async function order(caller, call) {
    await readAll(await open(caller, call), call, caller.signal);
}
/** The version of the API to speak with an engine: its own, or an older one that we know. */
async function readApiVersion(connection, signal) {
    const call = { method: 'GET', path: '/_ping' };
    const answer = await answerOf(connection, call, signal);
    const { 'api-version': version } = answer.headers;
    await readAll(answer, call, signal);
    return typeof version === 'string' && isOlder(version, NEWEST_VERSION) ? version : NEWEST_VERSION;
}
function isOlder(one, other) {
    return one.localeCompare(other, 'en', { numeric: true }) < 0 && /^\d+\.\d+$/.test(one);
}
async function answerOf({ agent, socketPath }, call, signal) {
    signal.throwIfAborted();
    const { method, path, body, headers, minutes = 2 } = call;
    const content = body === undefined ? '' : JSON.stringify(body);
    const options = {
        agent,
        ...(socketPath !== undefined && { socketPath }),
        method,
        path,
        signal: AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(minutes * 60_000))]),
        headers: {
            host: 'docker',
            ...headers,
            ...(content !== '' && { 'content-type': 'application/json' }),
            'content-length': Buffer.byteLength(content),
        },
    };
    return await new Promise((resolve, reject) => {
        (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(options, resolve).once('error', reject).end(content);
    }).catch((cause) => {
        signal.throwIfAborted();
        throw explain(cause, call, socketPath);
    });
}
async function readAll(answer, call, signal) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of answer) {
            size += chunk.length;
            if (size > LARGEST_ANSWER)
                throw new Error(`the answer is larger than ${LARGEST_ANSWER} bytes`);
            chunks.push(chunk);
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        throw explain(cause, call, undefined);
    }
    return Buffer.concat(chunks);
}
/** Why there was no whole answer, and what to do about it. */
function explain(cause, call, socketPath) {
    const { code, name, message } = cause;
    if (code === 'EACCES' || code === 'EPERM')
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${noPermission} It is behind ${socketPath}.`, { cause });
    if (code === 'ENOENT' && /^spawn docker/.test(message))
        return missingDocker(cause);
    if (cause instanceof _dialing_agent_js__WEBPACK_IMPORTED_MODULE_3__/* .DialError */ .z || code === 'ENOENT' || code === 'ECONNREFUSED')
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${noAnswer} ${message}`, { cause });
    const reason = name === 'TimeoutError' || name === 'AbortError'
        ? `it took more than ${call.minutes ?? 2} minutes`
        : message;
    return new EngineError(`The Docker engine gave no whole answer to ${nameOf(call)}: ${reason}`, reason, undefined, {
        cause,
    });
}
function missingDocker(cause) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('docker was not found on PATH. Use a runner with Docker, such as ubuntu-latest, or install Docker on this one: https://docs.docker.com/engine/install/', { cause });
}
function nameOf({ method, path }) {
    return `${method} ${path}`;
}
/** The engine's words: `{"message": …}`, or whatever else stands before it answered. */
function reasonIn(body) {
    const text = body.toString('utf8');
    let message;
    try {
        message = JSON.parse(text).message;
    }
    catch {
        message = text;
    }
    const line = (0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessLine */ .Kw)(String(message ?? text)
        .replaceAll(/\s+/g, ' ')
        .trim());
    return line === '' ? 'it gave no reason' : line.slice(0, 1000);
}


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ tagImage),
/* harmony export */   J2: () => (/* binding */ inspectImages),
/* harmony export */   b4: () => (/* binding */ removeTag)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4343);
/* harmony import */ var _lib_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2183);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4942);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2663);




const Strings = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((list) => list ?? []));
/** The fields of an inspection that are used; what an image has not, engines leave out or set to null. */
const Inspection = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    Id: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    RepoDigests: Strings,
    Os: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    Architecture: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    Size: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    Config: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        Entrypoint: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(Strings),
        Cmd: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(Strings),
        User: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
        Env: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(Strings),
        Labels: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())),
    })),
    RootFS: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ Layers: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(Strings) }),
    GraphDriver: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ Data: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())) })),
});
/** Looks images up in the engine by name or id; one that is not there is left out. */
async function inspectImages(caller, names) {
    const inspect = (name) => (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .askIfThere */ .Pv)(caller, { method: 'GET', path: `/images/${name}/json` }, Inspection);
    const found = await Promise.all([...new Set(names)].map(inspect));
    return found.filter((image) => image !== undefined).map(localImage);
}
/** Gives an image of the engine one more name, which another image may have had. */
async function tagImage(caller, source, reference) {
    const { tag = 'latest', ...name } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(reference);
    const query = { repo: (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(name), tag };
    await (0,_lib_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(() => (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .order */ .fq)(caller, { method: 'POST', path: `/images/${source}/tag`, query }), {
        what: `naming the image ${reference}`,
        signal: caller.signal,
        transient: isNameTaken,
    });
}
/** The containerd store fails when two jobs give the same name at the same moment. */
function isNameTaken(error) {
    return error instanceof _engine_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineError */ .NJ && /already exists/.test(error.reason);
}
/** Takes a name from an image, which stays under its other names. Works in a cancelled job too. */
async function removeTag({ engine }, reference) {
    const caller = { engine, signal: AbortSignal.timeout(5_000) };
    const call = { method: 'DELETE', path: `/images/${reference}`, query: { noprune: '1' } };
    await (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .order */ .fq)(caller, call).catch(() => { });
}
function localImage({ Id, RepoDigests, Os, Architecture, Size, Config, RootFS, GraphDriver, }) {
    const { Layers: layers = [] } = RootFS;
    const { UpperDir, LowerDir } = GraphDriver?.Data ?? {};
    const directories = UpperDir === undefined ? [] : [UpperDir, ...(LowerDir ?? '').split(':').filter(Boolean)];
    return {
        id: Id,
        repoDigests: RepoDigests,
        facts: {
            platform: `${Os}/${Architecture}`,
            entrypoint: Config?.Entrypoint ?? [],
            command: Config?.Cmd ?? [],
            user: Config?.User || 'root',
            size: Size,
            layers: layers.length,
        },
        environment: Config?.Env ?? [],
        labels: Config?.Labels ?? {},
        layerDirectories: directories.length === layers.length ? directories.toReversed() : [],
    };
}


/***/ }),

/***/ 2132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ pushImage),
/* harmony export */   qU: () => (/* binding */ pushOnce),
/* harmony export */   xo: () => (/* binding */ retryPush)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4343);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1721);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7399);
/* harmony import */ var _lib_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2183);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6432);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4942);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2663);








/** Words of Docker and of registries for refusals that no retry makes good. */
const REFUSED = /denied|unauthorized|forbidden|no basic auth credentials|name unknown|not exist locally|does not exist|immutable|insufficient_scope|no such image/i;
/** Minutes. A layer of several gigabytes over a slow line takes its time; a registry that stopped answering must not take the whole job's. */
const LONGEST_PUSH = 60;
/**
 * Milliseconds. Docker itself tries a layer again and again, for longer than this; what it gives up at once, such as a
 * manifest that meets a 429, is worth another try of ours.
 */
const QUICK_FAILURE = 20_000;
/**
 * Pushes one reference from the engine, its progress in the log; for the answer see `retryPush`.
 * @param credentials go to the engine with this call alone; undefined for a registry that wants none
 */
async function pushImage(caller, reference, credentials) {
    const push = async () => {
        await pushOnce(caller, reference, credentials, (line) => _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(line));
        return 'pushed';
    };
    return await retryPush(push, reference, caller.signal);
}
/** One message of the stream in which an engine tells of a push. */
const Message = zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    progressDetail: zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ current: zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig()) })),
    error: zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
});
/** Has the engine push one reference. Throws `EngineError` with the reason, which stands in the stream of a push that failed. */
async function pushOnce(caller, reference, credentials, show = () => { }) {
    const { tag = 'latest', ...name } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .parseReference */ .F2)(reference);
    const answer = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .open */ .ho)(caller, {
        method: 'POST',
        path: `/images/${(0,_reference_js__WEBPACK_IMPORTED_MODULE_6__/* .formatReference */ .FH)(name)}/push`,
        query: { tag },
        headers: { 'x-registry-auth': (0,_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .registryAuth */ .I)(name, credentials) },
        minutes: LONGEST_PUSH,
    });
    let failure;
    const lines = new _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .LineReader */ .uo((line) => {
        const message = readMessage(line);
        if (!message)
            return;
        const { id, status, progressDetail, error } = message;
        if (error !== undefined)
            failure ??= error;
        // Progress in bytes is for a terminal.
        else if (status && progressDetail?.current === undefined)
            show(id ? `${id}: ${status}` : status);
    });
    try {
        for await (const chunk of answer)
            lines.write(chunk);
    }
    catch (cause) {
        caller.signal.throwIfAborted();
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw pushError(reference, `the engine's answer was cut off (${reason})`, cause);
    }
    lines.end();
    if (failure !== undefined)
        throw pushError(reference, (0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw)(failure.trim()));
}
function readMessage(line) {
    try {
        return Message.parse(JSON.parse(line));
    }
    catch {
        return undefined;
    }
}
function pushError(reference, reason, cause) {
    return new _engine_js__WEBPACK_IMPORTED_MODULE_5__/* .EngineError */ .NJ(`The push of ${reference} failed: ${reason}`, reason, undefined, { cause });
}
/**
 * Pushes, again where that may help: layers that the registry has already are not sent again, so a retry is cheap.
 * `kept` when the registry has something under the tag and its tags cannot be moved: it may be the same image.
 */
async function retryPush(push, reference, signal) {
    let start = 0;
    const attempt = () => {
        start = performance.now();
        return push();
    };
    const quick = () => performance.now() - start < QUICK_FAILURE;
    try {
        return await (0,_lib_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L)(attempt, {
            what: `push of ${reference}`,
            signal,
            attempts: 3,
            transient: (error) => {
                const said = saidOf(error);
                return said !== undefined && quick() && !REFUSED.test(said) && !IMMUTABLE.test(said);
            },
        });
    }
    catch (cause) {
        const said = saidOf(cause);
        if (said === undefined || !(cause instanceof Error))
            throw cause;
        if (IMMUTABLE.test(said))
            return 'kept';
        if (/no such host/.test(said))
            throw unknownHost(cause);
        if (!REFUSED.test(said))
            throw cause;
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The registry refused the push of ${reference}. Check that the repository exists (create-repository) and that the login may push to it. ${cause.message}`, { cause });
    }
}
/** ECR's words for a tag that exists and cannot be moved; with the containerd store, docker tells no more than the status. */
const IMMUTABLE = /\btag\b.*\bimmutable\b|status from PUT request to \S+\/manifests\/\S+: 400\b/i;
/** What the engine or the builder said of a push that failed; undefined for an error of another kind. */
function saidOf(error) {
    if (error instanceof _engine_js__WEBPACK_IMPORTED_MODULE_5__/* .EngineError */ .NJ)
        return error.reason;
    // The last line is docker's own; lines before it are progress.
    return error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd ? error.output.slice(-3).join('\n') : undefined;
}
function unknownHost(cause) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no registry at this address. Check image and registry, and that the engine can resolve the name. ${cause.message}`, { cause });
}


/***/ }),

/***/ 2663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ isPathComponent),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const domainName = new RegExp(String.raw `^(?:${label}(?:\.${label})*|\[[A-Fa-f0-9:]+\])(?::[0-9]+)?$`);
const hexLengths = { sha256: 64, sha384: 96, sha512: 128 };
const pathLimit = 255;
/**
 * Reads an image reference by the grammar of distribution/reference. The first segment is a registry when it is
 * `localhost` or has a dot, a colon or a capital: `Docker/docker` names the host `Docker`, `test.com:5000` the tag `5000`.
 *
 * @throws Error with what is wrong in the text and what to write instead
 */
function parseReference(text) {
    const refuse = (reason) => new Error(`${JSON.stringify(text)} is no image reference: ${reason}`);
    if (text === '')
        throw refuse('it is empty; write a name such as "registry.example.com/team/evaluator"');
    const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text)?.[0];
    if (scheme)
        throw refuse(`leave out "${scheme}"`);
    if (/\s/.test(text))
        throw refuse('it holds white space; remove it');
    const { domain, path, tag, digest } = splitReference(text);
    const problem = (digest !== undefined && problemOfDigest(digest)) ||
        (tag !== undefined && problemOfTag(tag)) ||
        (domain !== undefined && problemOfDomain(domain)) ||
        problemOfPath(domain, path);
    if (problem)
        throw refuse(problem);
    return {
        ...(domain !== undefined && { domain }),
        path,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
/** Writes a reference the way parseReference reads it. */
function formatReference({ domain, path, tag, digest }) {
    const host = domain === undefined ? '' : `${domain}/`;
    return host + path + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}
/** The registry that the engine contacts for this reference: `docker.io` when none is written. */
function registryHost({ domain }) {
    return domain === undefined || domain === 'index.docker.io' ? 'docker.io' : domain;
}
function isTag(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(text);
}
/** Whether the text is one segment of a path: lower-case letters and digits, joined by `.`, `_`, `__` or hyphens. */
function isPathComponent(text) {
    return component.test(text);
}
function splitReference(text) {
    const [named, digest] = splitAt(text, text.indexOf('@'));
    const colon = named.lastIndexOf(':');
    const [name, tag] = splitAt(named, colon > named.lastIndexOf('/') ? colon : -1);
    const [first, rest] = splitAt(name, name.indexOf('/'));
    const isDomain = rest !== undefined && (first === 'localhost' || /[.:A-Z]/.test(first));
    return {
        ...(isDomain && { domain: first }),
        path: isDomain ? rest : name,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
function splitAt(text, index) {
    return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
function problemOfDigest(digest) {
    const [algorithm, hex = ''] = splitAt(digest, digest.indexOf(':'));
    const length = hexLengths[algorithm];
    if (length === undefined)
        return `the digest "${digest}" must begin with "sha256:"`;
    if (/^[0-9a-f]+$/.test(hex) && hex.length === length)
        return undefined;
    return `the digest "${digest}" must have ${length} lower-case hexadecimal digits after "${algorithm}:"`;
}
function problemOfTag(tag) {
    if (isTag(tag))
        return undefined;
    if (tag === '')
        return 'the tag after ":" is empty; write one, or leave out the ":"';
    if (tag.length > 128)
        return `the tag has ${tag.length} characters; at most 128 are allowed`;
    return `the tag "${tag}" may hold letters, digits, "_", "." and "-" only, and not begin with "." or "-"`;
}
function problemOfDomain(domain) {
    if (domainName.test(domain))
        return undefined;
    return `the registry "${domain}" must be a host name or address with an optional port, such as "registry.example.com:5000"`;
}
function problemOfPath(domain, path) {
    if (path === '')
        return 'no name is left beside the registry, tag and digest; write one, such as "team/evaluator"';
    if (domain === undefined && /^[0-9a-f]{64}$/.test(path)) {
        return 'it looks like an image id; write a name, or "name@sha256:…"';
    }
    const onDockerHub = registryHost({ ...(domain !== undefined && { domain }) }) === 'docker.io';
    const stored = onDockerHub && !path.includes('/') ? `library/${path}` : path;
    if (stored.length > pathLimit) {
        return `the path has ${stored.length} characters; at most ${pathLimit} are allowed`;
    }
    const bad = path.split('/').find((segment) => !isPathComponent(segment));
    if (bad === undefined)
        return undefined;
    if (bad === '')
        return 'a slash has nothing before or after it; remove it';
    if (isPathComponent(bad.toLowerCase()))
        return `write "${path}" in lower case: "${path.toLowerCase()}"`;
    return `"${bad}" may hold lower-case letters and digits only, joined by one ".", one or two "_", or "-"`;
}


/***/ }),

/***/ 1433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ deriveTags)
/* harmony export */ });
const maximumLength = 128;
const shortShaLength = 7;
/**
 * Derives the image's tag from what the job runs on: `v1.2.3` for that Git tag, `<branch>-<short sha>` for a branch,
 * `pr-<number>` for a pull request. Never a moving tag: the Git tag `latest` gets the commit added.
 *
 * @param source.ref the full Git ref, `refs/tags/v1.2.3`
 * @param source.sha the commit, 40 (SHA-1) or 64 (SHA-256) hexadecimal digits
 * @param source.pullRequest number of the pull request, which wins over the ref (`pull_request_target` has a branch there)
 * @param source.dirty whether the image has more than the commit: the tag then ends in `-dirty`, as in `git describe`
 * @returns one valid tag: `[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}`
 * @throws Error when ref or sha are missing or of an unknown kind
 */
function deriveTags(source) {
    const [, kind, name] = /^refs\/(heads|tags|pull)\/(.+)$/s.exec(source.ref) ?? [];
    if (kind === undefined || name === undefined) {
        throw underivable(`the Git ref ${quote(source.ref)} is neither a branch, a tag nor a pull request`);
    }
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(source.sha)) {
        throw underivable(`the commit ${quote(source.sha)} is not 40 or 64 hexadecimal digits`);
    }
    const shortSha = source.sha.slice(0, shortShaLength);
    if (source.pullRequest !== undefined || kind === 'pull') {
        return [tagPullRequest(source.pullRequest ?? Number.parseInt(name, 10))];
    }
    const commit = source.dirty ? `${shortSha}-dirty` : shortSha;
    // What Git's tag stands for is something else: the commit tells the two apart.
    if (kind === 'tags' && !source.dirty)
        return [tagGitTag(name, shortSha)];
    return [tagBranch(name, commit)];
}
function tagPullRequest(number) {
    if (!Number.isSafeInteger(number) || number < 1) {
        throw underivable(`the pull request number ${number} is not a positive whole number`);
    }
    return `pr-${number}`;
}
function tagGitTag(name, shortSha) {
    const tag = sanitise(name);
    const kept = tag !== '' && tag !== 'latest' && tag.length <= maximumLength;
    return kept ? tag : addCommit(tag, shortSha);
}
function tagBranch(name, commit) {
    return addCommit(sanitise(name).replace(/[-.]+$/, ''), commit);
}
/** Shortens the name, never the commit: two long branches must not share a tag. */
function addCommit(name, commit) {
    return `${name.slice(0, maximumLength - commit.length - 1) || 'sha'}-${commit}`;
}
function sanitise(name) {
    return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+/, '');
}
function underivable(reason) {
    return new Error(`no tag can be derived: ${reason}; set \`tags\``);
}
function quote(value) {
    return value === '' ? '(empty)' : JSON.stringify(value);
}


/***/ }),

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

/***/ 2617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ startedByGitHub),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(0);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);



const Repository = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const Head = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: Repository.nullable(), sha: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** The fields of GitHub's event payloads that decisions depend on. */
const Payload = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), head: Head, base: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: Repository }) }).optional(),
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), head_repository: Repository.nullable() }).optional(),
    repository: Repository.optional(),
});
/** Whether the process runs in a job of GitHub Actions. Codespaces have some of the same variables, and not this one. */
function startedByGitHub() {
    return process.env.GITHUB_ACTIONS === 'true';
}
/**
 * Reads the event from the runner's variables and its payload file.
 * (`@actions/github` would do it as well, but loads all of Octokit with it: 40 ms at each start.)
 */
function readEvent(env = process.env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run } = env;
    return {
        eventName: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        sha: env.GITHUB_SHA ?? '',
        actor: env.GITHUB_ACTOR ?? '',
        repository,
        runUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
        workflowRef: env.GITHUB_WORKFLOW_REF,
        job: env.GITHUB_JOB,
        apiUrl: env.GITHUB_API_URL,
        payload: readPayload(env.GITHUB_EVENT_PATH),
    };
}
function readPayload(path) {
    if (!path)
        return {};
    try {
        return Payload.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The event payload (GITHUB_EVENT_PATH) ${path} cannot be read, so it is not known whether this run may see secrets. Check what wrote it.`, { cause });
    }
}


/***/ }),

/***/ 2956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ environment),
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3053);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1260);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1721);
/* harmony import */ var _starts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2576);






/** Variables that a command may need; no input, no credential and no command file of the runner is among them. */
const PASSED_ON = [
    /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|PWD)$/,
    /^LC_\w+$/,
    /^(DOCKER|BUILDX|BUILDKIT|COMPOSE|XDG)_\w+$/,
    /^(SSH_AUTH_SOCK|SSL_CERT_FILE|SSL_CERT_DIR|SOURCE_DATE_EPOCH|KUBECONFIG|RUNNER_TEMP)$/,
    /^(https?|no|all|ftp)_proxy$/i,
];
/** The last lines of a command that are kept for its error message and for finding the place of a failure. */
const KEPT_LINES = 400;
/** Bytes: Linux' MAX_ARG_STRLEN without the closing zero. */
const LONGEST_ARGUMENT = 128 * 1024 - 1;
/**
 * Runs a command without a shell and without echoing its arguments, and waits for its end.
 * Throws `CommandError` when it cannot be started; judging the exit code is the caller's.
 */
async function run(command, args, options) {
    const { input, onLine, timeout } = options;
    refuseLongArgument(command, args);
    const deadline = AbortSignal.timeout(timeout);
    const signal = AbortSignal.any([options.signal, deadline]);
    const output = [];
    const stdout = [];
    const keep = (line) => {
        output.push(line);
        if (output.length > KEPT_LINES)
            output.shift();
        onLine?.(line);
    };
    const readers = { stdout: new _foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .LineReader */ .uo(keep), stderr: new _foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .LineReader */ .uo(keep) };
    const listeners = {
        stdout: (chunk) => {
            if (!onLine)
                stdout.push(chunk);
            readers.stdout.write(chunk);
        },
        stderr: (chunk) => readers.stderr.write(chunk),
    };
    const settings = {
        silent: true,
        ignoreReturnCode: true,
        env: environment(options.env, options.passOn),
        // Also without input, lest a command that reads some waits for ever.
        input: Buffer.from(input ?? ''),
        listeners,
    };
    const exitCode = await execute(command, args, settings, signal).catch((cause) => {
        options.signal.throwIfAborted();
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(`${command} could not be run: ${messageOf(cause)}`, undefined, output, { cause });
    });
    readers.stdout.end();
    readers.stderr.end();
    options.signal.throwIfAborted();
    if (deadline.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(`${command} ${args[0]} was not done after ${timeout / 60_000} minutes and was stopped`, undefined, output);
    return { exitCode, stdout: Buffer.concat(stdout).toString('utf8'), output };
}
/** Runs a command by `@actions/exec`, and ends it when the signal says so. undefined for one that a signal ended. */
async function execute(command, args, settings, signal) {
    signal.throwIfAborted();
    const child = new Child((0,_starts_js__WEBPACK_IMPORTED_MODULE_5__/* .announceStart */ .W)());
    const stop = () => child.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
        const exitCode = await startedChild.run(child, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .exec */ .m)(`"${command}"`, [...args], settings));
        return exitCode ?? undefined;
    }
    finally {
        signal.removeEventListener('abort', stop);
        child.forget();
    }
}
/** Node throws for it at a moment when `@actions/exec` cannot catch it. */
function refuseLongArgument(command, args) {
    const size = Math.max(0, ...args.map((arg) => Buffer.byteLength(arg)));
    if (size > LONGEST_ARGUMENT)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(`${command} could not be run: an argument has ${size} bytes, and Linux allows ${LONGEST_ARGUMENT}. Pass the long value in a file.`);
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** The variables of the job that commands get: an allow-list, since the job's environment holds credentials. */
function environment(changes = {}, passOn = []) {
    const allowed = [...PASSED_ON, ...passOn];
    const passed = Object.entries(process.env).filter(([name]) => allowed.some((pattern) => pattern.test(name)));
    return { ...Object.fromEntries(passed), ...changes };
}
/** `@actions/exec` does not hand out the process that it starts; Node's own channel does. */
class Child {
    #process;
    #kill;
    #tellStart;
    constructor(tellStart) {
        this.#tellStart = tellStart;
    }
    /** Called when the process exists as an object, but does not run yet. */
    started(process) {
        this.#process = process;
        // A command may end without reading its input: its exit code then says why, and the broken pipe nothing.
        process.once('spawn', () => {
            this.#tellStart();
            process.stdin?.on('error', () => undefined);
            if (this.#kill)
                process.kill('SIGTERM');
        });
    }
    end() {
        this.#process?.kill('SIGTERM');
        this.#kill = setTimeout(() => this.#process?.kill('SIGKILL'), 5_000);
    }
    forget() {
        this.#tellStart();
        clearTimeout(this.#kill);
    }
}
const startedChild = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__.subscribe)('child_process', (message) => {
    const { process } = message;
    startedChild.getStore()?.started(process);
});


/***/ }),

/***/ 8150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** The items by their key, in order; `Map.groupBy`, which Node 20 has not. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group)
            group.push(item);
        else
            groups.set(key, [item]);
    }
    return groups;
}


/***/ }),

/***/ 9746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ decideMode),
/* harmony export */   k: () => (/* binding */ privilegedFork)
/* harmony export */ });
/** Decides by the `dry-run` input, and for `auto` by the event: whatever may carry unreviewed code never publishes. */
function decideMode(dryRun, event) {
    if (dryRun !== 'auto')
        return { dryRun: dryRun === 'true', reason: `dry-run is ${dryRun}` };
    const hold = reasonToHold(event);
    return hold ? { dryRun: true, reason: hold } : { dryRun: false, reason: publishingReason(event) };
}
/**
 * Whose code from a fork an event brings together with the secrets of this repository: `owner/name` of the fork.
 * Such an event runs in the context of the base repository, so building the fork's code would hand it the secrets.
 * What a workflow checks out cannot be known, so the event alone decides.
 */
function privilegedFork({ eventName, repository, payload }) {
    const { pull_request: pull, workflow_run: run } = payload;
    if (eventName === 'pull_request_target' && pull && pull.head.repo?.full_name !== pull.base.repo.full_name) {
        return pull.head.repo?.full_name ?? 'a fork that was deleted';
    }
    if (eventName === 'workflow_run' && run && run.head_repository?.full_name !== repository) {
        return run.head_repository?.full_name ?? 'a fork that was deleted';
    }
    return undefined;
}
/** Why an event must not publish, undefined when it may. */
function reasonToHold(event) {
    const { eventName, actor, payload, repository } = event;
    const { pull_request: pull, workflow_run: run } = payload;
    const of = (name) => name === repository ? 'of this repository' : `from the fork ${name ?? '(deleted)'}`;
    if (eventName.startsWith('pull_request')) {
        return pull
            ? `pull request #${pull.number} ${of(pull.head.repo?.full_name)} (${eventName})`
            : `${eventName} event`;
    }
    if (eventName === 'workflow_run' && run) {
        const head = run.head_repository?.full_name;
        if (run.event.startsWith('pull_request') || head !== repository)
            return `workflow_run after a ${run.event} ${of(head)}`;
    }
    if (eventName === 'issue_comment')
        return 'issue_comment event: whose code is checked out cannot be told';
    if (eventName === 'merge_group')
        return 'merge queue: the commit is not merged yet';
    if (actor === 'dependabot[bot]')
        return 'started by Dependabot, whose runs get no secrets';
    return undefined;
}
function publishingReason({ eventName, ref }) {
    const name = ref.replace(/^refs\/(heads|tags)\//, '');
    const how = eventName === '' ? 'not started by GitHub' : eventName;
    if (ref.startsWith('refs/tags/'))
        return `tag ${name} (${how})`;
    if (ref.startsWith('refs/heads/'))
        return `branch ${name} (${how})`;
    return eventName === '' ? 'no event: not started by GitHub' : `${eventName} event`;
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

/***/ 7156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ sharedByKey),
/* harmony export */   u: () => (/* binding */ shared)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);

/**
 * Work that several wait for and that is done once. It begins when the first one asks, and its outcome, good or bad, is
 * kept. A waiter that is aborted leaves alone; when the last one leaves, the work is aborted and may begin anew.
 */
function shared(work) {
    // What the work prints belongs to whoever shares it out, and not to the one that happened to ask first.
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    let current;
    return async (signal) => {
        signal.throwIfAborted();
        current ??= context(begin, work);
        const running = current;
        running.waiters++;
        try {
            return await unlessAborted(running.outcome, signal);
        }
        finally {
            running.waiters--;
            if (running.waiters === 0 && signal.aborted && !running.isDone) {
                current = undefined;
                running.controller.abort(signal.reason);
                // Nothing goes on behind an error.
                await running.outcome.catch(() => { });
            }
        }
    };
}
function sharedByKey() {
    const works = new Map();
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    return async (key, signal, work) => {
        const one = works.get(key) ?? context(() => shared(work));
        works.set(key, one);
        return await one(signal);
    };
}
function begin(work) {
    const controller = new AbortController();
    const outcome = work(controller.signal);
    const running = { outcome, waiters: 0, isDone: false, controller };
    const done = () => {
        running.isDone = true;
    };
    outcome.then(done, done);
    return running;
}
async function unlessAborted(outcome, signal) {
    let leave = () => { };
    const aborted = new Promise((_, reject) => {
        leave = () => reject(signal.reason);
    });
    signal.addEventListener('abort', leave, { once: true });
    try {
        return await Promise.race([outcome, aborted]);
    }
    finally {
        signal.removeEventListener('abort', leave);
    }
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

/***/ 332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ shorten)
/* harmony export */ });
/** Bytes that the note at the end may take. */
const ROOM_FOR_NOTE = 1500;
/** Sections that the note names, and how long a name it shows. */
const NAMES = 10;
const LONGEST_NAME = 100;
/**
 * Shortens a report to at most `largest` bytes of UTF-8: whole lines from its beginning, and at the end a note that
 * says how much is left out, and which sections. What the cut leaves open, a code block or a folded section, is closed.
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
/** How many lines fit. */
function fitting(lines, largest) {
    let bytes = 0;
    const first = lines.findIndex((line) => {
        bytes += Buffer.byteLength(line) + 1;
        return bytes > largest;
    });
    return first === -1 ? lines.length : first;
}
/** The names of the sections that begin in some lines, and what closes whatever is open at their end. */
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
/** A summary is HTML, in which Markdown's characters are plain. */
function asMarkdown(summary) {
    return summary.replaceAll(/[\\`*_~[\]$]/g, '\\$&');
}
function note(left, size, sections) {
    const names = sections.filter((name) => name.length <= LONGEST_NAME).slice(0, NAMES);
    const rest = names.length > 0 ? ` Left out, too: ${names.join('; ')}` : '';
    return [
        '> [!WARNING]',
        `> The report is cut here, since GitHub limits its size: ${kibibytes(left)} of ${kibibytes(size)} KiB are left out.${rest}`,
    ];
}
function kibibytes(bytes) {
    return Math.ceil(bytes / 1024);
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

/***/ 6471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ together)
/* harmony export */ });
/**
 * Does pieces of work side by side. When one fails the others are aborted and waited for, so that nothing goes on
 * behind an error; then the first error is thrown.
 */
async function together(signal, ...work) {
    const failure = new AbortController();
    const both = AbortSignal.any([signal, failure.signal]);
    const results = await Promise.allSettled(work.map(async (piece) => {
        try {
            return await piece(both);
        }
        catch (error) {
            failure.abort(error);
            throw error;
        }
    }));
    if (failure.signal.aborted)
        throw failure.signal.reason;
    return results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
}


/***/ }),

/***/ 7149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ logIn)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/lib/http.js + 1 modules
var http = __webpack_require__(8981);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/calls.js


/** @param authorization the header, empty for a login */
function caller(apiUrl, authorization, signal) {
    const answer = (method, path, { body, query, ...rest } = {}) => {
        // Each segment is percent-encoded whole, so that a name may hold a slash.
        const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`);
        if (query)
            url.search = query;
        const headers = {
            ...authorization,
            'content-type': 'application/json',
            'user-agent': 'evaluator-action',
            'x-request-id': (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
        };
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        return (0,http/* send */.tN)({ method, url, headers, signal, ...content, ...rest });
    };
    const call = async (method, path, schema, options) => (0,http/* readJson */.Vh)(schema, await answer(method, path, options), apiUrl);
    const find = async (method, path, schema, { none = 404, ...options } = {}) => {
        const reply = await answer(method, path, { ...options, expect: [none] });
        return reply.status === none ? undefined : (0,http/* readJson */.Vh)(schema, reply, apiUrl);
    };
    return Object.assign(call, { find, send: answer });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(0);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/schemas.js
/** Shapes of the platform's replies, as the vendor's client reads them; other fields are ignored. */

const Login = schemas/* object */.Ikc({ tenant: schemas/* string */.YjP().min(1), access_token: schemas/* string */.YjP().min(1) });
/** The roles that an evaluator with an AWS role runs with. The service also sends `job_role_name`. */
const AwsRoleConfig = schemas/* object */.Ikc({
    job_role_arn: schemas/* string */.YjP(),
    external_id: schemas/* string */.YjP(),
    assume_role_arn: schemas/* string */.YjP(),
});
/** A registered evaluator. `created` looks like `2023-04-03 16:18:10.703 -0700`. */
const Evaluator = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    image: schemas/* string */.YjP(),
    created: schemas/* string */.YjP(),
    aws_role_config: AwsRoleConfig.nullish().transform((config) => config ?? null),
});
/** An evaluator of a workflow in a list; the vendor's client takes one without an image, which the platform cannot run. */
const ListedEvaluator = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), image: schemas/* string */.YjP().nullish() });
const Evaluators = schemas/* object */.Ikc({ evaluators: schemas/* array */.YOg(ListedEvaluator) });
/** A model. The vendor's client reads all of these; metadata may hold any JSON. */
const Model = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int(),
    name: schemas/* string */.YjP(),
    metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    workflow: schemas/* string */.YjP(),
});
const Models = schemas/* object */.Ikc({ models: schemas/* array */.YOg(Model) });
/** One version of a test suite; the id is the version's own. */
const TestSuite = schemas/* object */.Ikc({
    id: schemas/* number */.aig().int(),
    name: schemas/* string */.YjP(),
    version: schemas/* number */.aig().int(),
    test_cases: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })),
    workflow: schemas/* string */.YjP(),
});
const TestRun = schemas/* object */.Ikc({ test_run_id: schemas/* number */.aig().int() });

;// CONCATENATED MODULE: ./build/src/platforms/kolena/evaluators.js

/** Calls about evaluators and the repositories of their images. */
function evaluatorCalls(call) {
    const evaluators = ['generic', 'workflow', 'evaluator'];
    return {
        /** Creates `organization/name` in the platform's registry. */
        createRepository: async (repository) => {
            const { status } = await call.send('POST', ['ecr', 'repository'], {
                body: { repository },
                expect: [409],
            });
            return status === 409 ? 'exists' : 'created';
        },
        /** The latest registration of an evaluator for a workflow, without its secret. */
        findEvaluator: (workflow, name) => call.find('GET', [...evaluators, workflow, name], Evaluator, { query: 'include_secret=False' }),
        listEvaluators: async (workflow) => (await call('GET', [...evaluators, workflow], Evaluators)).evaluators,
        /** Sent once: when the outcome is unknown (`HttpError.outcomeUnknown`), read back before a second try. */
        register: (body) => call('POST', evaluators, Evaluator, { body, attempts: 1 }),
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/models.js

/** Calls about models. The platform has none that changes a model's metadata or tags. */
function modelCalls(call) {
    const path = (name) => ['generic', 'model', name];
    return {
        /** The model of that name, whatever its workflow: a name is unique in the organization. */
        findModel: (name) => call.find('PUT', path('load'), Model, { body: { name } }),
        /** The models of a workflow that have all of the tags. */
        listModels: async (workflow, tags) => (await call('PUT', path('load-all'), Models, { body: { workflow, tags } })).models,
        /**
         * undefined when the name is taken. Sent once: when the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before a second try.
         */
        createModel: ({ name, metadata, workflow, tags }) => {
            const body = { name, metadata, workflow, tags };
            return call.find('POST', path('create'), Model, { body, attempts: 1, none: 409 });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/test-runs.js

/** Calls about test suites and the test runs of models on them. The platform has none that tells how a run is doing. */
function testRunCalls(call) {
    const path = (name) => ['generic', 'test-run', name];
    return {
        /** @param version null for the latest */
        findTestSuite: (name, version) => call.find('PUT', ['generic', 'test-suite', 'load'], TestSuite, { body: { name, version } }),
        /** The test run of a model on a test suite whose metrics the registered evaluator computes, new or as it is. */
        openTestRun: async (modelId, testSuiteId) => {
            const body = { model_id: modelId, test_suite_id: testSuiteId, evaluator: null, configurations: [] };
            return (await call('PUT', path('create-or-retrieve'), TestRun, { body })).test_run_id;
        },
        /** Starts the registered evaluator on a test run. Once more, it computes the metrics anew. */
        evaluate: async (testRunId) => {
            // The status is the whole answer: the vendor's client reads no body either.
            await call.send('PUT', path('evaluate'), { body: { test_run_id: testRunId } });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/client.js







/** The release of the vendor's Python client whose wire format this is; the platform is told so at login. */
const CLIENT_VERSION = '1.69.0';
/**
 * Logs in with an API token, as the vendor's client does before each command.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
async function logIn(apiUrl, apiToken, signal) {
    const anonymous = caller(apiUrl, {}, signal);
    const login = await anonymous('PUT', ['token', 'login'], Login, {
        body: { api_token: apiToken, version: CLIENT_VERSION },
    }).catch(explainLogin(apiUrl));
    (0,secrets/* maskSecret */.$l)(login.access_token);
    const call = caller(apiUrl, { authorization: `Bearer ${login.access_token}` }, signal);
    return {
        /** The organization that the token belongs to. */
        tenant: login.tenant,
        ...evaluatorCalls(call),
        ...modelCalls(call),
        ...testRunCalls(call),
    };
}
function explainLogin(apiUrl) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$) || cause.status !== 401)
            throw cause;
        throw new errors/* ActionError */.lZ(`api-token: ${apiUrl.host} does not accept the token (401). Create a new API token on the platform's developer page, store it as a secret of the repository, and pass it as api-token.`, { cause });
    };
}


/***/ }),

/***/ 3687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ emptyFixture),
/* harmony export */   Y_: () => (/* binding */ readFixture),
/* harmony export */   e8: () => (/* binding */ distinctSamples)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(0);


const Data = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
const Sample = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    test_sample: Data,
    metadata: Data.default({}),
    ground_truth: Data,
    inference: Data,
});
const TestCase = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), samples: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Sample) });
const File = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ test_cases: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(TestCase).min(1) });
/** What a run has without a fixture file: the platform never runs a suite that has no test case. */
const emptyFixture = { test_cases: [{ name: 'contract test case', samples: [] }] };
/** Reads a fixture file. Throws an error that says what to correct. */
function readFixture(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        throw new Error(`there is no file ${JSON.stringify(path)}; write its path relative to the root of the repository`);
    const result = File.safeParse(parseJson((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw new Error(`${issue?.path.join('.') || 'the file'}: ${issue?.message}; write {"test_cases": [{"name": "…", "samples": [{"test_sample": {…}, "ground_truth": {…}, "inference": {…}}]}]}`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new Error(`is no JSON: ${error instanceof Error ? error.message : error}`);
    }
}
/** Every sample once, as the platform's batches of a test run have it: a sample may be in several test cases. */
function distinctSamples({ test_cases }) {
    const samples = test_cases.flatMap((one) => one.samples);
    return [...new Map(samples.map((sample) => [JSON.stringify(sample.test_sample), sample])).values()];
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gp: () => (/* binding */ loadPlatform),
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   kh: () => (/* binding */ missingToken),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
/* harmony import */ var _lib_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4940);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);
/** The inputs about the platform that several actions share. */


const platformFields = {
    'api-token': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(_lib_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .token */ .Sh),
    'api-url': _lib_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .address */ .hl.prefault('https://api.kolena.io'),
};
/** Variables of the environment that stand in for inputs: those of the platform's own client. */
const platformVariables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' };
/** @param purpose why a token is required, such as "to create the model" */
function missingToken(purpose) {
    return `is required ${purpose}, and is empty; store the platform's API token as the secret KOLENA_TOKEN of the repository (Settings, Secrets and variables, Actions), and write api-token: \${{ secrets.KOLENA_TOKEN }}; on your own machine, set the variable KOLENA_TOKEN`;
}
/** @param purpose why a token is required, such as "to create the model"; undefined when none is */
function loadPlatform(inputs, purpose) {
    const { 'api-token': apiToken, 'api-url': apiUrl } = inputs.values;
    if (purpose !== undefined && apiToken === undefined)
        inputs.problem('api-token', undefined, missingToken(purpose));
    return { apiUrl, apiToken };
}


/***/ }),

/***/ 8676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   sI: () => (/* binding */ loadComment),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7399);
/* harmony import */ var _lib_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2183);
/* harmony import */ var _lib_shorten_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(332);





/** Bytes. GitHub takes 65,536 characters. */
const LARGEST = 60_000;
/** undefined where there is no pull request to comment on, or the workflow wants no comment. */
function loadComment({ values }, event) {
    const { 'github-token': token, comment, 'evaluator-name': evaluator, image, workflow } = values;
    const { eventName, repository, payload, apiUrl, runUrl } = event;
    const { pull_request: pull } = payload;
    if (comment === 'off' || !token || !pull || !eventName.startsWith('pull_request'))
        return undefined;
    const [owner = '', repo = ''] = repository.split('/');
    return {
        pullRequest: { apiUrl: apiUrl || 'https://api.github.com', owner, repo, number: pull.number, token },
        fork: pull.head.repo?.full_name !== pull.base.repo.full_name,
        marker: markerOf(event, workflow, evaluator, image?.domain, image?.path, values['api-url'].href),
        sha: pull.head.sha,
        runUrl,
    };
}
/** A digest, since a name could end an HTML comment. The ref is no part of it: it is another one in each event. */
function markerOf({ workflowRef = '', job = '' }, ...subject) {
    const workflow = workflowRef.replace(/@refs\/.*$/, '');
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify([workflow, job, ...subject]));
    return `<!-- evaluator-action ${digest.digest('hex').slice(0, 32)} -->`;
}
/**
 * Writes the comment, or updates it. Gives the reason where that could not be, for people to read: what GitHub does
 * with a comment never fails the step.
 */
async function comment({ pullRequest, marker, fork }, body, signal) {
    try {
        const { placeComment } = await Promise.all(/* import() */[__webpack_require__.e(28), __webpack_require__.e(732)]).then(__webpack_require__.bind(__webpack_require__, 5732));
        const write = () => placeComment(pullRequest, marker, `${marker}\n${(0,_lib_shorten_js__WEBPACK_IMPORTED_MODULE_4__/* .shorten */ .m)(body, LARGEST)}`, signal);
        await (0,_lib_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L)(write, { what: 'The comment on the pull request', signal });
        return undefined;
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // A token that may only read is what forks get, and a choice of the workflow elsewhere: nothing to warn of.
        if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && [401, 403, 404].includes(error.status ?? 0)) {
            _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`No comment on the pull request: ${message}`);
            return `${fork ? forkRemedy : permissionRemedy} (${message})`;
        }
        _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e(`The pull request has no comment: ${message}`, 'Comment');
        return message;
    }
}
const forkRemedy = 'the token may not write there, as is so for pull requests from forks';
const permissionRemedy = 'the token may not write there. Give the job permissions: pull-requests: write, or set comment: off';


/***/ }),

/***/ 9276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ variables),
/* harmony export */   O: () => (/* binding */ fields)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(0);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8532);
/* harmony import */ var _aws_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2672);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2663);
/* harmony import */ var _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4940);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4212);
/* harmony import */ var _verify_findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6769);
/** The inputs of the root action: name, type and rules. What each means, and its default, stands in action.yml. */






const organization = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.refine(_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isPathComponent */ .$$, {
    error: 'is no name of an organization; write it as in the address of the platform, app.kolena.io/<organization>, in lower case',
});
const registryHost = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.refine((text) => hasDomain(text), {
    error: 'is no registry; write its host, with a port if need be, like docker.kolena.io, and no path or https://',
});
const tags = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }).superRefine((items, context) => {
    const wrong = items.find((item) => !(0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(item));
    if (wrong !== undefined)
        context.addIssue(`${JSON.stringify(wrong)} is no tag; a tag has letters, digits, "_", "." and "-", begins with none of the last two, and has 128 characters at most`);
});
const platforms = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }).superRefine((items, context) => {
    const wrong = items.find((item) => !/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(item));
    if (wrong !== undefined)
        context.addIssue(`${JSON.stringify(wrong)} is no platform; write them like linux/amd64,linux/arm64`);
});
const attestation = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.refine((text) => /^(true|false|[a-z-]+=.+)$/.test(text), {
    error: 'write true, false, or parameters of BuildKit like mode=max',
});
const image = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().transform((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .throwing */ .Vs)((text) => {
    const reference = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(text);
    if (reference.tag !== undefined)
        throw new Error(`"${text}" has a tag; leave ":${reference.tag}" out here and write tags: ${reference.tag}`);
    if (reference.digest !== undefined)
        throw new Error(`"${text}" has a digest; leave it out: what is pushed decides it, and image-reference: digest registers it`);
    return reference;
}));
const findingIds = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }).refine((items) => items.every(_verify_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .isFindingId */ .nU), {
    error: `names no finding; the ids are ${Object.keys(_verify_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .findingKinds */ .jx).join(', ')}`,
});
const seconds = wholeNumber(1, 99_999, 'write a number of seconds, such as 120');
/** More would find the engine's networks or the runner's memory used up. */
const concurrency = wholeNumber(1, 32, 'write a number from 1 to 32');
const variable = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.refine((text) => /^[A-Za-z_]\w*$/.test(text), {
    error: 'is no name of a variable; write the name alone, such as EVALUATOR_SECRET (secrets of the build, id=VARIABLE, belong into secret-envs)',
});
/** In milliseconds; Infinity for `off`. */
const age = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().transform((text, context) => {
    const [, count, unit] = /^([1-9]\d{0,3})([hdw])$/.exec(text) ?? [];
    if (text === 'off')
        return Number.POSITIVE_INFINITY;
    if (count !== undefined)
        return Number(count) * { h: 1, d: 24, w: 168 }[unit] * 3_600_000;
    context.addIssue('write a time such as 12h, 30d or 8w, or off');
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
});
const roleArn = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().transform((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .throwing */ .Vs)((text) => {
    (0,_aws_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .D)(text);
    return text;
}));
const fields = {
    workflow: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU,
    'evaluator-name': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU,
    secret: (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    'secret-env': variable,
    'aws-assume-role': roleArn,
    'api-token': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .token */ .Sh),
    'api-url': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .address */ .hl.prefault('https://api.kolena.io'),
    organization,
    image,
    tags,
    registry: registryHost.prefault('docker.kolena.io'),
    'registry-username': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    'registry-password': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    'create-repository': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('true'),
    'tag-immutability': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('false'),
    'image-reference': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('tag', 'digest').prefault('tag'),
    build: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('true'),
    context: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.prefault('.'),
    file: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    target: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    platforms: platforms.prefault('linux/amd64'),
    'build-args': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('NAME=value'),
    'build-contexts': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('name=path'),
    secrets: (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('id=value')),
    'secret-envs': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }),
    'secret-files': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('id=path'),
    labels: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('name=value'),
    annotations: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(),
    'cache-from': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(),
    'cache-to': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(),
    'no-cache': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('false'),
    pull: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('false'),
    network: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    ssh: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }),
    builder: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    provenance: attestation.prefault('false'),
    sbom: attestation.prefault('false'),
    register: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('true'),
    reuse: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('false'),
    'reuse-maximum-age': age.prefault('30d'),
    'dry-run': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('auto', 'true', 'false').prefault('auto'),
    'allow-fork-code': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM.prefault('false'),
    evaluators: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    concurrency: concurrency.prefault('8'),
    'trust-policy': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('off', 'verify', 'apply').prefault('off'),
    verify: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('off', 'start', 'contract').prefault('start'),
    'accept-findings': findingIds,
    'verify-timeout': seconds.prefault('120'),
    'contract-fixture': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    'github-token': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    comment: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('auto', 'off').prefault('auto'),
};
/** Variables of the environment that stand in for inputs: those of the platform's own client. */
const variables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' };
function wholeNumber(least, most, error) {
    return zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .transform((text, context) => {
        const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
        if (value >= least && value <= most)
            return value;
        context.addIssue(error);
        return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
    })
        .meta({ shape: 'number', least, most });
}
function hasDomain(text) {
    try {
        return (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(`${text}/image`).domain === text;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 6548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ loadInputs),
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/docker/tags.js
var docker_tags = __webpack_require__(1433);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/mode.js
var lib_mode = __webpack_require__(9746);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var fields = __webpack_require__(3438);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/docker/build.js + 1 modules
var build = __webpack_require__(5462);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(0);
// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
;// CONCATENATED MODULE: ./build/src/docker/builder.js





const Current = schemas/* object */.Ikc({ Name: schemas/* string */.YjP() });
const Instance = schemas/* object */.Ikc({ Driver: schemas/* string */.YjP() });
/**
 * The buildx driver of a builder: `docker` for the engine's own, else `docker-container`, `remote`, `kubernetes`,
 * `cloud`. It is read from buildx's files, as asking buildx takes a process. Whether the current builder belongs to
 * this engine is not looked at: a wrong answer costs time, and leads to the same image.
 *
 * @param name undefined for the current builder
 */
function builderDriver(name) {
    const directory = (0,lib_inputs/* readVariable */.nt)('BUILDX_CONFIG') || (0,external_node_path_.join)((0,client_config/* dockerConfigDirectory */._n)(), 'buildx');
    const builder = name ?? ((0,lib_inputs/* readVariable */.nt)('BUILDX_BUILDER') || read(Current, (0,external_node_path_.join)(directory, 'current'))?.Name);
    // Buildx takes other names for those of Docker contexts, whose engine then builds.
    if (!builder || !/^[a-z][\w.-]*$/i.test(builder))
        return 'docker';
    return read(Instance, (0,external_node_path_.join)(directory, 'instances', builder.toLowerCase()))?.Driver || 'docker';
}
/** undefined for a file that is not there, or is not as buildx wrote it until now. */
function read(schema, path) {
    try {
        return schema.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/docker/cache.js
var cache = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/src/lib/lists.js
var lists = __webpack_require__(7484);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var lib_secrets = __webpack_require__(1752);
;// CONCATENATED MODULE: ./build/src/publish/evaluator-inputs.js


/** Reads what is registered beside the image, and notes what is wrong in it. */
function loadEvaluator(inputs, dryRun) {
    const { values } = inputs;
    for (const name of ['workflow', 'evaluator-name']) {
        if (!values[name])
            inputs.missing(name, 'is required to register the evaluator; set it, or register: false');
    }
    checkSecret(inputs, dryRun);
    return {
        workflow: values.workflow ?? '',
        name: values['evaluator-name'] ?? '',
        secret: givenSecret(inputs),
        awsAssumeRole: values['aws-assume-role'],
    };
}
/** The evaluator's secret, itself or by its variable. A variable that is empty has none, as an input has. */
function givenSecret({ values }) {
    const variable = values['secret-env'];
    const secret = values.secret ?? ((variable && (0,lib_inputs/* readVariable */.nt)(variable)) || undefined);
    if (secret !== undefined)
        (0,lib_secrets/* maskSecret */.$l)(secret);
    return secret;
}
function checkSecret(inputs, dryRun) {
    const { secret, 'secret-env': variable } = inputs.values;
    if (variable === undefined)
        return;
    const value = (0,lib_inputs/* readVariable */.nt)(variable);
    if (secret !== undefined)
        inputs.problem('secret-env', variable, 'stands beside secret; set one of the two');
    else if (value === undefined)
        inputs.problem('secret-env', variable, 'there is no such variable in the environment; set it in the env of the step');
    // The variable of a secret is empty where the event must not see secrets: a dry run needs none.
    else if (value === '' && !dryRun)
        inputs.problem('secret-env', variable, 'the variable is empty; see that the secret behind it exists');
}

;// CONCATENATED MODULE: ./build/src/publish/build-inputs.js









/** Reads the build group, and notes what is wrong in it. A dry run reads caches and writes none. */
function loadBuildInput(inputs, dryRun) {
    const options = loadBuild(inputs);
    if (dryRun)
        options.cacheTo = [];
    return {
        options,
        secrets: loadSecrets(inputs),
        local: isLocal(inputs.values.context),
        store: chooseStore(options, inputs, dryRun),
    };
}
/**
 * An image that is going to be run, or shown, has to be in the engine. From a builder of its own, any other is pushed
 * straight to the registry: by way of the engine all of it would be moved twice.
 */
function chooseStore(options, { values }, dryRun) {
    if (!(0,build/* fitsEngine */.Jb)(options))
        return 'builder';
    const wanted = dryRun || values.verify !== 'off';
    return wanted || builderDriver(options.builder) === 'docker' ? 'engine' : 'builder';
}
function loadBuild(inputs) {
    const { values } = inputs;
    const { context, file } = values;
    const scope = values.image?.path ?? '';
    const dockerfile = file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    if (isLocal(context)) {
        if (!(0,external_node_fs_.existsSync)(context))
            inputs.problem('context', context, 'there is no such directory in the workspace; check out the repository first (actions/checkout), and write the path relative to its root');
        else if (!(0,external_node_fs_.existsSync)(dockerfile))
            inputs.problem('file', dockerfile, `there is no such Dockerfile; ${placeOfDockerfiles()}`);
    }
    checkBuildArguments(inputs);
    return {
        context,
        file,
        target: values.target,
        platforms: values.platforms,
        buildArgs: joined(values['build-args']),
        buildContexts: joined(values['build-contexts']),
        labels: joined(values.labels),
        annotations: values.annotations ?? [],
        cacheFrom: (0,cache/* scopeCaches */.k)(values['cache-from'] ?? [], scope),
        cacheTo: (0,cache/* scopeCaches */.k)(values['cache-to'] ?? [], scope),
        noCache: values['no-cache'],
        pull: values.pull,
        network: values.network,
        ssh: values.ssh ?? [],
        builder: values.builder,
        provenance: values.provenance,
        sbom: values.sbom,
    };
}
/** What to write in its place, by what the workspace has. */
function placeOfDockerfiles() {
    const entries = (0,external_node_fs_.readdirSync)('.');
    if (entries.length === 0)
        return 'the workspace is empty: check out the repository before this step (actions/checkout)';
    const found = ['Dockerfile', ...entries.map((entry) => (0,external_node_path_.join)(entry, 'Dockerfile'))].find((path) => (0,external_node_fs_.existsSync)(path));
    return `write its path relative to the root of the repository${found ? `, such as file: ${found}` : ''}`;
}
/** BuildKit fetches other contexts itself; `-` would be standard input, which an action has not. */
function isLocal(context) {
    return !/^(https?|git|ssh|docker-image|oci-layout|target):|^git@|^github\.com\//.test(context);
}
/** Build arguments stay readable in the image's history and in provenance: nothing secret may be one. */
function checkBuildArguments(inputs) {
    const { values } = inputs;
    const known = [values['api-token'], values['registry-password'], givenSecret(inputs)].filter((text) => text !== undefined && text.length >= lib_secrets/* SHORTEST_SECRET */.c3);
    for (const [name, value] of values['build-args'] ?? []) {
        if (!(0,lib_secrets/* namesSecret */.L4)(name) && !known.some((text) => value.includes(text)))
            continue;
        const fix = name === 'KOLENA_TOKEN'
            ? 'leave it out: the API token is there already as a secret; use it with RUN --mount=type=secret,id=KOLENA_TOKEN, which makes it the file /run/secrets/KOLENA_TOKEN'
            : `pass it by secrets or secret-envs, and use it with RUN --mount=type=secret,id=${name}`;
        inputs.problem('build-args', name, `looks like a secret, and anyone who can pull the image can read build arguments; ${fix}`);
    }
}
/** The build's secrets, later ones of the same id winning; the API token is always one of them. */
function loadSecrets(inputs) {
    const { values } = inputs;
    const secrets = values['api-token']
        ? [{ id: 'KOLENA_TOKEN', value: values['api-token'] }]
        : [];
    for (const [id, value] of values.secrets ?? [])
        secrets.push({ id, value });
    for (const [id, name] of inputs.attempt('secret-envs', () => parseVariableNames(values['secret-envs'] ?? [])) ?? []) {
        const value = (0,lib_inputs/* readVariable */.nt)(name);
        if (value === undefined)
            inputs.problem('secret-envs', name, 'there is no such variable in the environment; set it in the env of the step');
        else
            secrets.push({ id, value });
    }
    for (const [id, file] of values['secret-files'] ?? []) {
        if (!(0,external_node_fs_.existsSync)(file))
            inputs.problem('secret-files', file, 'there is no such file; write its path relative to the root of the repository');
        secrets.push({ id, file });
    }
    for (const secret of secrets) {
        if ('value' in secret)
            (0,lib_secrets/* maskSecret */.$l)(secret.value);
        if (!/^[\w.-]+$/.test(secret.id))
            inputs.problem('secrets', secret.id, 'is no id of a secret; use letters, digits, "_", "." and "-"');
    }
    return [...new Map(secrets.map((secret) => [secret.id, secret])).values()];
}
/** `id=VARIABLE`, or `VARIABLE` alone for a secret of the same id. */
function parseVariableNames(items) {
    return (0,lists/* parsePairs */.x)(items.map((item) => (item.includes('=') ? item : `${item}=${item}`)), 'id=VARIABLE');
}
function joined(entries) {
    return (entries ?? []).map(([name, value]) => `${name}=${value}`);
}

// EXTERNAL MODULE: ./build/src/publish/comment.js
var comment = __webpack_require__(8676);
// EXTERNAL MODULE: ./build/src/publish/fields.js
var publish_fields = __webpack_require__(9276);
// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/fixture.js
var contract_fixture = __webpack_require__(3687);
;// CONCATENATED MODULE: ./build/src/publish/verify-inputs.js

/** Reads what the image is verified for, and notes what is wrong in it. */
function loadVerify(inputs) {
    const { values } = inputs;
    const accepted = values['accept-findings'] ?? [];
    const timeLimit = values['verify-timeout'];
    const path = values['contract-fixture'];
    if (values.verify !== 'contract') {
        if (path !== undefined)
            inputs.problem('contract-fixture', path, 'is used by verify: contract only; set that, or leave this out');
        return { accepted, timeLimit, contract: undefined };
    }
    const { workflow, 'evaluator-name': evaluatorName } = values;
    if (!values.register && !(workflow && evaluatorName))
        inputs.problem('verify', 'contract', 'needs workflow and evaluator-name, which the evaluator has to report');
    const fixture = path === undefined ? undefined : inputs.attempt('contract-fixture', () => (0,contract_fixture/* readFixture */.Y_)(path));
    return {
        accepted,
        timeLimit,
        contract: {
            workflow: workflow ?? '',
            evaluatorName: evaluatorName ?? '',
            secret: (values.secret ?? values['secret-env']) !== undefined,
            awsRole: values['aws-assume-role'],
            fixture,
            timeLimit,
        },
    };
}

;// CONCATENATED MODULE: ./build/src/publish/inputs.js










/** Reads every input. Throws one `InputError` with all that is wrong, before anything is started or sent. */
function loadInputs(event, texts) {
    const inputs = new lib_inputs/* Inputs */.G0(publish_fields/* fields */.O, publish_fields/* variables */.E, texts);
    const loaded = readInputs(inputs, event);
    inputs.refuse();
    return loaded;
}
/** Reads every input of one evaluator, and notes what is wrong. */
function readInputs(inputs, event) {
    const { values } = inputs;
    const mode = (0,lib_mode/* decideMode */.a)(values['dry-run'], event);
    const loaded = {
        mode,
        evaluator: values.register ? loadEvaluator(inputs, mode.dryRun) : undefined,
        platform: {
            apiUrl: values['api-url'],
            apiToken: values['api-token'],
            organization: values.organization ?? organizationIn(values),
        },
        image: loadImage(inputs, event, mode.dryRun),
        build: values.build ? loadBuildInput(inputs, mode.dryRun) : undefined,
        reuse: loadReuse(inputs),
        verify: values.verify === 'off' ? undefined : loadVerify(inputs),
        trustPolicy: loadTrustPolicy(inputs),
        comment: (0,comment/* loadComment */.sI)(inputs, event),
    };
    if (!mode.dryRun)
        requireToken(inputs, loaded);
    refuseForks(inputs, event);
    return loaded;
}
function loadReuse(inputs) {
    const { reuse, build, 'reuse-maximum-age': maximumAge } = inputs.values;
    if (reuse && !build)
        inputs.problem('reuse', 'true', 'is about what a build would make, and build is false; leave one of them out');
    return reuse ? { maximumAge } : undefined;
}
function loadTrustPolicy(inputs) {
    const { 'trust-policy': trustPolicy, 'aws-assume-role': role, register } = inputs.values;
    if (trustPolicy !== 'off' && !(role && register))
        inputs.problem('trust-policy', trustPolicy, 'is about the role that the evaluator is registered with; set aws-assume-role and leave register at true, or set trust-policy: off');
    return trustPolicy;
}
function loadImage(inputs, event, dryRun) {
    const { values } = inputs;
    const { image, registry, organization } = values;
    if (!image)
        inputs.missing('image', 'is required; write a name such as keypoint_detection_evaluator, or registry.example.com/team/name for another registry');
    const onPlatform = image !== undefined && (image.domain === undefined || image.domain === registry);
    const path = onPlatform ? pathOnPlatform(inputs, image, organization) : (image?.path ?? '');
    return {
        host: onPlatform ? undefined : image?.domain,
        path,
        tags: loadTags(inputs, event),
        platformRegistry: registry,
        credentials: loadCredentials(inputs, dryRun),
        createRepository: values['create-repository'],
        immutableTags: values['tag-immutability'],
        reference: values['image-reference'],
    };
}
/** The organization that a reference of the platform's registry names, `docker.kolena.io/acme/name`. */
function organizationIn({ image, registry }) {
    return image?.domain === registry ? image.path.split('/')[0] : undefined;
}
/** The name below the organization: `name`, `organization/name` and `registry/organization/name` mean the same. */
function pathOnPlatform(inputs, image, organization) {
    const [first, ...rest] = image.path.split('/');
    if (image.domain === undefined)
        return first === organization && rest.length > 0 ? rest.join('/') : image.path;
    if (rest.length === 0 || (organization !== undefined && first !== organization)) {
        const name = rest.at(-1) ?? first;
        inputs.problem('image', (0,reference/* formatReference */.FH)(image), `repositories of this registry begin with the organization; write image: ${name}`);
    }
    return rest.join('/');
}
function loadTags(inputs, { ref, sha, payload }) {
    const pullRequest = payload.pull_request?.number;
    const derive = () => (0,docker_tags/* deriveTags */.h)({ ref, sha, ...(pullRequest !== undefined && { pullRequest }) });
    const given = inputs.values.tags;
    const tags = given && given.length > 0 ? given : inputs.attempt('tags', derive);
    const [first = '', ...rest] = new Set(tags);
    return [first, ...rest];
}
function loadCredentials(inputs, dryRun) {
    const { 'registry-username': username, 'registry-password': password } = inputs.values;
    if (username && password)
        return { username, password };
    // A dry run needs none, and in a fork's pull request the secret is empty.
    if (dryRun)
        return undefined;
    if (username)
        inputs.problem('registry-password', undefined, 'is missing beside registry-username; set both or none');
    if (password)
        inputs.problem('registry-username', undefined, 'is missing beside registry-password; set both or none');
    return undefined;
}
function requireToken(inputs, { evaluator, image }) {
    const platformLogin = image.host === undefined && (image.credentials === undefined || inputs.values.organization === undefined);
    if (inputs.values['api-token'] || !(evaluator || platformLogin))
        return;
    const why = evaluator ? 'to register the evaluator' : "to push to the platform's registry";
    inputs.missing('api-token', (0,fields/* missingToken */.kh)(why));
}
function refuseForks(inputs, event) {
    const fork = (0,lib_mode/* privilegedFork */.k)(event);
    if (fork === undefined || inputs.values['allow-fork-code'])
        return;
    inputs.problem('allow-fork-code', undefined, `this ${event.eventName} event comes from ${fork} and can see the secrets of ${event.repository}; building a fork's code here could give them away. Use the pull_request event, whose dry run needs no secret, or set allow-fork-code: true if the workflow checks out no code of the fork`);
}


/***/ }),

/***/ 7515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ociRegistry)
/* harmony export */ });
/** Any other registry: the repository is there already, or the registry creates it at the first push. */
function ociRegistry(host, path, credentials) {
    return { host, path, credentials, prepare: async () => 'not needed' };
}


/***/ }),

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unbroken),
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/** Characters of the longest bar. */
const LONGEST = 12;
/**
 * A bar for a cell of a table, of a length in proportion. Text, since Mermaid's charts draw a bar for nothing too, and
 * cannot be read where the page is narrow. Nothing for 0, and a sliver for what is too little to be seen.
 */
function bar(value, largest) {
    if (value <= 0)
        return '';
    return '█'.repeat(Math.round((value / largest) * LONGEST)) || '▏';
}
/** Text that is not broken over two lines. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}


/***/ }),

/***/ 6769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   jx: () => (/* binding */ findingKinds),
/* harmony export */   nU: () => (/* binding */ isFindingId),
/* harmony export */   ub: () => (/* binding */ blocking)
/* harmony export */ });
/**
 * All that a verification can find: id, how bad it is, and what to do about it. An id is a promise to users, who
 * write it into `accept-findings`.
 */
const findingKinds = {
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
        'Run the image on your machine to see why: a signal ended it (137: out of memory, 139: segmentation fault).',
    ],
    'start-timeout': [
        'error',
        'Check the variables of the environment first and exit when one is missing; raise verify-timeout if the start takes that long.',
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
    'samples-not-read': ['error', 'Load the inferences of the test run: test(…) does it.'],
    'ignores-failure': [
        'error',
        'Let exceptions end the program, or exit with another code than 0: a failed evaluation looks like a finished one.',
    ],
    'ignores-missing-variable': [
        'warning',
        'Exit with another code than 0 when the variable is missing, in place of going on with a default.',
    ],
};
/** A finding of a kind; the message says what was found, with the values. */
function finding(id, message, place) {
    const [severity, fix] = findingKinds[id];
    return { id, severity, message, fix, ...(place && { place }), accepted: false };
}
/** Marks what the user accepts, and puts the worst first. */
function judge(findings, accepted) {
    const order = ['error', 'warning', 'info'];
    return findings
        .map((one) => ({ ...one, accepted: accepted.includes(one.id) }))
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
/** The findings that stop a publish. */
function blocking(findings) {
    return findings.filter(({ severity, accepted }) => severity === 'error' && !accepted);
}
function isFindingId(text) {
    return Object.hasOwn(findingKinds, text);
}


/***/ })

};
