import { everyday } from "./everyday.ts";
import { nicknames } from "./nicknames.ts";

/** Beside those that have nicknames, which stand in that table. */
const others = `
  aaden aaliyah aarav abagail abbey abbie abby abdiel abdul abdullah abel abigale abner abram abril ada
  adalberto adaline adalyn adalynn adam adan addie addilyn addisyn adela adele adelina adelynn aden adilene
  adina aditya adley adolfo adolph adonis adrain adria adriane adrianna adrianne adriel adrien afton agustin
  ahmad ahmed aida aidan aiden aidyn aileen aimee ainsley aisha aislinn aiyana aja akeem akira al alaia alaina
  alana alani alanna alannah alaya alayah alayna alaysia alba alden aldo aleah alec alecia aleena aleigha
  alena alesha alesia alessandra alessandro alessia aleta alex alexa alexandre alexandrea alexandro alexi
  alexia alexus alexys alfonzo alfreda ali alia aliah aliana alijah alina aline alisa alisha alisson alivia
  alix aliya aliyah aliza alize allie allyn allyssa alondra alonzo alora alphonso alta alton alva alvaro alyce
  alycia alysa alyse alysha alysia alyssia alyvia amani amar amara amare amari amaris amaya amberly ambrose
  ameer amelie ami amia amie amina aminah amir amira amirah amiya amiyah amora amos amy amya anabel anabella
  anahi anais analia anastacia anaya anders anderson andi andra andre andreas andria andy angelia angeline
  angelique angelita angelo angie angus anika anisa anisha anissa anita anitra aniya aniyah anjali anjelica
  annabella annalee annaliese annalisa annalise annamarie anneliese annelise annetta annie annika annmarie
  ansley anson antione antionette antoine anton antonella antonette antony antwan antwon anya apollo arabella
  aracely archie arden areli arely aretha ari ariah arian aric arie ariella aries arin ariya ariyah arjun
  arleen arlen arlene arlette arline arlo armand armani arnoldo arnulfo arron artie artis arya aryan aryana
  aryanna asa asha ashanti ashely asher ashli ashlie ashly ashlyn ashlynn ashton ashtyn astrid athena atticus
  aubree aubri aubrianna aubrie audra audrey audriana audrianna audrina augusta aundrea aurelia austen austyn
  avah averi averie avery avi aviana avianna avis axel aya ayaan ayana ayanna aydan ayden aydin ayesha ayla
  ayleen aylin azaria azariah bailee bambi barbra barrett barron barry bart baylee bayleigh baylor beckett
  beckham becky belen ben benedict benita bennett bennie benny benson bentlee bentley benton berkley bernadine
  bernice bernie bert bessie beth betsy bette bettie bettina betty bettye beulah beverley bianca bilal billie
  billy blaine blair blaire blaise blake blakely blanca blythe bo bob bobbi bobbie bobby bodhi bodie bonnie
  booker boston bowen boyd brad braden bradly brady bradyn braeden braelyn braelynn braiden brandan brandee
  branden brandi brandie brandon brandt brandyn brannon branson brant brantley braulio braxton brayan brayden
  braydon braylee braylen braylon brea breana breann breanne brecken bree brenden brendon brenna brennan
  brennen brent brenton breonna bret brett bria brian brianne briar brice bridger bridgett bridgette briella
  brielle brigette briggs brigid brigitte briley brinley brionna brisa bristol britany britni britt brittani
  brittanie brittni britton brock broderick brodie brody bronson brooke bruce bruno bryan bryana bryant bryce
  brycen brylee bryn brynlee brynn bryon bryson buford burt burton byron cade caden caiden cailyn cain cairo
  caitlynn cale caleb caleigh cali calista callan callen calli callie callum cambria camdyn cami camilo
  campbell camren camron canaan candi candis cara caren carey cari carin carina carissa carlee carleen
  carleigh carlene carley carli carlie carlo carlotta carlton carly carmel carmela carmelita carmella carmelo
  carnell carolann carole carolynn carrie carrol carroll carsen carson carsyn carter cary caryl caryn casandra
  casen casey casie cason cassie cassius cassondra cataleya cathie cathrine cathryn cathy catrina cayden cayla
  caylee cayson cecelia cecile cecily cedric cedrick celena celestine celia celina celine chace chadwick chaim
  chana chanda chandra chanel chanelle channing chantal chantel chantelle charissa charisse charla charlee
  charleen charleigh charley charli charlie charlize charmaine chasity chauncey chaya chaz chelsie cheri
  cherie cherise cheryle chet cheyanne chiara chiquita chloe chris chrissy christa christal christi christiana
  christie christin christophe christy chrystal chyna ciara ciera cierra cindi cindy cinthia clair claire
  clara clare clarice clark claude claudette claudine claudio cleo cleveland clint clyde coby codi codie cohen
  colby cole coleen coleman colette colin colleen collette collin collins colson colten colter colton concetta
  conner connie connor conor constantine cooper cora coraline corbin cordell corey cori corie corina corine
  corinna cornelia cornell corrina corrine cortez cortney cory coty craig cristal cristin cristopher cristy
  crosby cullen cydney cyril cyrus daisha dakotah daleyza dalia dalila dallin dalton damari damarion damaris
  damian damien damion damon dan dana danae dandre dane danelle danette dangelo dani dania danial danica
  daniele daniella danika danita danna dannie danny dante danyelle daphne daquan dara darby darci darcie darcy
  darell daren daria darian dariel darien darin dario darion darius darla darleen darnell daron darrel darrell
  darren darrian darrick darrin darrion darrius darron darryl darwin daryl dashawn dasia dave davian davin
  davina davion davis davon davonte dawna dawson dax daxton dayana dayanara dayna dayton deana deandra deandre
  deangelo deann deanne deasia debbie debby debrah declan dedra dedrick dee deena deidra deidre deion deirdre
  deja dejuan del delaney delanie delano delia delilah della delma delmar delois deloris delphine delvin
  demarco demarcus demario demetria demi demond dena denice denis denisha denisse denny denzel deon deonte
  dereck deric derick derik deron derrell deshaun deshawn desirae destin destinee destiney destini devan
  devante deven devin devon devonte devyn dewayne dewey dexter dian diann dianna dilan dillan dillon dimitri
  dina dinah dino dion dionne dior dixie diya dollie domenic dominik dominque domonique donavan donavon donell
  donita donn donnell donnie donny donovan dontae donte dora doreen dorene doretha dori dorian dorinda doris
  dorothea dorthy dottie doug douglass doyle draven duane dudley dwain dwight dylan dylon ean earle earlene
  earline earnestine easton eboni eddie eden edgardo edie edison edna edwardo edwina effie efrain efren elaina
  elana elayna elbert eldon eleanore eleazar eleni eli elia elian eliana elianna elida eliezer elin elina
  eliot elise eliseo elisha elissa eliza elle ellery elliana ellie ellis ellison elma elmer elnora eloisa
  elora elouise eloy elsa elsie elton elva elvia elvin elvis elwood elyse elyssa emani emanuel emelia emely
  emerson emersyn emery emil emile emmalee emmaline emmalyn emmeline emmett emmie emmitt emmy emory enid enoch
  enzo ephraim erich erick ericka erin erma ernie errol ervin erwin eryn esme esmeralda essie estefany estela
  estella estelle estevan estrella ethel etta eula eva evalyn evan evangelina evelin evelynn everardo everette
  everleigh everly evette evie evonne ezequiel ezra fabian fallon fannie farah farrah fatima faye felecia
  felicia felisha felix felton fidel finley finn finnegan finnley fiona fletcher floyd flynn forrest fran
  francesco franchesca francine franco frankie fred freda freddie freddy frederic fredric fredy freida freya
  frida frieda fritz gael gage gaige gail galen galilea gannon garett garrick garry garth gary gavin gavyn
  gaye gayla gayle gemma gena genaro geneva georgette georgiana georgianna georgie geralyn geri germaine
  german gerri gerry gia giana giancarlo gianna gianni giavanna gibson gideon gil gilda gina ginny gino
  giovani giovanna giovanny gisele giselle gisselle giuseppe gladys glenda glenn glenna goldie gracelyn
  gracelynn gracie grady grayson grecia greg gregg greggory greta grey greyson griselda grover gunnar gus gwen
  gwyneth hadassah hadley haiden hailee hailey hailie hakeem hal haleigh haley hali halie halle hallie
  hamilton hamza hana hans harlan harlee harleigh harley harlie harlow harper harriett harris harry harvey
  hasan hassan hattie hayden hayes haylee hayleigh hayley haylie heidi heidy helene hendrix henley henri
  heriberto herman hernan herschel hershel hezekiah hiram holden holland holley holli hollie hollis horace
  hoyt hudson huey hugh hugo ian ibrahim iesha iker ila ilana ileana ilene iliana iman imani immanuel imogene
  ina inez ingrid ira ireland irvin irwin isa isabela isabell isai isaias isela isha ishmael isiah isis isla
  issac itzel iva ivana ivanna ivette ivonne iyana iyanna izabella izaiah jabari jacalyn jace jacey jaci
  jackeline jackie jacklyn jacky jaclyn jacoby jacque jacquelin jacquelynn jacques jacquline jada jadiel jadon
  jadyn jaeden jaedyn jael jaelyn jaelynn jagger jai jaida jaiden jaidyn jailyn jaimee jaimie jair jairo
  jakayla jake jakob jaleel jalen jalisa jaliyah jalyn jalynn jamaal jamal jamar jamarcus jamari jamarion
  jamel jameson jamey jami jamie jamil jamila jamir jamison jammie jamya jan jana janae janay janeen janel
  janell janelle janessa janeth janette janey janiah janie janine janiya janiyah janna jannette jannie jaquan
  jaqueline jared jaren jarod jaron jarrett jarrod jarvis jase jasen jasiah jasmin jasmyn javion javon jax
  jaxen jaxon jaxson jaxton jayce jaycee jayceon jayda jayde jaydon jayla jaylah jaylan jaylee jayleen jaylen
  jaylene jaylin jaylon jaylyn jaylynn jayme jayna jayne jayson jazlyn jazlynn jazmin jazmyn jazmyne jeana
  jeanie jeanine jeanna jeanne jeannette jeannie jeannine jed jedidiah jeff jefferson jeffry jelani jemma jena
  jenelle jenna jenni jennie jenny jensen jerald jeramiah jeramy jere jeremie jeri jericho jerilyn jerimiah
  jermaine jerod jerold jeromy jerrell jerri jerrica jerrie jerrod jerrold jerry jesenia jesica jess jessa
  jessi jessie jessika jessy jett jevon jewell jim jimmie jimmy jo joana joanie joann jocelynn jodi jodie jody
  joe joelle joellen joesph joey johan johana johann johnathon johnie johnna johnnie johnny johnpaul johnson
  joi joleen jolene jolie jolynn jon jonah jonas joni jonna jonnie jorden jordin jordon jordy jordyn jordynn
  josef joselyn josette josiah josie joslyn josue journee jovan jovani jovanni jovanny jovany joycelyn juanita
  judah judd jude judi judie judson jules juli juliann julianna julianne julien julieta julisa julissa julius
  justina justus justyn kacey kaci kacie kacy kade kaden kadence kadin kadyn kaeden kaela kaelyn kaelynn kai
  kaia kaiden kaila kailani kailee kailey kailyn kairi kaitlynn kaiya kala kalani kaleb kaleigh kalen kaley
  kali kalia kalie kaliyah kalli kallie kalvin kalyn kamari kamden kamdyn kameron kami kamila kamilah kamille
  kamren kamron kamryn kandace kandi kandice kandy kane kannon kara karan kareem kari karie karim karin karis
  karissa karl karla karlee karleigh karley karli karlie karly karmen karol karolyn karon karri karrie karsen
  karson karsyn karter karyn kasandra kasen kasey kash kason kassidy kassie katalina katarina kate katelin
  katelynn katerina katheryn kathi kathie kathy kati katia katie katina katlin katlyn katrina katy kay kaya
  kaycee kayden kaydence kaye kaylah kaylan kaylani kayle kaylee kayleen kayleigh kaylen kaylene kayley kayli
  kaylie kaylin kaylyn kaylynn kayson keagan keanu keara keaton keegan keeley keely keenan kehlani keila keira
  keisha keith kelby keli kellan kellen kelley kelli kellie kelsea kelsi kelsie kelton kelvin ken kendal
  kendell kendrick kendyl kenia kenley kenna kennedi kennedy kennith kenny kensley kent kenton kenya kenyatta
  kenyon kenzie keon keren keri kermit kerri kerrie kerry kesha keshawn keshia keven kevon keyla keyon
  khadijah khalid khalil khari khloe kia kian kiana kianna kiara kiera kieran kierra kiersten kiley killian
  kim kimber kimora kingsley kingston kinley kinsey kinsley kira kiran kirby kirk kirstin kisha knox kobe koby
  kodi kody kohen kolby kole kolten kolton konner konnor kora korbin korey kori kortney kory kourtney kraig
  kris krista kristal kristan kristi kristian kristie kristofer kristy kristyn krysta krystal krystina krystle
  kurt kurtis kya kye kyla kylah kylan kyle kylee kyleigh kyler kymani kyndal kyndall kynlee kyra kyree kyrie
  kyson lacey lachlan laci lacie lacy ladarius ladonna laila lailah laine lainey lakeisha laken lakesha
  lakeshia lakisha lamar lamont lana landen landon landry landyn lanette laney langston lani lanie lanny
  laquita lara laron larry lars lashanda lashawn lashonda latanya latasha latisha latonia latonya latosha
  latoya latrice latricia laureen laurel lauretta lauri laurie lauryn lavern laverne lavon lavonne lawanda
  lawson layla laylah layne layton leandra leandro leann leanna leanne leeann leena leia leif leigh leigha
  leighton leilani leisa lela leland lelia lemuel lena lenard lennon lennox lenny lenora lenore leola leon
  leona leonel leonidas leora lesa leslee lesli lesly lessie lester leta letha levi levon lexi lexie lexus
  leyla lia liam liana lianna libby lila lilah lilianna lilith lilliana lillianna lillie lilly lily lilyana
  lilyanna lina lincoln lindy linnea linsey linwood lionel lisa lisbeth lisette lissette litzy liv livia liz
  liza lizabeth lizbeth lizeth lizette lizzie lloyd lois lola lolita lon lona londyn lonnie lonny lora loraine
  lorelai lorelei loren lorene lorenza loretta lori lorie lorin lorinda lorna lorri lorrie lottie lou louann
  louella louie lowell loyd luann luanne luca lucca lucero lucian luciana luciano lucie lucien lucio lucius
  lucretia lucy luella luka lukas luke lula luna lupe lupita lyla lylah lyle lyn lynda lyndon lyndsay lyndsey
  lynn lynne lynnette lynsey lyra mabel mable macey maci macie mack macy madalyn madalynn maddie maddison
  maddox madilyn madilynn madisen madisyn madonna madyson mae maegan maeve mafer magaly magdalena maggie mai
  maia maira maisie maison makai makaila makayla makena makenna malachi malakai malaya malaysia malcom maleah
  malia maliah malik malika malinda malissa maliyah malka mallory mamie mandi mandy mara maranda marc marcel
  marcell marcello marcellus marci marcie marco marcos marcy maren margie margo margot margret mari mariah
  mariam marian mariann marianna mariano maribel maribeth marie mariel mariela marietta marilee marilynn marin
  marisa marisela maritza mariyah markel markell markus marla marlee marleigh marlen marlena marley marlo
  marlon marlyn marlys marnie marquez marquis marquita marsha marti marty marva maryam maryanne marybeth
  maryellen maryjane maryjo marylou mathias matt matteo matthias mattie maura mauro mavis maxie maximiliano
  maximo maximus maya maynard mayson mckayla mckenna mckinley meagan meaghan mechelle mekhi melani melany
  melba melia melina melisa mellisa mellissa melodie melonie melony melva memphis menachem merle merlin
  merrick merrill merritt mervin meryl mia miah micah michal michel michell migdalia mika mikael mikaela mikah
  mike mikel mila milan milana milani milena miley millard miller millie milo milton mimi mina mindi mindy
  minnie mira mireya misael misha missy misti mitch mitchel mitzi miya moira moises mollie mona monet monika
  monique monroe monserrat montana monte montserrat monty mordechai moriah moshe murphy murray mustafa mya
  myah myla myles myra myranda myrna myron nadia nadine naima nakia nala nalani nan nanci nanette nannette
  nash nasir natalee natali nataly natalya nathalia nathaly nathanael nathen naya nayeli neal ned nedra
  nehemiah neil nelda nell nellie nelly nestor nettie neva nevaeh neveah nevin nia nichelle nick nicki nickie
  nickolas nicky nico nicola nicolette nicolle nigel nikhil niki nikita nikki niko nikolas nikole nila nina
  nita nixon niya noa noah noe noelia noelle nola nolan nona noor norah norbert norberto noreen norris nya
  nyah nyasia nyla nylah oakley odell odessa odin ola olin ollie omar omari ophelia ora oralia oren orion
  orville oswaldo otis otto paislee paityn palmer paloma pam pamala parker pasquale patrica patrice patsy
  patti pattie patty paulette paxton payton pearlie peggie peggy pennie percy pete petra peyton phil pierre
  piper polly portia presley princeton priscila priya quinn quinten quintin quinton racheal rachelle racquel
  rae raegan raelyn raelynn raheem raiden raina raleigh ramsey rana randal randell randi randy raphael rashad
  rashawn rasheed rayan rayden raylan raymon raymundo rayna rayne reagan reanna reba reece reed reese regan
  reggie reid reilly remi remington remy rena renae renata rene renea renee renita reta retha reva rex rey
  reyes reyna rhett rhianna rhiannon rhoda rhys rian richelle richie rick rickey ricki rickie ricky rico
  rihanna rikki rio rita rivka riya robbie robbin robby robyn rocco rochelle rodger rodrick roel rogers rohan
  rolando rolland roma romina ron rona ronaldo ronan roni ronin ronna ronnie ronny roosevelt rory rosalee
  rosalinda rosalyn rosanne roscoe roseann roseanna rosella roselyn rosendo rosetta rosie rosita roslyn ross
  rowen roxane roxann roxanna roxie roy royce rubi rudy rufus russ russel ruthann ruthie ryann ryder ryker
  rylan ryland rylee ryleigh ryley rylie ryne sabina sade sadie saige salem salena salina sallie sally salma
  salvatore sam samara sami samir samira samiyah sammie sammy samson samual sanaa sandi sanford saniya saniyah
  santana santino santos saoirse sarahi sarai sariah sarina sarita sasha saul saundra savana savanah savion
  sawyer saylor scarlett scarlette schuyler scot scottie scotty seamus sean selah selene selina semaj serina
  seth shae shaina shakira shalonda shamar shameka shamika shana shanda shane shanell shanelle shani shania
  shanice shanika shaniqua shaniya shanna shannan shanon shanta shante shantel shantell shaquille shara shari
  sharla sharlene sharonda sharron sharyn shasta shauna shawna shayla shaylee shayna shayne shea sheena shelbi
  shelbie shelia shelley shelli shellie shelly sheree sheri sheridan sherie sherlyn sherman sherri sherrie
  sherrill sherry sheryl shiela shiloh shimon shira shirlene shlomo shmuel shon shonda shosh shoshana shreya
  shyann shyanne shyla siena silas simeon simon simone siobhan skye skyla skylar skyler slade sloan sloane
  socorro sommer sondra sonia sonja sonya soraya soren staci stacia stacie stan stanford stanton starla starr
  stefan stefani stephan stephani stephany stephenie stephon steve stevie sullivan susanne susie sutton suzan
  suzette sybil sydnee sydni sydnie syed sylas sylvie tabatha tai taj talia taliyah tamar tameka tamela tamera
  tami tamia tammi tammie tammy tamra tana tanesha tania tanika tanisha taniya tanya tara tarah tariq taryn
  tasha tate tatianna tatum tawana tawnya taya tayla tayler teagan ted teddy teena tegan tena tenley tera
  terence terese teressa teri terra terrell terri terrie terrill terry tess tessa tevin thad thalia thea theo
  therese theron thiago thurman tia tiana tianna tierra tiffani tiffanie tim timmy tina tisha titus tobin toby
  tod tom tommie tommy toney toni tonia tonja tonya torey tori torin torrey tory tosha traci tracie travon tre
  tremaine trena trent trenton tresa tressa treva trever trevin trevon trey tricia trina tripp trisha trista
  tristen tristian tristin triston troy trudy truman trystan tucker twila twyla ty tye tyesha tylor tyra tyree
  tyrell tyrese tyron tyshawn tyson ulises uriah uriel vada valarie valencia valentin valentino valery valorie
  vance vanesa vaughn veda velma venessa venita venus vera vern verna vernell vickey vicki vickie vicky vida
  vienna vihaan vikki vince vincenzo violeta virgie virgil vito vivien von vonda wallace wanda warner waylon
  wayne weldon wendi wendy wes westin westley weston whitley wilbert wilbur wilburn wilda wilder wiley wilford
  willa williams willie willis wilmer wilson wilton winfred winnie winona winston wylie wynter xander xavier
  xzavier yaakov yael yahaira yahir yair yajaira yamilet yamileth yara yareli yaretzi yaritza yasmeen yasmin
  yasmine yazmin yehuda yessenia yisroel yitzchok yosef yoselin yousef yuliana yusuf yvette zachariah zack
  zackery zahra zaid zaiden zain zainab zaire zakary zander zane zaniyah zara zaria zariah zariyah zavier
  zayden zayn zayne zechariah zeke zelda zella zelma zena zina zion zoey zoie zora zuri zyaire
`;

/** The most frequent US given names (Social Security Administration, public domain) that are no everyday words. */
export const givenNames: ReadonlySet<string> = new Set([
  ...others.trim().split(/\s+/),
  ...[...nicknames.keys()].filter((name) => !everyday.has(name)),
]);
