export const id = 2001;
export const ids = [2001];
export const modules = {

/***/ 2001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   description: () => (/* binding */ description)
/* harmony export */ });
/** Describes the command as action.yml describes an action. It is only a command, because a workflow records without a file. */
const description = `
description: Records a fixture for the contract check from the inferences of a model on a test suite. Changes nothing on the platform.
inputs:
  workflow:
    description: Name of the platform's workflow that the model and the test suite belong to.
  model:
    description: Name of the model.
  test-suite:
    description: The test suite, as \`name\` or \`name@version\`. By default its latest version.
  output:
    description: Path of the fixture, such as contract-fixture.json. An existing fixture is replaced, and its expected metrics are kept.
  samples:
    description: The most samples, which the test cases share evenly.
    default: "10000"
  omit-metadata:
    description: Leaves out the metadata of the samples.
    default: "false"
  api-url:
    description: Address of the platform. Defaults to the environment variable \`KOLENA_API_URL\`, and without it to \`https://api.kolena.io\`.
`;


/***/ })

};
