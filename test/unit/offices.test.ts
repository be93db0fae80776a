import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeFindings, engine, read, unmark } from '../check';
import type { Finding, Reading } from '../../src/chancery';

const note = (day: string, text: string): string => `---\ndate: ${day}\nhouse-style: neutral\n---\n\n${text}\n`;

const OFFICES = new Set(['office-wrong', 'office-not-held-on-date', 'office-qualifier', 'office-since', 'affiliation-wrong']);

function offices(reading: Reading): readonly Finding[] {
  return reading.findings.filter(f => OFFICES.has(f.check));
}

/** After a coup or a contested election: either name may stand in a note, and the card shows both. */
const EITHER: readonly (readonly [string, string])[] = [
  ['2023-09-04', 'Nigerien President Mohamed Bazoum is held in Niamey. President Abdourahamane Tchiani received the envoys.'],
  ['2024-06-03', 'Former Nigerien President Mohamed Bazoum is held in Niamey.'],
  ['2020-08-21', 'Malian President Ibrahim Boubacar Keïta is held in Kati.'],
  ['2021-05-25', 'Malian President Bah N\'Daw is held in Kati, on the order of Malian President Assimi Goïta.'],
  ['2022-01-31', 'Burkinabe President Roch Marc Christian Kaboré is under house arrest; President Paul-Henri Sandaogo Damiba spoke on television.'],
  ['2021-09-20', 'Guinean President Alpha Condé refuses to resign, and President Mamady Doumbouya waits.'],
  ['2023-09-01', 'Gabonese President Ali Bongo appeals to friends; President Brice Oligui holds the palace.'],
  ['2021-11-04', 'Sudanese Prime Minister Abdalla Hamdok is under house arrest in Khartoum.'],
  ['2021-03-15', 'President Win Myint of Myanmar remains in detention, and acting President Myint Swe signs.'],
  ['2021-08-25', 'Afghan acting President Amrullah Saleh is in the Panjshir.'],
  ['2019-06-03', 'Venezuelan President Nicolás Maduro holds the army; Venezuelan Interim President Juan Guaidó and President Juan Guaidó are one man.'],
  ['2025-03-03', 'Venezuelan President Edmundo González is in Madrid and Venezuelan President Nicolás Maduro in Caracas.'],
  ['2021-02-08', 'Belarusian President Sviatlana Tsikhanouskaya lives in Vilnius, Belarusian President Alexander Lukashenko in Minsk.'],
  ['2023-07-03', 'Libyan Prime Minister Osama Hammad and Libyan Prime Minister Abdul Hamid Dbeibah met nowhere.'],
  ['2022-06-06', 'Yemeni Prime Minister Maeen Abdulmalik Saeed and Yemeni Prime Minister Abdulaziz bin Habtour exchanged prisoners.'],
];

describe('an office that is disputed', () => {
  for (const [day, text] of EITHER) {
    it(`is right with either name: ${text.slice(0, 70)}`, () => {
      const reading = read('shipped', note(day, text));
      assert.deepEqual(offices(reading).map(f => f.message), [], describeFindings(reading));
      assert.equal(reading.findings.filter(f => f.severity === 'warning').length, 0, describeFindings(reading));
    });
  }

  it('shows on the card of each who is in power and who is recognised by whom', () => {
    const text = note('2019-06-03', 'President Nicolás Maduro spoke; Interim President Juan Guaidó did not.');
    const reading = read('shipped', text);
    const row = (name: string): string | undefined => reading.hoverAt(text.indexOf(name))?.rows.find(r => r.label === 'Disputed')?.value;
    assert.equal(row('Maduro'), 'in power; Juan Guaidó recognised by United States');
    assert.equal(row('Guaidó'), 'recognised by United States; Nicolás Maduro in power');
  });

  it('is no dispute on another day', () => {
    const text = note('2016-06-03', 'President Nicolás Maduro spoke.');
    assert.equal(read('shipped', text).hoverAt(text.indexOf('Maduro'))?.rows.find(r => r.label === 'Disputed'), undefined);
    assert.match(describeFindings(read('shipped', note('2018-06-04', 'Venezuelan President Juan Guaidó spoke in Caracas on Friday.'))), /Juan Guaidó/);
  });

  it('still is not for a third', () => {
    const found = offices(read('shipped', note('2019-06-03', 'Venezuelan Prime Minister Jorge Arreaza spoke. Venezuelan President Jorge Arreaza spoke on Friday.')));
    assert.equal(found.filter(f => /Maduro/.test(f.message)).length, 1, found.map(f => f.message).join('\n'));
  });
});

