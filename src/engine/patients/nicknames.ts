/** Nicknames of given names, read when a draft is looked up. Curated: only pairs that people really use. */
const table = `
aaron: ron
abigail: abby gail
abraham: abe bram
adelaide: addie
agnes: aggie
albert: al bert
alejandra: ale alex
alejandro: ale alex
alexander: alex xander al
alexandra: alex lexi sandra sasha
alfonso: poncho
alfred: al fred freddie
alice: ali
alicia: ali
alison: ali
allison: ali allie
amanda: mandy
andrea: andi
andrew: andy drew
angela: angie
angelica: angie
anthony: tony ant
antonia: toni
antonio: tony tono
arthur: art artie
barbara: barb babs
beatrice: bea trixie
beatriz: bea betty
benjamin: ben benny
bernard: bernie
bethany: beth
bradley: brad
brittany: britt
caroline: carrie carol
catherine: cathy cat kate katie cate
charles: charlie chuck chas
charlotte: charlie lottie
christian: chris
christina: chris tina chrissy christy
christine: chris tina chrissy
christopher: chris topher kit
clifford: cliff
cynthia: cindy
daniel: dan danny
danielle: dani
david: dave davey
deborah: deb debbie debby
dolores: lola
dominic: dom nic
donald: don donnie
dorothy: dot dottie dolly
edward: ed eddie ned ted teddy
edwin: ed eddie
eleanor: ellie nell nora
elizabeth: liz lizzie beth betsy betty eliza libby lisa ellie liza
emily: em emmy
emmanuel: manny
enrique: quique kike
ernesto: neto
esperanza: espe
eugene: gene
evelyn: evie eve
ezekiel: zeke
fernanda: fer
fernando: fer nando
florence: flo
frances: fran frankie franny
francis: frank
francisca: paca
francisco: paco pancho frank cisco
franklin: frank
frederick: fred freddie rick
gabriel: gabe
gabriela: gaby gabi
gerald: jerry gerry
geraldine: gerry
graciela: chela
gregory: greg
guadalupe: lupe lupita
guillermo: memo
gwendolyn: gwen wendy
harold: hal harry
harriet: hattie
heather: heath
helen: nell
henry: hank harry
ignacio: nacho
isabel: bella izzy isa
isabella: bella izzy isa
isaiah: ike zay
jacob: jake
jacqueline: jackie
james: jim jimmy jamie
janet: jan
jeffrey: jeff
jennifer: jen jenny jenn
jeremiah: jerry
jeremy: jer
jerome: jerry
jessica: jess jessie
jesus: chuy chucho
joanna: jo joey
john: jack johnny jon
jonathan: jon johnny nathan
jordan: jordy
jose: pepe joe
josefina: pepa fina
joseph: joe joey
josephine: jo josie
joshua: josh
juana: juanita
judith: judy
julia: jules
katarzyna: kasia kathy
katherine: kate katie kathy kat kit kay
kathleen: kathy katie kat
kathryn: kathy katie kate kat
kenneth: ken kenny
kimberly: kim kimmy
kristen: kris
lawrence: larry
leonard: leo len lenny
leonardo: leo
leslie: les
lillian: lily lil
louis: lou louie
louise: lou
lucia: lucy
luis: lou lucho
mackenzie: kenzie mac
madeline: maddie
madison: maddie madi
magdalena: magda lena
manuel: manny manolo
marcus: marc mark
margaret: maggie meg peggy marge margie greta madge
margarita: rita
maria: mari
maria fernanda: mafer
marisol: mari
martha: marty
martin: marty
mary: molly polly
matthew: matt
maureen: mo
maximilian: max
megan: meg
melissa: mel missy lissa
mercedes: mercy
michael: mike mikey mick
michelle: shelly
miguel: mike
mildred: millie
miranda: mandy randi
mitchell: mitch
mohammed: mo
nancy: nan
natalie: nat
natasha: tasha
nathan: nate
nathaniel: nate nat
nicholas: nick nicky
nicole: nikki nic nicki
olivia: liv livvy
oscar: ozzie
pamela: pam
patricia: pat patty trish tricia
patrick: pat paddy
penelope: penny
peter: pete
philip: phil
phillip: phil
priscilla: cilla
rachel: rach
rafael: rafa
raymond: ray
rebecca: becca becky
regina: gina
reginald: reggie
ricardo: rick ricky
richard: rich rick dick ricky richie
robert: bob bobby rob robbie bert
roberta: bobbie
roberto: beto bobby
rodrigo: rodri
ronald: ron ronnie
rosalind: roz
rosario: chayo
roxanne: roxy
samantha: sam sammy
samuel: sam sammy
sandra: sandy
santiago: santi
savannah: savi
sebastian: seb bas
sergio: checo
sofia: sofi
sophia: sophie
stephanie: steph stephie
stephen: steve
steven: steve stevie
susan: sue suzie susie
suzanne: sue suzie
tabitha: tabby
tamara: tammy
teresa: terry tess tere
theodora: thea dora theo
theodore: ted teddy theo
theresa: terry tess
thomas: tom tommy
tiffany: tiff
timothy: tim timmy
tomas: tom tommy
valentina: val
valerie: val
vanessa: nessa
veronica: ronnie vero
victor: vic
victoria: vicky tori vic
vincent: vince vinny vinnie
virginia: ginny ginger
vivian: viv
walter: walt
wilhelmina: mina
william: bill billy will willy liam
winifred: winnie
xiomara: xio
yesenia: yesi
zachary: zach zack
`;

/** Nickname → the given names it may stand for, as name parts. */
export const formalNames: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const line of table.trim().split("\n")) {
    const [formal = "", short = ""] = line.split(": ");
    for (const nickname of short.split(" ")) {
      found.set(nickname, [...(found.get(nickname) ?? []), formal.replaceAll(" ", "")]);
    }
  }
  return found;
})();
