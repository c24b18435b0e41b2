export const id = 9575;
export const ids = [9575,3867];
export const modules = {

/***/ 8560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ Connections)
});

// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
// EXTERNAL MODULE: ./build/src/docker/docker.js
var docker = __webpack_require__(9736);
// EXTERNAL MODULE: ./build/src/platforms/kolena/client.js + 4 modules
var client = __webpack_require__(3867);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/util/group-by.js
var group_by = __webpack_require__(7043);
// EXTERNAL MODULE: ./build/src/util/memoize.js
var memoize = __webpack_require__(6017);
;// CONCATENATED MODULE: ./build/src/util/mutex.js
/** Runs one piece of work at a time per key, in the order of the calls. A failure does not stop the other pieces. */
class Mutex {
    #last = new Map();
    async run(key, signal, work) {
        const turn = (this.#last.get(key) ?? Promise.resolve()).then(() => {
            signal.throwIfAborted();
            return work();
        });
        this.#last.set(key, turn.catch(() => { }));
        return await turn;
    }
}

// EXTERNAL MODULE: ./build/src/actions/publish/metrics/recording-input.js
var recording_input = __webpack_require__(7857);
// EXTERNAL MODULE: ./build/src/actions/publish/shared-image.js
var shared_image = __webpack_require__(264);
;// CONCATENATED MODULE: ./build/src/actions/publish/connections.js









/** The connections that the publications of one step share. Each opens on first use and closes with the step. */
class Connections {
    /** Logs in at the platform; undefined for a step that needs no login. */
    session;
    /** Returns AWS's login for a host of its registry; one login serves all repositories. */
    ecrLogin;
    /** Records a fixture from the platform. Evaluators with the same model and test suite share it. */
    record;
    /** Runs changes of an AWS role, by its ARN, one by one: evaluators may share it, and IAM replaces whole policies. */
    roles = new Mutex();
    #docker;
    #images;
    /** @param all the inputs of all evaluators of the step, which share one platform */
    constructor(all, context) {
        const config = (0,client_config.createPrivateConfig)(context.privateDirectory, {
            anonymous: all.some(({ mode }) => mode.untrusted),
        });
        this.#docker = { config, engine: (0,docker.findEngine)(config, context.signal) };
        this.#images = imagesOf(all);
        this.ecrLogin = (0,memoize/* memoizeByKey */.lQ)(context.signal);
        const needed = all.find((inputs) => inputs.evaluator || inputs.image.host === undefined || (0,recording_input/* recordingInput */.i)(inputs.verify));
        this.session = (0,memoize/* memoize */.Bj)(async () => needed && (await openSession(needed, context)));
        const recordings = (0,memoize/* memoizeByKey */.lQ)(context.signal);
        this.record = (input, signal) => recordings(JSON.stringify(input), signal, async (lifetime) => {
            const [session, { recordFixture }] = await Promise.all([
                this.session(lifetime),
                __webpack_require__.e(/* import() */ 2302).then(__webpack_require__.bind(__webpack_require__, 9921)),
            ]);
            if (!session)
                throw new Error('nothing can be recorded without a token');
            return await recordFixture(session, input, context.privateDirectory);
        });
    }
    /** Returns the context of one publication, which the signal can abort. */
    contextOf(inputs, context, signal) {
        const shared = this.#images.get(inputs) ?? new shared_image/* SharedImage */.ty([inputs]);
        return { ...context, signal, docker: { ...this.#docker, signal }, shared };
    }
}
function imagesOf(all) {
    const groups = [...(0,group_by/* groupBy */.$)(all, shared_image/* imageKey */.p2).values()];
    return new Map(groups.flatMap((evaluators) => {
        const image = new shared_image/* SharedImage */.ty(evaluators);
        return evaluators.map((inputs) => [inputs, image]);
    }));
}
/** Logs in at the platform, and checks that the token belongs to the organization that the inputs name. */
async function openSession({ platform }, { signal, runLog }) {
    const { apiUrl, apiToken, organization } = platform;
    if (apiToken === undefined)
        return undefined;
    return await runLog.phase('Log in at the platform', async () => {
        const session = await (0,client.logIn)(apiUrl, apiToken, signal);
        if (organization === undefined || session.tenant === organization)
            return session;
        throw new errors/* ActionError */.lZ(`The API token belongs to the organization "${session.tenant}", but the inputs (organization, or the path of image) name "${organization}". Use a token of ${organization}, or write ${session.tenant} there.`);
    });
}


/***/ }),

/***/ 4486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ publishEvaluator)
});

// EXTERNAL MODULE: ./build/src/util/scope.js
var scope = __webpack_require__(2370);
// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
// EXTERNAL MODULE: ./build/src/docker/credentials.js + 1 modules
var docker_credentials = __webpack_require__(8934);
// EXTERNAL MODULE: ./build/src/platforms/aws/ecr-host.js
var ecr_host = __webpack_require__(769);
// EXTERNAL MODULE: ./build/src/registry/distribution.js
var distribution = __webpack_require__(6967);
// EXTERNAL MODULE: ./build/src/registry/oci.js
var oci = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var runtime_errors = __webpack_require__(9139);
;// CONCATENATED MODULE: ./build/src/registry/platform.js


/**
 * Returns the platform's registry. The platform creates its repositories, below the organization.
 * @param openSession returns undefined if nothing should be created
 */
function platformRegistry(host, path, credentials, openSession) {
    return {
        host,
        path,
        login: credentials && (0,docker_credentials/* loginOf */.DQ)(credentials),
        prepare: async () => {
            const session = await openSession();
            return session ? await session.createRepository(path).catch(explain(path)) : 'not needed';
        },
    };
}
function explain(path) {
    return (cause) => {
        if (!(cause instanceof runtime_errors/* HttpError */.j$) || cause.transient)
            throw cause;
        throw new runtime_errors/* ActionError */.lZ(`The repository ${path} cannot be created (${cause.status}). Its name must begin with the organization of the token; create it on the platform and set create-repository: false, or use another image name. ${cause.message}`, { cause });
    };
}

// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var runtime_secrets = __webpack_require__(5758);
;// CONCATENATED MODULE: ./build/src/actions/publish/access.js








