import assert from 'node:assert/strict';
import { engine } from '../check';

/**
 * Officials whose names or bodies the recognizers read wrongly yet, by the end of their first reference: a correct name
 * is blamed wherever it stands, not only where it is inserted. The list may only become shorter.
 */
const READ_WRONGLY = new Set((
  'Abdisaid Muse Ali|Abdullah bin Zayed Al Nahyan|Albert Pahimi Padacké|Amina Mohamed|Anifah Aman|Asim Iftikhar Ahmad|' +
  'Baghdad Amreyev|Bharat Ramamurti|C. P. Radhakrishnan|Dhiyab bin Saqr al-Nuaimi|Elizabeth Salmón|Elizabeth Throssell|' +
  'Gen Nakatani|Hamdan bin Mohammed Al Maktoum|Hussein bin Abdullah|Ismail Sabri Yaakob|JD Vance|James Stewart|' +
  'Jeanine Hennis-Plasschaert|Joanna Wronecka|K. Shanmugam|Kabul Berdiev|Khalifa bin Zayed Al Nahyan|Kitack Lim|' +
  'Mame Mandiaye Niang|Michel Sidibé|Mohamed bin Zayed Al Nahyan|Mohammed bin Rashid Al Maktoum|Mya Tun Oo|Najla Bouden Romdhane|' +
  'Nazhat Shameem Khan|Qadam Shah Shahim|Ravina Shamdasani|Rupert Colville|Salman bin Hamad Al Khalifa|Sergei Lebedev|' +
  'Sheikh Rashid Ahmed|Shihab bin Tariq Al Said|Sigrid Kaag|Stanislav Zas|Sugiono|Tahnoun bin Zayed Al Nahyan|' +
  'Tedros Adhanom Ghebreyesus|Than Swe|Wai Lwin|Winnie Byanyima|Wunna Maung Lwin'
).split('|'));

/** Findings on the first reference of each official of the day, standing alone in a note. */
function findings(day: string, style: string): { readonly blamed: readonly string[]; readonly inserted: number } {
  const brief = engine('shipped').open({ language: 'markdown', always: true });
  const front = `---\ndate: ${day}\nhouse-style: ${style}\n---\n\n`;
  const officials = brief.update(front)!.officials(0);
  const blamed = officials.flatMap(({ name, text }) => (READ_WRONGLY.has(name) ? [] : brief.update(`${front}${text} spoke first.\n`)!.findings
    .map(f => `${text}: ${f.check}: ${f.message}`)));
  return { blamed, inserted: officials.length };
}

describe('Officials as they are inserted draw no finding of our own', () => {
  for (const { id } of engine('shipped').houseStyles) {
    it(`in the house style ${id}`, () => {
      const { blamed, inserted } = findings('2022-01-12', id);
      assert.ok(inserted > 500, `only ${inserted} officials`);
      assert.deepEqual(blamed, []);
    }).timeout(60_000);
  }
  for (const day of ['2015-07-14', '2026-11-20']) {
    it(`on ${day}`, () => assert.deepEqual(findings(day, 'neutral').blamed, [])).timeout(60_000);
  }
});
