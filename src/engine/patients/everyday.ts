/**
 * Given and family names that are also everyday words: US census and Social Security names that an English spelling
 * dictionary lists in lower case, months, places, a few Spanish endearments. In lower case, or where a sentence
 * starts, they prove nothing.
 */
export const everyday: ReadonlySet<string> = new Set(
  `
  acacia ace akin albino alder alderman alley ally alma almond alpha alt alter amber america amethyst angel
  angelic angle apple april archer arena arenas ares aria arms art ash asia askew aspen atlas auger august
  aura aurora austin autumn ayah azalea azure baby back backer bacon bade badger bailey baker bales ball
  bandy bane bang bangs banister bank banker banks banner banning baptist barb barber barbie bard bare
  barefoot barge barker barley barney barns baron barre barrette barrier barrios barrow barrows barter bash
  basil bass basso bates batiste batten battle battles batty bay bays beach beadle beagle beam bean bear
  beard beau beaver beavers beck bee beech beer beery begin bell bella belle bellman bellows belt bender
  bent berg berk berry beryl best bey bias bible bill bills binder birch bird birdie birdsong bishop black
  blades bland blank blanks blaze blazer blessing bliss blizzard block blocker blood bloom bloomer blow blue
  blunt board boatman bock bode body boles bolt bond bonds bone boner bones bonita bonny book boon booth
  booze boozer border borders boring born borne boss bottom bottoms bounds bourgeois bow bower bowler
  bowling bowman box brace bracken brain brake bramble branch brand brandy bravo bray brazier breed breeding
  brew brewer brick bridge bridges brie bright brill brim brindle brink broach brogan brook brooklyn brooks
  broom brown brownfield brunet brunette brush buck buckles bud buddy buff bull bullock bump bunch bunker
  bunting burden burg burger burl burns burr burrow burrows busby bush bushman buss buster butch butcher
  butler butt button butts buzzard bye caballero cable cadence cage cairns cal caldera call calla calliope
  cam camellia camp camper cancel candida candler candy cane canning cannon canon canter cantor canyon cape
  caprice caraway card carder cardinal caridad carmine carolina carpenter carper carrier carrion carver case
  cash caster castle castor cater cave cedar center chad chambers champagne champion chance chancellor
  charisma charity chase chastity cheek cheeks cherish cherry chestnut chevalier chew chi chick child chin
  china chip choice chow christen christian chuck church cielo clack clapper clay cleaver cleaves clement
  clementine clever click cliff close cloud clover cluck coats coco coffee coffin coil coke coley coll
  collard collier colon colt combs comfort cone confer conger constant consuelo converse cook cooks cool
  coon coons coots cope copper coral corazon core cork corn corner corona corr corral corrie cote cotter
  cotton couch council countryman counts cousin cousins couture cover covert covey coward cox coy craft cram
  crane crank crass craven cravens cray creamer creed creek creel cress crew crews crick crisp crochet croft
  crone crook crooks cropper cross crouch crow cruise crumb cruse crystal cuff cull cumming curl current
  curry curt cutler cutter cutting dahlia daily daisy dakota dale dallas dame dance dang dark darling dart
  dash dasher dates dawn day deacon deal dean dear deck deem deer delay dell delta denim dent denver derby
  desire destiny dew dewberry dial diamond dibble dick dicks dieter dill dills dingle dingus dirk dirks
  ditto divine do dobbins doctor dodge doe dole doll dollar dolly dolores dolphin don dona doss doughty dove
  dowdy downer downs dragon drain drake drakes draper dream drew driver drown drum drummer dryer duck duff
  duke dukes dulce dull dunning durst dusty duty dye dyer dyke dykes eager eagle earl earls early earnest
  east eaves ebony echo ed eddy edge elan elder elms ember emerald emir engram esperanza essence ester eve
  evens ever eye fain fair faith falcon falconer fall falls fan fang fanning fanny farina farmer farrow
  farthing fast favors fawn fay fears feaster feather feathers fee felicity fell fellows felt felts fender
  fern ferry fetter fetters few fey field fielder fielding fields fife fifer files finch fine finger fink
  firth fish fisher fix flack flake fleck flick flint flood flor flora flower flowers folk folks force ford
  fore forehand foreman forest forester fort forte fortune foster fountain fox frame frank franks fray free
  freedman freeman freeze french friend frost fry fryer fudge fuller funk furlong furry gable gainer gale
  gales gall gallant gamble gammon garden gardener garland garner garnet garret garrison gass gates gathers
  gauge gay gee gene genesis gentile gentle gentry georgia gilder gill gillies ginger gist given givens
  gladden glass glaze glazier glen gloria glory goad gold golden goldsmith good goodnight gore gouge grace
  gram grams grant grass gravel graves gray grays green greenfield greenwood gribble grill grim grimes
  grizzle groom grooms gross grove groves grow guess guest gully gum gunner gurney gust guy ha hack hacker
  hackney haddock haggard hail hair hake hale hales hall hallmark halls halo halter ham hamlet hammer
  hammers hammock hand handy hang hank hanks harden hardy hare harmony harms harness harp harsh hart hash
  hasty hatch hatter haven havens hawk hawks haws hay hays hazard hazel he head heady heard heater heath
  heaven heavenly heck hedge hedges held helm helms herald herb herd hermosa heron herring hertz hickey
  hicks high highland hill hills hilt hinds ho hoard hobby hock hogan hoke holder holiday holler homer homes
  honesty honey honor hood hook hooker hooks hoover hope hopper horn house householder houston huff hull
  humble hummer hung hunt hunter huntsman hurdle hurt husband ice india indigo infant iris irons ivory ivy
  jack jacks jade jarred jasmine jay jerkins jersey jester jet jewel jinks job johns joiner jolly josh
  journey joy jubilee judge julienne jump jumper june junior juniper junker just justice kale karma kc keel
  keen key keys khan kidder kindle kindred king kip kirsch kit kitchen kitchens kite kitty kluge knight
  knights knoll kohl lack lackey lady lain lair laird lake lakes lam lamas lamb lamp lance land landau lane
  large lark lash lavender law lawless laws lawyer lax lay layman lea leach leader leaf leak leaks lease
  leathers ledger lee leech leek lees legacy legend leis lemon lemons lent levy lexis liberty lien light
  likens linda linden liner lines ling lingo link lino lira list little lively llamas llanos lo lock locker
  lodge london long loo look loop loos lopes lord lore lough love loveless lovely loving low lower loyal
  luck lucky lung lust luster lutes lux luz lynch lyric ma mac mace mach madden madrigal magnolia mahogany
  maiden main mains major majors mallard manners manning manor maple maples marble march mares marine mark
  marker marks marlin marques marquise marrow mars marsh marshal martini martins marvel mask mason mast
  masters matte maverick max maxim may mayo maze mead meadow meadows means mecca medley meek meg melody
  mercer merchant mercy merino merry mesa messenger messiah mica mick mickey milagros miles millet milliner
  million mills miner mines mink minor minter miracle misty mix moats mock moll money monger monk monks
  moody moon moor moos moose more morel morrow moss mote motes motley mount mountain mounts mouser mouton
  mull mulligan muse music mutter myrtle nail napoleon napper natal nation nations nave nee neighbors
  nettles new newcomer newton nice nickel nickels nickles nicks nightingale nipper nix noble nobles noel
  noon north northern nova novella null numbers nunnery nurse nutter nutting oaks ocean ogle oh olive onyx
  opal orange orlando ostler outlaw oxford pace pack packer paddock pagan page painter pair paisley pal palm
  palomino pan pang pansy papa paradise pare parent paris parish park parks parry parsley parson parsons
  partridge pascal paschal pass passion pastor pat patch pate patience paz peace peach peacock peak pearl
  peck peek peel peeler peer pence penny peoples pepper peppers person persons petty phoenix piazza pickle
  pier pierce pike pilgrim pillow pine ping pink pinon pinto pipes pippin pitcher place plank plant player
  plaza pleasant plowman plumb plunk pointer polite pollack pollard ponce pond ponder pool poor pope poppy
  porch port porter poss post potter pound pounds power powers prater pray preciosa precious press price
  pride priest prime prince princesa princess prior proctor profit promise proper province provost prudence
  pulley puma purser putt queen quick quint quirk race rain rains rainwater rakes rand range rank ransom
  raper rash raven ray read reader reading ready real ream reamer reams reason rector red redden reedy reel
  reeve register reign rein reina render revels rhea rhymes rice rich ricks riddle rider ridge rife riffle
  riles ring ringer riser river rives roach roan rob robin robins rock rocky rod rode roe roebuck roll
  roller roman romeo rood roof rook rooks root roper rose rounds rouse roux rowan rowdy royal royalty ruble
  ruby rudder ruddy rude rue ruff rule runnels rush rusk rust rusty rye sabra sack sacks saddler sage said
  sailor sale sales salmon salmons salter sample samples sand sander sands sandy sapphire sari sass savage
  savoy sawyers scales scarlet schilling scout scull scurry seal seals seaman sears see self sell sells
  seltzer senior sequoia serene serenity session sessions settle settles seven severance sexton shad shade
  shah shalom shank shanks sharp shaver shay shearer shears sheets shell shepherd shields shilling shim shin
  shine shirk shiver shoemaker shook shore shores short shorts shoulders shows shuck sickles sides sienna
  sierra sill sills silver silvers sim simmers sims sincere sine sines singer singleton sink sites six sizer
  skipper sky slack slate slaughter slay sledge sleeper slick sly small smalls smart smiley smock smothers
  snipes snow so sobers sol soledad soles son song sonny sons sours south southern sowers sparks sparrow
  spates speaks spear spears speck speed spell speller spells spikes spinner spires spoon spring springs
  sprinkle spry square squire squires stack stage stalker stamp stamper stamps standard staples star stark
  starling states steed steel stein sterling stern stetson steward stickler stiff stiles still stiller
  stills stock stocks stoker stokes stone stoner stoops storm storms stormy story stout straight strain
  strait strand strange straw street streets stringer stripling strode strong struck stuck stump sturgeon
  styles sue summer summers sun sung sunny sunshine surface swain swallow swan swank sweat sweet swift
  swindle swing sword symphony ta tabor tack tad tally talon tam tan tang tanner tapper tart tawny tea teal
  teeter teeters teller temperance temple tester thane thatcher thorn thrash thrasher thrift thrower tiara
  tickle till tiller tingle tinker titan tittle to toll tomes toms toner tong tony topper topping tosh
  touchstone tower towns toy trace trader trail trainer trammel treasure treat trice trim trinity trotter
  troupe trout true truelove trump truss trusty tuck tufts tune turner tutor tweed tweedy unique unknown
  urban usher utter val vale valentine valley van veal vela velvet vest vestal via vice vigil villa vines
  vineyard viola violet virginia vita vital waddle wade wager wages wagoner wainwright wait waits waldo
  wales walk walker wall walls wally waltz wan wanner ward warden ware warren wash washer waters watt watts
  wax way wear weathers weaver weed weeks weir wellington wells welter west western wheat whetstone white
  whitehead whitener whiting whittle wick wicker wicks widener wiener wight wild wilds wile wiles will
  willow wills willy wilt winder windy wine wines wing winkle winner winter winters wisdom wise withers
  witter witty wold wolf womble woo wood woodcock wooden woodland woodman woods woody word work workman
  works worth worthy wren wright yap yen yip yon young yow yuan
`
    .trim()
    .split(/\s+/),
);
