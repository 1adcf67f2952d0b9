// Lo que se hace con una página: copiar una cita, una dirección o una huella, compartirla, guardar
// una gráfica como imagen. Sin este guion todo está a la vista y el SVG se descarga.
const boton = (texto, sobre, obra) => {
  const b = document.createElement("button");
  b.type = "button";
  b.className = "pl-accion";
  b.append(texto);
  const de = document.createElement("span");
  de.className = "pl-oculto";
  de.append(` ${sobre}`);
  b.append(de);
  b.addEventListener("click", () => obra(b));
  return b;
};

// El botón dice lo que pasó, y luego vuelve a decir lo que hace.
const avisar = (b, texto) => {
  const antes = b.firstChild.data;
  if (antes === texto) return;
  b.firstChild.data = texto;
  b.setAttribute("aria-live", "polite");
  setTimeout(() => { b.firstChild.data = antes; }, 2500);
};

async function copiar(b, texto) {
  try {
    await navigator.clipboard.writeText(texto);
    avisar(b, "Copiado");
  } catch {
    avisar(b, "No se pudo copiar");
  }
}

const entera = (texto) => texto.replace(/(^|\s)(\/\S*)$/, (_, antes, ruta) => antes + new URL(ruta.slice(1), raiz()).href);
const raiz = () => new URL("..", import.meta.url);

for (const caja of navigator.clipboard ? document.querySelectorAll("[data-copia]") : []) {
  const texto = () => entera(caja.textContent.trim().replace(/\s+/g, " "));
  caja.after(boton("Copiar", caja.dataset.copia, (b) => copiar(b, texto())));
  if (navigator.share && caja.dataset.copia === "la cita") {
    caja.nextSibling.after(boton("Compartir", "esta página", () => navigator.share({ title: document.title, url: location.href }).catch(() => {})));
  }
}

// El mismo SVG que se descarga, al doble de tamaño, sobre un lienzo.
async function imagen(b, archivo) {
  const dibujo = new Image();
  dibujo.src = archivo;
  try {
    await dibujo.decode();
    const lienzo = Object.assign(document.createElement("canvas"), { width: 2 * dibujo.width, height: 2 * dibujo.height });
    lienzo.getContext("2d").drawImage(dibujo, 0, 0, lienzo.width, lienzo.height);
    const bytes = await new Promise((listo) => lienzo.toBlob(listo, "image/png"));
    const enlace = Object.assign(document.createElement("a"), { href: URL.createObjectURL(bytes), download: archivo.replace(/svg$/, "png") });
    enlace.click();
    setTimeout(() => URL.revokeObjectURL(enlace.href), 1000);
  } catch {
    avisar(b, "No se pudo hacer la imagen");
  }
}

for (const pie of document.querySelectorAll("[data-grafica]")) {
  const titulo = pie.querySelector(".pl-oculto").textContent.trim();
  pie.append(boton("PNG", titulo, (b) => imagen(b, pie.dataset.grafica)));
}
