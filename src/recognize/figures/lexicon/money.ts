/** Currencies by sign, code and name, as ISO 4217 codes. Folded words; a name after the number (“dollars”, “US dollars”). */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY'], ['₽', 'RUB'], ['₴', 'UAH'], ['₹', 'INR'], ['₺', 'TRY'], ['₪', 'ILS'], ['₩', 'KRW'], ['₦', 'NGN'],
]);
/** Before a `$` these say whose dollar it is; before the number the codes stand alone. */
export const CODES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'], ['usd', 'USD'], ['eur', 'EUR'], ['gbp', 'GBP'], ['jpy', 'JPY'], ['cny', 'CNY'], ['rmb', 'CNY'], ['rub', 'RUB'], ['uah', 'UAH'], ['inr', 'INR'], ['rs', 'INR'], ['chf', 'CHF'],
  ['pln', 'PLN'], ['sek', 'SEK'], ['nok', 'NOK'], ['dkk', 'DKK'], ['try', 'TRY'], ['zar', 'ZAR'], ['aud', 'AUD'], ['cad', 'CAD'], ['c', 'CAD'], ['a', 'AUD'], ['au', 'AUD'], ['ca', 'CAD'], ['nz', 'NZD'], ['hk', 'HKD'], ['s', 'SGD'],
]);
export const NAMES: ReadonlyMap<string, string> = new Map([
  ['dollar', 'USD'], ['dollars', 'USD'], ['euro', 'EUR'], ['euros', 'EUR'], ['pound', 'GBP'], ['pounds', 'GBP'], ['yen', 'JPY'], ['yuan', 'CNY'], ['renminbi', 'CNY'], ['rouble', 'RUB'], ['roubles', 'RUB'],
  ['ruble', 'RUB'], ['rubles', 'RUB'], ['hryvnia', 'UAH'], ['hryvnias', 'UAH'], ['hryvnya', 'UAH'], ['rupee', 'INR'], ['rupees', 'INR'], ['franc', 'CHF'], ['francs', 'CHF'], ['zloty', 'PLN'], ['zlotys', 'PLN'],
  ['krona', 'SEK'], ['kronor', 'SEK'], ['krone', 'NOK'], ['kroner', 'NOK'], ['lira', 'TRY'], ['liras', 'TRY'], ['rand', 'ZAR'], ['rial', 'IRR'], ['rials', 'IRR'], ['riyal', 'SAR'], ['riyals', 'SAR'],
  ['dirham', 'AED'], ['dirhams', 'AED'], ['shekel', 'ILS'], ['shekels', 'ILS'], ['won', 'KRW'], ['naira', 'NGN'], ['peso', 'MXN'], ['pesos', 'MXN'], ['real', 'BRL'], ['reais', 'BRL'], ['dinar', 'IQD'], ['dinars', 'IQD'],
  ['tenge', 'KZT'], ['lari', 'GEL'], ['dram', 'AMD'], ['manat', 'AZN'], ['afghani', 'AFN'], ['afghanis', 'AFN'], ['taka', 'BDT'], ['kyat', 'MMK'], ['baht', 'THB'], ['dong', 'VND'], ['rupiah', 'IDR'], ['ringgit', 'MYR'], ['birr', 'ETB'], ['shilling', 'KES'], ['shillings', 'KES'],
]);
/** Adjectives before a currency's name. */
export const WHOSE: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'], ['american', 'USD'], ['australian', 'AUD'], ['canadian', 'CAD'], ['taiwan', 'TWD'], ['egyptian', 'EGP'], ['sudanese', 'SDG'], ['syrian', 'SYP'], ['swiss', 'CHF'], ['cfa', 'XOF'], ['turkish', 'TRY'], ['russian', 'RUB'], ['norwegian', 'NOK'], ['danish', 'DKK'], ['swedish', 'SEK'],
]);
