/** Score as the servers of scores have it, from 0 to 1, on the scale the site shows: out of 10, two decimals. */
export function formatScore(score: number): string {
  return (score * 10).toFixed(2)
}
