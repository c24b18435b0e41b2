export const id = 1253;
export const ids = [1253,2557];
export const modules = {

/***/ 1257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ notInFile),
/* harmony export */   r: () => (/* binding */ entryKeys)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7948);

const ofTheStep = 'applies to all evaluators; set it outside the file, beside evaluators';
const stepSecret = 'is a secret, which does not belong in a file; set it outside the file';
/** Inputs that an entry of the evaluators file cannot set, and what to do instead. */
const notInFile = {
    secret: 'is a secret value, which does not belong in a file; put it into an environment variable (in a workflow, in the env of the step), and write secret-env: NAME_OF_THE_VARIABLE',
    secrets: 'are secret values, which do not belong in a file; put them into environment variables (in a workflow, in the env of the step), and write secret-envs: id=NAME_OF_THE_VARIABLE',
    'api-token': stepSecret,
    'registry-password': stepSecret,
    'github-token': stepSecret,
    ...Object.fromEntries([
        'api-url',
        'organization',
        'registry',
        'registry-username',
        'dry-run',
        'allow-fork-code',
        'evaluators',
        'concurrency',
        'shard',
        'only',
        'comment',
        // It changes a role in IAM, and a file of the checkout could name any role.
        'trust-policy',
        // A file of the checkout must not grant access to the runner's SSH agent or privileges of the builder.
        'ssh',
        'allow',
        'cgroup-parent',
    ].map((name) => [name, ofTheStep])),
};
/** Inputs that an entry of the evaluators file can set. */
const entryKeys = Object.keys(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA).filter((name) => !(name in notInFile));


/***/ }),

/***/ 3448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ parseEvaluators),
  J: () => (/* binding */ readEvaluators)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/hint.js + 1 modules
var hint = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/src/runtime/yaml.js
var yaml = __webpack_require__(5111);
// EXTERNAL MODULE: ./build/src/actions/publish/fields.js + 1 modules
var publish_fields = __webpack_require__(7948);
// EXTERNAL MODULE: ./build/src/actions/publish/evaluators-file/keys.js
var keys = __webpack_require__(1257);
;// CONCATENATED MODULE: ./build/src/actions/publish/evaluators-file/texts.js

/**
 * Returns a value of the evaluators file as the text that a workflow would write: lists and mappings become lines.
 * Throws an error that says what to write if the input does not accept such a value.
 */
function textOf(node, shape) {
    if (node === null)
        return '';
    if ((0,dist/* isScalar */.jn)(node))
        return scalarText(node);
    if ((0,dist/* isSeq */.oP)(node)) {
        if (shape !== 'list' && shape !== 'pairs')
            throw new Error(`is a list; write ${wanted[shape]}`);
        return lines(node.items.map((item) => scalarText(item)));
    }
    if (!(0,dist/* isMap */.jh)(node))
        throw new Error('has an unsupported type; write it as text in quotes');
    if (shape !== 'pairs')
        throw new Error(`is a mapping; write ${wanted[shape]}`);
    return lines(node.items.map(pairText));
}
const wanted = {
    text: 'one value',
    boolean: 'true or false',
    number: 'a number',
    list: 'a list, or one value per line',
    pairs: 'a mapping',
};
/** Returns a value as text, with numbers as they are written: the tag 1.10 is not 1.1. */
function scalarText(item) {
    if (!(0,dist/* isScalar */.jn)(item))
        throw new Error('contains a list or a mapping; write each item as one value');
    const { value, source } = item;
    if (value === null)
        return '';
    if (typeof value === 'string')
        return value.trim();
    if (typeof value !== 'number' && typeof value !== 'boolean')
        throw new Error('has an unsupported type; write it as text in quotes');
    return source ?? String(value);
}
function pairText({ key, value }) {
    const name = scalarText(key);
    if (name === '' || name.includes('='))
        throw new Error(`has the key "${name}"; a name has at least one character and no "="`);
    return `${name}=${value === null ? '' : scalarText(value)}`;
}
/** Returns one item per line, quoted where it would otherwise be read as several items or as a different one. */
function lines(items) {
    return items.map((item) => (/[",\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('\n');
}

;// CONCATENATED MODULE: ./build/src/actions/publish/evaluators-file/read.js









/** Reads an evaluators file. Throws the error of the file system if it cannot be read. */
function readEvaluators(path) {
    return parseEvaluators((0,external_node_fs_.readFileSync)(path, 'utf8'), path);
}
/** @param file the file's name in messages */
function parseEvaluators(text, file) {
    const problems = [];
    const counter = new dist/* LineCounter */.HN();
    const lineAt = (offset) => Math.max(1, counter.linePos(offset ?? 0).line);
    const problem = (line, text) => problems.push({ text, place: { file, line } });
    const document = (0,yaml/* parseYaml */.hN)(text, counter);
    const invalid = (0,yaml/* problemOfYaml */.iN)(document, text);
    if (invalid)
        problem(invalid.line, invalid.text);
    (0,dist/* visit */.YR)(document, {
        Alias: (_, { source, range }) => {
            problem(lineAt(range?.[0]), `*${source}: aliases are not supported; set what all evaluators share outside the file, beside evaluators`);
        },
    });
    if (problems.length > 0)
        return { entries: [], problems };
    const { contents } = document;
    if (!(0,dist/* isSeq */.oP)(contents) || contents.items.length === 0) {
        const what = (0,dist/* isSeq */.oP)(contents) || contents === null ? 'has no evaluators' : 'is not a list';
        problem(lineAt(contents?.range?.[0]), `${what}; write one item per evaluator, such as "- image: keypoints"`);
        return { entries: [], problems };
    }
    const linesOfFile = text.split('\n');
    const entries = contents.items.flatMap((item) => readEntry(item, linesOfFile, lineAt, problem) ?? []);
    return { entries, problems };
}
function readEntry(item, linesOfFile, lineAt, problem) {
    const line = lineAt(item.range?.[0]);
    if (!(0,dist/* isMap */.jh)(item)) {
        const written = (0,yaml/* asYaml */.Uw)(linesOfFile[line - 1] ?? '');
        problem(line, written === undefined
            ? 'an evaluator is not a mapping; write its inputs as "name: value", such as "image: keypoints"'
            : `write ${written}`);
        return undefined;
    }
    const texts = {};
    const lines = {};
    const refused = new Set();
    for (const { key, value } of item.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : 'a list or a mapping';
        const at = lineAt(key.range?.[0]);
        try {
            const field = fieldOf(name);
            texts[name] = textOf(value, (0,fields/* shapeOf */.F5)(field));
            lines[name] = at;
        }
        catch (error) {
            problem(at, `${name}: ${(0,errors/* messageOf */.bD)(error)}`);
            refused.add((0,hint/* nearest */.p)(name, keys/* entryKeys */.r) ?? name);
        }
    }
    return { texts, line, lines, refused };
}
/** Returns the field of a key. If an entry cannot set the key, throws an error that says what to write instead. */
function fieldOf(name) {
    const refusal = Object.hasOwn(keys/* notInFile */.H, name) ? keys/* notInFile */.H[name] : undefined;
    if (refusal !== undefined)
        throw new Error(refusal);
    if (keys/* entryKeys */.r.includes(name))
        return publish_fields/* fields */.OA[name];
    throw new Error(`is not an input of this action${(0,hint/* hint */.a)(name, keys/* entryKeys */.r) || '; the README lists them'}`);
}


/***/ }),

/***/ 1253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  selectChanged: () => (/* binding */ selectChanged)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: ./build/src/actions/publish/evaluators-file/read.js + 1 modules
var read = __webpack_require__(3448);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/actions/publish/metrics/baseline-input.js
var baseline_input = __webpack_require__(821);
// EXTERNAL MODULE: ./build/src/actions/publish/metrics/checkout.js
var checkout = __webpack_require__(4787);
;// CONCATENATED MODULE: ./build/src/actions/publish/only-changed/base-commit.js





/** Maximum bytes of a file that names a commit. The list of all branches is such a file. */
const MAX_REF_FILE_BYTES = 16 * 1024 * 1024;
/**
 * Writes the files of a pull request's base commit into a private directory. Takes them from the checkout if it has
 * them, and fetches them otherwise. Returns why that is not possible, in words that follow "because".
 * @param token for reading a private repository
 */
async function readBaseCommit(event, token, directory, signal) {
    const base = (0,baseline_input/* baseCommit */.t)(event);
    if ('reason' in base)
        return base;
    const checkedOut = checkedOutCommit('.git');
    const problem = problemOfCheckout(event, base.sha, checkedOut);
    if (problem !== undefined)
        return { reason: problem };
    (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700 });
    const local = await readLocally(event, base.sha, checkedOut, directory, signal);
    if ('directory' in local)
        return local;
    try {
        const { sha } = local;
        return { sha, directory: await (0,checkout/* checkOut */.b$)({ ...base, sha }, token, directory, signal) };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!isFailureOfGit(error))
            throw error;
        return {
            reason: `the base commit ${local.sha.slice(0, 7)} is not in the checkout and could not be fetched (${error.message}); set fetch-depth: 2 for actions/checkout, or 0 if it has a ref`,
        };
    }
}
/** Returns why the workspace is not known to contain the pull request; undefined if it does. */
function problemOfCheckout({ eventName, sha, workflowSha, payload }, base, checkedOut) {
    if (checkedOut === undefined)
        return 'it is not known which commit is checked out; use actions/checkout without path';
    // In pull_request_target, the commit of the event is that of the base branch.
    const merge = eventName === 'pull_request_target' ? undefined : sha;
    const head = payload.pull_request?.head?.sha;
    if (checkedOut === base || ![merge, head].includes(checkedOut)) {
        const remedy = merge === undefined
            ? 'as in every pull_request_target without a ref'
            : 'use actions/checkout without ref';
        return `the checkout is the commit ${checkedOut.slice(0, 7)}, which is not that of the pull request; ${remedy}`;
    }
    // The workflow's file is read from the checkout, and compared with the base commit.
    if (workflowSha === checkedOut || workflowSha === base)
        return undefined;
    const remedy = merge === undefined ? '' : '; use actions/checkout without ref';
    return `the workflow that runs is neither that of the checkout nor that of the base commit${remedy}`;
}
/** Returns where a repository keeps its objects. (The bundler would copy the files at a path that it can compute.) */
function objectsOf(repository) {
    return (0,external_node_path_.resolve)(repository, 'objects');
}
function isFailureOfGit(error) {
    return error instanceof errors/* ActionError */.lZ || error instanceof errors/* CommandError */.Qd;
}
/**
 * Returns the commit that HEAD of a repository points to; undefined if that is not certain. Does not run Git, because
 * the checkout may be unreviewed, and its configuration could name programs to run.
 */
