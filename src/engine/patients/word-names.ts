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
  abbey abilene adelaide alabama alba alexandria amistad angelica ant apollo arizona asheville astro athena
  athens atlanta augusta avalon azahar azucena azul bambi bandit barcelona bethany blanca blanco boise
  boots boston branson brisa brisbane bristol bubba bubbles bunny buttercup cadillac cairo california
  cambridge camden canela caramelo carol carson carter cat catalina celeste cereza champ chandler chanel
  charleston charlotte chata chelsea cherub chevy chewy cheyenne chili chino chips chiquita chiquito
  colorado columbia concord cookie cooper cosmo cosmos cricket cristal crystals cuba cupcake cupid daffodil
  dalia dandelion dante dayton delaware delicias derrick devon dia diamante dixie doc dominica dot dublin
  durham elgin emery esmeralda estrella eugene everett fargo fiesta flaca flaco florence flores florida
  fresa fresno fritz galveston gema geneva genie gilbert girasol gitana glendale godiva gordita gordo
  graham griffin grinch guadalajara guadalupe gucci guero hamilton hampton harley harry hartford havana
  heather helena hercules hermes hershey holland holly honda hudson hyacinth iman inca irving israel italia
  jacinto jackson jamaica jardin jasmin jasper jazmin jean jelly jesus jett jordan juneau juno kansas
  kelvin ken kennedy kent kenya kingston kiwi kyoto lacey lacy lafayette laramie laredo laser laurel
  lavanda lexington libra lilac lily lima lincoln lirio llanura lluvia loki lotus lourdes lubbock lulu luna
  lynx madison madrid mambo manchester marfil margarita marge marietta marigold marina marion mariposa
  marquis martin maryland melbourne memphis menta mercedes mercurio miami miel milagro milan milano miller
  min mini mio mississippi missouri mo moby molly monroe montana montgomery mora morado morena moro morocha
  nacho nashville nebraska negra negro neptune nevada newport nieve nieves nike nil nino ocaso odessa odin
  ohio onda oregon orion oro orquidea oslo oso palma paloma panama panda peaches peanut pen pena pensacola
  peoria pera perla perlas petersburg petunia philadelphia pinky piper plata platino pluto porsche portland
  prada preston primrose princeton pumpkin queenie quince quincy raleigh ram rambo reed regina reno rey
  reyes rhythm ribbon richmond rico rio ritz rocio rojo roma rome rosa rosado rosario rosas rosemary rubi
  rubia rufus safari sal salem salvador sandia sandman santa santiago santo santorini santos sapo saturn
  savanna savannah sawyer scottsdale sedona selma selva seville shelby sherry shiloh siena sirena skip skye
  snoopy solana sparkle spike springfield stevia sunni sydney syracuse tabby tampa tater teddy tempe
  tennessee tesla texas thor tierra tiff tiger toffee topaz tory trenton trey trigger trigo trinidad troy
  tucker tulip tulsa turquesa twiggy tyler utah uva vainilla valencia vegas venezia venice venus verde
  vermont verona versace vi vickers victoria vienna violeta virgo washington wichita wilmington winslow
  wolfgang wyoming yoyo zafiro zen zinnia zion zip
`);

/** Ordinary words that are one letter away from a frequent given name, and no misspelling of it. */
export const nearNames = set(`
  ambler angelical baddie baggie bailed barely barmen barren beanie berths billow bobbin bobble bonito
  brazen bridged broaden broods broody brooked brother bummer caddie calving camber carbon cardie careen
  career caroled caroler caroling carted cartel carton cassia catchy celesta chaise chanced chancel chancre
  chancy change charges charter chased chaser chaste cheater chested chrism chunter clause closer college
  colleges collie condor conned connive constancy cooker cooler cooped cordon cranny crater crustal daemon
  dampen damson dander darken darter demise deplores desired destine dickey drolly dustbin dusting either
  ethane evince falter father fester fiances filbert francs frankly gander garter genera geneses gillie
  gingery glades glance gopher gorgon graced granny graven griffon hailed hamper handler harped harrier
  harvest haunter health hearth heathen hinter honcho hottie hoyden hunger hunker hunted joules juleps
  kidney laddie lanced lancer lancet lassie lately leather leopard leotard letter linger loonie macros
  magpie mainly malice manner mantel manual margin maroon marshy marten martian martyr marvelous masher
  master maxing meanie melange melanin merely merman mother mummer nickle normal palette pander pariah
  parked parley parole partly patrician pester pewter porker prances presto prestos pristine pucker punter
  rarely rasher rather reggae renege retina reward rewards rickety robing rummer sashay sector shandy
  sharia sharper sheath shelled sickie simmer simony skylark sleigh sliver slogan smarty smelly smiles
  smoother sooner spacey spender stellar sucker summed summery surely tacker tailor tangelo tanker tanned
  tannery tattie tenner tennis terrace throne ticker toward traced tracer tracery trances tremor tricky
  trivia trucker tucked vector veggie victory violent virgin waiter wallow waltzer wander warred waster
  weather wellie wherry whitey wholly wienie wildly willowy zinger
`);
