/**
 * Matches a text against a SQL `like` pattern: `%` is any run of characters, `_` any one, `\` escapes the next.
 */
export function likePattern(pattern: string, ignoreCase: boolean): RegExp {
  let source = ''
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i)
    if (char === '%') source += '.*'
    else if (char === '_') source += '.'
    else {
      if (char === '\\') i++
      source += pattern.charAt(i).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    }
  }
  return new RegExp(`^${source}$`, ignoreCase ? 'isu' : 'su')
}

/**
 * The pattern that `_contains` searches for. A graph node does not escape the value: one that starts or ends with `%`
 * is taken as the pattern itself (subgraph.md 5.3).
 */
export function containsPattern(value: string, ignoreCase: boolean): RegExp {
  const isPattern = value.startsWith('%') || value.endsWith('%')
  return likePattern(isPattern ? value : `%${value}%`, ignoreCase)
}
