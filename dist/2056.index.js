export const id = 2056;
export const ids = [2056];
export const modules = {

/***/ 2056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyTrust: () => (/* binding */ applyTrust),
  verifyTrust: () => (/* binding */ verifyTrust)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/util/retry.js
var retry = __webpack_require__(9168);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
;// CONCATENATED MODULE: ./build/src/platforms/aws/policy-document.js

const OneOrMore = schemas/* pipe */.FsL(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]), schemas/* transform */.pdi((value) => (typeof value === 'string' ? [value] : value)));
/** Values of a condition. IAM also accepts bare booleans and numbers. */
const ConditionValues = schemas/* pipe */.FsL(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY(), schemas/* number */.aig(), schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY(), schemas/* number */.aig()]))]), schemas/* transform */.pdi((value) => (Array.isArray(value) ? value : [value]).map(String)));
const Principal = schemas/* union */.KCZ([
    schemas/* pipe */.FsL(schemas/* literal */.euz('*'), schemas/* transform */.pdi(() => ({ AWS: ['*'] }))),
    schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['AWS', 'Service', 'Federated', 'CanonicalUser']), OneOrMore),
]);
/** One statement of a trust policy. A trust policy has no `Resource`: the role that it is attached to is the resource. */
const Statement = schemas/* strictObject */.rej({
    Sid: schemas/* optional */.lqM(schemas/* string */.YjP()),
    Effect: schemas/* enum */.k5n(['Allow', 'Deny']),
    Principal: schemas/* optional */.lqM(Principal),
    NotPrincipal: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
    Action: schemas/* optional */.lqM(OneOrMore),
    NotAction: schemas/* optional */.lqM(OneOrMore),
    Condition: schemas/* prefault */.SdS(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), ConditionValues)), {}),
});
/**
 * A trust policy in the form that the check needs: lists where IAM accepts one or many values, and no unknown parts.
 */
const Document = schemas/* strictObject */.rej({
    Version: schemas/* optional */.lqM(schemas/* string */.YjP()),
    Id: schemas/* optional */.lqM(schemas/* string */.YjP()),
    Statement: schemas/* pipe */.FsL(schemas/* transform */.pdi((value) => (Array.isArray(value) ? value : [value])), schemas/* array */.YOg(Statement)),
});
/** Returns the statements of a trust policy; undefined if it contains anything that IAM's grammar does not have. */
function readStatements(document) {
    return Document.safeParse(document).data?.Statement;
}

;// CONCATENATED MODULE: ./build/src/platforms/aws/trust-policy-judge.js

