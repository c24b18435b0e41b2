export const id = 3431;
export const ids = [3431];
export const modules = {

/***/ 7504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ KeyTable)
/* harmony export */ });
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5100);

/** The initial bytes for keys and slots of the hash table; both double as they fill. */
const [BYTES, SLOTS] = [64 * 1024, 1024];
/**
 * Numbers distinct texts in the order in which they are added, like a Map from text to number. A million texts of 30
 * characters take 50 MB here and 130 MB in a Map. Texts are the same when they are the same in UTF-8.
 */
class KeyTable {
    /** The keys one after the other; key `n` ends at `#ends[n]`. */
    #bytes = Buffer.allocUnsafe(BYTES);
    #ends = new _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .Numbers */ .F();
    /** The number of a key plus one, at a slot given by its hash; 0 in a free slot. */
    #slots = new Uint32Array(SLOTS);
    get size() {
        return this.#ends.length;
    }
    /** Returns the number of a key. Adds a new key, whose number is the previous `size`. */
    add(key) {
        if (this.size * 2 >= this.#slots.length)
            this.#growSlots();
        const length = this.#write(key);
        const slot = this.#slotOf(length);
        const found = this.#slots[slot];
        if (found > 0)
            return found - 1;
        this.#ends.push(this.#end + length);
        this.#slots[slot] = this.size;
        return this.size - 1;
    }
    /** Returns the number of a key, or undefined if it was never added. */
    find(key) {
        const found = this.#slots[this.#slotOf(this.#write(key))];
        return found > 0 ? found - 1 : undefined;
    }
    keyAt(index) {
        return this.#bytes.toString('utf8', this.#startOf(index), this.#ends.at(index));
    }
    get #end() {
        return this.size === 0 ? 0 : this.#ends.at(this.size - 1);
    }
    #startOf(index) {
        return index === 0 ? 0 : this.#ends.at(index - 1);
    }
    /** Writes a key after the others, and returns its length in bytes. */
    #write(key) {
        const needed = this.#end + 3 * key.length;
        if (needed > this.#bytes.length) {
            const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, needed));
            this.#bytes.copy(larger, 0, 0, this.#end);
            this.#bytes = larger;
        }
        return this.#bytes.write(key, this.#end);
    }
    /** Finds the slot for the key that was written last: the slot of an equal key, or a free one. */
    #slotOf(length) {
        const [bytes, slots, start] = [this.#bytes, this.#slots, this.#end];
        const mask = slots.length - 1;
        for (let slot = hash(bytes, start, start + length) & mask;; slot = (slot + 1) & mask) {
            const found = slots[slot];
            if (found === 0)
                return slot;
            const other = this.#startOf(found - 1);
            if (length === this.#ends.at(found - 1) - other && isEqual(bytes, other, start, length))
                return slot;
        }
    }
    #growSlots() {
        const slots = new Uint32Array(2 * this.#slots.length);
        const mask = slots.length - 1;
        for (let index = 0; index < this.size; index++) {
            let slot = hash(this.#bytes, this.#startOf(index), this.#ends.at(index)) & mask;
            while (slots[slot] !== 0)
                slot = (slot + 1) & mask;
            slots[slot] = index + 1;
        }
        this.#slots = slots;
    }
}
/** Computes FNV-1a, with its upper bits mixed into the lower ones. */
function hash(bytes, start, end) {
    let value = 0x811c9dc5;
    for (let at = start; at < end; at++)
        value = Math.imul(value ^ bytes[at], 0x01000193);
    return (value ^ (value >>> 15)) >>> 0;
}
function isEqual(bytes, a, b, length) {
    for (let at = 0; at < length; at++)
        if (bytes[a + at] !== bytes[b + at])
            return false;
    return true;
}


/***/ }),

/***/ 5100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ Numbers)
/* harmony export */ });
/** A list of numbers that only grows. It is outside of the heap: a million numbers take 8 MB and no garbage collection. */
class Numbers {
    #values;
    #length = 0;
    /** @param type `Uint32Array` takes half of the memory for whole numbers below 2³² */
    constructor(type = Float64Array) {
        this.#values = new type(1024);
    }
    get length() {
        return this.#length;
    }
    push(value) {
        if (this.#length === this.#values.length) {
            const larger = new this.#values.constructor(2 * this.#length);
            larger.set(this.#values);
            this.#values = larger;
        }
        this.#values[this.#length++] = value;
    }
    at(index) {
        return this.#values[index];
    }
}


/***/ }),

