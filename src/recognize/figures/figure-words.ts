import type { FigureComponent } from '../model';

/** Closed word classes that figures need. Folded forms. */

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(w => w !== ''));

/** Nouns that count people under arms, with the component they imply. */
export const PERSONNEL: ReadonlyMap<string, FigureComponent> = new Map<string, FigureComponent>([
  ...['troops', 'soldiers', 'personnel', 'servicemen', 'servicewomen', 'servicemembers', 'service-members', 'serviceman', 'men', 'fighters',
    'forces', 'conscripts', 'recruits', 'paratroopers', 'paratroops', 'combatants', 'infantrymen', 'commandos', 'legionnaires', 'troopers',
    'draftees', 'reinforcements', 'peacekeepers', 'servicepeople'].map(w => [w, 'total'] as [string, FigureComponent]),
  ['reservists', 'reserve'], ['sailors', 'naval'], ['marines', 'naval'], ['airmen', 'air'],
  ['mercenaries', 'paramilitary'], ['contractors', 'paramilitary'], ['militants', 'paramilitary'], ['insurgents', 'paramilitary'],
  ['militiamen', 'paramilitary'], ['militia', 'paramilitary'], ['guardsmen', 'paramilitary'], ['gendarmes', 'paramilitary'],
  ['separatists', 'separatist'], ['rebels', 'separatist'], ['guerrillas', 'separatist'],
]);

/** Equipment, each kind its own unit. Plurals as written; the value is the unit. */
export const EQUIPMENT: ReadonlyMap<string, string> = new Map([
  ['tanks', 'tank'], ['aircraft', 'aircraft'], ['warplanes', 'aircraft'], ['jets', 'aircraft'], ['bombers', 'bomber'],
  ['helicopters', 'helicopter'], ['ships', 'ship'], ['warships', 'ship'], ['frigates', 'frigate'], ['destroyers', 'destroyer'],
  ['submarines', 'submarine'], ['missiles', 'missile'], ['rockets', 'rocket'], ['launchers', 'launcher'], ['drones', 'drone'], ['howitzers', 'howitzer'],
  ['guns', 'gun'], ['mortars', 'mortar'], ['vehicles', 'vehicle'], ['warheads', 'warhead'], ['carriers', 'carrier'], ['icbms', 'missile'], ['uavs', 'drone'],
  ['apcs', 'vehicle'], ['ifvs', 'vehicle'],
]);

/** Formations that are read even where the records list none of them. */
export const FORMATIONS: ReadonlyMap<string, string> = new Map([
  ['battalions', 'battalion'], ['brigades', 'brigade'], ['divisions', 'division'], ['regiments', 'regiment'], ['squadrons', 'squadron'],
  ['platoons', 'platoon'], ['battlegroups', 'battlegroup'],
]);

/** A noun phrase that starts after a number ends before one of these. */
export const STOP: ReadonlySet<string> = set(`
  of to in into on at for from with without by near against after before as than but or and nor that which who whom whose while when where because since until
  despite during between among amid over under above below across along around inside outside within behind beyond toward towards via per than though although if
  the a an this these those his her its their our my your he she it they we you i there here
  is are was were be been being has have had having do does did will would could can may might should must shall
  said says say told tells according estimate estimates estimated say reported reports described describes releases released gave gives give gives took takes made makes
  crossed entered left moved withdrew invaded attacked fired killed died went came arrived remain remained stood stand deployed-to mass massed gathered face faced
  km kilometres kilometers kilometre kilometer miles mile metres meters metre meter m mm cm hours hour days day weeks week months month years year minutes minute seconds
  tons tonnes percent pct cent points times dollars euros pounds roubles rubles yuan am pm votes seats o'clock degrees mph nautical knots
  january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  also not now then later more-or-less only even still already including excluding plus minus versus vs etc countries states nations members allies cities towns villages
  killed wounded dead injured casualties people civilians refugees deaths homes families children women bodies worth`);

/** Measures, times and money: a number before one is no figure. */
export const MEASURE: ReadonlySet<string> = set(`
  km kilometres kilometers kilometre kilometer miles mile metres meters metre meter mm cm hours hour days day weeks week months month years year minutes minute seconds
  tons tonnes percent pct cent per-cent points times dollars euros pounds roubles rubles yuan am pm votes seats o'clock degrees mph nautical knots hectares acres barrels feet ft
  january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`);

export const DETERMINERS: ReadonlySet<string> = set('the a an its their his her our your my those these all both that this another such');

/** Words that may stand between number and `forces`, beside states and bodies. */
export const FORCES_ADJECTIVES: ReadonlySet<string> = set(`
  additional more total regular combat ground land air naval allied coalition government rebel opposition foreign extra further other active active-duty reserve
  expeditionary troops armed airborne special new peacekeeping strong airborne trained deployed permanent rotational frontline front-line enemy friendly`);

