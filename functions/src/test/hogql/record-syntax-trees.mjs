// Records the trees that PostHog's own parser gives for the lines of expressions.txt:
//   npm install && npm run record
// Left out: positions, and what says the same in another way (absent parameters, `?.` for `.`).
import { readFileSync, writeFileSync } from 'node:fs'
import createHogQLParser from '@posthog/hogql-parser'

const expressionsFile = process.argv[2] ?? new URL('expressions.txt', import.meta.url)
const treesFile =
    process.argv[3] ?? new URL('../resources/dev/trendlake/hogql/syntax-trees.json', import.meta.url)

function simplified(tree) {
    if (Array.isArray(tree)) {
        return tree.map(simplified)
    }
    if (tree === null || typeof tree !== 'object') {
        return typeof tree === 'number' ? Number(tree) : tree
    }
    const result = {}
    for (const [name, value] of Object.entries(tree)) {
        result[name] = simplified(value)
    }
    delete result.nullish
    delete result.is_null_comparison_style
    if (result.node === 'Constant' && result.value_type === 'number') {
        const number = Number(result.value)
        result.value = Number.isFinite(number) ? number : result.value
        delete result.value_type
    }
    if (result.node === 'Call') {
        result.params ??= []
        result.distinct ??= false
        delete result.order_by
        if (!result.filter_expr) {
            delete result.filter_expr
        }
    }
    return result
}

const parser = await createHogQLParser()
const expressions = readFileSync(expressionsFile, 'utf8').split('\n').filter((line) => line.trim() !== '')
const lines = expressions.map((expression) => {
    const tree = JSON.parse(parser.parseExpr(expression, true))
    return JSON.stringify({ expression, tree: tree.error ? null : simplified(tree) })
})
writeFileSync(treesFile, '[\n' + lines.join(',\n') + '\n]\n')