/** Opens the repository that the image goes to, without sending a request to the registry or the platform. */
async function openAccess(inputs, plan, session, { ecrLogin }, signal) {
    const registry = await chooseRegistry(inputs, plan, session, ecrLogin, signal);
    const { host, path } = registry;
    const login = registry.login ?? (await (0,docker_credentials/* findLogin */.B7)(host, path, 'pull,push', signal));
    // A run that builds nothing can publish with a login that can only pull.
    const scope = inputs.build ? 'pull,push' : 'pull';
    return {
        registry,
        login,
        repository: (0,distribution/* openRepository */.h)(host, path, login, signal, scope, 'image and registry'),
    };
}
/** Creates the repository if it is missing, and checks that the registry accepts the login for a push. */
async function prepareRepository({ build }, { repository: { path } }, access, { signal, runLog }) {
    await runLog.phase('Log in to the registry', () => (0,scope/* withScope */.v)(signal, async ({ start }) => {
        // A public image can be read without a login.
        if (access.login.credentials || build)
            void start(() => access.repository.logIn());
        const outcome = await access.registry.prepare();
        if (outcome === 'created')
            runLog.done.push(`The repository ${path} was created.`);
    }));
    return access;
}
/** Gives Docker's builder the run's login. It already has the job's login, unless only newer builders find it. */
function giveLogin({ config }, { registry, login }) {
    const { credentials } = login;
    const isNew = registry.login !== undefined || ('isScoped' in login && login.isScoped);
    if (isNew && credentials)
        (0,client_config.addLogin)(config, registry.host, credentials);
}
/** Returns the registry that the image goes to, according to the inputs and the plan. */
async function chooseRegistry({ image, platform }, plan, session, ecrLogin, signal) {
    const { host, path } = plan.repository;
    if (isEcr(image)) {
        const { createRepository: create, immutableTags: immutable } = image;
        // This import loads the AWS client, so only those who need it wait for it at start-up.
        const { ecrRegistry } = await __webpack_require__.e(/* import() */ 7391).then(__webpack_require__.bind(__webpack_require__, 7391));
        return await ecrRegistry({ host, path, create, immutable }, signal, ecrLogin);
    }
    if (image.host !== undefined)
        return (0,oci/* ociRegistry */.H)(host, path, image.credentials);
    const credentials = image.credentials ?? platformCredentials(plan, platform.apiToken);
    const openSession = async () => (image.createRepository ? await session : undefined);
    return platformRegistry(host, path, credentials, openSession);
}
/** Returns whether the job's AWS credentials give access to ECR. A login in the inputs takes precedence. */
function isEcr({ host, credentials }) {
    return host !== undefined && credentials === undefined && (0,ecr_host/* parseEcrHost */.w)(host) !== undefined;
}
/** Returns the login at the platform's registry: the organization and the API token. A dry run may have neither. */
function platformCredentials({ repository, knowsOrganization }, apiToken) {
    if (!knowsOrganization || apiToken === undefined)
        return undefined;
    const [organization = ''] = repository.path.split('/');
    return platformLogin(organization, apiToken);
}
/** Returns an organization's login at the platform's registry. */
function platformLogin(organization, apiToken) {
    (0,runtime_secrets/* maskSecret */.$l)(apiToken, organization);
    return { username: organization, password: apiToken };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/image/dockerfile/instructions.js
var dockerfile_instructions = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/src/image/dockerfile/read.js
var read = __webpack_require__(336);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
;// CONCATENATED MODULE: ./build/src/actions/publish/build-login.js







/**
 * Gives the build the login of the run, for base images and caches in the registry that the image goes to. A login from
 * the inputs is available at once. If the login must be requested, only a build that may read from that registry waits
 * for it. A dry run continues without a login that it cannot get, and untrusted code is always built without one.
 *
 * @param access returns the registry, ready for reading
 */
async function giveBuildLogin(inputs, access, { docker, signal }) {
    const { build, image, mode } = inputs;
    if (!build || mode.untrusted)
        return;
    const host = image.host ?? image.platformRegistry;
    const known = knownLogin(inputs);
    if (known)
        (0,client_config.addLogin)(docker.config, host, known);
    if (!mayReadFrom(host, build))
        return;
    try {
        giveLogin(docker, await access());
    }
    catch (error) {
        signal.throwIfAborted();
        if (!mode.dryRun)
            throw error;
        log/* info */.pq(`The build runs without a login for ${host}: ${(0,runtime_errors/* messageOf */.bD)(error)}`);
    }
}
function knownLogin({ image, platform }) {
    const { organization, apiToken } = platform;
    if (image.credentials || image.host !== undefined)
        return image.credentials;
    return organization !== undefined && apiToken !== undefined
        ? platformLogin(organization, apiToken)
        : undefined;
}
/**
 * Returns whether a build may read from a registry: false only if its Dockerfile and options prove that it does not.
 * The values of variables, remote contexts and custom frontends are unknown, and short names belong to Docker Hub.
 */
function mayReadFrom(host, { options, local }) {
    const { cacheFrom, cacheTo, buildArgs, buildContexts, context, file } = options;
    const dockerfile = local ? (0,read/* readDockerfile */.n)(file ?? (0,external_node_path_.join)(context, 'Dockerfile')) : undefined;
    if (dockerfile === undefined || host === 'docker.io')
        return true;
    // This argument names a frontend, which can read anything.
    if (buildArgs.some((text) => text.startsWith('BUILDKIT_SYNTAX=')))
        return true;
    const mentions = [...cacheFrom, ...cacheTo, ...buildArgs, ...buildContexts, dockerfile].some((text) => text.toLowerCase().includes(host.toLowerCase()));
    return mentions || hasUnknownImage(dockerfile);
}
function hasUnknownImage(dockerfile) {
    const syntax = (0,dockerfile_instructions/* readSyntax */.kQ)(dockerfile);
    if (syntax !== undefined && !/^(docker\.io\/)?docker\/dockerfile(:|@|$)/.test(syntax))
        return true;
    return (0,dockerfile_instructions/* parseInstructions */.ts)(dockerfile).some(({ text }) => /^FROM\b.*[$"'\\`]|\bfrom=\S*[$"'\\`]/is.test(text));
}

// EXTERNAL MODULE: ./build/src/runtime/dry-run.js
var dry_run = __webpack_require__(1743);
// EXTERNAL MODULE: ./build/src/actions/publish/metrics/recording-input.js
var recording_input = __webpack_require__(7857);
;// CONCATENATED MODULE: ./build/src/actions/publish/plan.js
/** The placeholder for an unknown organization: before the login, and in a dry run without a token. */
const UNKNOWN_ORGANIZATION = '<organization>';
/**
 * Returns whether the plan is complete before the login. Otherwise, the token determines the organization of the
 * repository.
 */
function knowsRepository({ image, platform }) {
    return image.host !== undefined || platform.organization !== undefined;
}
/** @param organization the token's organization, once the run has logged in */
function makePlan({ mode, image, evaluator, platform }, organization = platform.organization) {
    const repository = repositoryOf(image, organization);
    const name = `${repository.host}/${repository.path}`;
    const { digest, tags } = image;
    const tagged = tags.map((tag) => `:${tag}`);
    const [first = '', ...more] = digest === undefined ? tagged : [`@${digest}`, ...tagged];
    const known = image.host !== undefined || organization !== undefined;
    return {
        mode,
        repository,
        knowsOrganization: known,
        references: [name + first, ...more.map((suffix) => name + suffix)],
        localReferences: tagged.map((suffix) => (known ? name : image.path) + suffix),
        shortReference: image.path + first,
        imageReference: image.reference,
        evaluator,
    };
}
function repositoryOf(image, organization = UNKNOWN_ORGANIZATION) {
    if (image.host !== undefined)
        return { host: image.host, path: image.path };
    // `acme/name` means `name` in the organization acme, which may not have been known before.
    const path = image.path.startsWith(`${organization}/`) ? image.path : `${organization}/${image.path}`;
    return { host: image.platformRegistry, path };
}
/** Returns the reference to register; in a dry run the digest is not known yet. */
function registeredImage({ imageReference, repository, references }, digest) {
    if (imageReference === 'tag')
        return references[0];
    return `${repository.host}/${repository.path}@${digest ?? '<digest of the push>'}`;
}
/**
 * Returns what a registration would change; empty if it is up to date. The registered secret is never requested, so a
 * run with a `secret` always registers: an old secret must not stay.
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

// EXTERNAL MODULE: ./build/src/actions/publish/role-trust.js
var role_trust = __webpack_require__(6678);
;// CONCATENATED MODULE: ./build/src/actions/publish/dry-run.js





const notCompared = 'The current registration could not be read, so the plan does not show what would change.';
/**
 * Logs in at the platform. Unless the run needs samples from the platform, a failed login does not fail a dry run, so
 * that pull requests do not fail.
 */
async function openSession(inputs, connections, signal) {
    const open = () => connections.session(signal);
    const optional = inputs.mode.dryRun && !(0,recording_input/* recordingInput */.i)(inputs.verify);
    return optional ? await (0,dry_run/* readDuringDryRun */.u)(notCompared, signal, open) : await open();
}
/** Compares what publishing would register with the current registration, if the platform can be reached. */
async function compareRegistration(plan, session, signal) {
    const { evaluator } = plan;
    if (!evaluator || !session)
        return {};
    const compared = await (0,dry_run/* readDuringDryRun */.u)(notCompared, signal, async () => {
        const previous = await session.findEvaluator(evaluator.workflow, evaluator.name);
        return { previous, changes: changesTo(previous, registeredImage(plan, undefined), evaluator) };
    });
    return compared ?? {};
}
/** Reports that the engine does not have the image; a dry run does not look for it in the registry. */
function reportMissingImage({ shortReference, references: [reference] }) {
    log/* info */.pq(`The engine has no ${shortReference}; publishing would look for ${reference} in the registry`);
}
/** Checks the trust policy of the currently registered role, as publishing would. The result never fails a dry run. */
async function judgeTrust(inputs, { previous }, connections, context) {
    if (inputs.trustPolicy === 'off')
        return undefined;
    const role = previous?.aws_role_config;
    if (!role || role.assume_role_arn !== inputs.evaluator?.awsAssumeRole) {
        log/* info */.pq('The trust policy is not shown: the platform returns its role and external id only when it registers');
        return undefined;
    }
    return await (0,dry_run/* readDuringDryRun */.u)('The trust policy could not be read.', context.signal, () => (0,role_trust/* settleTrust */.Q)(inputs, role, connections, context));
}

// EXTERNAL MODULE: ./build/src/docker/engine-error.js
var engine_error = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/src/docker/image.js
var docker_image = __webpack_require__(4639);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/docker/builder.js
var docker_builder = __webpack_require__(5685);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/run-log.js
var run_log = __webpack_require__(700);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: ./build/src/util/process.js
var process = __webpack_require__(471);
// EXTERNAL MODULE: ./build/src/runtime/environment.js
var environment = __webpack_require__(3631);
;// CONCATENATED MODULE: ./build/src/docker/plugin.js



/**
 * The directories where docker looks for the plugins of all users, in this order, after those in its configuration.
 */
const SYSTEM_DIRECTORIES = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'].map((parent) => (0,external_node_path_.join)(parent, 'docker', 'cli-plugins'));
/** Tells a plugin that docker started it, so that it expects docker's arguments and reads docker's variables. */
const AS_PLUGIN = { DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND: 'docker' };
/**
 * Returns the command that runs buildx: its plugin directly, because docker would first start the plugin once to
 * identify it. Returns docker itself if its directories contain no executable plugin: docker then explains the problem.
 */
function findBuildx({ pluginDirectories, env }) {
    const plugin = [...pluginDirectories, ...SYSTEM_DIRECTORIES]
        .map((directory) => (0,external_node_path_.join)(directory, 'docker-buildx'))
        .find((path) => (0,external_node_fs_.existsSync)(path));
    return plugin !== undefined && (0,environment/* isProgram */.Vd)(plugin)
        ? { command: plugin, env: { ...env, ...AS_PLUGIN } }
        : { command: 'docker', env };
}

;// CONCATENATED MODULE: ./build/src/docker/buildx.js









/** Maximum minutes of a build: GitHub's limit for a job. Steps can set a shorter `timeout-minutes`. */
const MAX_BUILD_MINUTES = 360;
/**
 * Runs `docker buildx build` and shows its output in the log as it arrives. Throws `CommandError` (or `ActionError`
 * with a remedy) unless the exit code is 0.
 * @param args the arguments of buildx, beginning with `build`
 */
async function runBuild({ config, signal }, args, { builder, passOn = [], onLine = () => { } } = {}) {
    const { command, env } = findBuildx(config);
    const result = await (0,process/* run */.e)(command, ['buildx', ...args], {
        // The user can disable the warnings.
        env: { ...env, BUILDX_METADATA_WARNINGS: (0,inputs/* readVariable */.nt)('BUILDX_METADATA_WARNINGS') || 'true' },
        passOn: [...config.passOn, ...passOn],
        timeout: MAX_BUILD_MINUTES * 60_000,
        signal,
        onLine: (line, begins) => {
            // BuildKit complains when it is stopped, which would hide the reason.
            if (signal.aborted)
                return;
            log/* info */.pq(line);
            // Text after a `\r` may come from a step, which could imitate BuildKit's own lines there.
            if (begins)
                onLine(line);
        },
    }).catch((cause) => {
        const phase = signal.aborted ? (0,run_log/* phaseOf */.h)(signal.reason) : undefined;
        if (phase !== undefined)
            log/* info */.pq(`The build was stopped because this failed: ${phase}`);
        throw command === 'docker' && isMissing(cause) ? (0,engine_error/* missingDocker */.bA)(cause) : cause;
    });
    if (result.exitCode === 0)
        return;
    await explainEngine(result, builder, signal);
    throw failureOf(result);
}
/** Returns the error of a failed build, with the reason that docker prints in the last line. */
function failureOf({ exitCode, output }) {
    const reason = reasonIn(output);
    const how = exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`;
    return new runtime_errors/* CommandError */.Qd(`docker buildx build ${how}${reason ? `: ${reason}` : ' and said nothing'}`, exitCode, output);
}
function isMissing(cause) {
    return cause instanceof runtime_errors/* CommandError */.Qd && /unable to locate executable/i.test(cause.message);
}
/** Docker's messages if it cannot work here at all, and what to do about each. */
const remedies = [
    [
        /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --metadata-file/,
        'docker has no buildx plugin (0.13 or newer is needed). Install it: https://github.com/docker/buildx#installing. In a workflow, add docker/setup-buildx-action before this step.',
    ],
    [/permission denied while trying to connect to the docker/i, engine_error/* noPermission */.RI],
    [/cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i, engine_error/* noAnswer */.qE],
    [/context ".*": context not found/, engine_error/* noContext */.DR],
    [
        /no builder ".*" found/,
        'There is no such builder. Name one that docker buildx ls lists in builder (or BUILDX_BUILDER), or leave it out. In a workflow, docker/setup-buildx-action creates one, and its output name is the name.',
    ],
    [
        /[/.]buildx\b.*(read-only file system|permission denied)|(read-only file system|permission denied).*[/.]buildx\b/i,
        'buildx cannot write to its directory. Set the variable BUILDX_CONFIG to a directory that this user can write to.',
    ],
    [
        /not supported for the docker driver/i,
        'The current builder cannot do this. Create a builder that can (docker buildx create --use; in a workflow, add docker/setup-buildx-action before this step), or turn on the containerd image store of the engine.',
    ],
];
async function explainEngine({ output }, builder, signal) {
    // Check only docker's own closing lines: a build step may print anything before them.
    const closing = output.filter((line) => line.trim() !== '').slice(-3);
    const text = closing.join('\n');
    const remedy = remedies.find(([pattern]) => pattern.test(text))?.[1] ?? (await explainBuilder(text, builder, signal));
    if (!remedy)
        return;
    // The last of several errors may only be a consequence of the first.
    const errors = closing.filter((line) => line.startsWith('ERROR: ')).map((line) => reasonIn([line]));
    throw new runtime_errors/* ActionError */.lZ(`${remedy} Docker says: ${errors.join('; ') || reasonIn(closing)}`);
}
/** Returns why a builder that is not the engine's cannot be used, and what to do; undefined if it can. */
async function explainBuilder(closing, builder, signal) {
    if (/\[internal\] waiting for connection/.test(closing))
        return await explainNodes(builder, signal);
    if (!/\[internal\] booting buildkit|^ERROR: .*\bfailed to list workers/m.test(closing))
        return undefined;
    return (0,docker_builder/* builderDriver */.kW)(builder) === 'kubernetes'
        ? 'The builder does not start in its Kubernetes cluster. Check that the kubeconfig names the right cluster, that the credentials of its user are valid, and that this user may create deployments and run commands in pods (pods/exec) in the namespace of the builder.'
        : 'The builder does not start. Check that the engine can pull and run its image (docker buildx inspect --bootstrap).';
}
/** Returns which nodes of a remote builder do not answer, because buildx does not name them, and what to do. */
async function explainNodes(builder, signal) {
    const nodes = await Promise.all((0,docker_builder/* builderNodes */.$R)(builder).map(async (node) => ({ ...node, problem: await (0,docker_builder/* connectionProblem */.E3)(node, signal) })));
    const gone = nodes.flatMap(({ name, endpoint, problem }) => problem === undefined ? [] : [`Its node ${name} cannot be reached at ${endpoint} (${problem}).`]);
    const open = nodes.map(({ name, endpoint }) => `${name} (${endpoint})`).join(', ');
    const facts = gone.length > 0 || open === '' ? gone : [`Its nodes accept connections: ${open}.`];
    return [
        'The builder does not answer.',
        ...facts.map(untrusted_text/* sanitizeLine */.g$),
        'Check that its BuildKit runs, that this machine can reach its address, and that its certificates are valid (docker buildx inspect).',
    ].join(' ');
}
/** Returns docker's reason for the failure: the last line that begins with ERROR, or else the last line. */
function reasonIn(output) {
    const lines = output.filter((line) => line.trim() !== '');
    const reason = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? '';
    return (0,untrusted_text/* sanitizeLine */.g$)(reason.replace(/^ERROR: /, ''));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/src/docker/kubernetes.js








/** Variables that a program in a pod uses to find its own cluster. */
const IN_CLUSTER = ['KUBERNETES_SERVICE_HOST', 'KUBERNETES_SERVICE_PORT', 'KUBERNETES_SERVICE_PORT_HTTPS'];
const AWS = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_PROFILE',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'AWS_CONFIG_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_CA_BUNDLE',
    'AWS_ROLE_ARN',
    'AWS_ROLE_SESSION_NAME',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_STS_REGIONAL_ENDPOINTS',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
];
const GOOGLE = [
    'GOOGLE_APPLICATION_CREDENTIALS',
    'GOOGLE_GHA_CREDS_PATH',
    'GOOGLE_CLOUD_PROJECT',
    'CLOUDSDK_CONFIG',
    'CLOUDSDK_ACTIVE_CONFIG_NAME',
    'CLOUDSDK_CORE_ACCOUNT',
    'CLOUDSDK_CORE_PROJECT',
    'CLOUDSDK_PROJECT',
    'CLOUDSDK_AUTH_ACCESS_TOKEN',
    'CLOUDSDK_AUTH_ACCESS_TOKEN_FILE',
    'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE',
    'CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT',
    'USE_GKE_GCLOUD_AUTH_PLUGIN',
];
const AZURE = [
    'AAD_LOGIN_METHOD',
    'AAD_SERVICE_PRINCIPAL_CLIENT_ID',
    'AAD_SERVICE_PRINCIPAL_CLIENT_SECRET',
    'AAD_SERVICE_PRINCIPAL_CLIENT_CERTIFICATE',
    'AAD_SERVICE_PRINCIPAL_CLIENT_CERTIFICATE_PASSWORD',
    'AZURE_CLIENT_ID',
    'AZURE_CLIENT_SECRET',
    'AZURE_CLIENT_CERTIFICATE_PATH',
    'AZURE_CLIENT_CERTIFICATE_PASSWORD',
    'AZURE_TENANT_ID',
    'AZURE_FEDERATED_TOKEN_FILE',
    'AZURE_AUTHORITY_HOST',
    'AZURE_CONFIG_DIR',
];
/** Variables that the plugins of a kubeconfig use to authenticate, by program. */
const plugins = [
    [/\baws(-iam-authenticator)?\b/, AWS],
    [/\bgke-gcloud-auth-plugin\b|\bgcloud\b/, GOOGLE],
    [/\bkubelogin\b|\baz\b/, AZURE],
    [/\bdoctl\b/, ['DIGITALOCEAN_ACCESS_TOKEN']],
];
const Kubeconfig = schemas/* object */.Ikc({
    users: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({
        user: schemas/* nullish */.cl6(schemas/* object */.Ikc({
            exec: schemas/* nullish */.cl6(schemas/* object */.Ikc({ command: schemas/* string */.YjP(), args: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* string */.YjP())) })),
        })),
    }))),
});
/**
 * Returns the names of the variables that buildx needs to reach a Kubernetes builder: those of the cluster that the job
 * runs in, and those that the kubeconfig's plugins use to authenticate, which are credentials. Returns an empty list
 * for any other builder.
 */
async function kubernetesVariables(builder) {
    if ((0,docker_builder/* builderDriver */.kW)(builder) !== 'kubernetes')
        return [];
    const commands = (await Promise.all(kubeconfigs(builder).map(pluginsIn))).flat();
    const needed = plugins.filter(([program]) => commands.some((command) => program.test(command)));
    return [...IN_CLUSTER, ...needed.flatMap(([, variables]) => variables)];
}
/**
 * Returns the paths of the kubeconfigs that buildx reads for the nodes of a builder. Buildx stores the KUBECONFIG of the
 * time when a node was created, and uses the current one only if that was empty.
 */
function kubeconfigs(builder) {
    const current = (0,inputs/* readVariable */.nt)('KUBECONFIG') || (0,external_node_path_.join)((0,inputs/* readVariable */.nt)('HOME') || (0,external_node_os_.homedir)(), '.kube', 'config');
    const stored = (0,docker_builder/* builderNodes */.$R)(builder).map(({ endpoint }) => URL.canParse(endpoint) ? new URL(endpoint).searchParams.get('kubeconfig') : null);
    const lists = stored.length > 0 ? stored.map((list) => list || current) : [current];
    return [...new Set(lists.flatMap((list) => list.split(external_node_path_.delimiter)))].filter((path) => path !== '');
}
/** Returns the login commands of a kubeconfig's users; an empty list if the file is missing, as in a pod. */
async function pluginsIn(path) {
    try {
        const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
        const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
        const users = Kubeconfig.parse(parse(text)).users ?? [];
        return users.flatMap(({ user }) => user?.exec ? [[user.exec.command, ...(user.exec.args ?? [])].join(' ')] : []);
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            log/* info */.pq(`${path} cannot be read to find what its plugins need: ${(0,runtime_errors/* messageOf */.bD)(error).split('\n')[0]}`);
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/image/build/arguments.js
var build_arguments = __webpack_require__(476);
// EXTERNAL MODULE: ./build/src/image/dockerfile/images.js
var dockerfile_images = __webpack_require__(390);
;// CONCATENATED MODULE: ./build/src/image/build/build-log.js

/** Maximum pieces of running work that a description names. */
const MAX_DESCRIBED = 3;
/**
 * Reads from BuildKit's log (`--progress plain`) how many steps each stage has, and which images and URLs the build
 * used. The log is reliable, whereas the meaning of a Dockerfile depends on the version of BuildKit.
 */
class BuildLog {
    /** The images that BuildKit looked up, such as `docker.io/library/python:3.12`. */
    lookups = new Set();
    /** The images that BuildKit used: `docker.io/library/a:1@sha256:…`, without a digest if only the engine has it. */
    images = new Set();
    #stages = new Map();
    #addresses = new Set();
    #running = new Map();
    /** Reads one line. The output of a step begins with a time, so it is never mistaken for BuildKit's own lines. */
    read(line) {
        this.#follow(line);
        const [, name = ''] = /^#\d+ ([[a-z].*)$/i.exec(line) ?? [];
        const [, place = '', position, total, step = ''] = /^\[(?:(\S+(?: \S+)?) )? *(\d+)\/(\d+)\] (.*)$/.exec(name) ?? [];
        if (position !== undefined)
            this.#addStep(place, Number(position), Number(total), step);
        const [, looked] = /^(?:\[[^\]]*\] load metadata|resolve image config) for (?:docker-image:\/\/)?(\S+)$/.exec(name) ?? [];
        if (looked !== undefined)
            this.lookups.add(looked);
        const [, taken] = /^(?:(?:\[[^\]]*\] )?FROM |docker-image:\/\/)(\S+)$/.exec(name) ?? [];
        if (taken !== undefined)
            this.images.add(taken);
        const [address] = /^(?!docker-image:|oci-layout:|local:)\w+:\/\/\S+$/.exec(name) ?? [];
        if (address !== undefined)
            this.#addresses.add(address);
        for (const source of /\bADD (.*)$/.exec(step)?.[1]?.split(' ') ?? [])
            if ((0,dockerfile_images/* isRemote */.Vx)(source))
                this.#addresses.add(source);
    }
    /** Follows which work runs: `#8 [2/3] RUN make`, and later `#8 DONE 1.2s`. */
    #follow(line) {
        const [, number, text = ''] = /^#([1-9]\d*) (.*)$/.exec(line) ?? [];
        if (number === undefined || text === '...' || /^\d+\.\d+ /.test(text))
            return;
        const work = this.#running.get(number);
        if (/^(DONE|CACHED|ERROR|CANCELED)\b/.test(text))
            this.#running.delete(number);
        else if (!work)
            this.#running.set(number, { name: text, state: '' });
        else if (text !== work.name)
            work.state = text;
    }
    /** Describes what BuildKit is doing, the newest first: `#8 [2/3] RUN make`. */
    get running() {
        const newest = [...this.#running].reverse().slice(0, MAX_DESCRIBED);
        const described = newest.map(([number, { name, state }]) => `#${number} ${name}${state && `: ${state}`}`);
        return described.join(' · ').replaceAll(/@?sha256:[0-9a-f]{64} ?/g, '');
    }
    #addStep(place, position, total, step) {
        // In builds for several platforms, the platform, which always contains a slash, comes before the stage.
        const name = place.split(' ').findLast((word) => !word.includes('/')) ?? '';
        const stage = this.#stages.get(name) ?? { totals: new Set(), steps: new Map() };
        this.#stages.set(name, stage);
        stage.totals.add(total);
        stage.steps.set(position, step);
    }
    /** Returns the URLs whose content may change, because no checksum or commit pins it. */
    get unfixed() {
        const fixed = [...this.#stages.values()]
            .flatMap(({ steps }) => [...steps.values()])
            .filter((step) => /\bADD (?:--\S+ )*--checksum=\S/.test(step))
            .flatMap((step) => step.split(' '));
        return [...this.#addresses].filter((address) => !fixed.includes(address) && !(0,dockerfile_images/* isFixed */.zZ)(address));
    }
    /**
     * Returns how many steps BuildKit counted in a stage, and whether the first is its base image.
     * @returns undefined if the log does not show it
     */
    countSteps(names) {
        const stage = names.map((name) => this.#stages.get(name)).find((one) => one !== undefined);
        const [total, ...others] = stage?.totals ?? [];
        if (!stage || total === undefined || others.length > 0)
            return undefined;
        // The log shows a base image only once, even if several stages build on it.
        const first = stage.steps.get(1);
        // Older BuildKit does not count the triggers of the base image: `[3/2] COPY`.
        const last = Math.max(total, ...stage.steps.keys());
        return { total: last, fromImage: first === undefined || first.startsWith('FROM ') };
    }
}

;// CONCATENATED MODULE: ./build/src/image/build/lint.js

/** Decodes bytes, which Go writes as base64. */
const Text = schemas/* pipe */.FsL(schemas/* string */.YjP(), schemas/* transform */.pdi((text) => Buffer.from(text, 'base64').toString('utf8')));
const Warning = schemas/* object */.Ikc({
    short: Text,
    url: schemas/* _default */.Rvf(schemas/* string */.YjP(), ''),
    range: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ start: schemas/* nullish */.cl6(schemas/* object */.Ikc({ line: schemas/* _default */.Rvf(schemas/* int */.Whr(), 0) })) }))),
});
/**
 * Reads the warnings in BuildKit's metadata, which newer buildx writes. Returns each warning once, although a build for
 * several platforms repeats them. Skips warnings of an unknown shape, because the build itself succeeded.
 */
function readWarnings(metadata) {
    const found = Array.isArray(metadata) ? metadata : [];
    const warnings = found.flatMap((one) => {
        const { data } = Warning.safeParse(one);
        return data ? [describe(data)] : [];
    });
    return [...new Map(warnings.map((one) => [JSON.stringify(one), one])).values()];
}
/** Parses a warning, which BuildKit writes as `Rule: message (line 3)`. */
function describe({ short, url, range }) {
    const [, rule, text = short] = /^([A-Z][A-Za-z]+): (.*)$/s.exec(short) ?? [];
    const line = range?.[0]?.start?.line || undefined;
    return { rule, message: text.replace(/ \(line \d+\)$/, ''), line, url };
}

;// CONCATENATED MODULE: ./build/src/image/build/build.js











const ownImages = new Set();
/** Returns the variables for the cache services of this step. They are credentials, so other steps do not get them. */
function cacheVariables({ cacheFrom, cacheTo, untrusted }) {
    if (untrusted)
        return [];
    const uses = (type) => [...cacheFrom, ...cacheTo].some((cache) => cache.split(',').includes(`type=${type}`));
    return [
        ...(uses('gha') ? [/^ACTIONS_(CACHE_URL|CACHE_SERVICE_V2|RESULTS_URL|RUNTIME_TOKEN)$/] : []),
        ...(uses('s3') ? [/^AWS_\w+$/] : []),
        ...(uses('azblob') ? [/^AZURE_\w+$/] : []),
    ];
}
/**
 * Runs the build and shows BuildKit's log while it runs. Throws `CommandError` with the last lines of the log.
 * @param directory a private directory for the files of the secrets and of BuildKit's results
 */
async function buildImage(docker, options, references, destination, secrets, directory) {
    const files = {
        metadata: (0,external_node_path_.join)(directory, 'metadata.json'),
        imageId: (0,external_node_path_.join)(directory, 'image-id'),
        secrets: writeSecrets(secrets, (0,external_node_path_.join)(directory, 'secrets')),
    };
    const args = (0,build_arguments/* buildArguments */.fb)(options, references, destination, files);
    const recorder = new BuildRecorder(docker, (0,docker_builder/* builderDriver */.kW)(options.builder) === 'docker');
    log/* progress */.qB(() => recorder.running);
    const forBuilder = (await kubernetesVariables(options.builder)).map((name) => new RegExp(`^${name}$`));
    const passOn = [...cacheVariables(options), ...forBuilder];
    const { builder } = options;
    await runBuild(docker, args, { builder, passOn, onLine: (line) => recorder.read(line) });
    const { warnings, ...result } = readResult(files, destination);
    const record = await recorder.finish();
    // A Dockerfile that adds nothing results in its base image, which existed before.
    const existing = [...record.bases.values()].map(({ id }) => id);
    for (const digest of result.digests)
        if (!existing.includes(digest))
            ownImages.add(digest);
    return { ...result, record: { ...record, warnings } };
}
/** Records a build from its log. */
class BuildRecorder {
    #log = new BuildLog();
    #docker;
    #usesEngine;
    #bases = new Map();
    /** @param usesEngine whether the build may use images that only the engine has */
    constructor(docker, usesEngine) {
        this.#docker = docker;
        this.#usesEngine = usesEngine;
    }
    read(line) {
        this.#log.read(line);
        if (!this.#usesEngine)
            return;
        // Read now, because the build's own result may take over the name.
        for (const name of this.#log.lookups)
            if (!this.#bases.has(name))
                this.#bases.set(name, this.#inspect(name));
    }
    /** Describes what BuildKit is doing. */
    get running() {
        return this.#log.running;
    }
    async #inspect(name) {
        // If the engine does not answer, the registry is queried later.
        const found = await (0,docker_image/* inspectImages */.J2)(this.#docker, [name]).catch(() => []);
        return found[0];
    }
    async finish() {
        const bases = new Map();
        for (const [name, inspection] of this.#bases) {
            const image = await inspection;
            if (image)
                bases.set(name, image);
        }
        return { log: this.#log, bases, ownImages };
    }
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
    // Each warning contains a copy of the Dockerfile, which is too large for an output.
    const { 'buildx.build.warnings': warnings, ...metadata } = readMetadata(files.metadata);
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
        warnings: readWarnings(warnings),
    };
}
function readMetadata(path) {
    return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
}

// EXTERNAL MODULE: ./build/src/image/build/cache.js
var cache = __webpack_require__(4654);
;// CONCATENATED MODULE: ./build/src/image/build/dockerfile-error.js

/** Maximum lines of a step's output to return. */
const outputLimit = 10;
/**
 * Finds the failing instruction in the log of `docker buildx build --progress plain`. Newer BuildKit prints the line.
 * BuildKit 0.8 (Docker 20.10) prints only the step, which is then looked up in the Dockerfile.
 *
 * @param log lines of the build's output, without line breaks
 * @param dockerfile the Dockerfile's text; empty if it cannot be read
 * @returns undefined if the Dockerfile is not the cause, for example if the engine cannot be reached or a push fails
 */
function locateFailure(log, dockerfile) {
    // The output of a step begins with a time, so only BuildKit's final error begins with ERROR.
    const end = log.findLastIndex((text) => text.startsWith('ERROR: '));
    const error = /^ERROR: (?:failed to build: )?failed to solve: (.*)$/.exec(log[end] ?? '')?.[1];
    if (error === undefined || error.startsWith('failed to push '))
        return undefined;
    const { step, output } = readStep(log.slice(0, end));
    const printed = readExcerpt(log.slice(0, end));
    const instructions = (0,dockerfile_instructions/* parseInstructions */.ts)(dockerfile);
    const at = printed?.line ??
        lineOfParseError(error) ??
        (0,dockerfile_instructions/* findInstruction */.qB)(step, instructions)?.line ??
        lineOfSyntax(step, dockerfile) ??
        findUnstarted(step, error, instructions)?.line;
    const instruction = instructions.find(({ line, lastLine }) => at !== undefined && line <= at && at <= lastLine);
    const message = plainMessage(error);
    const read = step || (instruction?.text ?? '');
    const remedy = isForOtherProcessor(message, output)
        ? 'the program is for a different processor: build for the platform of this machine, or install QEMU (in a workflow, add docker/setup-qemu-action before this step)'
        : dockerfile_error_remedies.find(([during, cause]) => during.test(read) && cause.test(message))?.[2];
    return {
        ...(at !== undefined && { line: at }),
        step: read.replace(/^\[[^\]]*\d+\/\d+\] /, '') || 'read the Dockerfile',
        message,
        ...(remedy !== undefined && { remedy }),
        output,
        excerpt: printed?.lines ?? (at === undefined ? [] : excerptOf(dockerfile, at, instruction?.lastLine ?? at)),
    };
}
/** Reads the last block ` > [2/2] RUN x:` and the step's output, between two rules. */
function readStep(log) {
    const start = log.findLastIndex((text, index) => text.startsWith(' > ') && log[index - 1] === '------');
    const step = /^ > (.*):$/.exec(log[start] ?? '')?.[1];
    if (step === undefined)
        return { step: '', output: [] };
    const length = log.slice(start).indexOf('------');
    const printed = log.slice(start + 1, length === -1 ? undefined : start + length);
    return { step, output: printed.slice(-outputLimit).map((text) => text.replace(/^\d+\.\d+ /, '')) };
}
/** Reads the excerpt before the final error: `Dockerfile:3`, a rule, numbered lines, a rule. */
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
/** Finds the line of `# syntax` for the step `resolve image config for docker.io/docker/dockerfile:1`. */
function lineOfSyntax(step, dockerfile) {
    if (!step.startsWith('resolve image config for '))
        return undefined;
    const at = dockerfile.split('\n').findIndex((line) => /^\uFEFF?#\s*syntax\s*=/i.test(line));
    return at === -1 ? undefined : at + 1;
}
/**
 * BuildKit's errors before the first step, with the instructions that may cause each, given the name in the message.
 */
const unstarted = [
    [
        /base name \((.*)\) should not be blank/,
        ({ keyword, rest }, text) => keyword === 'FROM' && baseOf(rest) === text,
    ],
    [
        /failed to parse stage name "(.*)": /,
        ({ keyword, rest }, text) => keyword === 'FROM' && (0,dockerfile_instructions/* matches */.cK)(baseOf(rest), text),
    ],
    [
        /failed to parse platform (.*?): /,
        ({ keyword, flags }, text) => keyword === 'FROM' && flags.some((flag) => (0,dockerfile_instructions/* matches */.cK)(flag, `--platform=${text}`)),
    ],
    [
        /circular dependency detected on stage: (\S+)$/,
        ({ stage, flags }, text) => [stage.name, `stage-${stage.index}`, String(stage.index)].includes(text) && flags.some(isSource),
    ],
    [/invalid stage index (\d+)$/, ({ flags }, text) => flags.includes(`--from=${text}`)],
    [/failed to process "(.*)": /, ({ rest }, text) => rest.includes(text)],
    [
        /^(\w+:\/\/.*)$/,
        ({ keyword, rest }, text) => keyword === 'ADD' && rest.split(/\s+/).some((word) => (0,dockerfile_instructions/* matches */.cK)(word, text)),
    ],
];
/** Returns the instruction that BuildKit could not start, if only one is possible. */
function findUnstarted(step, error, instructions) {
    for (const [words, isMeant] of unstarted) {
        const text = words.exec(step || error)?.[1];
        if (text === undefined)
            continue;
        const [meant, ...others] = instructions.filter((one) => isMeant(one, text));
        return others.length === 0 ? meant : undefined;
    }
    return undefined;
}
function baseOf(rest) {
    return rest.split(/\s/, 1)[0] ?? '';
}
function isSource(flag) {
    return /^--from=|^--mount=(?:.*,)?from=/i.test(flag);
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
/**
 * Returns whether the image is for another processor: `exec /bin/sh: exec format error` is BuildKit's message, or the
 * kernel's in the last line of the step.
 */
function isForOtherProcessor(message, output) {
    return [message, output.at(-1) ?? ''].some((text) => /\bexec format error$/.test(text));
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
const dockerfile_error_remedies = [
    [
        /<</,
        /unknown instruction/,
        'for here-documents begin the Dockerfile with `# syntax=docker/dockerfile:1`',
    ],
    [any, /failed to read dockerfile/, 'correct `file` (default: `<context>/Dockerfile`) or `context`'],
    [any, /target stage .* could not be found/, 'set `target` to a name from FROM … AS'],
    [any, /no space left on device/, 'the disk is full: free space on this machine'],
    [any, /^secret \S+(?: not found)?: not found/, 'pass it in `secrets`, `secret-envs` or `secret-files`'],
    [base, /toomanyrequests|429 Too Many/i, "log in to the base image's registry first, or use a mirror"],
    [base, denied, "correct the base image's name, or log in to its registry first"],
    [base, unreachable, "the base image's registry cannot be reached: correct its name, or use another image"],
    [base, missing, 'the base image does not exist: correct its name or tag'],
    [/ --from=/, missing, 'check that the stage or image named by --from holds this path'],
    [
        copy,
        missing,
        'put it into the directory that `context` names, and check that .dockerignore does not exclude it',
    ],
];

;// CONCATENATED MODULE: ./build/src/util/move-into.js


/**
 * Moves a file or a directory. Adds the files to a directory that exists, and replaces links in it: a link could lead
 * anywhere, and Node.js 24 copies through it.
 */
function moveInto(source, destination) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(destination), { recursive: true });
    try {
        (0,external_node_fs_.renameSync)(source, destination);
    }
    catch {
        // The destination is on another disk, or is a directory with files.
        if ((0,external_node_fs_.lstatSync)(source).isDirectory())
            removeLinks(source, destination);
        (0,external_node_fs_.cpSync)(source, destination, { recursive: true, verbatimSymlinks: true });
        (0,external_node_fs_.rmSync)(source, { recursive: true });
    }
}
/** Removes the links in a directory whose places are needed. A directory comes before its content. */
function removeLinks(source, destination) {
    for (const path of (0,external_node_fs_.readdirSync)(source, { recursive: true, encoding: 'utf8' })) {
        const place = (0,external_node_path_.join)(destination, path);
        if ((0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false })?.isSymbolicLink())
            (0,external_node_fs_.rmSync)(place);
    }
}

// EXTERNAL MODULE: ./build/src/util/retry.js
var retry = __webpack_require__(9168);
// EXTERNAL MODULE: ./build/src/actions/publish/build-inputs.js + 2 modules
var build_inputs = __webpack_require__(3353);
;// CONCATENATED MODULE: ./build/src/actions/publish/image.js













/** Maximum number of builds when other jobs remove the image before it is tagged. */
const ATTEMPTS = 3;
const titles = {
    engine: 'Build',
    cache: 'Build',
    registry: 'Push',
    outputs: 'Write outputs',
};
/** Builds the image or finds an existing one. Returns undefined if it is not in the engine. */
async function buildOrFind({ build: wanted }, plan, context) {
    const { docker, runLog, shared, signal } = context;
    return await runLog.phase('Build', async () => {
        if (!wanted)
            return await findInEngine(docker, await plan);
        return await shared.once('Build', signal, async () => {
            const image = await build(wanted, plan, context);
            showWarnings(image.record?.warnings ?? [], wanted);
            return image;
        });
    });
}
/** Shows BuildKit's warnings at the lines of the Dockerfile. The log of the build has all of them. */
function showWarnings(warnings, { options, local }) {
    const { context, file = (0,external_node_path_.join)(context, 'Dockerfile') } = options;
    for (const { rule = 'Dockerfile', message, line, url } of warnings.slice(0, log/* MAX_NOTICES */.pF)) {
        const place = { file: (0,external_node_path_.relative)('.', file), ...(line !== undefined && { line }) };
        log/* notice */.lm([message, ...(url ? [url] : [])].join('\n'), rule, local ? place : undefined);
    }
    const more = warnings.length - log/* MAX_NOTICES */.pF;
    if (more > 0)
        log/* info */.pq(`BuildKit warned of ${more} more about the Dockerfile; see the log of the build`);
}
/**
 * Builds the image into the engine's store, or only into the builder's cache if nothing needs it in the engine. The
 * build starts at once: the image is tagged afterwards, when the organization is known.
 */
async function build(wanted, plan, context) {
    const { docker } = context;
    if (wanted.store !== 'engine')
        return await buildTo('cache', wanted, [], context);
    let next = wanted;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const image = await buildTo('engine', next, [], context);
        const { localReferences } = await plan;
        const [local] = await (0,docker_image/* inspectImages */.J2)(docker, image.digests);
        if (local && (await tagIfThere(docker, local.id, localReferences)))
            return { ...image, engineId: local.id, facts: local.facts };
        // Another job that built the same image has tagged it, and a third job has removed that tag.
        log/* info */.pq('The engine lost the image before it was tagged; building it again from the cache');
        next = { ...wanted, options: (0,cache/* fromCache */.ZY)(wanted.options) };
    }
    throw new runtime_errors/* ActionError */.lZ('The engine did not keep the image that was built, because something else on this machine removes images from it. Try again.');
}
/** Tags an image. Returns whether it still existed. */
async function tagIfThere(docker, id, references) {
    try {
        await Promise.all(references.map((reference) => (0,docker_image/* tagImage */.E$)(docker, id, reference)));
        return true;
    }
    catch (error) {
        if (error instanceof engine_error/* EngineError */.NJ && error.status === 404)
            return false;
        throw error;
    }
}
/**
 * Writes the additional outputs from the builder's cache. Each is written into a private directory first and then
 * moved, because its destination may be in the context, and would change what is built.
 *
 * @param reader the last work that reads the context
 */
async function writeBuildOutputs({ build: wanted }, { localReferences }, context, reader) {
    const { outputs = [] } = wanted?.options ?? {};
    if (!wanted || outputs.length === 0)
        return;
    const cached = (0,cache/* fromCache */.ZY)(wanted.options);
    const { runLog, shared, signal, privateDirectory } = context;
    const staged = (index) => (0,external_node_path_.join)(privateDirectory, `output-${index}`);
    const write = async () => {
        for (const [index, one] of outputs.entries()) {
            const options = { ...cached, outputs: [{ ...one, destination: staged(index) }] };
            await buildTo('outputs', { ...wanted, options }, localReferences, context);
        }
        await reader;
        for (const [index, { type, destination }] of outputs.entries()) {
            moveOutput(staged(index), destination);
            log/* info */.pq(`Wrote the output ${destination} (${type})`);
        }
    };
    await runLog.phase('Write outputs', () => shared.once('Write outputs', signal, write));
}
function moveOutput(staged, destination) {
    try {
        moveInto(staged, destination);
    }
    catch (cause) {
        throw new runtime_errors/* ActionError */.lZ(`The output ${destination} could not be written: ${(0,runtime_errors/* sentence */.em)((0,runtime_errors/* messageOf */.bD)(cause))} Check its directory and the permissions there.`, { cause });
    }
}
async function buildTo(destination, { options, secrets }, references, { docker, privateDirectory }) {
    const title = `${titles[destination]} with docker buildx build`;
    const attempt = () => buildImage(docker, options, references, destination, secrets, privateDirectory);
    const retrying = { what: 'the build', signal: docker.signal, attempts: 3, transient: isMadeTwice };
    try {
        const { imageId, ...built } = await log/* group */.Os(title, () => (0,retry/* retry */.L)(attempt, retrying));
        return { id: imageId, ...built, facts: undefined };
    }
    catch (error) {
        throw error instanceof runtime_errors/* CommandError */.Qd ? explainBuild(error, options) : error;
    }
}
/**
 * Returns whether the containerd store failed because two builds added the same image at the same moment. The second
 * attempt uses the cache.
 */
function isMadeTwice(error) {
    return (error instanceof runtime_errors/* CommandError */.Qd &&
        /^ERROR: .*image ".*": already exists$/m.test(error.output.slice(-5).join('\n')));
}
function explainBuild(cause, { context, file }) {
    const path = file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const failure = locateFailure([...cause.output], (0,read/* readDockerfile */.n)(path) ?? '');
    if (!failure)
        return cause;
    if (!(0,build_inputs/* isLocal */.IX)(context))
        return explainRemote(cause, failure, (0,runtime_secrets/* withoutCredentials */.ri)(context));
    const place = { file: (0,external_node_path_.relative)('.', path), ...(failure.line !== undefined && { line: failure.line }) };
    const message = [`${failure.step}: ${failure.message}`, failure.remedy, ...failure.output];
    return new runtime_errors/* FileError */.f6(message.filter((line) => line !== undefined).join('\n'), place, { cause });
}
/**
 * Explains a failed build of a context that BuildKit fetches: it has no local file to point to, and its address may be
 * wrong.
 */
function explainRemote(cause, { step, message, remedy, output }, context) {
    const isRead = /failed to (read dockerfile|load cache key|fetch)|git|repository|not found/i.test(message);
    const isTooOld = /subdir not supported/.test(message);
    const fix = isTooOld
        ? 'the BuildKit of this engine is too old for a folder in an address: use a newer one (in a workflow, add docker/setup-buildx-action before this step)'
        : isRead
            ? `correct the address of \`context\`, ${context}, with its branch and folder (#BRANCH:FOLDER), or \`file\`, which is relative to it; a private repository needs the build secret GIT_AUTH_TOKEN`
            : remedy;
    return new runtime_errors/* ActionError */.lZ([`${step}: ${message}`, ...(fix ? [fix] : []), ...output].join('\n'), { cause });
}
/** Finds an existing image in the engine by its full or short name; undefined if the engine does not have it. */
async function findInEngine(docker, plan) {
    const [reference] = plan.references;
    // A digest names an image in the registry; an image of the engine cannot be pushed by digest.
    if (reference.includes('@'))
        return undefined;
    // The organization may be a placeholder, which the engine does not accept in a name.
    const [full] = await (0,docker_image/* inspectImages */.J2)(docker, plan.localReferences.slice(0, 1));
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

// EXTERNAL MODULE: ./build/src/docker/push.js + 1 modules
var push = __webpack_require__(5766);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var docker_reference = __webpack_require__(2663);
;// CONCATENATED MODULE: ./build/src/docker/pull.js






/** Matches registries' messages about an image that they do not have. */
const MISSING = /not found|manifest unknown/i;
/**
 * Makes the engine pull an image, and shows its progress in the log. Throws `EngineError` with the registry's reason.
 * @param credentials sent to the engine with this call only; undefined if the registry needs none
 */
async function pullImage(caller, reference, credentials) {
    const { tag, digest, ...name } = (0,docker_reference/* parseReference */.F2)(reference);
    const call = {
        method: 'POST',
        path: '/images/create',
        query: { fromImage: (0,docker_reference/* formatReference */.FH)(name), tag: digest ?? tag ?? 'latest' },
        headers: { 'x-registry-auth': (0,docker_credentials/* registryAuth */.I3)(name, credentials) },
        minutes: 60,
    };
    const pull = () => (0,push/* followProgress */.F3)(caller, call, `The pull of ${reference}`, (status, isProgress, id) => {
        if (!isProgress)
            log/* info */.pq(id ? `${id}: ${status}` : status);
    });
    await (0,retry/* retry */.L)(pull, {
        what: `pull of ${reference}`,
        signal: caller.signal,
        attempts: 3,
        transient: (error) => error instanceof engine_error/* EngineError */.NJ && !push/* REFUSED */.ln.test(error.reason) && !MISSING.test(error.reason),
    });
}

// EXTERNAL MODULE: ./build/src/actions/publish/metrics/checkout.js
var checkout = __webpack_require__(4787);
;// CONCATENATED MODULE: ./build/src/actions/publish/metrics/baseline.js











/** Returns a function that brings the baseline's image into the engine; undefined if nothing is compared. */
function baselineFinder(inputs, known, context) {
    const { baseline: wanted, recording } = inputs.verify ?? {};
    if (!wanted)
        return undefined;
    if (recording && 'reason' in recording) {
        const detail = `the samples were not recorded: ${recording.reason}`;
        return async () => ({ what: 'the baseline', image: undefined, detail });
    }
    return (signal) => find({ inputs, wanted, ...known, ...context, signal, docker: { ...context.docker, signal } });
}
async function find(search) {
    const { wanted, inputs, signal } = search;
    if (wanted.image !== undefined)
        return await pulled(`the image ${wanted.image}`, wanted.image, search);
    if (!wanted.registered)
        return await built('the base commit', search);
    const { evaluator, mode } = inputs;
    if (mode.untrusted)
        return await built('the base commit, because a run of unreviewed code does not read which evaluator is registered', search);
    const session = evaluator && (await search.session);
    if (!session)
        return await built('the base commit, because finding the registered evaluator needs a token', search);
    const what = 'the registered evaluator';
    try {
        const registered = await session.findEvaluator(evaluator.workflow, evaluator.name);
        if (registered)
            return await pulled(what, registered.image, search);
        return { what, image: undefined, detail: 'no evaluator of this name is registered yet' };
    }
    catch (error) {
        return unavailable(what, 'the registration could not be read', error, signal);
    }
}
async function pulled(what, reference, search) {
    const { docker, signal } = search;
    try {
        await pullImage(docker, reference, await loginFor(reference, search));
        const [image] = await (0,docker_image/* inspectImages */.J2)(docker, [reference]);
        return { what, image: image?.id, detail: image ? reference : 'the engine did not keep its image' };
    }
    catch (error) {
        return unavailable(what, 'its image could not be pulled', error, signal);
    }
}
/**
 * Returns the run's login for the registry that it publishes to, or else the job's login. Unreviewed code gets none:
 * its build could read a private image in the engine.
 */
async function loginFor(reference, { inputs, plan, open, signal }) {
    if (inputs.mode.untrusted)
        return undefined;
    const name = (0,docker_reference/* parseReference */.F2)(reference);
    const host = (0,docker_reference/* registryHost */.U$)(name);
    const { repository } = await plan;
    if (host === repository.host)
        return (await open()).login.credentials;
    return (await (0,docker_credentials/* findLogin */.B7)(host, (0,docker_reference/* repositoryPath */.SH)(host, name.path), 'pull', signal)).credentials;
}
/** Builds the image of a commit from its files. */
async function built(what, search) {
    const { inputs, docker, privateDirectory, signal } = search;
    const { base, token } = search.wanted;
    const without = (detail) => ({ what, image: undefined, detail });
    if ('reason' in base)
        return without(base.reason);
    if (!inputs.build?.local)
        return without('the image is not built from a directory of the repository');
    const { secrets, options } = inputs.build;
    const paths = pathsInRepository(options);
    if (!paths)
        return without('its Dockerfile or context is outside the repository');
    const directory = (0,external_node_path_.join)(privateDirectory, 'baseline');
    (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700 });
    try {
        // Unreviewed code gets no token, so only public repositories can be read.
        const files = await (0,checkout/* checkOut */.b$)(base, inputs.mode.untrusted ? undefined : token, directory, signal);
        const [context, file] = [(0,external_node_path_.join)(files, paths.context), (0,external_node_path_.join)(files, paths.file)];
        if ([context, file].some((path) => leadsOut(files, path)))
            return without('its Dockerfile or context is a link that leads out of the repository');
        const changes = { context, file, annotations: [], cacheTo: [] };
        const alone = (0,build_arguments/* fitToEngine */.bi)({ ...options, ...changes });
        const { digests } = await buildImage(docker, alone, [], 'engine', secrets, directory);
        const [image] = await (0,docker_image/* inspectImages */.J2)(docker, digests);
        return image
            ? { what, image: image.id, detail: base.sha.slice(0, 7) }
            : without('the engine did not keep its image');
    }
    catch (error) {
        return unavailable(what, 'its image could not be built', error, signal);
    }
}
/** Returns the paths of the context and the Dockerfile in the repository; undefined if one is outside. */
function pathsInRepository({ context, file = (0,external_node_path_.join)(context, 'Dockerfile'), }) {
    const paths = { context: (0,external_node_path_.relative)('.', context) || '.', file: (0,external_node_path_.relative)('.', file) };
    return [paths.context, paths.file].some((path) => path.split('/')[0] === '..') ? undefined : paths;
}
/** Returns whether a path leads out of a directory by links. Throws if there is no such file. */
function leadsOut(directory, path) {
    return (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(directory), (0,external_node_fs_.realpathSync)(path)).split('/')[0] === '..';
}
function unavailable(what, problem, error, signal) {
    signal.throwIfAborted();
    if (!(error instanceof Error))
        throw error;
    const reason = error instanceof engine_error/* EngineError */.NJ ? error.reason : error.message;
    // The last message of buildx names the step that failed.
    const last = error instanceof runtime_errors/* CommandError */.Qd ? error.output.findLast((line) => line.startsWith('ERROR')) : undefined;
    return { what, image: undefined, detail: `${problem}: ${last ?? reason}` };
}

// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/recording.js
var contract_recording = __webpack_require__(373);
;// CONCATENATED MODULE: ./build/src/actions/publish/metrics/recording.js


/**
 * Records the samples that the evaluator is verified with. Returns the reason if the inputs ask for samples that this
 * run does not read, and undefined if they do not ask for any.
 */
async function recordSamples(inputs, { record }, { signal, runLog }) {
    const { recording } = inputs.verify ?? {};
    if (recording && 'reason' in recording)
        log/* info */.pq(`No samples are recorded: ${recording.reason}`);
    if (!recording || 'reason' in recording)
        return recording;
    return await runLog.phase('Record the samples', async () => {
        const recorded = await record(recording, signal);
        log/* info */.pq(`The evaluator gets ${(0,contract_recording/* describeCount */.v)(recorded)}: ${recorded.source}`);
        return recorded;
    });
}

// EXTERNAL MODULE: ./build/src/registry/token.js + 1 modules
var token = __webpack_require__(4751);
// EXTERNAL MODULE: ./build/src/util/poll.js
var poll = __webpack_require__(4309);
;// CONCATENATED MODULE: ./build/src/actions/publish/push.js











/** Maximum number of pushes when another job on the same engine moves the image's name in between. */
const push_ATTEMPTS = 5;
/** Milliseconds: how long a registry may show the state before a push, and the pauses between reads. */
const PATIENCE = { pause: 250, growth: 2, longestPause: 2_000, timeout: 15_000 };
/** Pushes the image under its first tag, and returns the manifest that the registry confirmed. */
async function push_push(image, inputs, plan, access, context) {
    const { runLog, shared, signal } = context;
    const { isRefused, ...pushed } = await runLog.phase('Push', async () => {
        const pushed = await shared.once('Push', signal, () => pushUntilConfirmed(image, inputs, plan, access, context));
        await refuseUnverified(pushed.manifest, image, plan, access.repository);
        return pushed;
    });
    if (!isRefused)
        runLog.done.push(`The image ${plan.references[0]} was pushed.`);
    warnOfLostAnnotations(pushed.manifest, inputs.build?.options.annotations ?? []);
    return { ...pushed, registeredImage: registeredImage(plan, pushed.manifest.digest) };
}
/**
 * Pushes until the registry has this run's image. Another job on the same engine may move the local name before the
 * push, and another push may move the remote one afterwards. So only the digest in the registry counts.
 */
async function pushUntilConfirmed(image, inputs, plan, access, context) {
    let built = image;
    for (let attempt = 1;; attempt++) {
        const pushed = await pushOnce(built, inputs, plan, access, context);
        const manifest = await push_confirm(pushed, plan, access.repository, context.docker);
        if (manifest)
            return { image: pushed.image, manifest, isRefused: pushed.refusal !== undefined };
        if (attempt === push_ATTEMPTS)
            throw new runtime_errors/* ActionError */.lZ(movedMessage(plan));
        log/* info */.pq(`Another run on this engine moved the name ${plan.references[0]} to another image; moving it back`);
        built = await takeBack(built, inputs, plan, context);
    }
}
/**
 * Restores the image's name. If the engine removed the image when it lost its name, builds it again from the cache.
 * Throws if that makes a different image than the one that was verified.
 */
async function takeBack(image, { build: wanted }, plan, context) {
    if (!wanted)
        await (0,docker_image/* tagImage */.E$)(context.docker, image.engineId, plan.references[0]);
    if (!wanted || (await tagIfThere(context.docker, image.engineId, plan.localReferences)))
        return image;
    const cached = { ...wanted, options: (0,cache/* fromCache */.ZY)(wanted.options) };
    const rebuilt = await build(cached, Promise.resolve(plan), context);
    const { verified } = image;
    if (verified && !rebuilt.digests.some((digest) => verified.digests.includes(digest)))
        throw new runtime_errors/* ActionError */.lZ(rebuiltMessage(plan));
    return { ...rebuilt, verified };
}
/**
 * Throws unless the registry has the image that was verified. An index is pushed by a second build, whose result
 * differs if it does not find every step in the cache.
 */
async function refuseUnverified(manifest, { verified }, plan, repository) {
    if (!verified || isSame(manifest, verified))
        return;
    const forPlatform = (manifest.content.manifests ?? []).filter(({ platform }) => platform && `${platform.os}/${platform.architecture}` === verified.platform);
    const images = await Promise.all(forPlatform.map(({ digest }) => repository.findManifest(digest)));
    if (!images.some((image) => image && isSame(image, verified)))
        throw new runtime_errors/* ActionError */.lZ(unverifiedMessage(plan));
}
async function pushOnce(image, { build }, { references: [reference] }, access, context) {
    const { docker } = context;
    const { login } = access;
    try {
        if (build?.store !== 'builder')
            return {
                image,
                digest: await log/* group */.Os(`Push ${reference}`, () => (0,push/* pushImage */.GH)(docker, reference, login)),
            };
        const built = { ...build, options: (0,cache/* fromCache */.ZY)(build.options) };
        const attempt = async () => {
            giveLogin(docker, access);
            return await buildTo('registry', built, [reference], context);
        };
        const pushed = await (0,push/* retryPush */.xo)(attempt, reference, () => login.renew(), docker.signal);
        return { image: { ...pushed, verified: image.verified }, digest: pushed.manifestDigest };
    }
    catch (refusal) {
        docker.signal.throwIfAborted();
        if (refusal instanceof runtime_errors/* ActionError */.lZ || refusal instanceof runtime_errors/* CommandError */.Qd)
            return { image, refusal };
        throw refusal;
    }
}
/**
 * Returns the registry's manifest of this run's image; undefined if the image did not arrive. A tag that now points to
 * another image is an error, unless the image is registered by digest.
 */
async function push_confirm(pushed, plan, repository, docker) {
    const [reference] = plan.references;
    const { image, refusal } = pushed;
    if (refusal)
        return await confirmRefused(image, refusal, plan, repository, docker);
    const seen = { readings: 0, tagged: false };
    const read = async () => {
        const tagged = await repository.findManifest(tagOf(reference));
        if (tagged && isSame(tagged, image))
            return tagged;
        const own = await findOwn(pushed, plan, repository, docker);
        if (own === 'another' || (!own && tagged && pushed.digest === undefined))
            return 'taken';
        if (own && plan.imageReference === 'digest') {
            log/* info */.pq(`${reference} does not point to ${own.digest}, which this run pushed and registers`);
            return own;
        }
        if (seen.readings++ === 0)
            log/* info */.pq(`The registry does not show the pushed image as ${reference} yet`);
        seen.tagged = tagged !== undefined;
        return undefined;
    };
    const found = await (0,poll/* pollUntil */.g)({ read, ...PATIENCE, signal: docker.signal });
    if (found)
        return found === 'taken' ? undefined : found;
    throw new runtime_errors/* ActionError */.lZ(seen.tagged ? movedMessage(plan) : lostMessage(plan));
}
/** Looks for the image after a refused push: with an immutable tag or a lost answer, the registry may still have it. */
async function confirmRefused(image, refusal, { references: [reference] }, repository, { signal }) {
    const tagged = await repository.findManifest(tagOf(reference)).catch(() => undefined);
    signal.throwIfAborted();
    if (!tagged || !isSame(tagged, image))
        throw refusal;
    log/* info */.pq(`The registry already has this image as ${reference} (${(0,runtime_errors/* messageOf */.bD)(refusal)})`);
    return tagged;
}
/**
 * Looks for the image by the digests of the push, of the build, and those that the engine recorded earlier. Returns
 * `another` if the push sent another image, because another job had moved the name in the engine.
 */
async function findOwn({ image, digest }, { repository: { host, path } }, repository, docker) {
    const [local] = await (0,docker_image/* inspectImages */.J2)(docker, [image.engineId]);
    const name = `${host}/${path}@`;
    const noted = (local?.repoDigests ?? [])
        .filter((reference) => reference.startsWith(name))
        .map((reference) => reference.slice(name.length));
    const known = [digest, image.manifestDigest, ...noted].filter((one) => one !== undefined);
    for (const one of new Set(known)) {
        const manifest = await repository.findManifest(one);
        if (manifest && isSame(manifest, image))
            return manifest;
        if (manifest && one === digest)
            return 'another';
    }
    return undefined;
}
/** Reads a tag that was just set until it points to a manifest; undefined if it still does not after a while. */
async function readTag(repository, tag, digest, signal) {
    const read = async () => {
        const manifest = await repository.findManifest(tag);
        return manifest?.digest === digest ? manifest : undefined;
    };
    return await (0,poll/* pollUntil */.g)({ read, ...PATIENCE, signal });
}
function isSame({ digest, configDigest }, { digests }) {
    return digests.includes(digest) || (configDigest !== undefined && digests.includes(configDigest));
}
/** Adds the other tags of the plan to the manifest in the registry, without moving any layers. */
async function addTags({ manifest }, { references }, { repository }, { runLog }) {
    const [, ...more] = references;
    const add = (reference) => addTag(repository, manifest, tagOf(reference));
    if (more.length > 0)
        await runLog.phase('Tag', () => Promise.all(more.map(add)));
    for (const reference of references)
        log/* info */.pq(`The registry has ${reference.includes('@') ? reference : `${reference}@${manifest.digest}`}`);
}
/** Sets a tag unless it is already correct, because a registry with immutable tags would refuse to set it again. */
async function addTag(repository, manifest, tag) {
    const current = await repository.findManifest(tag);
    if (current?.digest === manifest.digest)
        return;
    await repository.tagManifest(manifest, tag).catch(async (cause) => {
        if (!(cause instanceof runtime_errors/* HttpError */.j$))
            throw cause;
        // Another job may have set it to the same manifest at this moment.
        const now = await repository.findManifest(tag).catch(() => undefined);
        if (now?.digest === manifest.digest)
            return;
        if (!isImmutable(cause))
            throw cause;
        throw new runtime_errors/* ActionError */.lZ(`The tag ${tag} points to a different image in the registry, and the tags of this repository are immutable. Use another tag, or delete this one. ${cause.message}`, { cause });
    });
}
/**
 * Returns whether a registry refused to move an immutable tag. The statuses differ: 400 for Amazon ECR, 412 for Harbor,
 * 403 or 409 for others.
 */
function isImmutable({ status, message }) {
    return /immutab/i.test(message) || status === 409 || status === 412;
}
/** Finds an existing image that only the registry has. */
async function findInRegistry(plan, { repository }, { runLog }) {
    const { references: [reference], shortReference, } = plan;
    const manifest = await runLog.phase('Find', () => repository.findManifest(tagOf(reference)).catch(explainPrivate(reference)));
    if (!manifest) {
        throw new runtime_errors/* ActionError */.lZ(`build is false, and the image does not exist: the engine has neither ${reference} nor ${shortReference}, and the registry has no ${reference}. Build it first, check image and tags, or leave build at true.`);
    }
    const image = imageInRegistry(manifest);
    return { image, manifest, registeredImage: registeredImage(plan, manifest.digest) };
}
function explainPrivate(reference) {
    return (cause) => {
        if (!(0,token/* isRefusal */.v)(cause))
            throw cause;
        throw new runtime_errors/* ActionError */.lZ(`build is false, and the registry does not show ${reference} to this run: the image is private, or does not exist. ${docker_credentials/* logInFirst */.KU} The login must be allowed to pull from this repository. ${cause.message}`, { cause });
    };
}
/** Reads facts about the image from the registry. Only the report needs them, so a failure does not fail the run. */
async function readFacts({ image, manifest }, { repository }, signal) {
    try {
        return { image: { ...image, facts: await repository.readFacts(manifest) } };
    }
    catch (error) {
        signal.throwIfAborted();
        log/* info */.pq(`The registry does not describe the image: ${(0,runtime_errors/* messageOf */.bD)(error)}`);
        return { image };
    }
}
/** Returns the facts about an image that its manifest contains. */
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
/** Returns the tag or the digest of a reference, by which the registry finds the image. */
function tagOf(reference) {
    const at = reference.indexOf('@');
    return at === -1 ? reference.slice(reference.lastIndexOf(':') + 1) : reference.slice(at + 1);
}
function movedMessage({ references: [reference] }) {
    return `${reference} points to a different image than the one this run pushed, because another run pushed the same tag. Nothing was registered. Give each run its own tag, as tags does by default, or register by digest (image-reference: digest), and try again.`;
}
const CHANGED = 'made a different image, because its cache was lost or its files or base images changed meanwhile. Nothing was registered. Try again, and let nothing change the working directory or remove the build cache meanwhile.';
function unverifiedMessage({ references: [reference] }) {
    return `${reference} in the registry is not the image that was verified: the build that pushed it ${CHANGED}`;
}
function rebuiltMessage({ references: [reference] }) {
    return `Another run moved the name ${reference} and removed the image that was verified. Building it again ${CHANGED}`;
}
function lostMessage({ references: [reference] }) {
    return `The registry does not have ${reference} although the push succeeded. Nothing was registered. Try again; if that does not help, ask the operator of the registry.`;
}
/** Warns about annotations that the registry's manifest lacks, because the classic image store drops them. */
function warnOfLostAnnotations({ content }, annotations) {
    const ofIndex = annotations.filter((text) => /^index(-descriptor)?(\[[^\]]*\])?:/.test(text));
    if (!content.manifests && ofIndex.length > 0)
        log/* warning */.$e(`The image is for one platform and has no index, so these annotations are dropped: ${ofIndex.join(', ')}. Write manifest: in place of index:, or leave the prefix out.`, 'annotations');
    const names = annotations.map((text) => /^(?:manifest(?:\[[^\]]*\])?:)?([^:=]+)=/.exec(text)?.[1]);
    const lost = names.filter((name) => name !== undefined && content.annotations?.[name] === undefined);
    if (content.manifests || lost.length === 0)
        return;
    log/* warning */.$e(`The image has no annotation ${lost.join(', ')}: the classic image store of the engine does not keep annotations. Turn on its containerd image store, or use labels.`, 'annotations');
}

