// Página de búsqueda: lee ?q=, pregunta a Pagefind y escribe los resultados. Sin terceros.
const $ = (id) => document.getElementById(id);
const raiz = new URL("..", import.meta.url);
const caja = $("q"), estado = $("estado"), lista = $("hallazgos"), mas = $("mas"), nada = $("nada");
const PASO = 10;
let pagefind, vez = 0;

const llano = (t) => t.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
// Sin la terminación que distingue «afiliar» de «afiliación» o «jubilado» de «jubilación».
const tema = (t) => llano(t).replace(/\p{L}{6,}/gu, (p) =>
  p.replace(/(?:aciones|acion|adores|ador|adora|ados|adas|ado|ada|andose|ando|ar|icos|icas|ico|ica|as|os|es|a|o|e|s)$/, ""));

// Los resultados de lo escrito; si no hay, sin acentos; si tampoco, por la raíz de cada palabra.
export async function consultar(texto) {
  pagefind ??= await import(new URL("pagefind/pagefind.js", raiz));
  for (const forma of new Set([texto, llano(texto), tema(texto)])) {
    const { results } = await pagefind.search(forma);
    if (results.length) return results;
  }
  return [];
}

function ficha(dato) {
  const [li, a, clase, p] = ["li", "a", "small", "p"].map((n) => document.createElement(n));
  a.href = dato.url;
  a.textContent = dato.meta.title;
  clase.textContent = dato.meta.clase || "";
  p.innerHTML = dato.excerpt; // escapada: sólo trae <mark>
  li.append(clase, a, p);
  return li;
}

async function buscar(texto) {
  const esta = ++vez;
  lista.replaceChildren();
  mas.hidden = nada.hidden = true;
  if (!texto) return;
  estado.textContent = "Buscando…";
  try {
    const results = await consultar(texto);
    let desde = 0;
    const mostrar = async () => {
      const primero = desde;
      const datos = await Promise.all(results.slice(desde, (desde += PASO)).map((r) => r.data()));
      if (esta !== vez) return;
      lista.append(...datos.map(ficha));
      mas.hidden = desde >= results.length;
      if (primero) lista.children[primero]?.querySelector("a").focus();
    };
    mas.onclick = mostrar;
    await mostrar();
    if (esta !== vez) return;
    const n = results.length;
    nada.hidden = n > 0;
    estado.textContent = n
      ? `${n} ${n === 1 ? "resultado" : "resultados"} para «${texto}»`
      : `Ningún resultado para «${texto}».`;
  } catch {
    estado.textContent = "El buscador no se pudo cargar. Use el catálogo de indicadores.";
  }
}

const leer = () => new URLSearchParams(location.search).get("q")?.trim() ?? "";
caja.value = leer();
buscar(caja.value);
caja.form.addEventListener("submit", (e) => {
  e.preventDefault();
  const texto = caja.value.trim();
  history.pushState(null, "", texto ? `?q=${encodeURIComponent(texto)}` : location.pathname);
  buscar(texto);
});
addEventListener("popstate", () => buscar((caja.value = leer())));