function checkedOutCommit(repository) {
    const head = readRefFile((0,external_node_path_.join)(repository, 'HEAD'))?.trim();
    const name = /^ref: (refs\/heads\/[\w./-]+)$/.exec(head ?? '')?.[1];
    if (name === undefined)
        return commitIn(head);
    if (name.split('/').includes('..'))
        return undefined;
    const loose = readRefFile((0,external_node_path_.join)(repository, name))?.trim();
    if (loose !== undefined)
        return commitIn(loose);
    const packed = readRefFile((0,external_node_path_.join)(repository, 'packed-refs'))?.split('\n');
    return commitIn(packed?.find((line) => line.endsWith(` ${name}`))?.split(' ')[0]);
}
function commitIn(text) {
    return text !== undefined && /^[0-9a-f]{40,64}$/.test(text) ? text : undefined;
}
function readRefFile(path) {
    const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    return stats?.isFile() && stats.size <= MAX_REF_FILE_BYTES ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
}
/**
 * Reads the base commit from the objects of the checkout, without its configuration. Returns only the commit if the
 * checkout does not have its files, as is usual for a shallow clone.
 */
async function readLocally({ payload }, base, checkedOut, directory, signal) {
    const git = (0,checkout/* plainGit */.rH)(directory, signal);
    const [bare, tree] = [(0,external_node_path_.join)(directory, 'local'), (0,external_node_path_.join)(directory, 'files')];
    const env = { GIT_ALTERNATE_OBJECT_DIRECTORIES: objectsOf('.git') };
    let sha = base;
    try {
        (0,external_node_fs_.mkdirSync)(tree, { mode: 0o700 });
        await git(['init', '--quiet', '--bare', bare]);
        sha = (await mergedBase(git, bare, checkedOut, payload.pull_request?.head?.sha, env)) ?? base;
        await (0,checkout/* writeFiles */.hV)(git, bare, sha, tree, env);
        return { sha, directory: tree };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!isFailureOfGit(error))
            throw error;
        return { sha };
    }
    finally {
        if ((0,external_node_fs_.existsSync)(bare))
            (0,external_node_fs_.rmSync)(bare, { recursive: true });
    }
}
/**
 * Returns the commit of the base branch that the checkout merges the pull request with. The event may name an older
 * one. Returns undefined if the checkout is not that merge.
 */
async function mergedBase(git, bare, merge, head, env) {
    if (merge === undefined || merge === head)
        return undefined;
    const text = await git(['--git-dir', bare, 'cat-file', 'commit', merge], env);
    const [header = ''] = text.split('\n\n', 1);
    const parents = Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, parent]) => parent);
    return parents.length === 2 && parents[1] === head ? parents[0] : undefined;
}

// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
// EXTERNAL MODULE: ./build/src/docker/docker.js
var docker = __webpack_require__(9736);
// EXTERNAL MODULE: ./build/src/docker/image.js
var docker_image = __webpack_require__(4639);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var docker_reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/image/reuse/base-images.js
var base_images = __webpack_require__(8654);
// EXTERNAL MODULE: ./build/src/image/reuse/not-reusable.js
var not_reusable = __webpack_require__(2379);
;// CONCATENATED MODULE: ./build/src/actions/publish/only-changed/base-images.js