/***/ 9212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ Problems),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _runtime_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(738);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);


/** Maximum problems that a message lists. Others are only counted. */
const SHOWN = 20;
/** Collects the problems in the rows of a file. */
class Problems {
    #rows;
    #lines = [];
    #first;
    #count = 0;
    constructor(rows) {
        this.#rows = rows;
    }
    /** The number of rows with problems. */
    get count() {
        return this.#count;
    }
    /** Records the problems of one row. */
    add(line, ...problems) {
        this.#count++;
        this.#first ??= line;
        if (this.#lines.length < SHOWN)
            this.#lines.push(...problems.map((problem) => `- ${this.#rows.unit} ${line}: ${problem}`));
    }
    /** Runs the work, and records a problem if it throws. */
    attempt(line, work) {
        try {
            return work();
        }
        catch (error) {
            this.add(line, (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error));
            return undefined;
        }
    }
    /**
     * Throws one `FileError` with the problems so far, if there are any.
     * @param others lines about other problems, for the same message
     */
    refuse(others = []) {
        if (this.#first === undefined)
            return;
        const { file, unit } = this.#rows;
        const rows = this.#count === 1 ? '1 row' : `${this.#count} rows`;
        const more = this.#count > SHOWN ? [`- and ${this.#count - SHOWN} more rows`] : [];
        const head = `${file} has ${rows} that cannot be used. Nothing was sent or changed.`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FileError */ .f6([head, ...this.#lines, ...more, ...others].join('\n'), {
            file,
            ...(unit === 'line' && { line: this.#first }),
        });
    }
}
/** Formats a value for a message, shortened. */
function quote(value) {
    return (0,_runtime_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(JSON.stringify(value) ?? 'nothing', 120);
}


/***/ }),

/***/ 966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ openRows)
});

// UNUSED EXPORTS: formatOf

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/util/small-heap.js
var small_heap = __webpack_require__(1076);
// EXTERNAL MODULE: ./node_modules/papaparse/papaparse.js
var papaparse = __webpack_require__(8728);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
;// CONCATENATED MODULE: ./build/src/data/row.js
/**
 * Matches the index of pandas, which has no name in CSV, "Unnamed: 0" once pandas has read and rewritten the file
 * ("Unnamed: 0.1" the second time), and "__index_level_0__" in Parquet.
 */
function isUnnamed(column) {
    return /^(Unnamed: \d+(\.\d+)*|__index_level_\d+__)?$/.test(column);
}
/** Maximum characters of a row, because each row is held in memory as a whole. */
const MAX_ROW_LENGTH = 16 * 1024 * 1024;
/**
 * Creates objects with these keys from cells in the same order. The objects inherit nothing, so that a column named
 * `__proto__` or `constructor` is a column like any other.
 */
function rowFactory(columns) {
    // Objects from Object.create(null) would be dictionaries, which are slow.
    function Cells() { }
    Cells.prototype = Object.create(null);
    const create = Cells;
    return (cells) => {
        const row = new create();
        for (const [index, name] of columns.entries())
            row[name] = cells[index];
        return row;
    };
}

;// CONCATENATED MODULE: ./build/src/data/csv-rows.js
/** Reads rows of CSV with a header as a stream with papaparse (docs/decisions/csv.md explains why). */




/**
 * Reads the header. The batches then have a text for each column. Skips blank lines, and columns without a name, which
 * pandas writes for its index.
 */
