/**
 * Squares of a 5 by 5 grid, mirrored left to right, from the address's hex digits, and a hue from its end.
 * Pure and the same for every letter case.
 */
export function addressMark(address: string): { path: string; hue: number } {
  const hex = address.slice(2).toLowerCase()
  const cells: string[] = []
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 3; column++) {
      const digit = Number.parseInt(hex[row * 3 + column] ?? '0', 16)
      if (digit % 2 === 0) continue
      for (const x of column === 2 ? [3] : [column + 1, 5 - column]) cells.push(`M${x} ${row + 1}h1v1h-1z`)
    }
  }
  return { path: cells.join('') || 'M3 3h1v1h-1z', hue: Number.parseInt(hex.slice(-3), 16) % 360 }
}
