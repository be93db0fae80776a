/**
 * Units of measure with their dimension and how many of the base unit they are. Sources: BIPM, SI Brochure (9th ed.);
 * NIST SP 811, appendix B (mile 1609.344 m, nautical mile 1852 m, pound 0.45359237 kg, acre 4046.8564224 m², barrel of oil
 * 158.987294928 l, US gallon 3.785411784 l). Kilotons are of TNT (mass), barrels a volume.
 */
export type Dimension = 'length' | 'area' | 'mass' | 'volume' | 'energy' | 'power' | 'temperature' | 'duration' | 'speed';

export interface Measure {
  readonly dimension: Dimension;
  /** Base units (m, m², kg, m³, J, W, K apart from its offset, days) in one of these. */
  readonly factor: number;
  /** Added after the factor: degrees Fahrenheit. */
  readonly offset?: number;
  /** How it is written in messages, one and many. */
  readonly names: readonly [string, string];
}

const of = (dimension: Dimension, factor: number, one: string, many: string, offset?: number): Measure => ({
  dimension, factor, names: [one, many], ...(offset === undefined ? {} : { offset }),
});

const KM = of('length', 1000, 'km', 'km');
const MILE = of('length', 1609.344, 'mile', 'miles');
const NAUTICAL = of('length', 1852, 'nautical mile', 'nautical miles');
const METRE = of('length', 1, 'metre', 'metres');
const CM = of('length', 0.01, 'cm', 'cm');
const MM = of('length', 0.001, 'mm', 'mm');
const FOOT = of('length', 0.3048, 'foot', 'feet');
const INCH = of('length', 0.0254, 'inch', 'inches');
const YARD = of('length', 0.9144, 'yard', 'yards');
const HECTARE = of('area', 10_000, 'hectare', 'hectares');
const ACRE = of('area', 4046.8564224, 'acre', 'acres');
const KM2 = of('area', 1e6, 'km²', 'km²');
const MILE2 = of('area', 1609.344 ** 2, 'square mile', 'square miles');
const M2 = of('area', 1, 'm²', 'm²');
const FOOT2 = of('area', 0.3048 ** 2, 'square foot', 'square feet');
const KG = of('mass', 1, 'kg', 'kg');
const GRAM = of('mass', 0.001, 'gram', 'grams');
const TONNE = of('mass', 1000, 'tonne', 'tonnes');
const TON = of('mass', 907.18474, 'ton', 'tons');
const POUND = of('mass', 0.45359237, 'lb', 'lb');
const OUNCE = of('mass', 0.028349523125, 'ounce', 'ounces');
const KILOTON = of('mass', 1e6, 'kiloton', 'kilotons');
const M3 = of('volume', 1, 'cubic metre', 'cubic metres');
const FOOT3 = of('volume', 0.3048 ** 3, 'cubic foot', 'cubic feet');
const KM3 = of('volume', 1e9, 'cubic kilometre', 'cubic kilometres');
const MILE3 = of('volume', 1609.344 ** 3, 'cubic mile', 'cubic miles');
const LITRE = of('volume', 0.001, 'litre', 'litres');
const GALLON = of('volume', 0.003785411784, 'gallon', 'gallons');
const BARREL = of('volume', 0.158987294928, 'barrel', 'barrels');
const MW = of('power', 1e6, 'MW', 'MW');
const GW = of('power', 1e9, 'GW', 'GW');
const KW = of('power', 1000, 'kW', 'kW');
const TWH = of('energy', 3.6e15, 'TWh', 'TWh');
const GWH = of('energy', 3.6e12, 'GWh', 'GWh');
const MWH = of('energy', 3.6e9, 'MWh', 'MWh');
const CELSIUS = of('temperature', 1, '°C', '°C', 273.15);
const FAHRENHEIT = of('temperature', 5 / 9, '°F', '°F', 459.67 * 5 / 9);
const HOUR = of('duration', 1 / 24, 'hour', 'hours');
const DAY = of('duration', 1, 'day', 'days');
const WEEK = of('duration', 7, 'week', 'weeks');
const MONTH = of('duration', 365.2425 / 12, 'month', 'months');
const YEAR = of('duration', 365.2425, 'year', 'years');
const DECADE = of('duration', 3652.425, 'decade', 'decades');
const MINUTE = of('duration', 1 / 1440, 'minute', 'minutes');
const SECOND = of('duration', 1 / 86400, 'second', 'seconds');
const KMH = of('speed', 1000, 'km/h', 'km/h');
const KNOT = of('speed', 1852, 'knot', 'knots');
const MPH = of('speed', 1609.344, 'mph', 'mph');

