/** Posts and people that a table has and the gazetteer has not, as the repository writes them. */
import { scalar, termText } from './repository.mjs';

/** Posts of a row: the recorded ones that it can mean, or how a new one is made. */
export function postFor(repository, row, match) {
  const owner = row.owner.toLowerCase();
  const own = postsOf(repository, row.owner);
  const answer = found => ({ ids: found.map(post => post.id), one: found[0] });
  if (row.kind === 'ambassador') {
    const id = row.owner === 'US' ? `us-ambassador-${row.to.toLowerCase()}` : `${owner}-ambassador-us`;
    const post = repository.posts.get(id);
    return post ? answer([post]) : { ids: [id], create: repo => ambassador(repo, id, row) };
  }
  if (row.table === 'factbook' && ['vice-president', 'deputy-head-of-government', 'governor-general', 'presidency'].includes(row.kind)) {
    const title = plainTitle(row.designation).replace(/\b(President|Premier|Minister|Chairman)s\b/, '$1');
    const found = own.filter(post => titles(post).some(form => match.foldOffice(form) === match.foldOffice(title)));
    if (found.length > 0) return answer(found);
    if (row.kind === 'presidency' || title === '') return { refused: `the seat is not said: ‘${row.designation}’`, ids: [] };
    return { ids: [], create: repo => headPost(repo, row, title, row.kind === 'vice-president' ? 'vice-president' : row.kind) };
  }
  if (row.kind !== undefined) {
    const heads = ['head-of-state', 'head-of-government'];
    // a president heads the government in one state and is the head of another: the title says which post is meant
    const titled = row.table === 'factbook' ? own.filter(post => heads.includes(post.kind) && titles(post).some(form => match.foldOffice(form) === match.foldOffice(plainTitle(row.designation)))) : [];
    const found = titled.length > 0 ? titled : own.filter(post => post.kind === row.kind);
    if (found.length > 0) {
      const ordered = orderByTitle(found, row, match);
      // several seats of one kind (a presidency of three): a new holder needs the seat’s own title
      const told = found.length === 1 || titles(ordered[0]).some(form => match.foldOffice(form) === match.foldOffice(row.designation ?? row.position ?? ''));
      return told ? answer(ordered) : { ids: ordered.map(post => post.id), refused: undefined, unclear: true };
    }
    if (row.table === 'factbook') return { ids: [], create: repo => headPost(repo, row, plainTitle(row.designation), row.kind) };
    return row.kind in TITLES_OF_MINISTERS ? { ids: [], create: repo => ministerPost(repo, row, match) } : { ids: [], refused: `no post is recorded for ‘${row.position}’ of ${row.owner}` };
  }
  const position = row.position ?? '';
  const found = own.filter(post => titles(post).some(form => sameOffice(form, position, repository.states.get(row.owner), match)));
  if (found.length > 0) return answer(found);
  return { refused: `no post is recorded for ‘${position || row.kind}’ of ${row.owner}`, ids: [] };
}

/** A title without what says how it is held. */
function plainTitle(designation) {
  return designation.replace(/\b(?:acting|interim|caretaker|transitional|transition|temporary)\s+/gi, '').trim();
}

const TITLES_OF_MINISTERS = {
  'foreign-minister': { preferred: 'Foreign Minister', permitted: ['Minister of Foreign Affairs', 'Minister for Foreign Affairs'] },
  'defence-minister': { preferred: 'Defence Minister', permitted: ['Minister of Defence', 'Defense Minister', 'Minister of Defense', 'Minister for Defence'] },
  'finance-minister': { preferred: 'Finance Minister', permitted: ['Minister of Finance', 'Minister for Finance'] },
  'interior-minister': { preferred: 'Interior Minister', permitted: ['Minister of the Interior', 'Minister of Interior', 'Minister of Internal Affairs'] },
};

/** A minister’s post stands in the government, as long as nobody has looked up what the ministry is called. */
function ministerPost(repository, row, match) {
  const state = repository.states.get(row.owner);
  const code = row.owner.toLowerCase();
  const id = `${code}-${row.kind}`;
  if (repository.posts.has(id)) return repository.posts.get(id);
  const of = body(repository, row.owner, `${code}-government`, `Government of ${withArticle(state)}`, 'government');
  const known = TITLES_OF_MINISTERS[row.kind];
  const formal = row.position.replace(/^acting\s+/i, '');
  const told = known.permitted.some(form => match.foldOffice(form) === match.foldOffice(formal)) ? [] : [formal];
  return addPost(repository, fileOf(row.owner), {
    id, label: `${formal} of ${withArticle(state)}`, organization: of.id, seats: 1, kind: row.kind,
    titles: { preferred: known.preferred, permitted: [...told, ...known.permitted] },
  });
}

