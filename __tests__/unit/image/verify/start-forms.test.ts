import { describe, expect, test } from '@jest/globals'
import { checkStart } from '../../../../src/image/verify/start-check.js'

/** The outcome of a run: name, exit code, standard error, and standard output if there is any. */
type Form = [name: string, exitCode: number, stderr: string, stdout?: string]

function idsOf([, exitCode, stderr, stdout = '']: Form): string[] {
  const streams = [stdout, stderr].map((text) => (text === '' ? [] : text.split('\n')))
  const outcome = { exitCode, timedOut: false, refusal: undefined, duration: 1, streams }
  return checkStart({ ...outcome, output: streams.flat() }).map(({ id }) => id)
}

const trace = (last: string, source = 'import kolena_metrics') =>
  `Traceback (most recent call last):\n  File "/opt/main.py", line 3, in <module>\n    ${source}\n${last}`
const node = (last: string, frame = '    at Module._load (node:internal/modules/cjs/loader:1038:27)') =>
  `/app/main.js:1\nconst t = process.env.KOLENA_TOKEN\n^\n\n${last}\n${frame}\n\nNode.js v20.20.2`

describe('reports an image that does not start as', () => {
  const forms: Record<string, Form[]> = {
    'cannot-start': [
      ['sh without the program', 127, 'sh: 1: python3: not found'],
      ['a script of dash', 127, '/entrypoint.sh: 3: python3: not found'],
      ['exec in a script', 127, '/entrypoint.sh: 3: exec: python3: not found'],
      ['bash without the program', 127, 'bash: line 1: python3: command not found'],
      ['a script of bash', 127, '/entrypoint.sh: line 3: python3: command not found'],
      ['busybox', 127, '/bin/sh: python3: not found'],
      ['zsh', 127, 'zsh:1: command not found: python3'],
      ['ksh', 127, '/run.ksh[3]: python3: not found'],
      ['a path that does not exist', 127, 'bash: line 1: /opt/run: No such file or directory'],
      ['a path with a carriage return', 127, 'bash: ./run: cannot execute: required file not found'],
      ['a file without the x bit', 126, 'bash: line 1: /opt/run: Permission denied'],
      ['a file without the x bit in dash', 126, 'sh: 1: /opt/run: Permission denied'],
      ['a directory', 126, 'bash: line 1: /opt: Is a directory'],
      ['a program for another processor', 126, 'bash: ./run: cannot execute binary file: Exec format error'],
      [
        'an interpreter that does not exist',
        126,
        'bash: ./run: /bin/x^M: bad interpreter: No such file or directory',
      ],
      [
        'a shebang with a carriage return',
        127,
        '/usr/bin/env: ‘python3\\r’: No such file or directory\n/usr/bin/env: use -[v]S to pass options in shebang lines',
      ],
      ['env without the program', 127, "env: can't execute 'python3': No such file or directory"],
      ['timeout', 127, "timeout: failed to run command 'python3': No such file or directory"],
      ['su-exec', 1, 'su-exec: python3: No such file or directory'],
      ['gosu', 1, 'error: exec: "python3": executable file not found in $PATH'],
      ['a script that does not exist', 2, 'sh: 0: cannot open /entrypoint.sh: No such file'],
      [
        'a script that does not exist in busybox',
        2,
        "/bin/sh: can't open '/entrypoint.sh': No such file or directory",
      ],
      ['the kernel', 1, 'exec /opt/run: exec format error'],
      ['the container runtime', 127, 'exec /entrypoint.sh: no such file or directory'],
      ['a permission that the container runtime lacks', 126, 'exec /entrypoint.sh: permission denied'],
      [
        'an older runtime',
        1,
        'standard_init_linux.go:228: exec user process caused: no such file or directory',
      ],
      ['tini', 127, '[FATAL tini (7)] exec python3 failed: No such file or directory'],
      ['dumb-init', 2, '[dumb-init] python3: No such file or directory'],
      ['catatonit', 1, 'ERROR (catatonit:2): failed to exec pid1: No such file or directory'],
      ['s6', 127, 's6-exec: unable to exec python3: No such file or directory'],
      [
        'the linker without a library',
        127,
        '/opt/run: error while loading shared libraries: libx.so.1: cannot open shared object file: No such file or directory',
      ],
      ['the linker without a symbol', 127, '/opt/run: symbol lookup error: /opt/run: undefined symbol: f'],
      [
        'an old C library',
        1,
        "/opt/run: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by /opt/run)",
      ],
      [
        'musl without a library',
        127,
        'Error loading shared library libx.so.1: No such file or directory (needed by /opt/run)',
      ],
      ['musl without a symbol', 127, 'Error relocating /opt/run: f: symbol not found'],
      [
        'an emulator without a linker',
        255,
        "qemu-x86_64: Could not open '/lib64/ld-linux-x86-64.so.2': No such file or directory",
      ],
      [
        'Python without the script',
        2,
        "python3: can't open file '/opt/main.py': [Errno 2] No such file or directory",
      ],
      [
        'Python that may not read it',
        2,
        "python3: can't open file '/opt/main.py': [Errno 13] Permission denied",
      ],
      ['Python with a directory', 1, "/usr/bin/python3: can't find '__main__' module in '/opt'"],
      [
        'an option that Python does not know',
        2,
        "Unknown option: -y\nusage: python3 [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `python -h' for more information.",
      ],
      [
        'Python without its library',
        1,
        'Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding',
      ],
      [
        'conda without the environment',
        1,
        'EnvironmentLocationNotFound: Not a conda environment: /opt/conda/envs/x',
      ],
      [
        'conda without the program',
        127,
        '/tmp/tmpw3: line 3: python3: command not found\n\nERROR conda.cli.main_run:execute(49): `conda run python3 main.py` failed. (See above for error)',
      ],
      ['micromamba', 1, 'critical libmamba The given prefix does not exist: "/opt/env"'],
      ['uv', 2, 'error: Failed to spawn: `evaluate`\n  Caused by: No such file or directory (os error 2)'],
      ['poetry', 1, 'Command not found: evaluate'],
      ['poetry without a project', 1, 'Poetry could not find a pyproject.toml file in /opt or its parents'],
      ['pipenv', 1, "Error: the command evaluate could not be found within PATH or Pipfile's [scripts]."],
      ['pdm', 1, "[PdmUsageError]: Command 'evaluate' is not found in your PATH."],
      ['an option that Node does not know', 9, 'node: bad option: --nope'],
      ['npm', 1, 'npm ERR! Missing script: "start"'],
      ['yarn', 1, 'error Command "start" not found.'],
      ['pnpm', 1, ' ERR_PNPM_NO_SCRIPT  Missing script: start'],
      ['Java without the jar', 1, 'Error: Unable to access jarfile app.jar'],
      ['a jar without a main class', 1, 'no main manifest attribute, in app.jar'],
      [
        'an option that Java does not know',
        1,
        'Unrecognized option: -Xnope\nError: Could not create the Java Virtual Machine.\nError: A fatal exception has occurred. Program will exit.',
      ],
      [
        'a class of a newer Java',
        1,
        'Exception in thread "main" java.lang.UnsupportedClassVersionError: Main has been compiled by a more recent version of the Java Runtime',
      ],
      ['.NET without the library', 145, "The application to execute does not exist: '/app/evaluate.dll'."],
      ['.NET of another version', 150, 'You must install or update .NET to run this application.'],
      ['bundler', 127, 'bundler: command not found: evaluate'],
      ['a gem', 7, 'Could not find kolena-1.0 in locally installed gems (Bundler::GemNotFound)'],
      ['R without the script', 2, "Fatal error: cannot open file 'main.R': No such file or directory"],
      ['Perl without the script', 2, 'Can\'t open perl script "main.pl": No such file or directory'],
      ['PHP without the script', 1, 'Could not open input file: main.php'],
      ['Lua', 1, 'lua: cannot open main.lua'],
      ['Julia', 1, 'ERROR: SystemError: opening file "/opt/main.jl": No such file or directory'],
      ['a program that has the name of a variable', 127, 'sh: 1: KOLENA_TOKEN: not found'],
      ['a missing program in a wrapper that exits with 1', 1, 'sh: 1: python3: not found'],
      [
        'a program after a line that names a variable',
        127,
        'reading KOLENA_TOKEN\nsh: 2: python3: not found',
      ],
    ],
    'import-error': [
      ['a package', 1, trace("ModuleNotFoundError: No module named 'kolena'")],
      ['a relative import', 1, trace('ImportError: attempted relative import with no known parent package')],
      [
        'a library of a package',
        1,
        trace('ImportError: libGL.so.1: cannot open shared object file: No such file or directory'),
      ],
      [
        'a library by ctypes',
        1,
        trace('OSError: libgomp.so.1: cannot open shared object file: No such file or directory'),
      ],
      [
        'a name that is a variable',
        1,
        trace("ImportError: cannot import name 'KOLENA_TOKEN' from 'settings' (/opt/settings.py)"),
      ],
      ['a module that does not exist', 1, '/usr/bin/python3: No module named evaluator'],
      [
        'a package without __main__',
        1,
        "/usr/bin/python3: No module named pk.__main__; 'pk' is a package and cannot be directly executed",
      ],
      [
        'a package of a module',
        1,
        "/usr/bin/python3: Error while finding module specification for 'pk.x' (ModuleNotFoundError: No module named 'pk')",
      ],
      [
        'a distribution',
        1,
        trace("pkg_resources.DistributionNotFound: The 'kolena' distribution was not found"),
      ],
      [
        'metadata',
        1,
        trace('importlib.metadata.PackageNotFoundError: No package metadata was found for kolena'),
      ],
      [
        'another numpy',
        1,
        trace(
          'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88',
        ),
      ],
      [
        'a boxed traceback',
        1,
        "╭── Traceback (most recent call last) ──╮\n╰───────────────╯\nModuleNotFoundError: No module named 'kolena'",
      ],
      [
        'a group of exceptions',
        1,
        "  | ExceptionGroup: errors (1 sub-exception)\n    | ModuleNotFoundError: No module named 'kolena'",
      ],
      [
        'a line that names a variable before the error',
        1,
        `using KOLENA_TOKEN\n${trace("ModuleNotFoundError: No module named 'kolena'")}`,
      ],
      [
        'a line on the other stream that names a variable',
        1,
        trace("ModuleNotFoundError: No module named 'kolena'"),
        'using KOLENA_TOKEN',
      ],
      [
        'a warning of its wrapper',
        1,
        trace("ModuleNotFoundError: No module named 'kolena'"),
        'warning: KOLENA_TOKEN is missing',
      ],
      [
        'a warning of its wrapper before the error',
        1,
        `warning: KOLENA_TOKEN is missing\n${trace("ModuleNotFoundError: No module named 'kolena'")}`,
      ],
      [
        'a source line that names a variable',
        1,
        trace(
          "ModuleNotFoundError: No module named 'kolena'",
          'from kolena import x; t = os.environ["KOLENA_TOKEN"]',
        ),
      ],
      [
        'a failed import while another error is handled',
        1,
        `${trace("KeyError: 'KOLENA_TOKEN'")}\n\nDuring handling of the above exception, another exception occurred:\n\n${trace("ModuleNotFoundError: No module named 'report'")}`,
      ],
      [
        'a worker of gunicorn',
        3,
        `${trace("ModuleNotFoundError: No module named 'app'")}\n[INFO] Worker exiting\n[ERROR] Reason: Worker failed to boot.`,
      ],
      ['an application of uvicorn', 1, 'ERROR:    Error loading ASGI app. Could not import module "main".'],
      ['Node without the file', 1, node("Error: Cannot find module '/app/main.js'")],
      [
        'Node without the package',
        1,
        node("Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'kolena' imported from /app/main.js"),
      ],
      [
        'an ES module that is required',
        1,
        node('Error [ERR_REQUIRE_ESM]: require() of ES Module /app/x.js from /app/main.js not supported.'),
      ],
      [
        'require in an ES module',
        1,
        node('ReferenceError: require is not defined in ES module scope, you can use import instead'),
      ],
      [
        'a native addon',
        1,
        node("Error: The module '/app/x.node' was compiled against a different Node.js version using"),
      ],
      ['Deno', 1, 'error: Module not found "file:///app/main.ts".'],
      ['Bun', 1, 'error: Cannot find module "kolena" from "/app/main.ts"'],
      [
        'Java without the class',
        1,
        'Error: Could not find or load main class Main\nCaused by: java.lang.ClassNotFoundException: Main',
      ],
      [
        'Java without a library',
        1,
        'Exception in thread "main" java.lang.NoClassDefFoundError: org/json/JSONObject',
      ],
      ['Ruby without the script', 1, 'ruby: No such file or directory -- main.rb (LoadError)'],
      [
        'Ruby without a library',
        1,
        "<internal:/usr/lib/ruby/rubygems/core_ext/kernel_require.rb>:85:in `require': cannot load such file -- kolena (LoadError)",
      ],
      [
        'R without a package',
        1,
        'Error in library(kolena) : there is no package called ‘kolena’\nExecution halted',
      ],
      [
        'R with a broken package',
        1,
        'Error: package or namespace load failed for ‘kolena’\nExecution halted',
      ],
      [
        'Perl without a module',
        2,
        "Can't locate Kolena.pm in @INC (you may need to install the Kolena module) at main.pl line 1.\nBEGIN failed--compilation aborted at main.pl line 1.",
      ],
      [
        'PHP without the autoloader',
        255,
        "PHP Fatal error:  Uncaught Error: Failed opening required 'vendor/autoload.php'",
      ],
      [
        'PHP without an extension',
        255,
        'PHP Fatal error:  Uncaught Error: Call to undefined function curl_init() in /app/main.php:3',
      ],
      ['Lua without a module', 1, "lua: main.lua:1: module 'kolena' not found:"],
      [
        'Julia without a package',
        1,
        'ERROR: LoadError: ArgumentError: Package Kolena not found in current path.',
      ],
    ],
    'syntax-error': [
      [
        'Python',
        1,
        '  File "/opt/main.py", line 3\n    token = os.environ["KOLENA_TOKEN"\n                      ^\nSyntaxError: \'[\' was never closed',
      ],
      [
        'Python in an import',
        1,
        `${trace('  File "/opt/x.py", line 1\n    x = (\n        ^\nSyntaxError: \'(\' was never closed')}`,
      ],
      [
        'Python by -c',
        1,
        '  File "<string>", line 1\n    x = (\n        ^\nSyntaxError: \'(\' was never closed',
      ],
      ['indentation', 1, '  File "/opt/main.py", line 3\n    x = 1\nIndentationError: unexpected indent'],
      [
        'Node',
        1,
        node(
          "SyntaxError: Unexpected token ')'",
          '    at wrapSafe (node:internal/modules/cjs/loader:1464:18)',
        ),
      ],
      ['an import in CommonJS', 1, node('SyntaxError: Cannot use import statement outside a module')],
      ['dash', 2, '/entrypoint.sh: 3: Syntax error: "fi" unexpected'],
      ['bash', 2, "/entrypoint.sh: line 3: syntax error near unexpected token `fi'"],
      ['bash at the end', 2, '/entrypoint.sh: line 9: syntax error: unexpected end of file'],
      ['an option of another shell', 2, '/entrypoint.sh: 2: set: Illegal option -o pipefail'],
      [
        'an option with a carriage return',
        2,
        '/entrypoint.sh: line 2: set: -\n: invalid option\nset: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name]',
      ],
      ['Ruby', 1, 'main.rb:3: syntax error, unexpected end-of-input'],
      ['R', 1, 'Error: unexpected symbol in "x y"\nExecution halted'],
      [
        'Perl',
        255,
        'syntax error at main.pl line 3, near "= ;"\nExecution of main.pl aborted due to compilation errors.',
      ],
      ['PHP', 255, 'PHP Parse error:  syntax error, unexpected end of file in /app/main.php on line 3'],
    ],
    'start-crash': [
      ...[126, 127, 129, 131, 132, 133, 134, 135, 136, 137, 138, 139, 143, 159, 255].map(
        (code): Form => [`exit code ${code} and no word`, code, ''],
      ),
      ['139 after a line that names a variable', 139, '', 'loading KOLENA_TOKEN'],
      [
        '134 after a line that assigns a variable',
        134,
        'Fatal glibc error: cannot allocate',
        'using KOLENA_MODEL_NAME=x',
      ],
      ['255 after a line that names a variable and another line', 255, 'using KOLENA_TOKEN\ncannot connect'],
      [
        'a signal in a wrapper that exits with 1',
        1,
        '/run.sh: line 2:     7 Segmentation fault      (core dumped) python3 main.py',
      ],
      [
        'the heap of Node',
        134,
        'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      ],
    ],
    'silent-success': [
      ['exit code 0', 0, ''],
      ['exit code 0 after a traceback', 0, trace("KeyError: 'KOLENA_TOKEN'")],
      ['exit code 0 after a failed import', 0, trace('ImportError: no')],
      ['exit code 0 and a missing variable', 0, 'KOLENA_TOKEN is missing'],
    ],
  }
  describe.each(Object.entries(forms))('%s:', (id, members) => {
    test.each(members)('after %s', (...form) => {
      expect(idsOf(form as Form)).toEqual([id])
    })
  })
})

describe('accepts an image that names the missing variables', () => {
  test.each<Form>([
    ['a line', 2, 'missing KOLENA_TOKEN'],
    ['a line on standard output', 1, '', 'missing KOLENA_TOKEN'],
    ['several lines', 1, 'missing environment variables:\n  - KOLENA_TOKEN\n  - KOLENA_WORKFLOW'],
    ['a KeyError', 1, trace("KeyError: 'KOLENA_TOKEN'", 'token = os.environ["KOLENA_TOKEN"]')],
    [
      'an error with a list',
      1,
      trace('RuntimeError: missing environment variables:\n  KOLENA_TOKEN\n  KOLENA_WORKFLOW'),
    ],
    [
      'pydantic',
      1,
      trace(
        'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\nKOLENA_TOKEN\n  Field required [type=missing, input_value={}, input_type=dict]',
      ),
    ],
    [
      'pydantic by field',
      1,
      trace(
        'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\nkolena_token\n  Field required [type=missing]',
      ),
    ],
    [
      'decouple',
      1,
      trace(
        'decouple.UndefinedValueError: KOLENA_TOKEN not found. Declare it as envvar or define a default value.',
      ),
    ],
    ['argparse', 2, 'usage: main.py [-h]\nmain.py: error: the variable KOLENA_TOKEN is required'],
    [
      'a missing variable while a failed import is handled',
      1,
      `${trace("ModuleNotFoundError: No module named 'dotenv'")}\n\nDuring handling of the above exception, another exception occurred:\n\n${trace("KeyError: 'KOLENA_TOKEN'")}`.replace(
        'ModuleNotFoundError',
        'ValueError',
      ),
    ],
    ['bash with :?', 127, 'bash: line 1: KOLENA_TOKEN: parameter null or not set'],
    ['bash with a custom message', 127, '/entrypoint.sh: line 3: KOLENA_TOKEN: bitte setzen'],
    ['dash with :?', 2, '/entrypoint.sh: 3: KOLENA_TOKEN: parameter not set or null'],
    ['bash with set -u', 1, '/entrypoint.sh: line 2: KOLENA_TOKEN: unbound variable'],
    ['dash with set -u', 2, '/entrypoint.sh: 2: KOLENA_TOKEN: parameter not set'],
    ['Node', 1, node('Error: KOLENA_TOKEN is missing')],
    ['Perl', 255, 'KOLENA_TOKEN is missing at main.pl line 3.'],
    ['Perl after a file that did not exist', 2, 'KOLENA_TOKEN is missing at main.pl line 3.'],
    [
      'PHP',
      255,
      'PHP Fatal error:  Uncaught RuntimeException: KOLENA_TOKEN is missing in /app/main.php:3\nStack trace:\n#0 {main}',
    ],
    [
      'Java',
      1,
      'Exception in thread "main" java.lang.IllegalStateException: KOLENA_TOKEN is missing\n\tat Main.main(Main.java:3)',
    ],
    ['.NET', 134, 'Unhandled exception. System.InvalidOperationException: KOLENA_TOKEN is missing'],
    [
      'C++',
      134,
      "terminate called after throwing an instance of 'std::runtime_error'\n  what():  KOLENA_TOKEN is missing",
    ],
    ['Swift', 132, 'main/main.swift:3: Fatal error: KOLENA_TOKEN is required'],
    ['Rust', 101, "thread 'main' panicked at src/main.rs:2:5:\nKOLENA_TOKEN: NotPresent"],
    ['Go', 2, 'panic: KOLENA_TOKEN is not set\n\ngoroutine 1 [running]:'],
    ['Julia', 1, 'ERROR: LoadError: KeyError: key "KOLENA_TOKEN" not found'],
    ['R', 1, 'Error: KOLENA_TOKEN is missing\nExecution halted'],
    ['Ruby', 1, 'main.rb:1:in `fetch\': key not found: "KOLENA_TOKEN" (KeyError)'],
    ['exit(-1)', 255, 'no KOLENA_TOKEN'],
    ['a message in German', 3, 'KOLENA_TOKEN fehlt'],
    ['a message in Japanese', 1, '環境変数 KOLENA_TOKEN が設定されていません'],
    ['JSON', 1, '{"level":"error","message":"KOLENA_TOKEN is not set"}'],
    ['an optional tool that does not exist', 1, 'sh: optional-tool: not found\nKOLENA_TOKEN is missing'],
    [
      'an optional tool that does not exist, reported on the other stream',
      1,
      'sh: optional-tool: not found',
      'KOLENA_TOKEN is missing',
    ],
    [
      'an optional tool that a script line names',
      2,
      '/entrypoint.sh: line 2: nvidia-smi: command not found\nKOLENA_TOKEN is missing',
    ],
    [
      'an optional import that one line reports',
      2,
      "ModuleNotFoundError: No module named 'tensorrt'",
      'KOLENA_TOKEN is missing',
    ],
    [
      'a library for GPUs',
      2,
      "Could not load dynamic library 'libcudart.so.11.0'; dlerror: libcudart.so.11.0: cannot open shared object file",
      'KOLENA_TOKEN is missing',
    ],
    ['a file that does not exist', 1, 'cat: /etc/config: No such file or directory\nKOLENA_TOKEN is missing'],
    [
      'JSON that cannot be parsed',
      1,
      node('SyntaxError: "undefined" is not valid JSON', '    at JSON.parse (<anonymous>)').replace(
        '\n\nNode',
        '\nKOLENA_CONFIG\n\nNode',
      ),
    ],
  ])('with %s', (...form) => {
    expect(idsOf(form)).toEqual([])
  })
})

describe('warns about an inconclusive run', () => {
  test.each<[...Form, string] | Form>([
    ['no output', 1, ''],
    ['an unrelated message', 1, 'cannot connect to the database'],
    ['a usage message', 2, 'usage: main [options]'],
    ['a message that names no variable', 1, 'missing variables'],
    [
      'a failed import and then a missing variable',
      1,
      `${trace("ModuleNotFoundError: No module named 'kolena'")}\nKOLENA_TOKEN is missing`,
    ],
    ['a crash after a missing variable', 139, 'KOLENA_TOKEN is not set'],
    [
      'a missing variable and then a missing program',
      1,
      'warning: KOLENA_TOKEN is not set\nnotify: 3: x: not found\n'.trim(),
    ],
    ['a failed request', 1, trace('urllib.error.URLError: <urlopen error [Errno -3]>'), ''],
  ])('with %s', (...form) => {
    const [id] = idsOf(form as Form)
    expect(['unclear-start', 'traceback']).toContain(id)
  })

  test('with a traceback that names a variable only in a source line', () => {
    const text = trace(
      "AttributeError: 'NoneType' object has no attribute 'strip'",
      'x = os.environ.get("KOLENA_TOKEN").strip()',
    )
    expect(idsOf(['', 1, text])).toEqual(['traceback'])
  })

  test('with a syntax error in text that the program evaluates at run time', () => {
    const text = trace('  File "<string>", line 1\n    x = (\n      ^\nSyntaxError: invalid syntax')
    expect(idsOf(['', 1, text])).toEqual(['traceback'])
  })
})

test('refuses an image that ran out of memory, whatever its output is', () => {
  const outcome = { exitCode: 137, timedOut: false, refusal: undefined, duration: 1, outOfMemory: true }
  expect(checkStart({ ...outcome, output: ['KOLENA_TOKEN is missing'] })).toMatchObject([
    { id: 'start-crash', message: 'the image ran out of memory' },
  ])
})
