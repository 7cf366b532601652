/**
 * Words that a token of mixed letters and digits may be read as ("b0t0x", "p4tient"). Only what rules look for:
 * a longer list would turn prices, doses and times into words. Names are read by the patient index itself.
 */
export const leetWords: ReadonlySet<string> = new Set(
  `appointment appointments appt appts botox brow brows buccal bill billed cancel cancelled chart chemical chin clear client clients confirmation confirmed
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
  free girl hey hot hers his him her they them thanks guys babe queen doctor nurse`.split(/\s+/),
);