/** A president of Varnia with an open term that was read of last on the day of its source. */
const STALE = `schema: chancery-gazetteer/1
checked: 2020-06-01
sources:
  gazette-2018: {title: Cabinet, publisher: Varnian Gazette, date: 2018-03-01, url: "https://example.org/cabinet"}
posts:
  - {id: qv-harbour-minister, label: Minister of Harbours of Varnia, organization: qv-government, seats: 1, kind: minister, titles: {preferred: Harbour Minister}}
people:
  - id: qv-lund-asta
    name: Asta Lund
    family_name: Lund
    given_name: Asta
    nationality: QV
    occupancies:
      - {post: qv-harbour-minister, start_date: 2012-01-01, end_date: 2018-03-01, sources: [gazette-2018], end_sources: [gazette-2018]}
  - id: qv-moe-jens
    name: Jens Moe
    family_name: Moe
    given_name: Jens
    nationality: QV
    occupancies:
      - {post: qv-harbour-minister, start_date: 2018-03-01, end_date: .., sources: [gazette-2018]DUE}
`;

function stale(day: string, text: string, due = ''): { found: readonly Finding[]; text: string } {
  const sample = unmark(note(day, text));
  const reading = engine('world', {}, [{ path: 'more.yaml', text: STALE.replace('DUE', due) }]).open({ language: 'markdown', always: true }).update(sample.text)!;
  return { found: offices(reading), text: sample.text };
}

describe('an open term of an old record', () => {
  const SENTENCE = 'Varnian Harbour Minister Asta Lund is in Skarholm today.';

  it('speaks for its holder for a year after the last that was read of it', () => {
    const { found } = stale('2019-02-20', SENTENCE);
    assert.deepEqual(found.map(f => f.severity), ['warning']);
    assert.ok(found[0]!.fixes.some(f => f.edits.some(e => e.text === 'Jens Moe')));
  });

  it('is told as known after that, as information, and puts nobody into the place of another', () => {
    const { found } = stale('2019-03-20', SENTENCE);
    assert.deepEqual(found.map(f => f.severity), ['information']);
    assert.match(found[0]!.message, /Asta Lund was .*the last .* that is recorded is Jens Moe, since 1 March 2018 \(as known on 1 March 2018\)/);
    assert.ok(!found[0]!.fixes.some(f => f.edits.some(e => e.text.includes('Moe'))), 'a fix puts the holder in');
  });

  it('says nothing from the day on which it was to end: anybody may hold the office since', () => {
    assert.deepEqual(stale('2018-09-03', SENTENCE, ', due: 2018-07-01').found, []);
    assert.deepEqual(stale('2018-06-03', SENTENCE, ', due: 2018-07-01').found.map(f => f.severity), ['warning']);
  });

  it('is no evidence against who is named where only the place is known', () => {
    assert.deepEqual(stale('2020-01-10', 'Varnian Harbour Minister Jens Moe is in Skarholm today.').found, []);
  });
});

