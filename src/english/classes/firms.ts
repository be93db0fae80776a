import { wordClass } from '../word-class';

/** What is called after somebody, whose name then stands before it with a capital: Truss Construction, the Hagel Prize. Folded forms. */
export const NAMED_AFTER = wordClass('thing named after somebody',
  'Legal forms and trades in company registers of the EU, the UK and the US; words of streets and buildings in address lists; prizes, chairs and lines.', `
  consulting group ltd limited inc corp corporation company partners associates capital holding holdings industries brothers bros plc gmbh
  bank airlines airways insurance motors construction mining shipping steel energy oil petroleum logistics telecom pharma foods media records press
  institute university college school academy foundation hospital library museum hotel stadium arena theatre theater center centre tower towers house hall
  street road avenue boulevard lane square bridge tunnel county park airport station island islands mountains glacier river lake bay cape strait
  prize medal award lecture lectures chair fellowship scholarship corridor line production class type`);

/** What lower-case words make a make of weapon of the name before them. */
export const WEAPON_NOUNS = wordClass('weapon after its make', 'Types of materiel in the Register of Conventional Arms of the United Nations and in news of it.', `
  drone drones missile missiles launcher launchers rocket rockets munition munitions uav uavs tank tanks rifle rifles torpedo torpedoes howitzer howitzers`);

/** What stands before the name of a ship, an operation or a storm. */
export const NAMING_NOUNS = wordClass('noun before a thing’s name', 'Ship prefixes and types as navies write them; operations and storms.', `
  uss usns uscgc hms hmcs hmas hmnzs fs its rfs ins roks jds hdms hnoms frigate frigates corvette cruiser destroyer carrier submarine tanker warship icebreaker
  vessel ship trawler freighter ferry yacht operation exercise hurricane typhoon cyclone storm tropical`);

/** What makes a longer name of the acronym before it: OTP Bank is no prosecutor's office. Folded forms. */
export const FIRM_NOUNS = wordClass('firm noun', 'English, with the legal forms of the EU, the UK and the US.',
  'bank holding holdings airlines airways telecom motors insurance pharma hotels stadium arena corp corporation ltd limited inc plc ag gmbh');