/** Judges a trust policy by its meaning, not its text. `document` is its parsed JSON. */
function judgeTrustPolicy(document, trust) {
    const statements = readStatements(document);
    if (!statements)
        return conclude([
            { kind: 'maybe', text: 'The trust policy contains parts that the action does not understand.' },
        ]);
    const findings = statements.flatMap((statement, index) => judgeStatement(statement, trust).map(({ kind, text }) => ({
        kind,
        text: `${statement.Sid ? `Statement "${statement.Sid}"` : `Statement ${index + 1}`} ${text}.`,
    })));
    const partition = (arn) => arn.split(':')[1];
    if (partition(trust.jobRoleArn) !== partition(trust.roleArn))
        findings.push({
            kind: 'denies',
            text: `The platform's role is in the partition ${partition(trust.jobRoleArn)} and this role in ${partition(trust.roleArn)}; AWS does not allow roles to be assumed across partitions.`,
        });
    if (!findings.some(({ kind }) => ['allows', 'maybe', 'defeats'].includes(kind)))
        findings.push({ kind: 'denies', text: `No statement allows ${trust.jobRoleArn} to assume the role.` });
    return conclude(findings);
}
function conclude(findings) {
    const texts = (...kinds) => findings.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
    const broken = texts('denies', 'defeats');
    if (broken.length > 0)
        return { verdict: 'broken', reasons: [...broken, ...texts('misses', 'hint')], warnings: texts('remark') };
    const reasons = texts('maybe', 'doubt');
    return { verdict: reasons.length > 0 ? 'unproven' : 'ok', reasons, warnings: texts('misses', 'remark') };
}
function judgeStatement(statement, trust) {
    if (statement.NotPrincipal !== undefined || statement.NotAction !== undefined)
        return [
            {
                kind: statement.Effect === 'Allow' ? 'maybe' : 'doubt',
                text: 'has NotPrincipal or NotAction, so it is not clear whom it affects',
            },
        ];
    const reach = reachOf(statement.Principal?.AWS ?? [], trust);
    if (statement.Effect === 'Deny')
        return [judgeDeny(statement, reach)];
    const { Action = [] } = statement;
    if (!Action.some(coversAssumeRole))
        return reach.of ? [{ kind: 'hint', text: `allows ${Action.join(', ')} but not sts:AssumeRole` }] : [];
    return reach.of ? judgeAllow(statement, reach, trust) : reach.deleted.map(deletedPrincipal);
}
function reachOf(principals, { jobRoleArn }) {
    const [, partition = '', , , account = ''] = jobRoleArn.split(':');
    const name = jobRoleArn.slice(jobRoleArn.lastIndexOf('/') + 1);
    const session = `arn:${partition}:sts::${account}:assumed-role/${name}/`;
    const of = [
        ['anyone', (principal) => principal === '*'],
        ['account', (principal) => [account, `arn:${partition}:iam::${account}:root`].includes(principal)],
        ['role', (principal) => principal === jobRoleArn],
        ['session', (principal) => principal.startsWith(session)],
    ].find(([, matches]) => principals.some(matches))?.[0];
    return { of, deleted: principals.filter((principal) => /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(principal)) };
}
function judgeDeny({ Action = [], Condition }, { of }) {
    const certain = Action.some(coversAssumeRole) && Object.keys(Condition).length === 0;
    if (certain && of && of !== 'session')
        return { kind: 'denies', text: "denies the platform's role" };
    return { kind: 'doubt', text: 'denies something, so it is not clear what remains allowed' };
}
function judgeAllow({ Condition }, { of }, trust) {
    if (of === 'anyone')
        return [
            { kind: 'defeats', text: 'allows anyone to assume the role (principal "*"); name the role instead' },
        ];
    const { problem, values, others } = readConditions(Condition);
    if (problem)
        return [{ kind: 'defeats', text: problem }];
    if (!values?.includes(trust.externalId)) {
        const ids = (values ?? []).join('", "');
        return [missing(`requires the external ID "${ids}", but the platform presents "${trust.externalId}"`)];
    }
    const remarks = [];
    if (of === 'account')
        remarks.push({ kind: 'remark', text: "trusts the platform's whole account; its role is enough" });
    if (values.length > 1)
        remarks.push({ kind: 'remark', text: `also accepts other external IDs (${values.length - 1})` });
    if (of === 'session')
        return [{ kind: 'maybe', text: "trusts only one session of the platform's role" }, ...remarks];
    if (others.length > 0)
        return [{ kind: 'maybe', text: `has other conditions (${others.join(', ')})` }, ...remarks];
    return [{ kind: 'allows', text: 'is the one' }, ...remarks];
}
/** Returns the required external ids, or why they are not exact, and all other conditions. All must hold. */
function readConditions(condition) {
    const entries = Object.entries(condition).flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => ({ operator, key, values })));
    const onId = entries.filter(({ key }) => key.toLowerCase() === 'sts:externalid');
    const pinned = onId.find(pinsValue);
    const others = entries.filter((entry) => entry !== pinned).map(({ operator, key }) => `${operator} ${key}`);
    return { problem: pinned ? undefined : looseness(onId), values: pinned?.values, others };
}
/** Returns whether the condition holds only for the listed values, and never for a request without an external id. */
function pinsValue({ operator, values }) {
    const exact = /^StringEquals$/i.test(operator);
    return exact || (/^StringLike$/i.test(operator) && !values.some((value) => /[*?]/.test(value)));
}
function looseness(onId) {
    const [entry] = onId;
    if (!entry)
        return 'has no condition on sts:ExternalId, so other customers of the platform can reach the role';
    const { operator, values } = entry;
    if (/IfExists$/i.test(operator))
        return `uses ${operator}, which also matches a request without an external ID`;
    if (/^ForAllValues:/i.test(operator))
        return `uses ${operator}, which also matches a request without an external ID`;
    return `checks the external ID with ${operator} "${values.join('", "')}", which also matches other IDs; use StringEquals`;
}
function missing(text) {
    return { kind: 'misses', text };
}
function deletedPrincipal(id) {
    return missing(`trusts ${id}, the unique ID of a deleted principal; IAM does not recognize a new principal of the same name, so write the policy again`);
}
/** Returns whether an action includes sts:AssumeRole. Names ignore case, and `*` and `?` are wildcards. */
function coversAssumeRole(action) {
    const escaped = action.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test('sts:AssumeRole');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/platforms/aws/trust-policy.js
var trust_policy = __webpack_require__(4613);
;// CONCATENATED MODULE: ./build/src/platforms/aws/trust-policy-merge.js




const Policy = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/**
 * The parts of our own statement that the merge looks at. It only reads them, so that everything stays as it was
 * written.
 */
const Allow = schemas/* looseObject */._H3({
    Sid: schemas/* string */.YjP(),
    Effect: schemas/* literal */.euz('Allow'),
    Condition: schemas/* catch */.MfU(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())), {}),
});
/** Returns the Sid of our statement: one per role, only letters and digits, as IAM requires. */
function statementId({ roleArn }) {
    return `KolenaEvaluator${(0,external_node_crypto_.createHash)('sha256').update(roleArn).digest('hex').slice(0, 8)}`;
}
/**
 * Puts our statement into a trust policy, in place of the statement with our Sid or at the end. Keeps all other values,
 * including further conditions that someone added to our statement.
 *
 * @param document the parsed JSON of the policy, as IAM returns it
 */
