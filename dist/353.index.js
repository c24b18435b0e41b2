export const id = 353;
export const ids = [353];
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

/***/ 9353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NotReusable: () => (/* reexport */ NotReusable),
  digestInputs: () => (/* binding */ digestInputs),
  digestOf: () => (/* binding */ digestOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/together.js
var together = __webpack_require__(6471);
// EXTERNAL MODULE: ./build/src/docker/credentials.js
var credentials = __webpack_require__(6432);
// EXTERNAL MODULE: ./build/src/docker/distribution.js + 1 modules
var distribution = __webpack_require__(2312);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var docker_reference = __webpack_require__(2663);
;// CONCATENATED MODULE: ./build/src/reuse/not-reusable.js
/** Why it cannot be told from its inputs what a build would make; the build itself may well work. */
class NotReusable extends Error {
    name = 'NotReusable';
}

;// CONCATENATED MODULE: ./build/src/reuse/base-images.js




/**
 * Asks the registries for the digests of the images, side by side, with the logins that the job has.
 * @throws NotReusable when one cannot be told, as for an image that only the engine has
 */
async function readDigests(images, signal) {
    const names = [...new Set(images.map((image) => (0,docker_reference/* formatReference */.FH)(readable(image))))].sort();
    return await Promise.all(names.map(async (reference) => ({ reference, digest: await readDigest(reference, signal) })));
}
function readable(image) {
    try {
        return normalized(image);
    }
    catch (cause) {
        throw new NotReusable(cause instanceof Error ? cause.message : String(cause), { cause });
    }
}
/** The full name that a short one stands for: `python` is `docker.io/library/python:latest`. */
function normalized(image) {
    const reference = (0,docker_reference/* parseReference */.F2)(image);
    const { path, tag, digest } = reference;
    const domain = (0,docker_reference/* registryHost */.U$)(reference);
    return {
        domain,
        path: domain === 'docker.io' && !path.includes('/') ? `library/${path}` : path,
        ...(digest === undefined ? { tag: tag ?? 'latest' } : { digest }),
    };
}
async function readDigest(reference, signal) {
    const { domain = '', path, tag = '', digest } = (0,docker_reference/* parseReference */.F2)(reference);
    if (digest !== undefined)
        return digest;
    try {
        const repository = (0,distribution/* openRepository */.h)(domain, path, await (0,credentials/* findCredentials */.g)(domain, signal), signal, 'pull');
        const found = await repository.findDigest(tag);
        if (found !== undefined)
            return found;
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new NotReusable(`the digest of the base image ${reference} could not be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
    throw new NotReusable(`its registry has no base image ${reference}`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/lib/bounded.js
var bounded = __webpack_require__(544);
;// CONCATENATED MODULE: ./build/src/reuse/context.js






/** How many files are read at a time. */
const CONCURRENCY = 16;
/**
 * What a build gets of a local context, in the order of the paths. Times and owners are left out: BuildKit makes every
 * file root's, and takes a file with another time for the same.
 */
async function readContext(directory, ignore, signal) {
    const found = await walk(directory, ignore).catch(explainUnreadable);
    found.sort((a, b) => (a.path < b.path ? -1 : 1));
    const outcomes = await (0,bounded/* settleBounded */.Z)(found, CONCURRENCY, signal, ({ path, stats }) => describe(directory, path, stats, signal));
    return outcomes.map((outcome) => {
        if (outcome.status === 'rejected')
            return explainUnreadable(outcome.reason);
        return outcome.value;
    });
}
/** A file that may not be read, or went away while the context was: then the build may tell more. */
function explainUnreadable(cause) {
    if (cause.syscall === undefined)
        throw cause;
    throw new NotReusable(`the context cannot be read: ${cause.message}`, { cause });
}
/** A directory that is ignored itself is there when something below it is. */
async function walk(root, ignore, directory = '', parent) {
    const found = [];
    for (const name of await (0,promises_.readdir)((0,external_node_path_.join)(root, directory))) {
        if (name.includes('\uFFFD'))
            throw new NotReusable(`the name of ${(0,external_node_path_.join)(root, directory, name)} is not UTF-8`);
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

// EXTERNAL MODULE: ./build/src/docker/dockerfile.js
var docker_dockerfile = __webpack_require__(3622);
;// CONCATENATED MODULE: ./build/src/reuse/variables.js

/**
 * Replaces the variables of a word as a Dockerfile's `FROM` does: `$NAME`, `${NAME}`, and `${NAME:-word}`, `${NAME:+word}`
 * with and without the colon. One that is not set is empty.
 * @throws NotReusable for what goes beyond that
 */
function expand(word, variables) {
    if (/[\\`]|\$(?![A-Za-z_{])/.test(word))
        throw unreadable(word);
    const text = word.replaceAll(/^(["'])(.*)\1$/gs, '$2');
    let rest = text;
    let result = '';
    for (let at = rest.indexOf('$'); at !== -1; at = rest.indexOf('$')) {
        result += rest.slice(0, at);
        const [matched, plain, braced, operator, alternative = ''] = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+])((?:[^{}$]|\$[A-Za-z_]\w*|\$\{\w+\})*))?\})/.exec(rest.slice(at)) ?? [];
        if (matched === undefined)
            throw unreadable(word);
        result += resolve(plain ?? braced ?? '', operator, () => expand(alternative, variables), variables);
        rest = rest.slice(at + matched.length);
    }
    return result + rest;
}
function resolve(name, operator, alternative, variables) {
    const value = variables.get(name);
    if (value === undefined && /^BUILD(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name))
        throw new NotReusable(`a base image depends on ${name}, which the builder decides`);
    const isSet = operator?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    if (operator?.endsWith('-') && !isSet)
        return alternative();
    if (operator?.endsWith('+'))
        return isSet ? alternative() : '';
    return value ?? '';
}
function unreadable(word) {
    return new NotReusable(`"${word}" in the Dockerfile cannot be read with certainty`);
}