/** Adjectives and nouns that make `fighters` aircraft. */
export const AIRCRAFT_CUES: ReadonlySet<string> = set(`
  strike stealth jet jets multirole multi-role fifth-generation fourth-generation sixth-generation next-generation carrier-based rafale typhoon eurofighter gripen flanker mirage tejas
  hornet raptor lightning aircraft bomber bombers squadron squadrons sorties sortie airspace adiz airbase airfield plane planes warplanes radar awacs tankers scrambled intercepted
  single-engine twin-engine interceptors supersonic`);

/** Words that make `fighters` people. */
export const PEOPLE_CUES: ReadonlySet<string> = set(`
  foreign militia militias militant rebel insurgent islamist jihadist jihadi terrorist captured volunteer volunteers armed tribal mercenary opposition resistance enemy isis isil daesh al-qaeda taliban
  hamas hezbollah houthi wagner sdf pkk separatist separatists kurdish chechen killed wounded surrendered prisoners prisoner detained guerrilla irregular group ransomed gunmen soldiers troops men
  recruits insurgents extremists extremist shabaab rsf`);

/** Words of a sentence that make `men` soldiers. */
export const MILITARY_CUES: ReadonlySet<string> = set(`
  troops troop army conscription conscripted drafted call-up called-up enlisted front-line force forces brigade brigades battalion battalions soldiers soldier garrison military unit units deployed deploys deploy regiment regiments division divisions armed commander commanded
  reinforcements combat militia front frontline navy corps contingent detachment uniform mobilised mobilized mobilise mobilize mobilisation mobilization infantry airborne paratroopers marines guard expedition peacekeeping column armies arms militias`);

/** Adjectives that make `men` or `personnel` no force. */
export const CIVIL: ReadonlySet<string> = set(`
  young old gay black white muslim innocent married unarmed elderly wise women boys embassy consular diplomatic civilian humanitarian administrative hospital airline medical aid health relief
  un-civilian support-staff staff clerical teaching healthcare local`);

/** Nouns after “-strong” and “-person” that are no force. */
export const CIVIL_BODIES: ReadonlySet<string> = set(`
  workforce crowd rally protest membership staff union community congregation audience delegation delegations team teams alliance bloc board commission council committee cabinet parliament
  organization organisation list poll queue demonstration march population assembly cell expedition panel group-chat crew jury coalition`);
export const MILITARY_BODIES: ReadonlySet<string> = set(`
  force forces army armies contingent garrison brigade brigades corps military unit units group grouping battalion mission peacekeeping militia division detachment guard troops troop deployment regiment
  volunteer standby infantry airborne column headquarters battlegroup battle navy reserve expeditionary armoured armored combat rotational reaction response stabilisation stabilization invasion intervention occupation defence defense`);

/** Adjectives that name a component. */
export const COMPONENTS: ReadonlyMap<string, FigureComponent> = new Map<string, FigureComponent>([
  ['ground', 'ground'], ['land', 'ground'], ['army', 'ground'], ['air', 'air'], ['naval', 'naval'], ['navy', 'naval'], ['sea', 'naval'], ['marine', 'naval'],
  ['paramilitary', 'paramilitary'], ['militia', 'paramilitary'], ['mercenary', 'paramilitary'], ['rosgvardia', 'paramilitary'], ['separatist', 'separatist'], ['proxy', 'separatist'], ['rebel', 'separatist'],
  ['reserve', 'reserve'], ['combat', 'combat'], ['combat-ready', 'combat'], ['fighting', 'combat'],
]);

export const INCREMENT: ReadonlySet<string> = set('additional more extra further another');

/** Capitalised words between number and noun that name no side. */
export const NO_SIDE: ReadonlySet<string> = set(`
  army national guard royal marine marines special air force forces response armed navy airborne rapid reaction ground land border infantry military security defence defense operations
  combat reserve coast territorial presidential republican service active duty non muslim christian sunni shia arab additional regular private expeditionary revolutionary`);

/** Losses, not strength: killed, wounded, lost. */
export const LOSSES: ReadonlySet<string> = set(`
  killed wounded dead died lost losing losses casualties killing injured captured surrendered missing perished buried deserted fallen prisoners slain`);

export const PROJECTED: ReadonlySet<string> = set(`
  could would expected expects planned plans plan planning foresees foresee envisages authorised authorized authorises authorizes will intends intend intended preparing proposed proposes proposal
  might should eventually forecast forecasts projected ordered pledged pledges promised target goal aims aim requested requests considering`);
/** The same after the figure, where only the next words count. */
export const PROJECTED_AFTER: ReadonlySet<string> = set('would will could might may expected planned due scheduled set authorised authorized by');
export const PAST: ReadonlySet<string> = set('previously formerly once originally initially earlier peaked');
export const DENIED: ReadonlySet<string> = set('denied denies deny denying false untrue refuted rejects rejected dismissed dismisses disputed disputes falsely fabricated baseless');

