export const id = 2765;
export const ids = [2765];
export const modules = {

/***/ 2765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Progress: () => (/* binding */ Progress)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/utils.js
/* MAIN */
const getCodePointsLength = (() => {
    const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
    return (input) => {
        let surrogatePairsNr = 0;
        SURROGATE_PAIR_RE.lastIndex = 0;
        while (SURROGATE_PAIR_RE.test(input)) {
            surrogatePairsNr += 1;
        }
        return input.length - surrogatePairsNr;
    };
})();
const isFullWidth = (x) => {
    return x === 0x3000 || x >= 0xFF01 && x <= 0xFF60 || x >= 0xFFE0 && x <= 0xFFE6;
};
const isWideNotCJKTNotEmoji = (x) => {
    return x === 0x231B || x === 0x2329 || x >= 0x2FF0 && x <= 0x2FFF || x >= 0x3001 && x <= 0x303E || x >= 0x3099 && x <= 0x30FF || x >= 0x3105 && x <= 0x312F || x >= 0x3131 && x <= 0x318E || x >= 0x3190 && x <= 0x31E3 || x >= 0x31EF && x <= 0x321E || x >= 0x3220 && x <= 0x3247 || x >= 0x3250 && x <= 0x4DBF || x >= 0xFE10 && x <= 0xFE19 || x >= 0xFE30 && x <= 0xFE52 || x >= 0xFE54 && x <= 0xFE66 || x >= 0xFE68 && x <= 0xFE6B || x >= 0x1F200 && x <= 0x1F202 || x >= 0x1F210 && x <= 0x1F23B || x >= 0x1F240 && x <= 0x1F248 || x >= 0x20000 && x <= 0x2FFFD || x >= 0x30000 && x <= 0x3FFFD;
};
/* EXPORT */


;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/index.js
/* IMPORT */

/* HELPERS */
const ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
const CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/yu;
const TAB_RE = /\t{1,1000}/y;
const EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/yu;
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
const MODIFIER_RE = /\p{M}+/gu;
const NO_TRUNCATION = { limit: Infinity, ellipsis: '' };
/* MAIN */
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
    /* CONSTANTS */
    const LIMIT = truncationOptions.limit ?? Infinity;
    const ELLIPSIS = truncationOptions.ellipsis ?? '';
    const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION, widthOptions).width : 0);
    const ANSI_WIDTH = 0;
    const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
    const TAB_WIDTH = widthOptions.tabWidth ?? 8;
    const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
    const FULL_WIDTH_WIDTH = 2;
    const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
    const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
    const PARSE_BLOCKS = [
        [LATIN_RE, REGULAR_WIDTH],
        [ANSI_RE, ANSI_WIDTH],
        [CONTROL_RE, CONTROL_WIDTH],
        [TAB_RE, TAB_WIDTH],
        [EMOJI_RE, EMOJI_WIDTH],
        [CJKT_WIDE_RE, WIDE_WIDTH],
    ];
    /* STATE */
    let indexPrev = 0;
    let index = 0;
    let length = input.length;
    let lengthExtra = 0;
    let truncationEnabled = false;
    let truncationIndex = length;
    let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
    let unmatchedStart = 0;
    let unmatchedEnd = 0;
    let width = 0;
    let widthExtra = 0;
    /* PARSE LOOP */
    outer: while (true) {
        /* UNMATCHED */
        if ((unmatchedEnd > unmatchedStart) || (index >= length && index > indexPrev)) {
            const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
            lengthExtra = 0;
            for (const char of unmatched.replaceAll(MODIFIER_RE, '')) {
                const codePoint = char.codePointAt(0) || 0;
                if (isFullWidth(codePoint)) {
                    widthExtra = FULL_WIDTH_WIDTH;
                }
                else if (isWideNotCJKTNotEmoji(codePoint)) {
                    widthExtra = WIDE_WIDTH;
                }
                else {
                    widthExtra = REGULAR_WIDTH;
                }
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                lengthExtra += char.length;
                width += widthExtra;
            }
            unmatchedStart = unmatchedEnd = 0;
        }
        /* EXITING */
        if (index >= length) {
            break outer;
        }
        /* PARSE BLOCKS */
        for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
            const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
            BLOCK_RE.lastIndex = index;
            if (BLOCK_RE.test(input)) {
                lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
                widthExtra = lengthExtra * BLOCK_WIDTH;
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                width += widthExtra;
                unmatchedStart = indexPrev;
                unmatchedEnd = index;
                index = indexPrev = BLOCK_RE.lastIndex;
                continue outer;
            }
        }
        /* UNMATCHED INDEX */
        index += 1;
    }
    /* RETURN */
    return {
        width: truncationEnabled ? truncationLimit : width,
        index: truncationEnabled ? truncationIndex : length,
        truncated: truncationEnabled,
        ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
    };
};
/* EXPORT */
/* harmony default export */ const dist = (getStringTruncatedWidth);

// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/src/runtime/progress.js