async function openCsv(file, chunks) {
    const records = readRecords(file, chunks);
    const [header, ...rest] = (await records.next()).value ?? [];
    const { line, cells: cellsOfHeader } = header ?? { line: 1, cells: [] };
    const names = cellsOfHeader.map((name) => name.trim());
    const positions = [...names.keys()].filter((index) => !isUnnamed(names[index] ?? ''));
    const columns = positions.map((index) => names[index] ?? '');
    const twice = columns.find((name, index) => columns.indexOf(name) !== index);
    if (twice !== undefined)
        throw broken(file, line, `the column ${JSON.stringify(twice)} appears twice`);
    if (columns.length < names.length)
        log/* info */.pq(`${file}: columns without a name are left out`);
    const create = rowFactory(columns);
    const toRow = ({ line, cells }) => {
        if (cells.length !== names.length) {
            const counts = `${cells.length} cells, and the header has ${names.length} columns`;
            throw broken(file, line, `the row has ${counts}; a cell that contains the separator needs quotes`);
        }
        const used = columns.length === names.length ? cells : positions.map((index) => cells[index]);
        return { line, value: create(used) };
    };
    async function* batches() {
        if (rest.length > 0)
            yield rest.map(toRow);
        for await (const batch of records)
            yield batch.map(toRow);
    }
    return { columns, headerLine: line, batches: batches() };
}
/** Reads all records that are not blank, in batches that are not empty. The first record is the header. */
async function* readRecords(file, chunks) {
    let parser;
    let line = 1;
    let rest = '';
    const recordsOf = ({ data, errors, meta }, text) => {
        rest = text.slice(meta.cursor);
        const hasQuotes = text.includes('"');
        return data.flatMap((cells, index) => {
            const start = line;
            line += 1 + (hasQuotes ? lineBreaksIn(cells) : 0);
            const problem = errors.find(({ row }) => row === index);
            if (problem)
                throw broken(file, start, problems[problem.code] ?? problem.message);
            trimLineEnd(cells);
            return isBlank(cells) ? [] : { line: start, cells };
        });
    };
    for await (const chunk of withEnd(chunks)) {
        let text = rest + (chunk ?? '');
        rest = text;
        if (!parser) {
            // The beginning of the file determines its dialect.
            if (text.length < HEAD && chunk !== undefined)
                continue;
            const dialect = dialectOf(text);
            parser = new papaparse.Parser(dialect);
            if (dialect.separatorLine)
                text = text.replace(dialect.separatorLine, '');
        }
        const records = recordsOf(parser.parse(text, 0, chunk !== undefined), text);
        if (rest.length > MAX_ROW_LENGTH)
            throw broken(file, line, `the row is longer than ${MAX_ROW_LENGTH} characters${lostQuote}`);
        if (records.length > 0)
            yield records;
    }
    return undefined;
}
/** Returns the chunks, and undefined after the last. */
async function* withEnd(chunks) {
    yield* chunks;
    yield undefined;
}
/** Maximum characters from which the dialect is detected. A header is much shorter. */
const HEAD = 64 * 1024;
/**
 * Detects the dialect. The separator is the one in Excel's line `sep=;`, or the comma, unless the header contains only
 * one of the others. Lines end with `\n`, with or without `\r` before it, or with `\r` alone (classic Mac OS).
 */
function dialectOf(head) {
    const [separatorLine, named] = /^"?sep=([^\r\n])"?(?=[\r\n])/i.exec(head) ?? [];
    const header = /[^\r\n]*\S[^\r\n]*/.exec(separatorLine ? head.replace(separatorLine, '') : head)?.[0] ?? '';
    const delimiter = named ?? [',', ';', '\t'].find((separator) => header.includes(separator)) ?? ',';
    const newline = head.includes('\r') && !head.includes('\n') ? '\r' : '\n';
    return { delimiter, newline, separatorLine };
}
function lineBreaksIn(cells) {
    let count = 0;
    for (const cell of cells) {
        for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1))
            count++;
    }
    return count;
}
/** Removes the `\r` of `\r\n` from the last cell, because a file may mix both line ends. */
function trimLineEnd(cells) {
    const last = cells.length - 1;
    if (cells[last]?.endsWith('\r'))
        cells[last] = cells[last].slice(0, -1);
}
/** Reports whether a line has no text. Excel leaves lines of separators at the end of a table, which are blank too. */
function isBlank(cells) {
    return cells.every((cell) => cell.trim() === '');
}
const lostQuote = ': is a quote missing? One inside a quoted cell is written twice ("")';
const problems = {
    MissingQuotes: `the row does not end${lostQuote}`,
    InvalidQuotes: 'a quoted cell continues after its closing quote; a quote inside it is written twice ("")',
};
function broken(file, line, reason) {
    return new errors/* FileError */.f6(`${file}, line ${line}: ${reason}`, { file, line });
}