/** Returns the entries that build a base image, however its address is written. An image with a digest is fixed. */
function buildersOf(image, all) {
    const reference = (0,base_images/* readable */.HD)(image);
    if (reference.digest !== undefined)
        return [];
    return all.filter(({ evaluator: { image: own, build } }) => {
        const host = canonicalHost(own.host ?? own.platformRegistry);
        if (!build || host !== canonicalHost(reference.domain))
            return false;
        const path = (0,docker_reference/* repositoryPath */.SH)(host, reference.path);
        // On the platform's registry, the organization comes first, and it may be unknown.
        return own.host === undefined
            ? `/${path}`.endsWith(`/${own.path}`)
            : path === (0,docker_reference/* repositoryPath */.SH)(host, own.path);
    });
}
function canonicalHost(domain = 'docker.io') {
    const host = domain.toLowerCase().replace(/:443$/, '');
    return /^(index|registry-1)\.docker\.io$|^registry\.hub\.docker\.com$/.test(host) ? 'docker.io' : host;
}
/** Finds base images that an earlier step of the job may have built from the files of the commit. */
class LocalImages {
    #docker;
    constructor(directory, anonymous, signal) {
        const config = (0,client_config.createPrivateConfig)(directory, { anonymous });
        this.#docker = { config, engine: (0,docker.findEngine)(config, signal), signal };
    }
    /**
     * @param isOfEntry whether an entry of the file builds the image
     * @throws NotReusable if an earlier step may have built the image
     */
    async refuse(image, isOfEntry) {
        const reference = (0,base_images/* readable */.HD)(image);
        if (reference.digest !== undefined)
            return;
        const name = (0,docker_reference/* formatReference */.FH)(reference);
        const doubt = 'which an earlier step may have built; name it with its digest';
        if (!isOfEntry && isOnLocalNetwork(reference))
            throw new not_reusable/* NotReusable */.d(`${name} is in a registry of the local network, ${doubt}`);
        if (await this.#isInEngine(name))
            throw new not_reusable/* NotReusable */.d(`the engine has the image ${name}, ${doubt}`);
    }
    async #isInEngine(name) {
        try {
            return (await (0,docker_image/* inspectImages */.J2)(this.#docker, [name])).length > 0;
        }
        catch (error) {
            this.#docker.signal.throwIfAborted();
            if (error instanceof errors/* ActionError */.lZ)
                throw new not_reusable/* NotReusable */.d(error.message, { cause: error });
            throw error;
        }
    }
}
/** Returns whether a registry is on this machine, has an IP address, or has a name that only the local network knows. */
function isOnLocalNetwork({ domain = '' }) {
    const host = domain.toLowerCase().replace(/:\d+$/, '');
    return !host.includes('.') || /^[\d.]+$|^\[|\.(localhost|local|internal)$/.test(host);
}

// EXTERNAL MODULE: ./build/src/image/reuse/context.js
var context = __webpack_require__(7819);
// EXTERNAL MODULE: ./build/src/image/reuse/ignore.js
var ignore = __webpack_require__(9936);
;// CONCATENATED MODULE: ./build/src/actions/publish/only-changed/comparison.js





/** Compares files of the workspace with those of a base commit. The results are differences in words. */
class Comparison {
    #base;
    #signal;
    #contexts = new Map();
    /** @param base the directory of the base commit's files */
    constructor(base, signal) {
        this.#base = base;
        this.#signal = signal;
    }
    /**
     * Returns how a file differs; undefined if it does not. Follows links.
     * @throws NotReusable if it cannot be compared
     */
    async file(path) {
        const inBase = this.inBase(path);
        const [now, before] = [modeOf(path, path), modeOf(inBase, `${path} of the base commit`)];
        if (now === undefined && before === undefined)
            return undefined;
        if (before === undefined)
            return `${path} is not in the base commit`;
        if (now === undefined)
            return `${path} was removed`;
        if (now !== before)
            return `the mode of ${path} changed`;
        const [one, other] = await Promise.all([path, inBase].map((file) => (0,context/* hashFile */.D)(file, this.#signal)));
        return one === other ? undefined : `${path} changed`;
    }
    /**
     * Returns how a context differs in what its ignore file leaves. Contexts with the same ignore file are read once.
     * @param dockerfile undefined for a context that is read without an ignore file
     * @throws NotReusable if it cannot be compared
     */
    async context(directory, dockerfile) {
        const now = { directory, ignoreFile: dockerfile && (0,ignore/* findIgnoreFile */.Cl)(dockerfile, directory) };
        const before = this.#contextInBase(directory, dockerfile);
        if (!before)
            return `the directory ${directory} is not in the base commit`;
        const key = JSON.stringify([(0,external_node_path_.relative)('.', directory), now.ignoreFile, before.ignoreFile]);
        const difference = this.#contexts.get(key) ?? this.#compareContexts(before, now);
        this.#contexts.set(key, difference);
        return await difference;
    }
    #contextInBase(directory, dockerfile) {
        const base = this.inBase(directory);
        if (!statOf(base)?.isDirectory())
            return undefined;
        const ignoreFile = dockerfile && (0,ignore/* findIgnoreFile */.Cl)(this.inBase(dockerfile), base);
        if (ignoreFile && this.#leadsOut(ignoreFile))
            throw new not_reusable/* NotReusable */.d(`the ignore file of ${directory} is outside the repository`);
        return { directory: base, ignoreFile };
    }
    async #compareContexts(before, now) {
        const read = ({ directory, ignoreFile }) => (0,context/* readContext */.y)(directory, ignoreFile === undefined ? undefined : (0,ignore/* readIgnoreFile */.rj)(ignoreFile), this.#signal);
        const [old, current] = await Promise.all([read(before), read(now)]);
        return firstDifference((0,external_node_path_.relative)('.', now.directory), old, current);
    }
    /**
     * Returns where the base commit has a path, which need not exist there.
     * @throws NotReusable if the path is outside the repository
     */
    inBase(path) {
        const base = (0,external_node_path_.join)(this.#base, (0,external_node_path_.relative)('.', path));
        if (isOutside(path) || this.#leadsOut(base))
            throw new not_reusable/* NotReusable */.d(`${path} is outside the repository`);
        return base;
    }
    #leadsOut(path) {
        return leadsUp((0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(this.#base), realOf(path)));
    }
}
/** Returns whether a path, as written, leads out of the workspace. */
function isOutside(path) {
    return leadsUp((0,external_node_path_.relative)('.', path));
}
function leadsUp(path) {
    return path.split('/')[0] === '..';
}
/** Returns where the existing part of a path leads. */
function realOf(path) {
    return statOf(path) ? (0,external_node_fs_.realpathSync)(path) : realOf((0,external_node_path_.dirname)(path));
}
/** Returns undefined if nothing has this path, for example because a directory of it became a file. */
function statOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
            return undefined;
        throw error;
    }
}
/**
 * Returns the permissions of a regular file; undefined if nothing has this path.
 * @throws NotReusable for anything else, because reading a pipe or a device might never end
 */
function modeOf(path, shown) {
    const stats = statOf(path);
    if (stats && !stats.isFile())
        throw new not_reusable/* NotReusable */.d(`${shown} is not a regular file`);
    return stats && stats.mode & 0o7777;
}
/** Describes the first entry that differs. Both lists are sorted by path. */
function firstDifference(directory, before, now) {
    const index = now.findIndex((entry, position) => !isSame(entry, before[position]));
    const [one, other] = index === -1 ? [undefined, before[now.length]] : [now[index], before[index]];
    const entry = one && (!other || one.path <= other.path) ? one : other;
    if (!entry)
        return undefined;
    const path = (0,external_node_path_.join)(directory, entry.path);
    if (/(^|\/)\.git$/.test(entry.path))
        return entry.path === '.git'
            ? 'the context contains .git, which changes with each commit; add .git to its ignore file'
            : `${(0,external_node_path_.join)(path, '..')} is a submodule or a repository of its own, which is not compared`;
    if (one?.path !== other?.path)
        return entry === one ? `${path} is not in the base commit` : `${path} was removed`;
    return one?.mode !== other?.mode && one?.content === other?.content
        ? `the mode of ${path} changed`
        : `${path} changed`;
}
function isSame(one, other) {
    return (one.path === other?.path &&
        one.kind === other.kind &&
        one.mode === other.mode &&
        one.content === other.content);
}

// EXTERNAL MODULE: ./build/src/image/reuse/input-digest.js
var input_digest = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var inputs = __webpack_require__(2349);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/runtime/yaml.js
var yaml = __webpack_require__(5111);
;// CONCATENATED MODULE: ./build/src/actions/publish/only-changed/workflow-files.js






/** Inputs that decide neither the image nor its verification, so that it does not matter where they come from. */
const WITHOUT_EFFECT = new Set([
    ...['secret', 'secret-env', 'aws-assume-role', 'trust-policy', 'register'],
    ...['api-token', 'api-url', 'organization', 'github-token', 'comment'],
    ...['image', 'tags', 'image-reference', 'create-repository', 'tag-immutability'],
    ...['registry', 'registry-username', 'registry-password'],
    ...['dry-run', 'allow-fork-code', 'concurrency', 'shard', 'only'],
    ...['cache-from', 'cache-to', 'builder', 'outputs', 'reuse', 'reuse-maximum-age'],
    // The values of secrets are not compared.
    ...['secrets', 'secret-envs'],
]);
/** Expressions whose value does not depend on the commit. */
const FIXED = /^\s*(secrets\.[\w-]+|vars\.[\w-]+|github\.(token|repository|repository_owner|workspace))\s*$/i;
/**
 * Reads which inputs of the step depend on the commit. Returns why that, or the whole step, differs from the base
 * commit or is unknown, in words that follow "because".
 * @param base the directory of the base commit's files
 */
async function readStepInputs({ workflowRef, repository, actionRepository }, base, comparison) {
    const [, owner, workflow] = /^([^/]+\/[^/]+)\/(\.github\/workflows\/[^@]+)@/.exec(workflowRef ?? '') ?? [];
    if (workflow === undefined || owner?.toLowerCase() !== repository.toLowerCase())
        return { reason: 'the workflow that runs this step is not a file of this repository' };
    const files = await stepFiles(workflow, ['.', base]);
    for (const file of files) {
        const difference = await comparison.file(file);
        if (difference !== undefined)
            return { reason: `${difference}, ${MATTERS}` };
    }
    const parsed = parseFiles(files.filter((file) => /\.ya?ml$/.test(file) && (0,external_node_fs_.existsSync)(file)));
    return 'reason' in parsed ? parsed : await readMappings(parsed, actionRepository, comparison);
}
const MATTERS = 'and it may decide the inputs of this step';
/** Compares the local actions that are used, and returns the inputs of the step. */
async function readMappings(mappings, actionRepository, comparison) {
    for (const action of localActions(mappings)) {
        if (action === '.')
            return { reason: 'the workflow uses the repository itself as an action' };
        const difference = await comparison.context(action, undefined);
        if (difference !== undefined)
            return { reason: `${difference}, ${MATTERS}` };
    }
    const remote = mappings.map(usedBy).find((used) => /^[^.].*\/\.github\/workflows\//.test(used));
    if (remote !== undefined)
        return { reason: `a workflow calls ${remote}, which may contain this step and is not compared` };
    const steps = mappings
        .filter((mapping) => isThisAction(usedBy(mapping), actionRepository))
        .map(inputsOf)
        .filter((inputs) => inputs.has('evaluators'));
    if (steps.length === 0)
        return { reason: 'no workflow or action of this repository contains this step' };
    const variable = steps.flatMap((inputs) => [...inputs].filter(([, value]) => !isFixed(value)));
    return { variable: new Set(variable.map(([name]) => name)) };
}
/** Returns the files that may contain the step: its workflow, workflows that others call, and local actions. */
async function stepFiles(workflow, roots) {
    const found = new Set([workflow]);
    for (const root of roots)
        for await (const path of filesBelow(root))
            if (mayContainStep(root, path)) {
                if (path.includes('\uFFFD'))
                    throw new not_reusable/* NotReusable */.d(`the name of ${path} is not UTF-8`);
                found.add(path);
            }
    return [...found].sort();
}
function mayContainStep(root, path) {
    if (path.startsWith('.github/actions/') || /(^|\/)action\.ya?ml$/.test(path))
        return true;
    if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
        return false;
    const file = (0,external_node_path_.join)(root, path);
    return !(0,external_node_fs_.lstatSync)(file).isFile() || (0,external_node_fs_.readFileSync)(file, 'utf8').includes('workflow_call');
}
/** Lists the files and links below a directory, without those of Git and of Node's packages. */
async function* filesBelow(root, directory = '') {
    for await (const entry of await (0,promises_.opendir)((0,external_node_path_.join)(root, directory))) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        if (entry.isDirectory() && !NOT_ENTERED.has(entry.name))
            yield* filesBelow(root, path);
        else if (entry.isFile() || entry.isSymbolicLink())
            yield path;
    }
}
const NOT_ENTERED = new Set(['.git', 'node_modules']);
/** Returns every mapping in the files, at any depth. */
function parseFiles(files) {
    const found = new Set();
    for (const file of files) {
        try {
            const document = (0,yaml/* parseYaml */.hN)((0,external_node_fs_.readFileSync)(file, 'utf8'));
            if (document.errors[0])
                throw document.errors[0];
            addMappings(document.toJS(), found);
        }
        catch (error) {
            return { reason: `${file} cannot be read: ${(0,errors/* messageOf */.bD)(error)}` };
        }
    }
    return [...found];
}
function addMappings(value, found) {
    if (typeof value !== 'object' || value === null || found.has(value))
        return;
    found.add(value);
    for (const part of Object.values(value))
        addMappings(part, found);
}
/** Returns the directories of local actions. One that is missing was not used before this step. */
function localActions(mappings) {
    const paths = mappings.flatMap(({ uses }) => typeof uses === 'string' && uses.startsWith('./') ? (0,external_node_path_.normalize)(uses).replace(/\/$/, '') : []);
    return new Set(paths.filter((path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory()));
}
/** Returns what a step or a job uses, without the ref; an empty text for any other mapping. */
function usedBy({ uses = '' }) {
    return String(uses).split('@')[0] ?? '';
}
/** Returns whether a step uses this action, and not another one that contains it with inputs of its own. */
function isThisAction(used, actionRepository) {
    if (actionRepository === undefined)
        return used.startsWith('./');
    return `${used}/`.toLowerCase().startsWith(`${actionRepository}/`.toLowerCase());
}
/** Returns the inputs of a step, by their names in lower case. */
function inputsOf({ with: given }) {
    return new Map(Object.entries(given ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
}
function isFixed(value) {
    const expressions = String(value).matchAll(/\$\{\{(.*?)(?:\}\}|$)/gs);
    return [...expressions].every(([, expression = '']) => FIXED.test(expression));
}
/** Returns whether an input decides the image or its verification. */
function hasEffect(input) {
    return !WITHOUT_EFFECT.has(input);
}

;// CONCATENATED MODULE: ./build/src/actions/publish/only-changed/entry.js





/**
 * Compares the inputs of an entry with the base commit. What cannot be compared counts as a difference.
 * @param checkImage throws NotReusable for an image that may have changed under the same name
 */
async function compareEntry({ entry, evaluator: { build, image, verify } }, base, checkImage) {
    const { comparison, entries, file } = base;
    try {
        if (!entries.some((one) => keyOf(one) === keyOf(entry)))
            return differs(`the entry is new or changed in ${file}`);
        const [variable] = [...base.step.variable].filter((name) => (hasEffect(name) || (name === 'image' && !build)) && !Object.hasOwn(entry.texts, name));
        if (variable !== undefined)
            throw new not_reusable/* NotReusable */.d(`an expression sets ${variable}, and its value for the base commit is unknown`);
        if (!build && image.digest === undefined)
            throw new not_reusable/* NotReusable */.d('the image is built elsewhere, and its tag may have moved');
        const { fixturePath } = verify ?? {};
        const fixture = fixturePath === undefined ? undefined : await comparison.file(fixturePath);
        if (fixture !== undefined)
            return differs(fixture);
        if (!build)
            return { images: [], difference: undefined };
        const compared = await compareBuild(build, comparison);
        if (compared.difference === undefined)
            for (const one of compared.images)
                await checkImage(one);
        return compared;
    }
    catch (error) {
        return differs(`its inputs cannot be compared: ${reasonOf(error)}`);
    }
}
async function compareBuild({ options, secrets, local }, comparison) {
    const { context, noCache, noCacheFilters, ssh, pull } = options;
    if (!local)
        throw new not_reusable/* NotReusable */.d(`the context ${context} is not in the workspace`);
    if (noCache || noCacheFilters.length > 0)
        throw new not_reusable/* NotReusable */.d('no-cache asks for a new build in every run');
    if (ssh.length > 0)
        throw new not_reusable/* NotReusable */.d('the build may read repositories by SSH');
    for (const name of ['SOURCE_DATE_EPOCH', 'BUILDX_GIT_LABELS'])
        if ((0,inputs/* readVariable */.nt)(name))
            throw new not_reusable/* NotReusable */.d(`the variable ${name} is set`);
    const { path, named, images } = (0,input_digest/* readSources */.t)(options);
    const moving = images.find((one) => !one.includes('@'));
    if (pull && moving !== undefined)
        throw new not_reusable/* NotReusable */.d(`pull asks for the newest ${moving}; name it with its digest`);
    const compared = [
        () => comparison.file(path),
        () => comparison.context(context, path),
        ...named.map(({ directory }) => async () => directory === undefined ? undefined : await comparison.context(directory, undefined)),
        // A secret from outside of the repository is like one from a variable, whose value is not compared.
        ...secrets.map((secret) => async () => 'file' in secret && !isOutside(secret.file) ? await comparison.file(secret.file) : undefined),
    ];
    for (const compare of compared) {
        const difference = await compare();
        if (difference !== undefined)
            return { images, difference };
    }
    return { images, difference: undefined };
}
function differs(difference) {
    return { images: [], difference };
}
/** Returns the same text for entries that set the same inputs, wherever they are in the file. */
function keyOf({ texts }) {
    return JSON.stringify(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** Returns why something cannot be compared or read. Throws any other error. */
function reasonOf(error) {
    const isExpected = error instanceof not_reusable/* NotReusable */.d || error.syscall !== undefined;
    if (error instanceof Error && isExpected)
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./build/src/actions/publish/only-changed/selection.js












/** Maximum characters of a reason, so that those of all entries fit into an output. */
const MAX_REASON = 300;
/**
 * Decides for each entry of this job whether its inputs differ from the base commit of the pull request. An entry that
 * cannot be compared is built. Returns undefined for a run that builds everything, because it publishes or is not for a
 * pull request.
 */
async function selectChanged(input, event, context) {
    const { mode, entries } = input;
    if (!mode?.dryRun || !event.payload.pull_request) {
        log/* info */.pq('Every entry is handled: only: changed leaves entries out in the dry runs of pull requests, and not in other runs');
        return undefined;
    }
    return await context.runLog.phase('Compare with the base commit', async () => {
        const directory = (0,external_node_path_.join)(context.privateDirectory, 'only-changed');
        (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700 });
        try {
            return await selection_select(input, event, directory, context.signal);
        }
        catch (error) {
            context.signal.throwIfAborted();
            return entries.map(() => built(reasonOf(error)));
        }
        finally {
            (0,external_node_fs_.rmSync)(directory, { recursive: true });
        }
    });
}
/** The reason may contain names of files and messages of servers, which can be long and hostile. */
function built(reason) {
    return { isBuilt: true, reason: (0,clip/* clip */.$)((0,untrusted_text/* sanitizeLine */.g$)((0,secrets/* redact */.E$)(reason)), MAX_REASON) };
}
async function selection_select({ mode, file, all, entries, token }, event, directory, signal) {
    const everything = (reason) => entries.map(() => built(reason));
    // Unreviewed code gets no token, so only public repositories can be read.
    const ownToken = mode?.untrusted ? undefined : token;
    const commit = await readBaseCommit(event, ownToken, (0,external_node_path_.join)(directory, 'base'), signal);
    if ('reason' in commit)
        return everything(commit.reason);
    const comparison = new Comparison(commit.directory, signal);
    const step = await readStepInputs(event, commit.directory, comparison);
    if ('reason' in step)
        return everything(step.reason);
    const before = readBaseEntries(file, comparison);
    if (!before)
        return everything(`the base commit has no ${file} that can be read`);
    const images = new LocalImages(directory, mode?.untrusted ?? false, signal);
    const changes = new Changes(all, { entries: before, file, step, comparison }, images);
    const selections = [];
    for (const entry of entries) {
        const reason = await changes.reasonFor(entry);
        selections.push(reason === undefined
            ? { isBuilt: false, reason: `its inputs are those of the base commit ${commit.sha.slice(0, 7)}` }
            : built(reason));
    }
    return selections;
}
/** Returns the entries of the base commit's file; undefined if it cannot be read. */
function readBaseEntries(file, comparison) {
    try {
        const { entries, problems } = (0,read/* parseEvaluators */.a)((0,external_node_fs_.readFileSync)(comparison.inBase(file), 'utf8'), file);
        return problems.length === 0 ? entries : undefined;
    }
    catch {
        // Whatever is wrong with it, everything is built.
        return undefined;
    }
}
/** The changes of all entries of a file, of which each is determined once. */
class Changes {
    #all;
    #base;
    #localImages;
    #compared = new Map();
    constructor(all, base, localImages) {
        this.#all = all;
        this.#base = base;
        this.#localImages = localImages;
    }
    /** Returns why an entry is built: it differs, or an entry differs whose image it is based on. */
    async reasonFor(entry) {
        const reached = new Set([entry]);
        // The set grows during the loop.
        for (const one of reached) {
            const { images, difference } = await this.#compare(one);
            if (difference !== undefined)
                return one === entry
                    ? difference
                    : `it is based on the image of ${nameOf(one)}, which is built because ${difference}`;
            for (const image of images)
                for (const builder of buildersOf(image, this.#all))
                    reached.add(builder);
        }
        return undefined;
    }
    async #compare(entry) {
        const known = this.#compared.get(entry);
        if (known)
            return known;
        const compared = await compareEntry(entry, this.#base, async (image) => this.#localImages.refuse(image, buildersOf(image, this.#all).length > 0));
        this.#compared.set(entry, compared);
        return compared;
    }
}
function nameOf({ evaluator: { evaluator, image } }) {
    return evaluator?.name ?? image.path;
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

/***/ 7819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ hashFile),
/* harmony export */   y: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _util_map_settled_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4504);
/* harmony import */ var _not_reusable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2379);






/** Maximum number of files to read at the same time. */
const CONCURRENCY = 16;
/**
 * Returns the entries of a local context that a build receives, sorted by path. Omits times and owners: BuildKit
 * makes root the owner of every file, and treats files that differ only in their time as the same.
 */
async function readContext(directory, ignore, signal) {
    const found = await walk(directory, ignore).catch(explainUnreadable);
    found.sort((a, b) => (a.path < b.path ? -1 : 1));
    const outcomes = await (0,_util_map_settled_js__WEBPACK_IMPORTED_MODULE_4__/* .mapSettled */ .A)(found, CONCURRENCY, signal, ({ path, stats }) => describe(directory, path, stats, signal));
    return outcomes.map((outcome) => {
        if (outcome.status === 'rejected')
            return explainUnreadable(outcome.reason);
        return outcome.value;
    });
}
/** Turns the error of an unreadable or vanished file into `NotReusable`; the build itself may explain more. */
function explainUnreadable(cause) {
    if (cause.syscall === undefined)
        throw cause;
    throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_5__/* .NotReusable */ .d(`the context cannot be read: ${cause.message}`, { cause });
}
/** Adds what a directory contains to `found`. Includes an ignored directory if something below it is kept. */
async function walk(root, ignore, found = [], directory = '', parent) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, directory))) {
        if (name.includes('\uFFFD'))
            throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_5__/* .NotReusable */ .d(`the name of ${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, directory, name)} is not UTF-8`);
        const path = directory === '' ? name : `${directory}/${name}`;
        const { ignored, matched } = ignore?.match(path, parent) ?? { ignored: false, matched: undefined };
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path));
        const position = found.push({ path, stats });
        if (stats.isDirectory() && (!ignored || ignore?.mayKeepBelow(path)))
            await walk(root, ignore, found, path, matched);
        if (ignored && found.length === position)
            found.pop();
    }
    return found;
}
async function describe(root, path, stats, signal) {
    const mode = stats.mode & 0o7777;
    if (stats.isDirectory())
        return { path, kind: 'directory', mode, content: '' };
    if (stats.isSymbolicLink())
        return { path, kind: 'symlink', mode: 0, content: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readlink)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path)) };
    if (!stats.isFile())
        return { path, kind: 'special', mode: stats.mode, content: String(stats.rdev) };
    return { path, kind: 'file', mode, content: await hashFile((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path), signal) };
}
/** Returns the SHA-256 of a file, in hexadecimal. */
async function hashFile(path, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: 1 << 18 })) {
        // A listener for each of the files that are read at the same time would be more than Node expects.
        signal.throwIfAborted();
        hash.update(chunk);
    }
    return hash.digest('hex');
}


/***/ }),

