/**
 * A cell as RFC 4180 has it. Text that a spreadsheet would run as a formula (names, reasons and addresses of services are
 * written by others) gets a leading apostrophe.
 */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of cells that are ready (`csvCell` where others wrote them) as a file: RFC 4180, CRLF, the last line ended too. */
export function csvFile(lines: readonly (readonly string[])[]): string {
  return `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}