function mergeTrustPolicy(document, trust) {
    const policy = Policy.parse(document);
    const statements = statementsOf(policy);
    const Sid = statementId(trust);
    const at = statements.findIndex((statement) => Allow.safeParse(statement).data?.Sid === Sid);
    const removed = statements[at];
    const { Condition, ...statement } = (0,trust_policy/* trustStatement */.s)(trust);
    const theirs = Allow.safeParse(removed).data?.Condition ?? {};
    const added = { Sid, ...statement, Condition: mergeConditions(theirs, Condition) };
    const changed = !(0,external_node_util_.isDeepStrictEqual)(removed, added);
    const Statement = at === -1 ? [...statements, added] : statements.with(at, added);
    return { policy: changed ? { ...policy, Statement } : policy, changed, removed, added };
}
/** Returns the statements as they are written. A single statement need not be in a list. */
function statementsOf(document) {
    return [Policy.safeParse(document).data?.Statement ?? []].flat();
}
/** Formats a difference like `diff`. */
function describeMerge({ changed, removed, added }) {
    const lines = (sign, value) => value !== undefined ? JSON.stringify(value, null, 2).replaceAll(/^/gm, sign) : '';
    if (!changed)
        return '';
    return [lines('- ', removed), lines('+ ', added)].filter((text) => text !== '').join('\n');
}
/** Returns their conditions, with ours in place of those on the external id. */
function mergeConditions(theirs, ours) {
    const kept = Object.entries(theirs)
        .map(([operator, keys]) => [
        operator,
        Object.fromEntries(Object.entries(keys).filter(([key]) => key.toLowerCase() !== 'sts:externalid')),
    ])
        .filter(([, keys]) => Object.keys(keys).length > 0);
    const equal = kept.find(([operator]) => operator === 'StringEquals')?.[1];
    return { ...Object.fromEntries(kept), StringEquals: { ...equal, ...ours.StringEquals } };
}

;// CONCATENATED MODULE: ./build/src/platforms/aws/role-trust.js






