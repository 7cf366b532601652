/**
 * Words that several rules share, as alternations for regular expressions over folded text (lower case, no accents),
 * English and Spanish. A word belongs here only if more than one rule needs it.
 */

const any = (...words: string[]): string => `(?:${words.join("|")})`;

/** The person spoken to. */
export const you = "(?:you|u|ya|yall|y['’]all)";
export const your = "(?:your|ur|yr)";
/** `su` may also mean "their", so it counts only where one person is spoken to. */
export const tu = "(?:tus?|sus?)";
/** The practice speaking of itself. */
export const we = "(?:we|i|she|he|they|dr\\.? [a-z]{1,20}|the (?:team|doctor|nurse|front desk|office))";
export const us = "(?:us|me|our (?:team|office|practice|clinic|staff|doctors?|providers?|injectors?|family))";
export const third = "(?:her|his|hers)";
export const relative =
  "(?:wife|husband|spouse|partner|fiance|fiancee|boyfriend|girlfriend|mom|mother|mama|dad|father|parents|son|sons|daughter|daughters|boys?|girls?|kids?|child|children|baby|toddler|little (?:one|guy|girl|boy|man)|sister|brother|sis|bro|aunt|auntie|uncle|niece|nephew|cousin|grandma|grandmother|grandpa|grandson|granddaughter|friend|friends|bestie|neighbor|coworker|roommate|guest|mother-in-law|twin|family)";
export const pariente =
  "(?:esposa|esposo|marido|mujer|novio|novia|mama|madre|papa|padre|hijos?|hijas?|ninos?|ninas?|bebe|hermanas?|hermanos?|tias?|tios?|primas?|primos?|abuela|abuelo|nieto|nieta|amigas?|amigos?|vecina|vecino|suegra)";

export const day =
  "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday|s)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sunday|today|tonight|tomorrow|tmrw|tmr|2morrow|2moro|yesterday|monday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy|ayer)";
export const month =
  "(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
export const clock =
  "(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|a\\.m|p\\.m|a|p|o['’]?clock|ish)|\\d{1,2}:\\d\\d|noon)";

export const body = any(
  "lips?|brows?|eyebrows?|face|skin|nose|chin|cheeks?|cheekbones?|jaw|jawline|forehead|neck|eyes|eyelids?|under-?eyes?|lashes|teeth|tooth|molars?|gums?|smile|hair|hairline|scalp|beard|ears?|earlobes?|knees?|hips?|shoulders?|elbows?|feet|foot|toes?|toenail|wrist|ankle|hands|fingers?|arms?|legs?|calf|calves|thighs?|belly|tummy|stomach|abs|breasts?|chest|pores|complexion|masseters?|bod|body|butt|booty|veins?|moles?|scars?|wrinkles?|frown lines?|crow['’]?s feet|pout|tongue|bite|lymph nodes?|thyroid|prostate|platysma|frontalis|spine|uterus|ovary|bladder",
  "labios?|cejas?|cara|carita|piel|nariz|menton|mejillas?|mandibula|cuello|ojos|parpados?|pestanas?|dientes?|dientecitos?|muelas?|encias?|sonrisa|pelo|cabello|rodillas?|espalda|pies|manos|piernas?|brazos?|barriga|abdomen|busto|senos|lunar(?:es)?|cicatriz|cutis|rostro|cuerpo|boca|boquita|papada|ojeras|arrugas|manchas?|pompis",
);

export const procedure = any(
  "botox|tox|dysport|xeomin|jeuveau|daxxify|neurotoxin|fillers?|juvederm|restylane|kysse|sculptra|radiesse|kybella|voluma|volbella|vollure|hyaluronidase|hydrafacials?|facials?|peels?|micro-?needling|prp|prf|dermaplan(?:e|ing)|lasers?|laser hair removal|ipl|bbl|fraxel|nd:? ?yag|excimer|morpheus ?8?|coolsculpting|emsculpt|ultherapy|thread lift|threads|facelift|face lift|lip flip|rhinoplasty|septoplasty|bleph|blepharoplasty|tummy tuck|lipo|liposuction|implants?|augmentation|reconstruction|mastectomy|hysterectomy|vasectomy|colonoscopy|veneers?|crowns?|fillings?|root canals?|cleanings?|whitening|extractions?|braces|brackets|aligners?|invisalign|retainers?|night ?guard|dentures?|surger(?:y|ies)|procedures?|treatments?|injections?|injectables?|shots|infusions?|drips?|iv drips?|vaccines?|vaccinations?|boosters?|flu shot|biops(?:y|ies)|excisions?|mohs|stitches|sutures?|bandages?|drains|numbing|anesthesia|sedation|laughing gas|nitrous|x-?rays?|mri|ultrasounds?|mammograms?|lab ?work|labs|blood ?work|prescriptions?|rx|refills?|meds|medications?|dosage|antibiotics?|accutane|isotretinoin|tretinoin|retin-?a|semaglutide|sema|tirzepatide|ozempic|wegovy|mounjaro|zepbound|glp-?1|minoxidil|finasteride|spironolactone|methotrexate|fluorouracil|efudex|valtrex|hydrocortisone|ketamine|testosterone|trt|hrt|pellets?|lash lift|brow lamination|lamination|microblading|tattoo removal|laser tattoo|touch-?ups?|syringes?|electrolysis|cryo|liquid nitrogen|skin checks?|mole checks?|weigh-?ins?|sleep study|egg retrieval|egg freezing|ivf|iui|detox|rehab",
  "rellenos?|limpieza|limpiecita|tratamientos?|tratamientico|cirugia|operacion|inyeccion(?:es)?|jeringas?|jeringuitas?|frenillos|endodoncia|corona|carillas?|implantes?|blanqueamiento|vacunas?|receta|medicina|medicamento|biopsia|analisis|anestesia|retoque|retoquito|depilacion|microblading|diseno de sonrisa|puntos|retenedor|guarda|suero|faja|drenajes?|masajes?",
);

