export const id = 143;
export const ids = [143];
export const modules = {

/***/ 3143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishOne: () => (/* binding */ publishOne)
/* harmony export */ });
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2850);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6491);
/* harmony import */ var _rehearse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6468);



/** Publishes one evaluator, or in a dry run shows what that would do. */
async function publishOne(inputs, shell, publication) {
    const connections = new _connections_js__WEBPACK_IMPORTED_MODULE_0__/* .Connections */ .U([inputs], shell);
    await (inputs.mode.dryRun ? _rehearse_js__WEBPACK_IMPORTED_MODULE_2__/* .rehearse */ .K : _publish_js__WEBPACK_IMPORTED_MODULE_1__/* .publishImage */ .N)(inputs, shell, connections, publication);
}


/***/ })

};
