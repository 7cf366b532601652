/** The same library in Spanish, with `usted` or nobody spoken to; see replies-en.ts. */
import type { Situation } from "./situation.ts";
import type { Parts } from "./wordings.ts";

const hablar = [
  "Nunca hablamos en público sobre la atención de nadie; para conversar, por favor {reach}.",
  "Por la privacidad de todos, preferimos hablar fuera de esta página. Por favor {reach}.",
  "La gerencia con gusto escucha: por favor {reach}.",
  "Para conversar con calma, por favor {reach}.",
  "Nos gustaría saber más. Por favor {reach}.",
  "Para seguir en privado, por favor {reach}.",
];

export const spanish: Readonly<Record<Situation, Parts>> = {
  praise: {
    open: [
      "¡Muchas gracias por las palabras tan amables!",
      "Qué bonito comentario, ¡gracias!",
      "¡Gracias por la linda reseña!",
      "Agradecemos mucho este comentario.",
      "Estas palabras nos alegraron el día.",
      "¡Mil gracias por el cariño!",
      "Leer esto nos sacó una sonrisa.",
      "¡Gracias por tomarse el tiempo de escribir!",
      "Nos encantó leer esto, ¡gracias!",
    ],
    close: [
      "Comentarios así alegran a todo el equipo.",
      "Significa mucho para todo el equipo.",
      "Todo el equipo lo va a leer.",
      "Lo leeremos en la próxima reunión del equipo.",
      "Palabras así nos animan todos los días.",
      "¡Un saludo con cariño de parte de todos!",
      "¡Que tenga una linda semana!",
    ],
  },
  chat: {
    open: [
      "¡Mil gracias por el cariño!",
      "¡Qué lindo comentario!",
      "¡Nos encanta leer comentarios así!",
      "¡Gracias por seguirnos por aquí!",
      "¡Qué bonito, gracias!",
    ],
    close: [
      "¡Un saludo de todo el equipo!",
      "¡Feliz semana!",
      "Comentarios así alegran el día.",
      "¡Abrazos a toda la comunidad!",
      "¡Linda semana para todos!",
    ],
  },
  neutral: {
    open: [
      "Gracias por escribir.",
      "Agradecemos el comentario.",
      "Gracias por tomarse el tiempo de escribir.",
      "¡Gracias por el mensaje!",
      "Leemos todos los comentarios.",
    ],
    close: [
      "Nunca hablamos en público sobre la atención de nadie; para conversar, por favor {reach}.",
      "Para conversar con el equipo, por favor {reach}.",
      "Las preguntas siempre son bienvenidas: por favor {reach}.",
      "Para cualquier asunto personal, por favor {reach}.",
      "Los asuntos personales no van en páginas públicas; por favor {reach}.",
    ],
  },
  complaint: {
    open: [
      "Gracias por sus comentarios.",
      "Lamentamos leer esto.",
      "Gracias por decirlo con franqueza.",
      "Entendemos la frustración y la tomamos en serio.",
      "Comentarios como este nos importan.",
      "Los comentarios sinceros nos ayudan a mejorar.",
      "Tomamos en serio toda inquietud.",
    ],
    close: hablar,
  },
  grief: {
    open: [
      "Lo sentimos muchísimo.",
      "No hay palabras. Lamentamos profundamente leer esto.",
      "Nuestro corazón está con todos los que están de luto.",
    ],
    close: [
      "Cuando sea el momento, por favor {reach}.",
      "Alguien del equipo está para escuchar: por favor {reach}.",
      "Para conversar en privado, por favor {reach}.",
    ],
  },
  mourning: {
    open: [
      "Nuestro corazón está hoy con todos los que están de luto.",
      "Hoy pensamos en todos los que extrañan a alguien.",
      "Acompañamos con cariño a quienes están de luto.",
    ],
    close: ["Con cariño de todo el equipo.", "Un abrazo a toda la comunidad.", "Mucha fuerza para todos."],
  },
  billing: {
    open: [
      "Gracias por comentarlo.",
      "Los precios claros son importantes para todos.",
      "Las preguntas de dinero merecen una respuesta clara.",
      "Gracias por el comentario sobre los precios.",
    ],
    close: [
      "Nunca hablamos en público sobre cuentas: por favor {reach}.",
      "Para cualquier pregunta sobre cobros, por favor {reach}.",
      "Las políticas son las mismas para todos, y con gusto las explicamos: por favor {reach}.",
      "La gerencia con gusto escucha: por favor {reach}.",
      "Los números se hablan mejor en privado: por favor {reach}.",
    ],
  },
  wait: {
    open: [
      "El tiempo de todos es valioso, y agradecemos el comentario.",
      "A nadie le gusta esperar, y agradecemos que se diga con claridad.",
      "Trabajamos para ser puntuales con todo el mundo.",
      "Gracias por el comentario sobre los horarios.",
    ],
    close: [
      "Seguimos trabajando en los horarios. Por favor {reach} con cualquier sugerencia.",
      "Para conversar con la gerencia, por favor {reach}.",
      "La gerencia con gusto escucha: por favor {reach}.",
      "Nos gustaría saber más. Por favor {reach}.",
      "Para conversar con calma, por favor {reach}.",
    ],
  },
  question: {
    open: [
      "¡Gracias por la pregunta!",
      "¡Buena pregunta!",
      "¡Gracias por preguntar!",
      "¡Qué buena pregunta!",
    ],
    close: [
      "Para una respuesta completa, por favor {reach}.",
      "Depende de cada persona; para más información, por favor {reach}.",
      "El equipo con gusto lo explica: por favor {reach}.",
      "Para más detalles, por favor {reach}.",
      "La mejor respuesta sale de una conversación: por favor {reach}.",
    ],
  },
  threat: {
    open: [
      "Respetamos el derecho de todos a opinar.",
      "Gracias por el comentario.",
      "Toda opinión es bienvenida aquí, también la difícil.",
      "Leemos todas las reseñas y las tomamos en serio.",
    ],
    close: hablar,
  },
  stranger: {
    open: [
      "Tomamos en serio todos los comentarios.",
      "Gracias por el comentario.",
      "Leemos con atención toda opinión, venga de quien venga.",
      "Leemos todas las reseñas.",
    ],
    close: [
      "Por la privacidad de todos, no decimos en público quién es o no es paciente. Cualquier persona puede conversar con la gerencia: por favor {reach}.",
      "Para conversar, por favor {reach}.",
      "La gerencia con gusto escucha: por favor {reach}.",
      "Por la privacidad de todos, preferimos hablar fuera de esta página. Por favor {reach}.",
    ],
  },
  message: {
    open: [
      "Este buzón es para preguntas generales.",
      "¡Gracias por el mensaje!",
      "Gracias por escribir.",
      "Gracias por comunicarse.",
    ],
    close: [
      "Para cualquier asunto personal, por favor {reach}.",
      "Para cuidar la privacidad, por favor {reach}.",
      "Los asuntos personales no van por redes sociales; por favor {reach}.",
      "Para recibir una respuesta, por favor {reach}.",
    ],
  },
  post: {
    open: [
      "Gracias a todos los que nos siguen por aquí.",
      "Un saludo con cariño a toda la comunidad.",
      "¡Saludos de todo el equipo!",
      "Nuestro equipo está orgulloso de su trabajo de todos los días.",
    ],
    close: [
      "Para información sobre servicios y precios, por favor {reach}.",
      "¿Preguntas sobre nuestros servicios? Por favor {reach}.",
      "Para más información, por favor {reach}.",
      "¡Feliz semana para todos!",
    ],
  },
  review: {
    open: [
      "La comunicación clara y el buen servicio son importantes.",
      "Valoramos los negocios que responden rápido y cumplen lo que prometen.",
      "Esta calificación se basa en el servicio y la puntualidad.",
    ],
    close: ["Esta calificación lo refleja.", "Otras opiniones pueden variar.", "Es una opinión sincera."],
  },
  insider: {
    open: [
      "Gracias por leer.",
      "Por respeto a los lectores, el equipo deja las calificaciones a otros.",
      "Sin reseña: un equipo no debe calificarse a sí mismo.",
    ],
    close: [
      "La información general está en nuestro sitio web.",
      "Horarios e información general: en nuestro sitio web.",
      "Las novedades del equipo están en su propia página.",
    ],
  },
};