const SMALL = new Set(['of', 'for', 'the', 'and', 'to', 's']);

function sameOffice(a, b, state, match) {
  const own = new Set([state.name, ...(state.adjectives ?? [])].flatMap(name => match.foldOffice(name).split(' ')));
  const words = text => match.foldOffice(text).split(' ').filter(word => !SMALL.has(word) && !own.has(word)).sort().join(' ');
  return words(a) !== '' && words(a) === words(b);
}

function orderByTitle(posts, row, match) {
  const title = match.foldOffice(row.designation ?? row.position ?? '');
  const fits = post => titles(post).some(form => match.foldOffice(form) === title);
  return [...posts].sort((a, b) => Number(fits(b)) - Number(fits(a)) || Number(b.seats === 1) - Number(a.seats === 1));
}

function titles(post) {
  return [post.label, post.titles?.preferred, post.titles?.formal, ...(post.titles?.permitted ?? [])].filter(Boolean);
}

const posts = new WeakMap();

function postsOf(repository, state) {
  // the index is made anew whenever a post was added
  let index = posts.get(repository);
  if (index?.size !== repository.posts.size) {
    index = { size: repository.posts.size, byState: new Map() };
    for (const post of repository.posts.values()) {
      const of = stateOfBody(repository, post.organization);
      if (of === undefined) continue;
      if (!index.byState.has(of)) index.byState.set(of, []);
      index.byState.get(of).push(post);
    }
    posts.set(repository, index);
  }
  return index.byState.get(state) ?? [];
}

function stateOfBody(repository, id) {
  for (let of = repository.organizations.get(id), steps = 0; of && steps < 10; of = repository.organizations.get(of.parent), steps++) if (of.state) return of.state;
  return undefined;
}

const fileOf = state => `countries/${state.toLowerCase()}.yaml`;

export function withArticle(state) {
  return state.article ? `the ${state.name}` : state.name;
}

function body(repository, state, id, name, classification) {
  if (repository.organizations.has(id)) return repository.organizations.get(id);
  return repository.addRecord('organizations', fileOf(state), { id, name, classification, state }, record =>
    `  - id: ${record.id}\n    name: ${scalar(record.name)}\n    classification: ${record.classification}\n    state: ${scalar(record.state)}`);
}

function addPost(repository, file, post) {
  return repository.addRecord('posts', file, post, record => [
    `  - id: ${record.id}`, `    label: ${scalar(record.label)}`, `    organization: ${record.organization}`,
    ...(record.seats ? [`    seats: ${record.seats}`] : []), ...(record.head ? ['    head: true'] : []), ...(record.kind ? [`    kind: ${record.kind}`] : []),
    `    titles: {${Object.entries(record.titles).map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.map(scalar).join(', ')}]` : scalar(value)}`).join(', ')}}`,
  ].join('\n'));
}

const MONARCHS = /^(?:king|queen|sultan|emir|amir|grand duke|prince|sheikh)/i;

function headPost(repository, row, title, kind) {
  const state = repository.states.get(row.owner);
  const code = row.owner.toLowerCase();
  const monarch = kind === 'head-of-state' && MONARCHS.test(title);
  const slug = monarch ? 'monarch' : title.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '');
  const id = `${code}-${slug}`;
  if (repository.posts.has(id)) return repository.posts.get(id);
  const government = kind === 'head-of-government' || kind === 'deputy-head-of-government';
  const of = government ? body(repository, row.owner, `${code}-government`, `Government of ${withArticle(state)}`, 'government')
    : monarch ? body(repository, row.owner, `${code}-monarchy`, `Monarchy of ${withArticle(state)}`, 'monarchy')
    : kind === 'governor-general' ? body(repository, row.owner, `${code}-government`, `Government of ${withArticle(state)}`, 'government')
    : body(repository, row.owner, `${code}-presidency`, `Presidency of ${withArticle(state)}`, 'presidency');
  const single = kind === 'head-of-state' || kind === 'head-of-government' || kind === 'governor-general';
  const also = monarch ? [/^king/i.test(title) ? 'Queen' : /^queen/i.test(title) ? 'King' : undefined, 'monarch'].filter(Boolean)
    : title === 'Prime Minister' ? ['Premier', 'PM'] : title === 'Governor General' ? ['Governor-General'] : [];
  return addPost(repository, fileOf(row.owner), {
    id, label: `${/^(?:king|queen)$/i.test(title) ? 'Monarch' : title} of ${withArticle(state)}`, organization: of.id, ...(single ? { seats: 1 } : {}),
    ...(single && kind !== 'governor-general' ? { head: true } : {}), kind,
    titles: { preferred: title, ...(also.length > 0 ? { permitted: also } : {}) },
  });
}

