import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeFindings, read } from '../check';

const DAY = '2026-11-20';

/** Who holds what on that day, as a desk writes it: each sentence is right, and each name in it has a card. */
const RIGHT: readonly (readonly [string, ...string[]])[] = [
  ['British Prime Minister Andy Burnham spoke with Foreign Secretary Ed Miliband and Defence Secretary Wes Streeting.', 'Burnham', 'Miliband', 'Streeting'],
  ['UK Chancellor of the Exchequer John Healey presented the budget.', 'Healey'],
  ['Ukrainian Prime Minister Serhii Koretskyi met Ukrainian Defence Minister Yevhenii Khmara.', 'Koretskyi', 'Khmara'],
  ['The Commander-in-Chief of the Armed Forces of Ukraine, Mykhailo Drapatyi, briefed reporters.', 'Drapatyi'],
  ['Slovenian Prime Minister Janez Janša and Slovenian Foreign Minister Tone Kajzer arrived in Brussels.', 'Janša', 'Kajzer'],
  ['Romania’s acting Prime Minister Ilie Bolojan met President Nicușor Dan.', 'Bolojan', 'Dan'],
  ['Mongolian Prime Minister Nyam-Osor Uchral visited Tokyo.', 'Uchral'],
  ['Myanmar’s President Min Aung Hlaing received the Commander-in-Chief, General Ye Win Oo.', 'Min Aung Hlaing', 'Ye Win Oo'],
  ['Myanmar’s Foreign Minister Tin Maung Swe flew to Beijing.', 'Tin Maung Swe'],
  ['Indian Army Chief General Dhiraj Seth travelled to Nepal.', 'Dhiraj Seth'],
  ['Peruvian President Keiko Fujimori and Peruvian Prime Minister Luis Galarreta met in Lima.', 'Fujimori', 'Galarreta'],
  ['Peruvian Foreign Minister Carlos Espá and Peruvian Defence Minister Rafael Belaunde stayed away.', 'Espá', 'Belaunde'],
  ['Hungarian President András Baka received Hungarian Prime Minister Péter Magyar.', 'Baka', 'Magyar'],
  ['Estonian President Ülle Madise will visit Helsinki.', 'Madise'],
  ['Lithuanian Prime Minister Mindaugas Sinkevičius met Latvian Prime Minister Andris Kulbergs.', 'Sinkevičius', 'Kulbergs'],
  ['Moldovan Prime Minister Vasile Tofan met Moldovan President Maia Sandu.', 'Tofan', 'Sandu'],
  ['King Haakon VIII of Norway opened the session.', 'Haakon VIII'],
  ['Serbia’s acting President Ana Brnabić called for calm.', 'Brnabić'],
  ['South Korean Prime Minister Han Seong-sook met South Korean Defence Minister Kang Shin-chul.', 'Han Seong-sook', 'Kang Shin-chul'],
  ['Kazakh Foreign Minister Mukhtar Tileuberdi flew to Ankara.', 'Tileuberdi'],
  ['Mexican Foreign Minister Roberto Velasco spoke in Geneva.', 'Velasco'],
  ['Moroccan Prime Minister Fatima Ezzahra El Mansouri presented her cabinet.', 'El Mansouri'],
  ['Senegalese Prime Minister Ahmadou Al Aminou Lo spoke in Dakar.', 'Ahmadou Al Aminou Lo'],
  ['Colombian Foreign Minister Omar Bula spoke in Bogotá.', 'Bula'],
  ['US Attorney General Todd Blanche and Director of National Intelligence Jay Clayton testified.', 'Blanche', 'Clayton'],
  ['Bangladeshi Prime Minister Tarique Rahman wrote to Nepalese Prime Minister Balendra Shah.', 'Tarique Rahman', 'Balendra Shah'],
  ['Honduran President Nasry Asfura met Costa Rican President Laura Fernández.', 'Asfura', 'Fernández'],
  ['The President of the Commission of the Economic Community of West African States, Birame Diop, was in Abuja.', 'Birame Diop'],
  ['Bulgarian Prime Minister Rumen Radev met Dutch Prime Minister Rob Jetten.', 'Radev', 'Jetten'],
];

/** Elected or due since the newest thing read: whoever a note names, the one before or a new one, may be right. */
const AFTER_ELECTIONS: readonly (readonly [string, ...string[]])[] = [
  ['Swedish Prime Minister', 'Ulf Kristersson', 'Magdalena Andersson'],
  ['Danish Foreign Minister', 'Lars Løkke Rasmussen', 'Jeppe Kofod'],
  ['Danish Prime Minister', 'Mette Frederiksen', 'Troels Lund Poulsen'],
  ['Israeli Prime Minister', 'Benjamin Netanyahu', 'Naftali Bennett'],
  ['New Zealand’s Prime Minister', 'Christopher Luxon', 'Chris Hipkins'],
  ['Latvian Prime Minister', 'Andris Kulbergs', 'Edvards Smiltēns'],
  ['Zambian President', 'Hakainde Hichilema', 'Brian Mundubile'],
  ['Ugandan President', 'Yoweri Museveni', 'Robert Kyagulanyi'],
  ['Beninese President', 'Patrice Talon', 'Romuald Wadagni'],
];

/** Who held the office before: on that day it is wrong, and on a day before the change it is right. */
const BEFORE: readonly (readonly [string, string])[] = [
  ['British Prime Minister Keir Starmer', '2026-07-10'],
  ['British Foreign Secretary Yvette Cooper', '2026-07-10'],
  ['Ukrainian Prime Minister Yuliia Svyrydenko', '2026-07-10'],
  ['Slovenian Prime Minister Robert Golob', '2026-05-20'],
  ['Hungarian President Tamás Sulyok', '2026-07-01'],
  ['Moldovan Prime Minister Alexandru Munteanu', '2026-07-01'],
  ['South Korean Defence Minister Ahn Gyu-back', '2026-09-10'],
  ['Moroccan Prime Minister Aziz Akhannouch', '2026-09-10'],
  ['Serbian President Aleksandar Vučić', '2026-09-10'],
];

const note = (day: string, sentence: string): string => `---\ndate: ${day}\n---\n# Note\n\n${sentence}\n`;

describe('records of 2026', () => {
  for (const [sentence, ...names] of RIGHT) {
    it(`knows ${names.join(', ')}`, () => {
      const text = note(DAY, sentence);
      const reading = read('shipped', text);
      assert.equal(reading.findings.length, 0, describeFindings(reading));
      for (const name of names) assert.equal(reading.hoverAt(text.indexOf(name))?.kind, 'person', `no card for ${name}`);
    });
  }
  for (const [office, ...holders] of AFTER_ELECTIONS) {
    it(`holds nobody against the ${office} after an election that nothing was read of`, () => {
      for (const holder of holders) {
        const reading = read('shipped', note(DAY, `${office} ${holder} spoke on Friday.`));
        assert.deepEqual(reading.findings, [], `${holder}: ${describeFindings(reading)}`);
      }
    });
  }
  for (const [office, earlier] of BEFORE) {
    it(`knows that ${office} is of the past`, () => {
      const offices = (day: string): number => read('shipped', note(day, `${office} spoke on Friday.`)).findings.filter(f => f.check === 'office-not-held-on-date').length;
      assert.deepEqual([offices(DAY), offices(earlier)], [1, 0]);
    });
  }
});
