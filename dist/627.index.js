export const id = 627;
export const ids = [627];
export const modules = {

/***/ 9627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadEvaluators: () => (/* binding */ loadEvaluators)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/publish/comment.js
var comment = __webpack_require__(8676);
// EXTERNAL MODULE: ./build/src/lib/group-by.js
var group_by = __webpack_require__(8150);
;// CONCATENATED MODULE: ./build/src/publish/entry-clashes.js

/** What is wrong with the entries beside each other, although it may be right in each. */
function clashes(loaded, file) {
    return [
        ...sameRegistrations(loaded, file),
        ...sameTags(loaded, file),
        ...otherOrganizations(loaded, file),
        ...loginForSeveral(loaded),
    ];
}
/** @param input the one that it is about: its line, or else that of the entry */
function placedAt({ line, lines }, input, file, text) {
    return { text, place: { file, line: lines[input] ?? line } };
}
function sameRegistrations(loaded, file) {
    const named = loaded.flatMap(({ entry, evaluator: { evaluator } }) => evaluator?.workflow && evaluator.name ? { entry, ...evaluator } : []);
    const groups = (0,group_by/* groupBy */.$)(named, ({ workflow, name }) => JSON.stringify([workflow, name]));
    return [...groups.values()].flatMap(([first, ...others]) => others.map(({ entry, workflow, name }) => {
        const text = `evaluator-name "${name}": is registered for the workflow "${workflow}" twice, as on line ${first?.entry.line}`;
        return placedAt(entry, 'evaluator-name', file, text);
    }));
}
/** A tag is built once, and not while another registers it. Images that exist already may be registered several times. */
function sameTags(loaded, file) {
    const tagged = loaded.flatMap(({ entry, evaluator: { image, build } }) => image.path ? image.tags.map((tag) => ({ entry, image, build, tag })) : []);
    const groups = (0,group_by/* groupBy */.$)(tagged, ({ image, tag }) => `${hostOf(image)}/${image.path}:${tag}`);
    return [...groups.values()].flatMap((group) => {
        const first = group.find(({ build }) => build);
        if (!first)
            return [];
        const { line } = first.entry;
        const others = group.filter((one) => one !== first);
        return others.map(({ entry, image, build, tag }) => {
            const text = build
                ? `the tag ${tag} is built and pushed twice, as on line ${line}`
                : `the tag ${tag} is to exist already (build: false), and line ${line} builds it; let one step build it, and another after it register it with build: false`;
            return placedAt(entry, 'image', file, `image "${image.path}": ${text}`);
        });
    });
}
/** One token belongs to one organization, so all images of the platform's registry do. */
function otherOrganizations(loaded, file) {
    const first = loaded.find(({ evaluator }) => evaluator.platform.organization !== undefined);
    const name = first?.evaluator.platform.organization;
    return loaded.flatMap(({ entry, evaluator: { platform } }) => {
        if (platform.organization === undefined || platform.organization === name)
            return [];
        const text = `image: is of the organization ${platform.organization}, and line ${first?.entry.line} of ${name}; one step publishes for one`;
        return [placedAt(entry, 'image', file, text)];
    });
}
/** The step's login belongs to one registry, and no other may see the password. */
function loginForSeveral(loaded) {
    const images = loaded.flatMap(({ entry: { line }, evaluator: { image } }) => image.path && image.credentials ? { line, host: hostOf(image), ...image.credentials } : []);
    const hosts = [...(0,group_by/* groupBy */.$)(images, ({ host }) => host).values()].flatMap(([first]) => first ?? []);
    const [first] = hosts;
    if (!first || hosts.length === 1)
        return [];
    const list = hosts.map(({ host, line }) => `${host} (line ${line})`).join(', ');
    return [
        `registry-username "${first.username}": is one login, and the evaluators go to ${hosts.length} registries: ${list}. Leave registry-username and registry-password out, and log in to each with docker/login-action before this step; the platform's registry takes the API token, and ECR the AWS credentials of the job`,
    ];
}
function hostOf({ host, platformRegistry }) {
    return host ?? platformRegistry;
}

// EXTERNAL MODULE: ./build/src/publish/fields.js
var fields = __webpack_require__(9276);
;// CONCATENATED MODULE: ./build/src/publish/entry-keys.js

const ofTheStep = "belongs to the step as a whole, and is the same for every evaluator; write it into the step's with, or give this evaluator a step of its own";
const stepSecret = "is a secret of the step; write it into the step's with, and not into a file";
/** Inputs that an entry of the evaluators file cannot have, and what to do instead. */
const notInFile = {
    secret: "is a value that cannot stand in a file; put it into a variable in the step's env, and write secret-env: NAME_OF_THE_VARIABLE",
    secrets: "are values that cannot stand in a file; put them into variables in the step's env, and write secret-envs: id=NAME_OF_THE_VARIABLE",
    'api-token': stepSecret,
    'registry-password': stepSecret,
    'github-token': stepSecret,
    ...Object.fromEntries([
        'api-url',
        'organization',
        'registry',
        'registry-username',
        'dry-run',
        'allow-fork-code',
        'evaluators',
        'concurrency',
        'comment',
    ].map((name) => [name, ofTheStep])),
};
/** What an entry of the evaluators file can say. */
const entryKeys = Object.keys(fields/* fields */.O).filter((name) => !(name in notInFile));

// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __webpack_require__(7785);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/lib/fields.js
var lib_fields = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/src/publish/entry-texts.js

/**
 * A value of the evaluators file as the text that a workflow would give the input: YAML's lists and mappings become
 * lines. Throws an error that says what to write when the input takes no such value.
 */
function textOf(node, shape) {
    if (node === null)
        return '';
    if ((0,dist/* isScalar */.jn)(node))
        return scalarText(node);
    if ((0,dist/* isSeq */.oP)(node)) {
        if (shape !== 'list' && shape !== 'pairs')
            throw new Error(`is a list; write ${wanted[shape]}`);
        return lines(node.items.map((item) => scalarText(item)));
    }
    if (!(0,dist/* isMap */.jh)(node))
        throw new Error('is of a type that is not taken; write it as text in quotes');
    if (shape !== 'pairs')
        throw new Error(`is a mapping; write ${wanted[shape]}`);
    return lines(node.items.map(pairText));
}
const wanted = {
    text: 'one value',
    boolean: 'true or false',
    number: 'a number',
    list: 'a list, or one value a line',
    pairs: 'a mapping',
};
/** Numbers as they are written: the tag 1.10 is not 1.1. */
function scalarText(item) {
    if (!(0,dist/* isScalar */.jn)(item))
        throw new Error('has a list or a mapping within; write each of its items as one value');
    const { value, source } = item;
    if (value === null)
        return '';
    if (typeof value === 'string')
        return value.trim();
    if (typeof value !== 'number' && typeof value !== 'boolean')
        throw new Error('is of a type that is not taken; write it as text in quotes');
    return source ?? String(value);
}
function pairText({ key, value }) {
    const name = scalarText(key);
    if (name === '' || name.includes('='))
        throw new Error(`has the key "${name}"; a name has one character at least, and no "="`);
    return `${name}=${value === null ? '' : scalarText(value)}`;
}
/** One item a line, in quotes where it would be read as more than one, or as another. */
function lines(items) {
    return items.map((item) => (/[",\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('\n');
}

;// CONCATENATED MODULE: ./build/src/publish/evaluators-file.js







/** Reads a file of evaluators. Throws the error of the file system when it cannot be read. */
function readEvaluators(path) {
    return parseEvaluators((0,external_node_fs_.readFileSync)(path, 'utf8'), path);
}
/** @param file how the file is called in problems */
function parseEvaluators(text, file) {
    const problems = [];
    const counter = new dist/* LineCounter */.HN();
    const lineAt = (offset) => Math.max(1, counter.linePos(offset ?? 0).line);
    const problem = (line, text) => problems.push({ text, place: { file, line } });
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: counter, logLevel: 'error' });
    for (const { message, pos } of [...document.errors, ...document.warnings])
        problem(lineAt(pos[0]), `is no YAML or JSON: ${message.split('\n', 1)[0]?.replace(/ at line \d.*$/, '')}`);
    (0,dist/* visit */.YR)(document, {
        Alias: (_, { source, range }) => {
            problem(lineAt(range?.[0]), `*${source}: aliases are not taken; what evaluators share is an input of the step`);
        },
    });
    if (problems.length > 0)
        return { entries: [], problems };
    const { contents } = document;
    if (!(0,dist/* isSeq */.oP)(contents) || contents.items.length === 0) {
        const what = (0,dist/* isSeq */.oP)(contents) || contents === null ? 'has no evaluator' : 'is no list';
        problem(lineAt(contents?.range?.[0]), `${what}; write one item an evaluator, such as "- image: keypoints"`);
        return { entries: [], problems };
    }
    const entries = contents.items.flatMap((item) => readEntry(item, lineAt, problem) ?? []);
    return { entries, problems };
}
function readEntry(item, lineAt, problem) {
    const line = lineAt(item.range?.[0]);
    if (!(0,dist/* isMap */.jh)(item)) {
        problem(line, 'an evaluator is no mapping; write its inputs as "name: value", such as "image: keypoints"');
        return undefined;
    }
    const texts = {};
    const lines = {};
    for (const { key, value } of item.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : 'a list or a mapping';
        const at = lineAt(key.range?.[0]);
        try {
            const field = fieldOf(name);
            texts[name] = textOf(value, (0,lib_fields/* shapeOf */.F5)(field));
            lines[name] = at;
        }
        catch (error) {
            problem(at, `${name}: ${error instanceof Error ? error.message : error}`);
        }
    }
    return { texts, line, lines };
}
/** Throws an error that says what to write when an entry cannot have the key. */
function fieldOf(name) {
    const refusal = Object.hasOwn(notInFile, name) ? notInFile[name] : undefined;
    if (refusal !== undefined)
        throw new Error(refusal);
    if (entryKeys.includes(name))
        return fields/* fields */.O[name];
    const near = (0,leven/* closestMatch */.h)(name, entryKeys, { maxDistance: 3 });
    throw new Error(`is no input of this action${near === undefined ? '; the README lists them' : `; did you mean ${near}?`}`);
}

// EXTERNAL MODULE: ./build/src/publish/inputs.js + 4 modules
var publish_inputs = __webpack_require__(6548);
;// CONCATENATED MODULE: ./build/src/publish/evaluators-inputs.js









/**
 * Reads the evaluators of the step's file, each on top of the step's inputs. Throws one `InputError` with all that is
 * wrong in all of them, before anything is started or sent.
 *
 * @param step the texts of the step's own inputs, `evaluators` among them
 */
function loadEvaluators(event, step) {
    const file = new lib_inputs/* Inputs */.G0(fields/* fields */.O, {}, { evaluators: step.evaluators ?? '', concurrency: step.concurrency ?? '' });
    const { evaluators: path = '', concurrency } = file.values;
    file.refuse();
    const { entries, problems } = read(path);
    const loaded = entries.map((entry) => ({ entry, ...readTexts(textsOf(entry, step), event) }));
    const all = [
        ...problems,
        ...placeProblems(loaded, readTexts(step, event).problems, step, path),
        ...clashes(loaded, path),
    ];
    // What is wrong with the step is so for every evaluator, and told once.
    if (all.length > 0)
        throw new errors/* InputError */.dz([...new Set(all)]);
    const [first] = loaded;
    return {
        evaluators: inOneOrganization(loaded.map(({ evaluator }) => evaluator)),
        concurrency,
        comment: first?.evaluator.comment && { ...first.evaluator.comment, marker: (0,comment/* markerOf */.we)(event, path) },
    };
}
function read(path) {
    if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile())
        return readEvaluators(path);
    throw new errors/* InputError */.dz([
        `evaluators "${path}": there is no such file; write its path relative to the root of the repository`,
    ]);
}
function readTexts(texts, event) {
    const inputs = new lib_inputs/* Inputs */.G0(fields/* fields */.O, {}, texts);
    return { evaluator: (0,publish_inputs/* readInputs */.K)(inputs, event), problems: inputs.problems };
}
/** A secret of the entry goes before one of the step, whichever way each is given. */
function textsOf(entry, step) {
    return { ...step, ...(entry.texts['secret-env'] && { secret: '' }), ...entry.texts };
}
/**
 * A problem with what an entry says, or leaves out, has its line. One with an input of the step has none, where the
 * step has it by itself and every entry has it from there; else it is what the entry says beside that input.
 */
function placeProblems(loaded, ofStep, step, file) {
    const isEverywhere = (text) => loaded.every(({ problems }) => problems.some((one) => one.text === text));
    const shared = ofStep.filter(({ name, text }) => step[name] && isEverywhere(text)).map(({ text }) => text);
    return loaded.flatMap(({ entry, problems }) => problems.map(({ name, text }) => {
        const unplaced = entry.lines[name] === undefined && (isOfTheStep(name) || shared.includes(text));
        return unplaced ? text : placedAt(entry, name, file, text);
    }));
}
function isOfTheStep(name) {
    return Object.hasOwn(notInFile, name);
}
/** An organization that one image names is the others', too: the token is checked against it once. */
function inOneOrganization(evaluators) {
    const organization = evaluators.find(({ platform }) => platform.organization !== undefined)?.platform
        .organization;
    return evaluators.map((one) => ({ ...one, platform: { ...one.platform, organization } }));
}


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ closestMatch)
/* harmony export */ });
/* unused harmony export default */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

};
