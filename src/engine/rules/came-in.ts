import { gap, type Keep, matches, rx, sentenceAt } from "../lexicon/find.ts";
import { care } from "../lexicon/marks.ts";
import type { Examples, Rule, RuleContext } from "../rule.ts";

const person =
  "(?:she|he|this (?:lady|man|woman|guy|gentleman|girl|beauty|babe|queen|kiddo|cutie|mama|bride|client|patient|one|fella|sweetie)|(?:a|the|one|that|another) (?:[a-z]{1,12} )?(?:lady|gentleman|guy|gal|woman|man|girl|mom|bride|groom|teacher|client|patient|grandma|grandpa|kid|teen|nurse|teenager|couple|family|mother|father|dad|dude|fella)|(?!one|class|laser|it|that|which|who|line|box|order|shipment|has|to|ever|everyone|everybody|crew|and|we|you|they|i|someone|anyone|nobody|people|new|machine|all|idea|team|each|ones|just|never|if|the|half|truck|flowers|ad|email|review|words?|comment|water|stock|back|product|supplies)[a-z]{2,14}(?: [a-z]{1,14}\\.?)?)";

const patterns = [
  rx`(?:so |very |super )?proud of (?:this|our|my) (?:[a-z]{2,10} )?(?:patient|client|queen|girl|mama|guy|babe|warrior|superstar|kiddo)`,
  rx`(?:another|one more|a few|some) (?:very )?(?:happy|satisfied|gorgeous|beautiful|stunning|lucky|glowing|brave|lovely) (?:patient|client|customer|smile|bride|mama|guest|babe)`,
  rx`(?:she|he) (?:said yes to|beat|conquered|kicked|tackled|dropped|lost|shed|got rid of|said goodbye to|fixed|treated|transformed) (?:(?:the|her|his|over|nearly|almost|about|to) ){0,2}(?:${care}|\d{1,3} ?(?:lbs?|pounds|inches)|dress and)`,
  rx`(?:meet|this is|say hi to|introducing) [a-z]{2,14} (?:she|he|who) (?:beat|conquered|lost|got|had|came|finished|started|battled|struggled|was|has|just)(?: [a-z]{1,12})?`,
  rx`(?:our|my|this|the) (?:girl|guy|boy|queen|babe|babes|gal|man|bestie|bride|bride-to-be|beauty|client|patient|lovely|sweet|gorgeous|favorite|fave|og|vip|mama|king|friend) (?!who runs|behind)[a-z]{2,14}${gap(12)}(?:came|got|had|is|just|finished|looking|rocking|said|trusted|left|walked|glowing|killed|chose|with|after|lost|has|went|gets|in for|back|on her|on his|getting|for her|for his)`,
  rx`${person} (?:(?:just|finally|also|actually|literally|always|still|only|both|even|already|first) ){0,2}(?:came (?:in|to (?:us|me|see|our)|by|back|through|out of) |came (?:in|back|by)|walked in|walked out|(?:popped|stopped|dropped|swung) (?:in|by)|went back|left our|was (?:seen|treated|numbed|in (?:our|my|the) (?:chair|office|room|waiting|treatment))|checked in|no-?showed|flew in|drove in|drives in|flies in|came all the way|trusted (?:us|me)|trusts (?:us|me)|chose us|booked (?:her|his|with)|finished (?:her|his)|completed (?:her|his)|graduated (?:from|out)|got (?:her|his) [a-z]{2,14}|had (?:her|his)|gets (?:her|his)|is (?:back|here) (?:for|with|in(?! (?:stock|both|season|session|town|action|business)))|is in (?:our|my|the) (?:chair|room))(?: (?:for|with|to|from|on|at|in|us|last|this))?(?: [a-z]{1,12})?`,
  rx`in (?:our|my|dr\.? [a-z]{1,20}['’]?s|[a-z]{3,12}['’]?s) (?:(?:treatment|dental|injector|facial|laser|hygiene|exam) )?(?:chairs?|waiting room|treatment room|exam room|operatory|table)`,
  rx`(?:on|off) (?:my|our|her|the) (?:(?:treatment|exam|facial|massage) )?table`,
  rx`(?:look|guess) who['’]?s?${gap(8)}(?:back|here|came|stopped|popped|in|got|whose|just)(?: (?:for|in|by|to|from|her|his))?`,
  rx`(?:shout-?out|shoutout|congrats|congratulations|kudos|hats off|props|so proud of|proud of|cheers|thank you|thanks|happy birthday|felicidades|felicitaciones|bravo) (?:(?:to|goes|out|a|big|huge|our|the|on|lovely|beautiful|for|this|my|sweet|gorgeous|amazing|brave|girl|so|y) ){0,4}(?!everyone|everybody|all|those|each|you|anyone|who|to|for|on|our)[a-z]{2,14}(?: [a-z]{1,14}\.?)?${gap(20)}(?:for (?:coming|trusting|letting|choosing|finishing|completing|being|driving|her|his|sitting|losing|getting)|who (?:came|trusted|let|drove|finished|lost|sat|had|got|has|completed|is (?:down|\d))|on (?:her|his|finishing|completing|losing|their)|after|finished|down \d)`,
  rx`(?:session|round|visit|treatment|appointment) (?:number |no\.? ?|#)?(?:\d{1,2}|two|three|four|five|six|one) (?:for|with|of) (?:our|her|his|this|[a-z]{2,12})`,
  rx`(?:hizo|hicimos|vino|llego|volvio|paso|estuvo|salio) (?:(?:a|por|con|de|para) ){1,2}(?:su|sus|nosotros|nosotras|vernos|hacerse|ponerse|la silla)(?: [a-z]{1,14})?`,
  rx`(?:ella|esta (?:reina|bella|guapa|clienta|paciente|mami|senora|chica|belleza)|este (?:caballero|paciente|cliente|senor|guapo)|nuestr[oa] (?:reina|clienta|paciente|amiga)) (?:llego|vino|salio|quedo|volvio|termino|estrena|decidio|confio|se (?:hizo|puso|animo|fue|quito|decidio|realizo))(?: [a-z]{1,12}){0,2}`,
  rx`(?:felicidades|felicitaciones|bravo|aplausos)${gap(4)}(?:a |para )?(?!todos|todas|quien|el|la|los|las|mi|a)[a-z]{3,14} (?:que|quien) (?:(?:ya|hoy|por fin) ){0,2}(?:termino|acabo|vino|confio|completo|estrena|estreno|finalizo|se (?:hizo|puso|quito|animo))(?: [a-z]{1,12})?`,
  rx`(?:he|she|they)(?:['’]?s| is| are| was| were|['’]?re) (?:(?:still|always|only|never|not|back|already|now|been|coming|in) ){0,3}(?:coming (?:every|to us|here|back|in)|a regular|seen (?:by|here|with)|seeing (?:dr|us|me|our)|our \d|booked|scheduled|on the books|on our (?:schedule|books)|due (?:for|back)|in (?:every|for (?:her|his|a)|on|at|our)|with us (?:for|since|every)|treated|under our care)`,
];