/** What the text says beside an office tells of which days it is: the mark is found, with this severity. */
const FOUND: readonly (readonly [string, string, 'warning' | 'information'])[] = [
  // quotations behind a colon, and behind a bracket and a colon
  ['2022-03-03', 'The League (JACL): “Yesterday, ⟦President Donald Trump⟧ delivered his address, in which he called for support.”', 'warning'],
  ['2016-06-20', 'Paris agreed: “Yesterday ⟦Foreign Minister Laurent Fabius⟧ spoke for all of us.”', 'warning'],
  // counted in days or hours
  ['2022-03-06', 'I was just a day ago in Lviv with my friend, the ⟦Ukrainian Foreign Minister Vadym Prystaiko⟧.', 'warning'],
  ['2019-10-21', 'Six hours ago ⟦French President François Hollande⟧ left the chancellery.', 'warning'],
  // said politely, meant plainly
  ['2021-12-22', 'I would say that ⟦Secretary of State Jake Sullivan⟧ is in Jerusalem.', 'warning'],
  // bodies that have no such office, and seats of bodies that have
  ['2022-03-25', 'Today President Joe Biden and ⟦European Commission Prime Minister Ursula von der Leyen⟧ announced a task force.', 'warning'],
  ['2022-05-17', '⟦White House Secretary of State Jake Sullivan⟧ is in Sofia today.', 'warning'],
  // set off by commas, with the state in the title or its capital before it
  ['2019-05-20', 'Yesterday ⟦the president of France, François Hollande⟧, asked for a mandate.', 'warning'],
  ['2023-09-11', 'In 2022 ⟦the president of Kyrgyzstan, Sooronbay Jeenbekov⟧, asked for a mandate.', 'warning'],
  ['2019-09-16', 'Riyadh’s ⟦foreign minister, Saud al-Faisal⟧, called it on Sunday an act of war.', 'warning'],
  // a ruler who is recorded under the title
  ['2021-09-13', 'In July 2021 ⟦Sultan Qaboos⟧ paid a visit to Neom.', 'information'],
  // an undated report of somebody who left some years before, or who has another office by now, may be of then
  ['2022-04-25', 'In their talks Secretary Blinken and Secretary Austin met with President Volodymyr Zelenskyy and ⟦Foreign Minister Vadym Prystaiko⟧.', 'information'],
  ['2022-03-14', 'The two countries exchanged views and condemned ⟦Russian Prime Minister Vladimir Putin⟧’s war.', 'information'],
];

/** And where it tells of other days, or nothing, there is silence. */
const SILENT: readonly (readonly [string, string])[] = [
  ['2025-03-10', 'Prime Minister Abdul Hamid Dbeibah, chosen in Geneva in February 2021, sits in Tripoli.'],
  ['2022-03-14', 'In 2010 the two countries condemned the note of Russian Prime Minister Vladimir Putin.'],
  ['2022-03-14', 'Then as now the Kremlin distrusts its neighbours. By 2009 the talks had failed. Russian Prime Minister Vladimir Putin condemned them.'],
  ['2026-04-25', 'The ministers met with Foreign Minister Vadym Prystaiko.'],
  ['2021-12-22', 'In such a case Secretary of State Jake Sullivan would say no.'],
  ['2021-07-26', 'In July 2019 Sultan Qaboos paid a visit to nobody.'],
  ['2021-07-26', 'Moscow’s foreign minister, Sergei Lavrov, called it on Sunday an act of war.'],
];

describe('when an office is about', () => {
  for (const [day, marked, severity] of FOUND) {
    it(`is told by the text: ${marked.slice(0, 80)}`, () => {
      const sample = unmark(note(day, marked));
      const reading = read('shipped', sample.text);
      const [mark] = sample.marks;
      const found = offices(reading).filter(f => f.span.start < mark!.end && mark!.start < f.span.end);
      assert.deepEqual(found.map(f => f.severity), [severity], describeFindings(reading));
    });
  }
  for (const [day, text] of SILENT) {
    it(`is open, past or right: ${text.slice(0, 80)}`, () => {
      const reading = read('shipped', note(day, text));
      assert.deepEqual(offices(reading).map(f => f.message), [], describeFindings(reading));
    });
  }
});

/** Words before an office that a record of these days does not contradict. */
const QUALIFIED: readonly (readonly [string, string])[] = [
  ['2023-08-03', 'Between 2011 and 2012 former President Luiz Inácio Lula da Silva spoke in forty cities.'],
  ['2016-03-07', 'In 2012 former São Toméan Prime Minister Patrice Emery Trovoada spoke in Lisbon.'],
  ['2023-08-03', 'Libyan Interim Prime Minister Abdul Hamid Dbeibah is in Rome.'],
  ['2022-05-02', 'Malian Interim President Assimi Goïta is in Moscow; Guinean Transitional President Mamady Doumbouya is not.'],
  ['2026-01-22', 'Former Liberian Vice President Joseph Boakai is in Monrovia.'],
];

describe('former, interim and the like', () => {
  for (const [day, text] of QUALIFIED) {
    it(`is not contradicted: ${text.slice(0, 80)}`, () => {
      const reading = read('shipped', note(day, text));
      assert.deepEqual(offices(reading).map(f => f.message), [], describeFindings(reading));
    });
  }
});