/** Verbs that take the force as subject: X has, deployed, massed … troops. */
export const HAVING: ReadonlySet<string> = set(`
  has have had having keeps keep kept maintains maintain maintained holds hold held hosts-own deploys deployed deploy deploying masses massed massing amasses amassed amassing stationed stations bases based gathers gathered
  moved moves moving sent sends sending assembled assembles fields fielded positions positioned concentrated concentrates committed commits mobilised mobilized mobilises mobilizes withdrew withdraws withdrawn
  brought brings called-up recruited recruits trained trains fired launched launches lost loses retains retained commands commanded stationing built builds added adds rotated raised raises increased reduced cut pulled pulls dispatched redeployed put puts-own is could would will may might can still now already also currently reportedly`);

/** Verbs by which a source gives a figure. */
export const COUNTING: ReadonlySet<string> = set(`
  say says said saying estimate estimates estimated estimating assess assesses assessed assessing put puts putting count counts counted believe believes believed claim claims claimed claiming
  report reports reported reporting reckon reckons reckoned calculate calculates calculated state states stated announced announces confirmed confirms told tells added adds warned warns noted notes
  wrote writes judged judges judge gave gives cited cites listed lists documents documented verified tallies tallied records recorded recorded published suggested suggests indicates indicated acknowledged admitted declared insisted revealed disclosed`);

/** Nouns that make a state adjective or possessive before them a source, not a force. */
export const OFFICIAL: ReadonlySet<string> = set(`
  official officials minister ministers ministry president spokesman spokeswoman spokesperson ambassador intelligence government diplomat diplomats secretary general-staff staff chief chiefs envoy leaders leader
  premier chancellor authorities analysts media press newspaper lawmakers parliament senator commander commanders mission embassy estimate estimates assessment assessments count sources agency agencies citizens people
  defence-minister generals territory border borders frontier soil capital invasion side`);

export const PLACE_PREPOSITIONS: ReadonlyMap<string, 'in' | 'near' | 'to'> = new Map<string, 'in' | 'near' | 'to'>([
  ['in', 'in'], ['inside', 'in'], ['within', 'in'], ['across', 'in'], ['throughout', 'in'],
  ['near', 'near'], ['around', 'near'], ['along', 'near'], ['at', 'near'], ['on', 'near'], ['outside', 'near'], ['beside', 'near'], ['bordering', 'near'], ['surrounding', 'near'], ['facing', 'near'],
  ['to', 'to'], ['into', 'to'],
]);
export const BORDER: ReadonlySet<string> = set('border borders frontier frontiers');
export const DIRECTIONS: ReadonlySet<string> = set('north south east west north-east north-west south-east south-west northeast northwest southeast southwest centre center interior capital enclave strip peninsula exclave');
export const PLACE_ADJECTIVES: ReadonlySet<string> = set(`
  northern southern eastern western central north south east west north-eastern north-western south-eastern south-western northeastern northwestern southeastern southwestern northeast northwest southeast southwest upper lower neighbouring neighboring occupied annexed mainland nearby
  rebel-held government-held disputed coastal`);

/** Words that may stand between a figure and the place it is said of. */
export const LINKS: ReadonlySet<string> = set(`
  are is were was be been being have has had now currently already still also that who which stationed deployed based massed massing mass gathered gathering positioned located assembled concentrated garrisoned
  serving operating remain remained remaining there fighting poised stood stand standing camped held kept present active moving moved sent arrived arriving arrive amassed built up ready all left assigned posted billeted dug
  will would could may might permanently temporarily reportedly being mostly mainly encamped and equipment withdrawn back go goes going return returned returning deploy deploying strong fought fight fights trained training train trains served serve serves died die landed landing killed wounded captured injured patrol patrols patrolling guard guarding working
  remains stays stayed arrived exercising exercised lost rotated held detained active`);

/** Adjectives between number and noun that narrow nothing. */
export const NEUTRAL: ReadonlySet<string> = set(`
  total military active active-duty deployed stationed armed uniformed own regular additional more extra further other new strong full-time serving of its their his the these those all
  professional trained fighting combat-ready ready permanent rotational front-line frontline enemy invading occupying hostile forward-deployed forward well-armed heavily well-trained battle-ready able-bodied captured surrendered`);

/** Nouns that name a kind of their own. */
export const KINDS: ReadonlyMap<string, string> = new Map([
  ['paratroopers', 'airborne'], ['paratroops', 'airborne'], ['conscripts', 'conscript'], ['recruits', 'recruit'], ['draftees', 'conscript'], ['peacekeepers', 'peacekeeping'],
  ['mercenaries', 'mercenary'], ['contractors', 'contractor'], ['militants', 'militant'], ['insurgents', 'militant'], ['commandos', 'commando'], ['reinforcements', 'reinforcement'],
  ['legionnaires', 'legion'], ['gendarmes', 'gendarme'], ['guardsmen', 'guard'],
]);