/** Reads the role's trust policy and judges it. */
async function verifyTrust(role, trust) {
    const judgement = judgeTrustPolicy(await role.readTrustPolicy(), trust);
    return { trust, judgement, difference: '', applied: false };
}
/**
 * Makes sure that the platform can assume the role. Changes nothing if it can, or if that depends on conditions that
 * someone chose. Otherwise adds our statement, after showing the change. Never repairs statements of others.
 */
async function applyTrust(role, trust, { dryRun, signal }) {
    const seen = new Sightings(role, trust);
    const document = await seen.read();
    const judgement = judgeTrustPolicy(document, trust);
    const merge = mergeTrustPolicy(document, trust);
    const after = judgeTrustPolicy(merge.policy, trust);
    const unchanged = { trust, judgement, difference: '', applied: false };
    if (judgement.verdict !== 'broken' || !merge.changed)
        return unchanged;
    if (after.verdict === 'broken')
        return { ...unchanged, judgement: after };
    const difference = describeMerge(merge);
    log/* info */.pq(`The trust policy of ${trust.roleArn} ${dryRun ? 'would change' : 'changes'}:\n${difference}`);
    if (dryRun)
        return { ...unchanged, difference };
    await refuseRace(seen, document, trust);
    await role.writeTrustPolicy(merge.policy);
    return { trust, judgement: await role_trust_confirm(seen, trust, signal), difference, applied: true };
}
/** IAM replaces the whole policy without comparing it, so read it once more just before. */
async function refuseRace(seen, document, { roleArn }) {
    if ((0,external_node_util_.isDeepStrictEqual)(await seen.read(), document))
        return;
    throw new errors/* ActionError */.lZ(`The trust policy of ${roleArn} was changed by someone else at the same time and was not written. Try again.`);
}
/**
 * Reads a role's policy while IAM propagates changes. IAM's readers lag behind its writers by different times. Two of
 * them may agree on a policy that someone has changed since; the change is then lost, but a later reader still shows
 * it.
 */
class Sightings {
    #role;
    #own;
    /** Every statement of others that a reader has shown, by its content. */
    #statements = new Map();
    constructor(role, trust) {
        this.#role = role;
        this.#own = statementId(trust);
    }
    async read() {
        const document = await this.#role.readTrustPolicy();
        for (const [content, statement] of this.#othersIn(document))
            this.#statements.set(content, statement);
        return document;
    }
    /** Returns the statements that a reader has shown and the policy lacks. */
    missingIn(document) {
        const there = new Set(this.#othersIn(document).map(([content]) => content));
        return [...this.#statements].filter(([content]) => !there.has(content)).map(([, statement]) => statement);
    }
    #othersIn(document) {
        return statementsOf(document)
            .filter((statement) => statement?.Sid !== this.#own)
            .map((statement) => [JSON.stringify(statement, sortKeys), statement]);
    }
}
function sortKeys(_, value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
/**
 * IAM shows a change to its readers a few seconds later. Waits until two readers show the policy as it was written,
 * with every statement that any reader has shown.
 */
async function role_trust_confirm(seen, trust, signal) {
    const read = async () => {
        const document = await seen.read();
        const judgement = judgeTrustPolicy(document, trust);
        if (judgement.verdict !== 'broken')
            return { document, judgement };
        throw new errors/* ActionError */.lZ(`The trust policy of ${trust.roleArn} was written, but the platform cannot assume the role: ${judgement.reasons.join(' ')} Look at the role in IAM; something else may also write its policy.`);
    };
    const { document, judgement } = await (0,retry/* retry */.L)(() => read().then(read), {
        what: 'reading the policy back',
        signal,
        transient: (error) => error instanceof errors/* ActionError */.lZ,
    });
    const lost = seen.missingIn(document);
    if (lost.length > 0)
        throw new errors/* ActionError */.lZ(`The trust policy of ${trust.roleArn} was written while someone else changed it, and lacks what they added. Add it in IAM: ${JSON.stringify(lost)}`);
    return judgement;
}


/***/ })

};
