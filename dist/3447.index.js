export const id = 3447;
export const ids = [3447];
export const modules = {

/***/ 3447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishOne: () => (/* binding */ publishOne)
/* harmony export */ });
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8560);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4486);


/** Publishes the one evaluator that the inputs describe. */
async function publishOne(inputs, context, record) {
    await (0,_publish_js__WEBPACK_IMPORTED_MODULE_1__/* .publishEvaluator */ .N)(inputs, context, new _connections_js__WEBPACK_IMPORTED_MODULE_0__/* .Connections */ .U([inputs], context), record);
}


/***/ })

};
