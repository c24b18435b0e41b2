export const id = 2557;
export const ids = [2557];
export const modules = {

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
