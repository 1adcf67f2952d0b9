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

// Las palabras de una pregunta que no dicen de qué es.
const VACIAS = new Set(("a al como con cual cuando cuanta cuantas cuanto cuantos cuesta de del donde el en es esta fue gasta "
  + "gastan ha hay la las lo los me mi o para por que quien se son su sus tiene tienen un una va van y").split(" "));
const esencia = (t) => (llano(t).match(/[\p{L}\d.-]+/gu) ?? []).filter((p) => !VACIAS.has(p)).join(" ");

// Los resultados de lo escrito; si no hay, sin acentos; si tampoco, por la raíz de cada palabra, sin
// las vacías; y si nada las tiene todas, lo que tenga más de ellas.
export async function consultar(texto) {
  pagefind ??= await import(new URL("pagefind/pagefind.js", raiz));
  const pedir = async (forma) => (await pagefind.search(forma)).results;
  const breve = esencia(texto);
  for (const forma of new Set([texto, llano(texto), tema(texto), breve, tema(breve)])) {
    const results = forma ? await pedir(forma) : [];
    if (results.length) return results;
  }
  const suyos = new Map();
  for (const palabra of breve.split(" ").slice(0, 8))
    for (const r of palabra ? await pedir(tema(palabra)) : [])
      suyos.set(r.id, { r, n: (suyos.get(r.id)?.n ?? 0) + 1 });
  const todos = [...suyos.values()], tope = Math.max(...todos.map((s) => s.n));
  return todos.filter((s) => s.n === tope).sort((a, b) => b.r.score - a.r.score).map((s) => s.r);
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
