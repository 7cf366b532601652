/** English words whose vectors stand in for Spanish ones: the English vectors know little Spanish. */
const pairs = `
que=that en=in por=for con=with se=itself su=your si=if las=the lo=it ya=already gracias=thanks los=the para=for te=you
nos=us un=a una=a usted=you sin=without del=of esta=this aqui=here eso=that al=to como=how tu=your hay=there nadie=nobody
senora=lady senor=mister mas=more casi=almost fue=was antes=before todos=everyone dia=day dias=days espanol=spanish mi=my
lunes=monday martes=tuesday miercoles=wednesday jueves=thursday viernes=friday sabado=saturday sabados=saturdays
domingo=sunday hoy=today sus=your asi=so pero=but nada=nothing dona=lady doctora=doctor gusto=pleasure hasta=until ni=nor
siempre=always cita=appointment citas=appointments quien=who cualquier=any tres=three tambien=also manana=tomorrow
equipo=team nuestra=our nuestro=our cada=each persona=person personas=people despues=after contesta=answers hola=hello
alguien=someone semana=week semanas=weeks limpieza=cleaning veces=times porque=because vemos=see cinco=five ano=year
anos=years nosotros=we nosotras=we vez=time estrellas=stars ti=you piel=skin palabras=words llego=arrived mes=month
meses=months puede=can pueden=can podemos=can lamentamos=regret mejor=better recepcion=reception quedo=turned dice=says
sea=be tus=your gratis=free bien=well telefono=phone clinica=clinic toda=all nunca=never jamas=never desde=since
reina=queen salio=came quiere=wants tenemos=have mismo=same crema=cream precio=price precios=prices pagina=page diez=ten
hace=ago leer=read otro=other otra=other solo=only cafe=coffee mundo=world bloqueador=sunscreen explica=explains
cuando=when mucho=much mucha=much va=goes vamos=go consulta=consultation lista=list hablar=talk habla=speaks hablamos=talked
todas=all sonrisa=smile amor=love estaba=was hizo=did hicimos=did hacemos=do lugar=place estan=are llega=arrives voz=voice
falta=missing claro=sure felicidades=congratulations paciencia=patience manda=send unidad=unit unidades=units
minutos=minutes resena=review puerta=door tiene=has tenga=have sesion=session sesiones=sessions vino=came misma=same
decimos=say paciente=patient pacientes=patients casa=house atiende=attends atendimos=treated toca=touches pena=shame
familia=family suya=yours suyo=yours luz=light costo=cost cuesta=costs hielo=ice esperamos=wait espera=wait esperar=wait
lado=side haya=has abrazo=hug nina=girl nino=boy seis=six pedimos=ask pide=asks pida=ask pidio=asked pedir=ask les=them
duele=hurts mensaje=message mandamos=sent respeto=respect oficina=office pan=bread fiebre=fever esa=that ese=that esas=those
dile=tell digale=tell digo=say segunda=second sigue=continues seguimos=continue anda=goes enero=january
mayo=may octubre=october algo=something tarjeta=card bueno=good buena=good buenas=good buen=good escrito=written linea=line
sala=room primera=first primero=first paso=happened pasa=happens pasamos=passed entendemos=understand cirugia=surgery
aunque=although llamenos=call llame=call llama=call linda=pretty perdon=sorry ahi=there ojala=hopefully gente=people
vale=worth nombre=name tiempo=time comentario=comment verdad=truth avisar=notify aviso=notice mil=thousand dijo=said
ahora=now ahorita=now confiar=trust confianza=trust nueva=new nuevo=new hora=hour horas=hours firmo=signed firma=signature
quince=fifteen nota=note fueron=were ocho=eight cuenta=account mitad=half gerente=manager segun=according deja=leave
mano=hand manos=hands decir=say decirlo=say noche=night paquete=package presion=pressure dejo=left carino=dear dicen=say
seguro=insurance muchas=many vente=come deposito=deposit porfa=please sido=been sirve=works leyo=read leimos=read
maestra=teacher limpio=clean uno=one mientras=while calle=street venga=come viene=comes hoja=sheet foto=photo fotos=photos
amiga=friend divina=divine ultima=last ultimo=last ley=law hija=daughter hijo=son llorar=cry cuarenta=forty dolares=dollars
duda=doubt enfermeria=nursing enfermera=nurse esposa=wife esposo=husband parte=part pusimos=put pusiste=put comun=common
rojo=red ningun=none ninguna=none deberia=should queremos=want quiera=want aguja=needle dimos=gave feria=fair pastel=cake
salir=leave dientes=teeth muela=molar muelas=molars fecha=date ver=see agua=water entro=entered regla=rule preguntas=questions
pregunte=ask preguntar=ask excelente=excellent carta=letter azucar=sugar gusta=like visita=visit pantalla=screen
alegra=glad alegro=glad hermana=sister escucharla=hear escucha=listens revisamos=reviewed completo=complete completa=complete
cerramos=close abrimos=open contestamos=answered directo=direct salvo=except hermosa=beautiful debe=owes
recepcionista=receptionist suegra=mother muy=very vida=life disculpa=apology estamos=are mito=myth realidad=reality
calma=calm queda=remains quedan=remain quedado=remained fuera=outside trabajar=work trabajo=work manchas=spots
mayoria=majority estuvo=was compromiso=commitment cuatro=four boca=mouth cosa=thing cosas=things brazos=arms
publico=public menos=less ayuda=help descuento=discount proxima=next proximo=next siete=seven piernas=legs tercera=third
grande=big razon=reason regalamos=give arregla=fixes jugo=juice acido=acid permiso=permission quito=removed quitamos=removed
delante=front larga=long anestesia=anesthesia bonita=pretty ella=she horario=schedule horarios=schedules pagar=pay paga=pays
pago=paid pagaste=paid primer=first nacimiento=birth caso=case vista=view trae=brings trajo=brought jeringa=syringe
jeringas=syringes clienta=client cliente=client relleno=filler usa=uses usamos=use aun=still puntos=stitches
normalmente=normally resultado=result resultados=results entre=between cobramos=charge cobro=charge escriba=write
privacidad=privacy expediente=file sienta=feels profunda=deep salud=health empezar=start encanto=charm orgullo=pride
cambio=change interprete=interpreter derecho=right labios=lips labio=lip cara=face ojos=eyes frente=forehead pecho=chest
dolor=pain hinchazon=swelling moretones=bruises moreton=bruise cicatriz=scar tratamiento=treatment vacuna=vaccine
receta=prescription medicina=medicine pastillas=pills diabetes=diabetes embarazo=pregnancy embarazada=pregnant parto=birth
ayer=yesterday anoche=night tarde=afternoon vacaciones=vacation abogado=lawyer demanda=lawsuit policia=police mentira=lie
mentiras=lies falso=fake falsa=fake sistema=system registro=record archivo=file recibo=receipt factura=invoice
saldo=balance debes=owe reembolso=refund devolvimos=returned devolucion=refund viniste=came vinieron=came volver=return
vuelve=returns regresa=returns regresar=return atendida=treated atendido=treated atenderte=treat atenderla=treat
atenderlo=treat verte=see verla=see verlo=see cuidado=care recuperacion=recovery bienvenida=welcome bienvenidos=welcome
`;

/** Spanish, without marks, to English. */
export const spanish: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [word = "", meaning = ""] = pair.split("=");
      return [word, meaning];
    }),
);
