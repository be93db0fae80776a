import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeFindings, read, unmark } from '../check';

/** What the samples say nothing about: the manner of first mentions, and dates. */
const ASIDE = new Set(['name-first-reference', 'acronym-unexpanded', 'date-relative', 'figure-undated', 'figure-unattributed', 'title-style']);

/** Asserts that over the shipped records exactly the marked findings come. */
function exactly(marked: string, date = '2022-01-12'): void {
  const sample = unmark(`---\ndate: ${date}\nhouse-style: neutral\n---\n\n${marked}`);
  const reading = read('shipped', sample.text);
  assert.deepEqual(reading.failures, []);
  const words = (span: { start: number; end: number }): string => `${span.start} ‘${sample.text.slice(span.start, span.end)}’`;
  const expected = sample.marks.map(m => `${m.check} ${words(m)}`).sort();
  const found = reading.findings.filter(f => !ASIDE.has(f.check)).map(f => `${f.check} ${words(f.span)}`).sort();
  assert.deepEqual(found, expected, `findings:\n${describeFindings(reading)}`);
  for (const mark of sample.marks.filter(m => m.fixed !== undefined)) {
    const finding = reading.findings.find(f => f.check === mark.check && f.span.start === mark.start)!;
    const preferred = finding.fixes.filter(f => f.preferred).map(f => f.edits.map(e => e.text).join(' … '));
    assert.deepEqual(preferred, [mark.fixed], finding.message);
  }
}

