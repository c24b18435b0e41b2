export const id = 5727;
export const ids = [5727];
export const modules = {

/***/ 5727:
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
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
// EXTERNAL MODULE: ./build/src/util/group-by.js
var group_by = __webpack_require__(7043);
// EXTERNAL MODULE: ./build/src/actions/publish/comment.js
var comment = __webpack_require__(7812);
// EXTERNAL MODULE: ./build/src/actions/publish/fields.js + 1 modules
var fields = __webpack_require__(7948);
// EXTERNAL MODULE: ./build/src/actions/publish/inputs.js + 2 modules
var publish_inputs = __webpack_require__(4348);
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
                : `the tag ${tag} must already exist (build: false), but line ${line} builds it; build it in one step, and register it in a later step with build: false`;
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
        const text = `image: belongs to the organization ${platform.organization}, but line ${first?.entry.line} belongs to ${name}; one step publishes for one organization`;
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
        `registry-username "${first.username}": is a single login, but the evaluators go to ${hosts.length} registries: ${list}. Leave registry-username and registry-password out, and log in to each with docker/login-action before this step; the platform's registry takes the API token, and ECR the AWS credentials of the job`,
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

;// CONCATENATED MODULE: ./build/src/actions/publish/evaluators-file/keys.js

const ofTheStep = "applies to the whole step; set it in the step's with, or give this evaluator its own step";
const stepSecret = "is a secret; set it in the step's with, not in a file";
/** Inputs that an entry of the evaluators file cannot set, and what to do instead. */
const notInFile = {
    secret: "is a secret value, which does not belong in a file; put it into a variable in the step's env, and write secret-env: NAME_OF_THE_VARIABLE",
    secrets: "are secret values, which do not belong in a file; put them into variables in the step's env, and write secret-envs: id=NAME_OF_THE_VARIABLE",
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
const entryKeys = Object.keys(fields/* fields */.OA).filter((name) => !(name in notInFile));

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
        inputs.problem('network', values.network, "gives the build a network of the runner, which a file in the repository must not do; write none, or set it in the step's with");
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
            inputs.problem(name, undefined, "has a setting that a file in the repository must not set, such as an address or a credential of the cache; set the cache in the step's with");
        else if (/^(src|dest)$/i.test(key) && !(0,workspace/* isInWorkspace */.P_)(value))
            inputs.problem(name, value, 'is outside the workspace; write a path inside it');
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
    inputs.problem('image', host, `is a registry that the step does not name, so registry-password is not sent to it; set image: ${host}/NAME in the step's with as well, or log in with docker/login-action before this step`);
}

// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __webpack_require__(7785);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
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
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: counter, logLevel: 'error' });
    for (const { message, pos } of [...document.errors, ...document.warnings])
        problem(lineAt(pos[0]), `is not valid YAML or JSON: ${message.split('\n', 1)[0]?.replace(/ at line \d.*$/, '')}`);
    (0,dist/* visit */.YR)(document, {
        Alias: (_, { source, range }) => {
            problem(lineAt(range?.[0]), `*${source}: aliases are not taken; what evaluators share is an input of the step`);
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
    const entries = contents.items.flatMap((item) => readEntry(item, lineAt, problem) ?? []);
    return { entries, problems };
}
function readEntry(item, lineAt, problem) {
    const line = lineAt(item.range?.[0]);
    if (!(0,dist/* isMap */.jh)(item)) {
        problem(line, 'an evaluator is not a mapping; write its inputs as "name: value", such as "image: keypoints"');
        return undefined;
    }
    const texts = {};
    const lines = {};
    for (const { key, value } of item.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : 'a list or a mapping';
        const at = lineAt(key.range?.[0]);
        try {
            const field = fieldOf(name);
            texts[name] = textOf(value, (0,runtime_fields/* shapeOf */.F5)(field));
            lines[name] = at;
        }
        catch (error) {
            problem(at, `${name}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return { texts, line, lines };
}
/** Returns the field of a key. If an entry cannot set the key, throws an error that says what to write instead. */
function fieldOf(name) {
    const refusal = Object.hasOwn(notInFile, name) ? notInFile[name] : undefined;
    if (refusal !== undefined)
        throw new Error(refusal);
    if (entryKeys.includes(name))
        return fields/* fields */.OA[name];
    const near = (0,leven/* closestMatch */.h)(name, entryKeys, { maxDistance: 3 });
    throw new Error(`is not an input of this action${near === undefined ? '; the README lists them' : `; did you mean ${near}?`}`);
}

// EXTERNAL MODULE: ./build/src/actions/publish/evaluators-file/shards.js
var shards = __webpack_require__(8860);
;// CONCATENATED MODULE: ./build/src/actions/publish/evaluators-file/inputs.js
















/**
 * Reads the evaluators of the step's file, which inherit the step's inputs. Throws one `InputError` with all problems
 * of all evaluators, before anything is started or sent.
 *
 * @param step the step's own raw inputs, including `evaluators`
 */
function loadEvaluators(event, step) {
    const file = new runtime_inputs/* Inputs */.G0(fields/* fields */.OA, {}, { evaluators: step.evaluators ?? '', concurrency: step.concurrency ?? '', shard: step.shard ?? '' });
    const { evaluators: path = '', concurrency, shard } = file.values;
    file.refuse();
    const { entries, problems } = read(path);
    const ofStep = readTexts(step, event);
    const loaded = entries.map((entry) => {
        const inputs = new runtime_inputs/* Inputs */.G0(fields/* fields */.OA, {}, textsOf(entry, step), new Set(Object.keys(entry.texts)));
        checkReach(inputs, ofStep.inputs.values);
        return { entry, evaluator: (0,publish_inputs/* readInputs */.K)(inputs, event), problems: inputs.problems };
    });
    const all = [...problems, ...placeProblems(loaded, ofStep.problems, step, path), ...clashes(loaded, path)];
    // A problem of the step affects every evaluator, and is reported once.
    if (all.length > 0)
        throw new errors/* InputError */.dz([...new Set(all)]);
    const [first] = loaded;
    const evaluators = inOneStore(inOneOrganization(loaded.map(({ evaluator }) => evaluator)));
    return {
        mode: first?.evaluator.mode,
        evaluators: shard ? (0,shards/* selectShard */.X)(evaluators, shard, workOf) : evaluators,
        concurrency,
        comment: first?.evaluator.comment && { ...first.evaluator.comment, marker: (0,comment/* markerOf */.we)(event, path), shard },
    };
}
/**
 * Returns the work that an entry shares with others. An entry whose Dockerfile cannot be read, such as in a Git
 * context, shares work with others of that context.
 */
function workOf(evaluator) {
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
function read(path) {
    const problem = (0,workspace/* problemOfPath */._r)(path, 'file');
    if (problem === undefined)
        return readEvaluators(path);
    const text = problem === 'missing'
        ? 'there is no such file; write its path relative to the root of the repository'
        : problem;
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
 * Returns problems with the lines of their entries. A problem with an input of the step gets no line if the step alone,
 * and therefore every entry, has it. Otherwise, other inputs of the entry cause it.
 */
function placeProblems(loaded, ofStep, step, file) {
    const isEverywhere = (text) => loaded.every(({ problems }) => problems.some((one) => one.text === text));
    const shared = ofStep.filter(({ name, text }) => step[name] && isEverywhere(text)).map(({ text }) => text);
    return loaded.flatMap(({ entry, problems }) => problems.map(({ name, text }) => {
        const unplaced = entry.lines[name] === undefined && (isOfTheStep(name) || shared.includes(text));
        return unplaced ? text : placedAt(entry, name, file, text);
    }));
}
function isOfTheStep(name) {
    return Object.hasOwn(notInFile, name);
}
/** Applies the organization that one image names to all images, so that the token is checked against it once. */
function inOneOrganization(evaluators) {
    const organization = evaluators.find(({ platform }) => platform.organization !== undefined)?.platform
        .organization;
    return evaluators.map((one) => ({ ...one, platform: { ...one.platform, organization } }));
}
/** Keeps an image that several evaluators share in the engine if one of them needs it there. */
function inOneStore(evaluators) {
    const images = (0,group_by/* groupBy */.$)(evaluators, shared_image/* imageKey */.p2);
    return evaluators.map((one) => {
        const sharing = images.get((0,shared_image/* imageKey */.p2)(one)) ?? [];
        const store = sharing.some(({ build }) => build?.store === 'engine') ? 'engine' : 'builder';
        return one.build ? { ...one, build: { ...one.build, store } } : one;
    });
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
/* harmony export */   RT: () => (/* binding */ readIgnore),
/* harmony export */   pi: () => (/* binding */ isIgnored)
/* harmony export */ });
/* unused harmony export parseIgnoreFile */
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
            for (const [index, { exception, matches }] of patterns.entries()) {
                // A pattern that cannot change the outcome is skipped, and counts as not matched further down.
                const match = parent[index] || (exception === ignored && matches(path));
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
 * Reads the ignore file of a context. An ignore file of the Dockerfile takes precedence over it.
 * @throws NotReusable if it cannot be read with certainty
 */
function readIgnore(dockerfile, context) {
    const file = [`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(dockerfile)}.dockerignore`, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, '.dockerignore')].find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
    if (file === undefined)
        return undefined;
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
/** Returns a matcher that compares text, or uses a regular expression exactly where BuildKit does. */
function compile(pattern) {
    if (!SPECIAL.test(pattern))
        return (path) => path === pattern;
    // In a pattern with a wildcard, BuildKit passes these to the regular expression unescaped.
    if (/[{}|]/.test(pattern))
        throw unreadable(pattern);
    const suffix = pattern.slice(2);
    if (pattern.startsWith('**') && !SPECIAL.test(suffix))
        return (path) => path.endsWith(suffix) || `/${path}` === suffix;
    const prefix = pattern.slice(0, -2);
    if (pattern.endsWith('**') && !SPECIAL.test(prefix))
        return (path) => path.startsWith(prefix);
    const expression = new RegExp(`^${expressionOf(pattern)}$`, 'u');
    return (path) => expression.test(path);
}
const SPECIAL = /[*?[\]\\]/;
// A token is one of: a set of characters and ranges, without a star or question mark, which Go would expand even there;
// an escaped character; a star or two, with the slash that follows `**`; or any other character.
const TOKEN = /\[(?:\^|(?!\^))(?:(?:[^\]\\[*?-]|\\.)(?:-(?:[^\]\\[*?-]|\\.))?)+\]|\\(?:.|$)|\*\*\/?|./gsu;
function expressionOf(pattern) {
    return Array.from(pattern.matchAll(TOKEN), ({ 0: token, index }) => {
        if (token.startsWith('**'))
            return index + token.length === pattern.length ? '.*' : '(?:.*/)?';
        if (token === '*')
            return '[^/]*';
        if (token === '?')
            return '[^/]';
        if (token === '[' || token === '^' || token === '\\')
            throw unreadable(pattern);
        if (token.length > 1 && token.startsWith('['))
            return token.replaceAll(/\\(.)/gsu, (_, one) => literal(one, pattern));
        return token.startsWith('\\') ? literal(token.slice(1), pattern) : literal(token);
    }).join('');
}
/** @param pattern the pattern that escapes the character; there, a letter would become a character class */
function literal(character, pattern) {
    if (pattern !== undefined && /[A-Za-z0-9]/.test(character))
        throw unreadable(pattern);
    return /[\^$\\.*+?()[\]{}|/-]/.test(character)
        ? `\\u{${character.codePointAt(0)?.toString(16)}}`
        : character;
}
function unreadable(pattern) {
    return new Error(`the pattern ${JSON.stringify(pattern)} cannot be read with certainty`);
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


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ closestMatch)
/* harmony export */ });
/* unused harmony export default */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

};
