/**
 * Nouns that numbers count, by kind. A writer extends a kind by adding the singular of a noun to its list; a noun of no
 * list is of the open kind and counts itself. Sources: the nouns that numbers stand before in public briefings and
 * histories (survey of figures), and the humanitarian and sanctions vocabulary of UN OCHA, UNHCR and the EU's lists.
 */
export type CountKind =
  | 'person' | 'displaced' | 'equipment' | 'attack' | 'vote' | 'seat' | 'listing' | 'state' | 'killed' | 'wounded' | 'missing' | 'captured'
  | 'detained' | 'abducted' | 'casualty';

const words = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '');

/** Singular forms. */
export const HEADS: Readonly<Record<CountKind, readonly string[]>> = {
  person: words(`
    person people civilian child woman man boy girl pupil student teacher journalist reporter worker employee staff official diplomat envoy minister
    delegate deputy member observer monitor inspector expert adviser instructor engineer doctor nurse medic passenger crew tourist pilgrim migrant
    villager resident citizen national native voter protester demonstrator activist prisoner inmate family household victim survivor settler
    farmer trader miner fisherman priest monk judge lawyer policeman gunman attacker bystander worshipper spectator patient soldier sailor officer
    policewoman officer peacekeeper fighter militant rebel guard gendarme conscript reservist`),
  displaced: words('refugee asylum-seeker seeker idp returnee evacuee'),
  equipment: words(`
    tank aircraft plane warplane jet fighter bomber helicopter drone uav missile rocket shell round launcher interceptor howitzer gun mortar vehicle
    warhead centrifuge ship warship vessel frigate destroyer corvette cruiser submarine boat speedboat carrier tanker truck lorry battery radar bomb mine satellite`),
  attack: words('strike airstrike attack sortie violation incident explosion incursion launch test ambush raid shelling bombardment crossing clash assault blast'),
  vote: words('vote abstention ballot'),
  seat: words('seat mandate'),
  listing: words('individual entity name listing designation'),
  state: words('state country nation ally government delegation signatory capital party'),
  killed: words('death fatality dead life'),
  wounded: words('wounded injured injury'),
  missing: words('missing'),
  captured: words('captive prisoner-of-war pow'),
  detained: words('detainee'),
  abducted: words('hostage abductee'),
  casualty: words('casualty'),
};

/** Plurals that do not end in s, with their singular. */
export const PLURALS: ReadonlyMap<string, string> = new Map(Object.entries({
  people: 'person', men: 'man', women: 'woman', children: 'child', police: 'policeman', personnel: 'personnel', staff: 'staff', aircraft: 'aircraft', crew: 'crew', dead: 'dead',
  wounded: 'wounded', injured: 'injured', missing: 'missing', troops: 'troop', servicemen: 'serviceman', servicewomen: 'servicewoman', policemen: 'policeman', gunmen: 'gunman',
  fishermen: 'fisherman', infantry: 'soldier', cavalry: 'soldier', militia: 'militia', livestock: 'livestock', cattle: 'cattle', sheep: 'sheep', fish: 'fish', data: 'data', media: 'media',
  criteria: 'criterion', phenomena: 'phenomenon', matrices: 'matrix', wives: 'wife', lives: 'life', knives: 'knife', halves: 'half', leaves: 'leaf', uav: 'uav', personnels: 'personnel',
  congressmen: 'congressman', airmen: 'airman', militiamen: 'militiaman', clergymen: 'clergyman', businessmen: 'businessman', feet: 'foot',
}));

/** Kind by singular. */
export const KIND_OF: ReadonlyMap<string, CountKind> = new Map(
  Object.entries(HEADS).flatMap(([kind, heads]) => heads.map(head => [head, kind as CountKind] as const)),
);

/** Nouns after a number that make it no count of its own: labels, steps of time, parts of a whole that is not said. */
export const NO_COUNT: ReadonlySet<string> = new Set(words(`
  times fold figures others ones things ways sides hands thanks means news series species odds headquarters clock points
  percentage tens hundreds thousands millions billions trillions dozens scores versus`));
