import { wordClass } from '../word-class';

/** One spelling as the form of a name in some languages. */
export interface GivenForm {
  /** Number of the name of which it is a form. */
  readonly name: number;
  readonly languages: readonly string[];
}

/** One name a line: languages (ISO 639-1), then the spellings of the name in English texts about people who speak them. */
const NAMES = `
en,de,nl,sv,sk:alexander be:aliaksandr,alyaksandr cs:alexandr bg,sr:aleksandar el:alexandros es:alejandro fr,pt:alexandre hu:sandor it:alessandro lt:aleksandras lv:aleksandrs pl,et:aleksander ro:alexandru ru:aleksandr,aleksander,alexander,alexandr uk:oleksandr,olexandr,olexander
be:aliaksei,alyaksei pl:aleksy ru:alexei,alexey,aleksei,aleksey uk:oleksii,oleksiy,oleksij
en:andrew be:andrei,andrej bg:andrey cs:ondrej de:andreas el:andreas es,et:andres fr,pt:andre hu:andras it:andrea lt:andrius lv:andris,andrejs nl:andries,andre pl:andrzej ro:andrei ru:andrei,andrey sk:andrej sr:andrija,andrej sv:anders,andreas uk:andrii,andriy,andrij
be:siarhei fr:serge es,it:sergio bg:sergey pt:sergio ro:sergiu ru:sergei,sergey,serguei lv:sergejs uk:serhii,serhiy,sergii,sergiy
en:nicholas be:mikalai bg:nikolai,nikolay cs:mikulas de:nikolaus,klaus el:nikolaos,nikos es,fr:nicolas hu:miklos it:nicola ka:nikoloz lv:nikolajs pl:mikolaj ro:nicolae ru:nikolai,nikolay sr:nikola uk:mykola
be:dzmitry bg:dimitar el:dimitris,dimitrios ka:dimitri ro:dumitru ru:dmitry,dmitri,dmitriy,dmitrii sr:dimitrije uk:dmytro,dmitro
en,de:michael be,bg:mikhail bg:mihail da:mikkel el:michail,michalis es,pt:miguel fr:michel hu:mihaly it:michele ka:mikheil lt:mykolas lv:mihails nl:michiel pl,cs,sk:michal ro:mihai ru:mikhail sr:mihailo,mihajlo sv,fi:mikael uk:mykhailo,mykhaylo
en,de,fr,ro:paul be,ru,bg,cs,sr:pavel el:pavlos es:pablo fi:paavo hu:pal it:paolo lt:povilas lv:pavils pl:pawel pt:paulo sk:pavol sr:pavle uk:pavlo
en,de,hu,sk,nl,sv,da:peter be:piatro bg,sr:petar cs:petr el:petros es,pt:pedro et:peeter fi:pekka fr:pierre it:pietro lt:petras lv:peteris nl:pieter no,sv:petter pl:piotr ro:petru,petre ru:pyotr,petr,piotr uk:petro
be,pl,ru,cs,sr,sk:igor be:ihar uk:ihor
be,ru:oleg be:aleh uk:oleh
en,fr:eugene be:yauhen de,ro:eugen es,it:eugenio pl:eugeniusz ru:yevgeny,evgeny,yevgeniy,evgeniy,yevgeni,evgeni,evgenii uk:yevhen,yevhenii,yevheniy
en:basil be:vasil,vasily bg:vasil el:vasilis,vasileios ro:vasile ru:vasily,vasili,vasiliy uk:vasyl
be:dzianis en:dennis,denis fr,ru,sr,cs:denis uk:denys
en:constantine be:kanstantsin bg,de,ru:konstantin el:konstantinos fr,ro:constantin lv:konstantins uk:kostiantyn,kostyantyn
en:gregory be:ryhor de:gregor el:grigoris es,it:gregorio fr:gregoire pl:grzegorz ro:grigore ru:grigory,grigori uk:hryhorii,hryhoriy
en:george be:heorhi bg:georgi de:georg el:georgios,giorgos es,pt:jorge fr:georges hu:gyorgy it:giorgio ka:giorgi pl:jerzy cs:jiri ro:gheorghe,george ru:georgy,georgi sr:djordje,dorde fi:yrjo uk:heorhii,heorhiy
en:stephen,steven be:stsiapan bg,pl:stefan cs:stepan de:stefan,stephan el:stefanos es:esteban fr:etienne,stephane hu:istvan it:stefano nl,ro,sv:stefan pt:estevao ru,uk:stepan sr:stefan,stevan
en:john cs,pl,sk:jan da:jan,jens de:johann,johannes,hans el:ioannis,giannis,yannis es:juan fi:juhani,juha fr:jean hu:janos it:giovanni ka:ivane lt:jonas lv:janis nl:jan,johan pt:joao ro:ion,ioan ru,uk,be,bg,sr:ivan sr:jovan sv:johan,jan
en,fr,de:joseph ca:josep cs,de,sv:josef el,ru:iosif es,pt:jose hu:jozsef it:giuseppe pl,sk,nl:jozef sr:josip uk:yosyp
en:francis ca:francesc cs:frantisek de:franz es,pt:francisco fr:francois hu:ferenc it:francesco nl:frans pl:franciszek sr:franjo
en,fr:charles ca:carles cs,nl:karel da,sv:carl,karl de:karl,carl es,pt:carlos hu:karoly it:carlo pl,sk:karol ro:carol
en:louis,lewis ca:lluis de:ludwig es:luis fr:louis hu:lajos it:luigi pt:luis,luiz
en:henry de:heinrich es:enrique fr:henri hu,sv,da,no:henrik it:enrico nl:hendrik pl:henryk pt:henrique fi:heikki
en:william ca:guillem de,pl:wilhelm es:guillermo fr:guillaume hu:vilmos it:guglielmo nl:willem pt:guilherme sv:vilhelm
en:philip,phillip cs,nl,pl,ro,sr,sv:filip de:philipp el:filippos es:felipe fr:philippe hu:fulop it:filippo pt:filipe,felipe ru:filipp
en,fr,es,pt,ro,ca:victor be:viktar be,ru,uk,hu,de,cs,sr,bg,sv:viktor it:vittorio lt:viktoras lv:viktors pl:wiktor pt:vitor
en:anthony,antony ca:antoni de,ru,uk,sv,nl,ro:anton el:antonis,antonios es,pt,it:antonio fr:antoine hu:antal pl:antoni fi:anttoni
en:catherine,katherine,kathryn be:katsiaryna bg:ekaterina cs:katerina de:katharina el:katerina es:catalina fr:catherine hu:katalin it:caterina pl:katarzyna pt:catarina ro:ecaterina ru:yekaterina,ekaterina sk,sr,sv:katarina uk:kateryna
en:helen be:alena de:helene el:eleni es,it,ro:elena fr:helene hu:ilona lv,sr:jelena pl,cs,pt:helena ru:yelena,elena uk:olena
ru,es,it,de:olga be:volha uk:olha
en,de,es:irene be,uk:iryna bg,ro,ru:irina el:irini pl,sr:irena
be:tatsiana de,sr:tatjana ru:tatiana,tatyana es,it:tatiana uk:tetiana,tetyana
bg,ru,sr:svetlana be:sviatlana uk:svitlana
be:mikita ru:nikita uk:mykyta
en:cyril be:kiryl bg:kiril ru:kirill uk:kyrylo
be,ru:maksim ru:maxim fr:maxime es:maximo uk:maksym
be:vadzim ru:vadim uk:vadym
be:uladzimir cs,sr,bg,ru:vladimir pl:wlodzimierz uk:volodymyr
be:uladzislau cs,ru:vladislav pl:wladyslaw uk:vladyslav
be:stanislau cs,ru,uk:stanislav pl:stanislaw
cs,sk,ru,uk:yaroslav cs,sk:jaroslav pl:jaroslaw
bg,cs,sk,sr:radoslav pl:radoslaw
pl,ro,ru:bogdan cs,uk:bohdan
cs,sk,sr:miroslav pl:miroslaw
be:valiantsin de,fr,ru,bg:valentin it:valentino uk:valentyn
en,fr,de,nl:thomas cs,es,lt:tomas hu:tamas it:tommaso pl:tomasz pt:tomas fi:tuomas sr,ro:toma sv:tomas,thomas
en:matthew cs,sk:matej de:matthias es:mateo fr:matthieu,mathieu hu:mate it:matteo nl:matthijs pl:mateusz pt:mateus ro:matei sv:mattias
en:frederick da,nl:frederik de:friedrich es,it:federico fr:frederic pt:frederico sv:fredrik
en,pl:edward ca,cs,de,nl,ro,ru,ka:eduard es,pt:eduardo fr:edouard it:edoardo
en:lawrence,laurence de:lorenz es,it:lorenzo fr:laurent pt:lourenco
en,nl,hu,de,sv:mark ca,fr:marc cs,pl:marek de,sv:markus el:markos es,pt:marcos fi:markku it:marco sr:marko
en,es,pt,nl:lucas cs,de:lukas en:luke fr:luc it,ro:luca pl:lukasz sr:luka
en,de,fr:raphael es,pt,hu:rafael it:raffaele pl:rafal
fr:emmanuel de,pt,en:emanuel,emmanuel el:emmanouil es,pt:manuel it:emanuele
ca,fr,en,pt:xavier es:javier it:saverio
es,pt,it:gustavo cs,de,sv:gustav fr:gustave
de,nl:olaf da:oluf no:olav sv:olof
ar:mohammed,mohammad,mohamed,mohamad,muhammad,muhammed
ar:ahmed,ahmad,ahmet,ahmadou
ar:mahmoud,mahmud,mahmood
ar:hussein,hussain,husayn,husain,hossein,hosein
ar:hassan,hasan
ar:abdullah,abdallah,abdulla,abdalla,abdoulaye
ar:ibrahim,ebrahim,ibrahima
ar:ismail,ismael,esmail,ismaila
ar:youssef,yousef,yusuf,yousuf,yusef,youssouf
ar:khaled,khalid
ar:omar,umar,oumar
ar:osman,othman,uthman,usman,ousmane
ar:mustafa,mostafa,mustapha,moustapha
ar:musa,moussa,mousa
ar:suleiman,sulaiman,sulayman,soleiman,souleymane
ar:saeed,said,saeid,sayeed
ar:faisal,faysal,feisal,faycal
ar:nasser,naser
ar:tariq,tarek,tareq,tarik
ar:rashid,rasheed,rachid
ar:hamid,hameed
ar:jamal,gamal,djamal,jamaal
ar:hisham,hicham,hesham
ar:idris,idriss,idrees
ar:walid,waleed,oualid
ar:salim,saleem
ar:amin,ameen,amine
ar:karim,kareem
ar:mohsen,muhsin,mohsin
ar:reza,riza,rida
ar:yahya,yehia,yahia
ar:bashir,basheer,bachir
ar:sharif,sherif,shareef,cherif
ar:zayed,zayid
ar:mansour,mansur,mansoor`;

