/**
 * Given names and nicknames beyond `everyday` by which a text also calls a day, a place, a color, a flower, a brand
 * or some other thing. Unlike everyday words they are names at once beside a family name; alone, even with a
 * capital, they prove little. Curated; the words one slip away from a name come from an English spelling dictionary.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Days, months and seasons: only the strongest signs make them persons. */
export const times = set(`
  abril agosto april august autumn christmas december diciembre domingo easter enero febrero february
  friday halloween invierno january jueves julio june junio lunes martes marzo may mayo miercoles monday
  navidad noel november noviembre october octubre otono pascua primavera sabado saturday septiembre
  solstice spring summer sunday thursday tuesday verano viernes wednesday winter
`);

/** Places and things. */
export const wordNames = set(`
  abbey adelaide alba alexandria angelica ant apollo athena augusta avalon azucena azul bambi bethany
  blanca boots boston branson brisa bristol bubba bubbles bunny buttercup cairo camden carol carson carter
  cat catalina celeste champ chandler chanel charleston charlotte chata chelsea chevy cheyenne chiquita
  cookie cooper cricket cristal cupcake dalia dante dayton derrick devon dixie doc dot emery esmeralda
  estrella eugene everett flaca flaco florence fritz geneva gilbert gordita gordo graham griffin guadalupe
  guero hamilton hampton harley harry heather helena holland holly hudson iman irving israel jackson jasmin
  jasper jazmin jean jelly jesus jett jordan kelvin ken kennedy kent kenya kingston lacey lacy lafayette
  laurel lily lincoln lluvia lourdes luna madison margarita marge marietta marina marion marquis martin
  memphis mercedes milan miller min mo molly monroe montana montgomery moro nacho negra negro odessa odin
  orion paloma peaches peanut pen perla pinky piper preston princeton pumpkin quincy raleigh reed regina
  reno rey reyes rico rio rocio roma rosa rosario rosemary rubi rufus salem salvador santiago santos
  savanna savannah sawyer selma shelby sherry shiloh siena skip skye sparkle sydney tabby tater teddy thor
  tierra tiff tory trenton trey trinidad troy tucker twiggy tyler valencia venus vi victoria vienna violeta
  zion modesto natividad refugio remedios candelaria concepcion
`);

/** Ordinary words that are one letter away from a frequent given name, and no misspelling of it; those that the net knows are left out. */
export const nearNames = set(`
  angelical barren beanie billow brazen bridged broaden brooked caddie camber careen caroled caroler carted
  carton cassia catchy chaise chancy charter chaser cheater chested colleges collie conned cooker cooped
  cordon crater dampen darken desired destine dusting falter frankly genera geneses gillie glance hailed
  hamper handler harped haunter hearth hottie hoyden hunger hunted laddie lassie leather leopard linger mainly
  malice maroon marshy marvelous merely palette parley pristine pucker punter retina rickety sashay sector
  simmer sleigh sliver smarty smelly smoother stellar summed summery surely tanker tannery tennis terrace
  throne ticker traced tracer tremor veggie violent virgin waiter wander whitey wholly wildly willowy
`);
