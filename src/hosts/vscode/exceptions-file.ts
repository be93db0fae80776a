import { type Added, addToList, yamlScalar } from '../../chancery';

/** One thing that the writer says is right, or is not to be told of. */
export type Exception =
  | { readonly kind: 'known-name'; readonly text: string }
  | { readonly kind: 'distinct'; readonly text: string; readonly other: string }
  | { readonly kind: 'no-expand'; readonly text: string }
  | { readonly kind: 'ignore'; readonly check: string; readonly text: string };

const KEYS: Readonly<Record<Exception['kind'], string>> = { 'known-name': 'known-names', distinct: 'distinct', 'no-expand': 'no-expand', ignore: 'ignore' };

const HEAD = `# What Chancery is to take as right here. Sorted; comments and order are kept.
# known-names: names that are spelt right. keep: forms that stay as they are. distinct: pairs of names of two people.
# no-expand: acronyms that need no full form. ignore: words that one check is not to speak of.
`;

/** The text of an exceptions file with one more entry. */
export function addException(text: string, exception: Exception): Added {
  const start = text.trim() === '' ? HEAD : text;
  return addToList(start, KEYS[exception.kind], itemOf(exception));
}

function itemOf(exception: Exception): string {
  switch (exception.kind) {
    case 'distinct': {
      const pair = [exception.text, exception.other].sort();
      return `[${pair.map(yamlScalar).join(', ')}]`;
    }
    case 'ignore': return `{check: ${exception.check}, text: ${yamlScalar(exception.text)}}`;
    default: return yamlScalar(exception.text);
  }
}

/** What was added, in words for the answer to the writer. */
export function describeException(exception: Exception): string {
  switch (exception.kind) {
    case 'distinct': return `‘${exception.text}’ and ‘${exception.other}’`;
    default: return `‘${exception.text}’`;
  }
}

/** The key of the front matter that keeps the same for one document; none for what only a file of exceptions keeps. */
export function documentKey(exception: Exception): string | undefined {
  return exception.kind === 'known-name' ? 'known-names' : exception.kind === 'no-expand' ? 'no-expand' : undefined;
}
