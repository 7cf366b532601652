/**
 * Everyday words that are said so often that two of them in a row prove no name ("will mark"): verbs, adjectives, and what
 * a practice, its street and its season are called. Of the names among them only a capital or a gesture makes a person.
 */
export const common: ReadonlySet<string> = new Set(
  `
  art back bad bare charity battle beach bear best big bill black bless bliss blue board body bond bone book born boss bow
  box brace branch brand brave bread bright broad brook brow brown bud bush call camp candy care cash chance chase
  cheek chin church clay clean clear close cloud cold cook cool corner court cover craft crew crown dark day days
  deal dear door down dream drew drive dry dust early earth east easy fair faith fall farm fast favor field fine fish
  flower fly foot force free fresh friend fun game garden gift glass go gold good grace grand grant grass gray great
  green guest guy hand happy hard head heart heaven held high hill holiday home honor hood hope house hunt ice iron
  job joy judge june just key kind king lake land lane large last late law lay led light like line little live long
  looks lot love loving low luck made major man many march mark market marks may means meet mercy merry mild mine moon
  more most mount much must nature near need never new nice night noble north now off old only orange our own page
  pain park part past peace people piece pink place plain plan play plum point pool post power pray press pretty price
  pride prime proper proud queen quick rain real red reach rest rich ride right ring rise river road rock roll room
  rose round row royal rush sad safe sand say school sea season see self sell serious set seven sharp shine ship shop
  short show side silver sky slick small smart smile smooth snow so soft some song soon south sparks special spring
  star stay steady steel still stone stop storm story straight street strong style sue summer sun sunny sunshine
  super sure sweet table take tall tea temple to top touch town toy trace track train treasure treat true truth turn
  unique valley very view vine walk wall want war warm wash water way wear week well west wet wheel white wide wild
  will win wind window wine wise wish wonder wood woods word work world worth yes young
`
    .trim()
    .split(/\s+/),
);