/** By folded words, as they stand after a number; `°` is a word of its own. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ...['km', 'kms', 'kilometre', 'kilometres', 'kilometer', 'kilometers'].map(w => [w, KM] as [string, Measure]),
  ['mile', MILE], ['miles', MILE], ['mi', MILE], ['nautical mile', NAUTICAL], ['nautical miles', NAUTICAL], ['nm', NAUTICAL], ['nmi', NAUTICAL],
  ...['m', 'metre', 'metres', 'meter', 'meters'].map(w => [w, METRE] as [string, Measure]),
  ['cm', CM], ['centimetres', CM], ['centimeters', CM], ['mm', MM], ['millimetres', MM], ['millimeters', MM], ['ft', FOOT], ['foot', FOOT], ['feet', FOOT],
  ['inch', INCH], ['inches', INCH], ['yard', YARD], ['yards', YARD],
  ['hectare', HECTARE], ['hectares', HECTARE], ['ha', HECTARE], ['acre', ACRE], ['acres', ACRE],
  ...['km²', 'km2', 'sq km', 'square km', 'square kilometre', 'square kilometres', 'square kilometer', 'square kilometers'].map(w => [w, KM2] as [string, Measure]),
  ['square mile', MILE2], ['square miles', MILE2], ['sq mi', MILE2], ['m²', M2], ['m2', M2], ['square metres', M2], ['square meters', M2], ['square feet', FOOT2], ['sq ft', FOOT2],
  ['kg', KG], ['kgs', KG], ['kilo', KG], ['kilos', KG], ['kilogram', KG], ['kilograms', KG], ['kilogramme', KG], ['kilogrammes', KG], ['g', GRAM], ['gram', GRAM], ['grams', GRAM], ['grammes', GRAM],
  ['tonne', TONNE], ['tonnes', TONNE], ['metric ton', TONNE], ['metric tons', TONNE], ['metric tonnes', TONNE], ['mt', TONNE], ['ton', TON], ['tons', TON], ['short tons', TON],
  ['lb', POUND], ['lbs', POUND], ['ounce', OUNCE], ['ounces', OUNCE], ['oz', OUNCE], ['kiloton', KILOTON], ['kilotons', KILOTON], ['kilotonnes', KILOTON], ['kt', KILOTON],
  ['m³', M3], ['m3', M3], ['cubic metre', M3], ['cubic metres', M3], ['cubic meter', M3], ['cubic meters', M3], ['cubic feet', FOOT3], ['cubic foot', FOOT3], ['cubic kilometres', KM3],
  ['cubic kilometers', KM3], ['cubic miles', MILE3], ['litre', LITRE], ['litres', LITRE], ['liter', LITRE], ['liters', LITRE], ['gallon', GALLON], ['gallons', GALLON], ['barrel', BARREL], ['barrels', BARREL], ['bbl', BARREL],
  ['mw', MW], ['megawatt', MW], ['megawatts', MW], ['gw', GW], ['gigawatt', GW], ['gigawatts', GW], ['kw', KW], ['kilowatts', KW], ['twh', TWH], ['terawatt-hours', TWH], ['gwh', GWH], ['mwh', MWH], ['megawatt-hours', MWH],
  ['° c', CELSIUS], ['degrees celsius', CELSIUS], ['degrees centigrade', CELSIUS], ['celsius', CELSIUS], ['degrees c', CELSIUS], ['° f', FAHRENHEIT], ['degrees fahrenheit', FAHRENHEIT], ['fahrenheit', FAHRENHEIT], ['degrees f', FAHRENHEIT],
  ['hour', HOUR], ['hours', HOUR], ['hrs', HOUR], ['day', DAY], ['days', DAY], ['week', WEEK], ['weeks', WEEK], ['month', MONTH], ['months', MONTH], ['year', YEAR], ['years', YEAR], ['decade', DECADE], ['decades', DECADE],
  ['minute', MINUTE], ['minutes', MINUTE], ['second', SECOND], ['seconds', SECOND],
  ['km / h', KMH], ['kph', KMH], ['knot', KNOT], ['knots', KNOT], ['mph', MPH],
]);
/** Words of the longest entry. */
export const LONGEST_MEASURE = 3;

/** A number of base units. */
export function toBase(value: number, measure: Measure): number {
  return value * measure.factor + (measure.offset ?? 0);
}

/** A number of base units in units of another measure. */
export function fromBase(base: number, measure: Measure): number {
  return (base - (measure.offset ?? 0)) / measure.factor;
}
