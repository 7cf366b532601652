/** The most frequent US given names (Social Security Administration, public domain) that are no everyday words. */
export const givenNames: ReadonlySet<string> = new Set(
  `
  aaliyah aaron abbey abbie abby abel abigail abraham abram ada adalyn adalynn adam adan addie addison
  addyson adelaide adele adeline adelyn aden adolfo adrian adriana adrianna adriel adrienne agnes agustin
  ahmad ahmed aidan aiden aileen aimee ainsley aisha alaina alan alana alanna alayna albert alberta alberto
  aldo aleah alec alejandra alejandro alessandra alex alexa alexander alexandra alexandria alexia alexis
  alexus alfonso alfred alfredo ali alice alicia alina alisa alisha alison alissa alivia aliyah allan allen
  allie allison allyson alma alondra alonzo alton alvaro alvin alyson alyssa amanda amara amari amaya amelia
  amie amina amir amira amiyah amos amy ana anahi anastasia anaya anderson andre andrea andres andrew andy
  angela angelia angelica angelina angeline angelique angelo angie anika anita aniya aniyah ann anna
  annabella annabelle anne annette annie annika annmarie anthony antoine antoinette anton antonia antonio
  anya april arabella araceli archie ari ariana arianna ariel ariella arielle arlene armando armani arnold
  aron arthur arturo arya asa asher ashlee ashleigh ashley ashlyn ashlynn ashton asia athena aubree aubrey
  aubrie audra audrey austin ava avery axel ayanna ayden ayla bailee barbara barrett barry bart baylee
  beatrice beatriz beckett becky belinda bella ben benjamin bennett bennie benny bentley bernadette bernard
  bernice bert bertha bessie beth bethany betsy bette bettie betty bettye beverly bianca billie billy blaine
  blair blake blanca bob bobbi bobbie bobby bonita bonnie boyd brad braden bradford bradley brady branden
  brandi brandie brandon brantley braxton brayan brayden braydon braylon breanna brenda brendan brenden
  brendon brenna brennan brent brenton bret brett bria brian briana brianna brianne brice bridget bridgette
  brielle britney brittany brittney brock brody brooke brooklyn brooklynn bruce bryan bryanna bryant bryce
  brynlee brynn bryon bryson byron cade caden caiden caitlin caitlyn caleb cali callie calvin camden cameron
  camila camilla camille camron camryn candace candice cara carey carina carissa carl carla carley carlie
  carlos carlton carly carmen carol carole carolina caroline carolyn carrie carroll carson carter cary
  casandra casey cassandra cassidy cassie catalina catherine cathleen cathy cayden cecelia cecil cecilia
  cedric celeste celia celina cesar chandler chandra chanel chantel charlee charlene charles charley charlie
  charlotte charmaine chasity chelsea chelsey chelsie cheri cherie cheryl chester cheyanne cheyenne chloe
  chris christa christi christie christina christine christopher christy chrystal ciara cierra cindy claire
  clara clare clarence clarissa clark claude claudette claudia clayton cleo clifford clifton clint clinton
  clyde cody cohen colby cole colette colin colleen collin colten colton conner connie connor conor conrad
  constance cooper cora corbin corey corina corinne cornelius corrine cortney cory courtney craig cristal
  cristian cristina cruz cullen curtis cynthia cyrus dakota dallas dalton damian damien damion damon dan
  dana dane danica daniel daniela daniella danielle danna danny dante daphne darcy darian darin darius darla
  darlene darnell darrel darrell darren darrin darryl darwin daryl dave david davis dawson dayna deana
  deandre deanna deanne debbie debora deborah debra declan dee deidre deirdre deja delaney delbert delia
  delilah della delores deloris demetrius dena denis denise dennis denny denver deon derek derick derrick
  deshawn desiree desmond destinee devan devin devon devyn dewayne dewey dexter diana diane dianna dianne
  diego dillon dina dion dixie dolores dominic dominick dominique donald donna donnell donnie donovan donte
  dora doreen dorian doris dorothy doug douglas doyle duane dulce duncan dustin dwayne dwight dylan easton
  eddie eden edgar edith edmond edmund edna eduardo edward edwin efrain eileen elaina elaine elbert eleanor
  elena eli eliana elias elijah elisa elisabeth elise elisha elissa eliza elizabeth ella elle ellen elliana
  ellie elliot elliott ellis elmer eloise elsa elsie elvis elyse emanuel emely emerson emery emilee emilia
  emiliano emilie emilio emily emma emmanuel emmett emory enrique enzo eric erica erick ericka erik erika
  erin erma ernest ernestine ernesto ernie ervin esmeralda esperanza esteban estella estelle esther estrella
  ethan ethel eugene eugenia eunice eva evan evangeline evelyn everett everly ezekiel ezequiel ezra fabian
  fannie fatima faye felicia felipe felix fernanda fernando finley finn fiona florence floyd forrest frances
  francesca francine francis francisco frankie franklin fred freda freddie freddy frederick fredrick gabriel
  gabriela gabriella gabrielle gael gage gail galen garrett garry gary gavin gayle gemma geneva genevieve
  geoffrey george georgia gerald geraldine gerard gerardo gerry gertrude gia gianna gianni gideon gilbert
  gilberto gillian gina giovanni giselle gladys glenda glenn glenna gloria gordon gracie graciela grady
  graham grayson greg gregg gregory greta gretchen greyson griffin guadalupe guillermo gunnar gustavo gwen
  gwendolyn hadley hailee hailey haleigh haley halle hallie hanna hannah harlan harley harold harper harriet
  harrison harry harvey hattie hayden haylee hayley heather hector heidi helen helena helene henrietta henry
  herbert herman hilary hilda hillary holden hollie holly horace howard hubert hudson hugh hugo humberto ian
  ibrahim ida ignacio iker imani india inez ingrid ira irene irma irvin irving isaac isabel isabella
  isabelle isaiah isaias isiah isla ismael israel issac itzel ivan izabella jace jackie jacklyn jackson
  jaclyn jacob jacqueline jacquelyn jada jaden jadyn jaelyn jaiden jaime jake jakob jalen jamal jamar james
  jameson jami jamie jamison jan jana janae jane janell janelle janessa janet janette janice janie janine
  janis janna jaqueline jared jarrett jarrod jarvis jase jasmin jason jasper javier javon jax jaxon jaxson
  jayce jayda jayden jayla jaylen jaylin jayme jayne jayson jazlyn jazmin jazmine jean jeanette jeanie
  jeanine jeanne jeannette jeannie jeannine jeff jefferson jeffery jeffrey jeffry jenifer jenna jennie
  jennifer jenny jensen jerald jeremiah jeremy jeri jermaine jerome jerri jerry jess jesse jessica jessie
  jesus jett jill jillian jim jimena jimmie jimmy jo joan joann joanna joanne joaquin jocelyn jodi jodie
  jody joe joel joelle joey johanna john johnathan johnathon johnnie johnny jolene jon jonah jonas jonathan
  jonathon joni jordan jordon jordyn jorge jose joselyn joseph josephine joshua josiah josie josue joyce
  juan juana juanita judah jude judith judy julia julian juliana julianna julianne julie juliet juliette
  julio julissa julius june justin justine kade kaden kaelyn kai kaiden kaila kailey kaitlin kaitlyn
  kaitlynn kaleb kaleigh kali kameron kamila kamryn kane kara kareem karen kari karin karina karissa karl
  karla karson karter karyn kasey kassandra kassidy katarzyna kate katelyn katelynn katharine katherine
  kathie kathleen kathryn kathy katie katlyn katrina katy kay kayden kaydence kayla kaylee kayleigh kaylie
  kaylin keaton keegan keenan keira keisha keith kellen kelley kelli kellie kelly kelsey kelsie kelvin ken
  kendall kendra kendrick kennedy kenneth kenny kent kenya kenzie keri kerri kerry kevin khalil khloe kiana
  kiara kiera kieran kierra kiersten kiley kim kimberlee kimberley kimberly kingston kinley kinsley kira
  kirby kirk kirsten knox kobe kody kolton kori kory kourtney kris krista kristen kristi kristian kristie
  kristin kristina kristine kristopher kristy krystal kurt kurtis kyla kyle kylee kyleigh kyler kylie kyra
  kyrie lacey lacy ladonna laila lamar lamont lana landen landon lara larissa larry latasha latisha latonya
  latoya laura laurel lauren laurence laurie lauryn laverne lawrence layla layne leah leann leanna leanne
  leeann leigh leighton leila leilani lela leland lena lenora leo leon leona leonard leonardo leonel leroy
  lesley leslie lesly lester leticia levi lewis lexi lexie lia liam liana libby lila lilah lilian liliana
  lillian lilliana lillie lilly lily lincoln linda lindsay lindsey lionel lisa liza lizbeth lloyd logan lois
  lola london londyn lonnie lora lorelei loren lorena lorene lorenzo loretta lori lorie lorna lorraine
  lorrie lou louie louis louise lourdes lowell luann luca lucas lucia lucille lucinda lucy luis lukas luke
  lula luna lupe lupita luther luz lydia lyla lyle lynda lyndsey lynette lynn lynne lynnette mabel maci
  macie mack mackenzie macy madalyn maddison maddox madeleine madeline madelyn madelynn madilyn madison
  madisyn mae maeve mafer magdalena maggie maia makayla makenna makenzie malachi malcolm malia malik malinda
  mallory mamie mandy manuel mara marc marcel marcella marci marcia marcie marco marcos marcus marcy
  margaret margarita margie margo margot marguerite mari maria mariah mariam marian mariana marianna
  marianne maribel marie marilyn marina mario marion marisa marisol marissa maritza marjorie markus marla
  marlee marlene marley marlon marquis marsha marshall marta martha martin martina marty marvin mary maryann
  mateo mathew matias matt matteo matthew mattie maura maureen maurice mauricio maximilian maximiliano
  maximus maxine maxwell maya mayra mckenna mckenzie mckinley meagan meaghan megan meghan melanie melany
  melba melina melinda melisa melissa melvin mercedes meredith merle mia micah michael michaela micheal
  michele michelle miguel mikaela mikayla mike mila milan mildred millie milo milton mindy minnie miranda
  miriam mitchell mohamed mohammad mohammed moises mollie molly mona monica monique monte monty morgan
  morris moses moshe muhammad muriel mya myla myles myra myrna myron nadia nadine nancy nanette naomi nash
  nasir natalia natalie nataly natasha nathalie nathan nathanael nathaniel nayeli neal nehemiah neil nellie
  nelson nevaeh nia nicholas nichole nick nickolas nico nicolas nicole nicolette nikki nikolas nina noah noe
  noelle noemi nola nolan nora norah noreen norma norman nyla octavia olga oliver olivia ollie omar orion
  orlando oscar osvaldo otis otto owen pablo paige pam pamela paola paris parker patrice patricia patrick
  patsy patti patty paul paula paulette paulina pauline paxton payton pedro peggy penelope percy perla perry
  pete peter peyton phil philip phillip phoebe phyllis pierre piper polly presley preston priscilla priya
  quentin quincy quinn quintin quinton rachael rachel rachelle rae raegan raelynn rafael ralph ramiro ramon
  ramona randal randall randi randolph randy raphael raquel rashad raul raymond reagan reba rebecca rebekah
  reece reed reese regan regina reginald reid remi remington remy rena renae rene renee reuben rex reyna
  reynaldo rhett rhiannon rhonda ricardo richard rick rickey rickie ricky riley rita robbie robert roberta
  roberto robyn rocco rochelle roderick rodger rodney rodolfo rodrigo rogelio roger roland rolando ron
  ronald ronan ronda ronnie ronny roosevelt rory rosa rosalie rosalind rosalinda rosalyn rosanne roseann
  rosemarie rosemary rosetta rosie ross roxanne roy royce ruben rudolph rudy rufus russell ruth ruthie ryan
  ryder ryker rylan rylee ryleigh rylie sabrina sadie sallie sally salvador salvatore sam samantha samara
  sammie sammy samuel sandra santiago santos saoirse sara sarah sarai sasha saul saundra savanna savannah
  sawyer scarlett scot scott scotty sean sebastian selena selina serena sergio seth shana shane shania
  shanna shannon shari sharon sharron shaun shauna shawn shawna shayla shayna shea sheena sheila shelby
  sheldon shelia shelley shelly sheri sherman sherri sherrie sherry sheryl shiloh shirley shosh sidney silas
  silvia simon simone siobhan skye skylar skyler sloane sofia solomon sondra sonia sonja sonya sophia sophie
  spencer stacey staci stacie stacy stanley stefan stefanie stella stephan stephanie stephany stephen steve
  steven stevie stewart stuart susan susana susanna susanne susie suzanne suzette sydney sylvester sylvia
  tabatha tabitha talia tamara tamera tami tamika tammi tammie tammy tamra tania tanisha tanya tara taryn
  tasha tate tatiana tatum taylor teagan ted teddy terence teresa teri terra terrance terrell terrence terri
  terrie terry tess tessa thaddeus thea thelma theo theodore theresa therese thomas tia tiana tierra tiffani
  tiffany tim timmy timothy tina titus tobias toby todd tom tomas tommie tommy toni tonia tonya tori tracey
  traci tracie tracy travis trent trenton trevon trevor trey tricia trina trisha tristan tristen troy trudy
  tucker ty tyler tyra tyree tyrell tyrone tyson uriel valarie valentina valeria valerie vance vanessa
  vaughn velma vera verna vernon veronica vicente vicki vickie vicky victor victoria vincent virgil virginia
  vivian viviana vivienne wallace walter wanda waylon wayne wendell wendi wendy wesley weston whitney
  wilbert wilbur willa willard william willie willis wilma wilson winston woodrow wyatt xander xavier ximena
  xiomara yasmin yesenia yolanda yvette yvonne zachariah zachary zachery zackary zackery zander zane zara
  zayden zion zoe zoey
`
    .trim()
    .split(/\s+/),
);
