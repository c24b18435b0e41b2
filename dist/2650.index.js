export const id = 2650;
export const ids = [2650];
export const modules = {

/***/ 2650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   description: () => (/* binding */ description)
/* harmony export */ });
/** Describes the command as action.yml describes an action. It is only a command, because it writes into a clone. */
const description = `
description: Writes what a Git repository needs to publish its evaluator with this action. That is a workflow, a .dockerignore, and a contract fixture to fill in. Reads the names from the sources, and overwrites nothing.
inputs:
  workflow:
    description: Name of the platform's workflow. Defaults to the name in \`define_workflow(…)\`, if there is only one.
  evaluator-name:
    description: Name of the evaluator. Defaults to the function or class that models are tested with, if there is only one.
  image:
    description: Name of the image, such as \`keypoint_detection_evaluator\`. Defaults to the name that a script registers, or else to the evaluator's name.
  file:
    description: Path of the Dockerfile. Defaults to the only Dockerfile of the repository.
  context:
    description: Build context. Defaults to the folder that has the files that the Dockerfile copies.
  dry-run:
    description: Shows the files, and writes none.
    default: "false"
`;


/***/ })

};