/***/ 9936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ findIgnoreFile),
/* harmony export */   RT: () => (/* binding */ readIgnore),
/* harmony export */   a0: () => (/* binding */ parseIgnoreFile),
/* harmony export */   pi: () => (/* binding */ isIgnored),
/* harmony export */   rj: () => (/* binding */ readIgnoreFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _not_reusable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2379);




/**
 * @param content the content of a `.dockerignore` file
 * @throws Error if a pattern is invalid, or if only Go's regular expressions can read it
 */
function parseIgnoreFile(content) {
    const patterns = content
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .filter((line) => !line.startsWith('#') && line.trim() !== '')
        .map((line) => parsePattern(line.trim()));
    return {
        match(path, parent = []) {
            const matched = [];
            let ignored = false;
            const characters = Array.from(path);
            for (const [index, { exception, matches }] of patterns.entries()) {
                // A pattern that cannot change the outcome is skipped, and counts as not matched further down.
                const match = parent[index] || (exception === ignored && matches(path, characters));
                matched.push(match);
                if (match)
                    ignored = !exception;
            }
            return { ignored, matched };
        },
        mayKeepBelow: (directory) => patterns.some(({ exception, text }) => {
            const fixed = text.replace(/\/?\*\*?$/, '');
            return exception && (/[*?[\]\\^]/.test(fixed) || `${fixed}/`.startsWith(`${directory}/`));
        }),
    };
}
/**
 * Returns the path of the ignore file that applies to a context; undefined if there is none. One for the Dockerfile
 * takes precedence over one of the context.
 */
