import type { YAMLError } from 'yaml';

interface Complaint {
  readonly message: string;
  readonly hint?: string;
}

export const TOO_DEEP = 'lists or maps are nested too deeply to be read';

const QUOTES = 'a text with ": " or " #" in it has to stand in quotes, such as basis: "assumption: why"';

/** What the YAML parser says, for somebody who has never read the YAML specification. */
export function yamlComplaint({ code, message }: Pick<YAMLError, 'code' | 'message'>): Complaint {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab where YAML wants spaces', hint: 'indent with two spaces' };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return { message: 'a second ": " in what is not in quotes', hint: QUOTES };
    case 'MULTILINE_IMPLICIT_KEY':
      return { message: 'a key and its ":" have to stand on one line', hint: 'is a ":" missing after a key here?' };
    case 'BAD_INDENT':
      return /flow/i.test(message)
        ? { message: 'a bracket or brace that was opened is not closed', hint: 'close it with ] or } before this line' }
        : {
            message: 'this line is not indented like its neighbours',
            hint: 'the keys of one map start in the same column',
          };
    case 'MISSING_CHAR':
      return /quote/.test(message)
        ? { message: 'a quotation mark that was opened is not closed' }
        : {
            message: /map values/.test(message) ? 'a key without ": " after it' : `not valid YAML: ${lowered(message)}`,
          };
    case 'BAD_SCALAR_START':
      return { message: `not valid YAML: ${lowered(message)}`, hint: 'put the text in quotes' };
    case 'MULTIPLE_DOCS':
      return { message: 'a second document begins here', hint: 'a scenario is one document: take the line --- away' };
    case 'NON_STRING_KEY':
      return { message: 'a key has to be a word' };
    case 'TAG_RESOLVE_FAILED':
      return { message: 'tags (with !) are not used in scenarios', hint: 'take the tag away' };
    default:
      return { message: `not valid YAML: ${lowered(message)}` };
  }
}

function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
