/** Evaluates GitHub expressions with GitHub's own library, and the contexts and functions of a step. */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** The contexts that an expression can read, and the functions that it can call (without arguments). */
export interface ExpressionScope {
  contexts: Record<string, unknown>
  functions?: Record<string, () => boolean>
}

/** Replaces each `${{ … }}` in a text with its value. Null becomes the empty string. @throws Error as {@link evaluate} */
export function interpolate(text: string, scope: ExpressionScope): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluateData(expression, scope).coerceString(),
  )
}

/**
 * Returns the value of an expression, or null for a property that does not exist.
 *
 * @throws Error that names the expression, if it is invalid or uses a context or function that the scope lacks
 */
export function evaluate(expression: string, scope: ExpressionScope): unknown {
  return JSON.parse(JSON.stringify(evaluateData(expression, scope), data.replacer))
}

/** Returns whether GitHub treats a value as true in a condition. */
export function isTruthy(value: unknown): boolean {
  return Boolean(value) && !Number.isNaN(value)
}

function evaluateData(
  expression: string,
  { contexts, functions = {} }: ExpressionScope,
): data.ExpressionData {
  const definitions = Object.entries(functions).map(([name, call]) => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(call()),
  }))
  try {
    const { tokens } = new Lexer(expression.trim()).lex()
    const tree = new Parser(tokens, Object.keys(contexts), definitions).parse()
    const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
    return new Evaluator(tree, context, new Map(definitions.map((one) => [one.name, one]))).evaluate()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause
    throw new Error(`The sandbox runner cannot evaluate the expression "${expression.trim()}": ${reason}`, {
      cause,
    })
  }
}