// EXTERNAL MODULE: ./build/src/actions/publish/register.js
var register = __webpack_require__(5552);
;// CONCATENATED MODULE: ./build/src/actions/publish/result.js


/** Returns the facts that follow from the plan, including the registration in a dry run. */
function plannedResult({ mode, build }, plan) {
    const [reference = ''] = plan.localReferences;
    return {
        plan,
        ...(mode.dryRun && { registeredImage: registeredImage(plan, undefined) }),
        // Lets people build the same image on their own machine.
        ...(build && {
            buildCommand: (0,build_arguments/* buildCommand */.Oe)(build.options, reference, build.secrets.map(({ id }) => id)),
        }),
    };
}

;// CONCATENATED MODULE: ./build/src/actions/publish/reuse.js





/** Maximum milliseconds that a builder's clock may be ahead. */
const CLOCK_SKEW = 5 * 60_000;
/** Looks in the registry for an image that was published from the same inputs. */
async function findReusable(inputs, access, { signal, runLog, shared }) {
    return await runLog.phase('Look for the same inputs', () => shared.once('Look for the same inputs', signal, () => lookUp(inputs, access, shared, signal)));
}
async function lookUp(inputs, access, { evaluators }, signal) {
    if (evaluators.some(({ verify }) => (verify?.contract?.metrics.gate ?? 'off') !== 'off')) {
        // The baseline is not one of the inputs: it may have changed since that image passed.
        log/* info */.pq('No image is reused, because metrics-gate compares every run with its baseline; the image is built');
        return {};
    }
    const { tag, hasHistory } = await tagOfInputs(inputs, evaluators, signal);
    const { repository } = await access;
    if (tag === undefined)
        return {};
    if (hasHistory)
        log/* info */.pq('The context contains the directory .git, which changes with each commit; add .git to .dockerignore');
    const { noCache, noCacheFilters = [], outputs = [] } = inputs.build?.options ?? {};
    if (outputs.length > 0) {
        log/* info */.pq('No image is reused, because outputs are written by a build');
        return { tag };
    }
    if (noCache || noCacheFilters.length > 0)
        return { tag };
    const manifest = await repository.findManifest(tag).catch(noRepository);
    if (!manifest) {
        log/* info */.pq('Nothing was published from these inputs yet');
        return { tag };
    }
    const facts = await factsOf(repository, manifest);
    if (isTooOld(inputs, facts?.created)) {
        log/* info */.pq(`The image published from these inputs was built on ${facts?.created}, so it is built again, without the cache`);
        return { tag, expired: true };
    }
    return { tag, found: { tag, manifest, facts } };
}
/** Returns the inputs of a reusable build, which pulls base images, because their digests come from registries. */
function inputsForReuse(inputs, { tag, expired }) {
    if (tag === undefined || !inputs.build)
        return inputs;
    const { options } = inputs.build;
    const changes = { pull: true, noCache: options.noCache || expired === true };
    return { ...inputs, build: { ...inputs.build, options: { ...options, ...changes } } };
}
/** Adds the new tags to an already published image, and lets the registry confirm the first. Nothing is built. */
async function reuseImage({ tag, manifest, facts }, plan, { repository }, { runLog, signal }) {
    const [first] = plan.references;
    await runLog.phase('Tag', async () => {
        await Promise.all(plan.references.map((reference) => addTag(repository, manifest, tagOf(reference))));
        if (plan.imageReference === 'tag' && !(await readTag(repository, tagOf(first), manifest.digest, signal)))
            throw new runtime_errors/* ActionError */.lZ(movedMessage(plan));
    });
    runLog.done.push(`The image ${first} was tagged.`);
    log/* info */.pq(`${first} is ${manifest.digest}, which was already published from the same inputs; nothing is built`);
    return {
        image: { ...imageInRegistry(manifest), facts },
        manifest,
        registeredImage: registeredImage(plan, manifest.digest),
        reused: { tag, created: facts?.created },
    };
}
/**
 * Tags the image in the registry for the next run with the same inputs, unless these changed during the build, for
 * example because a base image moved. A failure only causes a warning.
 */