/** Milliseconds between two frames. */
const FRAME_PAUSE = 100;
/** Maximum phases on the screen, one per line. */
const MAX_PHASES = 5;
/** The size to assume for a terminal that does not report one. */
const COLUMNS = 80;
const ROWS = 24;
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
/** Terminals disagree about the width of some characters. Without wrapping, a line never takes a second row. */
const NO_WRAP = '\u001b[?7l';
const WRAP = '\u001b[?7h';
const ERASE_BELOW = '\r\u001b[J';
const cursorUp = (rows) => (rows > 0 ? `\u001b[${rows}A` : '');
/** Signals of the keys Ctrl-Z and Ctrl-\, which stop or end the process without giving it time to clean up. */
const abrupt = ['SIGTSTP', 'SIGQUIT'];
/**
 * Shows the running phases below the log of a terminal, one per line, and overwrites them in place.
 *
 * The cursor waits at the beginning of the first line. Erasing everything below it therefore removes all lines, however
 * the terminal has wrapped them after a change of its size.
 */
class Progress {
    #stream;
    /** When each running phase started. */
    #running = new Map();
    /** What is on the screen below the log; empty if nothing is. */
    #shown = '';
    #isCursorHidden = false;
    #timer;
    #redrawing;
    constructor(stream) {
        this.#stream = stream;
    }
    /** Shows a phase until the returned function is called. A phase that ends before the next frame is never drawn. */
    start(phase) {
        if (this.#running.size === 0)
            this.#listen();
        this.#running.set(phase, performance.now());
        return () => {
            if (this.#running.delete(phase) && this.#running.size === 0)
                this.#end();
        };
    }
    /** Prints text of the log, which ends with a line feed, above the progress. */
    print(text) {
        if (this.#shown === '') {
            this.#stream.write(text);
            return;
        }
        this.#stream.write(ERASE_BELOW + text);
        this.#shown = '';
        // Many lines of the log that arrive together need only one frame.
        this.#redrawing ??= setImmediate(() => {
            this.#redrawing = undefined;
            this.#draw();
        });
        this.#redrawing.unref();
    }
    #listen() {
        this.#timer = setInterval(this.#draw, FRAME_PAUSE).unref();
        this.#stream.on('resize', this.#redraw);
        for (const signal of abrupt)
            process.on(signal, this.#yield);
        // An error that nothing catches must not leave a terminal without a cursor.
        process.on('exit', this.#clear);
    }
    #end() {
        clearInterval(this.#timer);
        clearImmediate(this.#redrawing);
        this.#redrawing = undefined;
        this.#stream.off('resize', this.#redraw);
        for (const signal of abrupt)
            process.off(signal, this.#yield);
        process.off('exit', this.#clear);
        this.#clear();
    }
    #draw = () => {
        if (this.#running.size === 0)
            return;
        const frame = this.#frame();
        if (frame === this.#shown)
            return;
        this.#stream.write((this.#shown === '' ? HIDE_CURSOR : ERASE_BELOW) + frame);
        this.#isCursorHidden = true;
        this.#shown = frame;
    };
    #redraw = () => {
        if (this.#shown === '')
            return;
        this.#shown = this.#frame();
        this.#stream.write(ERASE_BELOW + this.#shown);
    };
    #clear = () => {
        if (!this.#isCursorHidden)
            return;
        this.#stream.write((this.#shown === '' ? '' : ERASE_BELOW) + SHOW_CURSOR);
        this.#isCursorHidden = false;
        this.#shown = '';
    };
    /** Lets a signal take effect with a clean terminal, and draws again if the process continues. */
    #yield = (signal) => {
        this.#clear();
        process.off(signal, this.#yield);
        // Without a listener, SIGQUIT ends the process here, and SIGTSTP stops it until SIGCONT.
        process.kill(process.pid, signal);
        process.on(signal, this.#yield);
        this.#draw();
    };
    #frame() {
        const { columns, rows } = this.#stream;
        const most = Math.max(1, Math.min(MAX_PHASES, (rows || ROWS) - 2));
        const phases = [...this.#running];
        const lines = phases
            .slice(0, most)
            .map(([phase, start]) => this.#styled(fit(describe(phase, start), columns || COLUMNS)));
        const more = phases.length - lines.length;
        if (more > 0)
            lines.push(this.#styled(fit(`and ${more} more`, columns || COLUMNS)));
        return `${NO_WRAP}${lines.join('\r\n')}\r${cursorUp(lines.length - 1)}${WRAP}`;
    }
    #styled(line) {
        return this.#stream.hasColors?.() ? (0,external_node_util_.styleText)('dim', line, { validateStream: false }) : line;
    }
}
function describe(phase, start) {
    const seconds = Math.floor((performance.now() - start) / 1000);
    return [`${phase.name}: ${seconds} s`, phase.describe()].filter((part) => part !== '').join(' · ');
}
/** Makes one line of at most as many columns as the terminal has, without masked secrets. */
function fit(text, columns) {
    // A character takes up to two columns, so clipping first only saves time. It also redacts.
    const line = (0,clip/* clip */.$)(text, 2 * columns).replaceAll(/[\p{Cf}\p{Cc}\p{Z}]+/gu, ' ');
    const { index, ellipsed } = dist(line, { limit: columns, ellipsis: '…' });
    return ellipsed ? `${line.slice(0, index)}…` : line;
}


/***/ })

};
