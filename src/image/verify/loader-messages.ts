/**
 * Messages of loaders and interpreters that cannot load a program, so that the program itself never ran. Each message
 * ends the run with one of a few exit codes, unless the parent process replaces the code.
 */

/** The id of the finding that describes the failure. */
export type LoaderFinding = 'cannot-start' | 'import-error' | 'syntax-error' | 'start-crash'

export interface LoaderMessage {
  finding: LoaderFinding
  pattern: RegExp
  /** The exit codes of a run that ends with this message. */
  codes: readonly number[]
}

type Group = readonly [finding: LoaderFinding, codes: readonly number[], patterns: readonly RegExp[]]

/** `sh: 1: `, `bash: line 1: `, `/entrypoint.sh: line 3: `, `zsh:1: `, `/run.ksh[3]: `. */
const SHELL = String.raw`^(?:\S+: ?(?:line )?\d+: |\S+\[\d+\]: |-?(?:\S*\/)?(?:ba|da|a|z|k|mk|fi|c|tc)?sh: (?:line \d+: )?)(?:exec: |eval: |\.: )?`
const shell = (rest: string) => new RegExp(SHELL + rest)

/** Messages of programs that start another program. */
const LAUNCHER =
  /^(?:\S*\/)?(?:env|nohup|timeout|nice|ionice|setsid|chroot|stdbuf|xargs|su-exec|runuser|su|sudo|setpriv|chpst|gosu|unshare|prlimit|taskset|numactl|time|catchsegv|strace|s6-\w+|xvfb-run)\b.*(?:No such file or directory|[Nn]ot found|can't exec|cannot (?:run|exec)|failed to (?:run|exec)|unable to exec|Permission denied|[Ee]xec format error)/

const groups: readonly Group[] = [
  // Shells, and programs that start other programs.
  [
    'cannot-start',
    [126, 127],
    [
      shell('.+: (?:command )?not found$'),
      shell('command not found: '),
      shell('[^:]+: (?:No such file or directory|Permission denied|[Ii]s a directory)$'),
      shell('(?:permission denied|no such file or directory): '),
      shell('Unknown command'),
      /(?:^|[: ])command not found(?:: \S|$)/,
      /cannot execute(?:: required file not found| binary file)/,
      /bad interpreter/,
      /executable file not found/,
      LAUNCHER,
      /^env: use -\[v\]S to pass options in shebang lines$/,
    ],
  ],
  [
    'cannot-start',
    [2, 127],
    [
      shell(String.raw`(?:0: )?(?:[Cc]an't open|[Cc]annot open) \S+`),
      /^\S+: 0: (?:[Cc]annot|[Cc]an't) open /,
    ],
  ],
  [
    'syntax-error',
    [1, 2, 3, 126, 127],
    [
      shell('[Ss]yntax error'),
      shell('parse error near'),
      // The part of a message after a carriage return from a script with Windows line ends.
      /^: (?:invalid option(?: name)?|(?:command )?not found|No such file or directory)$/,
      shell('.*unexpected EOF while looking for matching'),
      shell('.*(?:Illegal option -|invalid option|Bad substitution|bad substitution)'),
    ],
  ],
  // The kernel, container runtimes, init programs and the dynamic linker.
  [
    'cannot-start',
    [1, 2, 126, 127, 128, 255],
    [
      /exec format error/i,
      /^(?:\S+: )?exec \S+: (?:no such file or directory|permission denied|.*not found)/i,
      /exec user process caused/,
      /^\[FATAL tini\b/,
      /^\[dumb-init\] .*(?:No such file|Permission denied|[Ee]xec format|not found)/,
      /catatonit.*failed to exec/,
      /error while loading shared libraries:/,
      /symbol lookup error:/,
      /: version [`'"‘]\S+['"’] not found \(required by/,
      /^Error loading shared library /,
      /^Error relocating /,
      /^Inconsistency detected by ld\.so/,
      /^FATAL: kernel too old/,
      /^qemu-\S+: (?:Could not open|.*[Ii]nvalid ELF|uncaught target signal)/,
      /^rosetta error:/,
    ],
  ],
  [
    'start-crash',
    [1, 132, 133, 134, 135, 136, 137, 139],
    [
      /^(?:\S+: (?:line \d+: +\d+ |\d+: )?)?(?:Segmentation fault|Illegal instruction|Bus error|Killed|Floating point exception)(?:\s.*)?$/,
      /^(?:FATAL ERROR: .*)?JavaScript heap out of memory/,
      /^Fatal Python error: (?!init)/,
    ],
  ],
  // Python.
  [
    'import-error',
    [1, 3],
    [
      /^[\s|+>]*(?:\w+\.)*(?:ModuleNotFoundError|ImportError|ZipImportError|zipimport\.\w+|DistributionNotFound|PackageNotFoundError|ContextualVersionConflict|VersionConflict)(?::|$)/,
      /^\S*(?:python|pypy)[\w.]*: No module named /,
      /^\S+: Error while finding module specification for /,
      /^[\s|+>]*(?:\w+\.)*OSError: .*cannot open shared object file/,
      /numpy\.(?:nd)?array size changed|numpy\.dtype size changed, may indicate binary incompatibility/,
      /Error loading ASGI app\. |^Error: (?:Could not import|While importing) '/,
    ],
  ],
  [
    'cannot-start',
    [1, 2],
    [
      /^\S+: can't open file /,
      /^\S+: can't find '__main__' module in /,
      /^Unknown option: -/,
      /^Fatal Python error: init/,
    ],
  ],
  ['syntax-error', [1], [/^[\s|+>]*(?:Uncaught )?(?:SyntaxError|IndentationError|TabError)\b/]],
  // conda, uv, poetry, pipenv, pdm, hatch, pixi.
  [
    'cannot-start',
    [1, 2, 127],
    [
      /\b(?:EnvironmentLocationNotFound|EnvironmentNameNotFound|CommandNotFoundError|CondaError: Run)\b/,
      /libmamba .*(?:prefix does not exist|[Cc]annot find|[Cc]ould not find)/,
      /The given prefix does not exist/,
      /^error: Failed to spawn: /,
      /^error: No such file or directory/,
      /^\s+Caused by: (?:No such file or directory|Permission denied|Exec format error) \(os error/,
      /^error: No (?:virtual environment|interpreter) found/,
      /^Command not found: /,
      /could not find a pyproject\.toml file/i,
      /the command .* could not be found/i,
      /^No Pipfile present/,
      /^(?:\[\w+\]: )?Command ['"].*['"] is not found/,
    ],
  ],
  // Node.js, Deno, Bun, and their package managers.
  [
    'import-error',
    [1],
    [
      /\bCannot find (?:module|package) ['"]/,
      /\b(?:ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ERR_REQUIRE_ESM|ERR_UNKNOWN_FILE_EXTENSION|ERR_UNSUPPORTED_DIR_IMPORT|ERR_PACKAGE_PATH_NOT_EXPORTED|ERR_DLOPEN_FAILED)\b/,
      /was compiled against a different Node\.js version/,
      /ReferenceError: (?:require|exports|module) is not defined in ES module scope/,
      /^error: (?:Module not found|Relative import path|Cannot find (?:module|package)|Could not resolve)/i,
      /^error: Uncaught (?:\(in promise\) )?(?:TypeError|Error): Module not found/,
    ],
  ],
  ['cannot-start', [1, 9], [/^node: bad option: /, /^node: .*requires an argument/]],
  [
    'cannot-start',
    [1, 243, 254],
    [
      /^npm (?:ERR!|error) (?:Missing script|missing script|code ENOENT|enoent)/,
      /^error Command ".*" not found\.|Couldn't find a script named/,
      /ERR_PNPM_(?:NO_SCRIPT|NO_IMPORTER_MANIFEST_FOUND|RECURSIVE_EXEC_FIRST_FAIL)/,
      /^error: Script not found /,
    ],
  ],
  // Java and .NET.
  [
    'cannot-start',
    [1],
    [
      /^Error: (?:Could not find or load main class|Unable to access jarfile|Invalid or corrupt jarfile|Main method not found|LinkageError occurred|A JNI error|Unable to initialize main class)/,
      /no main manifest attribute, in /,
      /^Error occurred during initialization of (?:VM|boot layer)/,
      /^Error: Could not create the Java Virtual Machine/,
      /^Unrecognized (?:VM )?option/,
      /java\.lang\.(?:UnsupportedClassVersionError|UnsatisfiedLinkError)\b/,
      /java\.lang\.module\.(?:FindException|ResolutionException)/,
    ],
  ],
  ['import-error', [1], [/java\.lang\.(?:NoClassDefFoundError|ClassNotFoundException)\b/]],
  [
    'cannot-start',
    [1, 131, 134, 139, 145, 150, 255],
    [
      /^The application to execute does not exist: /,
      /^(?:You must install (?:or update )?\.NET|It was not possible to find any compatible framework version)/,
      /^Could not execute because the (?:application|specified command or file) was not found/,
      /Could not load file or assembly /,
      /System\.(?:DllNotFoundException|BadImageFormatException)\b/,
      /Couldn't find a valid ICU package/,
      /^Failed to (?:create CoreCLR|load .*(?:hostfxr|hostpolicy|coreclr))/,
    ],
  ],
  // Ruby.
  ['import-error', [1], [/cannot load such file -- |\(LoadError\)/]],
  [
    'syntax-error',
    [1],
    [/: syntax errors? (?:found|, unexpected)|: syntax error, unexpected|\(SyntaxError\)/],
  ],
  [
    'cannot-start',
    [1, 7, 10, 127],
    [
      /^bundler: command not found: /,
      /Could not (?:locate Gemfile|find (?:gem )?\S+ (?:\S+ )?in (?:any of the sources|locally installed gems|rubygems))/,
      /\b(?:Gem::\w*(?:NotFound|Missing)\w*|Bundler::GemNotFound)\b/,
    ],
  ],
  // R.
  [
    'import-error',
    [1],
    [/there is no package called /, /package or namespace load failed for /, /unable to load shared object /],
  ],
  ['cannot-start', [1, 2], [/^Fatal error: cannot open file /, /cannot open file '.*\.[rR]': No such file/]],
  ['syntax-error', [1], [/^Error: unexpected .* in /, /^Error: unexpected end of input/]],
  // Perl.
  [
    'import-error',
    [2, 255],
    [/^Can't locate .* in @INC/, /^Can't load '.*' for module /, /^BEGIN failed--compilation aborted/],
  ],
  ['cannot-start', [2], [/^Can't open perl script /]],
  [
    'syntax-error',
    [9, 255],
    [
      /^syntax error at .* line \d+/,
      /^Execution of .* aborted due to compilation errors/,
      /^Global symbol .* requires explicit package name/,
      /had compilation errors\.$/,
    ],
  ],
  // PHP, Lua, Julia, Go, Octave.
  ['cannot-start', [1], [/^Could not open input file: /]],
  ['syntax-error', [255], [/^(?:PHP )?Parse error: /]],
  [
    'import-error',
    [255],
    [
      /Failed opening required /,
      /Uncaught Error: (?:Class ".*" not found|Class '.*' not found|Call to undefined function)/,
    ],
  ],
  ['cannot-start', [1], [/^luajit?\S*: cannot open |^lua\S*: cannot open /]],
  ['import-error', [1], [/^lua\S*: .*module '.*' not found/]],
  ['import-error', [1], [/ArgumentError: Package \S+ (?:not found in current path|.* is required but)/]],
  ['cannot-start', [1], [/^ERROR: (?:could not open file|SystemError: opening file) /]],
  ['syntax-error', [1], [/^ERROR: LoadError: (?:syntax:|ParseError)/, /^ERROR: ParseError/]],
  ['cannot-start', [1], [/^go: (?:cannot find main module|go\.mod file not found)/]],
]

const messages: readonly LoaderMessage[] = groups.flatMap(([finding, codes, patterns]) =>
  patterns.map((pattern) => ({ finding, codes, pattern })),
)

/** A loader's message in the output of a run. */
export interface LoaderFailure extends LoaderMessage {
  /** The line of the output, counted from 0. */
  line: number
}

/** Finds the last line in which a loader reports that it could not load the program. */
export function lastLoaderFailure(lines: readonly string[]): LoaderFailure | undefined {
  for (let line = lines.length - 1; line >= 0; line--) {
    const text = lines[line] ?? ''
    const message = messages.find(({ pattern }) => pattern.test(text))
    if (message && !(message.finding === 'syntax-error' && isOfData(lines, line))) return { ...message, line }
  }
  return undefined
}

/** Returns whether a syntax error is about text that a running program evaluates, and not about the program itself. */
function isOfData(lines: readonly string[], at: number): boolean {
  const text = lines[at] ?? ''
  if (/\bJSON\b|regular expression/.test(text)) return true
  const next = lines.slice(at + 1, at + 4).join('\n')
  if (/^\s+at (?:JSON\.parse|new Function|eval|new RegExp|Function) /m.test(next)) return true
  const before = lines.slice(0, at)
  const file = before.findLast((line) => /^\s+File "/.test(line)) ?? ''
  const header = before.findLastIndex((line) => line.startsWith('Traceback (most recent call last):'))
  return header !== -1 && /File "<(?:string|unknown|fstring)>"/.test(file)
}
