// Página de búsqueda: lee ?q=, pregunta a Pagefind y escribe los resultados. Sin terceros.
const $ = (id) => document.getElementById(id);
const raiz = new URL("..", import.meta.url);
const caja = $("q"), estado = $("estado"), lista = $("hallazgos"), mas = $("mas");
const PASO = 10;
let pagefind, vez = 0;

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
  mas.hidden = true;
  if (!texto) return;
  estado.textContent = "Buscando…";
  try {
    pagefind ??= await import(new URL("pagefind/pagefind.js", raiz));
    const { results } = await pagefind.search(texto);
    let desde = 0;
    const mostrar = async () => {
      const datos = await Promise.all(results.slice(desde, (desde += PASO)).map((r) => r.data()));
      if (esta !== vez) return;
      lista.append(...datos.map(ficha));
      mas.hidden = desde >= results.length;
    };
    mas.onclick = mostrar;
    await mostrar();
    if (esta !== vez) return;
    const n = results.length;
    estado.textContent = n
      ? `${n} ${n === 1 ? "resultado" : "resultados"} para «${texto}»`
      : `Nada coincide con «${texto}». Pruebe con otra palabra o vaya al catálogo.`;
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
