export const id = 1083;
export const ids = [1083];
export const modules = {

/***/ 1083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   updateExpected: () => (/* binding */ updateExpected)
/* harmony export */ });
/* unused harmony export withExpected */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _data_exact_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1484);
/* harmony import */ var _data_expected_metrics_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7696);
/* harmony import */ var _data_metrics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8143);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(772);






/** Maximum columns of a line in the file. */
const WIDTH = 100;
/** Writes the computed metrics into `expected` of the fixture file, and shows what that changes. */
function updateExpected(path, fixture, metrics) {
    const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    const { text, changes } = withExpected(before, fixture, metrics);
    if (changes.length > 0)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text);
    _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`${path}: ${changes.length > 0 ? 'expected metrics were written' : 'the expected metrics already match'}`);
    for (const { name, removed, added } of changes) {
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`@@ ${name} @@`);
        for (const line of removed)
            _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`- ${line}`);
        for (const line of added)
            _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`+ ${line}`);
    }
}
/** Returns the text of a fixture file with the computed metrics in `expected`; everything else stays as written. */
function withExpected(text, fixture, metrics) {
    const changes = [];
    let result = text;
    const cases = testCasesOf(text);
    // Start at the end, so that earlier positions stay valid.
    for (const [index, testCase] of [...fixture.test_cases.entries()].reverse()) {
        const node = cases[index];
        if (!node)
            continue;
        const value = expectedOf(testCase, index, metrics);
        if (value === undefined)
            continue;
        const { from, to, indent, prefix } = placeOf(node, text);
        const written = prefix + pretty(value, indent);
        const old = text.slice(from, to);
        if (sameJson(old, written, prefix))
            continue;
        result = result.slice(0, from) + written + result.slice(to);
        const [before, after] = [old, written.slice(prefix.length)].map(linesOf);
        changes.unshift({ name: testCase.name, ...difference(before ?? [], after ?? []) });
    }
    return { text: result, changes };
}
/** Returns the lines that differ, without the common lines at the beginning and end. */
function difference(before, after) {
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start])
        start++;
    let end = 0;
    while (end < before.length - start &&
        end < after.length - start &&
        before.at(-1 - end) === after.at(-1 - end))
        end++;
    return { removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}
function linesOf(text) {
    return text === '' ? [] : text.split('\n');
}
function sameJson(old, written, prefix) {
    return (old !== '' && JSON.stringify(JSON.parse(old)) === JSON.stringify(JSON.parse(written.slice(prefix.length))));
}
/**
 * Returns the expected metrics of a test case: the same metrics for configurations that it already lists, and all
 * metrics for others.
 */
function expectedOf({ expected = [], name }, index, metrics) {
    const computed = (0,_data_metrics_js__WEBPACK_IMPORTED_MODULE_3__/* .identify */ .ls)(metrics.testCases.filter(({ testCase }) => testCase?.index === index));
    if (computed.size === 0)
        return undefined;
    const listed = (0,_data_metrics_js__WEBPACK_IMPORTED_MODULE_3__/* .identify */ .ls)(expected.map((one) => ({ ...one, testCase: { index, name } })));
    return [...computed].map(([id, { configuration, metrics }]) => {
        const known = listed.get(id);
        return new Map([
            ...(configuration === null ? [] : [['configuration', configuration]]),
            ['metrics', known ? renewed(known.metrics, metrics) : metrics],
        ]);
    });
}
/** Returns the listed metrics with the computed values; bounds and tolerances stay. */
function renewed(expected, computed) {
    const leaves = new Map((0,_data_metrics_js__WEBPACK_IMPORTED_MODULE_3__/* .leavesOf */ .wf)(computed).map(({ path, value }) => [path, value]));
    const entries = Object.entries(expected).flatMap(([key, wanted]) => {
        const value = computed.get(key) ?? leaves.get(key);
        return value === undefined ? [] : [[key, renewedValue(wanted, value)]];
    });
    return new Map(entries);
}
function renewedValue(wanted, value) {
    if (value instanceof Map && typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted))
        return renewed(wanted, value);
    if (!(value instanceof _data_exact_json_js__WEBPACK_IMPORTED_MODULE_4__/* .ExactNumber */ .fh))
        return value;
    if ((0,_data_expected_metrics_js__WEBPACK_IMPORTED_MODULE_5__/* .isBounds */ .Eh)(wanted))
        return plain(wanted);
    return (0,_data_expected_metrics_js__WEBPACK_IMPORTED_MODULE_5__/* .isTolerated */ .hp)(wanted) ? new Map([...plain(wanted), ['value', value]]) : value;
}
function plain(object) {
    return new Map(Object.entries(object).map(([key, value]) => [key, new _data_exact_json_js__WEBPACK_IMPORTED_MODULE_4__/* .ExactNumber */ .fh(String(value))]));
}
/** Returns the objects of the test cases. The YAML parser also reads JSON, and knows the positions of everything. */
function testCasesOf(text) {
    const cases = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text, { logLevel: 'silent' }).get('test_cases');
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isSeq */ .oP)(cases) ? cases.items.map((item) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(item) ? item : undefined)) : [];
}
/** Returns the position of a test case's `expected`, or where to insert it: after the name. */
function placeOf(node, text) {
    const pairs = node.items;
    const find = (name) => pairs.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(key) && key.value === name);
    const own = find('expected');
    const [from, to] = own?.value?.range ?? [];
    if (own && from !== undefined && to !== undefined)
        return { from, to, indent: indentAt(own.key, text), prefix: '' };
    const name = find('name');
    const end = name?.value?.range?.[1] ?? 0;
    const indent = name ? indentAt(name.key, text) : '';
    const line = text.lastIndexOf('\n', end);
    // A file with one line keeps one line.
    const separator = line === -1 ? ' ' : `\n${indent}`;
    return { from: end, to: end, indent, prefix: `,${separator}"expected": ` };
}
/** Returns the white space at the beginning of a key's line. */
function indentAt(key, text) {
    const start = text.lastIndexOf('\n', key.range?.[0] ?? 0) + 1;
    return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}
/** Formats JSON on one line if it fits, otherwise with one item per line. */
function pretty(value, indent) {
    const line = oneLine(value);
    if (indent.length + line.length <= WIDTH)
        return line;
    const deeper = `${indent}  `;
    if (Array.isArray(value))
        return `[\n${value.map((item) => deeper + pretty(item, deeper)).join(',\n')}\n${indent}]`;
    if (!(value instanceof Map))
        return line;
    const members = [...value].map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${pretty(item, deeper)}`);
    return `{\n${members.join(',\n')}\n${indent}}`;
}
function oneLine(value) {
    if (Array.isArray(value))
        return `[${value.map(oneLine).join(', ')}]`;
    if (!(value instanceof Map))
        return (0,_data_exact_json_js__WEBPACK_IMPORTED_MODULE_4__/* .stringifyExact */ .zX)(value);
    if (value.size === 0)
        return '{}';
    return `{ ${[...value].map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`).join(', ')} }`;
}


/***/ })

};
