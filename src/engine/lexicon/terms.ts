/**
 * Words of care and money by class, English and Spanish, folded (lower case, no accents; hyphens and apostrophes are
 * spaces). A plural in -s or -es is read from its singular.
 */
const list = (words: string): readonly string[] =>
  words.split(",").map((word) => word.replace(/\s+/g, " ").trim());

export const bodyTerms: readonly string[] = list(`
  lip, brow, eyebrow, face, skin, nose, chin, cheek, cheekbone, jaw, jawline, forehead, neck, eyes, eyelid,
  under eye, undereye, lashes, teeth, tooth, molar, gum, smile, hair, hairline, scalp, beard, ear, earlobe,
  knee, hip, shoulder, elbow, feet, foot, toe, toenail, wrist, ankle, hands, finger, arm, leg, calf, calves,
  thigh, belly, tummy, stomach, abs, breast, chest, pores, complexion, masseter, bod, body, butt, booty,
  vein, mole, scar, wrinkle, frown line, crow s feet, crows feet, pout, tongue, bite, lymph node, thyroid,
  prostate, platysma, frontalis, spine, uterus, ovary, bladder,
  labio, ceja, cara, carita, piel, nariz, menton, mejilla, mandibula, cuello, ojos, parpado, pestana,
  diente, dientecito, muela, encia, sonrisa, pelo, cabello, rodilla, espalda, pies, manos, pierna, brazo,
  barriga, abdomen, busto, senos, lunar, cicatriz, cutis, rostro, cuerpo, boca, boquita, papada, ojeras,
  arrugas, mancha, pompis,
  incision, surgical site, donor area, grafts, graft, tooth gap, front teeth, baby teeth, wisdom teeth, canine, incisor, heel,
  ankles, back pain, neck lines, marionette lines, laugh lines, smile lines, eleven lines, elevens, bags, dark circles, double chin,
  jowls, love handles, cellulite, stretch marks, stretch mark, pelvic floor, c section, nails, toenails, cuticles, eardrum, sinuses,
  tonsils, appendix, gallbladder, kidney, liver, lungs, spleen, retina, cornea, cataract, vision, joints, tendon, ligament, acl,
  rotator cuff, disc, sciatica, glabella, cupid s bow, philtrum, tear trough, tear troughs, temples, decolletage, areola, bikini line,
  underarms, armpits, sideburns, mustache, peach fuzz, gum line, bone, arco, colmillos, entrecejo, pomulos, bigote, patas de gallo
`);

export const procedureTerms: readonly string[] = list(`
  botox, tox, dysport, xeomin, jeuveau, daxxify, neurotoxin, filler, juvederm, restylane, kysse, sculptra,
  radiesse, kybella, voluma, volbella, vollure, hyaluronidase, hydrafacial, facial, peel, micro needling,
  microneedling, prp, prf, dermaplane, dermaplaning, laser, laser hair removal, ipl, bbl, fraxel, nd yag,
  ndyag, excimer, morpheus 8, morpheus, morpheus8, coolsculpting, emsculpt, ultherapy, thread lift, threads,
  facelift, face lift, lip flip, rhinoplasty, septoplasty, bleph, blepharoplasty, tummy tuck, lipo,
  liposuction, implant, augmentation, reconstruction, mastectomy, hysterectomy, vasectomy, colonoscopy,
  veneer, crown, filling, root canal, cleaning, whitening, extraction, braces, brackets, aligner,
  invisalign, retainer, night guard, nightguard, denture, surgery, surgeries, procedure, treatment,
  injection, injectable, shots, infusion, drip, iv drip, vaccine, vaccination, booster, flu shot, biopsy,
  biopsies, excision, mohs, stitches, suture, bandage, drains, numbing, anesthesia, sedation, laughing gas,
  nitrous, x ray, xray, mri, ultrasound, mammogram, lab work, labwork, labs, blood work, bloodwork,
  prescription, rx, refill, meds, medication, dosage, antibiotic, accutane, isotretinoin, tretinoin, retin
  a, semaglutide, sema, tirzepatide, ozempic, wegovy, mounjaro, zepbound, glp 1, glp1, minoxidil,
  finasteride, spironolactone, methotrexate, fluorouracil, efudex, valtrex, hydrocortisone, ketamine,
  testosterone, trt, hrt, pellet, lash lift, brow lamination, lamination, microblading, tattoo removal,
  laser tattoo, touch up, touchup, syringe, electrolysis, cryo, liquid nitrogen, skin check, mole check,
  weigh in, weighin, sleep study, egg retrieval, egg freezing, ivf, iui, detox, rehab,
  relleno, limpieza, limpiecita, tratamiento, tratamientico, cirugia, operacion, inyeccion, jeringa,
  jeringuita, frenillos, endodoncia, corona, carilla, implante, blanqueamiento, vacuna, receta, medicina,
  medicamento, biopsia, analisis, anestesia, retoque, retoquito, depilacion, microblading, diseno de
  sonrisa, puntos, retenedor, guarda, suero, faja, drenaje, masaje,
  lasik, cataract surgery, hearing aid, hearing aids, contact lenses, physical therapy, adjustment, acupuncture, dry needling,
  cupping, counseling, emdr, intake session, pap smear, iud, nexplanon, hysteroscopy, c section, epidural, delivery, prenatal, amh,
  hair transplant, fue, prp hair, lash extensions, lash fill, brow tint, waxing, brazilian, spray tan, mole removal, wart removal,
  skin tag removal, wedding package facial, led, led mask, chemical peel, vi peel, tca, carboxy, radiofrequency, rf microneedling,
  vivace, moxi, halo, picosure, picoway, clear and brilliant, sclerotherapy, vein treatment, evlt, nose job, boob job, breast lift,
  bbl surgery, brachioplasty, otoplasty, chin implant, fat transfer, mommy makeover, scar revision, drain removal, suture removal,
  bridge, inlay, onlay, sealant, sealants, fluoride, deep cleaning, scaling, gum graft, bone graft, sinus lift, apicoectomy, splint,
  palate expander, expander, bonding, gap closure, smile makeover, smile design, knee replacement, hip replacement, cortisone,
  steroid shot, stem cell, nad, myers cocktail, b12, vitamin shot, weight loss shot, mounjaro shot, cpap, sertraline, prozac, lexapro,
  adderall, xanax, amoxicillin, prednisone, ibuprofen, hydroquinone, doxycycline, metformin, lisinopril, insulin, inhaler, epipen,
  chemo, radiation, dialysis, transfusion, mri scan, ct scan, ekg, echo, stress test, colonoscopy prep, allergy test, std panel,
  amoxicilina, quimio, ortodoncia, ortopedia, tinte, pestanas, mesoterapia, plasma, microneedling, peeling, exfoliacion, toxina
`);

