/** GitHub's expressions, as far as an action.yml needs them: property paths, literals, `!`, `==`, `!=`, `&&`, `||`. Pure. */

/** What an expression may read by name, and the functions that it may call (without arguments). */
export interface ExpressionScope {
  contexts: Record<string, unknown>
  functions?: Record<string, () => boolean>
}

/** Replaces each `${{ … }}` in a text by its value; null becomes the empty string. @throws Error as {@link evaluate} */
export function interpolate(text: string, scope: ExpressionScope): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    String(evaluate(expression, scope) ?? ''),
  )
}

/**
 * @returns the value of an expression; null for a property that is not there
 * @throws Error for what this stand-in does not know, naming the expression
 */
export function evaluate(expression: string, scope: ExpressionScope): unknown {
  const parser = new Parser(expression, scope)
  return parser.readAll()
}

/** A value as a condition, by GitHub's rule. */
export function isTruthy(value: unknown): boolean {
  return Boolean(value) && !Number.isNaN(value)
}

const tokens = /\s*('(?:[^']|'')*'|-?\d+(?:\.\d+)?|[A-Za-z_][\w-]*|&&|\|\||[=!]=|[!().])/y

/** A recursive descent over the tokens that evaluates as it goes: without effects, there is no need to skip a branch. */
class Parser {
  readonly #expression: string
  readonly #scope: ExpressionScope
  readonly #tokens: string[]

  constructor(expression: string, scope: ExpressionScope) {
    this.#expression = expression.trim()
    this.#scope = scope
    this.#tokens = this.#tokenize()
  }

  readAll(): unknown {
    const value = this.#readOr()
    if (this.#tokens.length > 0) throw this.#unknown(`'${this.#tokens[0]}'`)
    return value
  }

  #tokenize(): string[] {
    const found: string[] = []
    tokens.lastIndex = 0
    while (tokens.lastIndex < this.#expression.length) {
      const at = tokens.lastIndex
      const token = tokens.exec(this.#expression)?.[1]
      if (token === undefined) throw this.#unknown(`'${this.#expression.slice(at)}'`)
      found.push(token)
    }
    return found
  }

  #readOr(): unknown {
    let value = this.#readAnd()
    while (this.#take('||')) {
      const right = this.#readAnd()
      value = isTruthy(value) ? value : right
    }
    return value
  }

  #readAnd(): unknown {
    let value = this.#readEquality()
    while (this.#take('&&')) {
      const right = this.#readEquality()
      value = isTruthy(value) ? right : value
    }
    return value
  }

  #readEquality(): unknown {
    const left = this.#readNot()
    if (this.#take('==')) return isEqual(left, this.#readNot())
    if (this.#take('!=')) return !isEqual(left, this.#readNot())
    return left
  }

  #readNot(): unknown {
    return this.#take('!') ? !isTruthy(this.#readNot()) : this.#readOperand()
  }

  #readOperand(): unknown {
    const token = this.#tokens.shift()
    if (token === undefined) throw this.#unknown('its end')
    if (token === '(') return this.#readGroup()
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
    if (/^-?\d/.test(token)) return Number(token)
    if (token in literals) return literals[token]
    return this.#take('(') ? this.#call(token) : this.#readPath(token)
  }

  #readGroup(): unknown {
    const value = this.#readOr()
    if (!this.#take(')')) throw this.#unknown("a missing ')'")
    return value
  }

  #call(name: string): boolean {
    const call = this.#scope.functions?.[name.toLowerCase()]
    if (!call || !this.#take(')')) throw this.#unknown(`${name}(…)`)
    return call()
  }

  #readPath(name: string): unknown {
    if (!(name in this.#scope.contexts)) throw this.#unknown(`'${name}'`)
    let value = this.#scope.contexts[name]
    while (this.#take('.')) {
      const property = this.#tokens.shift() ?? ''
      value = (value as Record<string, unknown> | null)?.[property] ?? null
    }
    return value
  }

  #take(token: string): boolean {
    if (this.#tokens[0] !== token) return false
    this.#tokens.shift()
    return true
  }

  #unknown(what: string): Error {
    return new Error(
      `The sandbox runner cannot evaluate ${what} in the expression "${this.#expression}"; write it with contexts, ` +
        'literals and operators that sandbox/runner/expressions.ts knows, or teach it there',
    )
  }
}

const literals: Record<string, unknown> = { true: true, false: false, null: null }

function isEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase()
  return typeof left === typeof right ? left === right : Number(left ?? 0) === Number(right ?? 0)
}
