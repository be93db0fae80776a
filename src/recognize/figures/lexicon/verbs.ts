/**
 * What is done to those who are counted, by the words that say so: verbs in all their forms and the nouns made from
 * them. Two figures of two classes are never of one thing (killed, wounded); one without a class fits any.
 * Source: verbs beside figures in public briefings and in the reporting of OHCHR, UNHCR and OSCE missions.
 */
const words = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '');

/** Classes that make the kind of a figure of people: “31 people killed” counts the killed. */
export const PEOPLE_EVENTS: Readonly<Record<string, readonly string[]>> = {
  killed: words('kill kills killed killing die dies died dying dead death deaths drown drowns drowned perish perishes perished slain fatalities lives life toll murdered massacred'),
  wounded: words('wound wounds wounded wounding injure injures injured injuring injuries hurt'),
  missing: words('missing unaccounted'),
  captured: words('capture captures captured capturing surrendered'),
  detained: words('detain detains detained detaining arrest arrests arrested arresting jailed imprisoned interned rounded'),
  executed: words('execute executes executed executing executions hanged beheaded'),
  evacuated: words('evacuate evacuates evacuated evacuating airlifted'),
  abducted: words('abduct abducts abducted abducting kidnap kidnaps kidnapped seized'),
  released: words('free frees freed freeing release releases released releasing'),
  displaced: words('displace displaces displaced displacing displacement fled flee flees fleeing uprooted driven sheltering shelter shelters homeless'),
  'in-need': words('need needs needing needy hunger hungry famine starvation starving'),
  reached: words('reached reach assisted fed helped'),
  affected: words('affected stricken'),
  expelled: words('expel expels expelled expelling'),
};

/** Other classes: what a figure of things is said to be done to. */
export const EVENTS: Readonly<Record<string, readonly string[]>> = {
  pledge: words('pledge pledges pledged pledging promise promised promises offer offers offered'),
  ask: words('ask asks asked sought seek seeks requested request'),
  pay: words('pay pays paid spent spend spends disbursed disburse disbursement'),
  receive: words('receive receives received got get gets'),
  launch: words('launch launches launched fire fires fired firing'),
  stop: words('downed intercept intercepts intercepted destroyed destroy destroys'),
  loss: words('lost lose loses losing'),
  sign: words('sign signs signed signing'),
  ratify: words('ratify ratifies ratified ratifying'),
  list: words('list lists listed designate designates designated sanctioned'),
  adopt: words('adopt adopts adopted'),
  order: words('order orders ordered'),
  buy: words('buy buys bought purchase purchased'),
  deliver: words('deliver delivers delivered supply supplied arrived arrive'),
  favour: words('favour favor'),
  against: words('against opposed oppose'),
  abstain: words('abstain abstained abstentions abstaining abstention'),
  win: words('win wins won'),
  cross: words('cross crossed crosses crossing'),
  sink: words('sank sink sunk'),
};

function byWord(classes: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(classes).flatMap(([name, all]) => all.map(word => [word, name] as const)));
}

export const PEOPLE_EVENT_OF = byWord(PEOPLE_EVENTS);
export const EVENT_OF = byWord(EVENTS);

/** Participles that stand for people after a number: “31 killed”. */
export const SUFFERED: ReadonlySet<string> = new Set(words('killed captured detained arrested abducted kidnapped displaced expelled evacuated'));
