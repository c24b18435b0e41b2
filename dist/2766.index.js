export const id = 2766;
export const ids = [2766];
export const modules = {

/***/ 3715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ onlyValue),
/* harmony export */   u: () => (/* binding */ findNames)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** Maximum number of expressions that are resolved. A repository with more of them does not name one evaluator. */
const MAX_EXPRESSIONS = 500;
/** Maximum number of names that are followed from a use to a definition. Two files may import from each other. */
const MAX_STEPS = 8;
/** Returns the one value that the repository names; undefined if there is none, or more than one is possible. */
function onlyValue({ candidates, unclear }) {
    const isOnly = candidates.every(({ value }) => value === candidates[0]?.value);
    return isOnly && unclear.length === 0 ? candidates[0] : undefined;
}
/**
 * Finds the names of workflow, evaluator and image. An evaluator is what models are tested with, or what a script
 * registers; only if that is not known, every definition of an evaluator counts.
 */
function findNames(sources) {
    const resolver = new Resolver(sources);
    const registered = (key) => sources.registrations.flatMap(({ [key]: value, place }) => value === undefined ? [] : [{ value, place }]);
    const workflows = collect(sources, 'workflows', (path, one) => resolver.text(path, one));
    const tested = collect(sources, 'tested', (path, one) => resolver.evaluator(path, one));
    const used = [...registered('evaluator'), ...tested.candidates];
    return {
        workflow: {
            candidates: [...registered('workflow'), ...workflows.candidates],
            unclear: workflows.unclear,
        },
        'evaluator-name': used.length > 0 && tested.unclear.length === 0
            ? { candidates: used, unclear: [] }
            : withDefined(sources, used, tested.unclear),
        image: { candidates: registered('image'), unclear: [] },
    };
}
/** Adds the definitions of evaluators to those in use, because some uses are unclear or there are none. */
function withDefined({ python }, used, unclear) {
    const all = [...python].flatMap(([path, { evaluators, defined }]) => evaluators.map(({ name, line }) => ({
        value: name,
        place: `${path}:${line}`,
        renamed: defined.get(name)?.renamed === true,
    })));
    const candidates = [...used, ...all.filter(({ renamed }) => !renamed)];
    const renamed = all.filter((one) => one.renamed).map(({ place }) => place);
    return { candidates, unclear: candidates.length > 0 ? renamed : [...renamed, ...unclear] };
}
function collect({ python }, kind, resolve) {
    const all = [...python].flatMap(([path, file]) => file[kind].map((expression) => ({ path, expression })));
    const placed = all.map(({ path, expression }, index) => ({
        value: index < MAX_EXPRESSIONS ? resolve(path, expression) : undefined,
        place: `${path}:${expression.line}`,
    }));
    return {
        candidates: placed.flatMap(({ value, place }) => (value === undefined ? [] : [{ value, place }])),
        unclear: placed.flatMap(({ value, place }) => (value === undefined ? [place] : [])),
    };
}
/** Follows names from a use to a definition, within a file and through imports. */
class Resolver {
    #files;
    #load;
    /** The modules by the last part of their names. */
    #modules = new Map();
    constructor(sources) {
        this.#files = new Map(sources.python);
        this.#load = (path) => sources.load(path);
        for (const path of sources.paths) {
            const module = { path, written: moduleOf(path) };
            const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(module.written);
            const alike = this.#modules.get(name);
            if (alike)
                alike.push(module);
            else
                this.#modules.set(name, [module]);
        }
    }
    /** Returns the text of an expression: of a literal or of a constant. */
    text(path, expression, steps = 0) {
        if (expression.kind === 'text')
            return expression.text;
        if (expression.kind === 'unknown' || expression.called || steps > MAX_STEPS)
            return undefined;
        const found = this.#locate(path, expression.path);
        const next = found && this.#next(found.path, found.name);
        return next && this.text(next.path, next.expression, steps + 1);
    }
    /** Returns the name under which the platform's client knows an evaluator: that of its function or class. */
    evaluator(path, expression, called = false, steps = 0) {
        if (expression.kind !== 'name' || steps > MAX_STEPS)
            return undefined;
        const isCalled = called || expression.called;
        const found = this.#locate(path, expression.path);
        if (found === undefined)
            return undefined;
        const definition = this.#file(found.path)?.defined.get(found.name);
        if (definition)
            return definition.renamed || (isCalled && definition.kind === 'function') ? undefined : found.name;
        const next = this.#next(found.path, found.name);
        return next && this.evaluator(next.path, next.expression, isCalled, steps + 1);
    }
    /** Returns what a file assigns to a name, or imports under it. */
    #next(path, name) {
        const file = this.#file(path);
        if (file?.imports.has(name))
            return { path, expression: { kind: 'name', path: [name], called: false } };
        const expression = file?.assigned.get(name);
        return expression && { path, expression };
    }
    /** Returns the file that a name comes from, and the name there. Undefined if that is not a file of the repository. */
    #locate(path, [first = '', ...rest]) {
        const imported = this.#file(path)?.imports.get(first);
        if (imported === undefined)
            return rest.length === 0 ? { path, name: first } : undefined;
        const names = [...(imported.name === undefined ? [] : [imported.name]), ...rest];
        const name = names.pop();
        if (name === undefined)
            return undefined;
        const { module } = imported;
        const separator = module.endsWith('.') || names.length === 0 ? '' : '.';
        const file = this.#moduleFile(path, module + separator + names.join('.'));
        return file === undefined ? undefined : { path: file, name };
    }
    /** Returns the file of a module, if exactly one is possible. */
    #moduleFile(path, module) {
        const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
        const up = Array.from(dots.slice(1), () => '..');
        const wanted = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(dots === '' ? '' : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), ...up, name.replaceAll('.', '/'));
        const found = (this.#modules.get(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(wanted)) ?? []).filter(({ written }) => written === wanted || (dots === '' && written.endsWith(`/${wanted}`)));
        return found.length === 1 ? found[0]?.path : undefined;
    }
    #file(path) {
        if (!this.#files.has(path))
            this.#files.set(path, this.#load(path));
        return this.#files.get(path);
    }
}
/** Returns the path of a module, which is a file or the `__init__.py` of a folder. */
function moduleOf(path) {
    return path.replace(/(\/__init__)?\.py$/, '');
}