function findIgnoreFile(dockerfile, context) {
    return [`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(dockerfile)}.dockerignore`, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, '.dockerignore')].find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
}
/**
 * Reads the ignore file that applies to a context.
 * @throws NotReusable if it cannot be read with certainty
 */
function readIgnore(dockerfile, context) {
    const file = findIgnoreFile(dockerfile, context);
    return file === undefined ? undefined : readIgnoreFile(file);
}
/** @throws NotReusable if the file cannot be read with certainty */
function readIgnoreFile(file) {
    try {
        return parseIgnoreFile((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .NotReusable */ .d(`${file}: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause });
    }
}
/** Returns whether an ignore file excludes a path or a directory above it. */
function isIgnored(ignore, path) {
    const parts = path.split('/');
    let state = { ignored: false, matched: [] };
    for (let length = 1; length <= parts.length; length++)
        state = ignore.match(parts.slice(0, length).join('/'), state.matched);
    return state.ignored;
}
/** Normalizes a line twice, because both BuildKit's reader and its matcher trim, shorten and look for `!`. */
function parsePattern(line) {
    const [, mark = '', path = ''] = /^(!?)\s*(.*)$/s.exec(line) ?? [];
    const relative = clean(path).replace(/^\/(?=.)/, '');
    const written = clean((mark + relative).trim());
    const exception = written.startsWith('!');
    const text = exception ? written.slice(1) : written;
    if (text === '')
        throw new Error(`the pattern ${JSON.stringify(line)} is an exception without a path`);
    return { exception, text, matches: compile(text) };
}
/** Returns the shortest form of a path, as Go's `filepath.Clean` does. */
function clean(path) {
    if (path === '')
        return '';
    const shortest = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path);
    return shortest === '/' ? shortest : shortest.replace(/\/$/, '');
}
/** Returns a matcher that reads a pattern as BuildKit does: as fixed text, as a suffix or prefix, or in parts. */
function compile(pattern) {
    if (!SPECIAL.test(pattern))
        return (path) => path === pattern;
    // In a pattern with a wildcard, BuildKit passes these to a regular expression unescaped.
    if (/[{}|]/.test(pattern))
        throw unreadable(pattern);
    const suffix = pattern.slice(2);
    if (pattern.startsWith('**') && !SPECIAL.test(suffix))
        return (path) => path.endsWith(suffix) || `/${path}` === suffix;
    const prefix = pattern.slice(0, -2);
    if (pattern.endsWith('**') && !SPECIAL.test(prefix))
        return (path) => path.startsWith(prefix);
    const parts = partsOf(pattern);
    return (_, characters) => matchesAll(parts, characters);
}
const SPECIAL = /[*?[\]\\]/;
// A token is one of: a set of characters and ranges, without a star or question mark, which Go would expand even there;
// an escaped character; a star or two, with the slash that follows `**`; or any other character.
const TOKEN = /\[(?:\^|(?!\^))(?:(?:[^\]\\[*?-]|\\.)(?:-(?:[^\]\\[*?-]|\\.))?)+\]|\\(?:.|$)|\*\*\/?|./gsu;
function partsOf(pattern) {
    return Array.from(pattern.matchAll(TOKEN), ({ 0: token, index }) => {
        if (token.startsWith('**'))
            return index + token.length === pattern.length ? 'anything' : 'directories';
        if (token === '*')
            return 'in-name';
        if (token === '?')
            return (character) => character !== '/';
        if (token === '[' || token === '^' || token === '\\')
            throw unreadable(pattern);
        if (token.length > 1 && token.startsWith('['))
            return setOf(token, pattern);
        const literal = token.startsWith('\\') ? unescaped(token.slice(1), pattern) : token;
        return (character) => character === literal;
    });
}
/** Returns the test for a set such as `[^a-c]`. */
function setOf(set, pattern) {
    const escaped = set.replaceAll(/\\(.)/gsu, (_, one) => `\\u{${unescaped(one, pattern).codePointAt(0)?.toString(16)}}`);
    const expression = new RegExp(`^${escaped}$`, 'u');
    return (character) => expression.test(character);
}
/** Refuses an escaped letter or digit, which is a class of characters in Go's regular expressions, or an error. */
function unescaped(character, pattern) {
    if (/[A-Za-z0-9]|\P{ASCII}/u.test(character))
        throw unreadable(pattern);
    return character;
}
/**
 * Returns whether the parts match all characters of a path. The time is proportional to their product, while a regular
 * expression would try every combination of what each wildcard can match.
 */
function matchesAll(parts, characters) {
    // Most paths end in another character, and need no more than this test.
    const last = parts.at(-1);
    if (typeof last === 'function' && !last(characters.at(-1) ?? ''))
        return false;
    // The value at a position is 1 if the parts so far match all characters before it.
    const matched = new Uint8Array(characters.length + 1);
    matched[0] = 1;
    const isMatch = (part) => typeof part === 'string' ? extend(matched, part, characters) : step(matched, part, characters);
    return parts.every(isMatch) && matched[characters.length] === 1;
}
/** Adds one character to what is matched. Returns whether any beginning of the path still matches. */
function step(matched, test, characters) {
    const first = matched.indexOf(1);
    let any = false;
    for (let end = Math.min(matched.lastIndexOf(1) + 1, characters.length); end > first; end--) {
        const next = matched[end - 1] === 1 && test(characters[end - 1] ?? '');
        matched[end] = next ? 1 : 0;
        any ||= next;
    }
    matched[first] = 0;
    return any;
}
/** Adds what a wildcard matches, which may be nothing. */
function extend(matched, part, characters) {
    const barrier = part === 'in-name' ? '/' : '\n';
    // Whether the wildcard began at an earlier position, and matches every character since then.
    let isOpen = false;
    for (let end = matched.indexOf(1); end < matched.length; end++) {
        const before = characters[end - 1];
        const begins = matched[end] === 1;
        if (before === barrier)
            isOpen = false;
        if (isOpen && (part !== 'directories' || before === '/'))
            matched[end] = 1;
        isOpen ||= begins;
    }
    return true;
}
function unreadable(pattern) {
    return new Error(`the pattern ${JSON.stringify(pattern)} cannot be read with certainty`);
}


/***/ }),

/***/ 2557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NotReusable: () => (/* reexport safe */ _not_reusable_js__WEBPACK_IMPORTED_MODULE_8__.d),
/* harmony export */   digestInputs: () => (/* binding */ digestInputs),
/* harmony export */   digestOf: () => (/* binding */ digestOf),
/* harmony export */   t: () => (/* binding */ readSources)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2349);
/* harmony import */ var _util_scope_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2370);
/* harmony import */ var _dockerfile_images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(390);
/* harmony import */ var _base_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8654);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7819);
/* harmony import */ var _ignore_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9936);
/* harmony import */ var _not_reusable_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2379);











/** Increase this when the code reads more or less of the inputs, so that digests of older versions no longer match. */
const VERSION = 2;
/**
 * Returns the SHA-256 of everything that determines the result of a build: context, Dockerfile, arguments, target,
 * platforms, labels, and the digests of the images that it uses. Excludes caches, the builder, the values of secrets,
 * and everything that a RUN instruction downloads: as in BuildKit's own cache, only the text of the instruction counts.
 *
 * @throws NotReusable if the inputs do not determine the result
 */
async function digestInputs({ options, secretIds }, signal) {
    const { context, target, platforms, buildArgs, labels, annotations, ssh, network } = options;
    if ((0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readVariable */ .nt)('BUILDX_GIT_LABELS'))
        throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_8__/* .NotReusable */ .d('BUILDX_GIT_LABELS gives each commit an image of its own');
    const { path, dockerfile, named, images } = readSources(options);
    const [bases, contexts] = await (0,_util_scope_js__WEBPACK_IMPORTED_MODULE_9__/* .withScope */ .v)(signal, async ({ signal, start }) => {
        const bases = start(() => (0,_base_images_js__WEBPACK_IMPORTED_MODULE_5__/* .readDigests */ .yb)(images, signal));
        const contexts = [
            start(() => (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .readContext */ .y)(context, (0,_ignore_js__WEBPACK_IMPORTED_MODULE_7__/* .readIgnore */ .RT)(path, context), signal)),
            ...named.map(({ directory }) => start(async () => (directory === undefined ? [] : await (0,_context_js__WEBPACK_IMPORTED_MODULE_6__/* .readContext */ .y)(directory, undefined, signal)))),
        ];
        return [await bases, await Promise.all(contexts)];
    });
    const digest = digestOf({
        version: VERSION,
        dockerfile: dockerfile.toString('base64'),
        contexts,
        named: named.map(({ name, image, layout }) => [name, image, layout]),
        bases,
        target,
        platforms,
        buildArgs: lastOfEach(buildArgs),
        labels: lastOfEach(labels),
        annotations,
        secretIds: [...secretIds].sort(),
        ssh: ssh.map((text) => text.split('=')[0]).sort(),
        network,
        addHosts: options.addHosts,
        cgroupParent: options.cgroupParent,
        shmSize: options.shmSize,
        ulimit: [...options.ulimit].sort(),
        provenance: options.provenance,
        sbom: options.sbom,
        epoch: (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readVariable */ .nt)('SOURCE_DATE_EPOCH'),
    });
    const pinned = [dockerfile.toString('utf8'), ...buildArgs].join('\n').match(/\b[0-9a-f]{40,}\b/g) ?? [];
    return {
        digest,
        hasHistory: contexts[0]?.some(({ path }) => path === '.git') ?? false,
        covers: { bases, pinned, hasLayouts: named.some(({ layout }) => layout !== undefined) },
    };
}
/** Returns the SHA-256 of a value's JSON, in hexadecimal. */
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
}
/**
 * Reads the Dockerfile of a build.
 * @throws NotReusable if the build uses something that can change without any change in its inputs
 */
function readSources({ context, file: path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(context, 'Dockerfile'), target, platforms, buildArgs, buildContexts, }) {
    const dockerfile = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    const named = buildContexts.map(namedContext);
    const found = (0,_dockerfile_images_js__WEBPACK_IMPORTED_MODULE_4__/* .findImages */ .Mz)(dockerfile.toString('utf8'), {
        target,
        platforms: platforms.length > 0 ? platforms : [''],
        buildArgs,
    });
    const images = [...withoutNamed(found, named), ...named.flatMap(({ image }) => image ?? [])];
    return { path, dockerfile, named, images };
}
function namedContext(text) {
    const at = text.indexOf('=');
    const [name, source] = [text.slice(0, at), text.slice(at + 1)];
    const image = /^docker-image:\/\/(.+)$/.exec(source)?.[1];
    if (image !== undefined)
        return { name, image };
    const [, layout] = /^oci-layout:\/\/([^:@]+)/.exec(source) ?? [];
    const directory = layout ?? source;
    if (/^\w+:\/\/|^git@/.test(directory) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(directory))
        throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_8__/* .NotReusable */ .d(`the build context ${name} is ${source}, which is not a local directory`);
    return { name, directory, ...(layout !== undefined && { layout: source }) };
}
/** Removes the images that have the name of a named context, which replaces them. */
function withoutNamed(images, named) {
    const full = (image) => {
        try {
            return JSON.stringify((0,_base_images_js__WEBPACK_IMPORTED_MODULE_5__/* .normalized */ .A9)(image));
        }
        catch {
            return image;
        }
    };
    const names = new Set(named.flatMap(({ name }) => [name.toLowerCase(), full(name)]));
    return images.filter((image) => !names.has(image.toLowerCase()) && !names.has(full(image)));
}
/** Sorts `NAME=value` pairs by name. Of several pairs with the same name, the last one counts. */
function lastOfEach(items) {
    return [...new Map(items.map((text) => [text.split('=')[0], text])).values()].sort();
}


/***/ }),

/***/ 5111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uw: () => (/* binding */ asYaml),
/* harmony export */   hN: () => (/* binding */ parseYaml),
/* harmony export */   iN: () => (/* binding */ problemOfYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(738);


/** Maximum characters of a line that are examined and shown. */
const MAX_LINE = 100;
/** Maximum errors of the parser that are examined. */
const MAX_ERRORS = 100;
/** Parses YAML or JSON. The library's own messages and check of keys would take quadratic time. */
function parseYaml(text, lineCounter) {
    const options = { logLevel: 'error', prettyErrors: false, uniqueKeys: false };
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, lineCounter ? { ...options, lineCounter } : options);
    if (document.errors.length > 0)
        return document;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map: (_, { items }) => {
            const seen = new Set();
            for (const { key } of items) {
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                    continue;
                const [start = 0, end = start] = key.range ?? [];
                if (seen.has(key.value))
                    document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([start, end], 'DUPLICATE_KEY', 'Map keys must be unique'));
                seen.add(key.value);
            }
        },
    });
    return document;
}
/**
 * Returns the first problem of a YAML document; undefined if it is valid. One mistake often causes several errors of
 * the parser, so others are left out.
 */
function problemOfYaml({ errors, warnings }, text) {
    const problems = [...errors, ...warnings].slice(0, MAX_ERRORS);
    const [first] = problems;
    if (!first)
        return undefined;
    const lineOf = (offset) => text.slice(0, offset).split('\n').length;
    const startOf = (offset) => text.slice(text.lastIndexOf('\n', offset - 1) + 1).slice(0, MAX_LINE);
    const tab = problems.find(({ pos }) => /^[ -]*\t/.test(startOf(pos[0])));
    if (tab)
        return { line: lineOf(tab.pos[0]), text: 'is indented with a tab; YAML needs spaces' };
    const line = lineOf(first.pos[0]);
    const [begin = ''] = startOf(first.pos[0]).split('\n', 1);
    const written = first.code === 'MISSING_CHAR' ? asYaml(begin) : undefined;
    if (written !== undefined)
        return { line, text: `write ${written}` };
    const message = first.message.split('\n', 1)[0]?.replace(/(?: at line \d+, column \d+)?:?$/, '');
    return { line, text: `is not valid YAML or JSON: ${message}` };
}
/** Returns how YAML writes a line such as `name=value` or `name:value`, in quotes; undefined for any other line. */
function asYaml(line) {
    const [, name, value] = /^[ -]*([\w.-]+)(?: *= *|:)(?=\S)(.*)$/.exec(line.slice(0, MAX_LINE)) ?? [];
    return name === undefined ? undefined : `"${(0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(`${name}: ${value?.trim()}`, MAX_LINE)}"`;
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