function ambassador(repository, id, row) {
  if (repository.posts.has(id)) return repository.posts.get(id);
  const to = repository.states.get(row.to);
  const owner = repository.states.get(row.owner);
  const place = withArticle(to);
  const code = row.owner.toLowerCase();
  const mfa = row.owner === 'US' ? repository.organizations.get('us-state-department') : repository.organizations.get(`${code}-mfa`);
  const of = mfa ?? body(repository, row.owner, `${code}-embassy-us`, `Embassy of ${withArticle(owner)} in Washington`, 'embassy');
  const forms = row.owner === 'US' ? [`US ambassador to ${place}`, `ambassador to ${place}`]
    : ['Ambassador to the US', 'ambassador to the US', 'ambassador to the United States', 'Ambassador in Washington'];
  return addPost(repository, row.owner === 'US' ? 'countries/us-ambassadors.yaml' : fileOf(row.owner), {
    id, label: `Ambassador of ${withArticle(owner)} to ${place}`, organization: of.id, seats: 1, kind: 'ambassador',
    titles: { preferred: `Ambassador to ${place}`, permitted: forms },
  });
}

/** A new person of a row; the block is written when all terms are known. */
export function personBlock(repository, row, namesakes, match) {
  const { holder } = row;
  const fold = text => match.foldOffice(text).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const code = row.owner.toLowerCase();
  const base = [code, fold(holder.family ?? ''), fold(holder.given ?? (holder.family ? '' : holder.name))].filter(Boolean).join('-');
  if (base === code) return { refused: 'the name has no Latin letters' };
  const ids = new Set(repository.people.map(person => person.id));
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  const ambassadorial = row.kind === 'ambassador';
  const file = row.owner === 'US' && ambassadorial ? 'countries/us-ambassadors.yaml' : fileOf(row.owner);
  const given = holder.given?.split(' ').filter(word => !/^\p{L}\.?$/u.test(word)) ?? [];
  const short = !holder.familyFirst && given.length > 0 && given[0] !== holder.given ? { given: given[0], family: holder.family } : undefined;
  return repository.addRecord('people', file, {
    id, name: holder.name, family_name: holder.family, given_name: holder.given, family_first: holder.familyFirst && holder.family !== undefined,
    nationality: row.owner, ambassadorial, names: short ? [short] : [], occupancies: [], qid: row.qid, born: row.born, died: row.died,
    identifiers: row.qid ? [{ scheme: 'wikidata', identifier: row.qid }] : [],
    distinct: namesakes.map(other => other.id),
  }, person => [
    `  - id: ${person.id}`, `    name: ${scalar(person.name)}`,
    ...(person.family_name ? [`    family_name: ${scalar(person.family_name)}`, `    given_name: ${scalar(person.given_name)}`] : []),
    ...(person.family_first ? ['    family_first: true'] : []),
    `    nationality: ${person.nationality === 'NO' ? '"NO"' : person.nationality}`,
    ...(person.born ? [`    birth_date: ${quoted(person.born)}`] : []), ...(person.died ? [`    death_date: ${quoted(person.died)}`] : []),
    ...(person.ambassadorial ? ['    distinctive_surname: false'] : []),
    ...(person.names.length > 0 ? ['    names:', ...person.names.map(form => `      - {given: ${scalar(form.given)}, family: ${scalar(form.family)}, kind: variant}`)] : []),
    '    occupancies:', ...[...person.occupancies].sort((a, b) => String(a.start_date).localeCompare(String(b.start_date))).map(term => `      - ${termText(term)}`),
    ...(person.distinct.length > 0 ? ['    distinct_from:', ...person.distinct.map(other => `      - ${other}`)] : []),
    ...(person.qid ? [`    identifiers: [{scheme: wikidata, identifier: ${person.qid}}]`] : []),
  ].join('\n'));
}

const quoted = date => (/^\d{4}$/.test(date) ? `"${date}"` : date);