/***/ }),

/***/ 2766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planFiles: () => (/* binding */ planFiles)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/image/reuse/ignore.js
var reuse_ignore = __webpack_require__(9936);
// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
// EXTERNAL MODULE: ./build/src/image/dockerfile/instructions.js
var instructions = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/src/image/dockerfile/words.js
var dockerfile_words = __webpack_require__(2375);
;// CONCATENATED MODULE: ./build/src/actions/init/context.js



/** Maximum files that a Dockerfile names, and characters of their paths. Others are not looked up. */
const MAX_COPIED = 1000;
const MAX_PATH = 300;
/** The files of a build context that a Dockerfile names, relative to the context. `.` is all of it. */
function copiedPaths(dockerfile) {
    const found = (0,instructions/* parseInstructions */.ts)(dockerfile).flatMap(({ keyword, flags, rest }) => {
        if (keyword === 'RUN')
            return flags.flatMap(mountedPath);
        if (keyword !== 'COPY' && keyword !== 'ADD')
            return [];
        return flags.some((flag) => flag.startsWith('--from=')) ? [] : sourcesOf(rest);
    });
    // Variables, patterns, here-documents and addresses are not names of files.
    const named = found.filter((path) => path.length <= MAX_PATH && !/[$*?[\]\\<>{}\r\n]|:\/\/|^[\w-]+@|^\.\.(\/|$)/.test(path));
    const plain = named.map((path) => external_node_path_.posix
        .join('.', path)
        .replace(/(?<=.)\/$/, '')
        .replace(/^\/$/, '.'));
    return [...new Set(plain)].slice(0, MAX_COPIED);
}
function sourcesOf(rest) {
    const words = (0,instructions/* readJsonList */.Zv)(rest) ?? (0,dockerfile_words/* splitWords */.yM)(rest, { escapeToken: '\\' });
    return words.slice(0, -1).map((word) => word.replace(/^\/+(?=.)/, ''));
}
/** Returns the path of a mount from the context: `--mount=type=bind,source=requirements.txt,target=/r`. */
function mountedPath(flag) {
    const options = flag.startsWith('--mount=') ? flag.slice('--mount='.length).split(',') : [];
    const option = (...names) => options.find((one) => names.includes(one.split('=', 1)[0] ?? ''))?.replace(/^[^=]*=/, '');
    const isBind = (option('type') ?? 'bind') === 'bind' && option('from') === undefined;
    return options.length > 0 && isBind ? [(option('source', 'src') ?? '.').replace(/^\/+(?=.)/, '')] : [];
}
/**
 * Returns the folder that a Dockerfile is built in: of its own folder and those above, the one with most of the files that
 * it copies. If that does not decide, its own folder if that has a Python project, or else the root.
 *
 * @param paths the files of the repository
 */