;// CONCATENATED MODULE: ./build/src/reuse/dockerfile-images.js



/**
 * The images that a build takes something from, as they are written: bases, sources of `COPY --from` and of mounts, and
 * the image of the Dockerfile's syntax. Of stages that the target does not need, none.
 *
 * @throws NotReusable when it uses something that changes without a trace in its inputs
 */
function findImages(dockerfile, use) {
    const instructions = (0,docker_dockerfile/* parseInstructions */.ts)(dockerfile);
    for (const instruction of instructions)
        refuseQuotedMark(instruction);
    const args = new Map(use.buildArgs.map((text) => splitAt(text, '=')));
    const images = new Set();
    for (const platform of use.platforms) {
        const variables = globalVariables(instructions, args, platform, use.target);
        for (const stage of neededStages(stagesOf(instructions, variables), use.target)) {
            for (const instruction of stage.instructions)
                refuseUnknown(instruction);
            for (const image of stage.images)
                images.add(image);
        }
    }
    const syntax = args.get('BUILDKIT_SYNTAX') ?? (0,docker_dockerfile/* readDirectives */.Vl)(dockerfile).get('syntax');
    if (syntax !== undefined)
        images.add(knownSyntax(syntax));
    images.delete('scratch');
    return [...images];
}
function stagesOf(instructions, variables) {
    const stages = [];
    const named = (name) => stages.findLast((stage) => stage.name === name.toLowerCase());
    const numbered = (name) => (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
    const take = (stage, source, used) => used ? stage.uses.push(used) : stage.images.push(source);
    for (const instruction of instructions) {
        const current = stages.at(-1);
        if (instruction.keyword === 'FROM') {
            const base = expand(/^FROM (?:--\S+ )*(\S+)/.exec(instruction.text)?.[1] ?? '', variables);
            const stage = { name: instruction.stage.name, instructions: [], images: [], uses: [] };
            take(stage, base, named(base));
            stages.push(stage);
        }
        else if (current) {
            current.instructions.push(instruction);
            for (const source of sourcesOf(instruction))
                take(current, source, named(source) ?? numbered(source));
        }
    }
    return stages;
}
/** The flags of `COPY` and of `RUN --mount` that name where something comes from. */
function sourcesOf({ keyword, text, line }) {
    if (!['COPY', 'ADD', 'RUN'].includes(keyword))
        return [];
    const flags = /^\w+((?: --\S+)*)/.exec(text)?.[1] ?? '';
    const sources = Array.from(flags.matchAll(/ --(?:from=(\S+)|mount=(?:\S*,)?from=([^,\s]+))/gi), ([, copied, mounted]) => copied ?? mounted ?? '');
    if (/["']/.test(flags) || sources.some((source) => source.includes('$')))
        throw new NotReusable(`the flags in line ${line} of the Dockerfile cannot be read with certainty`);
    return sources;
}
/** The stage that is built and all that it takes something from; every stage when the target is none. */
function neededStages(stages, target) {
    const isTarget = ({ name }, index) => name === target?.toLowerCase() || String(index) === target;
    const built = target === undefined ? stages.at(-1) : stages.find(isTarget);
    if (!built)
        return [...stages];
    const needed = new Set([built]);
    for (const stage of needed)
        for (const used of stage.uses)
            needed.add(used);
    return [...needed];
}
/** Variables that `FROM` may use: arguments before the first `FROM`, and the platform that is built for. */
function globalVariables(instructions, args, platform, target = 'default') {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    const variables = new Map([
        ['TARGETPLATFORM', platform],
        ['TARGETOS', os],
        ['TARGETARCH', architecture],
        ['TARGETVARIANT', variant],
        ['TARGETSTAGE', target],
    ]);
    for (const { keyword, text, stage } of instructions) {
        if (keyword !== 'ARG' || stage.index >= 0)
            continue;
        for (const [word] of text.slice('ARG '.length).matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g)) {
            const [name, value] = splitAt(word, '=');
            const given = args.get(name) ?? (word.includes('=') ? expand(value, variables) : undefined);
            if (given !== undefined)
                variables.set(name, given);
        }
    }
    return variables;
}
/** A here-document is found by its mark; in quotes it means nothing, and what seems to be its body are instructions. */
function refuseQuotedMark({ text, line }) {
    if (text.match(/"[^"]*"|'[^']*'/g)?.some((quoted) => quoted.includes('<<')))
        throw new NotReusable(`line ${line} of the Dockerfile has << in quotes, and cannot be read with certainty`);
}
function refuseUnknown(instruction) {
    if (instruction.keyword === 'ONBUILD')
        throw new NotReusable(`line ${instruction.line} of the Dockerfile is an ONBUILD, which acts elsewhere`);
    refuseRemoteSource(instruction);
}
/** `ADD` of an address fetches what is there at the time, unless a checksum or a commit says what it has to be. */
function refuseRemoteSource({ keyword, text, line }) {
    if (keyword !== 'ADD')
        return;
    const [, flags = '', rest = ''] = /^ADD((?: --\S+)*) (.*)$/.exec(text) ?? [];
    const [, ...sources] = rest
        .split(/[ ",[\]]+/)
        .filter(Boolean)
        .toReversed();
    const remote = sources.filter((word) => /^(?:\w+:\/\/|[\w.-]+@[\w.-]+:|github\.com\/|\$)|\.git(?:#|$)/.test(word));
    const isFixed = (word) => /#[0-9a-f]{40}(?::|$)/.test(word) && !word.includes('$');
    if (/ --checksum=(?!\S*\$)/.test(flags) || remote.every(isFixed))
        return;
    throw new NotReusable(`line ${line} of the Dockerfile adds ${remote.find((word) => !isFixed(word))}, which may have changed; give its --checksum`);
}
/** Docker's own frontend, whose language this reads. */
function knownSyntax(syntax) {
    const [image = ''] = syntax.split(/\s/);
    if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(image))
        return image;
    throw new NotReusable(`the Dockerfile is written for ${image}, which is not Docker's own frontend`);
}
function splitAt(text, separator) {
    const at = text.indexOf(separator);
    return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

;// CONCATENATED MODULE: ./build/src/reuse/ignore.js

/**
 * @param content of a `.dockerignore`
 * @throws Error for a pattern that is wrong, or that only Go's regular expressions understand
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
                // A pattern that can change nothing is not tried, and so counts as not matched further down either.
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
/** In two steps, as the file's reader and the matcher each trim, shorten and look for the exception's mark. */
function parsePattern(line) {
    const [, mark = '', path = ''] = /^(!?)\s*(.*)$/s.exec(line) ?? [];
    const relative = clean(path).replace(/^\/(?=.)/, '');
    const written = clean((mark + relative).trim());
    const exception = written.startsWith('!');
    const text = exception ? written.slice(1) : written;
    if (text === '')
        throw new Error(`the pattern ${JSON.stringify(line)} is an exception from nothing`);
    return { exception, text, matches: compile(text) };
}
/** The shortest form of a path, as Go's `filepath.Clean` makes it. */
function clean(path) {
    if (path === '')
        return '';
    const shortest = external_node_path_.posix.normalize(path);
    return shortest === '/' ? shortest : shortest.replace(/\/$/, '');
}
/** Most patterns are compared as text; only the rest becomes an expression. Where the two disagree in Go, they do here. */
function compile(pattern) {
    if (!SPECIAL.test(pattern))
        return (path) => path === pattern;
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
// A set of characters and ranges of them, and none that is still a star or a question mark within it to Go; an escaped
// character; the kinds of stars, with the slash that `**` takes along; or any other character.
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
            throw ignore_unreadable(pattern);
        if (token.length > 1 && token.startsWith('['))
            return token.replaceAll(/\\(.)/gsu, (_, one) => literal(one, pattern));
        return token.startsWith('\\') ? literal(token.slice(1), pattern) : literal(token);
    }).join('');
}
/** @param pattern in which the character is escaped; a letter would be a class of characters there */
function literal(character, pattern) {
    if (pattern !== undefined && /[A-Za-z0-9]/.test(character))
        throw ignore_unreadable(pattern);
    return /[\^$\\.*+?()[\]{}|/-]/.test(character)
        ? `\\u{${character.codePointAt(0)?.toString(16)}}`
        : character;
}
function ignore_unreadable(pattern) {
    return new Error(`the pattern ${JSON.stringify(pattern)} cannot be read with certainty`);
}

;// CONCATENATED MODULE: ./build/src/reuse/input-digest.js











/** Changes when the same inputs are to count as others, since this code sees more or less in them. */
const VERSION = 1;
/**
 * SHA-256 over all that decides what a build makes: context, Dockerfile, arguments, target, platforms, labels, and the
 * digests of the images that it takes something from. Caches, the builder and secrets' values are not among it, nor
 * what a RUN instruction fetches: as in BuildKit's own cache, the same instruction counts as the same.
 *
 * @throws NotReusable when the inputs do not tell
 */
async function digestInputs({ options, secretIds }, signal) {
    const { context, target, platforms, buildArgs, labels, annotations, ssh, network } = options;
    if ((0,inputs/* readVariable */.nt)('BUILDX_GIT_LABELS'))
        throw new NotReusable('BUILDX_GIT_LABELS gives each commit an image of its own');
    const path = options.file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const dockerfile = (0,external_node_fs_.readFileSync)(path);
    const named = options.buildContexts.map(namedContext);
    const images = withoutNamed(findImages(dockerfile.toString('utf8'), {
        target,
        platforms: platforms.length > 0 ? platforms : [''],
        buildArgs,
    }), named);
    const [bases, ...contexts] = await (0,together/* together */.b)(signal, (signal) => readDigests([...images, ...named.flatMap(({ image }) => image ?? [])], signal), (signal) => readContext(context, ignoreOf(path, context), signal), ...named.map(({ directory }) => async (signal) => directory === undefined ? [] : await readContext(directory, undefined, signal)));
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
        provenance: options.provenance,
        sbom: options.sbom,
        epoch: (0,inputs/* readVariable */.nt)('SOURCE_DATE_EPOCH'),
    });
    return { digest, hasHistory: contexts[0]?.some(({ path }) => path === '.git') ?? false };
}
/** SHA-256 of a value's JSON, in hexadecimal. */
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
        throw new NotReusable(`the build context ${name} is ${source}, which is no directory here`);
    return { name, directory, ...(layout !== undefined && { layout: source }) };
}
/** A named context takes the place of the image of that name. */
function withoutNamed(images, named) {
    const full = (image) => {
        try {
            return JSON.stringify(normalized(image));
        }
        catch {
            return image;
        }
    };
    const names = new Set(named.flatMap(({ name }) => [name.toLowerCase(), full(name)]));
    return images.filter((image) => !names.has(image.toLowerCase()) && !names.has(full(image)));
}
/** The ignore file: the one of the Dockerfile goes before the one of the context. */
function ignoreOf(dockerfile, context) {
    const file = [`${(0,external_node_path_.resolve)(dockerfile)}.dockerignore`, (0,external_node_path_.join)(context, '.dockerignore')].find((path) => (0,external_node_fs_.existsSync)(path));
    if (file === undefined)
        return undefined;
    try {
        return parseIgnoreFile((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new NotReusable(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    }
}
/** `NAME=value` sorted by name; of several with one name the last counts. */
function lastOfEach(items) {
    return [...new Map(items.map((text) => [text.split('=')[0], text])).values()].sort();
}


/***/ })

};
