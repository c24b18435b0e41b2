export const id = 505;
export const ids = [505];
export const modules = {

/***/ 7505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _lib_private_directory_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1828);

/** The root action's post step: removes what a killed main step could not. Needs no input and no service. */
function cleanUp() {
    const directory = (0,_lib_private_directory_js__WEBPACK_IMPORTED_MODULE_0__/* .savedPrivateDirectory */ .wk)();
    if (directory !== undefined)
        (0,_lib_private_directory_js__WEBPACK_IMPORTED_MODULE_0__/* .removePrivateDirectory */ .th)(directory);
}


/***/ }),

/***/ 1828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nq: () => (/* binding */ createPrivateDirectory),
/* harmony export */   th: () => (/* binding */ removePrivateDirectory),
/* harmony export */   wk: () => (/* binding */ savedPrivateDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/**
 * The one place on disk for what a run must not leave behind: the registry login, files with secrets, metadata.
 * It lies below RUNNER_TEMP, only this user can read it, and it goes at the end of the main step or, when that
 * was killed, in the post step. Uses Node's built-ins alone, because the post step loads it.
 */




const state = 'private-directory';
const ourName = /^evaluator-action-[0-9a-f-]{36}$/;
/** Creates the directory, after its path is saved for the post step. */
function createPrivateDirectory() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporaryRoot(), `evaluator-action-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    const { GITHUB_STATE } = process.env;
    if (GITHUB_STATE)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(GITHUB_STATE, `${state}=${path}\n`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    return path;
}
function removePrivateDirectory(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * The directory that the main step saved, if it is one of ours: build output can forge state of the step, so a
 * path counts only when it has our name and lies directly below RUNNER_TEMP.
 */
function savedPrivateDirectory() {
    const path = process.env[`STATE_${state}`];
    return path !== undefined && ourName.test((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)) && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === temporaryRoot()
        ? path
        : undefined;
}
function temporaryRoot() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)());
}


/***/ })

};