function contextOf(dockerfile, text, paths) {
    const there = withFolders(paths);
    const copied = copiedPaths(text).filter((path) => path !== '.');
    const folders = foldersAbove(dockerfile);
    // Both parts are in their shortest form, so there is no need to normalize what they make together.
    const isIn = (folder, path) => there.has(folder === '.' ? path : `${folder}/${path}`);
    const counts = folders.map((folder) => copied.filter((path) => isIn(folder, path)).length);
    const most = Math.max(...counts);
    const best = folders.filter((_, index) => counts[index] === most);
    const own = external_node_path_.posix.dirname(dockerfile);
    const isProject = ['pyproject.toml', 'requirements.txt', 'setup.py'].some((name) => isIn(own, name));
    if (best.length > 1 && best.includes(own) && isProject)
        return own;
    return best[0] ?? '.';
}
/** Returns the folder of a file and the folders above it, from the root down. */
function foldersAbove(path) {
    const parts = external_node_path_.posix
        .dirname(path)
        .split('/')
        .filter((part) => part !== '.');
    return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
function withFolders(paths) {
    const all = new Set(paths);
    for (const path of paths)
        for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (all.has(path.slice(0, end)))
                break;
            all.add(path.slice(0, end));
        }
    return all;
}

// EXTERNAL MODULE: ./build/src/actions/init/evidence.js
var init_evidence = __webpack_require__(3715);
// EXTERNAL MODULE: ./build/src/actions/init/inputs.js
var init_inputs = __webpack_require__(5911);
// EXTERNAL MODULE: ./build/src/actions/init/templates.js
var templates = __webpack_require__(9415);
;// CONCATENATED MODULE: ./build/src/actions/init/plan.js








/**
 * Decides what to write. A value that the command line sets comes before one of the repository. Nothing is chosen among
 * several values: the wrong one would publish something else than what was meant.
 *
 * @param read reads a Dockerfile of the repository
 */