async function rememberForReuse(inputs, { tag }, { image, manifest }, { repository }, { signal, shared }) {
    if (tag === undefined)
        return;
    try {
        const { tag: current, covers } = await tagOfInputs(inputs, shared.evaluators, signal);
        const { findUncovered } = await __webpack_require__.e(/* import() */ 8747).then(__webpack_require__.bind(__webpack_require__, 8747));
        const { record, metadata } = image;
        const uncovered = record && covers && findUncovered({ record, metadata }, covers);
        if (current !== tag)
            log/* info */.pq('The inputs of the build changed while it ran, so the image is not kept for reuse');
        else if (uncovered?.length === 0)
            await addTag(repository, manifest, tag);
        else
            log/* info */.pq(`The image is not kept for reuse, because the build used something that its inputs do not cover: ${uncovered?.join(', ')}`);
    }
    catch (error) {
        signal.throwIfAborted();
        log/* warning */.$e(`The image could not be kept for reuse: ${(0,runtime_errors/* messageOf */.bD)(error)}`, 'Reuse');
    }
}
/**
 * Returns the tag for an image that was published from these inputs and verified in the same way for its evaluators.
 */
async function tagOfInputs({ build }, evaluators, signal) {
    if (!build)
        return {};
    const { digestInputs, digestOf, NotReusable } = await __webpack_require__.e(/* import() */ 2557).then(__webpack_require__.bind(__webpack_require__, 2557));
    try {
        if (!build.local)
            throw new NotReusable(`the context ${build.options.context} is not a directory of this machine`);
        const { SCAN_VERSION } = await __webpack_require__.e(/* import() */ 5660).then(__webpack_require__.bind(__webpack_require__, 5660));
        const { digest, hasHistory, covers } = await digestInputs({ options: build.options, secretIds: build.secrets.map(({ id }) => id) }, signal);
        const proofs = evaluators.map(({ verify }) => proofOf(verify, SCAN_VERSION));
        return { tag: `inputs-${digestOf([digest, ...proofs])}`, hasHistory, covers };
    }
    catch (error) {
        if (!(error instanceof NotReusable))
            throw error;
        log/* warning */.$e(`Nothing can be reused: ${(0,runtime_errors/* sentence */.em)(error.message)} The image is built.`, 'Reuse');
        return {};
    }
}
/**
 * Returns what distinguishes the verification of an image from others. An image that an older version of the search
 * accepted does not count as verified.
 */
