import { wordClass } from '../word-class';

/** Words for parts of the world and directions, which tell bodies of one kind apart. Folded forms. */
export const REGIONS = wordClass('region', 'Regions of the UN geoscheme and of the names of regional organizations; points of the compass.', `
  africa african america american arab arctic asia asian atlantic balkan baltic caribbean caucasus central east eastern eurasia
  eurasian europe european gulf indo latin mediterranean middle nordic north northern pacific sahel south southern southeast
  northeast southwest northwest turkic west western`);