export const conditionTerms: readonly string[] = list(`
  acne, cystic acne, breakout, rosacea, eczema, psoriasis, vitiligo, melasma, melanoma, cancer, carcinoma,
  basal cell, leukemia, tumour, tumor, cyst, lesion, wart, rash, hives, shingles, cold sore, herpes,
  infection, abscess, cavity, cavities, gum disease, swelling, bruise, bruising, redness, soreness,
  numbness, bump, lump, nodule, scarring, keloid, drooping, droop, ptosis, allergy, allergies, allergic
  reaction, reaction, migraine, headache, tmj, apnea, insomnia, anxiety, depression, adhd, ptsd, bipolar,
  addiction, sobriety, diabetes, a1c, blood pressure, blood thinner, cholesterol, pregnant, pregnancy,
  miscarriage, menopause, hot flashes, fertility, hpv, endometriosis, pcos, diagnosis, symptom, side effect,
  recovery, healing, hyperpigmentation, pigmentation, pigment, sun spot, sunspot, dark spot, hair loss,
  weight loss, nausea, panic attack, relapse, scleroderma, hidradenitis, lupus, arthritis, neuropathy,
  scoliosis, asthma, vertigo, ringworm, lice,
  hinchazon, inflamacion, moreton, moradito, alergia, reaccion, embarazo, espinillas, granitos, caries,
  infeccion, verruga, verruguita, cancer, diabetes, ansiedad, recuperacion, cicatrices, flacidez,
  uti, strep, flu, covid, pneumonia, ear infection, pink eye, yeast infection, cataracts, glaucoma, astigmatism, hearing loss,
  sprain, fracture, concussion, tendonitis, carpal tunnel, plantar fasciitis, herniated disc, fibromyalgia, hypertension, heart attack,
  stroke, seizure, seizures, epilepsy, dementia, alzheimer, autism, eating disorder, ocd, trauma, grief counseling, postpartum,
  infertility, low t, ed, erectile dysfunction, prostatitis, kidney stone, kidney stones, gallstones, hernia, ulcer, ibs, crohn,
  celiac, thyroiditis, anemia, low iron, vitamin deficiency, dry socket, gingivitis, periodontitis, toothache, abscessed tooth,
  cracked tooth, misalignment, overbite, underbite, crowding, hooded lids, asymmetry, granuloma, occlusion, necrosis, hematoma, seroma,
  capsular contracture, contracture, dehiscence, blister, blisters, scab, scabs, welt, welts, burn, burns, chemical burn, folliculitis,
  ingrown hair, ingrown hairs, milia, cystic breakout, rosacea flare, flare up, flare, molluscum, impetigo, actinic keratosis, nevus,
  dysplastic mole, infection risk, ronchas, quemadura, ampollas, sarpullido, gripe, presion alta, depresion, vena, varices
`);

export const resultTerms: readonly string[] = list(`
  result, transformation, glow, glow up, glowup, progress, before and afters, before after, before n after,
  befores, afters, before pic, before photo, new look, new smile, new nose, new lips, new hair, new face, new
  brows, new teeth, new you, journey,
  resultado, antes y el despues, antes y despues, transformacion, cambio, progreso
`);

export const moneyTerms: readonly string[] = list(`
  balance, deposit, refund, bill, invoice, statement, insurance, insurer, deductible, co pay, copay, co
  insurance, coinsurance, claim, coverage, account, card on file, card, payment, payment plan, package,
  membership, credit, quote, receipt, financing, carecredit, cherry, hsa, fsa, medicaid, medicare, groupon,
  voucher, loyalty price, loyalty points, reward points, discount, no show fee, noshow fee, late fee, fee,
  charge, rate, gift card, installment, estimate, out of pocket, out ofpocket, outof pocket, outofpocket,
  max, superbill, aetna, cigna, anthem, delta dental, blue cross, bluecross, tricare, tab,
  saldo, deposito, reembolso, factura, seguro, aseguradora, cuenta, tarjeta, pago, cuota, paquete,
  membresia, copago, recibo, financiamiento, credito, cotizacion, descuento, deducible
`);