function proofOf(verify, scanVersion) {
    if (!verify)
        return undefined;
    const { timeLimit: _, fixture, ...contract } = verify.contract ?? { timeLimit: 0 };
    return {
        accepted: [...verify.accepted].sort(),
        ...(verify.lambda && { lambda: true }),
        // Inferences on the platform may change, like a baseline, without a new verification.
        contract: verify.contract && { ...contract, fixture: fixture?.digest ?? verify.recording },
        scan: scanVersion,
    };
}
/** Returns undefined for a missing repository, which registries report in several ways. Throws other errors. */
function noRepository(error) {
    if (!(error instanceof runtime_errors/* HttpError */.j$ && error.status !== undefined) || error.transient)
        throw error;
}
/** Returns the facts about an image, or about the first image of an index. */
async function factsOf(repository, manifest) {
    const first = manifest.content.manifests?.[0];
    const image = first ? await repository.findManifest(first.digest) : manifest;
    return image && (await repository.readFacts(image));
}
/** Returns whether an image is too old. With SOURCE_DATE_EPOCH, it has the date of its source, not of its build. */
function isTooOld({ reuse, build }, created) {
    const isEpochSet = (0,inputs/* readVariable */.nt)('SOURCE_DATE_EPOCH') !== undefined ||
        build?.options.buildArgs.some((text) => text.startsWith('SOURCE_DATE_EPOCH='));
    if (!reuse || reuse.maximumAge === Number.POSITIVE_INFINITY || isEpochSet)
        return false;
    // A date in the future is wrong, and such an image would never be too old.
    const age = Date.now() - Date.parse(created ?? '');
    return !(age >= -CLOCK_SKEW && age <= reuse.maximumAge);
}

