"""Prints the string literals of Python files as Python itself reads them, one JSON object per file and line.

Arguments: files, or folders that are searched for files that Python can tokenize. A literal is [line, column, text];
its text is null for bytes and f-strings, and for escapes that need Python's table of character names.
"""

import ast
import io
import json
import os
import re
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
NAMED = re.compile(r"(?<!\\)(?:\\\\)*\\N")
STARTS = [getattr(tokenize, name) for name in ("FSTRING_START", "TSTRING_START") if hasattr(tokenize, name)]
ENDS = [getattr(tokenize, name) for name in ("FSTRING_END", "TSTRING_END") if hasattr(tokenize, name)]


def find_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for parent, folders, names in os.walk(path):
            folders[:] = sorted(folder for folder in folders if folder != "site-packages")
            yield from (os.path.join(parent, name) for name in sorted(names) if name.endswith(".py"))


def value_of(literal):
    prefix = literal[: min(literal.index(quote) for quote in "\"'" if quote in literal)].lower()
    if set(prefix) & set("bft") or ("r" not in prefix and NAMED.search(literal)):
        return None
    return ast.literal_eval(literal)


def column_of(token):
    """Columns are counted in UTF-16, as JavaScript does."""
    return len(token.line[: token.start[1]].encode("utf-16-le", "surrogatepass")) // 2


def literals_of(source):
    depth = 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in STARTS:
            if depth == 0:
                yield [token.start[0], column_of(token), None]
            depth += 1
        elif token.type in ENDS:
            depth -= 1
        elif token.type == tokenize.STRING and depth == 0:
            yield [token.start[0], column_of(token), value_of(token.string)]


for path in find_files(sys.argv[1:]):
    try:
        with open(path, "rb") as file:
            encoding, _ = tokenize.detect_encoding(file.readline)
        if encoding not in ("utf-8", "utf-8-sig"):
            continue
        with open(path, encoding=encoding) as file:
            source = file.read()
        ast.parse(source)
        literals = list(literals_of(source))
    except (SyntaxError, UnicodeDecodeError, ValueError, tokenize.TokenError, RecursionError, MemoryError):
        print(json.dumps({"path": path, "literals": None}))
    else:
        print(json.dumps({"path": path, "literals": literals}))
