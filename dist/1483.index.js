export const id = 1483;
export const ids = [1483];
export const modules = {

/***/ 1483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createFile: () => (/* binding */ createFile),
/* harmony export */   missingFiles: () => (/* binding */ missingFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);



/** Returns the files that are not there yet. Throws an error if the folder of one is a link, before anything is written. */
function missingFiles(files) {
    return files.filter(({ path }) => {
        for (const folder of foldersOf(path)) {
            const stats = statsOf(folder);
            if (stats === undefined)
                return true;
            if (!stats.isDirectory())
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`${folder} is ${stats.isSymbolicLink() ? 'a link, which may lead out of the repository' : 'not a directory'}, so ${path} cannot be written. Nothing was written. Move it away first.`);
        }
        return statsOf(path) === undefined;
    });
}
/** Creates a file and its folders. Never replaces a file, and never follows a link in its place. */
function createFile({ path, text }) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text, { flag: 'wx' });
    }
    catch (cause) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`${path} cannot be written: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause });
    }
}
/** Returns the folders of a file from the root down. */
function foldersOf(path) {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
function statsOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
}


/***/ })

};
