import { fold } from '../base/fold';

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а a,б b,в v,г g,ґ g,д d,е e,є ye,ж zh,з z,и i,і i,ї yi,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ shch,ъ ,ы y,ь ,э e,ю yu,я ya'
    .split(',').map(pair => [pair.slice(0, 1), pair.slice(2)]),
);

/** Lower-case ASCII words joined by hyphens, fit for an id; empty where nothing of the text is left. */
export function slug(text: string): string {
  return fold(text).replace(/[а-яґєії]/g, letter => CYRILLIC[letter] ?? '').replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** New ids beside those that are taken. */
export class Minter {
  constructor(private readonly taken: (section: string, id: string) => boolean) {}

  private readonly minted = new Set<string>();

  mint(section: string, wanted: string): string {
    const base = wanted.slice(0, 80).replace(/(?<!-)-+$/, '');
    let id = base;
    for (let n = 2; this.taken(section, id) || this.minted.has(`${section} ${id}`); n++) id = `${base}-${n}`;
    this.minted.add(`${section} ${id}`);
    return id;
  }
}
