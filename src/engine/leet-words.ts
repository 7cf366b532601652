import { bodyTerms, conditionTerms, moneyTerms, procedureTerms, resultTerms } from "./lexicon/terms.ts";

/**
 * Words that a token of mixed letters and digits may be read as ("b0t0x", "p4tient"). Only what rules look for:
 * a longer list would turn prices, doses and times into words. Names are read by the patient index itself.
 */
const listed = `appointment appointments appt appts botox brow brows buccal bill billed cancel cancelled chart chemical chin clear client clients confirmation confirmed
  consult consultation coolsculpting cosmetic dental dentist deposit dermal diagnosis dysport eyelid eyes face facial
  facials fat filler fillers filled follow followup forehead grafts gums hair herpes hiv hydrafacial implant implants
  infection inject injected injection injections injector insurance invisalign invoice jawline juvederm kybella laser lashes
  lasered lift liposuction lip lips lipo lifted medication microneedling mole neck needle nose numb ozempic paid
  pain patient patients payment peel peels pills prescription procedure procedures prp rash recovery refund
  restylane result results rhinoplasty root scan scar scars sculptra semaglutide session sessions skin smile std
  surgery surgical swelling swollen syringe teeth therapist therapy tirzepatide tooth tox toxed treat treated treating
  treatment treatments tummy ultherapy unit units veneer veneers visit visited visits vials wegovy weight whitening wrinkles
  xeomin acne bbl bloodwork boob boobs braces breast bruise bruises bruising cavity cheek cheeks cleaning crown
  depression diabetes face filler hormones meds nails std tattoo thigh
  after again always amazing and back been before best better booked call came come coming cost dollars family first for
  gift gorgeous great happy have hello here hope lawyer love loved lovely look looking looks money monday next off
  owe owed owes people please post remove review reviews see seeing seen shout she sorry star stars sue take thank thanks that
  the this time today told tomorrow tuesday visit wait was week were with worth yesterday you your yours out flip old
  free girl hey hot hers his him her they them thanks guys babe queen doctor nurse
  accept accepted account adjusted advised agreed anniversary another appreciate arrived asked attending attorney attorneys bleeding
  board booking bought bribe cancelled canceled card cards cared caring cash certificate charged charges charts choice choosing
  chose claim closed comment competitor confirm confirmed consent contract counsel court coupon criminal customer customers
  database defamation delete deleted denied disclosed discount drive drove employer enjoyed entry estimate everyone exchange
  experience fake feeling fell felt file files finished fixed forgot forwarded found fraud free gave giveaway glad
  grateful guest guests hated healed healing held helped helping honor hoped hopefully husband journey joy kept knew known lawsuit
  lawyers leave leaving left legal liable liar liars lied lies longtime lost made meeting member missed moved mother name
  names nervous never notes nothing nobody offered office opportunity order patience perfect person photo photos picked pleasure police
  policy posted posting prescribed privilege progress promise proud quoted raffle rating received recommend record
  records recovered recovering referral referred refunded regular regulars relationship remember remembered removed rescheduled
  returning reveal reward rewards rude rushed scheduled seeing served serving settle shared shoutout signed slander slot
  smiling staff started statement stayed still stopping surgeon surprise switched system taken taking team thing those thousand
  thursday together told took transformation trust trusted trusting upset visiting wait waited waiting walked wanted warning
  wednesday week weeks welcome called cannot calling expected expectations explained explain exploring favorite forward guess looked checked
  maybe numbed lifting losing lose paperwork soon where when what whole bother lawyers cousin cousins sister brother mother daughter son
  smile should short birth born date under labios labio experiencia nacimiento felicidades incluso recupere sigue siguen wife wishes wonderful worked wrote years saturday friday sunday those hundred sure hear
  abogado abogada agradecemos antes atenderla atenderle atenderlo atenderte atendimos bienvenida bienvenido calumnia cita citas clienta cliente confianza
  confiar consulta cuando demanda descuento despues devolvimos doctora elegirnos esperamos estrellas expediente expedientes factura feliz firmo
  gracias gratis hicimos lamentamos llamamos llego nuestra nuestro nunca paciente pacientes pagar pago placer preferencia proxima
  quedaron quedaste quedo receta reembolso registro resena resenas resultado saldo seguro sentimos sesion sonrisa tarde
  tratamiento visita visitarnos vino vemos vuelva`;

/** Words of care and money as well; shorter ones are too near to sizes, times and doses. */
const ofCare = [bodyTerms, conditionTerms, moneyTerms, procedureTerms, resultTerms].flatMap((terms) =>
  terms.flatMap((term) => term.split(" ")).filter((word) => word.length >= 4),
);

export const leetWords: ReadonlySet<string> = new Set([...listed.split(/\s+/), ...ofCare]);
