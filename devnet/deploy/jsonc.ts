/** Text in quotes, or a comment of either kind. */
const TOKENS = /"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

/** JSON from JSON with comments: each becomes blank, so that places in error messages stay right. Quoted text is left alone. */
export function withoutComments(text: string): string {
  return text.replace(TOKENS, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, ' ')))
}
