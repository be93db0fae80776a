const EXAMPLE = /^```chancery\r?\n([\s\S]*?)^```[ \t]*$/gm;

/** A check's page for reading: its examples as quotations, with the words that are reported in bold. */
export function pageMarkdown(page: string): string {
  return page.replace(EXAMPLE, (_, example: string) => example.trimEnd().split(/\r?\n/).map(line => `> ${readable(line)}`).join('\n'));
}

function readable(line: string): string {
  return line.replace(/[<*_`|]/g, '\\$&').replace(/⟦([^⟦⟧]*)⟧/g, '**$1**');
}
