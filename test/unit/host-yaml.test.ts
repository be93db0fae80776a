import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readExceptions } from '../../src/engine/exceptions';
import { addException, type Exception } from '../../src/hosts/vscode/exceptions-file';
import { addToChancery, setKey } from '../../src/hosts/vscode/front-matter';
import { directiveAtTop, directiveInLine } from '../../src/hosts/vscode/ignore-comment';
import { yamlScalar } from '../../src/yaml/yaml-lists';
import { readYaml } from '../../src/yaml/yaml';

function added(text: string, exception: Exception): string {
  const result = addException(text, exception);
  assert.equal(result.kind, 'added', `not added to:\n${text}`);
  return (result as { text: string }).text;
}

function read(text: string): ReturnType<typeof readExceptions>['exceptions'] {
  const { exceptions, problems } = readExceptions({ path: 'x.yaml', text });
  assert.deepEqual(problems, [], text);
  return exceptions;
}

function edited(text: string, result: ReturnType<typeof setKey>): string {
  assert.equal(result.kind, 'edit');
  const { edit } = result as { edit: { span: { start: number; end: number }; text: string } };
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

const name = (text: string): Exception => ({ kind: 'known-name', text });

describe('exceptions written by the VS Code host', () => {
  it('makes a file with a heading', () => {
    const text = added('', name('Alexei Ryabov'));
    assert.match(text, /^# .*\n[\s\S]*\n\nknown-names:\n {2}- Alexei Ryabov\n$/);
    assert.deepEqual(read(text).knownNames, ['Alexei Ryabov']);
  });

  it('adds in order and keeps comments with what they speak of', () => {
    const before = '# ours\nknown-names:\n  - Alexei Ryabov # the photographer\n  # the embassy’s\n  - Ms Smyth\n\nno-expand: [EU, UN]\n';
    assert.equal(added(before, name('Boris Ryabov')), '# ours\nknown-names:\n  - Alexei Ryabov # the photographer\n  - Boris Ryabov\n  # the embassy’s\n  - Ms Smyth\n\nno-expand: [EU, UN]\n');
    assert.equal(added(before, name('Zoe')), '# ours\nknown-names:\n  - Alexei Ryabov # the photographer\n  # the embassy’s\n  - Ms Smyth\n  - Zoe\n\nno-expand: [EU, UN]\n');
    assert.match(added(before, { kind: 'no-expand', text: 'PAC' }), /no-expand: \[EU, PAC, UN\]\n/);
  });

  it('leaves an unsorted list unsorted and adds at its end', () => {
    assert.equal(added('known-names:\n- Z\n- A\n', name('M')), 'known-names:\n- Z\n- A\n- M\n');
  });

  it('says that an entry is there already', () => {
    for (const text of ['known-names:\n  - Ryabov\n', 'known-names: [Ryabov]\n', 'known-names:\n  - "Ryabov" # so\n', 'known-names: [\'Ryabov\', B]\n']) {
      assert.equal(addException(text, name('Ryabov')).kind, 'present', text);
    }
    assert.equal(addException('ignore:\n  - check: acronym-case\n    text: Nato\n', { kind: 'ignore', check: 'acronym-case', text: 'Nato' }).kind, 'present');
  });

  it('writes every kind so that it is read as it was meant', () => {
    let text = '';
    const kinds: Exception[] = [
      name('Rybkov'), { kind: 'distinct', text: 'Smyth', other: 'Smith' }, { kind: 'no-expand', text: 'PAC' },
      { kind: 'ignore', check: 'figure-vague', text: 'thousands: of "troops", [x] #1' }, { kind: 'ignore', check: 'acronym-case', text: 'Nato' },
    ];
    for (const one of kinds) text = added(text, one);
    for (const one of kinds) assert.equal(addException(text, one).kind, 'present', JSON.stringify(one));
    assert.deepEqual(read(text), {
      knownNames: ['Rybkov'], keep: [], distinctPairs: [['Smith', 'Smyth']], noExpand: ['PAC'],
      ignore: [{ check: 'acronym-case', text: 'Nato' }, { check: 'figure-vague', text: 'thousands: of "troops", [x] #1' }],
    });
  });

  it('fills an empty key and keeps CRLF', () => {
    assert.equal(added('known-names:\r\nno-expand: []\r\n', name('A')), 'known-names:\r\n  - A\r\nno-expand: []\r\n');
    assert.equal(added('no-expand: []\n', { kind: 'no-expand', text: 'UN' }), 'no-expand: [UN]\n');
    assert.equal(added('known-names: null # none yet\n', name('A')), 'known-names: # none yet\n  - A\n');
  });

  it('does not touch a form that it does not know', () => {
    for (const text of ['known-names: &a\n  - x\n', 'known-names: [a,\n  b]\n', 'known-names: |\n  text\n', '{known-names: [a]}\n', 'known-names:\n  a: b\n', 'x: 1\n---\ny: 2\n', '- a\nplain words\n']) {
      assert.equal(addException(text, name('A')).kind, 'unreadable', text);
    }
  });

  it('writes any text as a scalar that is read back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), text => {
      const { value } = readYaml(`a: [${yamlScalar(text)}]\nb:\n  - ${yamlScalar(text)}\n`);
      assert.deepEqual(JSON.parse(JSON.stringify(value)), { a: [text], b: [text] });
    }), { numRuns: 300 });
    for (const text of ['true', 'No', 'null', '1', '~', 'a: b', 'a #b', 'x ', '- a', 'O’Neill', 'Al-Assad', 'a, b']) {
      assert.equal((readYaml(`k: ${yamlScalar(text)}\n`).value as { k: unknown }).k, text);
    }
  });

  it('any sequence of additions keeps all of them', () => {
    const word = fc.stringMatching(/^[A-Za-z'’\-:#, ]{1,12}$/).map(s => s.trim()).filter(s => s !== '');
    fc.assert(fc.property(fc.array(word, { maxLength: 8 }), words => {
      let text = '';
      for (const w of words) {
        const result = addException(text, name(w));
        if (result.kind === 'added') text = result.text;
        else assert.equal(result.kind, 'present');
      }
      if (words.length > 0) assert.deepEqual(new Set(read(text).knownNames), new Set(words));
    }), { numRuns: 200 });
  });
});

