export const id = 2225;
export const ids = [2225];
export const modules = {

/***/ 2225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpText: () => (/* binding */ helpText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _util_group_by_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7043);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8908);



const publishUsage = `Publishes a model evaluator from this machine, like the GitHub Action does from a workflow: builds its
image, verifies it, pushes it, registers it, and prints the outputs as JSON to standard output. The log
goes to standard error.

  evaluator-action --workflow NAME --evaluator-name NAME --image NAME [--dry-run]
  evaluator-action --evaluators evaluators.yml [--dry-run]

Without --dry-run it publishes, and needs the platform's API token in the environment variable KOLENA_TOKEN.
Paths are relative to the current directory. A flag with ITEM may be repeated.

Other commands, each with its own --help:`;
/** The flags that are not inputs. */
const ownFlags = {
    summary: `  --summary FILE
      Writes the report of the run to this file, as Markdown.`,
    'update-expected': `  --update-expected
      Writes the metrics that the evaluator computes into expected of the contract
      fixture, and shows what that changes. Nothing is published.`,
    version: `  --version
      Prints the version.`,
    help: `  -h, --help
      Prints this text.`,
};
const exitCodes = `
Exit codes:
  0    done, or ready in a dry run
  1    failed, or a gate did not pass
  2    invalid flags or inputs; nothing was built, sent or changed
  130  cancelled by SIGINT (Ctrl-C); 143 by SIGTERM, 129 by SIGHUP
`;
/**
 * Returns the text of --help.
 *
 * @param action the text of the command's action.yml
 * @param columns the width of the text
 */
function helpText({ word }, flags, action, columns) {
    const inputs = inputsOf(action).filter(({ name }) => flags.names.includes(name));
    const groups = [...(0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(inputs, ({ group }) => group)].map(([group, members]) => [`\n${group || 'Flags'}:`, ...members.map((input) => describe(input, flags, columns))].join('\n'));
    const refused = [...flags.refused].map(([name, text]) => wrap(`${name} ${text}.`, columns, '  '));
    const notFlags = refused.length === 0
        ? []
        : [
            '\nNot flags, because others can read a command line and the history of the shell keeps it:',
            ...refused,
        ];
    const others = Object.entries(ownFlags).flatMap(([name, text]) => flags.names.includes(name) ? [text] : []);
    return [
        ...usageOf(word, action, columns),
        ...groups,
        ...notFlags,
        '\nOther flags:',
        ...others,
        exitCodes,
    ].join('\n');
}
function usageOf(word, action, columns) {
    if (word === 'publish') {
        const others = _commands_js__WEBPACK_IMPORTED_MODULE_1__/* .commands */ .Pi.filter((command) => command.word !== word);
        return [publishUsage, ...others.map((command) => `  evaluator-action ${command.word}`)];
    }
    const description = String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(action).get('description'));
    return [
        wrap(`${description} Prints the outputs as JSON to standard output; the log goes to standard error.`, columns, ''),
        `\n  evaluator-action ${word} [FLAGS]`,
        '\nPaths are relative to the current directory. A flag with ITEM may be repeated.',
    ];
}
function describe({ name, description, fallback }, flags, columns) {
    const text = fallback === undefined ? description : `${description} Default: \`${fallback}\`.`;
    return `  --${name} ${placeholder(name, flags)}\n${wrap(text, columns, '      ')}`;
}
function placeholder(name, flags) {
    const words = flags.wordsOf(name);
    if (words.includes('true'))
        return `[${words.join('|')}]`;
    return words.join('|') || (flags.isList(name) ? 'ITEM' : 'VALUE');
}
function inputsOf(action) {
    const inputs = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(action).get('inputs');
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(inputs))
        throw new Error('action.yml has no inputs');
    // The parser attaches the comment above the first input to the whole mapping.
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