// EXTERNAL MODULE: ./build/src/image/verify/findings.js
var findings = __webpack_require__(3547);
;// CONCATENATED MODULE: ./build/src/actions/publish/verify.js










/**
 * Verifies the image before it is published. Findings become annotations at the lines of the Dockerfile; `refuseImage`
 * decides whether they are a reason to refuse the image.
 */
async function verify(wanted, inputs, image, { recording, baseline }, context) {
    const { local, digests = [], record } = image ? await findLocal(inputs, image, context) : {};
    if (!image || !local)
        return { image, notVerified: skipped(wanted) };
    const { verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(6683), __webpack_require__.e(1403)]).then(__webpack_require__.bind(__webpack_require__, 1403));
    const verification = await verifyImage(context.docker, local, {
        ...wanted,
        ...subjectOf(inputs, record),
        contract: wanted.contract && {
            ...wanted.contract,
            ...(recording && 'batches' in recording && { fixture: recording }),
        },
        findBaseline: baseline,
    });
    const known = inputs.build?.doubtfulArguments ?? [];
    for (const finding of verification.findings)
        if (!isKnown(finding, known))
            annotate(finding);
    const verified = { digests: [...digests, local.id], platform: local.facts.platform };
    return { image: { ...image, facts: image.facts ?? local.facts, verified }, verification };
}
/** Refuses an image with errors that are not accepted, even in a dry run. */
function refuseImage(verification) {
    const errors = (0,findings/* blocking */.ub)(verification?.findings ?? []);
    if (errors.length === 0)
        return;
    const list = errors.map(({ id, message, fix, place }) => {
        const where = place?.line === undefined ? '' : ` (${place.file}, line ${place.line})`;
        return `- ${id}${where}: ${message}\n  ${fix}`;
    });
    throw new runtime_errors/* ActionError */.lZ(`The image is not fit to be published; nothing was pushed.\n${list.join('\n')}\nTo publish it all the same, list the ids in accept-findings.`);
}
/** Returns the image in the engine. One that only the builder has is loaded from its cache, for one platform. */
async function findLocal({ build }, image, context) {
    if (build?.store !== 'builder')
        return await inEngine(context.docker, image);
    return await context.shared.once('Load', context.signal, () => load(build, context));
}
/** Loads one platform of an image that only the builder has. */
async function load(build, { docker, privateDirectory }) {
    const bare = (0,build_arguments/* fitToEngine */.bi)((0,cache/* fromCache */.ZY)(build.options));
    // Without a name it is dangling, so `docker image prune` removes it.
    return await inEngine(docker, await buildImage(docker, bare, [], 'engine', build.secrets, privateDirectory));
}
async function inEngine(docker, { digests, record }) {
    const [local] = await (0,docker_image/* inspectImages */.J2)(docker, digests);
    return { local, digests, record };
}
/** Returns the secrets that must not be in the image, and the place where it was built. */
function subjectOf({ build, platform, image, evaluator, verify }, record) {
    const secrets = [];
    const add = (label, value = '', rest = {}) => {
        if (value.length >= runtime_secrets/* MIN_SECRET_LENGTH */.vb && !secrets.some((one) => one.value === value))
            secrets.push({ label, value, ...rest });
    };
    add('the API token', platform.apiToken);
    add('the password of the registry', image.credentials?.password);
    add("the evaluator's secret", evaluator?.secret);
    for (const secret of build?.secrets ?? []) {
        const { label, value, ...rest } = (0,build_inputs/* knownSecret */.ol)(secret);
        add(label, value, rest);
    }
    add('the GitHub token', verify?.githubToken);
    const { file, context = '', target, buildArgs = [] } = build?.options ?? {};
    return {
        secrets,
        dockerfile: build?.local ? { path: file ?? (0,external_node_path_.join)(context, 'Dockerfile'), target, buildArgs } : undefined,
        record,
    };
}
/**
 * Returns why the image was not verified. Throws if the inputs say what the metrics must be, because an image that was
 * not run cannot pass.
 */