/** Text in which each group of cases is met, with exactly the findings that a copy chief would make. */
const CASES: Readonly<Record<string, readonly (string | readonly [text: string, date: string])[]>> = {
  'possessives and hyphens': [
    'Sergei Ryabkov’s deputies met. Ryabkov\'s team left.',
    'The Blinken-Lavrov channel is open, and so is the Sullivan–Yang one.',
    'Deputy Foreign Minister Sergei ⟦Ryabov⟧{name-misspelling}’s team left.',
    'Sergei Lavrov’s and Antony Blinken’s teams met twice.',
    'The post-Merkel coalition and the pro-Putin camp differ.',
  ],
  'particles': [
    'Ursula von der Leyen spoke. Von der Leyen left. Mrs von der Leyen’s staff stayed.',
    'Crown Prince Mohammed bin Salman received the envoy. Bin Salman smiled.',
    ['President Luiz Inácio Lula da Silva met President Xi Jinping. Lula then flew home; da Silva’s aides stayed.', '2023-04-15'],
    'Foreign Minister Mohammed bin Abdulrahman Al Thani spoke. Al Thani left.',
    'Commission President Ursula ⟦von der Layen⟧{name-misspelling} spoke.',
  ],
  'Korean, Chinese and Hungarian name order': [
    'President Moon Jae-in met President Xi Jinping. Moon and Xi spoke for an hour.',
    'President Xi ⟦Jingping⟧{name-misspelling} met Premier Li Keqiang. Xi spoke first.',
    'Hungarian Prime Minister Viktor Orbán met Orbán Viktor’s biographer.',
    ['North Korean leader Kim Jong Un met President Moon Jae-in. Kim smiled; Moon bowed.', '2018-04-27'],
    'Mao Ning and Wang Wenbin are spokespeople. Wang Yi is the foreign minister.',
  ],
  'diacritics with and without': [
    'President Recep Tayyip Erdoğan met Foreign Minister Mevlüt Çavuşoğlu. Erdoğan and Çavuşoğlu left.',
    'President Recep Tayyip Erdogan met Foreign Minister Mevlut Cavusoglu. Erdogan and Cavusoglu left.',
    'Estonian Prime Minister Kaja Kallas met Latvian Foreign Minister Edgars Rinkevics.',
    'Turkish President Recep Tayyip ⟦Erdogn⟧{name-misspelling} spoke.',
    ['Hungarian Foreign Minister Peter ⟦Szijarto⟧{name-misspelling -> Szijjártó} did not.', '2024-03-14'],
  ],
  'Slavic gender pairs': [
    'Olena Zelenska met Volodymyr Zelenskyy. Zelenska spoke; Zelenskyy listened.',
    'Maria Zakharova spoke. Zakharov is another man.',
    'Spokeswoman Maria ⟦Zakharov⟧{name-misspelling} spoke.',
  ],
  'initials': [
    'S. V. Lavrov and Sergei V. Lavrov are one man.',
    'Foreign Minister S. Lavrov spoke. W. Sherman replied.',
    'Secretary of State Antony J. Blinken spoke.',
  ],
  'capitals': [
    'DEPUTY FOREIGN MINISTER SERGEI ⟦RYABOV⟧{name-misspelling} SAID THE TALKS WENT WELL. LAVROV AGREED.',
    'FOREIGN MINISTER SERGEI LAVROV TOLD SECRETARY BLINKEN THAT TALKS GO ON.',
  ],
  'broken lines and emphasis': [
    'Deputy Foreign Minister Sergei\n⟦Ryabov⟧{name-misspelling} spoke.',
    'Deputy Foreign Minister **Sergei** ⟦Ryabov⟧{name-misspelling} spoke. *Sergei Ryabkov* left.',
    'Deputy Foreign\nMinister Sergei Ryabkov and Deputy Secretary of\nState Wendy Sherman met.',
    '> Deputy Foreign Minister Sergei\n> Ryabkov spoke.',
  ],
  'tables, lists and headings': [
    '| Name | Office |\n|---|---|\n| Sergei Lavrov | Foreign Minister |\n| Wendy Sherman | Deputy Secretary of State |',
    '- Sergei ⟦Shiogu⟧{name-misspelling}, defence minister\n- Wang Yi, foreign minister',
    '## Talks with Foreign Minister Sergei ⟦Lavrow⟧{name-misspelling}\n\nText.',
  ],
  'text from a word processor': [
    'Deputy Foreign Minister Sergei\u00a0Ryabkov spoke. Some 100\u202f000 troops were near the border, the ministry said.',
    'Deputy Foreign Minister Sergei\u00a0⟦Ryabov⟧{name-misspelling} spoke.',
    'For\u00adeign Minister Ser\u00adgei Lav\u00adrov spoke to Antony\u200b Blinken.',
    'Linda Thomas\u2011Greenfield spoke. Ambassador Thomas-Greenfield left.',
  ],
  'transcripts': [
    'MR. PESKOV: We see no reason.\n\nMS. ZAKHAROVA: Neither do we.',
    'QUESTION: What did Foreign Minister Lavrov say?\n\nMR PRICE: The Secretary spoke to Foreign Minister Lavrov.',
    'SECRETARY BLINKEN: Thank you.\n\nFOREIGN MINISTER LAVROV: Thank you.',
  ],
  'quotations': [
    '“We met Lavrov,” he said. ‘It was Ryabkov,’ she replied. "Both," said a third.',
    'An aide wrote: “Deputy Foreign Minister Sergei Ryabov [sic] spoke.”',
    '“The first paragraph of a statement.\n\n“The second, by Foreign Minister Sergei Lavrov.”',
  ],
  'other scripts': [
    'Президент Зеленський met President Volodymyr Zelenskyy.',
    '王毅 met Foreign Minister Sergei Lavrov; Сергей Лавров smiled.',
  ],
  'names that are words': [
    'The Sherman tank stood beside Sherman Oaks. Brown bears and Rice fields were seen. May was warm. Mark said so.',
    'Price rises and Austin’s airport were discussed. Truss bridges fell.',
    ['Prime Minister Theresa May spoke. In May she will go. May is sure.', '2018-03-05'],
  ],
  'look-alikes': [
    'Alexei Ryabov, an agency photographer, stood beside Deputy Foreign Minister Sergei Ryabkov. Ryabov took pictures; Ryabkov spoke.',
    'George Foreman met George Freeman.',
    'Ms Smyth, the embassy press officer, stood beside Ambassador Julianne Smith.',
    'Anthony Blake and Antony Blinken both attended.',
    'Foreign Minister Sergei Lavrov and Alexei Lavrov, a plumber, met.',
  ],
  'names of firms': [
    'Marcon Consulting wrote to President Emmanuel Macron. Marcon & Sons did not.',
  ],
  'people whom no record has': [
    'Lars Aalborgsen spoke first. Then ⟦Aalborgson⟧{name-spelling-unknown-pair} left, and Aalborgsen stayed.',
    'Minister Tobias Vendelin opened the meeting. Vendelin spoke for an hour.',
    'Jana Horváthová and Petra Novotná signed; Horváthová spoke.',
  ],
};

describe('text as people write it', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const one of cases) {
        const [text, date] = typeof one === 'string' ? [one, undefined] : one;
        it(JSON.stringify(text.slice(0, 100)), () => { exactly(text, date); });
      }
    });
  }
});