/** Languages with the forms that stand under `sr`. */
const SOUTH_SLAVIC = ['sr', 'hr', 'bs', 'sl', 'mk'];

function* forms(): Iterable<readonly [string, readonly GivenForm[]]> {
  const found = new Map<string, GivenForm[]>();
  const coded = (codes: string): string[] => codes.split(',').flatMap(code => (code === 'sr' ? SOUTH_SLAVIC : [code]));
  NAMES.trim().split('\n').forEach((line, name) => {
    const languages = new Map<string, string[]>();
    for (const cell of line.split(' ')) {
      const [codes, spellings] = cell.split(':');
      for (const spelling of spellings!.split(',')) languages.set(spelling, [...languages.get(spelling) ?? [], ...coded(codes!)]);
    }
    for (const [spelling, of] of languages) found.set(spelling, [...found.get(spelling) ?? [], { name, languages: of }]);
  });
  yield* found;
}

export const GIVEN_FORMS = wordClass<readonly GivenForm[]>('form of a given name',
  'Cognates as in Hanks, Hardcastle and Hodges, “A Dictionary of First Names”; Ukrainian and Russian pairs as in Skrypnyk and Dziatkivska, “Vlasni imena liudei”; spellings of Arabic names as in Ahmed, “A Dictionary of Muslim Names”. Folded.', forms());