function skipped({ contract }) {
    const reason = 'the engine does not have the image, only the registry does';
    const { gate, checkExpected } = contract?.metrics ?? {};
    const expects = contract?.fixture?.test_cases.some(({ expected = [] }) => expected.length > 0);
    const needs = [
        ...(gate === 'fail' ? ['metrics-gate: fail'] : []),
        ...(checkExpected && expects ? ['expected in the contract-fixture'] : []),
    ];
    if (needs.length > 0)
        throw new runtime_errors/* ActionError */.lZ(`The image was not verified: ${reason}. Its metrics are needed for ${needs.join(' and ')}, so nothing was registered. Build the image in this run, or pull it by its tag first.`);
    log/* warning */.$e(`The image was not verified: ${reason}.`, 'Verify');
    return reason;
}
/** Returns whether reading the inputs already logged this warning. */
function isKnown({ id, message }, doubtful) {
    return (id === 'secret-like-variable' && doubtful.some((name) => message.includes(` build argument ${name} `)));
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

;// CONCATENATED MODULE: ./build/src/actions/publish/publish.js














/**
 * Publishes one evaluator: builds the image while the run logs in, verifies and pushes it, waits until the registry
 * confirms it, and registers it. A dry run builds and verifies too, and reports what publishing would change.
 *
 * @param record stores facts as soon as they are known, so that the report has them even if the run fails later
 */
async function publishEvaluator(inputs, context, connections, record) {
    const draft = makePlan(inputs);
    await (0,scope/* withScope */.v)(context.signal, async ({ signal, start }) => {
        const run = connections.contextOf(inputs, context, signal);
        const session = start(() => openSession(inputs, connections, signal));
        const plan = start(async () => {
            // Only the organization, which the token determines, may be missing.
            const plan = knowsRepository(inputs) ? draft : makePlan(inputs, (await session)?.tenant);
            record(plannedResult(inputs, plan));
            return plan;
        });
        // Nothing is named or changed anywhere before the platform has accepted the token.
        const accepted = start(() => session.then(() => plan));
        const open = async () => openAccess(inputs, await plan, session, connections, signal);
        const baseline = baselineFinder(inputs, { session, plan, open }, run);
        // Samples are recorded during the build, and before anything is named or changed.
        const recordFirst = () => {
            const recording = start(() => recordSamples(inputs, connections, run));
            return { recording, accepted: start(() => recording.then(() => accepted)) };
        };
        if (inputs.mode.dryRun) {
            const proof = { ...recordFirst(), baseline };
            const compared = start(async () => compareRegistration(await plan, await session, signal));
            void start(async () => record(await compared));
            await giveBuildLogin(inputs, open, run);
            const { image } = await makeImage(inputs, proof, run, record);
            if (!image)
                reportMissingImage(await plan);
            await writeBuildOutputs(inputs, await plan, run);
            return record({ trust: await judgeTrust(inputs, await compared, connections, run) });
        }
        const access = start(open);
        const reusable = inputs.reuse ? await findReusable(inputs, access, run) : {};
        let pushed;
        if (reusable.found) {
            pushed = await reuseImage(reusable.found, await accepted, await access, run);
            record(pushed);
        }
        else {
            const proof = { ...recordFirst(), baseline };
            const ready = start(async () => prepareRepository(inputs, await proof.accepted, await access, run));
            await giveBuildLogin(inputs, () => ready, run);
            const { image, notVerified } = await makeImage(inputsForReuse(inputs, reusable), proof, run, record);
            pushed = image
                ? await push_push(image, inputs, await plan, await ready, run)
                : await findInRegistry(await plan, await ready, run);
            record(pushed);
            await addTags(pushed, await plan, await ready, run);
            // An image that could not be verified for one of its evaluators must not count as verified.
            const remembered = notVerified === undefined && run.shared.countVerified()
                ? start(async () => rememberForReuse(inputs, reusable, pushed, await access, run))
                : undefined;
            void start(async () => record(await readFacts(pushed, await access, signal)));
            await writeBuildOutputs(inputs, await plan, run, remembered);
        }
        const registration = await registerEvaluator(inputs, pushed, await session, run, record);
        record({ trust: await (0,role_trust/* settleTrust */.Q)(inputs, registration?.aws_role_config, connections, run) });
    });
}
/** Builds the image or finds an existing one, and verifies it; undefined if the engine does not have it. */
async function makeImage(inputs, { accepted, recording, baseline }, run, record) {
    const image = await buildOrFind(inputs, accepted, run);
    const recorded = await recording;
    record({ image, recording: recorded });
    const { verify: wanted } = inputs;
    if (!wanted)
        return { image };
    return await run.runLog.phase('Verify', async () => {
        const verified = await verify(wanted, inputs, image, { recording: recorded, baseline }, run);
        record(verified);
        refuseImage(verified.verification);
        return verified;
    });
}
/** Registers the evaluator with the confirmed image. The current registration is read now, so that it is not stale. */
async function registerEvaluator({ evaluator }, { registeredImage: image }, session, run, record) {
    if (!evaluator || !session)
        return undefined;
    const previous = await (0,register/* readRegistration */.qC)(evaluator, session, run);
    const changes = changesTo(previous, image, evaluator);
    record({ previous, changes });
    const registered = await (0,register/* register */.kz)(evaluator, image, { previous, changes }, session, run);
    record(registered);
    return registered.registration;
}


/***/ }),

/***/ 264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bE: () => (/* binding */ imageInputs),
/* harmony export */   p2: () => (/* binding */ imageKey),
/* harmony export */   ty: () => (/* binding */ SharedImage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(772);
/* harmony import */ var _util_memoize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6017);



/** Returns what determines an image and its destination. Evaluators for which all of it is equal share the image. */
function imageInputs({ image, build, reuse }) {
    const { reference: imageReference, immutableTags: tagImmutability, ...place } = image;
    // The place where the image is kept also depends on the verification.
    const { options, store: _, ...rest } = build ?? {};
    return { ...place, imageReference, tagImmutability, ...options, ...rest, build: build !== undefined, reuse };
}
/** Returns the same text for evaluators that share an image. It contains no secret. */
function imageKey(inputs) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify(imageInputs(inputs)))
        .digest('hex');
}
/** An image and its evaluators in this step, which share its build and its push. */
class SharedImage {
    evaluators;
    #works = new Map();
    #verified = 0;
    constructor(evaluators) {
        this.evaluators = evaluators;
    }
    /** Does the work as part of the run that needs it first, and returns its outcome to the other runs. */
    async once(what, signal, work) {
        const known = this.#works.get(what);
        if (known) {
            _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`${what}: shared with ${known.by}, whose log shows it`);
            return (await (0,_util_memoize_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessAborted */ .Wh)(known.outcome, signal));
        }
        const outcome = work();
        this.#works.set(what, { by: _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__/* .sectionName */ .$(), outcome });
        return await outcome;
    }
    /** Counts an evaluator that the image was verified for, and returns whether it is the last one. */
    countVerified() {
        return ++this.#verified === this.evaluators.length;
    }
}


/***/ }),

/***/ 5766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ln: () => (/* binding */ REFUSED),
  F3: () => (/* binding */ followProgress),
  GH: () => (/* binding */ pushImage),
  qU: () => (/* binding */ pushOnce),
  xo: () => (/* binding */ retryPush)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: ./build/src/util/retry.js
var retry = __webpack_require__(9168);
// EXTERNAL MODULE: ./build/src/docker/credentials.js + 1 modules
var docker_credentials = __webpack_require__(8934);
// EXTERNAL MODULE: ./build/src/docker/engine.js
var engine = __webpack_require__(4942);
// EXTERNAL MODULE: ./build/src/docker/engine-error.js
var engine_error = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var docker_reference = __webpack_require__(2663);
;// CONCATENATED MODULE: ./build/src/docker/transfer.js
/** Statuses of a layer that moves, and of a layer that has arrived. */
const MOVING = ['Pushing', 'Downloading'];
const ARRIVED = ['Pushed', 'Download complete', 'Pull complete'];
/** Counts the bytes of a push or pull from the engine's messages about its layers. */
class Transfer {
    #layers = new Map();
    /** Reads the status of a layer, with the byte counts that the engine sends while the layer moves. */
    read(id, status, { current, total } = {}) {
        const known = this.#layers.get(id);
        if (current !== undefined && (MOVING.includes(status) || ARRIVED.includes(status))) {
            // The engine counts the bytes of the archive, which may be slightly more than the size of its files.
            const size = Math.max(total ?? 0, current, known?.total ?? 0);
            this.#layers.set(id, { current, total: size });
        }
        else if (known && ARRIVED.includes(status))
            known.current = known.total;
    }
    /** Returns how much was transferred: `1.2 of 34.5 MB`. Returns an empty string before the first layer moves. */
    toString() {
        if (this.#layers.size === 0)
            return '';
        const layers = [...this.#layers.values()];
        const sum = (key) => layers.reduce((bytes, layer) => bytes + layer[key], 0);
        return `${megabytes(sum('current'))} of ${megabytes(sum('total'))} MB`;
    }
}
function megabytes(bytes) {
    return (bytes / 1e6).toFixed(1);
}

;// CONCATENATED MODULE: ./build/src/docker/push.js










/** Matches messages of Docker and registries about refusals that a retry cannot fix. */
const REFUSED = /denied|unauthorized|forbidden|no basic auth credentials|name unknown|not exist locally|does not exist|insufficient_scope|no such image/i;
/** Matches the refusals among these that an expired login causes. */
const LOGIN_REFUSED = /denied|unauthorized|forbidden|no basic auth credentials|insufficient_scope/i;
/** Matches messages of Amazon ECR, Harbor, Artifact Registry and others about a tag that exists and cannot be moved. */
const IMMUTABLE = /immutab/i;
/** Matches any other permanent refusal. With the containerd store, docker reports only the status for a manifest. */
const FINAL_STATUS = /(?:\bHTTP (?:status: )?|\bPUT request to \S+: )4(?!08|25|29)\d\d\b/;
/**
 * Matches a manifest that the registry refuses with the status 400, as it also does while another push of the same
 * engine still sends the layers: the containerd store does not wait for them.
 */
const EARLY_MANIFEST = /\bPUT request to \S+: 400\b/;
/**
 * Maximum minutes of a push. A layer of several gigabytes takes long over a slow connection, but a registry that
 * stopped answering must not use up the whole job's time.
 */
const MAX_PUSH_MINUTES = 60;
/**
 * Pushes one reference from the engine like `retryPush`, and shows its progress in the log.
 * @param login sent to the engine with this call only
 * @returns the digest of the pushed manifest, if the engine reports it
 */
async function pushImage(caller, reference, login) {
    const push = () => pushOnce(caller, reference, login.credentials, (line) => log/* info */.pq(line));
    return await retryPush(push, reference, () => login.renew(), caller.signal);
}
/** One message of the stream in which an engine reports on a push. */
const Message = schemas/* object */.Ikc({
    id: schemas/* optional */.lqM(schemas/* string */.YjP()),
    status: schemas/* optional */.lqM(schemas/* string */.YjP()),
    progressDetail: schemas/* optional */.lqM(schemas/* object */.Ikc({ current: schemas/* optional */.lqM(schemas/* number */.aig()), total: schemas/* optional */.lqM(schemas/* number */.aig()) })),
    error: schemas/* optional */.lqM(schemas/* string */.YjP()),
});
/** Matches the last line of a push: `v1: digest: sha256:… size: 528`. */
const DIGEST = /: digest: (sha256:[0-9a-f]{64}) size: \d+$/;
/**
 * Makes the engine push one reference, and returns the digest of the manifest if the engine reports it. Throws
 * `EngineError` with the reason, which a failed push reports in the stream.
 */
async function pushOnce(caller, reference, credentials, show = () => { }) {
    const { tag = 'latest', ...name } = (0,docker_reference/* parseReference */.F2)(reference);
    const call = {
        method: 'POST',
        path: `/images/${(0,docker_reference/* formatReference */.FH)(name)}/push`,
        query: { tag },
        headers: { 'x-registry-auth': (0,docker_credentials/* registryAuth */.I3)(name, credentials) },
        minutes: MAX_PUSH_MINUTES,
    };
    let digest;
    await followProgress(caller, call, `The push of ${reference}`, (status, isProgress, id) => {
        digest = DIGEST.exec(status)?.[1] ?? digest;
        // Byte counts are only useful in a terminal, which shows their sum.
        if (!isProgress)
            show(id ? `${id}: ${status}` : status);
    });
    return digest;
}
/**
 * Makes a call whose answer is a stream of messages about layers, and shows the bytes of all layers as progress. Throws
 * `EngineError` with the reason from the stream.
 */
async function followProgress(caller, call, what, take) {
    let failure;
    const transfer = new Transfer();
    log/* progress */.qB(() => String(transfer));
    const lines = new untrusted_text/* LineReader */.uo((line) => {
        const message = readMessage(line);
        if (!message)
            return;
        const { id, status, progressDetail, error } = message;
        if (error !== undefined)
            failure ??= error;
        else if (status) {
            if (id !== undefined)
                transfer.read(id, status, progressDetail);
            take(status, progressDetail?.current !== undefined, id);
        }
    });
    await (0,engine/* readAnswer */.JN)(caller, call, async (answer) => {
        for await (const chunk of answer)
            lines.write(chunk);
    });
    lines.end();
    if (failure === undefined)
        return;
    const reason = (0,untrusted_text/* sanitizeLine */.g$)(failure.trim());
    throw new engine_error/* EngineError */.NJ(`${what} failed: ${reason}`, reason);
}
function readMessage(line) {
    try {
        return Message.parse(JSON.parse(line));
    }
    catch {
        return undefined;
    }
}
/**
 * Pushes, and retries transient failures. The registry keeps the layers that it has received, so a retry is cheap even
 * after a long push. A refused login may have expired during the build: `renew` replaces it once.
 */
async function retryPush(push, reference, renew, signal) {
    const start = performance.now();
    const isInTime = () => performance.now() - start < MAX_PUSH_MINUTES * 60_000;
    let hadEarlyManifest = false;
    const transient = (error) => {
        const said = saidOf(error);
        if (said === undefined || !isInTime() || REFUSED.test(said) || IMMUTABLE.test(said))
            return false;
        if (!FINAL_STATUS.test(said))
            return true;
        if (hadEarlyManifest || !EARLY_MANIFEST.test(said))
            return false;
        hadEarlyManifest = true;
        return true;
    };
    const attempt = () => (0,retry/* retry */.L)(push, { what: `push of ${reference}`, signal, attempts: 3, transient });
    try {
        return await attempt().catch(async (error) => {
            if (!LOGIN_REFUSED.test(saidOf(error) ?? '') || !(await renew()))
                throw error;
            log/* info */.pq('The registry no longer accepts the login; pushing with a new one');
            return await attempt();
        });
    }
    catch (cause) {
        throw explain(cause, reference);
    }
}
function explain(cause, reference) {
    const said = saidOf(cause);
    if (said === undefined || !(cause instanceof Error))
        return cause;
    if (/no such host/.test(said))
        return new errors/* ActionError */.lZ(`There is no registry at this address. Check image and registry, and that the engine can resolve the name. ${cause.message}`, { cause });
    if (IMMUTABLE.test(said) || (FINAL_STATUS.test(said) && !REFUSED.test(said)))
        return new errors/* ActionError */.lZ(`${reference} points to a different image in the registry, or the registry refuses this one; immutable tags cannot be moved. Nothing was registered. If an earlier run pushed what you want to register, run with build: false, which registers what the registry has; otherwise give this image a tag of its own. ${cause.message}`, { cause });
    if (!REFUSED.test(said))
        return cause;
    return new errors/* ActionError */.lZ(`The registry refused the push of ${reference}. Check that the repository exists (create-repository) and that the login may push to it. ${cause.message}`, { cause });
}
/** Returns the message of the engine or the builder about a failed push; undefined for any other error. */
function saidOf(error) {
    if (error instanceof engine_error/* EngineError */.NJ)
        return error.reason;
    // The last line is docker's own; the lines before it show progress.
    return error instanceof errors/* CommandError */.Qd ? error.output.slice(-3).join('\n') : undefined;
}


/***/ }),

/***/ 769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/** Suffixes of the partitions of AWS SDK v3. The second form also answers over IPv6. */
const privateHosts = [
    /^(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/,
    /^(?<account>\d{12})\.dkr-ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
];
/**
 * Reads the host; returns undefined if it is not a registry of AWS. The region of a private registry always comes from
 * its host.
 */
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

/***/ 5143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ LABELED_ROWS),
/* harmony export */   D: () => (/* binding */ batchedLoadCalls)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _util_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7583);
/* harmony import */ var _util_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9168);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7861);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8431);