;// CONCATENATED MODULE: ./build/src/data/json-rows.js
/**
 * Reads rows of JSON as a stream. This code only finds the ends of rows. `JSON.parse` parses each row, decides what is
 * valid JSON, and treats a key such as `__proto__` like any other. (Stream parsers from npm build the objects themselves
 * and do not report lines.)
 */


/** Reads one JSON value per line. Skips blank lines. */
async function* readJsonLines(file, chunks) {
    let rest = '';
    let line = 1;
    const rowOf = (text) => {
        const row = text.trim() === '' ? [] : [{ line, value: parse(file, line, text) }];
        line++;
        return row;
    };
    for await (const chunk of chunks) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        refuseLongRow(file, line + lines.length, rest);
        yield lines.flatMap(rowOf);
    }
    yield rowOf(rest);
}
/** Reads the elements of one JSON array, or the entries of one JSON object, each as an object with one key. */
async function* readElements(file, chunks) {
    const splitter = new Splitter(file);
    for await (const chunk of chunks)
        yield [...splitter.split(chunk)];
    splitter.end();
}
const [newline, quote, backslash, comma] = [10, 34, 92, 44];
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125];
/** Finds where the elements of the outermost array or object end, across chunks. */
class Splitter {
    #file;
    #container;
    #closed = false;
    #depth = 0;
    #inString = false;
    #escaped = false;
    /** The text of the element so far, and the line on which it begins. */
    #text = '';
    #textLine = 1;
    #line = 1;
    #count = 0;
    constructor(file) {
        this.#file = file;
    }
    *split(chunk) {
        let from = 0;
        for (let at = 0; at < chunk.length; at++) {
            const code = chunk.charCodeAt(at);
            if (code === newline)
                this.#line++;
            if (this.#depth === 0) {
                if (this.#opens(code))
                    from = at + 1;
            }
            else if (this.#endsElement(code)) {
                this.#text += chunk.slice(from, at);
                from = at + 1;
                yield* this.#element(code !== comma);
            }
        }
        if (this.#depth > 0)
            this.#text += chunk.slice(from);
        refuseLongRow(this.#file, this.#textLine, this.#text);
    }
    end() {
        if (this.#closed)
            return;
        throw json_rows_broken(this.#file, this.#line, 'the file ends before its JSON does: was it written to the end?');
    }
    /** Handles a character outside of the container, which may open here. */
    #opens(code) {
        if (code === 32 || (code >= 9 && code <= 13))
            return false;
        if (this.#closed || (code !== openArray && code !== openObject)) {
            const found = JSON.stringify(String.fromCharCode(code));
            const wanted = this.#closed ? 'nothing after the end of its JSON' : 'a JSON array';
            throw json_rows_broken(this.#file, this.#line, `expected ${wanted}, but found ${found}`);
        }
        this.#container = code;
        this.#depth = 1;
        this.#textLine = this.#line;
        return true;
    }
    /** Handles a character inside of the container, where an element may end. */
    #endsElement(code) {
        if (this.#inString) {
            if (this.#escaped)
                this.#escaped = false;
            else if (code === backslash)
                this.#escaped = true;
            else if (code === quote)
                this.#inString = false;
            return false;
        }
        if (code === quote)
            this.#inString = true;
        else if (code === openArray || code === openObject)
            this.#depth++;
        else if (code === closeArray || code === closeObject)
            return --this.#depth === 0;
        return code === comma && this.#depth === 1;
    }
    *#element(last) {
        const text = this.#text;
        const blank = text.length - text.trimStart().length;
        const line = this.#textLine + (blank > 0 ? text.slice(0, blank).split('\n').length - 1 : 0);
        this.#text = '';
        this.#textLine = this.#line;
        this.#closed = last;
        if (blank === text.length) {
            if (last && this.#count === 0)
                return;
            throw json_rows_broken(this.#file, this.#line, 'a comma has nothing on one of its sides: remove it');
        }
        this.#count++;
        yield { line, value: parse(this.#file, line, this.#container === openObject ? `{${text}}` : text) };
    }
}
function parse(file, line, text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const hint = /[:[,\s]-?(NaN|Infinity)\b/.test(text)
            ? 'NaN and Infinity are not valid JSON; leave the row out, or give it a number'
            : `is not JSON: ${(0,errors/* messageOf */.bD)(cause)}`;
        throw json_rows_broken(file, line, hint, { cause });
    }
}
function refuseLongRow(file, line, text) {
    if (text.length <= MAX_ROW_LENGTH)
        return;
    throw json_rows_broken(file, line, `the row that begins here is longer than ${MAX_ROW_LENGTH} characters`);
}
function json_rows_broken(file, line, reason, options) {
    return new errors/* FileError */.f6(`${file}, line ${line}: ${reason}`, { file, line }, options);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
;// CONCATENATED MODULE: ./build/src/data/parquet-pages.js
/** Bytes of a column that are read at once, unless a page is larger, and the most of a page's header. */
const WINDOW_BYTES = 1024 * 1024;
const MAX_HEADER_BYTES = 256 * 1024;
/** Returns the values of each page in order. @param schemaPath the root of the schema and the column */
async function* readPages(file, column, schemaPath, compressors) {
    const { parquetHeader, readPage } = await Promise.all(/* import() */[__webpack_require__.e(3015), __webpack_require__.e(6381)]).then(__webpack_require__.bind(__webpack_require__, 6381));
    const { convert, DEFAULT_PARSERS } = await __webpack_require__.e(/* import() */ 9234).then(__webpack_require__.bind(__webpack_require__, 9234));
    const element = schemaPath.at(-1)?.element ?? { name: '' };
    const { type, codec, path_in_schema: pathInSchema } = column;
    const decoder = { pathInSchema, type, element, schemaPath, codec, parsers: DEFAULT_PARSERS, compressors };
    const bytes = new Window(file, column);
    let dictionary;
    while (await bytes.has(MAX_HEADER_BYTES)) {
        const header = parquetHeader(bytes.reader);
        await bytes.has(header.compressed_page_size);
        const { data = [] } = readPage(bytes.reader, header, decoder, dictionary, undefined, 0);
        if (header.type === 'DICTIONARY_PAGE')
            dictionary = convert(data, decoder);
        else
            yield data;
    }
}
/** The bytes of a column that are in memory. */
class Window {
    #file;
    #end;
    /** Where the bytes in memory begin. */
    #start;
    reader = { view: new DataView(new ArrayBuffer(0)), offset: 0 };
    constructor(file, column) {
        this.#file = file;
        // Without a dictionary, its offset is 0 or missing.
        this.#start = Number(column.dictionary_page_offset || column.data_page_offset);
        this.#end = this.#start + Number(column.total_compressed_size);
    }
    /** Reads the next bytes of the column, or as many as there are. Returns whether there are any. */
    async has(count) {
        const { view, offset } = this.reader;
        const at = this.#start + offset;
        if (offset + count > view.byteLength && this.#start + view.byteLength < this.#end) {
            const bytes = await this.#file.slice(at, Math.min(this.#end, at + Math.max(count, WINDOW_BYTES)));
            this.#start = at;
            this.reader = { view: new DataView(bytes), offset: 0 };
        }
        return at < this.#end;
    }
}

;// CONCATENATED MODULE: ./build/src/data/parquet-rows.js
/** Reads the rows of a Parquet file in parts. */





/** Maximum rows per batch. */
const BATCH = 1024;
/** Rows of a nested column that are decoded at once, each time from the beginning of the row group. */
const NESTED_PART = 128 * 1024;
/** Opens a Parquet file with any codec of pandas and polars. Leaves out an unnamed index of pandas. */
async function openParquet(file) {
    const { asyncBufferFromFile, parquetMetadataAsync, parquetSchema } = await Promise.all(/* import() */[__webpack_require__.e(3015), __webpack_require__.e(6381), __webpack_require__.e(8649), __webpack_require__.e(537)]).then(__webpack_require__.bind(__webpack_require__, 537));
    const buffer = await asyncBufferFromFile(file);
    const metadata = await parquetMetadataAsync(buffer).catch(explain(file));
    const root = parquetSchema(metadata);
    const columns = root.children.map(({ element }) => element.name).filter((name) => !isUnnamed(name));
    const create = rowFactory(columns);
    async function* batches() {
        let start = 0;
        for (const group of metadata.row_groups) {
            const end = start + Number(group.num_rows);
            const opened = { file: buffer, metadata, root, group, start, end };
            const readers = columns.map((column) => partReader(readColumn(opened, column), start));
            for (let from = start, to; from < end; from = to) {
                // Without a turn of the event loop, Node.js keeps the memory of buffers that are no longer used.
                await (0,promises_.setImmediate)();
                const parts = await Promise.all(readers.map((read) => read(from))).catch(explain(file));
                to = Math.min(from + BATCH, end, ...parts.map(({ start, values }) => start + values.length));
                yield Array.from({ length: to - from }, (_, index) => ({
                    line: from + index + 1,
                    value: create(parts.map(({ start, values }) => toJson(values[from + index - start]))),
                }));
            }
            start = end;
        }
    }
    return { columns, headerLine: undefined, batches: batches() };
}
/** Reads a column of a row group in parts: page by page, unless it is nested. */
async function* readColumn(opened, column) {
    const { file, metadata, root, group, start, end } = opened;
    const { parquetScan } = await Promise.all(/* import() */[__webpack_require__.e(3015), __webpack_require__.e(6381), __webpack_require__.e(8649), __webpack_require__.e(537)]).then(__webpack_require__.bind(__webpack_require__, 537));
    const { isFlatColumn } = await __webpack_require__.e(/* import() */ 8286).then(__webpack_require__.bind(__webpack_require__, 8286));
    const path = [root, ...root.children.filter(({ element }) => element.name === column)];
    const chunk = group.columns.find(({ meta_data: meta }) => meta?.path_in_schema[0] === column);
    if (isFlatColumn(path) && chunk?.meta_data && !chunk.file_path)
        return yield* readPages(file, chunk.meta_data, path, compressors);
    const scan = await parquetScan({ file, metadata, compressors, columns: [column] });
    for (let from = start, to; from < end; from = to) {
        to = Math.min(end, from + NESTED_PART);
        const values = await scan.readColumn({ column, rowStart: from, rowEnd: to });
        yield values;
        if (values.length < to - from)
            return;
    }
}
/**
 * Returns a function that returns the part of a column with a row. Its calls are for rows in their order. Throws an error if
 * the column ends before that: the number of rows may be a false claim, which would never end.
 */
function partReader(parts, start) {
    let part = { start, values: [] };
    return async (row) => {
        while (row >= part.start + part.values.length) {
            const { done, value } = await parts.next();
            if (done)
                throw new Error(`row ${row + 1} is missing`);
            part = { start: part.start + part.values.length, values: value };
        }
        return part;
    };
}
/** hyparquet includes Snappy. Node.js supports Zstandard since version 22.15. */
const compressors = {
    GZIP: (input) => external_node_zlib_.gunzipSync(input),
    BROTLI: (input) => external_node_zlib_.brotliDecompressSync(input),
    ...("zstdDecompressSync" in external_node_zlib_namespaceObject && { ZSTD: (input) => external_node_zlib_.zstdDecompressSync(input) }),
};
/** Converts 64-bit integers to numbers if they are exact, dates to text, and bytes to Base64. */
function toJson(value) {
    if (typeof value === 'bigint')
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (value instanceof Date)
        return value.toISOString();
    if (value instanceof Uint8Array)
        return Buffer.from(value).toString('base64');
    if (Array.isArray(value))
        return value.map(toJson);
    const object = value;
    for (const key in object) {
        const inner = object[key];
        if (typeof inner === 'bigint' || (typeof inner === 'object' && inner !== null))
            object[key] = toJson(inner);
    }
    return object;
}
function explain(file) {
    return (cause) => {
        if (cause instanceof errors/* ActionError */.lZ)
            throw cause;
        const reason = (0,errors/* messageOf */.bD)(cause);
        throw new errors/* FileError */.f6(`${file} cannot be read as Parquet: ${reason}. ${reason.includes('codec') ? '' : 'Was it written to the end? '}pandas writes a file that works with df.to_parquet("…", compression="snappy")`, { file }, { cause });
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/data/text.js




/** Bytes that are read at once. */
const CHUNK = 64 * 1024;
/** Reads the text of a file in pieces, without its byte order mark. Throws `FileError` if it is not UTF-8 or UTF-16. */
async function* readText(file) {
    let decoder;
    let bytes = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(file, { highWaterMark: CHUNK })) {
        decoder ??= decoderFor(chunk);
        yield decode(file, bytes, () => decoder?.decode(chunk, { stream: true }));
        bytes += chunk.length;
    }
    yield decode(file, bytes, () => decoder?.decode());
}
/** Returns a decoder for the byte order mark: Excel ("Unicode text") and PowerShell write UTF-16. */
function decoderFor(bytes) {
    const mark = `${bytes[0]},${bytes[1]}`;
    const encoding = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[mark] ?? 'utf-8';
    return new external_node_util_.TextDecoder(encoding, { fatal: true });
}
function decode(file, bytes, work) {
    try {
        return work() ?? '';
    }
    catch (cause) {
        const problem = `${file} is not UTF-8 text after its first ${bytes} bytes: save it as UTF-8 (in Excel: "CSV UTF-8")`;
        throw new errors/* FileError */.f6(problem, { file }, { cause });
    }
}
/** Reads the beginning of a file, which is enough to detect its format. */
async function readHead(file) {
    const handle = await (0,external_node_fs_promises_.open)(file);
    try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024));
        const bytes = buffer.subarray(0, bytesRead);
        return { bytes, text: new external_node_util_.TextDecoder(decoderFor(bytes).encoding).decode(bytes) };
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./build/src/data/rows.js
/** Reads files of rows, such as results, predictions or inferences, in JSON, JSON Lines, CSV or Parquet. */







/**
 * Opens a file of rows. Rows are read on demand, so the size of the file does not matter. Throws `FileError` with the
 * line if the file is truncated or does not have the expected format.
 */
async function openRows(file) {
    const { bytes, text } = await readHead(file);
    const format = formatOf(file, bytes, text);
    const table = await openTable(file, format);
    return {
        file,
        format,
        columns: table?.columns,
        headerLine: table?.headerLine,
        isText: format === 'csv',
        unit: format === 'parquet' ? 'row' : 'line',
        batches: inSmallHeap(table?.batches ?? (format === 'lines' ? readJsonLines : readElements)(file, readText(file))),
    };
}
async function* inSmallHeap(batches) {
    for await (const batch of batches) {
        (0,small_heap/* keepHeapSmall */.p)();
        yield batch;
    }
}
async function openTable(file, format) {
    if (format === 'csv')
        return await openCsv(file, readText(file));
    return format === 'parquet' ? await openParquet(file) : undefined;
}
/** The first bytes of files that are neither text nor Parquet, and what to do about them. */
const strangers = [
    ['PK\u0003\u0004', 'is an Excel workbook or another ZIP archive: save it as CSV (in Excel: "CSV UTF-8")'],
    ['\u001f\u008b', 'is compressed with gzip: unpack it first'],
    ['\u0028\u00b5\u002f\u00fd', 'is compressed with Zstandard: unpack it first'],
    ['BZh', 'is compressed with bzip2: unpack it first'],
    ['\u00fd7zXZ', 'is compressed with xz: unpack it first'],
    ['ARROW1', 'is an Arrow or Feather file: write Parquet (df.to_parquet) or CSV'],
    ['FEA1', 'is a Feather file: write Parquet (df.to_parquet) or CSV'],
    ['\u0080', 'is a pickle of Python: write Parquet (df.to_parquet) or CSV'],
    ['\u0089HDF', 'is an HDF5 file: write Parquet (df.to_parquet) or CSV'],
    ['PARE', 'is an encrypted Parquet file: write it without encryption'],
];
/**
 * Detects the format from the content, and from the extension if the content is ambiguous: a `.json` file that begins
 * with `{` is one object, unless its first line is a complete value and more lines follow.
 */
function formatOf(file, bytes, head) {
    const text = head.trimStart();
    const extension = (0,external_node_path_.extname)(file).toLowerCase();
    const beginning = bytes.toString('latin1', 0, 8);
    if (beginning.startsWith('PAR1'))
        return 'parquet';
    const [, problem] = strangers.find(([start]) => beginning.startsWith(start)) ?? [];
    if (problem)
        throw new errors/* FileError */.f6(`${file} ${problem}`, { file });
    if (text === '')
        throw new errors/* FileError */.f6(`${file} is empty: it needs at least one row`, { file });
    if (text.includes('\0'))
        throw new errors/* FileError */.f6(`${file} is not text, or is UTF-16 without a byte order mark: write JSON or CSV in UTF-8, or Parquet`, { file });
    if (extension === '.parquet')
        throw new errors/* FileError */.f6(`${file} is not a Parquet file: it is text. Give it the extension of its format`, {
            file,
        });
    if (['.csv', '.tsv'].includes(extension))
        return 'csv';
    if (['.jsonl', '.ndjson'].includes(extension))
        return 'lines';
    if (text.startsWith('['))
        return 'array';
    if (!text.startsWith('{'))
        return extension === '.json' ? 'array' : 'csv';
    if (extension !== '.json' || hasWholeFirstLine(text))
        return 'lines';
    refuseNesting(file, text);
    return 'object';
}
/** Detects the forms that pandas' `to_json` writes other than records: columns, index, split and table. */
const byPandas = [
    /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"0"\s*:/,
    /^\{\s*"0"\s*:\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*[^{\s]/,
    /^\{\s*"columns"\s*:\s*\[[^\]]*\]\s*,\s*"index"\s*:\s*\[/,
    /^\{\s*"schema"\s*:\s*\{\s*"fields"\s*:/,
];
/** Refuses an object that contains the rows as a list or as another form of a table. */
function refuseNesting(file, text) {
    const [, list] = /^\{\s*("(?:[^"\\]|\\.)*")\s*:\s*\[\s*\{/.exec(text) ?? [];
    const problem = list
        ? `the list is inside ${list}: move it to the top level, so that the file begins with [`
        : byPandas.some((form) => form.test(text)) &&
            'the file is not a list of rows: write one object for each row (in pandas: df.to_json("…", orient="records"))';
    if (problem)
        throw new errors/* FileError */.f6(`${file}, line 1: ${problem}`, { file, line: 1 });
}
function hasWholeFirstLine(text) {
    const end = text.indexOf('\n');
    if (end === -1 || text.slice(end).trim() === '')
        return false;
    try {
        JSON.parse(text.slice(0, end));
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 2138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ sendOnce)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9168);


/**
 * Sends a request until it succeeds, but never twice: after an attempt with an unknown outcome, it first looks for the
 * result of that attempt.
 */
async function sendOnce(sending) {
    const { what, signal, send, findSent, mayHaveArrived = isOutcomeUnknown, transient, explain } = sending;
    let unknown = false;
    const attempt = async () => {
        const sent = unknown ? await findSent() : undefined;
        if (sent !== undefined)
            return sent;
        try {
            return await send();
        }
        catch (error) {
            unknown ||= mayHaveArrived(error);
            throw error;
        }
    };
    try {
        return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(attempt, { what, signal, ...(transient && { transient }) });
    }
    catch (error) {
        throw explain && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ ? explain(error, unknown) : error;
    }
}
function isOutcomeUnknown(error) {
    return error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && error.outcomeUnknown;
}


/***/ }),

/***/ 1076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);

/** The size in bytes from which V8's space for young objects stops growing; by default it grows to 64 MiB. */
const LARGEST_YOUNG = 8 * 1024 * 1024;
/** How much the heap may grow before old objects are collected, in percent of what is in use; by default up to 300. */
const GROWTH = 100;
/**
 * Stops V8's space for young objects from growing once it is large enough. Otherwise it grows to the full size while a
 * large file is read, because rows are created faster than they are collected, and is never returned. Stopping it
 * earlier would save little more memory, and cost up to a third more processor time. Also collects old objects more
 * often (docs/decisions/rows.md).
 */
function keepHeapSmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)(`--heap-growing-percent=${GROWTH}`);
    const young = (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.getHeapSpaceStatistics)().find(({ space_name: name }) => name === 'new_space');
    // The limit itself can only be set when the process starts, which the runner does.
    if (young && young.space_size >= LARGEST_YOUNG)
        (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
}


/***/ })

};
