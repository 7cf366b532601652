/** The same library in Spanish, with `usted`; see replies-en.ts. */
import type { Situation } from "./situation.ts";

const hablar = [
  "Gracias por sus comentarios. Los tomamos en serio y nunca hablamos en público sobre la atención de nadie. Para conversar, por favor {reach}.",
  "Lamentamos leer esto. Los comentarios sinceros nos ayudan a mejorar. Para conversar, por favor {reach}.",
  "Gracias por decirlo con franqueza. Nos gustaría saber más. Por favor {reach}.",
  "Entendemos la frustración y la tomamos en serio. Por la privacidad de todos, preferimos hablar fuera de esta página; por favor {reach}.",
  "Comentarios como este nos importan. Por favor {reach} y pregunte por la gerencia.",
];

export const spanish: Readonly<Record<Situation, readonly string[]>> = {
  praise: [
    "¡Muchas gracias por sus palabras! Comentarios así alegran a todo el equipo.",
    "Qué bonito comentario. ¡Gracias por tomarse el tiempo de escribirlo!",
    "¡Gracias por la linda reseña! Todo el equipo la va a leer.",
    "Agradecemos mucho este comentario. Significa mucho para todos.",
    "Estas palabras nos alegraron el día. ¡Mil gracias!",
  ],
  neutral: [
    "Gracias por escribir. Nunca hablamos en público sobre la atención de nadie; para conversar, por favor {reach}.",
    "Agradecemos el comentario. Para conversar con el equipo, por favor {reach}.",
    "Gracias por tomarse el tiempo de escribir. Las preguntas siempre son bienvenidas: por favor {reach}.",
    "¡Gracias por el mensaje! Para cualquier asunto personal, por favor {reach}.",
  ],
  complaint: hablar,
  billing: [
    "Gracias por comentarlo. Nunca hablamos en público sobre cuentas, y las preguntas sobre precios o políticas siempre son bienvenidas: por favor {reach}.",
    "Los precios claros son importantes para todos. Para cualquier pregunta, por favor {reach}.",
    "Las preguntas de dinero merecen una respuesta en privado. Por favor {reach} y pregunte por la gerencia.",
  ],
  wait: [
    "Gracias por el comentario. El tiempo de todos es valioso y seguimos trabajando en los horarios. Por favor {reach} con cualquier sugerencia.",
    "A nadie le gusta esperar, y agradecemos que se diga con claridad. Para conversar, por favor {reach}.",
    "Trabajamos para ser puntuales con todo el mundo. Para conversar con la gerencia, por favor {reach}.",
  ],
  question: [
    "¡Gracias por la pregunta! Para una respuesta completa, por favor {reach}.",
    "¡Buena pregunta! Depende de cada persona; para más información, por favor {reach}.",
    "¡Gracias por preguntar! El equipo con gusto lo explica: por favor {reach}.",
  ],
  threat: [
    "Respetamos el derecho de todos a opinar. Para conversar, por favor {reach}.",
    "Gracias por el comentario. Nos gustaría escuchar más: por favor {reach}.",
    "Toda opinión es bienvenida aquí, también la difícil. Por favor {reach}.",
  ],
  stranger: [
    "Tomamos en serio todos los comentarios. Por la privacidad de todos, no decimos en público quién es o no es paciente. Cualquier persona puede conversar con la gerencia: por favor {reach}.",
    "Gracias por el comentario. Leemos todas las reseñas. Para conversar, por favor {reach}.",
    "Leemos con atención toda opinión, venga de quien venga. Para conversar, por favor {reach}.",
  ],
  message: [
    "¡Hola! Este buzón es para preguntas generales. Para cualquier asunto personal, por favor {reach}.",
    "¡Gracias por el mensaje! Para cuidar la privacidad, por favor {reach}.",
    "Gracias por escribir. Los asuntos personales no van por redes sociales; por favor {reach}.",
    "Hola, y gracias por el mensaje. Para recibir una respuesta, por favor {reach}.",
  ],
  post: [
    "Gracias a todos los que nos siguen por aquí. ¿Preguntas sobre nuestros servicios? Por favor {reach}.",
    "¿Curiosidad por lo que ofrecemos? Las preguntas siempre son bienvenidas. Por favor {reach}.",
    "Un saludo con cariño a toda la comunidad de parte de todo el equipo.",
    "Para información sobre servicios y precios, por favor {reach}.",
  ],
  review: [
    "La comunicación clara y el buen servicio son importantes, y esta calificación lo refleja.",
    "Valoramos los negocios que responden rápido y cumplen lo que prometen.",
    "Una calificación basada en el servicio, la comunicación y la puntualidad.",
  ],
  insider: [
    "Las reseñas son para el público; por eso el equipo no deja calificaciones en este espacio.",
    "Toda opinión sincera del público es bienvenida. El equipo no se califica a sí mismo.",
    "Por respeto a los lectores, el equipo deja las calificaciones a otros.",
  ],
};