/** Maximum rows per batch of a download: a few dozen megabytes. The vendor's client requests a million. */
const BATCH_ROWS = 20_000;
/** Maximum rows per batch with ground truths. These rows may be large: masks and polygons take kilobytes. */
const LABELED_ROWS = 2_000;
/** Maximum milliseconds to prepare all batches or accept an upload on the platform, as in the vendor's client. */
const PREPARATION = 60 * 60_000;
/** Maximum milliseconds for one batch. */
const TRANSFER = 10 * 60_000;
/** Maximum bytes of one batch. */
const MAX_BATCH_BYTES = 512 * 1024 * 1024;
const columns = ['test_sample', 'inference'];
const labeledColumns = ['test_sample', 'test_sample_metadata', 'ground_truth', 'inference'];
/** Calls for test samples and inferences, which are transferred in batches through the platform's storage. */
function batchedLoadCalls(call, apiUrl, signal) {
    const batchedLoad = (...path) => ['batched-load', ...path];
    /** Starts a download and reads it batch by batch. */
    async function* download(path, body) {
        for await (const { rows } of downloadColumns(path, { batch_size: BATCH_ROWS, ...body }, columns))
            yield rows;
    }
    async function* downloadColumns(path, body, names) {
        const answer = await call.send('PUT', path, { body, timeout: PREPARATION });
        const batches = readLines(_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .DownloadBatch */ .$C, answer, apiUrl);
        let failure;
        try {
            for (const [index, batch] of batches.entries())
                yield { rows: await readBatch(batch.path, names), left: batches.length - index - 1 };
        }
        catch (error) {
            failure = error;
            throw error;
        }
        finally {
            const completed = complete(batches.at(-1)?.uuid);
            // If the download failed, its reason matters more than a failure to complete it.
            await (failure === undefined ? completed : completed.catch(() => { }));
        }
    }
    /** Tells the platform that it may remove the batches of a download. */
    async function complete(uuid) {
        if (uuid !== undefined && !signal.aborted)
            await call.send('PUT', batchedLoad('download', 'complete'), { body: { uuid } });
    }
    /** Repeats the download of a batch that arrives incomplete. */
    async function readBatch(path, names) {
        const attempt = async () => {
            const bytes = await fetchBatch(path);
            try {
                return await (0,_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .readFrame */ .I)(bytes, names);
            }
            catch (cause) {
                const message = `${apiUrl.host} sent a batch of ${bytes.length} bytes that is not a complete Parquet file: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`;
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(message, undefined, undefined, { cause });
            }
        };
        return await (0,_util_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(attempt, { what: 'the download of a batch', signal });
    }
    async function fetchBatch(path) {
        const transfer = { attempts: 1, timeout: TRANSFER, largestAnswer: MAX_BATCH_BYTES };
        const route = batchedLoad('download', 'by-path', ...path.split('/'));
        const answer = await call.send('GET', route, { ...transfer, expect: redirects });
        if (!redirects.includes(answer.status))
            return answer.body;
        // The storage gets no token: the signed address itself grants access.
        const location = answer.headers.location ?? '';
        if (!URL.canParse(location, apiUrl.href))
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`The platform redirects a batch to "${location}"`, answer.status);
        const url = new URL(location, apiUrl);
        return (await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)({ method: 'GET', url, signal, ...transfer })).body;
    }
    async function putBatch(uuid, batch) {
        const { signed_url } = await call('GET', batchedLoad('upload', 'signed-url', uuid), _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .SignedUrl */ .oY);
        const headers = {
            'content-type': 'application/octet-stream',
            'content-length': String(batch.length),
        };
        // Also without the token. Sending it again replaces the same object.
        await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)({
            method: 'PUT',
            url: new URL(signed_url),
            headers,
            body: async function* () {
                yield batch;
            },
            signal,
            timeout: TRANSFER,
        });
    }
    const testRun = (name) => ['generic', 'test-run', name];
    return {
        /**
         * Returns the test samples of a test run that its model has no inference for yet; with `all`, the others as well.
         */
        testSamplesOf: (testRunId, { all }) => download(testRun('load-remaining-test-samples'), { test_run_id: testRunId, load_all: all }),
        /** Returns the test samples of a test run that have an inference, with the inference. */
        inferencesOf: (testRunId) => download(testRun('load-test-sample-inferences'), { test_run_id: testRunId }),
        /**
         * Returns the test samples of a test suite. A sample in several test cases occurs several times. Creates no test
         * run.
         */
        testSamplesOfSuite: (testSuiteId) => download(['generic', 'test-suite', 'load-test-samples'], { test_suite_id: testSuiteId }),
        /** Returns the inferences of a model on a test case, with their test samples. Creates no test run. */
        inferencesOfModel: (modelId, testCaseId) => download(['generic', 'model', 'load-inferences'], { model_id: modelId, test_case_id: testCaseId }),
        /** Returns the same with metadata and ground truths, in smaller batches. */
        labeledSamples: (modelId, testCaseId) => {
            const body = { batch_size: LABELED_ROWS, model_id: modelId, test_case_id: testCaseId };
            return downloadColumns(['generic', 'model', 'load-inferences'], body, labeledColumns);
        },
        /** Uploads batches to the platform's storage. Returns the id of the upload, which has no effect by itself. */
        uploadBatches: async (batches) => {
            const { uuid } = await call('PUT', batchedLoad('upload', 'init'), _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .UploadId */ .nP);
            for await (const batch of batches)
                await putBatch(uuid, batch);
            return uuid;
        },
        /**
         * Creates the inferences of an upload. Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before you retry.
         *
         * @param reset whether they replace existing inferences
         */
        uploadInferences: async (uuid, testRunId, reset) => {
            const body = { uuid, test_run_id: testRunId, reset };
            await call.send('PUT', testRun('upload-inferences'), { body, attempts: 1, timeout: PREPARATION });
        },
    };
}
const redirects = [301, 302, 303, 307, 308];
/** Reads an answer with one JSON value per line. */
function readLines(schema, { status, headers, body }, from) {
    const lines = body.toString('utf8').split('\n');
    return lines
        .filter((line) => line.trim() !== '')
        .map((line) => (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(schema, { status, headers, body: Buffer.from(line) }, from));
}


/***/ }),

/***/ 3867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  logIn: () => (/* binding */ logIn)
});

// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/platforms/kolena/batched-load.js
var batched_load = __webpack_require__(5143);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/util/http.js + 2 modules
var http = __webpack_require__(7583);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/calls.js



/** Where the address of the platform comes from. */
const setting = 'api-url (or KOLENA_API_URL)';
/** @param authorization returns the headers for a call at the time when it is sent */
function caller(apiUrl, authorization, signal) {
    const answer = async (method, path, { body, query, ...rest } = {}) => {
        // Percent-encode each whole segment, because a name may contain a slash.
        const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`);
        if (query)
            url.search = query;
        const headers = {
            'content-type': 'application/json',
            'x-request-id': (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
        };
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        const attempt = (own) => (0,http/* send */.tN)({ method, url, setting, headers: { ...own.headers, ...headers }, signal, ...content, ...rest });
        const own = await authorization();
        try {
            return await attempt(own);
        }
        catch (error) {
            // The platform did not act on the refused call, so nothing is sent twice.
            if (!own.renew || !(error instanceof errors/* HttpError */.j$ && error.status === 401))
                throw error;
            return await attempt(await own.renew());
        }
    };
    const call = async (method, path, schema, options) => (0,http/* readJson */.Vh)(schema, await answer(method, path, options), apiUrl, setting);
    const find = async (method, path, schema, { none = 404, ...options } = {}) => {
        const reply = await answer(method, path, { ...options, expect: [none] });
        return reply.status === none ? undefined : (0,http/* readJson */.Vh)(schema, reply, apiUrl, setting);
    };
    return Object.assign(call, { find, send: answer });
}

// EXTERNAL MODULE: ./build/src/platforms/kolena/schemas.js
var schemas = __webpack_require__(8431);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/evaluators.js

/** Calls for evaluators and the repositories of their images. */
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
        /** Returns the latest registration of an evaluator for a workflow, without its secret. */
        findEvaluator: (workflow, name) => call.find('GET', [...evaluators, workflow, name], schemas/* Evaluator */.oi, { query: 'include_secret=False' }),
        listEvaluators: async (workflow) => (await call('GET', [...evaluators, workflow], schemas/* Evaluators */.HW)).evaluators,
        /** Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), read back before you retry. */
        register: (body) => call('POST', evaluators, schemas/* Evaluator */.oi, { body, attempts: 1 }),
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/models.js

/** Calls for models. The platform has no call that changes a model's metadata or tags. */
function modelCalls(call) {
    const path = (name) => ['generic', 'model', name];
    return {
        /** Returns the model with that name, in any workflow: names are unique in the organization. */
        findModel: (name) => call.find('PUT', path('load'), schemas/* Model */.Kx, { body: { name } }),
        /** Returns the models of a workflow that have all of the tags. */
        listModels: async (workflow, tags) => (await call('PUT', path('load-all'), schemas/* Models */.Bj, { body: { workflow, tags } })).models,
        /**
         * Returns undefined if the name is taken. Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before you retry.
         */
        createModel: ({ name, metadata, workflow, tags }) => {
            const body = { name, metadata, workflow, tags };
            return call.find('POST', path('create'), schemas/* Model */.Kx, { body, attempts: 1, none: 409 });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/test-runs.js

/**
 * Calls for test suites and the test runs of models on them. The platform has no call that reports a run's progress.
 */
function testRunCalls(call) {
    const path = (name) => ['generic', 'test-run', name];
    return {
        /** @param version null for the latest */
        findTestSuite: (name, version) => call.find('PUT', ['generic', 'test-suite', 'load'], schemas/* TestSuite */.lB, { body: { name, version } }),
        /**
         * Returns the test run of a model on a test suite whose metrics the registered evaluator computes. Creates it if it
         * does not exist.
         */
        openTestRun: async (modelId, testSuiteId) => {
            const body = { model_id: modelId, test_suite_id: testSuiteId, evaluator: null, configurations: [] };
            return (await call('PUT', path('create-or-retrieve'), schemas/* TestRun */.mJ, { body })).test_run_id;
        },
        /** Starts the registered evaluator on a test run. A second start computes the metrics again. */
        evaluate: async (testRunId) => {
            // The status is the whole answer: the vendor's client reads no body either.
            await call.send('PUT', path('evaluate'), { body: { test_run_id: testRunId } });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/client.js









/** The release of the vendor's Python client whose wire format this is. The login sends it to the platform. */
const CLIENT_VERSION = '1.69.0';
/**
 * Logs in with an API token, as the vendor's client does before each command. A session that expires during a long
 * build is replaced by a new login, once for each call that meets the expiry.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
async function logIn(apiUrl, apiToken, signal) {
    const anonymous = caller(apiUrl, async () => ({ headers: {} }), signal);
    const open = async () => {
        const login = await anonymous('PUT', ['token', 'login'], schemas/* Login */.az, {
            body: { api_token: apiToken, version: CLIENT_VERSION },
        }).catch(explainLogin(apiUrl));
        (0,secrets/* maskSecret */.$l)(login.access_token);
        return login;
    };
    const first = await open();
    let current = authorize(Promise.resolve(first));
    function authorize(login) {
        const own = login.then(({ access_token }) => ({
            headers: { authorization: `Bearer ${access_token}` },
            renew: () => {
                // If several calls meet the end of the session, the first one logs in.
                if (current === own) {
                    log/* info */.pq('The session at the platform has ended; logging in again');
                    current = authorize(open());
                }
                return current;
            },
        }));
        return own;
    }
    const call = caller(apiUrl, () => current, signal);
    return {
        /** The organization that the token belongs to. */
        tenant: first.tenant,
        ...evaluatorCalls(call),
        ...modelCalls(call),
        ...testRunCalls(call),
        ...(0,batched_load/* batchedLoadCalls */.D)(call, apiUrl, signal),
    };
}
function explainLogin(apiUrl) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$))
            throw cause;
        if (cause.status === 404 || cause.status === 405)
            throw new errors/* ActionError */.lZ(`${(0,errors/* sentence */.em)(cause.message)} This is not the address of the platform's API. Correct ${setting}, or leave it out.`, { cause });
        if (cause.status !== 401)
            throw cause;
        throw new errors/* ActionError */.lZ(`api-token: ${apiUrl.host} does not accept the token (401). Create a new API token on the platform's developer page. In a workflow, store it as the secret that api-token gets; elsewhere, set KOLENA_TOKEN to it.`, { cause });
    };
}


/***/ }),

/***/ 8431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ DownloadBatch),
/* harmony export */   Bj: () => (/* binding */ Models),
/* harmony export */   HW: () => (/* binding */ Evaluators),
/* harmony export */   Kx: () => (/* binding */ Model),
/* harmony export */   az: () => (/* binding */ Login),
/* harmony export */   lB: () => (/* binding */ TestSuite),
/* harmony export */   mJ: () => (/* binding */ TestRun),
/* harmony export */   nP: () => (/* binding */ UploadId),
/* harmony export */   oY: () => (/* binding */ SignedUrl),
/* harmony export */   oi: () => (/* binding */ Evaluator)
/* harmony export */ });
/* unused harmony exports AwsRoleConfig, ListedEvaluator */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3759);
/** Shapes of the platform's replies, as the vendor's client reads them. Other fields are ignored. */

const Login = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    tenant: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
    access_token: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
});
/** The roles that an evaluator with an AWS role runs with. The service also sends `job_role_name`. */
const AwsRoleConfig = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    job_role_arn: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    external_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assume_role_arn: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
/** A registered evaluator. `created` looks like `2023-04-03 16:18:10.703 -0700`. */
const Evaluator = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    image: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    aws_role_config: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(AwsRoleConfig), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((config) => config ?? null)),
});
/**
 * An evaluator of a workflow in a list. The vendor's client accepts one without an image, which the platform cannot
 * run.
 */
const ListedEvaluator = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), image: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) });
const Evaluators = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ evaluators: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ListedEvaluator) });
/** A model. The vendor's client reads all of these fields; metadata may contain any JSON. */
const Model = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq9()),
    tags: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    workflow: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const Models = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ models: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Model) });
/** One version of a test suite. The id belongs to the version. */
const TestSuite = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    test_cases: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    workflow: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const TestRun = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ test_run_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr() });
/** One batch of a download. */
const DownloadBatch = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ uuid: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), path: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)) });
const UploadId = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ uuid: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)) });
const SignedUrl = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ signed_url: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5() });


/***/ }),

/***/ 3004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ociRegistry)
/* harmony export */ });
/* harmony import */ var _docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8934);

/** Returns any other registry: the repository already exists, or the registry creates it at the first push. */
function ociRegistry(host, path, credentials) {
    const login = credentials && (0,_docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOf */ .DQ)(credentials);
    return { host, path, login, prepare: async () => 'not needed' };
}


/***/ }),

/***/ 1743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDuringDryRun)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(772);


/**
 * Reads something for a dry run. A failure becomes a warning, because it must not fail the dry run.
 * @param consequence a sentence that says what the dry run cannot show
 * @returns undefined if it could not be read
 */
async function readDuringDryRun(consequence, signal, read) {
    try {
        return await read();
    }
    catch (error) {
        signal.throwIfAborted();
        _log_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(`${consequence} ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`, 'Dry run');
        return undefined;
    }
}


/***/ }),

/***/ 4309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pollUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Reads until there is a result. Returns undefined if the time is up. The last reading happens at the very end. */
async function pollUntil(polling) {
    const { read, growth = 1, longestPause = Number.POSITIVE_INFINITY, timeout, signal } = polling;
    const deadline = performance.now() + timeout;
    for (let { pause } = polling;; pause = Math.min(pause * growth, longestPause)) {
        const found = await read();
        const left = deadline - performance.now();
        if (found !== undefined || left <= 0)
            return found;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(pause, left), undefined, { signal });
    }
}


/***/ })

};
