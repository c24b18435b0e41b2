export const id = 8369;
export const ids = [8369];
export const modules = {

/***/ 8654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ normalized),
/* harmony export */   UY: () => (/* binding */ openImage),
/* harmony export */   yb: () => (/* binding */ readDigests)
/* harmony export */ });
/* harmony import */ var _docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6553);
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

/***/ 8369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NotReusable: () => (/* reexport */ not_reusable/* NotReusable */.d),
  digestInputs: () => (/* binding */ digestInputs),
  digestOf: () => (/* binding */ digestOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/util/scope.js
var scope = __webpack_require__(2370);
// EXTERNAL MODULE: ./build/src/image/dockerfile/images.js
var dockerfile_images = __webpack_require__(390);
// EXTERNAL MODULE: ./build/src/image/reuse/base-images.js
var base_images = __webpack_require__(8654);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/util/map-settled.js
var map_settled = __webpack_require__(4504);
// EXTERNAL MODULE: ./build/src/image/reuse/not-reusable.js
var not_reusable = __webpack_require__(2379);
;// CONCATENATED MODULE: ./build/src/image/reuse/context.js






/** Maximum number of files to read at the same time. */
const CONCURRENCY = 16;
/**
 * Returns the entries of a local context that a build receives, sorted by path. Omits times and owners: BuildKit
 * makes root the owner of every file, and treats files that differ only in their time as the same.
 */
async function readContext(directory, ignore, signal) {
    const found = await walk(directory, ignore).catch(explainUnreadable);
    found.sort((a, b) => (a.path < b.path ? -1 : 1));
    const outcomes = await (0,map_settled/* mapSettled */.A)(found, CONCURRENCY, signal, ({ path, stats }) => describe(directory, path, stats, signal));
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
    throw new not_reusable/* NotReusable */.d(`the context cannot be read: ${cause.message}`, { cause });
}
/** Walks a directory. Includes an ignored directory if something below it is kept. */
async function walk(root, ignore, directory = '', parent) {
    const found = [];
    for (const name of await (0,promises_.readdir)((0,external_node_path_.join)(root, directory))) {
        if (name.includes('\uFFFD'))
            throw new not_reusable/* NotReusable */.d(`the name of ${(0,external_node_path_.join)(root, directory, name)} is not UTF-8`);
        const path = directory === '' ? name : `${directory}/${name}`;
        const { ignored, matched } = ignore?.match(path, parent) ?? { ignored: false, matched: undefined };
        const stats = await (0,promises_.lstat)((0,external_node_path_.join)(root, path));
        const enter = stats.isDirectory() && (!ignored || ignore?.mayKeepBelow(path));
        const below = enter ? await walk(root, ignore, path, matched) : [];
        if (!ignored || below.length > 0)
            found.push({ path, stats });
        found.push(...below);
    }
    return found;
}
async function describe(root, path, stats, signal) {
    const mode = stats.mode & 0o7777;
    if (stats.isDirectory())
        return { path, kind: 'directory', mode, content: '' };
    if (stats.isSymbolicLink())
        return { path, kind: 'symlink', mode: 0, content: await (0,promises_.readlink)((0,external_node_path_.join)(root, path)) };
    if (!stats.isFile())
        return { path, kind: 'special', mode: stats.mode, content: String(stats.rdev) };
    return { path, kind: 'file', mode, content: await hashFile((0,external_node_path_.join)(root, path), signal) };
}
async function hashFile(path, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { signal, highWaterMark: 1 << 18 }))
        hash.update(chunk);
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./build/src/image/reuse/ignore.js
var ignore = __webpack_require__(9936);
;// CONCATENATED MODULE: ./build/src/image/reuse/input-digest.js











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
    if ((0,inputs/* readVariable */.nt)('BUILDX_GIT_LABELS'))
        throw new not_reusable/* NotReusable */.d('BUILDX_GIT_LABELS gives each commit an image of its own');
    const path = options.file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const dockerfile = (0,external_node_fs_.readFileSync)(path);
    const named = options.buildContexts.map(namedContext);
    const images = withoutNamed((0,dockerfile_images/* findImages */.Mz)(dockerfile.toString('utf8'), {
        target,
        platforms: platforms.length > 0 ? platforms : [''],
        buildArgs,
    }), named);
    const [bases, contexts] = await (0,scope/* withScope */.v)(signal, async ({ signal, start }) => {
        const all = [...images, ...named.flatMap(({ image }) => image ?? [])];
        const bases = start(() => (0,base_images/* readDigests */.yb)(all, signal));
        const contexts = [
            start(() => readContext(context, (0,ignore/* readIgnore */.RT)(path, context), signal)),
            ...named.map(({ directory }) => start(async () => (directory === undefined ? [] : await readContext(directory, undefined, signal)))),
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
        epoch: (0,inputs/* readVariable */.nt)('SOURCE_DATE_EPOCH'),
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
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
}
function namedContext(text) {
    const at = text.indexOf('=');
    const [name, source] = [text.slice(0, at), text.slice(at + 1)];
    const image = /^docker-image:\/\/(.+)$/.exec(source)?.[1];
    if (image !== undefined)
        return { name, image };
    const [, layout] = /^oci-layout:\/\/([^:@]+)/.exec(source) ?? [];
    const directory = layout ?? source;
    if (/^\w+:\/\/|^git@/.test(directory) || !(0,external_node_fs_.existsSync)(directory))
        throw new not_reusable/* NotReusable */.d(`the build context ${name} is ${source}, which is not a local directory`);
    return { name, directory, ...(layout !== undefined && { layout: source }) };
}
/** Removes the images that have the name of a named context, which replaces them. */
function withoutNamed(images, named) {
    const full = (image) => {
        try {
            return JSON.stringify((0,base_images/* normalized */.A9)(image));
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