describe('front matter written by the VS Code host', () => {
  const note = '---\ntitle: A\ndate: 2022-01-11 # draft\n---\n\nText\n';

  it('sets a key', () => {
    assert.equal(edited(note, setKey(note, 'date', '2022-01-12')), '---\ntitle: A\ndate: 2022-01-12 # draft\n---\n\nText\n');
    assert.equal(edited(note, setKey(note, 'house-style', 'nato')), '---\ntitle: A\ndate: 2022-01-11 # draft\nhouse-style: nato\n---\n\nText\n');
    assert.equal(edited('---\ndate:\n---\n', setKey('---\ndate:\n---\n', 'date', '2022-01-12')), '---\ndate: 2022-01-12\n---\n');
    assert.equal(setKey(note, 'title', 'A').kind, 'present');
  });

  it('makes a front matter where there is none, with the line breaks of the text', () => {
    assert.equal(edited('Text\n', setKey('Text\n', 'date', '2022-01-12')), '---\ndate: 2022-01-12\n---\n\nText\n');
    assert.equal(edited('\uFEFFA\r\nB', setKey('\uFEFFA\r\nB', 'date', '2022-01-12')), '\uFEFF---\r\ndate: 2022-01-12\r\n---\r\n\r\nA\r\nB');
    const crlf = '---\r\ntitle: A\r\n---\r\nx';
    assert.equal(edited(crlf, setKey(crlf, 'date', '2022-01-12')), '---\r\ntitle: A\r\ndate: 2022-01-12\r\n---\r\nx');
  });

  it('does not touch a value that goes on, nor an unclosed front matter', () => {
    assert.equal(setKey('---\ndate:\n  - a\n---\n', 'date', 'x').kind, 'unreadable');
    assert.equal(setKey('---\ndate: 2022\nText without an end', 'date', 'x').kind, 'unreadable');
  });

  it('adds a name under chancery', () => {
    assert.equal(edited(note, addToChancery(note, 'known-names', 'Rybkov')), '---\ntitle: A\ndate: 2022-01-11 # draft\nchancery:\n  known-names:\n    - Rybkov\n---\n\nText\n');
    const has = '---\nchancery:\n    disable: [x]\n    known-names:\n      - A\ndate: 2022-01-12\n---\n';
    assert.equal(edited(has, addToChancery(has, 'known-names', 'B')), has.replace('      - A\n', '      - A\n      - B\n'));
    assert.equal(edited(has, addToChancery(has, 'no-expand', 'PAC')), has.replace('      - A\n', '      - A\n    no-expand:\n      - PAC\n'));
    assert.equal(addToChancery(has, 'known-names', 'A').kind, 'present');
    assert.equal(addToChancery('---\nchancery: {disable: [x]}\n---\n', 'known-names', 'A').kind, 'unreadable');
  });
});

describe('ignore comments', () => {
  const put = (text: string, edit: ReturnType<typeof directiveInLine>): string => text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end);

  it('go to the end of the line, before a line break of two spaces', () => {
    assert.equal(put('A Nato line  \nB', directiveInLine('A Nato line  \nB', 2, 'acronym-case')), 'A Nato line <!-- chancery-ignore-line acronym-case -->  \nB');
    const once = put('A\r\nB', directiveInLine('A\r\nB', 0, 'x'));
    assert.equal(once, 'A <!-- chancery-ignore-line x -->\r\nB');
    assert.equal(put(once, directiveInLine(once, 0, 'y')), 'A <!-- chancery-ignore-line x, y -->\r\nB');
  });

  it('are not put where they would be text', () => {
    assert.equal(directiveInLine('---\ndate: x\n---\n', 6, 'frontmatter'), undefined);
    assert.equal(directiveInLine('a\n```\ncode\n```\n', 7, 'x'), undefined);
    assert.notEqual(directiveInLine('```\ncode\n```\nafter', 14, 'x'), undefined);
  });

  it('for a document go below the front matter', () => {
    const text = '---\ndate: 2022-01-12\n---\n\nText';
    assert.equal(put(text, directiveAtTop(text, 'x')), '---\ndate: 2022-01-12\n---\n<!-- chancery-disable-file x -->\n\nText');
    assert.equal(put('Text', directiveAtTop('Text', 'x')), '<!-- chancery-disable-file x -->\n\nText');
  });
});
