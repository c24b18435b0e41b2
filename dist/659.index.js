export const id = 659;
export const ids = [659];
export const modules = {

/***/ 5249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callerIdentity)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3064);

/** Who the AWS credentials are. Needs no permission, so what fails here are the credentials themselves. */
async function callerIdentity(options, signal) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientConfig */ .y)(options));
    const call = { what: 'see whose the AWS credentials are', permission: 'sts:GetCallerIdentity', signal };
    const { Account = '', Arn = '' } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(call, () => client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }));
    return { account: Account, arn: Arn };
}


/***/ }),

/***/ 1659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRole: () => (/* binding */ openRole)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2672);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3064);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5249);




/** IAM is one service for each partition, and its clients want one of the partition's regions. */
const REGIONS = {
    aws: 'us-east-1',
    'aws-cn': 'cn-northwest-1',
    'aws-us-gov': 'us-gov-west-1',
    'aws-iso': 'us-iso-east-1',
    'aws-iso-b': 'us-isob-east-1',
    'aws-iso-e': 'eu-isoe-west-1',
    'aws-iso-f': 'us-isof-south-1',
    'aws-eusc': 'eusc-de-east-1',
};
/** Finds the role with the AWS credentials of the job, which have to be of the role's account. */
async function openRole(arn, signal) {
    const { partition, account, name } = (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRoleArn */ .D)(arn);
    const options = { region: REGIONS[partition] };
    const caller = await (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .callerIdentity */ .I)(options, signal);
    if (caller.account !== account) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The role ${arn} is in the AWS account ${account}, and the AWS credentials of the job (${caller.arn}) are of ${caller.account}. Configure credentials of ${account}.`);
    }
    const { IAMClient, GetRoleCommand, UpdateAssumeRolePolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
    const client = new IAMClient((0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .clientConfig */ .y)(options));
    const call = (what, permission) => ({ what, permission, signal, remedies });
    return {
        readTrustPolicy: async () => {
            const { Role } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .I)(call(`read the role ${name}`, 'iam:GetRole'), () => client.send(new GetRoleCommand({ RoleName: name }), { abortSignal: signal }));
            if (Role?.Arn !== arn) {
                throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`aws-assume-role "${arn}": the role ${name} of the account has another ARN, ${Role?.Arn}. Write that one.`);
            }
            return JSON.parse(decodeURIComponent(Role.AssumeRolePolicyDocument ?? '{}'));
        },
        writeTrustPolicy: async (policy) => {
            const input = { RoleName: name, PolicyDocument: JSON.stringify(policy) };
            await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .I)(call(`write the trust policy of ${name}`, 'iam:UpdateAssumeRolePolicy'), () => client.send(new UpdateAssumeRolePolicyCommand(input), { abortSignal: signal }));
        },
    };
}
const remedies = {
    NoSuchEntityException: 'There is no such role; check aws-assume-role, or create the role first.',
    MalformedPolicyDocumentException: "IAM does not take the policy. If it says that a principal is invalid, the platform's role is gone: register again, or ask the platform.",
    LimitExceededException: 'A trust policy has at most 2048 characters. Remove statements that are not needed, or have the quota raised (up to 4096).',
    UnmodifiableEntityException: 'A service-linked role cannot be changed; use a role of your own.',
};


/***/ })

};
