export const id = 3612;
export const ids = [3612];
export const modules = {

/***/ 3612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadEvaluators: () => (/* binding */ loadEvaluators)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/image/dockerfile/instructions.js
var instructions = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/src/platforms/github/report-comment.js
var report_comment = __webpack_require__(4284);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
// EXTERNAL MODULE: ./build/src/util/group-by.js
var group_by = __webpack_require__(7043);
// EXTERNAL MODULE: ./build/src/actions/publish/fields.js + 1 modules
var fields = __webpack_require__(7948);
// EXTERNAL MODULE: ./build/src/actions/publish/inputs.js + 1 modules
var publish_inputs = __webpack_require__(6647);
// EXTERNAL MODULE: ./build/src/actions/publish/shared-image.js
var shared_image = __webpack_require__(264);
// EXTERNAL MODULE: ./build/src/image/reuse/ignore.js
var reuse_ignore = __webpack_require__(9936);
// EXTERNAL MODULE: ./build/src/image/reuse/not-reusable.js
var not_reusable = __webpack_require__(2379);
;// CONCATENATED MODULE: ./build/src/actions/publish/evaluators-file/clashes.js






/** Returns conflicts between entries that may each be valid on their own. */
function clashes(loaded, file) {
    return [
        ...sameRegistrations(loaded, file),
        ...sameTags(loaded, file),
        ...otherOrganizations(loaded, file),
        ...loginForSeveral(loaded),
        ...sharedDestinations(loaded, file),
    ];
}
/** @param input the input whose line the problem gets; if the entry does not set it, the line of the entry */
function placedAt({ line, lines }, input, file, text) {
    return { text, place: { file, line: lines[input] ?? line } };
}
function sameRegistrations(loaded, file) {
    const named = loaded.flatMap(({ entry, evaluator: { evaluator } }) => evaluator?.workflow && evaluator.name ? { entry, ...evaluator } : []);
    const groups = (0,group_by/* groupBy */.$)(named, ({ workflow, name }) => JSON.stringify([workflow, name]));
    return [...groups.values()].flatMap(([first, ...others]) => others.map(({ entry, workflow, name }) => {
        const text = `evaluator-name "${name}": is registered for the workflow "${workflow}" twice, as on line ${first?.entry.line}`;
        return placedAt(entry, 'evaluator-name', file, text);
    }));
}
/**
 * Refuses a tag that entries build from different inputs, or that one builds and another expects to exist. Evaluators
 * with the same inputs share one image, and existing images may be registered repeatedly.
 */
function sameTags(loaded, file) {
    const tagged = loaded.flatMap(({ entry, evaluator }) => {
        const { image, build } = evaluator;
        return image.path ? image.tags.map((tag) => ({ entry, evaluator, image, build, tag })) : [];
    });
    const groups = (0,group_by/* groupBy */.$)(tagged, ({ image, tag }) => `${hostOf(image)}/${image.path}:${tag}`);
    return [...groups.values()].flatMap((group) => {
        const first = group.find(({ build }) => build);
        if (!first)
            return [];
        const { line } = first.entry;
        const key = (0,shared_image/* imageKey */.p2)(first.evaluator);
        const others = group.filter(({ evaluator }) => (0,shared_image/* imageKey */.p2)(evaluator) !== key);
        return others.map(({ entry, evaluator, image, build, tag }) => {
            const text = build
                ? `the tag ${tag} is built and pushed twice, as on line ${line}, but with a different ${differences(first.evaluator, evaluator)}; use the same inputs to share one image, or give each its own tags or image`
                : `the tag ${tag} must already exist (build: false), but line ${line} builds it; build it in one run, and register it in a later run with build: false`;
            return placedAt(entry, 'image', file, `image "${image.path}": ${text}`);
        });
    });
}
/** Returns the names of the inputs that make two images different. */
function differences(one, other) {
    const [a, b] = [(0,shared_image/* imageInputs */.bE)(one), (0,shared_image/* imageInputs */.bE)(other)];
    const names = Object.keys({ ...a, ...b }).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
    return names
        .map((key) => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
        .filter((name) => Object.hasOwn(fields/* fields */.OA, name))
        .join(', ');
}
/** Refuses images of several organizations in the platform's registry: a token belongs to one organization. */
function otherOrganizations(loaded, file) {
    const first = loaded.find(({ evaluator }) => evaluator.platform.organization !== undefined);
    const name = first?.evaluator.platform.organization;
    return loaded.flatMap(({ entry, evaluator: { platform } }) => {
        if (platform.organization === undefined || platform.organization === name)
            return [];
        const text = `image: belongs to the organization ${platform.organization}, but line ${first?.entry.line} belongs to ${name}; one run publishes for one organization`;
        return [placedAt(entry, 'image', file, text)];
    });
}
/** Refuses a login of the step for several registries, because only one of them may get the password. */
function loginForSeveral(loaded) {
    const images = loaded.flatMap(({ entry: { line }, evaluator: { image } }) => image.path && image.credentials ? { line, host: hostOf(image), ...image.credentials } : []);
    const hosts = [...(0,group_by/* groupBy */.$)(images, ({ host }) => host).values()].flatMap(([first]) => first ?? []);
    const [first] = hosts;
    if (!first || hosts.length === 1)
        return [];
    const list = hosts.map(({ host, line }) => `${host} (line ${line})`).join(', ');
    return [
        `registry-username "${first.username}": is a single login, but the evaluators go to ${hosts.length} registries: ${list}. Leave registry-username and registry-password out, and log in to each first (docker login; in a workflow, docker/login-action); the platform's registry takes the API token, and ECR the AWS credentials`,
    ];
}
/**
 * Refuses an output that an entry with another image also writes, or may have in its context, because the images are
 * built at the same time.
 */
function sharedDestinations(loaded, file) {
    const keyed = loaded.map((one) => ({ ...one, key: (0,shared_image/* imageKey */.p2)(one.evaluator) }));
    const written = keyed.flatMap(({ entry, key, evaluator: { build } }) => (build?.options.outputs ?? []).map(({ destination }) => ({ entry, key, destination })));
    const place = (entry, text) => placedAt(entry, 'outputs', file, text);
    const groups = (0,group_by/* groupBy */.$)(written, ({ destination }) => (0,external_node_path_.resolve)(destination));
    const twice = [...groups.values()].flatMap(([first, ...others]) => others
        .filter(({ key }) => key !== first?.key)
        .map(({ entry, destination }) => place(entry, `outputs "${destination}": is also written by the entry on line ${first?.entry.line}; give each its own dest`)));
    const read = written.flatMap(({ entry, key, destination }) => {
        const reader = keyed.find((one) => one.key !== key && sees(one.evaluator.build, destination));
        if (!reader)
            return [];
        const text = `outputs "${destination}": is in the context of the entry on line ${reader.entry.line}, which may be built at the same time; add it to .dockerignore, or write it outside of that context`;
        return [place(entry, text)];
    });
    return [...twice, ...read];
}
/** Returns whether a build may receive a path as part of its context. */
function sees(build, path) {
    if (!build?.local)
        return false;
    const { context, file = (0,external_node_path_.join)(context, 'Dockerfile') } = build.options;
    const inContext = (0,external_node_path_.relative)(context, path);
    if (inContext === '..' || inContext.startsWith('../'))
        return false;
    try {
        const ignore = (0,reuse_ignore/* readIgnore */.RT)(file, context);
        return !(ignore && (0,reuse_ignore/* isIgnored */.pi)(ignore, inContext));
    }
    catch (error) {
        if (error instanceof not_reusable/* NotReusable */.d)
            return true;
        throw error;
    }
}
function hostOf({ host, platformRegistry }) {
    return host ?? platformRegistry;
}

// EXTERNAL MODULE: ./build/src/actions/publish/evaluators-file/keys.js
var keys = __webpack_require__(1257);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
;// CONCATENATED MODULE: ./build/src/actions/publish/evaluators-file/reach.js


/** Cache settings that a file may use: no credentials, and no address that credentials are sent to. */
const CACHE_FIELDS = new Set([
    ...['type', 'scope', 'mode', 'ref', 'ignore-error', 'timeout', 'version', 'digest', 'tag'],
    ...['region', 'bucket', 'name', 'container', 'prefix', 'blobs_prefix', 'manifests_prefix'],
    ...['image-manifest', 'oci-mediatypes', 'compression', 'compression-level', 'force-compression'],
    ...['src', 'dest', 'tar', 'repository'],
]);
/**
 * Records problems with settings of an entry that only the workflow may have, because people who can change the
 * evaluators file may not be allowed to change the workflow. Paths are checked where they are read.
 *
 * @param step the step's own inputs
 */
function checkReach(inputs, step) {
    const { values, checkedOut } = inputs;
    for (const name of ['cache-from', 'cache-to'])
        if (checkedOut.has(name))
            for (const cache of values[name] ?? [])
                checkCache(inputs, name, cache);
    if (checkedOut.has('network') && values.network && !/^(default|none)$/.test(values.network))
        inputs.problem('network', values.network, 'gives the build a network of this machine, which a file in the repository must not do; write none, or set it outside the file, beside evaluators');
    if (values['registry-password'] && checkedOut.has('image'))
        checkLogin(inputs, step);
}
function checkCache(inputs, name, cache) {
    if (!cache.includes('='))
        return;
    const seen = new Set();
    for (const field of cache.split(',')) {
        const [, key = '', value = ''] = /^\s*"?([^=]*?)(?:=(.*?))?"?\s*$/s.exec(field) ?? [];
        if (seen.has(key.toLowerCase()))
            inputs.problem(name, undefined, `has ${key.toLowerCase()} twice in one cache; leave one out`);
        seen.add(key.toLowerCase());
        // This is the rest of a quoted value, or other text that is not a cache setting.
        if (!CACHE_FIELDS.has(key.toLowerCase()))
            inputs.problem(name, undefined, 'has a setting that a file in the repository must not set, such as an address or a credential of the cache; set the cache outside the file, beside evaluators');
        else if (/^(src|dest)$/i.test(key) && !(0,workspace/* isInWorkspace */.P_)(value))
            inputs.problem(name, value, 'is outside the working directory; name a path inside it');
    }
}
/**
 * Refuses to send the step's password to a registry that the step does not name. The step names the registry of its
 * image, and `registry` if it sets that or its image names no registry.
 */
function checkLogin(inputs, step) {
    const { image, registry } = inputs.values;
    if (!image)
        return;
    const own = step.image?.domain === undefined ? undefined : (0,reference/* registryHost */.U$)(step.image);
    const named = [...(own === undefined || inputs.text('registry') !== '' ? [registry] : []), own];
    const host = image.domain === undefined ? registry : (0,reference/* registryHost */.U$)(image);
    if (named.includes(host))
        return;
    inputs.problem('image', host, `is a registry that only the file names, so registry-password is not sent to it; set image: ${host}/NAME outside the file too, beside evaluators, or log in first (docker login; in a workflow, docker/login-action)`);
}

// EXTERNAL MODULE: ./build/src/actions/publish/evaluators-file/read.js + 1 modules
var read = __webpack_require__(3448);
// EXTERNAL MODULE: ./build/src/actions/publish/evaluators-file/shards.js
var shards = __webpack_require__(8860);
;// CONCATENATED MODULE: ./build/src/actions/publish/evaluators-file/inputs.js
















/** Inputs of the step that are about the file as a whole. */
const OF_THE_FILE = ['evaluators', 'concurrency', 'shard', 'only'];
/**
 * Reads the evaluators of the step's file, which inherit the step's inputs. Throws one `InputError` with all problems
 * of all evaluators, before anything is started or sent.
 *
 * @param step the step's own raw inputs, including `evaluators`
 */
function loadEvaluators(event, step) {
    const file = new runtime_inputs/* Inputs */.G0(fields/* fields */.OA, {}, Object.fromEntries(OF_THE_FILE.map((name) => [name, step[name] ?? ''])));
    const { evaluators: path = '', concurrency, shard, only } = file.values;
    file.refuse();
    const { entries, problems } = inputs_read(path);
    const ofStep = readTexts(step, event);
    const loaded = entries.map((entry) => {
        const inputs = new runtime_inputs/* Inputs */.G0(fields/* fields */.OA, {}, textsOf(entry, step), new Set(Object.keys(entry.texts)));
        checkReach(inputs, ofStep.inputs.values);
        const evaluator = (0,publish_inputs/* readInputs */.K)(inputs, event);
        // An input that could not be read counts as given, so its absence is no further problem.
        return { entry, evaluator, problems: inputs.problems.filter(({ name }) => !entry.refused.has(name)) };
    });
    const all = [...problems, ...placeProblems(loaded, ofStep.problems, step, path), ...clashes(loaded, path)];
    if (all.length > 0)
        throw new errors/* InputError */.dz(inOrder(all));
    const [first] = loaded;
    const complete = inOneStore(inOneOrganization(loaded));
    return {
        mode: first?.evaluator.mode,
        file: path,
        all: complete,
        entries: shard ? (0,shards/* selectShard */.X)(complete, shard, workOf) : complete,
        onlyChanged: only === 'changed',
        token: ofStep.inputs.values['github-token'],
        concurrency,
        comment: first?.evaluator.comment && {
            ...first.evaluator.comment,
            marker: (0,report_comment/* markerOf */.we)(event, 'evaluators', [path]),
            section: shard && { title: '## Evaluators', ...shard },
        },
    };
}
/**
 * Returns the work that an entry shares with others. An entry whose Dockerfile cannot be read, such as in a Git
 * context, shares work with others of that context.
 */
function workOf({ evaluator }) {
    const { build } = evaluator;
    if (!build)
        return { base: '', dockerfile: '' };
    const { context, file } = build.options;
    const dockerfile = file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const image = (0,shared_image/* imageKey */.p2)(evaluator);
    if (!build.local)
        return { base: context, dockerfile, image };
    const froms = (0,instructions/* parseInstructions */.ts)((0,external_node_fs_.readFileSync)(dockerfile, 'utf8')).filter(({ keyword }) => keyword === 'FROM');
    return { base: froms.at(-1)?.text ?? '', dockerfile: (0,external_node_path_.resolve)(dockerfile), image };
}
function inputs_read(path) {
    const problem = (0,workspace/* problemOfPath */._r)(path, 'file');
    if (problem === undefined)
        return (0,read/* readEvaluators */.J)(path);
    const text = problem === 'missing' ? workspace/* noSuchFile */.VT : problem;
    throw new errors/* InputError */.dz([`evaluators "${path}": ${text}`]);
}
function readTexts(texts, event) {
    const inputs = new runtime_inputs/* Inputs */.G0(fields/* fields */.OA, {}, texts);
    (0,publish_inputs/* readInputs */.K)(inputs, event);
    return { inputs, problems: inputs.problems };
}
/**
 * Returns the inputs of an entry and of the step. A secret of the entry takes precedence over one of the step, no
 * matter which inputs set them.
 */
function textsOf(entry, step) {
    return { ...step, ...(entry.texts['secret-env'] && { secret: '' }), ...entry.texts };
}
/**
 * Returns problems with the lines of their entries. A problem with an input of the step, or with a default, gets no line
 * if the step alone, and therefore every entry, has it. Otherwise, other inputs of the entry cause it.
 */
function placeProblems(loaded, ofStep, step, file) {
    const isEverywhere = (text) => loaded.every(({ problems }) => problems.some((one) => one.text === text));
    const shared = ofStep
        .filter(({ name, value, text }) => (step[name] || value !== undefined) && isEverywhere(text))
        .map(({ text }) => text);
    return loaded.flatMap(({ entry, problems }) => problems.map(({ name, text }) => {
        const unplaced = entry.lines[name] === undefined && (isOfTheStep(name) || shared.includes(text));
        return unplaced ? text : placedAt(entry, name, file, text);
    }));
}
/**
 * Returns the problems of the step, which affect every evaluator and are reported once, and then those of the file in
 * the order of its lines.
 */
function inOrder(problems) {
    const ofStep = problems.filter((problem) => typeof problem === 'string');
    const placed = problems.filter((problem) => typeof problem !== 'string');
    const distinct = (0,group_by/* groupBy */.$)(placed, ({ text, place }) => `${place.line} ${text}`);
    const ofFile = [...distinct.values()].flatMap(([first]) => first ?? []);
    return [...new Set(ofStep), ...ofFile.sort((a, b) => a.place.line - b.place.line)];
}
function isOfTheStep(name) {
    return Object.hasOwn(keys/* notInFile */.H, name);
}
/** Applies the organization that one image names to all images, so that the token is checked against it once. */
function inOneOrganization(loaded) {
    const organization = loaded.find(({ evaluator }) => evaluator.platform.organization !== undefined)
        ?.evaluator.platform.organization;
    return loaded.map(({ entry, evaluator }) => {
        const platform = { ...evaluator.platform, organization };
        return { entry, evaluator: { ...evaluator, platform } };
    });
}
/** Keeps an image that several evaluators share in the engine if one of them needs it there. */
function inOneStore(loaded) {
    const images = (0,group_by/* groupBy */.$)(loaded, ({ evaluator }) => (0,shared_image/* imageKey */.p2)(evaluator));
    return loaded.map((one) => {
        const { entry, evaluator } = one;
        const sharing = images.get((0,shared_image/* imageKey */.p2)(evaluator)) ?? [];
        const store = sharing.some(({ evaluator }) => evaluator.build?.store === 'engine') ? 'engine' : 'builder';
        return evaluator.build
            ? { entry, evaluator: { ...evaluator, build: { ...evaluator.build, store } } }
            : one;
    });
}


/***/ }),

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

/***/ 6017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ memoize),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   lQ: () => (/* binding */ memoizeByKey)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);

/**
 * Runs the work once, when it is first needed, and keeps its outcome, whether success or failure. A caller stops
 * waiting when its own signal is aborted; the work continues for the others, and ends with its own signal.
 */
function memoize(work) {
    // What the work prints belongs to all callers, not to the log section of the first one.
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    let outcome;
    return async (signal) => {
        signal.throwIfAborted();
        outcome ??= context(work);
        return await unlessAborted(outcome, signal);
    };
}
/** @param lifetime ends the work, whichever caller requested it first */
function memoizeByKey(lifetime) {
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    const works = new Map();
    return async (key, signal, work) => {
        const memoized = works.get(key) ?? context(() => memoize(() => work(lifetime)));
        works.set(key, memoized);
        return await memoized(signal);
    };
}
/** Waits for an outcome, but not longer than until the signal is aborted. */
function unlessAborted(outcome, signal) {
    return new Promise((resolve, reject) => {
        const leave = () => reject(signal.reason);
        signal.addEventListener('abort', leave, { once: true });
        outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
}


/***/ })

};
