// What people ask the sample blog, and the posts that they would expect: any of them
// first is right. Written by reading the posts, not by trying the search.

const bus = '/2021/11/jamstalldhet-borjar-pa-bussen/';
const eight = '/2021/04/atta-partnerskap/';
const english = '/2021/04/eight-partnerships/';
const city = '/2023/05/what-a-city-promises/';
const lund = '/2021/06/lund-manniskorattsstad/';
const young = '/2021/05/unga-ska-fragas/';
const autumn = '/2021/09/ett-nytt-natverk-i-host/';
const web = '/2021/09/webben-ar-en-offentlig-plats/';
const minorities = '/2022/02/fem-minoriteter-fem-sprak/';
const finnish = '/2022/02/viisi-kielta/';
const five = '/2022/03/fem-nya-partnerskap/';
const article19 = '/2022/05/artikel-19/';
const ways = '/2022/06/atta-satt-att-se-tillganglighet/';
const committee = '/2022/10/en-kommitte-for-rattigheter/';
const four = '/2022/11/fyra-konferenser/';
const plain = '/2023/02/skriv-sa-att-alla-forstar/';
const end = '/2023/08/overenskommelsen-upphor/';
const cancelled = '/2020/03/konferensen-stalldes-in/';
const everyday = '/2020/11/rattigheter-i-vardagen/';
const thirty = '/2020/12/trettio-artiklar/';
const days = '/2021/04/mr-dagarna-hemma/';
const privacy = '/integritet/';
const contact = '/kontakt/';

export default [
  // Words as they stand
  ['jämställdhet', bus],
  ['tillgänglighet', ways],
  ['yttrandefrihet', article19],
  ['klarspråk', plain],
  ['kommitté', committee],
  ['konferens', cancelled, four],
  ['Barnkonventionen', young],
  ['lix', plain],
  ['pressfrihetens dag', article19],
  ['DOS-lagen', web],
  ['artikel 19', article19],
  ['1948', thirty],
  ['kakor', privacy],
  ['pandemi', days],
  // Inflections
  ['kommunernas ansvar', committee],
  ['konferenserna', cancelled, four],
  ['bussar', bus],
  ['minoriteternas språk', minorities],
  ['kommittéer', committee],
  ['överenskommelser', end],
  ['nätverken', autumn],
  ['artiklarna', thirty],
  ['partnerskapens länder', five],
  ['webbplatsers tillgänglighet', web],
  ['den äldsta människorättsstaden i Norden', lund],
  // Questions as people put them
  ['vad är en människorättsstad?', lund],
  ['hur skriver man så att alla förstår', plain],
  ['när får unga vara med och bestämma', young],
  ['hur anmäler man intresse för ett partnerskap', autumn],
  // Compounds
  ['minoritetsspråk', minorities],
  ['tillgänglighetsredogörelse', web],
  ['språklagen', plain, minorities],
  ['modersmål', minorities],
  ['mrdagarna', days],
  ['partnerskapsnätverk', eight, autumn, five],
  // Misspellings, and no dots
  ['jämstäldhet', bus],
  ['tillganglighet', ways],
  ['manniskorattsstad', lund],
  ['kommite', committee],
  ['overenskommelse', end],
  ['minoritet sprak', minorities],
  // Names
  ['Piteå Chinsali', bus, eight, english],
  ['Francistown', bus, lund, eight],
  ['Raoul Wallenberg', lund, city],
  ['Haparanda', five],
  ['Göteborg', ways, four],
  ['Noa Åslund', four, young, days],
  ['Västra Götalandsregionen', committee],
  // English and Finnish
  ['human rights city', city],
  ['promised', city],
  ['partnership municipalities', english],
  ['vähemmistökielet', finnish],
  ['oikeus omaan kieleen', finnish],
  // Quotes
  ['"human rights city"', city],
  ['”lika värde”', everyday],
  ['"det som är allas ansvar"', committee],
  ['»human rights city»', city],
  ['„lika värde“', everyday],
  // While typing
  ['människor', thirty, lund, everyday, end],
  ['kommitt', committee],
  ['kommunernas ansv', committee],
  ['kontak', contact],
];