function planFiles(repository, inputs, read) {
    const file = chooseDockerfile(repository, inputs);
    const dockerfile = file.value === undefined ? undefined : read(file.value);
    const context = inputs.context ??
        (file.value && dockerfile ? contextOf(file.value, dockerfile.text, repository.paths) : '.');
    const workflow = choose('workflow', inputs.workflow, repository.names.workflow, repository);
    const evaluator = choose('evaluator-name', inputs['evaluator-name'], repository.names['evaluator-name'], repository);
    const image = chooseImage(repository, inputs, evaluator);
    const values = { workflow, 'evaluator-name': evaluator, image, file, context };
    const omitted = [];
    const files = [];
    const { host } = repository;
    if (host.kind === 'other')
        omitted.push(`${templates/* WORKFLOW */.Ep}: ${host.name} does not run the workflows of GitHub Actions`);
    else if (repository.workflow !== undefined && repository.workflow !== templates/* WORKFLOW */.Ep)
        omitted.push(`${templates/* WORKFLOW */.Ep}: ${repository.workflow} uses this action already`);
    else
        files.push({ path: templates/* WORKFLOW */.Ep, text: (0,templates/* workflowText */.LS)(values, repository.hasSamples) });
    const ignore = external_node_path_.posix.join(context, '.dockerignore');
    if (!dockerfile)
        omitted.push('.dockerignore: it depends on the Dockerfile');
    else if (dockerfile.ignored)
        omitted.push(`${ignore}: ${file.value}.dockerignore applies instead`);
    else
        files.push({ path: ignore, text: (0,templates/* ignoreText */.cx)(keptPaths(dockerfile.text)) });
    files.push({ path: templates/* FIXTURE */.cM, text: (0,templates/* fixtureText */.l)() });
    return { values, files, omitted };
}
function chooseDockerfile({ dockerfiles }, { file }) {
    if (file !== undefined)
        return { value: file, source: 'from --file' };
    const [only, ...others] = dockerfiles;
    if (only === undefined)
        return { value: undefined, source: 'no Dockerfile was found' };
    if (others.length > 0)
        return { value: undefined, source: `several were found: ${list(dockerfiles.map(quoted))}` };
    const problem = (0,init_inputs/* problemOfPath */._r)(only);
    return problem === undefined
        ? { value: only, source: 'the only Dockerfile' }
        : { value: undefined, source: `${quoted(only)} ${problem}` };
}
function choose(name, given, evidence, { unread }) {
    if (given !== undefined)
        return { value: given, source: `from --${name}` };
    const { candidates, unclear } = evidence;
    const only = (0,init_evidence/* onlyValue */.a)(evidence);
    const problem = only && (0,init_inputs/* problemOfName */.y7)(only.value);
    if (only && problem === undefined && unread === undefined)
        return { value: only.value, source: only.place };
    if (only && problem !== undefined)
        return { value: undefined, source: `${quoted(only.value)} in ${only.place} ${problem}` };
    const notes = [
        ...(candidates.length > 0 ? [`candidates are ${list(candidates.map(describe))}`] : []),
        ...(unclear.length > 0 ? [`only Python can compute the name in ${list(unclear)}`] : []),
        ...(unread === undefined ? [] : [`${unread} sources could not be read`]),
    ];
    return { value: undefined, source: notes.join('; ') || 'the sources do not name it' };
}
function chooseImage(repository, inputs, evaluator) {
    const { image } = repository.names;
    const found = choose('image', inputs.image, image, { unread: undefined });
    if (found.value !== undefined)
        return (0,init_inputs/* isImage */.wu)(found.value)
            ? found
            : {
                value: undefined,
                source: `${JSON.stringify(found.value)} in ${found.source} is not the name of an image`,
            };
    if (image.candidates.length > 0)
        return found;
    // The image is new, so any name is right.
    const name = evaluator.value
        ?.toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '_')
        .replaceAll(/^_|_$/g, '') ?? '';
    return (0,reference/* isPathComponent */.$$)(name)
        ? { value: name, source: 'named after the evaluator' }
        : { value: undefined, source: 'the sources do not name it' };
}
/** Returns the paths that a Dockerfile copies although the ignore file excludes them. */
function keptPaths(dockerfile) {
    const ignore = (0,reuse_ignore/* parseIgnoreFile */.a0)((0,templates/* ignoreText */.cx)([]));
    return copiedPaths(dockerfile).filter((path) => path !== '.' && (0,reuse_ignore/* isIgnored */.pi)(ignore, path));
}
function describe({ value, place }) {
    return `${quoted(value)} (${place})`;
}
/** Returns untrusted text on one line, and not too much of it. */
function quoted(text) {
    return JSON.stringify((0,clip/* clip */.$)(text, init_inputs/* MAX_VALUE */.Ls));
}
/** Maximum items that a message lists. */
const MAX_LISTED = 10;
function list(items) {
    const more = items.length - MAX_LISTED;
    return items.slice(0, MAX_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}


/***/ }),

/***/ 9797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ parseDockerfile),
/* harmony export */   Zv: () => (/* binding */ readJsonList),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   kQ: () => (/* binding */ readSyntax),
/* harmony export */   qB: () => (/* binding */ findInstruction),
/* harmony export */   ts: () => (/* binding */ parseInstructions)
/* harmony export */ });
/* unused harmony export findImage */
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2375);
/** Reads a Dockerfile by the rules of BuildKit's own parser, so that both see the same instructions. */

