export const id = 7876;
export const ids = [7876];
export const modules = {

/***/ 7876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeFixture: () => (/* binding */ writeFixture)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _data_python_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2929);



/**
 * Writes a fixture file with one sample per line, and replaces an earlier one at the end. Keeps the expected metrics of
 * an earlier file, by the names of their test cases. Returns how many values became null because JSON does not have them.
 */
async function writeFixture(path, fixture, existing) {
    const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)}.${process.pid}`);
    const counter = { replaced: 0 };
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(partial, textOf(fixture, existing, counter), { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(partial, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partial, { force: true });
        throw error;
    }
    return counter.replaced;
}
async function* textOf({ test_cases, batches }, existing, counter) {
    const json = (text) => {
        try {
            JSON.parse(text);
            return text;
        }
        catch {
            counter.replaced++;
            return JSON.stringify((0,_data_python_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePythonJson */ .S)(text));
        }
    };
    yield '{\n  "test_cases": [';
    for (const [index, { name }] of test_cases.entries()) {
        yield `${index > 0 ? ',' : ''}\n    {\n      "name": ${JSON.stringify(name)},\n`;
        const expected = existing?.test_cases.find((one) => one.name === name)?.expected;
        if (expected)
            yield `      "expected": ${JSON.stringify(expected)},\n`;
        yield '      "samples": [';
        const some = batches[index] ?? [];
        for (const [number, batch] of some.entries()) {
            const { test_sample, test_sample_metadata, ground_truth, inference } = await batch.columns();
            const lines = test_sample.map((sample, row) => {
                const metadata = test_sample_metadata[row] ?? '{}';
                const parts = [
                    `"test_sample": ${json(sample)}`,
                    ...(metadata === '{}' ? [] : [`"metadata": ${json(metadata)}`]),
                    `"ground_truth": ${json(ground_truth[row] ?? '{}')}`,
                    `"inference": ${json(inference[row] ?? '{}')}`,
                ];
                return `\n        { ${parts.join(', ')} }`;
            });
            yield (number > 0 ? ',' : '') + lines.join(',');
        }
        yield `${some.length > 0 ? '\n      ' : ''}]\n    }`;
    }
    yield '\n  ]\n}\n';
}


/***/ }),

/***/ 2929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parsePythonJson),
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** Reads JSON as Python writes it. NaN and the infinities, which JSON does not have, become null. */
function parsePythonJson(text) {
    if (!/NaN|Infinity/.test(text))
        return JSON.parse(text);
    return JSON.parse(text.replaceAll(/"(?:[^"\\]|\\.)*"|NaN|-?Infinity/g, (token) => (token[0] === '"' ? token : 'null')));
}
/** Returns the same text for equal values, in any order of their keys. */
function canonicalJson(value) {
    return JSON.stringify(value, (_, part) => part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part);
}


/***/ })

};
