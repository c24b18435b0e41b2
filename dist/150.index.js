export const id = 150;
export const ids = [150];
export const modules = {

/***/ 1150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpText: () => (/* binding */ helpText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _lib_group_by_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8150);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8310);



const usage = `Publishes a model evaluator from this machine, as the GitHub Action of this name does from a workflow:
builds its image, verifies it, pushes it, registers it, and prints the outputs as JSON. What happens
meanwhile is told on standard error.

  evaluator-action --workflow NAME --evaluator-name NAME --image NAME [--dry-run]
  evaluator-action --evaluators evaluators.yml [--dry-run]

Without --dry-run it publishes, and needs the platform's API token in the variable KOLENA_TOKEN.
Paths are relative to the present directory. A flag with ITEM may be repeated.`;
const notFlags = '\nNot flags, since others can read what stands in a command line, and the history of the shell keeps it:';
const ending = `
Beside the inputs of the action:
  --summary FILE
      Writes the report of the run to this file, as Markdown.
  --version
      Prints the version.
  -h, --help
      Prints this text.

Exit codes:
  0    published, or ready to be
  1    failed, or a gate did not pass
  2    flags or inputs that cannot be used; nothing was built, sent or changed
  130  cancelled by SIGINT (Ctrl-C); 143 by SIGTERM, 129 by SIGHUP
`;
/**
 * The text of --help.
 * @param action the text of the root action.yml
 * @param columns how wide it may be
 */
function helpText(action, columns) {
    const inputs = inputsOf(action).filter(({ name }) => !Object.hasOwn(_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5, name));
    const instead = Object.entries(_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5).map(([name, text]) => wrap(`${name} ${text}.`, columns, '  '));
    const groups = [...(0,_lib_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(inputs, ({ group }) => group)].map(([group, members]) => [`\n${group}:`, ...members.map((input) => describe(input, columns))].join('\n'));
    return [usage, ...groups, notFlags, ...instead, ending].join('\n');
}
function describe({ name, description, fallback }, columns) {
    const text = fallback === undefined ? description : `${description} Default: \`${fallback}\`.`;
    return `  --${name} ${placeholder(name)}\n${wrap(text, columns, '      ')}`;
}
function placeholder(name) {
    const words = (0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(name);
    if (words.includes('true'))
        return `[${words.join('|')}]`;
    return words.join('|') || ((0,_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(name) ? 'ITEM' : 'VALUE');
}
function inputsOf(action) {
    const inputs = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(action).get('inputs');
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(inputs))
        throw new Error('action.yml has no inputs');
    // The parser gives the comment above the first one to the mapping as a whole.
    let group = inputs.commentBefore?.trim() ?? '';
    return inputs.items.map(({ key, value }) => {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.commentBefore)
            group = key.commentBefore.trim();
        const fallback = value?.get('default');
        return {
            name: String(key),
            group,
            description: String(value?.get('description')),
            fallback: fallback === undefined ? undefined : String(fallback),
        };
    });
}
function wrap(text, columns, indentation) {
    const lines = [];
    for (const word of text.split(' ')) {
        const longer = `${lines.at(-1)} ${word}`;
        if (lines.length > 0 && longer.length <= columns)
            lines[lines.length - 1] = longer;
        else
            lines.push(indentation + word);
    }
    return lines.join('\n');
}


/***/ })

};
