export const id = 7820;
export const ids = [7820];
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

/***/ 7820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lookAtRepository: () => (/* binding */ lookAtRepository),
  readDockerfile: () => (/* binding */ readDockerfile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/fixture.js + 1 modules
var fixture = __webpack_require__(392);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
// EXTERNAL MODULE: ./build/src/util/git.js
var git = __webpack_require__(8586);
// EXTERNAL MODULE: ./build/src/actions/init/evidence.js
var evidence = __webpack_require__(3715);
;// CONCATENATED MODULE: ./build/src/actions/init/host.js
/** Hosts that are known not to run GitHub Actions. Of all others, only GitHub's own are certain. */
const OTHERS = /(^|\.)(gitlab|bitbucket)\.|(^|\.)(dev\.azure\.com|visualstudio\.com|sr\.ht|amazonaws\.com)$/;
/** Reads the address of a remote. Only its host is used, because the rest may contain credentials. */
function readHost(address) {
    const name = hostIn(address.trim());
    if (name === '' || name === 'localhost')
        return { kind: 'none', name: '' };
    if (/^(www\.|ssh\.)?github\.com$/.test(name))
        return { kind: 'github', name: 'github.com' };
    if (name.endsWith('.ghe.com'))
        return { kind: 'enterprise', name };
    return { kind: OTHERS.test(name) ? 'other' : 'unknown', name };
}
function hostIn(address) {
    const [, scheme, authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(address) ?? [];
    // Without a scheme it is `user@host:path`, or a path: a slash comes before any colon.
    const written = scheme === undefined ? (/^([^/:]+):/.exec(address)?.[1] ?? '') : authority;
    if (scheme?.toLowerCase() === 'file')
        return '';
    const host = written.slice(written.lastIndexOf('@') + 1).replace(/:\d*$/, '');
    return /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host) ? host.toLowerCase() : '';
}

;// CONCATENATED MODULE: ./build/src/actions/init/python/tokens.js
/**
 * Splits Python source into tokens, as Python's own tokenizer does: enough to read names and literal strings without
 * running anything. The time is linear in the size of the source.
 */
const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const NUMBER = /\.?[0-9](?:[eE][+-]?(?=[0-9])|[\w.])*/y;
const OPERATOR = /->|:=|\.\.\.|\*\*=?|\/\/=?|<<=?|>>=?|[-+*/%@&|^<>=!]=|[-+*/%@&|^<>=!~.,:;()[\]{}]/y;
const BLANK = /[ \t\f]+|\\\n/y;
const COMMENT = /#[^\n]*/y;
const PREFIX = /^(?:[ruft]|br|rb|b|fr|rf|tr|rt)?$/i;
const QUOTE = /"""|'''|"|'/y;
const closing = { '(': ')', '[': ']', '{': '}' };
/** Returns the tokens of Python source; undefined if it is not valid, because a string or a bracket does not end. */
function readTokens(source) {
    return new Tokenizer(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).read();
}
class Tokenizer {
    #text;
    #tokens = [];
    #at = 0;
    #line = 1;
    #lineStart = 0;
    constructor(text) {
        this.#text = text;
    }
    read() {
        const brackets = [];
        while (this.#at < this.#text.length) {
            const [line, column] = [this.#line, this.#at - this.#lineStart];
            const add = (kind, text) => this.#tokens.push({ kind, text, line, column });
            if (this.#take(BLANK) !== '' || this.#take(COMMENT) !== '')
                continue;
            if (this.#take(/\n/y) !== '') {
                if (brackets.length === 0)
                    add('newline', '\n');
                continue;
            }
            const name = this.#take(NAME);
            const quote = PREFIX.test(name) ? this.#take(QUOTE) : '';
            if (quote !== '') {
                const body = this.#string(name.toLowerCase(), quote);
                if (body === undefined)
                    return undefined;
                this.#tokens.push({
                    kind: 'string',
                    text: name + quote,
                    value: readLiteral(name, body),
                    line,
                    column,
                });
                continue;
            }
            if (name !== '') {
                add('name', name.normalize('NFKC'));
                continue;
            }
            const number = this.#take(NUMBER);
            const operator = number === '' ? this.#take(OPERATOR) : '';
            if (number !== '')
                add('number', number);
            else if (operator === '' || !balance(brackets, operator))
                return undefined;
            else
                add('operator', operator);
        }
        if (brackets.length > 0)
            return undefined;
        this.#tokens.push({ kind: 'newline', text: '\n', line: this.#line, column: this.#at - this.#lineStart });
        return this.#tokens;
    }
    /** Returns the text between the quotes as written. Undefined if it does not end. */
    #string(prefix, quote) {
        const start = this.#at;
        const isWhole = /[ft]/.test(prefix) ? this.#formatted(quote) : this.#literal(quote);
        return isWhole ? this.#text.slice(start, this.#at - quote.length) : undefined;
    }
    /** Moves after the end of a string without replacement fields. Returns false if it has none. */
    #literal(quote) {
        for (; this.#at < this.#text.length; this.#at++) {
            const character = this.#text[this.#at];
            if (character === '\\')
                this.#skip();
            else if (this.#text.startsWith(quote, this.#at)) {
                this.#at += quote.length;
                return true;
            }
            else if (character === '\n') {
                if (quote.length === 1)
                    return false;
                this.#break(this.#at);
            }
        }
        return false;
    }
    /**
     * Moves after the end of an f-string. Its fields may contain strings with the same quotes (since Python 3.12), and
     * formats may contain fields. A list of the open parts replaces recursion, which a hostile file could exhaust.
     */
    #formatted(first) {
        const open = [{ kind: 'text', quote: first, brackets: [] }];
        for (let part = open.at(-1); part; part = open.at(-1)) {
            if (this.#at >= this.#text.length)
                return false;
            const isRead = part.kind === 'field' ? this.#field(open, part) : this.#plain(open, part);
            if (!isRead)
                return false;
        }
        return true;
    }
    /** Reads one character of the text of an f-string, or of a format. */
    #plain(open, { kind, quote }) {
        const character = this.#text[this.#at] ?? '';
        if (kind === 'text' && this.#text.startsWith(quote, this.#at)) {
            this.#at += quote.length;
            open.pop();
            return true;
        }
        if (character === '\n') {
            if (quote.length === 1)
                return false;
            this.#break(this.#at);
        }
        if (character === '\\') {
            // A backslash escapes no brace: `\{` begins a field.
            if (!/[{}]/.test(this.#text[this.#at + 1] ?? ''))
                this.#skip();
        }
        else if (kind === 'text' && /^(?:\{\{|\}\})$/.test(this.#text.slice(this.#at, this.#at + 2)))
            this.#at++;
        else if (character === '{')
            open.push({ kind: 'field', quote, brackets: [] });
        else if (character === '}' && kind === 'format') {
            // Ends the format and its field.
            open.splice(-2);
        }
        this.#at++;
        return true;
    }
    /** Reads one token of a replacement field. */
    #field(open, { quote, brackets }) {
        if (this.#take(BLANK) !== '' || this.#take(COMMENT) !== '' || this.#take(/\n/y) !== '')
            return true;
        const name = this.#take(NAME);
        const inner = PREFIX.test(name) ? this.#take(QUOTE) : '';
        if (inner !== '') {
            if (!/[ft]/i.test(name))
                return this.#literal(inner);
            open.push({ kind: 'text', quote: inner, brackets: [] });
            return true;
        }
        if (name !== '' || this.#take(NUMBER) !== '')
            return true;
        const next = this.#text[this.#at] ?? '';
        if (brackets.length === 0 && (next === ':' || next === '}')) {
            this.#at++;
            if (next === ':')
                open.push({ kind: 'format', quote, brackets: [] });
            else
                open.pop();
            return true;
        }
        // `!r` is a conversion, not an operator.
        const operator = this.#take(/!(?!=)/y) || this.#take(OPERATOR);
        return operator !== '' && balance(brackets, operator);
    }
    /** Moves to the character after a backslash. */
    #skip() {
        this.#at++;
        if (this.#text[this.#at] === '\n')
            this.#break(this.#at);
    }
    /** Returns the text that a sticky pattern matches here, and moves after it; an empty string if it does not match. */
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const found = pattern.exec(this.#text)?.[0] ?? '';
        for (let end = found.indexOf('\n'); end !== -1; end = found.indexOf('\n', end + 1))
            this.#break(this.#at + end);
        this.#at += found.length;
        return found;
    }
    #break(at) {
        this.#line++;
        this.#lineStart = at + 1;
    }
}
/** Opens or closes a bracket. Returns false if it closes another one than the last that was opened. */
function balance(brackets, operator) {
    const end = closing[operator];
    if (end !== undefined)
        brackets.push(end);
    return !/^[)\]}]$/.test(operator) || brackets.pop() === operator;
}
const ESCAPE = /\\(?:(\n)|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\\'"abfnrtv])|([NxuU])|([\s\S]))/g;
const controls = {
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
/** Returns the text of a literal. Undefined for bytes and f-strings, invalid escapes, and characters by their names. */
function readLiteral(prefix, body) {
    if (/[bft]/i.test(prefix))
        return undefined;
    if (/r/i.test(prefix) || !body.includes('\\'))
        return body;
    let isKnown = true;
    const text = body.replaceAll(ESCAPE, (whole, line, octal, x, u, U, one, unknown) => {
        if (line !== undefined)
            return '';
        const code = octal === undefined ? Number.parseInt(x ?? u ?? U ?? '', 16) : Number.parseInt(octal, 8);
        if (unknown !== undefined || code > 0x10ffff)
            isKnown = false;
        else if (!Number.isNaN(code))
            return String.fromCodePoint(code);
        else if (one !== undefined)
            return controls[one] ?? one;
        return whole;
    });
    return isKnown ? text : undefined;
}

;// CONCATENATED MODULE: ./build/src/actions/init/python/names.js
/** Finds what a Python file says about workflows and evaluators of the platform's client, without running it. */

const unknown = { kind: 'unknown' };
/** Reads a file. Returns undefined if it is not valid Python. */
function readPythonFile(source) {
    const tokens = readTokens(source);
    return tokens && new FileReader(tokens).read();
}
class FileReader {
    #tokens;
    /** For each opening bracket, the index of the one that closes it. */
    #ends;
    #imports = new Map();
    #assigned = new Map();
    #defined = new Map();
    #evaluators = [];
    constructor(tokens) {
        this.#tokens = tokens;
        this.#ends = matchBrackets(tokens);
    }
    read() {
        this.#readStatements();
        const calls = this.#calls();
        const argumentsOf = (names, position, keyword) => calls
            .filter(({ path }) => names.includes(this.#clientName(path) ?? ''))
            .flatMap(({ open }) => this.#argument(open, position, keyword) ?? []);
        return {
            imports: this.#imports,
            assigned: this.#assigned,
            defined: this.#defined,
            workflows: argumentsOf(['define_workflow', 'Workflow'], 0, 'name'),
            tested: argumentsOf(['test', 'TestRun'], 2, 'evaluator'),
            evaluators: this.#evaluators,
        };
    }
    /** Reads imports, assignments and definitions, which begin a statement. */
    #readStatements() {
        const classes = [];
        const starts = [0, ...this.#tokens.flatMap(({ kind }, index) => (kind === 'newline' ? [index + 1] : []))];
        for (const [index, start] of starts.slice(0, -1).entries()) {
            const end = (starts[index + 1] ?? 0) - 1;
            if (start === end)
                continue;
            const { column } = this.#tokens[start];
            while ((classes.at(-1)?.column ?? -1) >= column)
                classes.pop();
            const first = this.#is(start, 'async') ? start + 1 : start;
            if (this.#is(first, 'from'))
                this.#readFromImport(first, end);
            else if (this.#is(first, 'import'))
                this.#readImport(first, end);
            else if (this.#is(first, 'class'))
                classes.push({ column, definition: this.#readClass(first) });
            else if (this.#is(first, 'def'))
                this.#readFunction(first, end, classes.at(-1));
            else
                this.#readAssignment(start, end);
        }
    }
    /** `from a.b import c as d, e` */
    #readFromImport(start, end) {
        const at = this.#find('import', start, end);
        const module = this.#join(start + 1, at);
        for (const [name, local] of this.#importedNames(at + 1, end))
            this.#imports.set(local ?? name, { module, name });
    }
    /** `import a.b as c, d` */
    #readImport(start, end) {
        for (const [module, local] of this.#importedNames(start + 1, end)) {
            const [first = ''] = module.split('.');
            this.#imports.set(local ?? first, { module: local === undefined ? first : module, name: undefined });
        }
    }
    /** Returns the items of an import, each with the name that `as` gives it. */
    #importedNames(start, end) {
        const names = [];
        let at = start;
        for (; at < end; at++) {
            if (this.#is(at, '(') || this.#is(at, ')') || this.#is(at, ','))
                continue;
            const from = at;
            while (at < end && !this.#is(at, ',') && !this.#is(at, ')') && !this.#is(at, 'as'))
                at++;
            const local = this.#is(at, 'as') ? this.#tokens[++at]?.text : undefined;
            names.push([this.#join(from, local === undefined ? at : at - 1), local]);
        }
        return names;
    }
    #readClass(start) {
        const name = this.#tokens[start + 1]?.text ?? '';
        const open = this.#afterTypes(start + 2);
        const definition = { kind: 'class', renamed: false };
        this.#defined.set(name, definition);
        const bases = this.#is(open, '(') ? this.#argumentList(open) : [];
        const isEvaluator = bases.some(([from, to]) => {
            const base = this.#expression(from, to);
            return base.kind === 'name' && this.#clientName(base.path) === 'Evaluator';
        });
        if (isEvaluator)
            this.#evaluators.push({ name, line: this.#tokens[start]?.line ?? 0 });
        return definition;
    }
    #readFunction(start, end, parent) {
        const name = this.#tokens[start + 1]?.text ?? '';
        if (parent) {
            if (name === 'display_name')
                parent.definition.renamed = true;
            return;
        }
        this.#defined.set(name, { kind: 'function', renamed: false });
        const close = this.#ends.get(this.#afterTypes(start + 2)) ?? end;
        if (!this.#is(close + 1, '->'))
            return;
        const result = this.#expression(close + 2, this.#find(':', close + 2, end));
        const [type] = result.kind === 'text' ? [result.text] : result.kind === 'name' ? result.path.slice(-1) : [];
        if (type === 'EvaluationResults')
            this.#evaluators.push({ name, line: this.#tokens[start]?.line ?? 0 });
    }
    /** Skips the type parameters of a class or function, `[T]`. */
    #afterTypes(at) {
        return this.#is(at, '[') ? (this.#ends.get(at) ?? at) + 1 : at;
    }
    /** `NAME = …`, `NAME: str = …` and `NAME += …` */
    #readAssignment(start, end) {
        const { kind, text: name } = this.#tokens[start];
        const equals = this.#is(start + 1, ':') ? this.#find('=', start + 2, end) : start + 1;
        if (kind !== 'name' || equals >= end || !/^[^=!<>]*=$/.test(this.#tokens[equals]?.text ?? ''))
            return;
        const isPlain = this.#is(equals, '=') && !this.#assigned.has(name);
        this.#assigned.set(name, isPlain ? this.#expression(equals + 1, end) : unknown);
    }
    /** Returns the calls of a name, and the index of each opening bracket. */
    #calls() {
        return [...this.#ends.keys()].flatMap((open) => {
            if (!this.#is(open, '(') || this.#tokens[open - 1]?.kind !== 'name')
                return [];
            let start = open - 1;
            while (this.#is(start - 1, '.') && this.#tokens[start - 2]?.kind === 'name')
                start -= 2;
            const isCall = !this.#is(start - 1, 'def') && !this.#is(start - 1, 'class') && !this.#is(start - 1, '.');
            return isCall ? [{ path: this.#path(start, open), open }] : [];
        });
    }
    /** Returns the argument of a call by its keyword, or its position if it has none. */
    #argument(open, position, keyword) {
        const items = this.#argumentList(open);
        const { line } = this.#tokens[open];
        const named = items.find(([from]) => this.#is(from, keyword) && this.#is(from + 1, '='));
        if (named)
            return { ...this.#expression(named[0] + 2, named[1]), line };
        // After `*list`, a position is not known; `**options` may contain the keyword.
        const starred = items.findIndex(([from]) => this.#is(from, '*') || this.#is(from, '**'));
        if (starred !== -1 && starred <= position)
            return { ...unknown, line };
        const item = items[position];
        if (!item || this.#is(item[0] + 1, '='))
            return starred === -1 ? undefined : { ...unknown, line };
        return { ...this.#expression(item[0], item[1]), line };
    }
    /** Returns where the items between two brackets begin and end. */
    #argumentList(open) {
        const close = this.#ends.get(open) ?? open;
        const items = [];
        let from = open + 1;
        for (let at = from; at <= close; at++) {
            if (at === close || this.#is(at, ',')) {
                if (at > from)
                    items.push([from, at]);
                from = at + 1;
            }
            else
                at = this.#ends.get(at) ?? at;
        }
        return items;
    }
    #expression(from, to) {
        let [start, end] = [from, to];
        while (this.#is(start, '(') && this.#ends.get(start) === end - 1)
            [start, end] = [start + 1, end - 1];
        if (start >= end)
            return unknown;
        if (this.#tokens[start]?.kind === 'string')
            return this.#joinedText(start, end);
        let after = start + 1;
        while (after < end && (this.#is(after, '.') || this.#is(after - 1, '.')))
            after++;
        const path = this.#path(start, after);
        const isCalled = this.#is(after, '(') && this.#ends.get(after) === end - 1;
        const isName = path.length > 0 && (after === end || isCalled);
        return isName ? { kind: 'name', path, called: isCalled } : unknown;
    }
    /** Python joins strings that stand next to each other. Stops at anything else, because it may contain other calls. */
    #joinedText(start, end) {
        let text = '';
        for (let at = start; at < end; at++) {
            const { kind, value } = this.#tokens[at];
            if (kind !== 'string' || value === undefined)
                return unknown;
            text += value;
        }
        return { kind: 'text', text };
    }
    /** Returns the names of `a.b.c`; an empty list for anything else. */
    #path(start, end) {
        const tokens = this.#tokens.slice(start, end);
        const isPath = tokens.every(({ kind, text }, index) => (index % 2 === 0 ? kind === 'name' : text === '.'));
        return isPath && tokens.length % 2 === 1 ? tokens.flatMap(({ text }) => (text === '.' ? [] : [text])) : [];
    }
    /** Returns what a name is called in the platform's client; undefined if it does not come from there. */
    #clientName(path) {
        const [first = ''] = path;
        const imported = this.#imports.get(first) ?? (this.#defined.has(first) ? undefined : this.#imports.get('*'));
        if (imported === undefined || !/^kolena(\.|$)/.test(imported.module))
            return undefined;
        return path.length > 1 || imported.name === '*' ? path.at(-1) : imported.name;
    }
    #join(start, end) {
        return this.#tokens
            .slice(start, end)
            .map(({ text }) => text)
            .join('');
    }
    /** Returns the index of a token, outside of brackets; `end` if there is none. */
    #find(text, start, end) {
        for (let at = start; at < end; at++) {
            if (this.#is(at, text))
                return at;
            at = this.#ends.get(at) ?? at;
        }
        return end;
    }
    #is(index, text) {
        const token = this.#tokens[index];
        return token !== undefined && token.kind !== 'string' && token.text === text;
    }
}
/** Returns the index of the closing bracket for each opening one. The tokenizer has checked that they match. */
function matchBrackets(tokens) {
    const ends = new Map();
    const open = [];
    for (const [index, { kind, text }] of tokens.entries()) {
        if (kind !== 'operator')
            continue;
        if (/^[([{]$/.test(text))
            open.push(index);
        else if (/^[)\]}]$/.test(text))
            ends.set(open.pop() ?? index, index);
    }
    return ends;
}

// EXTERNAL MODULE: ./build/src/image/dockerfile/words.js
var dockerfile_words = __webpack_require__(2375);
;// CONCATENATED MODULE: ./build/src/actions/init/shell.js

/** Maximum characters of a command. Longer ones are not read. */
const MAX_COMMAND = 4096;
/** Maximum characters of a variable, because each may contain several others. */
const MAX_VARIABLE = 200;
/** Replaces what only a shell could compute. */
const UNKNOWN = '\0';
/** Finds the registrations in a shell script, and replaces its own variables. Runs nothing. */
function readRegistrations(path, script) {
    const variables = new Map();
    const variable = (name) => variables.get(name) ?? UNKNOWN;
    return commandsOf(script).flatMap(({ text, line }) => {
        const words = (0,dockerfile_words/* splitWords */.yM)(text, { escapeToken: '\\', variable });
        const [, name, value] = /^\s*(?:(?:export|readonly|local)\s+)?([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
        if (name !== undefined && value !== undefined) {
            const [first = ''] = (0,dockerfile_words/* splitWords */.yM)(value, { escapeToken: '\\', variable });
            // Branches of a script may assign different values.
            const isKnown = first.length <= MAX_VARIABLE && [undefined, first].includes(variables.get(name));
            variables.set(name, isKnown ? first : UNKNOWN);
        }
        const at = words.findIndex((word, index) => word === 'evaluator' && words[index + 1] === 'register');
        if (at < 1 || !/(^|\/)kolena$/.test(words[at - 1] ?? ''))
            return [];
        const option = (...names) => optionOf(words.slice(at + 2), names);
        return [
            {
                workflow: known(option('--workflow', '-w')),
                evaluator: known(option('--evaluator-name', '-n')),
                image: known(imageName(option('--image', '-i'))),
                place: `${path}:${line}`,
            },
        ];
    });
}
/** Returns the lines of a script without comments. Lines that a backslash continues are one command. */
function commandsOf(script) {
    const commands = [];
    let text = '';
    let line = 0;
    for (const [index, written] of script.split(/\r?\n/).entries()) {
        if (text === '')
            line = index + 1;
        const isContinued = written.endsWith('\\') && text.length <= MAX_COMMAND;
        text += isContinued ? `${written.slice(0, -1)} ` : written;
        if (isContinued)
            continue;
        if (text.length <= MAX_COMMAND && !/^\s*(#|$)/.test(text))
            commands.push({ text, line });
        text = '';
    }
    return commands;
}
function known(value) {
    return value === undefined || /^$|[\0$`]/.test(value) ? undefined : value;
}
function optionOf(words, names) {
    const at = words.findIndex((word) => names.includes(word.split('=', 1)[0] ?? ''));
    const word = words[at] ?? '';
    const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[at + 1];
    return at === -1 ? undefined : value?.replace(/;$/, '');
}
/** Returns an image as the input `image` takes it: without its tag, and without the organization on the platform's registry. */
function imageName(image) {
    if (image === undefined)
        return undefined;
    const name = image.replace(/@.*$/s, '').replace(/:[^/:]*$/, '');
    return /^docker\.kolena\.io\//.test(name) ? name.slice(name.lastIndexOf('/') + 1) : name;
}

// EXTERNAL MODULE: ./build/src/actions/init/templates.js
var templates = __webpack_require__(9415);
;// CONCATENATED MODULE: ./build/src/actions/init/look.js













/** Maximum number of paths of the repository, and of its sources that are read. */
const MAX_PATHS = 200_000;
const MAX_SOURCES = 5000;
/** Maximum bytes of a source that is searched for the platform's name, and characters of one that is parsed. */
const MAX_SOURCE = 8 * 1024 * 1024;
const MAX_PYTHON = 1024 * 1024;
const MAX_SCRIPT = 64 * 1024;
/** Maximum bytes of all sources, and the milliseconds to read them. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_TIME = 15_000;
/** Maximum bytes of a Dockerfile or a workflow. */
const MAX_FILE = 256 * 1024;
/** Maximum bytes of a contract fixture that is looked at. A wrong one takes two hundred times as much memory. */
const MAX_FIXTURE = 4 * 1024 * 1024;
/** Maximum number of workflows that are searched for this action. */
const MAX_WORKFLOWS = 500;
/**
 * Looks at the repository in the current directory. Runs none of its programs, and reads only regular files that are
 * inside it.
 */
async function lookAtRepository(signal) {
    const paths = await listPaths(signal);
    const visible = paths.filter((path) => !/(^|\/)\./.test(path));
    const { sources, unread } = await readSources(visible, signal);
    return {
        host: await findHost(signal),
        paths,
        dockerfiles: visible.filter(isDockerfile),
        names: (0,evidence/* findNames */.u)(sources),
        unread,
        workflow: await findWorkflow(paths),
        hasSamples: isRegular(templates/* FIXTURE */.cM) && hasSamples(templates/* FIXTURE */.cM),
    };
}
async function listPaths(signal) {
    const prefix = await look_git(['rev-parse', '--show-prefix'], signal);
    if ('problem' in prefix && prefix.problem.includes('not a git repository'))
        throw new errors/* ActionError */.lZ('This directory is not in a Git repository. Run git init first, or change to the directory of the repository.');
    const up = outputOf(prefix).trim().split('/').slice(1).fill('..').join('/');
    if (up !== '')
        throw new errors/* ActionError */.lZ(`GitHub reads workflows only at the root of a repository. Run the command there: cd ${up}`);
    const listed = await look_git(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], signal);
    const paths = [...new Set(outputOf(listed).split('\0'))].filter((path) => path !== '' && !path.includes('\uFFFD'));
    if (paths.length > MAX_PATHS)
        throw new errors/* ActionError */.lZ(`The repository has ${paths.length} files, and this command reads at most ${MAX_PATHS}. Write the workflow by hand: see the README.`);
    return paths.sort();
}
/** Asks for the address of the remote that Git would fetch from. Without one, Git prints `origin` or fails. */
async function findHost(signal) {
    const address = await look_git(['ls-remote', '--get-url'], signal);
    return readHost('stdout' in address ? address.stdout : '');
}
function outputOf(answer) {
    if ('stdout' in answer)
        return answer.stdout;
    throw new errors/* ActionError */.lZ(`Git cannot read the repository: ${answer.problem}; run git status, which says more`);
}
async function look_git(args, signal) {
    try {
        return await (0,git/* askGit */.g)(args, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        throw new errors/* ActionError */.lZ(`Git is required to look at the repository: ${(0,untrusted_text/* sanitizeLine */.g$)(error.message)}`, {
            cause: error,
        });
    }
}
function isDockerfile(path) {
    const name = external_node_path_.posix.basename(path).toLowerCase();
    return (/^(dockerfile|containerfile)(\.|$)|\.(dockerfile|containerfile)$/.test(name) &&
        !name.endsWith('.dockerignore'));
}
async function findWorkflow(paths) {
    const workflows = paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && isPrintable(path));
    for (const path of workflows.slice(0, MAX_WORKFLOWS)) {
        const text = isRegular(path) ? await readText(path, MAX_FILE) : undefined;
        if (text && /^[ \t-]*uses:[ \t]*["']?[\w.-]+\/evaluator-action@/m.test(text))
            return path;
    }
    return undefined;
}
/**
 * Reads the Python files that use the platform's client, and the scripts that register evaluators. A file that mentions
 * the platform and cannot be read may name another evaluator, so it counts as not read.
 */
async function readSources(visible, signal) {
    const started = performance.now();
    const others = new Map();
    const python = new Map();
    const registrations = [];
    const candidates = visible.filter((path) => /\.(py|sh|bash)$/.test(path) && !isTest(path));
    const printable = candidates.filter(isPrintable);
    const regular = printable.slice(0, MAX_SOURCES).filter(isRegular);
    let bytes = 0;
    let skipped = candidates.length - Math.min(printable.length, MAX_SOURCES);
    for (const path of regular) {
        signal.throwIfAborted();
        const isOver = bytes > MAX_BYTES || performance.now() - started > MAX_TIME;
        const text = isOver ? undefined : await readText(path, MAX_SOURCE);
        bytes += text?.length ?? 0;
        if (text === undefined)
            skipped++;
        else if (!text.includes('kolena'))
            others.set(path, text);
        else if (path.endsWith('.py')) {
            const file = text.length <= MAX_PYTHON && isInUtf8(text) ? readPythonFile(text) : undefined;
            if (file)
                python.set(path, file);
            else
                skipped++;
        }
        else if (text.length > MAX_SCRIPT)
            skipped++;
        else
            registrations.push(...readRegistrations(path, text));
    }
    const sources = {
        ...{ python, registrations },
        load: (path) => readPythonFile(others.get(path)?.slice(0, MAX_PYTHON) ?? ''),
        paths: regular.filter((path) => path.endsWith('.py')),
    };
    return { sources, unread: skipped === 0 ? undefined : `${skipped} of ${candidates.length}` };
}
/** Returns whether a fixture can be used: it is valid, and not the example that this command writes. */
function hasSamples(path) {
    if ((0,external_node_fs_.statSync)(path).size > MAX_FIXTURE || contentOf(path) === (0,templates/* fixtureText */.l)())
        return false;
    try {
        return (0,fixture/* readFixture */.Y_)(path).count > 0;
    }
    catch {
        return false;
    }
}
/** Returns whether a path has one line that reads as it is written, so that messages can name it. */
function isPrintable(path) {
    return !/\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u.test(path);
}
/** Tests define workflows and evaluators that are never registered. */
function isTest(path) {
    return /(^|\/)tests?\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);
}
/** Returns whether a file is in UTF-8, as it is by default, or because a comment in its first two lines says so. */
function isInUtf8(text) {
    const [, encoding = 'utf-8'] = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/.exec(text) ?? [];
    return !text.includes('\uFFFD') && /^(utf-?8|(us-)?ascii)$/i.test(encoding.replaceAll('_', '-'));
}
/** Returns whether a path is a regular file inside the repository, also through links. */
function isRegular(path) {
    return (0,workspace/* problemOfPath */._r)(path, 'file', true) === undefined;
}
/** Returns the text of a regular file; undefined if it is too large, or this user may not read it. */
async function readText(path, most) {
    return (0,external_node_fs_.statSync)(path).size > most ? undefined : await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
}
/** Returns the text of a regular file; undefined if this user may not read it. */
function contentOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
/** Reads a Dockerfile of the repository. */
function readDockerfile(path) {
    const isUsable = isRegular(path) && (0,external_node_fs_.statSync)(path).size <= MAX_FILE;
    return { text: (isUsable && contentOf(path)) || '', ignored: (0,external_node_fs_.existsSync)(`${path}.dockerignore`) };
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


/***/ })

};
