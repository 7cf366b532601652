/**
 * Word classes the scorer reads, English and Spanish, folded (lower case, no marks). A trailing `*` means "and whatever
 * follows". One word may be in several classes. They let "your lips" and "tu boca" count as the same thing, so that
 * a few thousand labelled drafts are enough. `weights.ts` was trained on exactly these lists: retrain after a change.
 */
export const wordClasses: Readonly<Record<string, string>> = {
  you: "you u ya youre youve youll youd usted ud te ti tu vos contigo yourself urself youu uu uuu yu thee",
  yall: "yall ustedes folks amigos neighbors vecinos friends",
  your: "your yours ur yr tu tus su sus tuyo tuya tuyos tuyas suyo suya",
  me: "i we us me im ive ill weve were nosotros nosotras nos yo conmigo id lets",
  our: "our ours my mi mis nuestro nuestra nuestros nuestras mine",
  they: "shes hes he she him her his hers them they their theirs herself himself ella ellas ellos esta este le les lo la",
  kin: "mom moms mother mama mami dad father papa son sons daughter daughters hija hijo hijos wife husband esposo esposa sister sisters hermana hermano brother brothers kid kids child children baby babies bebe nino nina ninos grandma grandpa grandson granddaughter granddad nana abuela abuelo nieto nieta aunt uncle tia tio cousin prima primo niece nephew sobrina sobrino family familia twins toddler teen fiance girlfriend boyfriend novio novia marido partner parents bestie cunada suegra roommate coworker",
  any: "anyone anybody everyone everybody someone somebody nobody people persons most all each every whoever many whom alguien nadie todos todas todo cualquier cualquiera quien quienes gente personas algunos algunas cada casi folks any anyones others whatever usually typically generally often normally depends depende suele suelen",
  patient:
    "patient patients client clients clienta clientas cliente clientes paciente pacientes customer customers regular regulars guest guests member members og bride brides loyal newbie vip model modelo",
  family: "family familia crew tribe club fam",
  care: "treat* care cared caring serve served serving help helped helping fix fixed fixing repair redo redid touch* retoque correct* heal* heals healing cure cured atender* atend* tratar* trat* cuidar* cuid* ayudar* arregl* operated operat* inject* inyect* numb* anesthe* anestesia sedat* drill* extract* remove* removal removed place* placed perform* performed examin* clean* recover* recuper* monitor* diagnos* diagnost* prescri* recet* cleanse refill* refilled adjust* ajust* transform*",
  visit:
    "reminder recall pickup waiting early turno pasar pasa paso vinieron traernos traer bring atenderla atenderlo atenderte visit visits visited visiting visita visitas visitar visito visitarnos appointment appointments appt appts cita citas consult consults consultation consultations consulta consultas checkup checkups follow* session sessions sesion sesiones booking bookings booked slot slots walk* chair chairs silla sillon room lobby rescheduled reschedule* resched* reagend* cancel* noshow* show* came come coming venir vino viniste vienes vengas volver volviste vuelve regres* return* back again stop* drop* arriv* llego llegaste left seen see seeing ver verte verla verlo vemos welcome* bienvenid* esper* stay* met meet meeting met conocer* conociste turno checkin",
  seen: "seen saw see met treated served helped visited came welcomed visited stopped atendimos atendi vimos conocimos",
  proc: "💉 🩹 🪡 sclero* graft grafts hairline dermabrasion bleph blephs deep plane trays tray led massage package paquete vampire peelings botox tox dysport xeomin jeuveau daxxify filler fillers relleno rellenos juvederm restylane kysse volbella voluma rha sculptra kybella laser lasers ipl bbl peel peels peeling facial facials faciales hydrafacial microneedling morpheus* dermaplan* prp prf threads hilos lipo liposuction liposuccion tummy abdominoplast* tuck lift facelift rhinoplasty rinoplastia implant implants implantes implante augmentation aumento mommy makeover blepharoplasty brazilian coolsculpt* emsculpt* tattoo injection injections inyeccion inyecciones injectable* syringe syringes jeringa jeringas unit units unidades unidad veneers veneer carillas carilla crown crowns corona coronas braces brackets invisalign aligner aligners alineadores retainer retainers retenedor* filling fillings empaste* resina cleaning cleanings limpieza limpiezas whitening blanqueamiento extraction extractions extraccion root canal endodoncia conducto bridge denture dentures dentadura xray xrays radiografia* rayos mri ultrasound ultrasonido biopsy biopsia surgery surgeries cirugia cirugias surgical op operation operacion procedure procedures procedimiento* treatment treatments tratamiento tratamientos vasectomy iud diu pap colonoscopy vaccine vaccines vacuna* shot shots cataract* lasik physical sonogram stitches puntos sutures suture bandage cast splint adjustment adjustments therapy terapia chemo quimio radiation dialysis transplant* lips chin freez* froze mohs patch test tests prueba pruebas screening exam exams examen wax waxing depilacion electrolysis drip iv suero vampire tox* hydra* lobectomy plasma skincare prp",
  body: "💋 👄 🦷 👅 👁 🫁 🫀 🦵 👃 lashline labiecitos boquita ojitos dientitos carota cachetes muslos brazos lips lip labios labio boca mouth teeth tooth dientes diente muela muelas molar molars smile smiles sonrisa face faces cara carita skin piel cutis forehead frente brow brows ceja cejas eyebrow eyebrows eye eyes ojo ojos eyelid eyelids parpado* cheek cheeks cheekbones pomulos jaw jawline mandibula chin menton nose nariz neck cuello chest breast breasts busto senos boobs tummy belly abdomen panza stomach estomago thigh thighs butt booty pompis legs leg pierna piernas knee knees rodilla hip hips cadera back espalda shoulder shoulders hombro foot feet pie pies toe toes hand hands manos hair pelo cabello scalp edges hairline head body cuerpo armpit* axila* bikini scar scars cicatriz cicatrices pore pores wrinkle* arruga* lines folds crows glow glowing ear ears gums gum encia* bite canine incisor arm arms blood sangre lash lashes pestanas profile angles cheekbone figure waist cintura curves",
  symptom:
    "blister blisters ampolla* frozen lopsided spots scarring pigment drooped swelling swollen swell hinchazon hinchad* hincha bruise bruises bruising bruised moreton* morado* pain painful dolor dolores duele dolio hurt hurts hurting sore soreness itch* pica bleeding bleed sangr* infection infected infeccion infect* fever fiebre bump bumps bolita* lump lumps numb numbness redness red rojo burn burned burning quemad* ardor droop* drooping caid* caida uneven asymmetr* chueca chueco dispareja crooked headache migraine* nausea dizzy reaction reaccion allerg* alergi* rash rashes peeling scab* costra* flare* complication* complicacion* side effects breakout* nerve tender healed heal stitches",
  condition:
    "pathology benign biopsied keloid hpv nevus lump cancerous sobriety hearing grinding clench* insomnia panic acne rosacea melasma eczema psoriasis cancer melanoma diabet* pregnan* embaraz* anxiety ansiedad depress* adhd autism* hyperten* pressure lupus herpes hiv std thyroid tiroides asthma asma cavity cavities caries gingivitis periodont* abscess* absceso tmj apnea snor* arthritis artritis varicose varices vein veins wart warts verruga* mole moles lunar lunares cyst cysts quiste tumor lesion lesions fungus hongos alopecia anemi* covid flu gripe migra* adhd ptsd trauma bipolar addict* relapse sober alcohol drinking smoker smoking weight peso obes* hernia fracture* concussion cholesterol colesterol a1c condition condicion disease illness enferm* scoliosis sciatica glaucoma celulitis cellulite stretch estrias hyperhidrosis sweating menopaus* infertil* miscarriage loss",
  med: "💊 numbing adormece medication medications medicine medicamento medicamentos medicina meds pill pills pastilla* antibiotic* antibiotico* amoxicillin ibuprofen tylenol accutane tretinoin retinol semaglutide ozempic wegovy mounjaro tirzepatide steroid* opioid* vicodin percocet xanax adderall insulin insulina prescription prescriptions receta recetas rx refill refills dose doses dosis cream crema ointment valtrex arnica lidocaine numbing sedation thinners biologic hormone* testosterone script scripts ssri zoloft lexapro metformin spironolactone hyaluronidase dissolv*",
  result:
    "result results resultado resultados outcome after before antes despues afters befores transformation difference glow glowup look looks looking looked looked healed healing stunning beautiful gorgeous amazing divina divino divinos preciosa hermosa bella fresh snatched quedo quedaste quedaron quedar settled settle settling kick kicked improv* mejor mejoria mejorando progress avance labs lab biopsy negative positive came",
  money:
    "bill bills billed billing balance saldo paid pay pays paying pago pagos pagar pagaste owe owes owed debe debes deuda adeudo charge charged charges cobr* cargo cargos refund refunds refunded refunding reembols* devol* deposit deposits deposito anticipo fee fees cuota payment payments financ* carecredit cherry card cards tarjeta check invoice factura statement copay copays copago deductible deducible coinsurance cost costs costo cuesta cuestan price prices priced precio precios quote quoted cotiz* money dinero dollars pesos dolares cash collections collection collector installment plan total due waive* waived discount* descuento comp comped credit credits ledger account estimate charged receipt receipts recibo",
  insurance:
    "insurance insurer insurers insured seguro seguros aseguradora medicaid medicare aetna cigna delta humana bcbs blue ppo hmo claim claims reclamo coverage cover covers covered cubre cubrio denied denial authorization preauth* benefits beneficios policy hsa fsa network lapsed",
  record:
    "record records chart charts file files expediente* computer system sistema schedule agenda calendar database books notes nota note notas history historial log logs archive archives form forms forma consent consentimiento waiver signature signed sign firm* initialed initials intake paperwork list lista books reference referral referred referid* mrn number account registr* camera cameras footage video roster",
  search:
    "find found look looked looking search searched check checked checking locate pull pulled reviewed review went match matches encontr* busc* revis* aparece apareces ubicar",
  denial:
    "never not no none nobody nunca jamas ningun ninguna nadie dont didnt wasnt werent isnt arent havent hasnt cannot cant wouldnt couldnt sin without ni tampoco t",
  status:
    "patient paciente client clienta cliente been treated seen name names nombre person persona identity",
  review:
    "review reviews resena resenas comentario comentarios comment comments feedback words word palabras stars star estrella estrellas rating ratings post posts message mensaje mensajes note letter nota read reading leer leido wrote write writing written escribir escribio escribirnos escribirlo share sharing shared compartir compartirlo compartirnos told telling saying said opinion opiniones mention shoutout tag hype hyping compliment shout tagging follow following recommendation recomend* question pregunta preguntas ask asking asked preguntar page",
  thank:
    "thank thanks thankyou ty tysm thx gracias agradec* appreciate appreciated appreciates grateful gratitude bendiciones",
  sorry:
    "sorry apolog* regret regrets regretted perdon disculp* lament* siento sentimos apena sad saddened concerned upset disappoint*",
  joy: "glad happy pleasure joy delighted thrilled love loved loves loving placer gusto feliz felices encanta encanto alegra alegria alegro honor honored privilege proud orgull* blast fun enjoy* excited",
  hope: "hope hoping hopes espero esperamos ojala wish looking forward cant wait ansios* deseamos",
  future:
    "will ll gonna going next soon tomorrow manana proxima proximo pronto upcoming later until till hasta see vemos tonight tmrw tmw tomo veremos siguiente",
  past: "broke drove forgot fell ate drank hit held hung wore drew slept caught died was were had did been went came gave got said told did took saw made felt left kept brought paid sat stood began thought knew heard called chose ran sent lost spent met wrote cried slept walked fue era estaba tuvo tuvimos hizo hicimos dio dimos dijo dijiste vino vinieron quedo llego llamo pidio firmo pago trajo salio hubo fueron viste fuiste hiciste trajiste diste estuvo estuviste ya",
  time: "today yesterday ayer hoy anoche monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays lunes martes miercoles jueves viernes sabado domingo week weeks semana semanas month months mes meses year years ano anos day days dia dias hour hours hora horas minute minutes minutos min am pm morning afternoon evening night noon tarde noche last pasado pasada ago hace since desde",
  month:
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  ordinal:
    "first second third fourth fifth 1st 2nd 3rd 4th 5th primera primer segundo segunda tercera tercer another otra otro last",
  contact:
    "call phone text email dm inbox message messenger reach contact llamar llame llamenos llamanos llama escriba escribanos escribenos mandanos texto correo direct line number portal privately private offline website link bio click online stop",
  policy:
    "policy policies rule rules law laws hipaa privacy privacidad confidential* private require requires required allowed allow permit discuss comment confirm deny verify whether neither ley reglas politica never protect public publicly publicamente",
  threat:
    "attorney attorneys lawyer lawyers abogado abogados legal legally lawsuit sue suing suit demand* demandar court corte police policia defam* difam* slander* libel* report reported authorities subpoena cease desist damages fbi jail employer boss consequences regret know where home address expose exposed screenshot remove delete removed deleted take down takedown borr* quit* baj* elimin* 24h 24hrs withdraw retract",
  accuse:
    "fake false falsa falso lie lies lying liar mentir* mentiros* mientes fraud fraudulent scam scammer competitor competitors troll bot bots impostor disgruntled fabricated extort* blackmail* crazy thief stole stealing stolen steal robo ladron* perjury",
  gift: "free gratis gift gifts regalo regalamos regala raffle rifa entry entries enter entered win giveaway sorteo sortea voucher coupon credit off percent discount giftcard starbucks bucks exchange cambio prize premio points earn complimentary deal dollar toss comp",
  worker:
    "work works working worker employee employees staff trabajo trabaja trabajamos trabajo boss owner own owns dueno duena hired job shift coworkers manager nurse receptionist hygienist injector assistant practice team we equipo jefa jefe schedule desk",
  post5:
    "five 5 star stars estrellas bump update change edit raise leave deja dejar post yelp google realself review reviews resena",
  signed:
    "signed sign agreed accepted consented authorized authoriz* initialed acknowledged firm* autoriz* permission permiso consent gave ok okay okayed",
  conduct:
    "late rude yelled cursed screamed cussed refused walked hung threw missed ghosted ignored demanded insisted tarde grosera grosero grito",
  story:
    "today yesterday story once who whose lady guy man woman gentleman girl boy senora senor doctor bride teacher nurse cop mayor someone patient mrs mr miss ms don dona",
  honorific: "mr mrs ms miss senor senora srta sra sr dona don mister",
  staffword:
    "dr dra doctor doctora doc nurse team staff injector hygienist front desk manager equipo enfermera recepcion",
  secret: "secret shh shhh tell promise between",
  age: "turns turned turning birthday cumple cumplio cumpleanos yo old age aged 90 91 92 93 94 95 96 97 98 99 100 101 102",
  where: "from de street avenue ave st road lives live lived neighborhood town city calle barrio",
  congrat: "congrats congratulations felicidades welcome cheers bravo brave valiente champ proud",
  general:
    "general usually average typically policy standard all always every prices menu hours open closed abierto abrimos cerramos horario available website faq everyone anyone starts from starting per desde between range",
  if: "if si when whenever cuando should would could can might may depends or whether podria puede pueden",
  photo:
    "📸 📷 🤳 photo photos pic pics picture pictures foto fotos video videos selfie reel clip swipe before after antes despues story stories portrait headshot",
  still:
    "still already finally yet anymore todavia aun ya finalmente since ever again other usual forever longtime",
  because: "because since porque due reason cause why",
  place:
    "office building door doors coffee parking window elevator music wall lobby hallway phones site website clinic clinica oficina playlist wifi garage fridge bathroom ramp lights snacks tea mirror cactus plant plants dog cat fish scrubs hat hats booth fair market school library truck floor floors fountain blanket blankets candy",
  numword:
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty half twice once double uno una dos tres cuatro cinco seis siete ocho diez few couple",
  inquire: "how what why when where which who que como cuando donde cual por",
  endear:
    "babe queen hun honey girl girly girlie mija reina amor linda hermosa sis bestie boo love princess mami carino corazon champ angel nena guapa guapo diva king missy bro jefa sweetie darling hon doll friend amiga amigo",
  trust:
    "trust trusting trusted letting choosing choice chose chance opportunity journey experience patronage preferencia confianza confiar business loyalty allowing allow part giving commitment dedication bravery patience courage",
  being: "is are am be been being s re m es son esta estan estas estoy eres soy era",
  have: "have has had having got get getting gets ve haber tiene tienes tenia tener hay",
  give: "give gives given gave giving put puts send sent sending bring brought made make do does doing done use used hold held moved",
  that: "that those these this the ese esa esos esas este esta estos estas eso esto",
  modal:
    "must should would could can cannot might may shall need needs want wants rather podemos puede pueden debe",
  public: "here online public publicly internet publicamente aqui comments site",
  sameness: "same like as also too igual misma mismo tambien both so",
  endings:
    "final finale finish finished finishing done complete completed bell last phase stage course series halfway round rounds stretch graduat* progress",
  emotion:
    "scared nervous cry crying cried brave fear afraid laughed laughing tears worried miedo nervios lloro anxious shy",
  identity:
    "dob birthday ssn social mrn id code pin login password license plate plates vin serial fax amex visa mastercard ending ends termina below above digits",
  flirt: "😏 😘 😉 😍 🥵 🔥 👀 💅 👑 🫦 🤤 😈",
  hide: "🤫 🤐 🤭 🙊",
};
