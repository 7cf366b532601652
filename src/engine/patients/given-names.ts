/** The most frequent US given names (Social Security Administration, public domain) that are no everyday words. */
export const givenNames: ReadonlySet<string> = new Set(
  `
  aaden aaliyah aarav aaron abagail abbey abbie abbigail abby abdiel abdul abdullah abel abigail abigale
  abigayle abner abraham abram abril ada adalberto adaline adalyn adalynn adam adan addie addilyn addison
  addisyn addyson adela adelaide adele adelina adeline adelyn adelynn aden adilene adina aditya adley adolfo
  adolph adonis adrain adria adrian adriana adriane adrianna adrianne adriel adrien adrienne afton agnes
  agustin ahmad ahmed aida aidan aiden aidyn aileen aimee ainsley aisha aislinn aiyana aja akeem akira al
  alaia alaina alan alana alani alanna alannah alaya alayah alayna alaysia alba albert alberta alberto alden
  aldo aleah alec alecia aleena aleigha alejandra alejandro alena alesha alesia alessandra alessandro
  alessia aleta alex alexa alexander alexandra alexandre alexandrea alexandria alexandro alexi alexia alexis
  alexus alexys alexzander alfonso alfonzo alfred alfreda alfredo ali alia aliah aliana alice alicia alijah
  alina aline alisa alisha alison alissa alisson alivia alix aliya aliyah aliza alize allan allen allie
  allison allyn allyson allyssa alondra alonso alonzo alora alphonso alta althea alton alva alvaro alvin
  alyce alycia alysa alyse alysha alysia alyson alyssa alyssia alyvia amalia amanda amani amar amara amare
  amari amaris amaya amberly ambrose ameer amelia amelie ami amia amie amina aminah amir amira amirah amiya
  amiyah amora amos amy amya ana anabel anabella anabelle anahi anais analia anastacia anastasia anaya
  anders anderson andi andra andre andrea andreas andres andrew andria andy angela angelia angelica angelina
  angeline angelique angelita angelo angie angus anika anisa anisha anissa anita anitra aniya aniyah anjali
  anjelica ann anna annabel annabella annabelle annalee annaliese annalisa annalise annamarie anne anneliese
  annelise annemarie annetta annette annie annika annmarie ansley anson anthony antione antionette antoine
  antoinette anton antonella antonette antonia antonio antony antwan antwon anya apollo arabella araceli
  aracely archie arden areli arely aretha ari ariah arian ariana arianna aric arie ariel ariella arielle
  aries arin ariya ariyah arjun arleen arlen arlene arlette arline arlo armand armando armani arnold arnoldo
  arnulfo aron arron arthur artie artis arturo arya aryan aryana aryanna asa asha ashanti ashely asher
  ashlee ashleigh ashley ashli ashlie ashly ashlyn ashlynn ashton ashtyn astrid athena atticus aubree aubrey
  aubri aubrianna aubrie audra audrey audriana audrianna audrina augusta augustine augustus aundrea aurelia
  aurelio austen austyn ava avah averi averie avery avi aviana avianna avis axel aya ayaan ayana ayanna
  aydan ayden aydin ayesha ayla ayleen aylin azaria azariah bailee bambi barbara barbra barrett barron barry
  bart barton baylee bayleigh baylor beatrice beatriz beckett beckham becky belen belinda ben benedict
  benita benito benjamin bennett bennie benny benson bentlee bentley benton berenice berkley bernadette
  bernadine bernard bernardo bernice bernie bert bertha bessie beth bethany betsy bette bettie bettina betty
  bettye beulah beverley beverly bianca bilal billie billy blaine blair blaire blaise blake blakely blanca
  blanche blythe bo bob bobbi bobbie bobby bodhi bodie bonnie booker boston bowen boyd brad braden bradford
  bradley bradly brady bradyn braeden braelyn braelynn braiden brandan brandee branden brandi brandie
  brandon brandt brandyn brannon branson brant brantley braulio braxton brayan brayden braydon braylee
  braylen braylon brea breana breann breanna breanne brecken bree brenda brendan brenden brendon brenna
  brennan brennen brent brenton breonna bret brett bria brian briana brianna brianne briar brice bridger
  bridget bridgett bridgette briella brielle brigette briggs brigid brigitte briley brinley brionna brisa
  bristol britany britney britni britt brittani brittanie brittany brittney brittni britton brock broderick
  brodie brody bronson brooke brooklynn bruce bruno bryan bryana bryanna bryant bryce brycen brylee bryn
  brynlee brynn bryon bryson buford burt burton byron cade caden caiden cailyn cain cairo caitlin caitlyn
  caitlynn cale caleb caleigh cali calista callan callen calli callie callum calvin cambria camden camdyn
  cameron cami camila camilla camille camilo campbell camren camron camryn canaan candace candi candice
  candis cara caren carey cari carin carina carissa carl carla carlee carleen carleigh carlene carley carli
  carlie carlo carlos carlotta carlton carly carmel carmela carmelita carmella carmelo carmen carnell carol
  carolann carole caroline carolyn carolynn carrie carrol carroll carsen carson carsyn carter cary caryl
  caryn casandra casen casey casie cason cassandra cassidy cassie cassius cassondra cataleya catalina
  catharine catherine cathie cathleen cathrine cathryn cathy catrina cayden cayla caylee cayson cecelia
  cecil cecile cecilia cecily cedric cedrick celena celeste celestine celia celina celine cesar chace
  chadwick chaim chana chanda chandler chandra chanel chanelle channing chantal chantel chantelle charissa
  charisse charla charlee charleen charleigh charlene charles charley charli charlie charlize charlotte
  charmaine chasity chauncey chaya chaz chelsea chelsey chelsie cheri cherie cherise cheryl cheryle chester
  chet cheyanne cheyenne chiara chiquita chloe chris chrissy christa christal christi christiana christie
  christin christina christine christophe christopher christy chrystal chyna ciara ciera cierra cindi cindy
  cinthia clair claire clara clare clarence clarice clarissa clark claude claudette claudia claudine claudio
  clayton cleo cleveland clifford clifton clint clinton clyde coby codi codie cody cohen colby cole coleen
  coleman colette colin colleen collette collin collins colson colten colter colton concetta conner connie
  connor conor conrad constance constantine cooper cora coraline corbin cordelia cordell corey cori corie
  corina corine corinna corinne cornelia cornelius cornell corrina corrine cortez cortney cory coty courtney
  craig cristal cristian cristin cristina cristobal cristopher cristy crosby cruz cullen curtis cydney
  cynthia cyril cyrus daisha dakotah daleyza dalia dalila dallin dalton damari damarion damaris damian
  damien damion damon dan dana danae dandre dane danelle danette dangelo dani dania danial danica daniel
  daniela daniele daniella danielle danika danita danna dannie danny dante danyelle daphne daquan dara darby
  darci darcie darcy darell daren daria darian dariel darien darin dario darion darius darla darleen darlene
  darnell daron darrel darrell darren darrian darrick darrin darrion darrius darron darryl darwin daryl
  dashawn dasia dave davian david davin davina davion davis davon davonte dawna dawson dax daxton dayana
  dayanara dayna dayton deana deandra deandre deangelo deann deanna deanne deasia debbie debby debora
  deborah debra debrah declan dedra dedrick dee deena deidra deidre deion deirdre deja dejuan del delaney
  delanie delano delbert delia delilah della delma delmar delois delores deloris delphine delvin demarco
  demarcus demario demetria demetrius demi demond dena denice denis denise denisha denisse dennis denny
  denzel deon deonte dereck derek deric derick derik deron derrell derrick deshaun deshawn desirae desiree
  desmond destin destinee destiney destini devan devante deven devin devon devonte devyn dewayne dewey
  dexter dian diana diane diann dianna dianne diego dilan dillan dillon dimitri dina dinah dino dion dionne
  dior dixie diya dollie domenic domingo dominic dominick dominik dominique dominque domonique donald
  donavan donavon donell donita donn donna donnell donnie donny donovan dontae donte dora doreen dorene
  doretha dori dorian dorinda doris dorothea dorothy dorthy dottie doug douglas douglass doyle draven duane
  dudley duncan dustin dwain dwayne dwight dylan dylon ean earle earlene earline earnestine easton eboni
  eddie eden edgar edgardo edie edison edith edmond edmund edna eduardo edward edwardo edwin edwina effie
  efrain efren eileen elaina elaine elana elayna elbert eldon eleanor eleanore eleazar elena eleni eli elia
  elian eliana elianna elias elida eliezer elijah elin elina elinor eliot elisa elisabeth elise eliseo
  elisha elissa eliza elizabeth ella elle ellen ellery elliana ellie elliot elliott ellis ellison elma elmer
  elnora eloisa eloise elora elouise eloy elsa elsie elton elva elvia elvin elvira elvis elwood elyse elyssa
  emani emanuel emelia emely emerson emersyn emery emil emile emilee emilia emiliano emilie emilio emily
  emma emmalee emmaline emmalyn emmanuel emmeline emmett emmie emmitt emmy emory enid enoch enrique enzo
  ephraim eric erica erich erick ericka erik erika erin erma ernest ernestine ernesto ernie errol ervin
  erwin eryn esme esmeralda essie esteban estefania estefany estela estella estelle estevan esther estrella
  ethan ethel etta eugene eugenia eula eunice eva evalyn evan evangelina evangeline evelin evelyn evelynn
  everardo everett everette everleigh everly evette evie evonne ezekiel ezequiel ezra fabian fabiola fallon
  fannie farah farrah fatima faye federico felecia felicia felipe felisha felix felton fernanda fernando
  fidel finley finn finnegan finnley fiona fletcher florence floyd flynn forrest fran frances francesca
  francesco franchesca francine francis francisca francisco franco frankie franklin fred freda freddie
  freddy frederic frederick fredric fredrick fredy freida freya frida frieda fritz gabriel gabriela
  gabriella gabrielle gael gage gaige gail galen galilea gannon garett garrett garrick garry garth gary
  gavin gavyn gaye gayla gayle gemma gena genaro geneva genevieve geoffrey george georgette georgiana
  georgianna georgie georgina gerald geraldine geralyn gerard gerardo geri germaine german gerri gerry
  gertrude gia giana giancarlo gianna gianni giavanna gibson gideon gil gilbert gilberto gilda gillian gina
  ginny gino giovani giovanna giovanni giovanny gisele giselle gisselle giuliana giuseppe gladys glenda
  glenn glenna goldie gonzalo gordon gracelyn gracelynn gracie graciela grady graham grayson grecia greg
  gregg greggory gregorio gregory greta gretchen grey greyson griffin griselda grover guadalupe guillermo
  gunnar gus gustavo gwen gwendolyn gwyneth hadassah hadley haiden hailee hailey hailie hakeem hal haleigh
  haley hali halie halle hallie hamilton hamza hana hanna hannah hans harlan harlee harleigh harley harlie
  harlow harold harper harriet harriett harris harrison harry harvey hasan hassan hattie hayden hayes haylee
  hayleigh hayley haylie heather hector heidi heidy helen helena helene hendrix henley henri henrietta henry
  herbert heriberto herman hernan herschel hershel hezekiah hilary hilda hillary hiram holden holland holley
  holli hollie hollis holly horace howard hoyt hubert hudson huey hugh hugo humberto ian ibrahim ida iesha
  ignacio iker ila ilana ileana ilene iliana iman imani imelda immanuel imogene ina ines inez ingrid ira
  ireland irene irma irvin irving irwin isa isaac isabel isabela isabell isabella isabelle isai isaiah
  isaias isela isha ishmael isiah isidro isis isla ismael israel issac itzel iva ivan ivana ivanna ivette
  ivonne iyana iyanna izabella izaiah jabari jacalyn jace jacey jaci jackeline jackie jacklyn jackson jacky
  jaclyn jacob jacoby jacque jacquelin jacqueline jacquelyn jacquelynn jacques jacquline jada jaden jadiel
  jadon jadyn jaeden jaedyn jael jaelyn jaelynn jagger jai jaida jaiden jaidyn jailyn jaime jaimee jaimie
  jair jairo jakayla jake jakob jaleel jalen jalisa jaliyah jalyn jalynn jamaal jamal jamar jamarcus jamari
  jamarion jamel james jameson jamey jami jamie jamil jamila jamir jamison jammie jamya jan jana janae janay
  jane janeen janel janell janelle janessa janet janeth janette janey janiah janice janie janine janis
  janiya janiyah janna jannette jannie jaquan jaqueline jared jaren jarod jaron jarrett jarrod jarvis jase
  jasen jasiah jasmin jasmyn jason jasper javier javion javon jax jaxen jaxon jaxson jaxton jayce jaycee
  jayceon jayda jayde jayden jaydon jayla jaylah jaylan jaylee jayleen jaylen jaylene jaylin jaylon jaylyn
  jaylynn jayme jayna jayne jayson jazlyn jazlynn jazmin jazmine jazmyn jazmyne jean jeana jeanette jeanie
  jeanine jeanna jeanne jeannette jeannie jeannine jed jedidiah jeff jefferson jeffery jeffrey jeffry jelani
  jemma jena jenelle jenifer jenna jenni jennie jennifer jenny jensen jerald jeramiah jeramy jere jeremiah
  jeremie jeremy jeri jericho jerilyn jerimiah jermaine jerod jerold jerome jeromy jerrell jerri jerrica
  jerrie jerrod jerrold jerry jesenia jesica jess jessa jesse jessenia jessi jessica jessie jessika jessy
  jesus jett jevon jewell jill jillian jim jimena jimmie jimmy jo joan joana joanie joann joanna joanne
  joaquin jocelyn jocelynn jodi jodie jody joe joel joelle joellen joesph joey johan johana johann johanna
  john johnathan johnathon johnie johnna johnnie johnny johnpaul johnson joi joleen jolene jolie jolynn jon
  jonah jonas jonathan jonathon joni jonna jonnie jordan jorden jordin jordon jordy jordyn jordynn jorge
  jose josef josefina joselyn joseph josephine josette joshua josiah josie joslyn josue journee jovan jovani
  jovanni jovanny jovany joyce joycelyn juan juana juanita judah judd jude judi judie judith judson judy
  jules juli julia julian juliana juliann julianna julianne julie julien juliet julieta juliette julio
  julisa julissa julius justin justina justine justus justyn kacey kaci kacie kacy kade kaden kadence kadin
  kadyn kaeden kaela kaelyn kaelynn kai kaia kaiden kaila kailani kailee kailey kailyn kairi kaitlin kaitlyn
  kaitlynn kaiya kala kalani kaleb kaleigh kalen kaley kali kalia kalie kaliyah kalli kallie kalvin kalyn
  kamari kamden kamdyn kameron kami kamila kamilah kamille kamren kamron kamryn kandace kandi kandice kandy
  kane kannon kara karan kareem karen kari karie karim karin karina karis karissa karl karla karlee karleigh
  karley karli karlie karly karmen karol karolyn karon karri karrie karsen karson karsyn karter karyn
  kasandra kasen kasey kash kason kassandra kassidy kassie katalina katarina katarzyna kate katelin katelyn
  katelynn katerina katharine katherine katheryn kathi kathie kathleen kathrine kathryn kathy kati katia
  katie katina katlin katlyn katrina katy kay kaya kaycee kayden kaydence kaye kayla kaylah kaylan kaylani
  kayle kaylee kayleen kayleigh kaylen kaylene kayley kayli kaylie kaylin kaylyn kaylynn kayson keagan keanu
  keara keaton keegan keeley keely keenan kehlani keila keira keisha keith kelby keli kellan kellen kelley
  kelli kellie kelly kelsea kelsey kelsi kelsie kelton kelvin ken kendal kendall kendell kendra kendrick
  kendyl kenia kenley kenna kennedi kennedy kenneth kennith kenny kensley kent kenton kenya kenyatta kenyon
  kenzie keon keren keri kermit kerri kerrie kerry kesha keshawn keshia keven kevin kevon keyla keyon
  khadijah khalid khalil khari khloe kia kian kiana kianna kiara kiera kieran kierra kiersten kiley killian
  kim kimber kimberlee kimberley kimberly kimora kingsley kingston kinley kinsey kinsley kira kiran kirby
  kirk kirsten kirstin kisha knox kobe koby kodi kody kohen kolby kole kolten kolton konner konnor kora
  korbin korey kori kortney kory kourtney kraig kris krista kristal kristan kristen kristi kristian kristie
  kristin kristina kristine kristofer kristopher kristy kristyn krysta krystal krystina krystle kurt kurtis
  kya kye kyla kylah kylan kyle kylee kyleigh kyler kylie kymani kyndal kyndall kynlee kyra kyree kyrie
  kyson lacey lachlan laci lacie lacy ladarius ladonna laila lailah laine lainey lakeisha laken lakesha
  lakeshia lakisha lamar lamont lana landen landon landry landyn lanette laney langston lani lanie lanny
  laquita lara larissa laron larry lars lashanda lashawn lashonda latanya latasha latisha latonia latonya
  latosha latoya latrice latricia laura laureen laurel lauren laurence lauretta lauri laurie lauryn lavern
  laverne lavon lavonne lawanda lawrence lawson layla laylah layne layton lazaro leah leander leandra
  leandro leann leanna leanne leeann leena leia leif leigh leigha leighton leila leilani leisa lela leland
  lelia lemuel lena lenard lennon lennox lenny lenora lenore leo leola leon leona leonard leonardo leonel
  leonidas leopoldo leora leroy lesa leslee lesley lesli leslie lesly lessie lester leta letha leticia
  letitia levi levon lewis lexi lexie lexus leyla lia liam liana lianna libby lidia lila lilah lilia lilian
  liliana lilianna lilith lillian lilliana lillianna lillie lilly lily lilyana lilyanna lina lincoln lindsay
  lindsey lindy linnea linsey linwood lionel lisa lisbeth lisette lissette litzy liv livia liz liza lizabeth
  lizbeth lizeth lizette lizzie lloyd logan lois lola lolita lon lona londyn lonnie lonny lora loraine
  lorelai lorelei loren lorena lorene lorenza lorenzo loretta lori lorie lorin lorinda lorna lorraine lorri
  lorrie lottie lou louann louella louie louis louisa louise lourdes lowell loyd luann luanne luca lucas
  lucca lucero lucia lucian luciana luciano lucie lucien lucille lucinda lucio lucius lucretia lucy luella
  luis luisa luka lukas luke lula luna lupe lupita luther lydia lyla lylah lyle lyn lynda lyndon lyndsay
  lyndsey lynette lynn lynne lynnette lynsey lyra mabel mable macey maci macie mack mackenzie macy madalyn
  madalynn maddie maddison maddox madeleine madeline madelyn madelynn madilyn madilynn madisen madison
  madisyn madonna madyson mae maegan maeve mafer magaly magdalena magdalene maggie mai maia maira maisie
  maison makai makaila makayla makena makenna makenzie malachi malakai malaya malaysia malcolm malcom maleah
  malia maliah malik malika malinda malissa maliyah malka mallory mamie mandi mandy manuel manuela mara
  maranda marc marcel marcela marcelino marcell marcella marcello marcellus marcelo marci marcia marcie
  marco marcos marcus marcy maren margaret margarita margery margie margo margot margret marguerite mari
  maria mariah mariam marian mariana mariann marianna marianne mariano maribel maribeth maricela marie
  mariel mariela marietta marilee marilyn marilynn marin marina mario marion marisa marisela marisol marissa
  maritza mariyah marjorie markel markell markus marla marlee marleigh marlen marlena marlene marley marlo
  marlon marlyn marlys marnie marquez marquis marquita marsha marshall marta martha marti martin martina
  marty marva marvin mary maryam maryann maryanne marybeth maryellen maryjane maryjo marylou mateo mathew
  mathias matias matilda matt matteo matthew matthias mattie maura maureen maurice mauricio mauro mavis
  maxie maximilian maximiliano maximillian maximo maximus maxine maxwell maya maynard mayra mayson mckayla
  mckenna mckenzie mckinley meagan meaghan mechelle megan meghan mekhi melani melanie melany melba melia
  melina melinda melisa melissa mellisa mellissa melodie melonie melony melva melvin memphis menachem
  mercedes meredith merle merlin merrick merrill merritt mervin meryl mia miah micaela micah michael
  michaela michal micheal michel michele michell michelle migdalia miguel mika mikael mikaela mikah mikayla
  mike mikel mila milan milana milani mildred milena miley millard miller millicent millie milo milton mimi
  mina mindi mindy minerva minnie mira miranda mireya miriam misael misha missy misti mitch mitchel mitchell
  mitzi miya mohamed mohammad mohammed moira moises mollie molly mona monet monica monika monique monroe
  monserrat montana monte montgomery montserrat monty mordechai morgan moriah morris moses moshe muhammad
  muriel murphy murray mustafa mya myah myla myles myra myranda myrna myron nadia nadine naima nakia nala
  nalani nan nanci nancy nanette nannette naomi nash nasir natalee natali natalia natalie nataly natalya
  natasha nathalia nathalie nathaly nathan nathanael nathanial nathaniel nathen naya nayeli neal ned nedra
  nehemiah neil nelda nell nellie nelly nelson nestor nettie neva nevaeh neveah nevin nia nichelle nicholas
  nichole nick nicki nickie nickolas nicky nico nicola nicolas nicole nicolette nicolle nigel nikhil niki
  nikita nikki niko nikolai nikolas nikole nila nina nita nixon niya noa noah noe noelia noelle noemi nola
  nolan nona noor nora norah norbert norberto noreen norma norman norris nya nyah nyasia nyla nylah oakley
  octavia octavio odell odessa odin ofelia ola olga olin oliver olivia ollie omar omari ophelia ora oralia
  oren orion orville oscar osvaldo oswaldo otis otto owen pablo paige paislee paityn palmer paloma pam
  pamala pamela paola parker pasquale patrica patrice patricia patrick patsy patti pattie patty paul paula
  paulette paulina pauline paxton payton pearlie pedro peggie peggy penelope pennie percy perla perry pete
  peter petra peyton phil philip phillip phoebe phyllis pierre pilar piper polly portia presley preston
  princeton priscila priscilla priya quentin quincy quinn quinten quintin quinton rachael racheal rachel
  rachelle racquel rae raegan raelyn raelynn rafael raheem raiden raina raleigh ralph ramiro ramon ramona
  ramsey rana randal randall randell randi randolph randy raphael raquel rashad rashawn rasheed raul rayan
  rayden raylan raymon raymond raymundo rayna rayne reagan reanna reba rebeca rebecca rebekah reece reed
  reese regan reggie regina reginald reid reilly remi remington remy rena renae renata rene renea renee
  renita reta retha reuben reva rex rey reyes reyna reynaldo rhett rhianna rhiannon rhoda rhonda rhys rian
  ricardo richard richelle richie rick rickey ricki rickie ricky rico rigoberto rihanna rikki riley rio rita
  rivka riya robbie robbin robby robert roberta roberto robyn rocco rochelle rocio roderick rodger rodney
  rodolfo rodrick rodrigo roel rogelio roger rogers rohan roland rolando rolland roma romina ron rona ronald
  ronaldo ronan ronda roni ronin ronna ronnie ronny roosevelt rory rosa rosalee rosalia rosalie rosalind
  rosalinda rosalyn rosanna rosanne rosario roscoe roseann roseanna roseanne rosella roselyn rosemarie
  rosemary rosendo rosetta rosie rosita roslyn ross rowen rowena roxana roxane roxann roxanna roxanne roxie
  roy royce ruben rubi rudolph rudy rufus russ russel russell ruth ruthann ruthie ryan ryann ryder ryker
  rylan ryland rylee ryleigh ryley rylie ryne sabina sabrina sade sadie saige salem salena salina sallie
  sally salma salvador salvatore sam samantha samara sami samir samira samiyah sammie sammy samson samual
  samuel sanaa sandi sandra sanford saniya saniyah santana santiago santino santos saoirse sara sarah sarahi
  sarai sariah sarina sarita sasha saul saundra savana savanah savanna savannah savion sawyer saylor
  scarlett scarlette schuyler scot scott scottie scotty seamus sean sebastian selah selena selene selina
  selma semaj serena sergio serina seth shae shaina shakira shalonda shamar shameka shamika shana shanda
  shane shanell shanelle shani shania shanice shanika shaniqua shaniya shanna shannan shannon shanon shanta
  shante shantel shantell shaquille shara shari sharla sharlene sharon sharonda sharron sharyn shasta shaun
  shauna shawn shawna shayla shaylee shayna shayne shea sheena sheila shelbi shelbie shelby sheldon shelia
  shelley shelli shellie shelly shelton sheree sheri sheridan sherie sherlyn sherman sherri sherrie sherrill
  sherry sheryl shiela shiloh shimon shira shirlene shirley shlomo shmuel shon shonda shosh shoshana shreya
  shyann shyanne shyla sidney siena silas silvia simeon simon simone siobhan skye skyla skylar skyler slade
  sloan sloane socorro sofia solomon sommer sondra sonia sonja sonya sophia sophie soraya soren spencer
  stacey staci stacia stacie stacy stan stanford stanley stanton starla starr stefan stefani stefanie stella
  stephan stephani stephanie stephany stephen stephenie stephon steve steven stevie stewart stuart sullivan
  susan susana susanna susannah susanne susie sutton suzan suzanna suzanne suzette sybil sydnee sydney sydni
  sydnie syed sylas sylvester sylvia sylvie tabatha tabitha tai taj talia taliyah tamar tamara tameka tamela
  tamera tami tamia tamika tammi tammie tammy tamra tana tanesha tania tanika tanisha taniya tanya tara
  tarah tariq taryn tasha tate tatiana tatianna tatum tatyana tawana tawnya taya tayla tayler taylor teagan
  ted teddy teena tegan tena tenley tera terence teresa terese teressa teri terra terrance terrell terrence
  terri terrie terrill terry tess tessa tevin thad thaddeus thalia thea thelma theo theodora theodore
  theresa therese theron thiago thomas thurman tia tiana tianna tierra tiffani tiffanie tiffany tim timmy
  timothy tina tisha titus tobias tobin toby tod todd tom tomas tommie tommy toney toni tonia tonja tonya
  torey tori torin torrey tory tosha tracey traci tracie tracy travis travon tre tremaine trena trent
  trenton tresa tressa treva trever trevin trevon trevor trey tricia trina trinidad tripp trisha trista
  tristan tristen tristian tristin triston troy trudy truman trystan tucker twila twyla ty tye tyesha tyler
  tylor tyra tyree tyrell tyrese tyron tyrone tyshawn tyson ulises ulysses uriah uriel ursula vada valarie
  valencia valentin valentina valentino valeria valerie valery valorie vance vanesa vanessa vaughn veda
  velma venessa venita venus vera vern verna vernell vernon veronica vicente vickey vicki vickie vicky
  victor victoria vida vienna vihaan vikki vince vincent vincenzo violeta virgie virgil vito vivian viviana
  vivien vivienne vladimir von vonda wallace walter wanda warner waylon wayne weldon wendell wendi wendy wes
  wesley westin westley weston whitley whitney wilbert wilbur wilburn wilda wilder wiley wilford wilfred
  wilfredo wilhelmina willa willard william williams willie willis wilma wilmer wilson wilton winfred
  winifred winnie winona winston woodrow wyatt wylie wynter xander xavier ximena xiomara xochitl xzavier
  yaakov yadira yael yahaira yahir yair yajaira yamilet yamileth yara yareli yaretzi yaritza yasmeen yasmin
  yasmine yazmin yehuda yesenia yessenia yisroel yitzchok yolanda yosef yoselin yousef yuliana yuri yusuf
  yvette yvonne zachariah zachary zachery zack zackary zackery zahra zaid zaiden zain zainab zaire zakary
  zander zane zaniyah zara zaria zariah zariyah zavier zayden zayn zayne zechariah zeke zelda zella zelma
  zena zina zion zoe zoey zoie zora zuri zyaire
`
    .trim()
    .split(/\s+/),
);
