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
  zion
`);

/** Ordinary words that are one letter away from a frequent given name, and no misspelling of it. */
export const nearNames = set(`
  angelical barely barren beanie billow bonito brazen bridged broaden brooked brother caddie camber careen
  career caroled caroler carted carton cassia catchy chaise chancy change charges charter chaser cheater
  chested clause closer college colleges collie conned cooker cooler cooped cordon crater dampen darken
  desired destine dusting either falter father frankly genera geneses gillie glance hailed hamper handler
  harped harvest haunter health hearth hottie hoyden hunger hunted laddie lassie lately leather leopard
  letter linger mainly malice manner manual margin maroon marshy marvelous master melanin merely mother
  normal palette parked parley partly pristine pucker punter rarely rather retina reward rewards rickety
  sashay sector sharper simmer sleigh sliver smarty smelly smiles smoother sooner stellar summed summery
  surely tailor tanker tanned tannery tennis terrace throne ticker toward traced tracer tremor tricky
  trivia trucker veggie victory violent virgin waiter wander weather whitey wholly wildly willowy
`);