export const condition = any(
  "acne|cystic acne|breakouts?|rosacea|eczema|psoriasis|vitiligo|melasma|melanoma|cancer|carcinoma|basal cell|leukemia|tumou?r|cysts?|lesions?|warts?|rash(?:es)?|hives|shingles|cold sores?|herpes|infections?|abscess|cavit(?:y|ies)|gum disease|swelling|bruis(?:es?|ing)|redness|soreness|numbness|bumps?|lumps?|nodules?|scarring|keloids?|droop(?:ing)?|ptosis|allerg(?:y|ies)|allergic reaction|reaction|migraines?|headaches?|tmj|apnea|insomnia|anxiety|depression|adhd|ptsd|bipolar|addiction|sobriety|diabetes|a1c|blood pressure|blood thinners?|cholesterol|pregnan(?:t|cy)|miscarriage|menopause|hot flashes|fertility|hpv|endometriosis|pcos|diagnosis|symptoms?|side effects?|recovery|healing|hyperpigmentation|pigment(?:ation)?|sun ?spots?|dark spots?|hair loss|weight loss|nausea|panic attack|relapse|scleroderma|hidradenitis|lupus|arthritis|neuropathy|scoliosis|asthma|vertigo|ringworm|lice",
  "hinchazon|inflamacion|moreton(?:es)?|moraditos?|alergia|reaccion|embarazo|espinillas|granitos|caries|infeccion|verrugas?|verruguitas?|cancer|diabetes|ansiedad|recuperacion|cicatrices|flacidez",
);

export const result = any(
  "results?|transformation|glow|glow-?up|progress|before (?:and|&|n) afters?|befores?|afters?|before (?:pics?|photos?)|new (?:look|smile|nose|lips|hair|face|brows|teeth|you)|journey",
  "resultados?|antes y (?:el )?despues|transformacion|cambio|progreso",
);

/** Anything that is care, a body or what came of it. */
export const care = any(procedure, condition, body, result);
/** The part of it that is medical whoever says it: no "face", no "smile". */
export const clinical = any(procedure, condition);

export const visit = any(
  "visits?|appointments?|appts?|apt|consults?|consultations?|check-?ups?|follow-?ups?|sessions?|time ?slot|slot|booking|reservation|stay|recall|intake|first time|next time|last time|usual|chair time|room|patronage|business|trust|loyalty|confidence in us|checkout|re-?check",
  "citas?|citica|visitas?|consultas?|sesion(?:es)?|turno|confianza|preferencia|control|chequeo|lealtad",
);

export const record = any(
  "charts?|files?|records|medical records?|intake|paperwork|consents?|consent forms?|signed consent|photos on file|notes from|case|treatment plan|care plan|plan of care|history|medical history|portal|initials|signature|referral|pathology|report|pics?|photos?|pictures?|health form|dob|birthday on file|form you signed",
  "expediente|historial|ficha|formulario|consentimiento|firma|fotos?|radiografias?|referido",
);

export const money = any(
  "balance|deposits?|refunds?|bills?|invoices?|statements?|insurance|insurer|deductible|co-?pays?|co-?insurance|claims?|coverage|accounts?|card on file|card|payments?|payment plan|packages?|memberships?|credits?|quotes?|receipts?|financing|carecredit|cherry|hsa|fsa|medicaid|medicare|groupon|vouchers?|loyalty (?:price|points)|reward points|discount|no-?show fee|late fee|fee|charges?|rate|gift card|installments?|estimate|out-?of-?pocket|max|superbill|aetna|cigna|anthem|delta dental|blue ?cross|tricare|tab",
  "saldo|deposito|reembolso|factura|seguro|aseguradora|cuenta|tarjeta|pagos?|cuota|paquete|membresia|copago|recibo|financiamiento|credito|cotizacion|descuento|deducible",
);