const BACKSLASH = '\\';
const BLANKS = /[\t\v\f\r ]+/;
const BOM = /^\uFEFF/;
/** Reads a Dockerfile. If BuildKit would refuse it, reads as much as possible. */
function parseDockerfile(dockerfile) {
    const escapeToken = readEscapeToken(dockerfile);
    const lines = linesOf(dockerfile);
    const continued = escapeToken === '`' ? /(?<=^|[^`])`[ \t]*$/ : /(?<=^|[^\\])\\[ \t]*$/;
    const instructions = [];
    const ends = { exact: lastPositions(lines), chomped: lastPositions(lines.map(withoutTabs)) };
    let stage = { index: -1, name: undefined };
    for (let at = 0; at < lines.length; at++) {
        let last = trimStart(lines[at] ?? '');
        if (last === '' || last.startsWith('#'))
            continue;
        const line = at + 1;
        const parts = [];
        while (continued.test(last) && at + 1 < lines.length) {
            const next = lines[++at] ?? '';
            if (/^(?:#|$)/.test(trimStart(next)))
                continue;
            parts.push(last.replace(continued, ''));
            last = next;
        }
        const text = parts.join('') + last.replace(continued, '');
        const { keyword, flags, rest } = splitInstruction(text, escapeToken);
        if (keyword === 'FROM')
            stage = { index: stage.index + 1, name: nameOfStage(rest) };
        at = findLastLine(lines, ends, at, documentsOf(text, keyword, rest));
        instructions.push({ line, lastLine: at + 1, keyword, text: withPlainBlanks(text), flags, rest, stage });
    }
    return { instructions, escapeToken };
}
/** Returns the instructions of a Dockerfile in order, including `FROM`. */
function parseInstructions(dockerfile) {
    return parseDockerfile(dockerfile).instructions;
}
function linesOf(dockerfile) {
    return dockerfile
        .replace(BOM, '')
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.replace(/\r+$/, ''));
}
const SPACES_BEFORE = new RegExp(`^${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SPACE */ .t6.source}+`);
const SPACES_AFTER = new RegExp(`(?<!${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SPACE */ .t6.source})${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SPACE */ .t6.source}+$`);
function trimStart(text) {
    return text.replace(SPACES_BEFORE, '');
}
function trim(text) {
    return trimStart(text).replace(SPACES_AFTER, '');
}
function splitInstruction(line, escapeToken) {
    const text = trim(line);
    const [keyword = ''] = text.split(BLANKS, 1);
    const args = text.slice(keyword.length).replace(/^[\t\v\f\r ]+/, '');
    const { flags, rest } = splitFlags(args, escapeToken);
    return { keyword: keyword.toUpperCase(), flags, rest: trim(rest) };
}
/** Reads the leading words that begin with `--`, without quotes and escapes. A `--` alone ends them. */
function splitFlags(args, escapeToken) {
    const flags = [];
    let at = 0;
    for (;;) {
        while (/\s/.test(args[at] ?? ''))
            at++;
        if (!args.startsWith('--', at))
            return { flags, rest: args.slice(at) };
        let flag = '';
        let quote = '';
        for (; at < args.length && (quote !== '' || !/\s/.test(args[at] ?? '')); at++) {
            const character = args[at] ?? '';
            if (character === quote)
                quote = '';
            else if (quote === '' && /["']/.test(character))
                quote = character;
            else
                flag += character === escapeToken ? (args[++at] ?? '') : character;
        }
        if (flag === '--')
            return { flags, rest: args.slice(at) };
        flags.push(flag);
    }
}
/** Reads the name in `IMAGE AS NAME`; a stage in any other form has no name. */
function nameOfStage(rest) {
    const [, as, name, ...more] = rest.split(BLANKS);
    return as?.toUpperCase() === 'AS' && more.length === 0 ? name?.toLowerCase() : undefined;
}
/**
 * Finds the here-documents that begin in an instruction. Their `<<` starts a word outside of quotes. BuildKit before
 * 0.22 does not accept a blank after it.
 */
function documentsOf(line, keyword, rest) {
    if (keyword === 'ONBUILD') {
        const trigger = splitInstruction(rest, BACKSLASH);
        return trigger.keyword === 'ONBUILD' ? [] : documentsOf(line, trigger.keyword, trigger.rest);
    }
    if (!/^(?:ADD|COPY|RUN)$/.test(keyword) || readJsonList(rest))
        return [];
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(line, { escapeToken: BACKSLASH, raw: true }).flatMap((marked) => {
        const [, chomps, written = ''] = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(marked) ?? [];
        const [word, ...more] = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(written, { escapeToken: BACKSLASH });
        return word === undefined || more.length > 0 ? [] : [{ word, chomps: chomps === '-' }];
    });
}
/**
 * Finds the line where the here-documents of an instruction end; BuildKit refuses a here-document without an end.
 * @param ends the last positions of all lines, so that the search for an end that is missing takes no time
 */
function findLastLine(lines, ends, at, documents) {
    return documents.reduce((last, { word, chomps }) => {
        const end = (chomps ? ends.chomped : ends.exact).get(word) ?? -1;
        for (let at = last + 1; at <= end; at++)
            if ((chomps ? withoutTabs(lines[at] ?? '') : lines[at]) === word)
                return at;
        return last;
    }, at);
}
function lastPositions(lines) {
    return new Map(lines.map((line, index) => [line, index]));
}
function withoutTabs(line) {
    return line.replace(/^\t+/, '');
}
/** Returns the words of an instruction in JSON form, or undefined for one in shell form. */
function readJsonList(rest) {
    if (!rest.startsWith('['))
        return undefined;
    try {
        const list = JSON.parse(rest);
        return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : undefined;
    }
    catch {
        return undefined;
    }
}
/** Finds a parser directive; BuildKit stops at the first line that is not a directive. */
function findDirective(lines, wanted, mark = '#') {
    for (const line of lines) {
        const text = line.startsWith(mark) ? trimStart(line.slice(mark.length)) : '';
        const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9]*)\s*=(.+)$/.exec(text) ?? [];
        if (!/^(?:escape|syntax|check)$/i.test(name))
            return undefined;
        if (name.toLowerCase() === wanted)
            return value.trim() || ' ';
    }
    return undefined;
}
/** Reads the escape character. Blanks may come before `# escape`, but not before `# syntax`. */
function readEscapeToken(dockerfile) {
    return findDirective(linesOf(dockerfile).map(trimStart), 'escape') === '`' ? '`' : BACKSLASH;
}
/** Returns the image that `# syntax=…` or `// syntax=…` names. A `#!` line may come before it. */
function readSyntax(dockerfile) {
    const lines = linesOf(dockerfile);
    if (lines[0]?.startsWith('#!'))
        lines.shift();
    return (findDirective(lines, 'syntax') ?? findDirective(lines, 'syntax', '//'))?.split(' ', 1)[0];
}
/** Collapses blanks and writes the keyword in capitals, so that the log and the Dockerfile can be compared. */
function withPlainBlanks(instruction) {
    return instruction
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^\w+/, (keyword) => keyword.toUpperCase());
}
/** Finds the instruction of a step such as `[builder 2/3] RUN x`. Returns undefined if more than one is possible. */
function findInstruction(step, instructions) {
    const image = /^(?:\[internal\] load metadata for|(?:\[[^\]]*\] )?FROM) (\S+)$/.exec(step)?.[1];
    if (image !== undefined)
        return findImage(image, instructions);
    // BuildKit pads the position to the width of the total: `[stage-1  3/14]`.
    const [, place = '', position, total, run = ''] = /^\[(?:(\S+(?: \S+)?) )? *(\d+)\/(\d+)\] (.+)$/.exec(step) ?? [];
    // In builds for several platforms, the platform, which always contains a slash, comes before the stage.
    const stageName = /(?:^| )([^\s/]+)$/.exec(place)?.[1];
    const inStage = instructions.filter(({ stage }) => [undefined, stage.name, `stage-${stage.index}`].includes(stageName));
    const text = withPlainBlanks(run);
    const alike = inStage.filter((one) => matches(one.text, text) || (one.text.includes('<<') && text.startsWith(`${one.text} (`)));
    if (alike.length < 2)
        return alike[0];
    // BuildKit does not count a FROM that names an earlier stage.
    const counted = [/^(?:FROM|ADD|COPY|RUN|WORKDIR)$/, /^(?:ADD|COPY|RUN|WORKDIR)$/].map((counts) => inStage.filter(({ keyword }) => counts.test(keyword)));
    const atPosition = counted.find(({ length }) => length === Number(total))?.[Number(position) - 1];
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
/** Returns whether a text can be the template with its `$variables` replaced. */
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

/***/ 2375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NE: () => (/* binding */ WordError),
/* harmony export */   t6: () => (/* binding */ SPACE),
/* harmony export */   yM: () => (/* binding */ splitWords),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/** Splits the text of an instruction into words, and reads quotes, escapes and variables, as BuildKit does. */
/** The white space of Go's `unicode.IsSpace`, which differs slightly from `\s`. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/** The name of a variable: a number, one special character, or letters and digits. */
const NAME = /\d+|[@*#?$!-]|[\p{L}\p{Nd}_]+/uy;
/** Maximum substitutions within each other, `${a:-${b:-c}}`. Each of them reads the inner text again. */
const MAX_DEPTH = 20;
/**
 * Evaluates a text of one or more words. Throws `WordError` if BuildKit refuses it, or if it cannot be evaluated here.
 */
function readText(text, options) {
    return new WordReader(text, options).read().text;
}
/** Splits a text into words. Returns an empty list if BuildKit cannot split it. */
function splitWords(text, options) {
    try {
        return new WordReader(text, options).read().words;
    }
    catch (error) {
        if (error instanceof WordError)
            return [];
        throw error;
    }
}
class WordError extends Error {
    name = 'WordError';
}
class WordReader {
    #text;
    #options;
    #at = 0;
    /** The number of substitutions that are being read. */
    #depth = 0;
    constructor(text, options) {
        this.#text = text;
        this.#options = options;
    }
    /** @param stop the text to stop after */
    read(stop = '') {
        const { escapeToken, raw } = this.#options;
        const words = [];
        let text = '';
        let word = '';
        const add = (part, splits) => {
            text += part;
            for (const character of part) {
                if (!splits || !SPACE.test(character))
                    word += character;
                else if (word !== '') {
                    words.push(word);
                    word = '';
                }
            }
        };
        for (;;) {
            const character = this.#next();
            if (character === stop)
                break;
            if (character === '')
                throw new WordError(`"${this.#text}" has no ${stop} at its end`);
            if (character === escapeToken)
                add((raw ? escapeToken : '') + this.#next(), false);
            else if (character === "'" || character === '"')
                add(this.#quoted(character), false);
            else if (character === '$')
                add(this.#variable(), true);
            // Blanks may separate the `<<` of a here-document from its word.
            else if (character === '<' && this.#take(/</y))
                add(`<<${this.#take(/[\t\r ]+/y)}`, false);
            else
                add(character, true);
        }
        if (word !== '')
            words.push(word);
        return { text, words };
    }
    /** Returns the next character, or an empty string at the end. */
    #next() {
        const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
        if (this.#at >= this.#text.length)
            return '';
        this.#at += character.length;
        return character;
    }
    /** Consumes the text that a sticky pattern matches here. Returns an empty string if it does not match. */
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const found = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += found.length;
        return found;
    }
    #quoted(quote) {
        const { escapeToken, raw } = this.#options;
        let text = raw ? quote : '';
        for (;;) {
            const character = this.#next();
            if (character === '')
                throw new WordError(`"${this.#text}" has a quote without its end`);
            if (character === quote)
                return raw ? text + quote : text;
            if (quote === '"' && character === '$')
                text += this.#variable();
            else if (quote === '"' && character === escapeToken)
                text += this.#escapedInQuotes(escapeToken, raw === true);
            else
                text += character;
        }
    }
    /** Reads double quotes, where only a quote, a dollar sign and the escape character itself can be escaped. */
    #escapedInQuotes(escapeToken, raw) {
        const following = this.#text[this.#at] ?? '';
        if (following === '')
            return raw ? escapeToken : '';
        if (following !== '"' && following !== '$' && following !== escapeToken)
            return raw ? escapeToken + escapeToken : escapeToken;
        return (raw ? escapeToken : '') + this.#next();
    }
    #variable() {
        const { variable } = this.#options;
        if (!this.#take(/\{/y)) {
            const name = this.#take(NAME);
            return name === '' || !variable ? `$${name}` : (variable(name) ?? '');
        }
        const name = this.#take(NAME);
        const operator = this.#take(/:?[-+?]|[#%/]|\}/y);
        if (name === '' || operator === '')
            throw new WordError(`"${this.#text}" has a wrong substitution`);
        if (operator === '}')
            return variable ? (variable(name) ?? '') : `\${${name}}`;
        if (++this.#depth > MAX_DEPTH)
            throw new WordError(`"${this.#text}" has more than ${MAX_DEPTH} substitutions within each other`);
        const { text } = this.read('}');
        this.#depth--;
        if (!variable)
            return `\${${name}${operator}${text}}`;
        return this.#substitute(name, operator, text, variable(name));
    }
    #substitute(name, operator, word, value) {
        const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
        if (operator.endsWith('-'))
            return isSet ? value : word;
        if (operator.endsWith('+'))
            return isSet ? word : '';
        if (operator.endsWith('?') && isSet)
            return value;
        throw new WordError(`\${${name}${operator}${word}} cannot be read with certainty`);
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

/***/ 2379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ NotReusable)
/* harmony export */ });
/** The reason why the inputs of a build do not determine its result. The build itself may still succeed. */
class NotReusable extends Error {
    name = 'NotReusable';
}


/***/ })

};