/** Deliveries, papers, the building and those who serve it: what comes in without being anybody's visit. */
const things =
  "(?:lists?|stock|spf|serums?|sunscreens?|rollers?|gloves?|masks?|roof|messages?|voicemails?|power|internet|machines?|polic(?:y|ies)|evening|phones?|system|trucks?|drivers?|sellers?|vendors?|landscapers?|plants?|repairman|plumber|electrician|inspector|officer|receptionist|staff|member|visitors?|storm|gas|neighbors)";
const isDelivery = new RegExp(
  `^(?!she |he |your |her |his )(?:[a-z]{2,14} )?${things},? (?:(?:just|finally|also|actually|always|still|only|even|already) )?(?:came|dropped|walked|popped|stopped|was|is|got|has) `,
);

/** "Anyone in our chair", "congratulations to Rosa on finishing": everybody, and the practice's own people. */
const ofAll = /(?<![a-z])(?:anyone|anybody|everyone|everybody|whoever|women|men|ladies)(?![a-z])/;
const seat = /^in (?:our|my)/;
const cheer = /^(?:congrat|kudos|thank|shout|props|hats|cheers|felici|so proud|proud)/;
const isGuest: Keep = (span, text, context) => {
  const words = text.slice(span.start, span.end);
  if (seat.test(words)) return !ofAll.test(sentenceAt(text, span));
  if (cheer.test(words) && staffIn(words, context)) return false;
  return !isDelivery.test(`${words} `);
};
const staffIn = (words: string, { practice }: RuleContext): boolean =>
  practice.staff.some((one) =>
    words.split(/[^a-z]/).some(
      (word) =>
        word.length > 2 &&
        word !== "the" &&
        one.name
          .toLowerCase()
          .split(/[^a-z]/)
          .includes(word),
    ),
  );

const rule: Rule = {
  id: "came-in",
  category: "relationship",
  confidence: "likely",
  why: "Telling who came in, sat in the chair or finished a treatment tells everyone who is a patient.",
  source: "45 CFR 164.502(a)",
  find: (context) => matches(context, patterns, isGuest),
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "«Ella llegó nerviosa y» salió feliz", surface: "post" },
    { text: "«Felicidades a Lucía que terminó sus» frenillos", surface: "post" },

    { text: "«She came in nervous» and left dancing.", surface: "post" },
    { text: "«Guess who's back for» round two", surface: "post" },
    { text: "The sweetest gentleman «in our waiting room» today", surface: "post" },
  ],
  allows: [
    { text: "El láser nuevo llegó el martes.", surface: "post" },

    { text: "The price list just dropped in stories.", surface: "post" },
    { text: "Sunscreen is back in stock.", surface: "post" },
    { text: "Anyone in our chair may say stop.", surface: "post" },
    { text: "The new laser came in on Tuesday.", surface: "post" },
    { text: "Guess what opens at nine tomorrow.", surface: "post" },
    "Walk-ins are welcome on Fridays.",
  ],
};