/** What languages are called in English. */
export const LANGUAGES = wordClass<string>('language', 'ISO 639-1.', [
  ['be', 'Belarusian'], ['bg', 'Bulgarian'], ['ca', 'Catalan'], ['cs', 'Czech'], ['da', 'Danish'], ['de', 'German'], ['el', 'Greek'], ['en', 'English'],
  ['es', 'Spanish'], ['et', 'Estonian'], ['fi', 'Finnish'], ['fr', 'French'], ['hu', 'Hungarian'], ['it', 'Italian'], ['ka', 'Georgian'], ['lt', 'Lithuanian'],
  ['lv', 'Latvian'], ['nl', 'Dutch'], ['no', 'Norwegian'], ['pl', 'Polish'], ['pt', 'Portuguese'], ['ro', 'Romanian'], ['ru', 'Russian'], ['sk', 'Slovak'],
  ['sr', 'Serbian'], ['hr', 'Croatian'], ['bs', 'Bosnian'], ['sl', 'Slovene'], ['mk', 'Macedonian'], ['sv', 'Swedish'], ['uk', 'Ukrainian'],
]);

/** Languages of which people are called by the Russian form of their names as well. */
export const BESIDE_RUSSIAN = wordClass('language beside Russian', 'Languages of the republics of the former Soviet Union whose names English texts long took from the Russian.', 'be et ka lt lv ro uk');

/** Languages written in other letters than English: their names have English forms, and more than one spelling. */
export const OTHER_LETTERS = wordClass('language in other letters', 'CLDR, scripts of languages: Cyrillic, Greek and Georgian.', 'be bg el ka mk ru sr uk');
